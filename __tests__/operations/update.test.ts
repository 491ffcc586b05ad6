import { describe, expect, it } from 'vitest';
import type { MaintenanceWindow, WindowPatch } from '../../src/atlas/window.ts';
import { deviations, settingsPatch, update } from '../../src/operations/update.ts';
import { ID, SCENE, windowOf } from '../report/outcomes.ts';

const hours = { startHourOfDay: 9, endHourOfDay: 17 };
const set: MaintenanceWindow = {
  configured: true,
  dayOfWeek: 7,
  hourOfDay: 0,
  timeZoneId: 'Europe/Berlin',
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 1,
  startASAP: false,
  protectedHours: hours,
};
const unset: MaintenanceWindow = { configured: false };

describe('what update sends', () => {
  it('is nothing where all holds already, since even an empty change resets the deferrals', () => {
    expect(
      settingsPatch(set, {
        dayOfWeek: 7,
        hourOfDay: 0,
        autoDeferOnceEnabled: false,
        protectedHours: hours,
        waveAssignment: null,
      }),
    ).toBeUndefined();
  });

  it('is what is wished, along with what holds, as Atlas may clear what is left out', () => {
    expect(settingsPatch(set, { autoDeferOnceEnabled: true })).toEqual({
      dayOfWeek: 7,
      hourOfDay: 0,
      autoDeferOnceEnabled: true,
      protectedHours: hours,
    });
    expect(settingsPatch(set, { dayOfWeek: 1 })).toEqual({
      dayOfWeek: 1,
      hourOfDay: 0,
      autoDeferOnceEnabled: false,
      protectedHours: hours,
    });
    const { protectedHours: _, ...bare } = set;
    expect(settingsPatch(bare, { hourOfDay: 5 })).toEqual({
      dayOfWeek: 7,
      hourOfDay: 5,
      autoDeferOnceEnabled: false,
    });
  });

  it('clears protected hours with an empty object and a wave with null', () => {
    const waves: MaintenanceWindow = { ...set, waveAssignment: 2 };
    expect(settingsPatch(waves, { protectedHours: null, waveAssignment: null })).toEqual({
      dayOfWeek: 7,
      hourOfDay: 0,
      autoDeferOnceEnabled: false,
      protectedHours: {},
      waveAssignment: null,
    });
  });

  it('names a wave only where one is wished', () => {
    const waves: MaintenanceWindow = { ...set, waveAssignment: 2, effectiveWaveAssignment: 2 };
    expect(settingsPatch(waves, { hourOfDay: 1 })).not.toHaveProperty('waveAssignment');
    expect(settingsPatch(waves, { hourOfDay: 1, waveAssignment: 2 })).toMatchObject({ waveAssignment: 2 });
    expect(settingsPatch(waves, { waveAssignment: 3 })).toMatchObject({ dayOfWeek: 7, waveAssignment: 3 });
  });

  it('is a wave alone where no window is set', () => {
    expect(settingsPatch(unset, { waveAssignment: 2 })).toEqual({ waveAssignment: 2 });
    expect(settingsPatch({ ...unset, waveAssignment: 2 }, { waveAssignment: 2 })).toBeUndefined();
    expect(settingsPatch({ ...unset, waveAssignment: 2 }, { waveAssignment: null })).toEqual({
      waveAssignment: null,
    });
    expect(settingsPatch(unset, { waveAssignment: null })).toBeUndefined();
  });

  it('names midnight on a first update, and what the project told of itself', () => {
    expect(settingsPatch(unset, { dayOfWeek: 1, hourOfDay: 0 })).toEqual({ dayOfWeek: 1, hourOfDay: 0 });
    expect(settingsPatch({ ...unset, autoDeferOnceEnabled: false }, { dayOfWeek: 1, hourOfDay: 0 })).toEqual({
      dayOfWeek: 1,
      hourOfDay: 0,
      autoDeferOnceEnabled: false,
    });
  });

  it.each([
    { hourOfDay: 3 },
    { dayOfWeek: 3, waveAssignment: 2 },
    { autoDeferOnceEnabled: false },
    { protectedHours: null },
    { protectedHours: hours, waveAssignment: 1 },
  ] as const)('demands both day and hour of a first update: %o', wish => {
    expect(() => settingsPatch(unset, wish)).toThrow(/both dayOfWeek and hourOfDay/);
  });
});

describe('a read after an update', () => {
  const wish = { hourOfDay: 5 } as const;

  it('is right where it shows the wish and all else as it was', () => {
    expect(deviations(set, wish, { ...set, hourOfDay: 5, numberOfDeferrals: 0 })).toEqual([]);
  });

  it('lets a wave in force follow', () => {
    const before: MaintenanceWindow = { ...set, effectiveWaveAssignment: 1 };
    const after: MaintenanceWindow = { ...set, waveAssignment: 3, effectiveWaveAssignment: 3 };
    expect(deviations(before, { waveAssignment: 3 }, after)).toEqual([]);
  });

  it('tells what Atlas ignored from what came out otherwise', () => {
    expect(deviations(set, wish, set)).toEqual(['Atlas ignored hourOfDay, which is still 0 and not 5']);
    expect(deviations(set, wish, { ...set, hourOfDay: 7 })).toEqual([
      'hourOfDay went from 0 to 7, where 5 was asked for',
    ]);
    expect(deviations(set, { protectedHours: null }, set)).toEqual([
      'Atlas ignored protectedHours, which is still 9-17 and not none',
    ]);
  });

  it.each([
    [{ dayOfWeek: 1 }, 'dayOfWeek went from 7 to 1'],
    [{ timeZoneId: 'UTC' }, 'timeZoneId went from Europe/Berlin to UTC'],
    [{ autoDeferOnceEnabled: true }, 'autoDeferOnceEnabled went from false to true'],
    [{ protectedHours: undefined }, 'protectedHours went from 9-17 to none'],
    [{ protectedHours: { ...hours, endHourOfDay: 18 } }, 'protectedHours went from 9-17 to 9-18'],
    [{ waveAssignment: 2 }, 'waveAssignment went from none to 2'],
    [{ startASAP: true }, 'startASAP went from false to true'],
  ] as const)('names what moved though nobody asked: %o', (moved, says) => {
    expect(deviations(set, wish, { ...set, hourOfDay: 5, ...moved })).toEqual([
      `${says}, which this step did not ask for`,
    ]);
  });

  it('takes what maintenance does by itself, and what is first told with a first window, for no move', () => {
    expect(deviations({ ...set, startASAP: true }, wish, { ...set, hourOfDay: 5 })).toEqual([]);
    expect(deviations(unset, { dayOfWeek: 7, hourOfDay: 0 }, set)).toEqual([]);
  });

  it('knows what a project without a window had told of itself', () => {
    const before: MaintenanceWindow = { ...unset, timeZoneId: 'UTC' };
    expect(deviations(before, { dayOfWeek: 7, hourOfDay: 0 }, set)).toEqual([
      'timeZoneId went from UTC to Europe/Berlin, which this step did not ask for',
    ]);
  });

  it('shows no control character that a server sends', () => {
    const [moved] = deviations(set, wish, { ...set, hourOfDay: 5, timeZoneId: 'UTC\n::error::x' });
    expect(moved).toContain('to UTC : :error: :x,');
  });

  it('sees that the window is gone', () => {
    expect(deviations(set, wish, unset)).toContain('hourOfDay went from 0 to none, where 5 was asked for');
  });
});

describe('what update tells', () => {
  type Ended = Extract<Parameters<typeof update.tell>[4][number], { done: unknown }>['done'];
  const told = (done: Ended) => {
    const [one] = update.tell('update', {}, SCENE, [{ id: ID }], [{ done }]).told;
    return one;
  };
  const would = (window: MaintenanceWindow, patch: WindowPatch) =>
    told({
      did: 'wouldSend',
      write: { method: 'PATCH', path: '/', send: async () => {} },
      window,
      patch,
      deferralsReset: 0,
    });
  const used = windowOf({ numberOfDeferrals: 2, protectedHours: hours, waveAssignment: 1 });
  const day = { dayOfWeek: 1, hourOfDay: 21 } as const;
  const reset = ['Deferrals used', '2 of 2', '0 of 2'];

  it.each<[string, MaintenanceWindow, WindowPatch, string[][]]>([
    [
      'another day',
      used,
      { ...day, dayOfWeek: 7 },
      [
        [
          'Maintenance window',
          'every Sunday at 21:00 (Europe/Berlin)',
          'every Saturday at 21:00 (Europe/Berlin)',
        ],
        reset,
      ],
    ],
    [
      'automatic deferral',
      used,
      { ...day, autoDeferOnceEnabled: true },
      [reset, ['Automatic deferral', 'off', 'on']],
    ],
    [
      'no automatic deferral any more',
      windowOf({ autoDeferOnceEnabled: true }),
      { ...day, autoDeferOnceEnabled: false },
      [['Automatic deferral', 'on', 'off']],
    ],
    [
      'automatic deferral as it is',
      windowOf({ autoDeferOnceEnabled: true, hourOfDay: 20 }),
      day,
      [
        [
          'Maintenance window',
          'every Sunday at 20:00 (Europe/Berlin)',
          'every Sunday at 21:00 (Europe/Berlin)',
        ],
      ],
    ],
    [
      'protected hours',
      windowOf(),
      { ...day, protectedHours: hours },
      [['Protected hours', 'none', '09:00 to 17:00']],
    ],
    [
      'no protected hours',
      windowOf({ protectedHours: hours }),
      { ...day, protectedHours: {} },
      [['Protected hours', '09:00 to 17:00', 'none']],
    ],
    ['a wave', windowOf(), { ...day, waveAssignment: 2 }, [['Wave', 'none', '2']]],
    ['no wave', windowOf({ waveAssignment: 2 }), { ...day, waveAssignment: null }, [['Wave', '2', 'none']]],
    ['a wave without a window', unset, { waveAssignment: 2 }, [['Wave', 'none', '2']]],
    ['a start', used, { startASAP: true }, [['Start as soon as possible', 'none', 'asked for']]],
    [
      'a first window',
      unset,
      day,
      [
        ['Maintenance window', 'none set', "every Sunday at 21:00 (the project's time zone)"],
        ['Deferrals used', 'none', '0 of 2'],
        ['Automatic deferral', 'none', 'off'],
      ],
    ],
    [
      'a first window of a project that told its time zone',
      { ...unset, timeZoneId: 'UTC', autoDeferOnceEnabled: true },
      day,
      [
        ['Maintenance window', 'none set', 'every Sunday at 21:00 (UTC)'],
        ['Deferrals used', 'none', '0 of 2'],
        ['Automatic deferral', 'none', 'on'],
      ],
    ],
  ])('of a dry run is what would change: %s', (_what, window, patch, changes) => {
    expect(would(window, patch)?.changes).toEqual(changes);
  });

  it('of a dry run is what it would do', () => {
    expect(would(used, day)?.sentences).toEqual([
      'Dry run: would update the maintenance window. Nothing was changed.',
    ]);
    expect(would(used, { startASAP: true })?.sentences).toEqual([
      'Dry run: would tell the scheduled maintenance to start as soon as possible. Nothing was changed.',
    ]);
  });

  it('of a wave is a warning only where the step set one that is not in force', () => {
    const warnings = (window: MaintenanceWindow, patch: WindowPatch) =>
      told({ did: 'updated', window, before: window, patch, deferralsReset: 0 })?.warnings;
    const other = windowOf({ waveAssignment: 2, effectiveWaveAssignment: 1 });
    expect(warnings(other, { ...day, waveAssignment: 2 })).toHaveLength(1);
    expect(warnings(other, day)).toEqual([]);
    for (const inForce of [{ effectiveWaveAssignment: 2 }, {}] as const)
      expect(warnings(windowOf({ waveAssignment: 2, ...inForce }), { ...day, waveAssignment: 2 })).toEqual(
        [],
      );
    expect(warnings(windowOf({ effectiveWaveAssignment: 1 }), { ...day, waveAssignment: null })).toEqual([]);
  });

  it('of a project without a window is the wave that it has, or that it has none', () => {
    const sentences = (window: MaintenanceWindow) =>
      told({ did: 'updated', window, before: unset, patch: {}, deferralsReset: 0 })?.sentences;
    expect(sentences({ ...unset, waveAssignment: 2 })).toEqual([
      'The project now has wave 2, and no maintenance window is set: Atlas starts maintenance whenever it chooses.',
    ]);
    expect(sentences(unset)).toEqual([
      'The project now has no wave of its own, and no maintenance window is set: Atlas starts maintenance whenever it chooses.',
    ]);
  });

  it.each([
    [0, []],
    [1, ['The update reset the one deferral used so far.']],
    [2, ['The update reset the 2 deferrals used so far.']],
  ])('of %i deferrals that it reset is how many they were', (deferralsReset, says) => {
    const window = windowOf();
    expect(told({ did: 'updated', window, before: window, patch: day, deferralsReset })?.sentences).toEqual([
      'The maintenance window was updated; it starts every Sunday at 21:00 (Europe/Berlin).',
      ...says,
    ]);
  });
});
