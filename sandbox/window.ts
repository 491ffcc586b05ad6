import { atlasError, attributeError } from './errors.ts';
import { type Answer, ATLAS_MEDIA_TYPE, empty, isRecord, json, parseJson } from './http.ts';
import { defer, startNow } from './life.ts';
import {
  effectiveWave,
  type Project,
  USUAL_DEFERRALS,
  type Window,
  windowBody,
  withEvent,
} from './project.ts';
import { HOUR } from './zone.ts';

/** What a call makes of a project, and what it answers. Refusals leave the project as it was. */
export interface Outcome {
  project: Project;
  answer: Answer;
}

const LAST_WAVE = 3; // inferred: waves are numbered 1 to 3
const READ_ONLY = ['numberOfDeferrals', 'timeZoneId', 'effectiveWaveAssignment'];

const isHour = (value: unknown): value is number => Number.isInteger(value) && inRange(value, 0, 23);
const inRange = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most;

/** GET /groups/{groupId}/maintenanceWindow */
export const getWindow = (project: Project): Outcome => ({
  project,
  answer: json(200, windowBody(project), ATLAS_MEDIA_TYPE),
});

/** DELETE /groups/{groupId}/maintenanceWindow */
export const resetWindow = (project: Project, now: number): Outcome => {
  if (project.maintenance) return { project, answer: atlasError('ATLAS_MAINTENANCE_ALREADY_SCHEDULED') };
  if (!project.window) return { project, answer: empty(204) };
  const removed = withEvent({ ...project, window: null }, now, 'ATLAS_MAINTENANCE_WINDOW_REMOVED');
  return { project: removed, answer: empty(204) };
};

/** POST /groups/{groupId}/maintenanceWindow/defer */
export const deferMaintenance = (project: Project, now: number): Outcome => {
  const { maintenance } = project;
  const refuse = (answer: Answer) => ({ project, answer });
  if (!maintenance) return refuse(atlasError('ATLAS_MAINTENANCE_NOT_SCHEDULED'));
  if (maintenance.state === 'running') return refuse(atlasError('MAINTENANCE_IN_PROGRESS'));
  const wave = effectiveWave(project);
  if (wave !== null && wave !== LAST_WAVE) return refuse(atlasError('MAINTENANCE_WAVE_NOT_DEFERRABLE'));
  if (maintenance.numberOfDeferrals >= (wave === null ? USUAL_DEFERRALS : 1) + maintenance.granted) {
    return refuse(atlasError('ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED'));
  }
  if (!inRange((maintenance.start - now) / HOUR, 48, 72)) {
    return refuse(atlasError('MAINTENANCE_DEFERRAL_OUT_OF_SPAN'));
  }
  return { project: defer(project, now, 'ATLAS_MAINTENANCE_DEFERRED', 1), answer: empty(200) };
};

const switchAutoDefer = (project: Project, window: Window, enabled: boolean, now: number): Project =>
  withEvent(
    { ...project, window: { ...window, autoDeferOnceEnabled: enabled } },
    now,
    `ATLAS_MAINTENANCE_AUTO_DEFER_${enabled ? 'ENABLED' : 'DISABLED'}`,
  );

/** POST /groups/{groupId}/maintenanceWindow/autoDefer, which toggles */
export const toggleAutoDefer = (project: Project, now: number): Outcome => {
  const { window } = project;
  if (!window) return { project, answer: atlasError('ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED') };
  if (effectiveWave(project) !== null)
    return { project, answer: atlasError('MAINTENANCE_WAVE_NO_AUTO_DEFER') };
  return { project: switchAutoDefer(project, window, !window.autoDeferOnceEnabled, now), answer: empty(200) };
};

/** PATCH with `startASAP: true`, a command that stands alone; the day and hour that some clients cannot leave out count for nothing. */
const startASAP = (project: Project, now: number): Outcome => {
  if (!project.window) return { project, answer: atlasError('ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED') };
  if (project.maintenance?.state !== 'scheduled') {
    return { project, answer: atlasError('ATLAS_MAINTENANCE_NOT_SCHEDULED') };
  }
  return { project: startNow(project, now), answer: empty(200) };
};

/** The protected hours after a PATCH: `undefined` for none, an `Answer` where Atlas refuses them. */
const protectedHoursOf = (value: unknown): { hours: Window['protectedHours'] } | { answer: Answer } => {
  const refuse = (why: string) => ({ answer: attributeError('protectedHours', why) });
  if (!isRecord(value)) return refuse('must be an object');
  const keys = Object.keys(value);
  if (keys.length === 0) return { hours: undefined };
  const { startHourOfDay, endHourOfDay } = value;
  if (keys.length !== 2 || !isHour(startHourOfDay) || !isHour(endHourOfDay)) {
    return refuse('must hold startHourOfDay and endHourOfDay, each between 0 and 23');
  }
  if (startHourOfDay === endHourOfDay) return refuse('must not start and end at the same hour');
  if ((endHourOfDay - startHourOfDay + 24) % 24 > 18) return refuse('must not be longer than 18 hours');
  return { hours: { startHourOfDay, endHourOfDay } };
};

/** What is on already is not refused: a client that sends along what holds asks for nothing new. */
const refusesAutoDefer = (value: unknown, isOn: boolean, wave: number | null): Answer | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') return attributeError('autoDeferOnceEnabled', 'must be true or false');
  return value && !isOn && wave !== null ? atlasError('MAINTENANCE_WAVE_NO_AUTO_DEFER') : undefined;
};

const refusesWave = (value: unknown, project: Project): Answer | undefined => {
  if (value === undefined) return undefined;
  if (value !== null && !(Number.isInteger(value) && inRange(value, 1, 3))) {
    return attributeError('waveAssignment', 'must be 1, 2, 3 or null');
  }
  return project.waveFromTags === null || project.waveBesideTags === 'stored'
    ? undefined
    : atlasError('MAINTENANCE_WAVE_FROM_TAGS');
};

const waveOrNull = (value: unknown) => (value === null ? null : Number(value));

/** PATCH of a wave alone, which needs no window. */
const setWave = (project: Project, { waveAssignment }: Record<string, unknown>, now: number): Outcome => {
  const refusal = refusesWave(waveAssignment, project);
  if (refusal) return { project, answer: refusal };
  const set = { ...project, waveAssignment: waveOrNull(waveAssignment) };
  return { project: withEvent(set, now, 'MAINTENANCE_WAVE_ASSIGNMENT_UPDATED'), answer: empty(200) };
};

const WRITABLE = [
  'dayOfWeek',
  'hourOfDay',
  'autoDeferOnceEnabled',
  'startASAP',
  'protectedHours',
  'waveAssignment',
];

/** PATCH /groups/{groupId}/maintenanceWindow */
export const updateWindow = (project: Project, body: string, now: number): Outcome => {
  const refuse = (answer: Answer) => ({ project, answer });
  const patch = parseJson(body);
  if (!isRecord(patch)) return refuse(atlasError('INVALID_JSON'));
  for (const key of Object.keys(patch)) {
    if (READ_ONLY.includes(key)) return refuse(attributeError(key, 'is read-only'));
    if (!WRITABLE.includes(key)) return refuse(attributeError(key, 'is unknown'));
  }
  if (patch.startASAP !== undefined && typeof patch.startASAP !== 'boolean') {
    return refuse(attributeError('startASAP', 'must be true or false'));
  }
  if (patch.startASAP) {
    const { startASAP: _, dayOfWeek: _day, hourOfDay: _hour, ...more } = patch;
    if (Object.keys(more).length > 0) return refuse(attributeError('startASAP', 'must be sent alone'));
    return startASAP(project, now);
  }
  if (!project.window && Object.keys(patch).join() === 'waveAssignment') return setWave(project, patch, now);

  const { dayOfWeek, hourOfDay = project.window?.hourOfDay } = patch;
  if (!Number.isInteger(dayOfWeek) || !inRange(dayOfWeek, 1, 7)) {
    return refuse(atlasError('ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK'));
  }
  if (!isHour(hourOfDay)) return refuse(atlasError('ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY'));
  const refusedWave = refusesWave(patch.waveAssignment, project);
  if (refusedWave) return refuse(refusedWave);
  const waveAssignment =
    patch.waveAssignment === undefined ? project.waveAssignment : waveOrNull(patch.waveAssignment);
  const refusal = refusesAutoDefer(
    patch.autoDeferOnceEnabled,
    project.window?.autoDeferOnceEnabled ?? false,
    effectiveWave({ ...project, waveAssignment }),
  );
  if (refusal) return refuse(refusal);
  const hold =
    patch.protectedHours === undefined
      ? { hours: project.omittedHours === 'clear' ? undefined : project.window?.protectedHours }
      : protectedHoursOf(patch.protectedHours);
  if ('answer' in hold) return refuse(hold.answer);

  const { window, maintenance } = project;
  const moves = window?.dayOfWeek !== dayOfWeek || window?.hourOfDay !== hourOfDay;
  // Inferred from "the window cannot be changed": what does not move it goes through.
  if (maintenance && moves) return refuse(atlasError('ATLAS_MAINTENANCE_ALREADY_SCHEDULED'));

  const changed: Project = {
    ...project,
    window: {
      dayOfWeek: Number(dayOfWeek),
      hourOfDay,
      autoDeferOnceEnabled: Boolean(patch.autoDeferOnceEnabled ?? window?.autoDeferOnceEnabled ?? false),
      ...(hold.hours && { protectedHours: hold.hours }),
    },
    waveAssignment,
    // Any PATCH resets the deferrals, even one that changes nothing.
    maintenance: maintenance && { ...maintenance, numberOfDeferrals: 0 },
  };
  const event = `ATLAS_MAINTENANCE_WINDOW_${window ? 'MODIFIED' : 'ADDED'}`;
  return { project: withEvent(changed, now, event), answer: empty(200) };
};
