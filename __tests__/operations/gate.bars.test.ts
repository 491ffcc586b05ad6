import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/schedule/units.ts';
import {
  at,
  deployOf,
  firstOf,
  gateOf,
  NOON,
  NOTHING,
  running,
  scheduled,
  standing,
  windowOf,
} from '../report/outcomes.ts';

const time = (ms: number) => new Date(ms).toISOString().slice(5, 16).replace('T', ' ');

/** `Deploy: 03-08 20:30 to 03-08 21:30, active` */
const drawn = (...args: Parameters<typeof gateOf>) =>
  firstOf(gateOf(...args)).bars.map(({ section, label, start, end, style }) => {
    const name = section === label ? label : `${section}, ${label}`;
    return `${name}: ${time(start)}${start === end ? '' : ` to ${time(end)}`}${style ? `, ${style}` : ''}`;
  });
const maintenanceIn = (...args: Parameters<typeof gateOf>) =>
  drawn(...args).filter(bar => bar.startsWith('Maintenance'));

describe('the chart of a gate shows', () => {
  const announced = scheduled('2026-03-08T20:00Z');
  /** The last moment at which Atlas would have announced it is past. */
  const known = at('2026-03-08T12:00Z');
  const unannounced = { now: known, task: { blockOn: 'scheduled' } } as const;

  it('now, the deploy, from when on it is clear, and what blocks', () => {
    expect(drawn({ state: announced })).toEqual([
      'Now: 03-06 12:00, milestone',
      'Deploy: 03-08 20:30 to 03-08 21:30, active',
      'Deploy, Clear from: 03-09 00:00, milestone',
      'Maintenance, Scheduled: 03-08 20:00 to 03-09 00:00, crit',
    ]);
  });

  it('no time that is clear, where none is or nothing blocks', () => {
    for (const gate of [{ deploy: deployOf('2026-03-08T20:30Z', 24 * 7) }, unannounced])
      expect(drawn(gate).join()).not.toContain('Clear from');
  });

  it('of a standing deploy window the deploy that is blocked, or the next', () => {
    const deploy = standing('Sat 10:00-11:00\nSun 20:00-21:30');
    expect(drawn({ deploy })).toContain('Deploy: 03-08 19:00 to 03-08 20:30, active');
    const window = windowOf({ dayOfWeek: 4 });
    expect(drawn({ deploy, window })).toContain('Deploy: 03-07 09:00 to 03-07 10:00, active');
  });

  it('each start by the name of what is known of it', () => {
    expect(maintenanceIn()).toEqual(['Maintenance, Weekly start: 03-08 20:00 to 03-09 00:00, crit']);
    expect(maintenanceIn({ task: { blockOn: 'scheduled' } })).toEqual([
      'Maintenance, Too early to know: 03-08 20:00 to 03-09 00:00, crit',
    ]);
    expect(maintenanceIn(unannounced)).toEqual([
      'Maintenance, Weekly start, ignored: 03-08 20:00 to 03-09 00:00, done',
    ]);
    expect(maintenanceIn({ deploy: deployOf('2026-03-07T12:00Z') })).toEqual([
      'Maintenance, Weekly start: 03-08 20:00 to 03-09 00:00',
    ]);
    expect(maintenanceIn({ deploy: deployOf('2026-03-07T12:00Z'), state: announced })).toEqual([
      'Maintenance, Scheduled: 03-08 20:00 to 03-09 00:00',
    ]);
  });

  it('all maintenance, in the order of its starts', () => {
    const both = running(NOON - HOUR, 'MAINTENANCE_STARTED', scheduled('2026-03-07T20:00Z'));
    expect(maintenanceIn({ state: both })).toEqual([
      'Maintenance, Running: 03-06 11:00 to 03-06 16:00',
      'Maintenance, Scheduled: 03-07 20:00 to 03-08 00:00',
      'Maintenance, Weekly start: 03-08 20:00 to 03-09 00:00, crit',
    ]);
  });

  it('no maintenance where no window is set and nothing runs', () => {
    expect(maintenanceIn({ window: { configured: false }, state: NOTHING })).toEqual([]);
  });

  it('the protected hours within two days of the deploy, on the clock of the project', () => {
    const deploy = deployOf('2026-03-11T12:00Z');
    const hours = (startHourOfDay: number, endHourOfDay: number) =>
      drawn({ deploy, window: windowOf({ protectedHours: { startHourOfDay, endHourOfDay } }) }).filter(bar =>
        bar.startsWith('Protected hours'),
      );
    expect(hours(9, 17)).toEqual([
      'Protected hours: 03-09 08:00 to 03-09 16:00, done',
      'Protected hours: 03-10 08:00 to 03-10 16:00, done',
      'Protected hours: 03-11 08:00 to 03-11 16:00, done',
      'Protected hours: 03-12 08:00 to 03-12 16:00, done',
      'Protected hours: 03-13 08:00 to 03-13 16:00, done',
    ]);
    // Over midnight.
    expect(hours(22, 6)).toEqual([
      'Protected hours: 03-09 21:00 to 03-10 05:00, done',
      'Protected hours: 03-10 21:00 to 03-11 05:00, done',
      'Protected hours: 03-11 21:00 to 03-12 05:00, done',
      'Protected hours: 03-12 21:00 to 03-13 05:00, done',
    ]);
    expect(drawn({ deploy }).join()).not.toContain('Protected');
  });

  it('protected hours on every day of the week', () => {
    const protectedHours = { startHourOfDay: 9, endHourOfDay: 17 };
    const days = ['2026-03-09', '2026-03-12'].flatMap(day =>
      firstOf(
        gateOf({ deploy: deployOf(`${day}T12:00Z`), window: windowOf({ protectedHours }) }),
      ).bars.flatMap(({ label, start }) =>
        label === 'Protected hours' ? [new Date(start).getUTCDay()] : [],
      ),
    );
    expect(new Set(days).size).toBe(7);
  });
});
