import type { GateView, Outcome } from '../operations/project.ts';
import { formatDuration } from '../schedule/duration.ts';
import type { EpochMs } from '../schedule/interval.ts';
import { formatInZone } from '../schedule/time.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import type { ReportContext } from './context.ts';
import { ago, ceilMinute, floorMinute, inZones, moment, span } from './instants.ts';
import { type Alert, alert, details, escaped, link, prose, table } from './markdown.ts';
import { barsOf, gantt } from './timeline.ts';
import {
  deferralsUsed,
  firstLine,
  howKnown,
  type Sentences,
  sentencesOf,
  settings,
  warningsOf,
  weekly,
  zonesOf,
} from './words.ts';

/** GitHub takes 1 MiB a step; what is left is for what redaction may add. */
const MOST_BYTES = 1_000_000;
/** For what stands around rows and details. */
const RESERVED_BYTES = 3000;

/** How a project ended, worst first. */
const STANDINGS = [
  'failed',
  'blocked',
  'unknown',
  'tooEarly',
  'warned',
  'dryRun',
  'ignored',
  'clear',
  'changed',
  'unchanged',
] as const;
type Standing = (typeof STANDINGS)[number];

const MARKS: Readonly<Record<Standing, string>> = {
  failed: '❌ error',
  blocked: '⛔ blocked',
  unknown: '⛔ not known',
  tooEarly: '⏳ too early to know',
  warned: '⚠️ warning',
  dryRun: '📝 dry run',
  ignored: '⚠️ overlap ignored',
  clear: '✅ clear',
  changed: '✅ changed',
  unchanged: '✅ unchanged',
};

const ALERTS: Readonly<Record<Standing, Alert>> = {
  failed: 'CAUTION',
  blocked: 'CAUTION',
  unknown: 'CAUTION',
  tooEarly: 'CAUTION',
  warned: 'WARNING',
  dryRun: 'NOTE',
  ignored: 'NOTE',
  clear: 'TIP',
  changed: 'TIP',
  unchanged: 'NOTE',
};

export function standingOf({ error, done, changed }: Outcome): Standing {
  if (error || done === undefined) return 'failed';
  if (done.did === 'wouldSend') return 'dryRun';
  if (done.did !== 'judged') return changed ? 'changed' : 'unchanged';
  const { block, unknown } = done.view.judgement;
  switch (done.verdict) {
    case 'fail':
      if (!block) return 'unknown';
      return block.reason === 'tooEarly' && unknown.length === 0 ? 'tooEarly' : 'blocked';
    case 'warn':
      return 'warned';
    case 'pass':
      return block ? 'ignored' : 'clear';
  }
}

/** `⛔ blocked` */
export const markOf = (outcome: Outcome): string => MARKS[standingOf(outcome)];

const rank = (outcome: Outcome) => STANDINGS.indexOf(standingOf(outcome));

/**
 * The job summary, and what a comment on a pull request holds.
 *
 * @param message the outcome of the step; its first line stands above several projects
 * @param most bytes
 */
export function summary(
  outcomes: readonly Outcome[],
  message: string,
  context: ReportContext,
  most = MOST_BYTES,
): string {
  const [single, ...more] = outcomes;
  const parts =
    single !== undefined && more.length === 0
      ? [alertOf(standingOf(single), sentencesOf(single, context)), ...bodyOf(single, context)]
      : together(outcomes, message, context, most);
  return `${[heading(context), ...parts, ...assumptions(context)].join('\n\n')}\n`;
}

export const errorSummary = (message: string): string =>
  `### Atlas maintenance\n\n${alert('CAUTION', [prose(message)])}\n`;

const heading = ({ operation }: ReportContext) =>
  operation === 'gate' ? '### Atlas maintenance gate' : `### Atlas maintenance window: ${operation}`;

const alertOf = (standing: Standing, sentences: Sentences) => alert(ALERTS[standing], verdict(sentences));

const verdict = ([first, ...others]: Sentences): string[] => [
  `**${prose(first)}**`,
  ...(others.length > 0 ? [others.map(text => `- ${prose(text)}`).join('\n')] : []),
];

function assumptions({ operation, maintenanceDuration }: ReportContext): string[] {
  if (operation !== 'gate') return [];
  return [
    `<sub>Maintenance is assumed to last ${formatDuration(maintenanceDuration)} (<code>maintenanceDuration</code>): Atlas publishes no length.<br>Atlas does urgent maintenance, such as security patches, at any time: a clear verdict is no promise.</sub>`,
  ];
}

/** All about one project below its verdict. */
function bodyOf(outcome: Outcome, context: ReportContext): string[] {
  const { done, window } = outcome;
  const warnings = warningsOf(outcome, context);
  const view = done?.did === 'judged' ? done.view : undefined;
  const state: [string, string][] = view
    ? [['Maintenance', stateText(view, at => inZones(at, zonesOf(window, context)))]]
    : [];
  const rows = window ? [...state, ...settings(window, context)] : [];
  return [
    ...(warnings.length > 0 ? [warnings.map(warning => `- ⚠️ ${prose(warning)}`).join('\n')] : []),
    ...(view ? timeline(view, context) : []),
    table(
      ['Project', projectLink(outcome, context)],
      rows.map(([name, value]) => [name, escaped(value)]),
    ),
  ];
}

const projectLink = ({ groupId }: Outcome, { baseUrl }: ReportContext) =>
  link(groupId, `${baseUrl}/v2/${groupId}`);

/** The chart, and the same in a table for where no chart is drawn. */
function timeline(view: GateView, context: ReportContext): string[] {
  const bars = barsOf(view, context);
  if (!bars.some(({ section }) => section === 'Maintenance')) return [];
  const zones = zonesOf(view.window, context);
  const rows = bars.map(({ section, label, style, ...interval }) => [
    section === 'Maintenance' ? `${section}: ${label.toLowerCase()}` : label,
    ...zones.map(zone =>
      style === 'milestone'
        ? moment(ceilMinute(interval.start), zone)
        : span(interval, zone).replace(/ to (?=[A-Z])/, ' to<br>'),
    ),
  ]);
  return [
    `\`\`\`mermaid\n${gantt(bars, context.gate?.zone.id ?? 'UTC')}\n\`\`\``,
    table(['', ...zones.map(escaped)], rows),
  ];
}

/** @param shown how to write an instant */
function stateText({ state, now, judgement }: GateView, shown: (at: EpochMs) => string): string {
  const { running, scheduled } = state;
  const [next, ...more] = scheduled;
  const known = [
    ...running.slice(0, 1).map(({ since }) => `running since ${shown(since)} (${ago(now - since)})`),
    ...(next ? [`scheduled for ${shown(next.start)}, ${howKnown(next, now)}`] : []),
    ...(more.length + running.length > 1 ? ['more may come'] : []),
    ...(state.unknown.length > 0 ? ['not all is known'] : []),
  ];
  if (known.length > 0) return known.join('; ');
  return judgement.unknown.length > 0 ? 'not known' : 'none announced';
}

/** Several projects: what holds for all, a table, and the details of each, as far as there is room. */
function together(
  outcomes: readonly Outcome[],
  message: string,
  context: ReportContext,
  most: number,
): string[] {
  const sorted = [...outcomes].sort((a, b) => rank(a) - rank(b));
  const worst = sorted[0] === undefined ? 'failed' : standingOf(sorted[0]);
  const { gate } = context;
  const last = gate ? ['Maintenance', 'Clear from'] : ['Deferrals used'];
  const head = table(['Project', 'Result', 'Window', 'Next start', ...last], []);

  let room = most - RESERVED_BYTES;
  /** As many from the front as there is room for. */
  const fitting = (texts: readonly string[]): string[] => {
    const fit = texts.findIndex(text => {
      room -= Buffer.byteLength(text) + 2;
      return room < 0;
    });
    return fit < 0 ? [...texts] : texts.slice(0, fit);
  };
  const rows = fitting(sorted.map(outcome => row(outcome, context)));
  const folded = fitting(sorted.map(outcome => fold(outcome, context)));
  const left = sorted.length - folded.length;
  return [
    alertOf(worst, [firstLine(message)]),
    ...(gate ? [`Times in ${escaped(gate.zone.id)}:`] : []),
    [head, ...rows].join('\n'),
    ...folded,
    ...(left === 0
      ? []
      : [
          `The details of ${left === 1 ? 'one project' : `${left} projects`}${rows.length < sorted.length ? ` and ${sorted.length - rows.length} rows of the table` : ''} are left out, as GitHub cuts longer text here; the worst come first. The output <code>results</code> holds all.`,
        ]),
  ];
}

function row(outcome: Outcome, context: ReportContext): string {
  const { done, window } = outcome;
  const view = done?.did === 'judged' ? done.view : undefined;
  const { gate } = context;
  const zone = gate?.zone.id ?? window?.timeZoneId ?? 'UTC';
  const set = window?.configured ? window : undefined;
  const clearAt = view?.judgement.block && view.judgement.clearAt;
  const shown = (at: EpochMs) => (gate ? moment(floorMinute(at), zone) : formatInZone(at, zone));
  const cells = [
    set ? weekly(set) : window ? 'none set' : '',
    set ? shown(nextWeeklyStart(set, context.now)) : '',
    ...(gate
      ? [view ? stateText(view, shown) : '', clearAt === undefined ? '' : shown(ceilMinute(clearAt))]
      : [set ? deferralsUsed(set) : '']),
  ];
  return `| ${[projectLink(outcome, context), markOf(outcome).replace(' ', '&nbsp;'), ...cells.map(escaped)].join(' | ')} |`;
}

function fold(outcome: Outcome, context: ReportContext): string {
  return details(
    `<code>${outcome.groupId}</code> ${MARKS[standingOf(outcome)]}`,
    [...verdict(sentencesOf(outcome, context)), ...bodyOf(outcome, context)].join('\n\n'),
  );
}
