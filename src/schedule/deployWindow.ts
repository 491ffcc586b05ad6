import { Complaint } from '../complaint.ts';
import { listed, quoted } from '../text.ts';
import { DAYS, dayCalled, SHORT_DAYS } from './days.ts';
import { type EpochMs, type Interval, joined } from './interval.ts';
import { type Clock, clocksOf, readLocal } from './offsets.ts';
import { dayIndex } from './time.ts';
import { DAY, HOUR, MINUTE } from './units.ts';

/** One line of a standing deploy window: the same hours on some days of every week. */
export interface DeployLine {
  /** As written. */
  readonly text: string;
  /** The days on which it starts, 0 = Sunday. */
  readonly days: ReadonlySet<number>;
  /** From midnight of such a day, in milliseconds of the wall clock; an end after midnight is over 24 h. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a standing deploy window, one line each: `Mon-Fri 09:00-17:00`, `Sat,Sun 22:00-02:00`,
 * `daily 12:00-13:00`. Blank lines do not count; `24:00` may end a window, and `00:00-24:00` is a whole day.
 *
 * @returns the lines, or for every line that is wrong a phrase with its number and the part that is wrong
 */
export function parseDeployWindow(text: string): { lines: DeployLine[]; problems: string[] } {
  const lines: DeployLine[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      lines.push(parseLine(line.trim()));
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      problems.push(`line ${index + 1}: ${error.message}`);
    }
  }
  if (lines.length + problems.length === 0) problems.push(`holds no line: write for example ${EXAMPLE}`);
  return { lines, problems };
}

/**
 * When the line's windows that touch [from, to) are, in the order of their days. Each covers every instant at
 * which the zone's clock shows a time of the window. Where the clock is put forward over a start, it starts
 * with that change; over an end, it ends as much later. Of a time shown twice the start is the earlier and
 * the end the later one. So a change of clock makes a window longer, never shorter. Where two releases of the zone's
 * rules differ, a window is there by both: one that is longer, or two where they leave time in between.
 */
export function occurrences(
  line: DeployLine,
  zone: string,
  from: EpochMs,
  to: EpochMs,
  clocks: readonly Clock[] = clocksOf(zone),
): Interval[] {
  const found: Interval[] = [];
  for (const readings of eachDay(line, clocks, from, to)) {
    for (const interval of joined(readings)) {
      if (interval.end > from && interval.start < to) found.push(interval);
    }
  }
  return found;
}

/** The first start or end of the line's windows that touch [from, to) on which the clocks differ: an instant for each. */
export function windowDifference(
  line: DeployLine,
  clocks: readonly Clock[],
  from: EpochMs,
  to: EpochMs,
): EpochMs[] | undefined {
  for (const readings of eachDay(line, clocks, from, to)) {
    if (!readings.some(({ start, end }) => end > from && start < to)) continue;
    for (const edge of ['start', 'end'] as const) {
      const instants = readings.map(reading => reading[edge]);
      if (new Set(instants).size > 1) return instants;
    }
  }
  return undefined;
}

/** The window of each day around [from, to), by every clock. */
function* eachDay(line: DeployLine, clocks: readonly Clock[], from: EpochMs, to: EpochMs) {
  for (let midnight = Math.floor(from / DAY) * DAY - MARGIN; midnight < to + MARGIN; midnight += DAY) {
    if (!line.days.has(dayIndex(midnight))) continue;
    yield clocks.map(clock => ({
      start: startOf(clock, midnight + line.start),
      end: endOf(clock, midnight + line.end),
    }));
  }
}

/** A window of a day and a night, on a wall clock up to a day away from UTC, over a day that the zone skipped. */
const MARGIN = 4 * DAY;

function startOf(clock: Clock, local: EpochMs): EpochMs {
  const reading = readLocal(clock, local);
  return 'change' in reading ? reading.change : reading.earlier;
}

function endOf(clock: Clock, local: EpochMs): EpochMs {
  const reading = readLocal(clock, local);
  return 'change' in reading ? reading.change + (local - reading.from) : reading.later;
}

const EXAMPLE = 'Mon-Fri 09:00-17:00';

function parseLine(line: string): DeployLine {
  const [, days = '', times = ''] = /^(\S.*?)\s+(\d.*)$/.exec(line) ?? [];
  if (days === '') {
    throw new Complaint(`${quoted(line)} does not give days and hours: write for example ${EXAMPLE}`);
  }
  const [first = '', last = '', ...more] = times.split('-');
  if (last === '' || more.length > 0) {
    throw new Complaint(`${quoted(times)} is not a start and an end: write for example 09:00-17:00`);
  }
  const [start, end] = [parseClock(first), parseClock(last)];
  if (start === DAY) throw new Complaint('"24:00" can only end a window: a day starts at 00:00');
  if (start === end) {
    throw new Complaint(`${quoted(times)} starts when it ends: write 00:00-24:00 for a whole day`);
  }
  return { text: line, days: parseDays(days), start, end: end < start ? end + DAY : end };
}

function parseClock(text: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (hours === undefined || Number(minutes) > 59 || time > DAY) {
    throw new Complaint(`${quoted(text)} is not a time of day: write 00:00 to 24:00, two digits each`);
  }
  return time;
}

function parseDays(text: string): Set<number> {
  if (text.toLowerCase() === 'daily') return new Set(DAYS.keys());
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const [first = 0, last = first, ...more] = part.trim().split('-').map(parseDay);
    if (more.length > 0) {
      throw new Complaint(`${quoted(part)} is not a day or a range of days: write Mon or Mon-Fri`);
    }
    for (let day = first; ; day = (day + 1) % DAYS.length) {
      days.add(day);
      if (day === last) break;
    }
  }
  return days;
}

function parseDay(text: string): number {
  const day = dayCalled(text);
  if (day < 0) {
    throw new Complaint(`${quoted(text)} is not a day: write ${listed([...SHORT_DAYS, 'daily'], 'or')}`);
  }
  return day;
}
