import { type EpochMs, hull } from '../schedule/interval.ts';
import { offsetAt } from '../schedule/offsets.ts';
import { toIso } from '../schedule/time.ts';
import { DAY, HOUR, WEEK } from '../schedule/units.ts';
import { ceilMinute, floorMinute } from '../words/instants.ts';
import type { Bar } from '../words/told.ts';

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
