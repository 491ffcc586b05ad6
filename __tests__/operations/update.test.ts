import { describe, expect, it } from 'vitest';
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { settingsPatch } from '../../src/operations/update.ts';

const set: MaintenanceWindow = {
  configured: true,
  dayOfWeek: 7,
  hourOfDay: 0,
  timeZoneId: 'Europe/Berlin',
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 1,
  startASAP: false,
  protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
};
const unset: MaintenanceWindow = { configured: false };

describe('what update sends', () => {
  it('is nothing where all holds already, since even an empty change resets the deferrals', () => {
    expect(
      settingsPatch(set, {
        dayOfWeek: 7,
        hourOfDay: 0,
        autoDeferOnceEnabled: false,
        protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
        waveAssignment: null,
      }),
    ).toBeUndefined();
  });

  it('is the day and hour that shall hold, with every field that differs and no other', () => {
    expect(settingsPatch(set, { autoDeferOnceEnabled: true })).toEqual({
      dayOfWeek: 7,
      hourOfDay: 0,
      autoDeferOnceEnabled: true,
    });
    expect(settingsPatch(set, { dayOfWeek: 1, autoDeferOnceEnabled: false })).toEqual({
      dayOfWeek: 1,
      hourOfDay: 0,
    });
  });

  it('clears protected hours with an empty object and a wave with null', () => {
    const waves: MaintenanceWindow = { ...set, waveAssignment: 2 };
    expect(settingsPatch(waves, { protectedHours: null, waveAssignment: null })).toEqual({
      dayOfWeek: 7,
      hourOfDay: 0,
      protectedHours: {},
      waveAssignment: null,
    });
  });

  it('sends midnight on a first update', () => {
    expect(settingsPatch(unset, { dayOfWeek: 1, hourOfDay: 0 })).toEqual({ dayOfWeek: 1, hourOfDay: 0 });
  });

  it('demands both day and hour of a first update', () => {
    expect(() => settingsPatch(unset, { hourOfDay: 3 })).toThrow(/both dayOfWeek and hourOfDay/);
  });
});
