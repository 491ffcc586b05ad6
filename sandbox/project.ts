import { createHash } from 'node:crypto';

/** The window as it was set; what a PATCH may change. */
export interface Window {
  /** 1 = Sunday … 7 = Saturday. */
  dayOfWeek: number;
  hourOfDay: number;
  autoDeferOnceEnabled: boolean;
  protectedHours?: { startHourOfDay: number; endHourOfDay: number };
}

/** So often maintenance can be deferred, as a rule. */
export const USUAL_DEFERRALS = 2;

/** One maintenance event, as it truly is: what no field of Atlas's API holds. Instants in milliseconds. */
export interface Maintenance {
  state: 'scheduled' | 'running';
  start: number;
  /** How long it will run; Atlas publishes no such length. */
  length: number;
  numberOfDeferrals: number;
  /** So many deferrals more than usual are allowed. */
  granted: number;
  startASAP: boolean;
}

/** Maintenance that Atlas has in mind and nobody knows of yet. Instants and lengths in milliseconds. */
export interface Plan {
  /** It starts with the first start of the window at or after this. */
  notBefore: number;
  /** How long before its start it is announced; `null`: never, like a security patch. */
  lead: number | null;
  length: number;
}

export interface ProjectEvent {
  id: string;
  created: number;
  eventTypeName: string;
}

/** Who a project is; what lists of projects tell. */
export interface Identity {
  readonly name: string;
  readonly orgId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly clusterCount: number;
}

export interface Project extends Identity {
  readonly id: string;
  /** `null`: no window is set. */
  readonly window: Window | null;
  readonly timeZoneId: string;
  /** The wave that the project chose. */
  readonly waveAssignment: number | null;
  /** The wave that the organization derives from environment tags; the project cannot choose then. */
  readonly waveFromTags: number | null;
  /** What becomes of a wave that is chosen all the same; both are told of. */
  readonly waveBesideTags: 'refused' | 'stored';
  /** What a PATCH without `protectedHours` does to them; both are told of. */
  readonly omittedHours: 'keep' | 'clear';
  readonly maintenance: Maintenance | null;
  readonly plan: Plan | null;
  /** Oldest first. */
  readonly events: readonly ProjectEvent[];
  /** True runs of maintenance that are over, oldest first; what a gate is held against. */
  readonly past: readonly { start: number; end: number }[];
  /** Until when the life of this project has been played. */
  readonly playedTo: number;
}

export const effectiveWave = ({ waveFromTags, waveAssignment }: Project): number | null =>
  waveFromTags ?? waveAssignment;

/** Events are told to the second. */
const toTheSecond = (instant: number) => Math.floor(instant / 1000) * 1000;

export const withEvent = (project: Project, created: number, eventTypeName: string): Project => {
  const id = createHash('sha256').update(`${project.id} ${project.events.length}`).digest('hex').slice(0, 24);
  return {
    ...project,
    events: [...project.events, { id, created: toTheSecond(created), eventTypeName }],
  };
};

/** What GET answers. */
export const windowBody = (project: Project) => {
  const { window, maintenance, timeZoneId, waveAssignment } = project;
  const wave = effectiveWave(project);
  return {
    autoDeferOnceEnabled: window?.autoDeferOnceEnabled ?? false,
    ...(window && { dayOfWeek: window.dayOfWeek }),
    ...(wave !== null && { effectiveWaveAssignment: wave }),
    ...(window && { hourOfDay: window.hourOfDay }),
    numberOfDeferrals: maintenance?.numberOfDeferrals ?? 0,
    ...(window?.protectedHours && { protectedHours: window.protectedHours }),
    startASAP: maintenance?.startASAP ?? false,
    timeZoneId,
    ...(waveAssignment !== null && { waveAssignment }),
  };
};
