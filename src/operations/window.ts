/** How a window is told, whatever was done with it. */

import type { ConfiguredWindow, MaintenanceWindow } from '../atlas/window.ts';
import { DAYS } from '../schedule/days.ts';
import type { Move } from '../schedule/deferral.ts';
import type { EpochMs } from '../schedule/interval.ts';
import { formatInZone, toIso } from '../schedule/time.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import { plain } from '../text.ts';
import { type Facts, NO_FACTS } from '../words/facts.ts';
import { away, inZones } from '../words/instants.ts';
import { hourText } from '../words/phrases.ts';
import type { Change, Row, Telling } from '../words/told.ts';

/** How often Atlas defers the maintenance of one event, unless it grants more. */
export const USUAL_DEFERRALS = 2;

/** `every Sunday at 21:00 (Europe/Berlin)` */
export const weekly = ({ dayOfWeek, hourOfDay, timeZoneId }: ConfiguredWindow): string =>
  `every ${DAYS[dayOfWeek - 1]} at ${hourText(hourOfDay)} (${plain(timeZoneId, 60)})`;

/** `1 of 2`; how many there are in all is not known where waves are in force, or where Atlas has granted more. */
export const deferralsUsed = ({ numberOfDeferrals, effectiveWaveAssignment }: ConfiguredWindow): string =>
  effectiveWaveAssignment === undefined && numberOfDeferrals <= USUAL_DEFERRALS
    ? `${numberOfDeferrals} of ${USUAL_DEFERRALS}`
    : String(numberOfDeferrals);

/** The wave that is in force, and the one that is set where that is another. */
export const waveText = ({ waveAssignment, effectiveWaveAssignment }: MaintenanceWindow): string =>
  effectiveWaveAssignment === undefined ||
  (waveAssignment ?? effectiveWaveAssignment) === effectiveWaveAssignment
    ? String(effectiveWaveAssignment ?? waveAssignment ?? '')
    : `${effectiveWaveAssignment} (${waveAssignment} is set)`;

/** From when to when maintenance was moved. */
export const movedText = ({ from, to }: Move, zone: string, now: EpochMs): string =>
  `The maintenance was moved from ${formatInZone(from, zone)} to ${formatInZone(to, zone)} (${away(to - now)}).`;

export const startsText = (window: ConfiguredWindow): string =>
  `The maintenance window starts ${weekly(window)}.`;

export const unsetText = (what: string): string => `${what}: Atlas starts maintenance whenever it chooses.`;

/** Nothing was to be changed. */
export const alreadySo = (window: MaintenanceWindow): Telling => ({
  standing: 'nothingToDo',
  sentences: window.configured
    ? ['Nothing to change: the project is already set this way.', startsText(window)]
    : [unsetText('Nothing to change, as the project is already set this way; no maintenance window is set')],
});

/** @param maintenanceDuration milliseconds */
export function windowFacts(
  window: MaintenanceWindow | undefined,
  now: EpochMs,
  maintenanceDuration: number,
): Facts {
  if (window === undefined) return NO_FACTS;
  const { configured, ...answer } = window;
  const { timeZoneId = null, waveAssignment = null, effectiveWaveAssignment = null } = window;
  const known = {
    ...NO_FACTS,
    configured,
    timeZoneId,
    waveAssignment,
    effectiveWaveAssignment,
    window: answer,
  };
  if (!window.configured) return known;
  const nextStart = nextWeeklyStart(window, now);
  const hours = window.protectedHours;
  return {
    ...known,
    dayOfWeek: window.dayOfWeek,
    hourOfDay: window.hourOfDay,
    autoDeferOnceEnabled: window.autoDeferOnceEnabled,
    numberOfDeferrals: window.numberOfDeferrals,
    startASAP: window.startASAP,
    protectedHours: hours ? `${hours.startHourOfDay}-${hours.endHourOfDay}` : null,
    nextStart: toIso(nextStart, window.timeZoneId),
    nextEnd: toIso(nextStart + maintenanceDuration, window.timeZoneId),
  };
}

/** The settings of a window, for the log and the summary. */
export function windowRows(
  window: MaintenanceWindow | undefined,
  now: EpochMs,
  zones: readonly string[],
): Row[] {
  if (window === undefined) return [];
  const [first, ...others] = settings(window);
  const next: Row[] = window.configured
    ? [['Next start', inZones(nextWeeklyStart(window, now), zones), 'time']]
    : [];
  return first ? [first, ...next, ...others] : next;
}

/** The settings that are set. */
function settings(window: MaintenanceWindow): (readonly [name: string, value: string])[] {
  const { protectedHours: hours } = window;
  const waves: [string, string | undefined][] = [
    ['Wave', window.waveAssignment?.toString()],
    ['Wave in force', window.effectiveWaveAssignment?.toString()],
  ];
  const rows: [string, string | undefined][] = window.configured
    ? [
        ['Maintenance window', weekly(window)],
        ['Deferrals used', deferralsUsed(window)],
        ['Automatic deferral', window.autoDeferOnceEnabled ? 'on' : 'off'],
        ['Start as soon as possible', window.startASAP ? 'asked for' : undefined],
        ['Protected hours', hours && `${hourText(hours.startHourOfDay)} to ${hourText(hours.endHourOfDay)}`],
        ...waves,
      ]
    : [['Maintenance window', 'none set'], ...waves];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

/** Each setting that differs; one that is not set on one side is `none`. */
export function changesOf(before: MaintenanceWindow, after: MaintenanceWindow): Change[] {
  const [old, found] = [new Map(settings(before)), new Map(settings(after))];
  return [...new Set([...old.keys(), ...found.keys()])].flatMap(name => {
    const [from = 'none', to = 'none'] = [old.get(name), found.get(name)];
    return from === to ? [] : [[name, from, to] as const];
  });
}

/** What the table of several projects tells of a window. */
export const WINDOW_COLUMNS = ['Window', 'Next start'] as const;

/** @param shown how to write an instant */
export function windowCells(
  window: MaintenanceWindow | undefined,
  now: EpochMs,
  shown = (at: EpochMs, zone: string) => formatInZone(at, zone),
): [weekly: string, next: string] {
  if (!window?.configured) return [window ? 'none set' : '', ''];
  return [weekly(window), shown(nextWeeklyStart(window, now), window.timeZoneId)];
}
