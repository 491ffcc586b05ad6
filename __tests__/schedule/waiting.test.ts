import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Question } from '../../src/schedule/judge.ts';
import type { MaintenanceState } from '../../src/schedule/maintenance.ts';
import { prospectOf } from '../../src/schedule/waiting.ts';
import { HOUR, utc, WEEK } from './support.ts';

const MINUTE = HOUR / 60;
const NOTHING: MaintenanceState = { running: [], scheduled: [], unknown: [] };
const SUNDAY = utc('2026-03-08T03:00');
const planned = (start: number) => ({
  start,
  latest: start,
  announced: start - 60 * HOUR,
  deferrals: 0,
  by: 'X',
});

/** A deploy of an hour that starts now, beside a window that starts on Sundays at 03:00 UTC. */
function at(now: number, state: MaintenanceState = NOTHING, more: Partial<Question> = {}): Question {
  return {
    window: { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' },
    state,
    deploys: [{ start: now, end: now + HOUR }],
    maintenanceDuration: 4 * HOUR,
    blockOn: 'window',
    now,
    ...more,
  };
}

describe('the next look', () => {
  it('comes a minute later while maintenance runs, which may end at any time', () => {
    const now = SUNDAY + 2 * HOUR;
    const state = { ...NOTHING, running: [{ since: now - 10 * MINUTE, by: 'X' }] };
    expect(prospectOf(at(now, state, { blockOn: 'scheduled' }))).toEqual({
      look: now + MINUTE,
      earliest: now,
    });
  });

  it('while it runs inside the weekly window: not clear before the assumed end of that', () => {
    const now = SUNDAY + 2 * HOUR;
    const state = { ...NOTHING, running: [{ since: SUNDAY, by: 'X' }] };
    expect(prospectOf(at(now, state))).toEqual({ look: now + MINUTE, earliest: SUNDAY + 4 * HOUR });
  });

  it('comes a minute later while maintenance is due and not heard of', () => {
    const now = SUNDAY + HOUR;
    const state = { ...NOTHING, scheduled: [planned(SUNDAY)] };
    const { look } = prospectOf(at(now, state, { blockOn: 'scheduled' }));
    expect(look).toBe(now + MINUTE);
  });

  it('comes a minute later from the very start of what is announced: it may be called off', () => {
    const state = { ...NOTHING, scheduled: [planned(SUNDAY)] };
    const { look } = prospectOf(at(SUNDAY, state, { blockOn: 'scheduled' }));
    expect(look).toBe(SUNDAY + MINUTE);
  });

  it('may find it clear at once when what runs ends, though not all is known', () => {
    const now = SUNDAY + 48 * HOUR;
    const unknown = [{ why: 'unreadable' as const }];
    const state = { ...NOTHING, running: [{ since: now - 10 * MINUTE, by: 'X' }], unknown };
    expect(prospectOf(at(now, state))).toEqual({ look: now + MINUTE, earliest: now });
  });

  it('comes when announced maintenance is assumed to end', () => {
    const now = SUNDAY - 30 * MINUTE;
    const state = { ...NOTHING, scheduled: [planned(SUNDAY)] };
    const due = { look: SUNDAY + 4 * HOUR, earliest: SUNDAY + 4 * HOUR };
    expect(prospectOf(at(now, state, { blockOn: 'scheduled' }))).toEqual(due);
    expect(prospectOf(at(now))).toEqual(due);
  });

  it('comes in a moment, where it can be known in a moment', () => {
    const now = SUNDAY - 47 * HOUR;
    const deploys = [{ start: now, end: now + 60 * HOUR }];
    expect(prospectOf(at(now, NOTHING, { blockOn: 'scheduled', deploys }))).toEqual({
      look: now + 1,
      earliest: now,
    });
  });

  it('comes when it can be known, where it is too early now', () => {
    const now = SUNDAY - 48 * HOUR;
    const question = at(now, NOTHING, {
      blockOn: 'scheduled',
      deploys: [{ start: now, end: now + 60 * HOUR }],
    });
    expect(prospectOf(question)).toEqual({ look: SUNDAY - 47 * HOUR, earliest: SUNDAY - 47 * HOUR });
  });

  it('comes a minute later where no start is clear at all, and has no earliest time', () => {
    const now = SUNDAY - HOUR;
    const question = at(now, NOTHING, { deploys: [{ start: now, end: now + WEEK }] });
    expect(prospectOf(question)).toEqual({ look: now + MINUTE, earliest: undefined });
  });
});

it('a deploy is never clear before the earliest time, unless an event tells so', () => {
  const instant = fc.integer({ min: -12 * 60, max: 60 * 60 }).map(minutes => SUNDAY + minutes * MINUTE);
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 72 }),
      fc.constantFrom('window', 'scheduled'),
      fc.array(instant, { maxLength: 2 }),
      fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 2 }),
      (now, hours, blockOn, starts, since) => {
        const state = {
          ...NOTHING,
          running: since.map(minutes => ({ since: now - minutes * MINUTE, by: 'X' })),
          scheduled: [...starts].sort((a, b) => a - b).map(planned),
        };
        const question = at(now, state, { blockOn, deploys: [{ start: now, end: now + hours * HOUR }] });
        fc.pre(judge(question).overlap);
        const { look, earliest } = prospectOf(question);
        expect(look).toBeGreaterThan(now);
        // As it is judged later, with what is under way done and gone.
        const done = { ...state, running: [], scheduled: state.scheduled.filter(({ start }) => start > now) };
        for (
          let later = now;
          later < Math.min(earliest ?? now + 3 * WEEK, now + 3 * WEEK);
          later += 7 * HOUR
        ) {
          const then = at(later, done, { blockOn, deploys: [{ start: later, end: later + hours * HOUR }] });
          expect([later, judge(then).overlap]).toEqual([later, true]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
