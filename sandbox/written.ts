/** What must be in nothing that a step writes: a secret, and anything that acts on its reader. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readActionFile } from './actionFile.ts';
import type { Sandbox } from './server.ts';
import type { StepResult } from './step.ts';

export type Written = Pick<StepResult, 'log' | 'outputs' | 'summary'>;

/** A line for each thing that is wrong, and nothing where nothing is. */
export function problemsIn(written: Written, secrets: Iterable<string>): string[] {
  const html = rendered(written.summary);
  return [
    ...secretsIn(written, html, secrets),
    ...commandsIn(written),
    ...markupIn(html).map(problem => `in the summary: ${problem}`),
  ];
}

/** Tokens that a sandbox let a step have, and that the step signed with. */
export const tokensIn = ({ requests }: Sandbox): string[] =>
  requests.flatMap(
    ({ headers: { authorization } }) => /^Bearer (.+)$/.exec(String(authorization))?.[1] ?? [],
  );

/** A runner takes these lines as commands and shows none of them. */
const withoutMasks = (log: string) => log.replaceAll(/^::add-mask::[^\n]*$/gm, '');

/** Shorter lines of a secret say nothing. */
const TELLING = 8;

function secretsIn({ log, outputs, summary }: Written, html: string, secrets: Iterable<string>): string[] {
  const shown = withoutMasks(log);
  const unescaped = shown.replaceAll(/%(0D|0A|3A|2C|25)/g, code => decodeURIComponent(code));
  const text = html.replaceAll(/<[^>]*>/g, '');
  const all = [shown, unescaped, ...Object.values(outputs), summary, text].join('\n');
  const isWritten = (secret: string) =>
    [secret, ...secret.split(/[\r\n]+/).filter(part => part.length >= TELLING)]
      .flatMap(part => [part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1), part.slice(0, 20)])
      .some(spelled => all.includes(spelled));
  return [...new Set(secrets)].filter(isWritten).map(secret => `a secret is written: ${secret}`);
}

/** The commands that the action has a use for. */
const COMMAND =
  /^::(?:add-mask|debug|group|endgroup)::|^::(?:notice|warning|error) title=Atlas maintenance gate[^:]*::/;

const { outputs: declared } = readActionFile();

function commandsIn({ log, outputs }: Written): string[] {
  const commands = log.split('\n').filter(line => line.startsWith('::') && !COMMAND.test(line));
  const shown = withoutMasks(log);
  // Escape sequences, bells, carriage returns; what turns the direction of reading; commands of the old form.
  const signs = shown.match(/[^\P{Cc}\n]|\p{Cf}|##\[/gu) ?? [];
  // The runner reads a line `name<<delimiter` as the start of an output: one of another name was injected.
  const injected = Object.keys(outputs).filter(name => !Object.hasOwn(declared, name));
  return [
    ...commands.map(line => `a command in the log: ${line}`),
    ...signs.map(sign => `a sign that acts in the log: ${JSON.stringify(sign)}`),
    ...injected.map(name => `an output that nobody declared: ${name}`),
  ];
}

/** As GitHub renders it, before what GitHub itself takes out. */
const rendered = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** What a summary is made of. */
const TAGS = new Set(
  'a blockquote br code details em h2 h3 hr li ol p pre strong sub summary table tbody td th thead tr ul wbr'.split(
    ' ',
  ),
);

/** No tag or link but ours, no comment, no mention, no reference. */
export const markdownProblems = (markdown: string): string[] => markupIn(rendered(markdown));

function markupIn(html: string): string[] {
  const tags = [...html.matchAll(/<\/?([a-z]\w*)([^>]*)>/gi)].filter(
    ([, name = '', attributes = '']) => !TAGS.has(name.toLowerCase()) || /\bon\w+=|hostile/i.test(attributes),
  );
  const comments = html.match(/<!--.*/g) ?? [];
  // GitHub turns these into mentions, references and links after it has rendered the rest.
  const text = html.replaceAll(/<(a|code)\b.*?<\/\1>/gs, '').replaceAll(/&#8203;/g, '\u200b');
  const references = text.match(/@\w+|\bGH-\d+|(?<![&\w])#\d+|\bhttps?:\/\/\S*|\bwww\.\S*/gi) ?? [];
  return [...tags.map(([tag]) => tag), ...comments, ...references];
}
