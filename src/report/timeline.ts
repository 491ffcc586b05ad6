import { formatDuration } from '../schedule/duration.ts';
import { type EpochMs, hull, type Interval, overlaps } from '../schedule/interval.ts';
import { offsetAt } from '../schedule/offsets.ts';
import { toIso } from '../schedule/time.ts';
import { DAY, HOUR, MINUTE } from '../schedule/units.ts';
import { ceilMinute, floorMinute, moment, span } from '../words/instants.ts';
import type { Bar } from '../words/told.ts';

/** Distances between the marks of the axis, smallest first. */
const TICKS = [
  [5 * MINUTE, '5minute'],
  [15 * MINUTE, '15minute'],
  [30 * MINUTE, '30minute'],
  [HOUR, '1hour'],
  [2 * HOUR, '2hour'],
  [3 * HOUR, '3hour'],
  [6 * HOUR, '6hour'],
] as const;
const WIDEST_TICK = '12hour';
/** On a telephone there is room for one label more than that. */
const MOST_STEPS = 3;
/** All that is shown: an hour is still seen beside it, and three of the widest steps are enough. */
const WIDEST = 36 * HOUR;
/** Maintenance further from the deploy than this needs no chart to tell them apart. */
const NEAR = DAY;

/** The Gregorian calendar comes back after this many years, weekdays and leap days too. */
const CALENDAR = 400;

export interface Chart {
  readonly mermaid: string;
  /** What its times are in: the zone that was asked for or, where its clock changes within the chart, UTC. */
  readonly zone: string;
}

/**
 * The deploy and what its verdict turns on, as a Mermaid chart; none where no maintenance is near the deploy.
 *
 * Mermaid takes a time as one of the reader's clock and shows it the same, so what is written here is the wall clock
 * of `zone`. And where the reader's clock changes, Mermaid stretches bars or loses them: so the chart is drawn 400 years
 * early, when no zone had a clock to change, on the same weekdays and days of the month.
 */
export function gantt(bars: readonly Bar[], zone: string): Chart | undefined {
  const shown = shownOf(bars);
  if (shown === undefined) return undefined;
  const { start, end } = hull(shown);
  const clock = offsetAt(zone, start) === offsetAt(zone, end) ? zone : 'UTC';
  const drawn = (at: EpochMs) =>
    toIso(at, clock)
      .slice(0, 'YYYY-MM-DDTHH:mm'.length)
      .replace('T', ' ')
      .replace(/^\d+/, year => String(Number(year) - CALENDAR));
  const [, tick = WIDEST_TICK] = TICKS.find(([size]) => (end - start) / size <= MOST_STEPS) ?? [];
  const said = shown.filter(({ bar }) => bar.section !== 'Protected hours');
  const lines = [
    `%%{init: ${JSON.stringify(LAYOUT)}}%%`,
    `%% Drawn ${CALENDAR} years early, on the same weekdays: no clock of a reader changes there.`,
    'gantt',
    `  title Times in ${clock}`,
    '  accTitle: The deploy and the maintenance near it',
    `  accDescr: ${said.map(({ bar }) => `${bar.label} ${whenText(bar, clock)}`).join(', ')}, in ${clock}.`,
    '  dateFormat YYYY-MM-DD HH:mm',
    '  axisFormat %a %H:%M',
    `  tickInterval ${tick}`,
    '  todayMarker off',
  ];
  for (const [label, several] of Map.groupBy(shown, ({ bar }) => bar.label)) {
    lines.push(`  section ${wrapped(label)}`);
    for (const { bar, start, end } of several) {
      const style = bar.style === undefined ? '' : `${bar.style}, `;
      lines.push(`    ${textOf(bar)} :${style}${drawn(start)}, ${drawn(end)}`);
    }
  }
  return { mermaid: lines.join('\n'), zone: clock };
}

/** Room for the names of the rows, in at most two lines, and for half a label of the axis at its end. */
const LAYOUT = {
  gantt: { displayMode: 'compact', leftPadding: 90, rightPadding: 30 },
  themeCSS: [
    // Of long zones, the whole name is seen on a telephone too.
    '.titleText { font-size: 12px; }',
    // Beside its bar a label has the color for inside, which nobody sees in the dark, but for this.
    'text.taskTextOutsideRight, text.taskTextOutsideLeft { fill: inherit !important; }',
  ].join(' '),
};
const wrapped = (label: string) => label.replace(/(?=.{14})(.{1,13}) /g, '$1<br>');

/** In or beside a bar, which Mermaid never leaves bare: so short that it never runs into the name of the row. */
function textOf(bar: Bar): string {
  const { start, end } = inMinutes(bar);
  return bar.style === 'milestone' ? 'here' : formatDuration(end - start);
}

/** The bars of which the chart shows something. */
export const near = (bars: readonly Bar[]): Bar[] => shownOf(bars)?.map(({ bar }) => bar) ?? [];

/** A bar, and the part of its time that is in the chart. */
interface Shown extends Interval {
  readonly bar: Bar;
}

/** What is in a chart, cut at its edges; nothing, where no maintenance is near the deploy. */
function shownOf(bars: readonly Bar[]): Shown[] | undefined {
  const core = coreOf(bars);
  if (core === undefined) return undefined;
  const room = (WIDEST - (core.end - core.start)) / 2;
  const background = bars.filter(({ section }) => section === 'Protected hours');
  const figures = bars.filter(({ section }) => section !== 'Protected hours');
  const shown = cut(figures, { start: floorMinute(core.start - room), end: ceilMinute(core.end + room) });
  return [...shown, ...cut(background, hull(shown))];
}

const cut = (bars: readonly Bar[], within: Interval): Shown[] =>
  bars
    .map(bar => ({ bar, ...inMinutes(bar) }))
    .filter(shown => overlaps(shown, within) || (shown.start === shown.end && isIn(shown.start, within)))
    .map(({ bar, start, end }) => ({
      bar,
      start: Math.max(start, within.start),
      end: Math.min(end, within.end),
    }));

const isIn = (at: EpochMs, { start, end }: Interval) => start <= at && at <= end;

/** What the verdict turns on: where the deploy and the maintenance that is nearest meet, or what lies between them. */
function coreOf(bars: readonly Bar[]): Interval | undefined {
  const deploy = bars.find(({ section }) => section === 'Deploy');
  if (deploy === undefined) return undefined;
  const maintenance = bars.filter(({ section }) => section === 'Maintenance');
  const blocking = maintenance.filter(({ style }) => style === 'crit');
  const [nearest] = (blocking.length > 0 ? blocking : maintenance)
    .map(({ start, end }) => {
      const [until, from] = [Math.min(end, deploy.end), Math.max(start, deploy.start)];
      return { gap: from - until, start: Math.min(until, from), end: Math.max(until, from) };
    })
    .sort((a, b) => a.gap - b.gap);
  if (nearest === undefined || nearest.gap > NEAR) return undefined;
  return { start: nearest.start, end: Math.min(nearest.end, nearest.start + NEAR) };
}

/** People read minutes: what has a length covers all of it; at the minute from which on it is clear, it is. */
function inMinutes({ section, style, start, end }: Bar): Interval {
  if (style !== 'milestone') return { start: floorMinute(start), end: ceilMinute(end) };
  const at = section === 'Now' ? floorMinute(start) : ceilMinute(start);
  return { start: at, end: at };
}

/** When a thing is, in words: an instant, or from when to when. */
export function whenText(bar: Bar, zone: string): string {
  const { start, end } = inMinutes(bar);
  return start === end ? moment(start, zone) : span({ start, end }, zone);
}
