import { createHash } from 'node:crypto';
import { checkKeys, isRecord } from './http.ts';
import { administer, defer, weekLater } from './life.ts';
import { type Identity, type Project, USUAL_DEFERRALS, type Window, withEvent } from './project.ts';
import { DAY, dayOfWeek, HOUR, wallClock, weeklyStart } from './zone.ts';

/**
 * A project in the state that a story needs. Without `dayOfWeek` and `hourOfDay` it has no window, unless
 * maintenance is asked for: then the window lies where that maintenance starts.
 */
export interface Setup extends Partial<Identity> {
  dayOfWeek?: number;
  hourOfDay?: number;
  autoDeferOnceEnabled?: boolean;
  protectedHours?: { startHourOfDay: number; endHourOfDay: number };
  timeZoneId?: string;
  waveAssignment?: number | null;
  waveFromTags?: number | null;
  /** What becomes of a wave that is chosen all the same: `refused` unless told. */
  waveBesideTags?: 'refused' | 'stored';
  /** What a PATCH without `protectedHours` does to them: `keep` unless told. */
  omittedHours?: 'keep' | 'clear';
  /** Announced maintenance that starts in so many hours, cut to a full hour of the project's clock. */
  scheduledInHours?: number;
  /** How often that maintenance was deferred already; what is more than twice was granted. */
  numberOfDeferrals?: number;
  /** Maintenance that has been running for so many hours, cut likewise. */
  runningForHours?: number;
  /** Maintenance that nobody knows of yet; the clock plays its life. */
  plan?: {
    /** It starts with the first start of the window at least so many hours from now; 72 unless told. */
    inHours?: number;
    /** Announced so many hours ahead, 60 unless told; `null`: never. */
    announcedHoursAhead?: number | null;
  };
  /** How long maintenance runs; 4 unless told, and a day more than so far where it is running already. */
  lengthInHours?: number;
  /** Events of no importance in the last 30 days; 12 unless told. */
  noise?: number;
  /** Events to write by hand, oldest first, instead of those that match the state. */
  events?: GivenEvent[];
}

/** An event as somebody tells it who plays Atlas. */
export interface GivenEvent {
  created: string;
  eventTypeName: string;
}

/** The organization of every project that is told of no other. */
export const organization = '5a9db0c5a9db0c5a9db0c0a1';

const NOISE = [
  'PROJECT_SCHEDULED_MAINTENANCE',
  'CLUSTER_UPDATE_COMPLETED',
  'PROJECT_SCHEDULED_MAINTENANCE',
  'NETWORK_PERMISSION_ENTRY_ADDED',
  'ATLAS_MAINTENANCE_WINDOW_MODIFIED',
];

const noisy = (project: Project, now: number, count: number): Project => {
  let told = project;
  for (let index = 0; index < count; index++) {
    const created = now - 30 * DAY + (index * 30 * DAY) / count;
    told = withEvent(told, created, NOISE[index % NOISE.length] ?? '');
  }
  return told;
};

/** The window whose weekly start lies in the hour of an instant, and that start. */
const windowAt = (instant: number, zone: string) => {
  const wall = wallClock(instant, zone);
  const hourOfDay = new Date(wall).getUTCHours();
  const day = dayOfWeek(wall);
  return {
    dayOfWeek: day,
    hourOfDay,
    start: weeklyStart(instant - HOUR + 1, day, hourOfDay, zone),
  };
};

export const withEvents = (project: Project, events: readonly GivenEvent[]): Project =>
  events.reduce(
    (told, { created, eventTypeName }) => withEvent(told, Date.parse(created), eventTypeName),
    project,
  );

/**
 * The project as it stands at `now`, with the events that led there.
 *
 * @param known the project that it replaces: it stays who it is where nothing else is told
 */
export const createProject = (id: string, setup: Setup, now: number, known?: Identity): Project => {
  const zone = setup.timeZoneId ?? 'UTC';
  const running = setup.runningForHours;
  const hours = running === undefined ? setup.scheduledInHours : -running;
  const own = { autoDeferOnceEnabled: setup.autoDeferOnceEnabled ?? false };
  const hold = setup.protectedHours && { protectedHours: setup.protectedHours };

  const at = hours === undefined ? undefined : windowAt(now + hours * HOUR, zone);
  const day = at?.dayOfWeek ?? setup.dayOfWeek;
  const hour = at?.hourOfDay ?? setup.hourOfDay;
  const window: Window | null =
    day === undefined || hour === undefined ? null : { dayOfWeek: day, hourOfDay: hour, ...own, ...hold };

  const bare: Project = {
    id,
    name: setup.name ?? known?.name ?? `project-${id.slice(-6)}`,
    orgId: setup.orgId ?? known?.orgId ?? organization,
    tags: setup.tags ?? known?.tags ?? {},
    clusterCount: setup.clusterCount ?? known?.clusterCount ?? 1,
    window,
    timeZoneId: zone,
    waveAssignment: setup.waveAssignment ?? null,
    waveFromTags: setup.waveFromTags ?? null,
    waveBesideTags: setup.waveBesideTags ?? 'refused',
    omittedHours: setup.omittedHours ?? 'keep',
    maintenance: null,
    plan: null,
    events: [],
    past: [],
    playedTo: now,
  };
  const length = (setup.lengthInHours ?? (running === undefined ? 4 : running + 24)) * HOUR;
  let project = noisy(bare, now, setup.noise ?? 12);

  if (at) {
    const deferrals = setup.numberOfDeferrals ?? 0;
    let start = at.start;
    for (let week = 0; week < deferrals; week++) {
      start = weeklyStart(start - 7 * DAY - HOUR, at.dayOfWeek, at.hourOfDay, zone);
    }
    // Each step was taken 60 h before the start that held then, or just now where that is yet to come.
    const moment = (beginning: number) => Math.min(beginning - 60 * HOUR, now);
    project = withEvent(project, moment(start), 'MAINTENANCE_IN_ADVANCED');
    project = {
      ...project,
      maintenance: { state: 'scheduled', start, length, numberOfDeferrals: 0, granted: 0, startASAP: false },
    };
    for (let week = 0; week < deferrals; week++) {
      if (week >= USUAL_DEFERRALS) project = administer(project, moment(start), 'grantDeferral');
      project = defer(project, moment(start), 'ATLAS_MAINTENANCE_DEFERRED', 1);
      start = weekLater(project, start);
    }
    const { maintenance } = project;
    if (running !== undefined && maintenance) {
      project = withEvent(project, start, 'MAINTENANCE_STARTED');
      project = { ...project, maintenance: { ...maintenance, state: 'running' } };
    }
  }
  if (setup.plan) {
    const { inHours = 72, announcedHoursAhead = 60 } = setup.plan;
    project = {
      ...project,
      plan: {
        notBefore: now + inHours * HOUR,
        lead: announcedHoursAhead === null ? null : announcedHoursAhead * HOUR,
        length,
      },
    };
  }
  return setup.events ? withEvents({ ...project, events: [] }, setup.events) : project;
};

const number = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const orNull = (check: (value: unknown) => boolean) => (value: unknown) => value === null || check(value);
const whole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const zoneExists = (value: unknown) => {
  if (typeof value !== 'string') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
};

const areEvents = (value: unknown): value is GivenEvent[] =>
  Array.isArray(value) &&
  value.every(
    (event: unknown) =>
      isRecord(event) &&
      typeof event.eventTypeName === 'string' &&
      Number.isFinite(Date.parse(String(event.created))),
  );

const checks: Record<keyof Setup, (value: unknown) => boolean> = {
  name: value => typeof value === 'string',
  orgId: value => typeof value === 'string' && /^[a-f0-9]{24}$/.test(value),
  tags: value => isRecord(value) && Object.values(value).every(entry => typeof entry === 'string'),
  clusterCount: whole(0, 1000),
  dayOfWeek: whole(1, 7),
  hourOfDay: whole(0, 23),
  autoDeferOnceEnabled: value => typeof value === 'boolean',
  protectedHours: value => isRecord(value) && number(value.startHourOfDay) && number(value.endHourOfDay),
  timeZoneId: zoneExists,
  waveAssignment: orNull(whole(1, 3)),
  waveFromTags: orNull(whole(1, 3)),
  waveBesideTags: value => value === 'refused' || value === 'stored',
  omittedHours: value => value === 'keep' || value === 'clear',
  scheduledInHours: number,
  numberOfDeferrals: whole(0, 10),
  runningForHours: number,
  plan: value =>
    isRecord(value) &&
    (value.inHours === undefined || number(value.inHours)) &&
    (value.announcedHoursAhead === undefined || orNull(number)(value.announcedHoursAhead)),
  lengthInHours: number,
  noise: whole(0, 10_000),
  events: areEvents,
};

/** @throws {TypeError} naming the first key that is unknown or holds something unfit */
export const parseSetup = (value: unknown): Setup => {
  if (!isRecord(value)) throw new TypeError('A project is described by a JSON object.');
  checkKeys(value, checks);
  return value; // every key has passed its check
};

/** @throws {TypeError} where it is something else than events */
export const parseEvents = (value: unknown): GivenEvent[] => {
  if (!areEvents(value)) throw new TypeError('Events are [{"created", "eventTypeName"}, …].');
  return value;
};

/** The n-th generated project id, from 0. */
export const projectId = (index: number): string =>
  createHash('sha256').update(`project ${index}`).digest('hex').slice(0, 24);
