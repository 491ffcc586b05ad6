/**
 * What the action makes of time zones, under whichever Node runs this: the same questions as `zones.py`, with the names
 * of the zones after them, and the same lines. A zone that the action does not know says so.
 */
import { createHash } from 'node:crypto';
import { clocksOf, stretches } from '../../src/schedule/offsets.ts';
import { type DayOfWeek, weeklyStarts } from '../../src/schedule/weekly.ts';
import { parseZone } from '../../src/schedule/zone.ts';

const DAYS: readonly DayOfWeek[] = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const SECOND = 1000;

/** By the clock with the newest rules, the action's own or the runner's. */
const questions: Record<string, (zone: string, from: number, to: number) => (string | number)[]> = {
  offsets: (zone, from, to) =>
    stretches(clocksOf(zone)[0], from, to).flatMap(({ start, offset }) =>
      start === from ? [offset / SECOND] : [start / SECOND, offset / SECOND],
    ),
  starts: (timeZoneId, from, to) => {
    const [newest] = clocksOf(timeZoneId);
    const lines = DAYS.flatMap(dayOfWeek =>
      HOURS.map(hourOfDay =>
        weeklyStarts({ dayOfWeek, hourOfDay, timeZoneId }, from, to, [newest])
          .map(start => start / SECOND)
          .join(' '),
      ),
    );
    return [createHash('sha256').update(lines.join('\n')).digest('hex')];
  },
};

const [question = '', from, to, ...zones] = process.argv.slice(2);
for (const zone of zones) {
  const told = answer(zone) ?? ['is not known'];
  console.log([zone, ...told].join(' '));
}

function answer(zone: string) {
  let id: string;
  try {
    ({ id } = parseZone(zone));
  } catch {
    return undefined;
  }
  return questions[question]?.(id, Number(from) * SECOND, Number(to) * SECOND);
}
