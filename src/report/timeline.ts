import type { GateView } from '../operations/project.ts';
import { occurrences } from '../schedule/deployWindow.ts';
import { type EpochMs, type Interval, overlaps } from '../schedule/interval.ts';
import { type Block, runningInterval, scheduledInterval } from '../schedule/judge.ts';
import { offsetAt } from '../schedule/offsets.ts';
import { toIso } from '../schedule/time.ts';
import { DAY, HOUR, WEEK } from '../schedule/units.ts';
import type { ReportContext } from './context.ts';
import { ceilMinute, floorMinute } from './instants.ts';

/** One thing that has its time: a bar of the chart and a row of the table beside it. */
export interface Bar extends Interval {
  readonly section: 'Deploy' | 'Maintenance' | 'Protected hours';
  /** One of this file's own words: nothing that others wrote goes into a chart. */
  readonly label: string;
  /** How the chart draws it. */
  readonly style?: 'active' | 'crit' | 'done' | 'milestone';
}

const REASONS = {
  running: 'Running',
  scheduled: 'Scheduled',
  tooEarly: 'Too early to know',
  weekly: 'Weekly start',
} as const;

/** A deploy clear further away than this would press all else together. */
const FURTHEST_CLEAR = 2 * WEEK;
/** More days of protected hours would say no more. */
const MOST_PROTECTED = 7 * DAY;

/** What a person wants to see side by side: the deploy, the maintenance around it, the protected hours between. */
export function barsOf(view: GateView, context: ReportContext): Bar[] {
  const { deploys, judgement, state, window, now } = view;
  const { maintenanceDuration } = context;
  const { block, nextStart, clearAt } = judgement;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === undefined) return [];

  const maintenance = new Map<EpochMs, Bar>();
  /** What blocks is told first, so that it keeps its word; each start once, and beside a block only what is near. */
  const add = (label: string, interval: Interval, style?: Bar['style']) => {
    if (maintenance.has(interval.start)) return;
    if (block && style === undefined && !overlaps(interval, around(block))) return;
    maintenance.set(interval.start, { section: 'Maintenance', label, ...interval, ...(style && { style }) });
  };
  if (block) add(REASONS[block.reason], block.maintenance, 'crit');
  for (const { since } of state.running)
    add(REASONS.running, runningInterval(since, maintenanceDuration, now));
  for (const planned of state.scheduled)
    add(REASONS.scheduled, scheduledInterval(planned, maintenanceDuration, now));
  if (nextStart !== undefined) {
    const counts = context.gate?.blockOn === 'window' || state.unknown.length > 0;
    const label = counts ? REASONS.weekly : `${REASONS.weekly}, nothing announced`;
    add(label, { start: nextStart, end: nextStart + maintenanceDuration });
  }

  const bars: Bar[] = [
    { section: 'Deploy', label: 'Deploy', ...deploy, style: 'active' },
    ...[...maintenance.values()].sort((a, b) => a.start - b.start),
  ];
  if (block && clearAt !== undefined && clearAt - block.maintenance.end <= FURTHEST_CLEAR)
    bars.splice(1, 0, {
      section: 'Deploy',
      label: 'Clear from',
      start: clearAt,
      end: clearAt,
      style: 'milestone',
    });

  const whole = hull(bars);
  if (window.configured && window.protectedHours && whole.end - whole.start <= MOST_PROTECTED) {
    const { startHourOfDay, endHourOfDay } = window.protectedHours;
    const line = {
      text: '',
      days: new Set([0, 1, 2, 3, 4, 5, 6]),
      start: startHourOfDay * HOUR,
      end: (endHourOfDay > startHourOfDay ? endHourOfDay : endHourOfDay + 24) * HOUR,
    };
    for (const interval of occurrences(line, window.timeZoneId, whole.start, whole.end))
      bars.push({ section: 'Protected hours', label: 'Protected hours', ...interval, style: 'done' });
  }
  return bars;
}

/** A day before and after a deploy and what it meets. */
const around = ({ deploy, maintenance }: Block): Interval => ({
  start: Math.min(deploy.start, maintenance.start) - DAY,
  end: Math.max(deploy.end, maintenance.end) + DAY,
});

const hull = (bars: readonly Interval[]): Interval => ({
  start: bars.reduce((at, { start }) => Math.min(at, start), Number.POSITIVE_INFINITY),
  end: bars.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY),
});

/** Distances between the marks of the axis, smallest first. */
const TICKS = [
  [HOUR, '1hour'],
  [2 * HOUR, '2hour'],
  [3 * HOUR, '3hour'],
  [6 * HOUR, '6hour'],
  [12 * HOUR, '12hour'],
  [DAY, '1day'],
  [2 * DAY, '2day'],
  [WEEK, '1week'],
] as const;
const MOST_TICKS = 10;

/**
 * The bars as a Mermaid chart. Mermaid knows no zones: it takes a time as one of the reader's clock and shows it the
 * same, so what is written here is the wall clock of `zone`, which the title names. Where that clock changes within
 * the chart it is UTC, so that every bar has its true length.
 */
export function gantt(bars: readonly Bar[], zone: string): string {
  const { start, end } = hull(bars);
  const shown = offsetAt(zone, start) === offsetAt(zone, end) ? zone : 'UTC';
  const clock = (at: EpochMs) => toIso(at, shown).slice(0, 'YYYY-MM-DDTHH:mm'.length).replace('T', ' ');
  const [size, tick] = TICKS.find(([size]) => (end - start) / size <= MOST_TICKS) ?? [WEEK, '1month'];
  const lines = [
    // Room for the sections' names, which Mermaid would let run into the bars.
    `%%{init: {"gantt": {"leftPadding": 110}}}%%`,
    'gantt',
    `  title Times in ${shown.replace(/[^\w/+ -]/g, ' ')}`,
    '  dateFormat YYYY-MM-DD HH:mm',
    `  axisFormat ${size < DAY ? '%a %H:%M' : '%a %d %b'}`,
    `  tickInterval ${tick}`,
    '  todayMarker off',
  ];
  let section = '';
  for (const bar of bars) {
    if (bar.section !== section) lines.push(`  section ${bar.section}`);
    section = bar.section;
    const style = bar.style === undefined ? '' : `${bar.style}, `;
    const from = bar.style === 'milestone' ? ceilMinute(bar.start) : floorMinute(bar.start);
    lines.push(`    ${bar.label} :${style}${clock(from)}, ${clock(ceilMinute(bar.end))}`);
  }
  return lines.join('\n');
}
