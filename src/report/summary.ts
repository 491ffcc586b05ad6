import { counted } from '../text.ts';
import { projectCalled } from '../words/phrases.ts';
import type { Account, Frame, Standing, Told } from '../words/told.ts';
import { headingOf, markOf, rank } from './heading.ts';
import { type Alert, alert, details, escaped, link, prose, table } from './markdown.ts';
import { headline, overrideOf } from './message.ts';
import { gantt, whenText } from './timeline.ts';

/** GitHub takes 1 MiB a step; what is left is for what redaction may add. */
const MOST_BYTES = 1_000_000;
/** For what stands around rows and details. */
const RESERVED_BYTES = 3000;

const ALERTS: Readonly<Record<Standing, Alert>> = {
  failed: 'CAUTION',
  blocked: 'CAUTION',
  unknown: 'CAUTION',
  tooEarly: 'CAUTION',
  overridden: 'WARNING',
  warned: 'WARNING',
  dryRun: 'NOTE',
  noWindow: 'NOTE',
  ignored: 'NOTE',
  clear: 'TIP',
  removed: 'WARNING',
  changed: 'TIP',
  nothingToDo: 'NOTE',
  read: 'NOTE',
};

/**
 * The job summary, and what a comment on a pull request holds.
 *
 * @param baseUrl of Atlas, without a trailing slash
 * @param most bytes
 */
export function summary(account: Account, baseUrl: string, most = MOST_BYTES): string {
  const { frame, told } = account;
  const [single, ...more] = told;
  const parts =
    single !== undefined && more.length === 0
      ? [
          alertOf(single.standing, [...overrideOf(account), ...single.sentences]),
          ...bodyOf(single, frame, baseUrl),
        ]
      : together(account, baseUrl, most);
  return `${[`### ${headingOf(account)}`, ...parts, ...assumptions(account)].join('\n\n')}\n`;
}

/** What came to no verdict; the lines of a message that begin with a dash are a list. */
export function errorSummary(heading: string, message: string): string {
  const [first = '', ...lines] = message.split('\n');
  return `### ${heading}\n\n${alert('CAUTION', verdict([first, ...lines.map(line => line.replace(/^- /, ''))]))}\n`;
}

const alertOf = (standing: Standing, sentences: readonly string[]) =>
  alert(ALERTS[standing], verdict(sentences));

const verdict = ([first = '', ...others]: readonly string[]): string[] => [
  `**${prose(first)}**`,
  ...(others.length > 0 ? [others.map(text => `- ${prose(text)}`).join('\n')] : []),
];

/** What was assumed, where anything was judged. */
const assumptions = ({ frame: { assumptions }, told }: Account): string[] =>
  assumptions.length === 0 || told.every(({ error }) => error !== null)
    ? []
    : [`<sub>${assumptions.map(prose).join('<br>')}</sub>`];

/** All about one project below its verdict. */
function bodyOf(told: Told, frame: Frame, baseUrl: string): string[] {
  const times = timeline(told, frame);
  const rows = told.rows.filter(([, , kind]) => kind !== 'time' || times.length === 0);
  return [
    ...(told.warnings.length > 0 ? [told.warnings.map(warning => `- ⚠️ ${prose(warning)}`).join('\n')] : []),
    ...(told.changes.length > 0 ? [changes(told)] : []),
    ...times,
    table(
      ['Project', projectText(told, baseUrl)],
      rows.map(([name, value]) => [narrow(name), unbroken(prose(value))]),
    ),
  ];
}

/** @param text Markdown */
const projectLink = (
  { groupId, name }: Told,
  baseUrl: string,
  text = escaped(projectCalled(groupId, name)),
): string => (groupId === '' ? 'not known' : link(text, `${baseUrl}/v2/${groupId}`));

/** The name where there is one, and the id, in which a line may end: else it alone makes a table too wide for a telephone. */
function projectText(told: Told, baseUrl: string): string {
  const id = told.groupId.replace(/^\w{12}(?=\w)/, '$&<wbr>');
  return told.name === null
    ? projectLink(told, baseUrl, id)
    : `${projectLink(told, baseUrl)} <code>${id}</code>`;
}

const changes = ({ changes, standing }: Told) =>
  table(
    ['Setting', 'Before', standing === 'dryRun' ? 'After (not done)' : 'After'],
    changes.map(cells => cells.map(escaped)),
  );

/** The chart, and a table for what it drops, for other zones, and for where no chart is drawn. */
function timeline({ bars, zones }: Told, { zone = 'UTC' }: Frame): string[] {
  if (!bars.some(({ section }) => section === 'Maintenance')) return [];
  const chart = gantt(bars, zone);
  const inOrder = [...new Set([zone, ...zones])];
  const rows = bars
    // They are a setting, told below.
    .filter(({ section }) => section !== 'Protected hours')
    .map(bar => [
      bar.section === 'Maintenance' ? `Maintenance: ${bar.label.toLowerCase()}` : bar.label,
      ...inOrder.map(zone => unbroken(whenText(bar, zone)).replace(/ to (?=[A-Z])/, '&nbsp;to<br>')),
    ]);
  return [
    ...(chart ? [`\`\`\`mermaid\n${chart.mermaid}\n\`\`\``] : []),
    ...(chart && chart.zone !== zone
      ? [`<sub>The chart is in UTC, as the clock of ${escaped(zone)} changes within it.</sub>`]
      : []),
    table(['', ...inOrder.map(escaped)], rows),
  ];
}

const DATE = /\b[A-Z][a-z]{2} \d{4}-\d{2}-\d{2}/;
const TIME = / \d{2}:\d{2}/;
const LENGTH = /\b\d+ (?:d|h|min)\b(?: \d+ (?:h|min)\b)?/;

const glued = (text: string, parts: RegExp): string =>
  text.replace(parts, part => part.replaceAll(' ', '&nbsp;').replaceAll('-', '-&NoBreak;'));

/** Where there is little room a line ends between two instants or lengths of time, not inside of one. */
const INSTANTS = new RegExp(`${DATE.source}${TIME.source}|${LENGTH.source}`, 'g');
const unbroken = (text: string): string => glued(text, INSTANTS);

/** Where there is less, it may end between a date and its time too. */
const DATES = new RegExp(`${DATE.source}|${LENGTH.source}`, 'g');
const narrow = (text: string): string => glued(text, DATES);

/** Several projects: what holds for all, a table, and the details of each, as far as there is room. */
function together(account: Account, baseUrl: string, most: number): string[] {
  const { frame, told: all } = account;
  const sorted = all.toSorted((a, b) => rank(a) - rank(b));
  const worst = sorted[0]?.standing ?? 'failed';
  const named = all.some(({ name }) => name !== null);
  const columns = [...frame.columns.keys()].filter(at => all.some(({ cells }) => cells[at]));
  const names = columns.flatMap(at => frame.columns[at] ?? []);
  const head = table(['Result', 'Project', ...(named ? ['Id'] : []), ...names], []);

  let room = most - RESERVED_BYTES;
  /** As many from the front as there is room for. */
  const fitting = (texts: readonly string[]): string[] => {
    const fit = texts.findIndex(text => {
      room -= Buffer.byteLength(text) + 2;
      return room < 0;
    });
    return fit < 0 ? [...texts] : texts.slice(0, fit);
  };
  const rows = fitting(sorted.map(told => row(told, named, columns, baseUrl)));
  const folded = fitting(sorted.map(told => fold(told, frame, baseUrl)));
  const left = sorted.length - folded.length;
  const leftRows = sorted.length - rows.length;
  return [
    alertOf(worst, headline(account)),
    ...(frame.zone === undefined ? [] : [`Times in ${escaped(frame.zone)}:`]),
    [head, ...rows].join('\n'),
    ...folded,
    ...(left === 0
      ? []
      : [
          `The details of ${counted(left, 'project')}${leftRows > 0 ? ` and ${counted(leftRows, 'row')} of the table` : ''} are left out, as GitHub cuts longer text here; the worst come first. The output <code>results</code> holds all.`,
        ]),
  ];
}

/**
 * @param named whether some of the projects have a name, so that ids stand in a column of their own
 * @param columns of those of the frame, the ones in which some project has something
 */
function row(told: Told, named: boolean, columns: readonly number[], baseUrl: string): string {
  const cells = [
    markOf(told).replaceAll(' ', '&nbsp;'),
    projectLink(told, baseUrl),
    ...(named ? [`<code>${told.groupId}</code>`] : []),
    ...columns.map(at => narrow(escaped(told.cells[at] ?? ''))),
  ];
  return `| ${cells.join(' | ')} |`;
}

const fold = (told: Told, frame: Frame, baseUrl: string): string =>
  details(
    [
      markOf(told),
      ...(told.name === null ? [] : [escaped(projectCalled(told.groupId, told.name))]),
      `<code>${told.groupId}</code>`,
    ]
      .filter(part => part !== '')
      .join(' '),
    [...verdict(told.sentences), ...bodyOf(told, frame, baseUrl)].join('\n\n'),
  );
