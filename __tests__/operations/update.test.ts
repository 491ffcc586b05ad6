import { describe, expect, it } from 'vitest';
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { deviations, settingsPatch } from '../../src/operations/update.ts';

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

  it('sees that the window is gone', () => {
    expect(deviations(set, wish, unset)).toContain('hourOfDay went from 0 to none, where 5 was asked for');
  });
});
