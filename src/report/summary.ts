import type { Outcome } from '../operations/project.ts';
import type { ReportContext, Result } from './outputs.ts';
import { settings } from './words.ts';

/** Text that somebody else wrote, made inert in GitHub-flavoured Markdown: no markup, link, mention or reference. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#+\-!|~@:$^=]/g, sign => `&#${sign.codePointAt(0)};`)
    .replace(/\r?\n/g, '<br>');

export function summary(
  outcomes: readonly Outcome[],
  results: readonly Result[],
  context: ReportContext,
): string {
  return outcomes.map((outcome, index) => projectSummary(outcome, results[index], context)).join('\n');
}

function projectSummary(outcome: Outcome, result: Result | undefined, context: ReportContext): string {
  const head = `### Atlas project ${outcome.groupId}\n\n${escaped(result?.message ?? '')}\n`;
  if (outcome.window === undefined) return head;
  const rows = settings(outcome.window, context).map(([name, value]) => `| ${name} | ${escaped(value)} |`);
  return `${head}\n| | |\n|---|---|\n${rows.join('\n')}\n`;
}

export const errorSummary = (message: string): string =>
  `### Atlas maintenance gate\n\n${escaped(message)}\n`;
