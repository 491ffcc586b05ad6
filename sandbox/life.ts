import { effectiveWave, type Maintenance, type Plan, type Project, withEvent } from './project.ts';
import { DAY, weeklyStart } from './zone.ts';

/** What Atlas does to a project on its own account, at a given instant. */
export type AdminAction =
  | 'announce'
  | 'deferByAdmin'
  | 'grantDeferral'
  | 'scheduleForNextWindow'
  | 'noLongerNeeded'
  | 'resetByAdmin'
  | 'complete';

/** First start of the project's window at or after an instant; without a window Atlas is free to choose. */
export const nextStart = ({ window, timeZoneId }: Project, from: number): number =>
  window ? weeklyStart(from, window.dayOfWeek, window.hourOfDay, timeZoneId) : from;

/** The start one week after a start, by the clock on the wall. */
export const weekLater = (project: Project, start: number): number =>
  project.window ? nextStart(project, start + 1) : start + 7 * DAY;

const scheduledFor = (start: number, length: number): Maintenance => ({
  state: 'scheduled',
  start,
  length,
  numberOfDeferrals: 0,
  granted: 0,
  startASAP: false,
});

const withMaintenance = (project: Project, maintenance: Maintenance | null): Project => ({
  ...project,
  maintenance,
});

const announce = (project: Project, now: number, start: number, length: number): Project => {
  const announced = withEvent(
    { ...project, plan: null, maintenance: scheduledFor(start, length) },
    now,
    'MAINTENANCE_IN_ADVANCED',
  );
  // Auto-defer is not available with waves. That it counts as a deferral is inferred.
  if (!project.window?.autoDeferOnceEnabled || effectiveWave(project) !== null) return announced;
  const deferred = { ...scheduledFor(weekLater(project, start), length), numberOfDeferrals: 1 };
  return withEvent(withMaintenance(announced, deferred), now, 'MAINTENANCE_AUTO_DEFERRED');
};

const begin = (project: Project, maintenance: Maintenance): Project =>
  withEvent(
    { ...project, plan: null, maintenance: { ...maintenance, state: 'running' } },
    maintenance.start,
    'MAINTENANCE_STARTED',
  );

const end = (project: Project, now: number, eventTypeName: string): Project => {
  const { maintenance } = project;
  const past =
    maintenance?.state === 'running'
      ? [...project.past, { start: maintenance.start, end: now }]
      : project.past;
  return withEvent({ ...withMaintenance(project, null), past }, now, eventTypeName);
};

interface Step {
  at: number;
  take(): Project;
}

const planned = (project: Project, plan: Plan): Step => {
  const lead = plan.lead ?? 0;
  const start = nextStart(project, Math.max(plan.notBefore, project.playedTo + lead));
  return plan.lead === null
    ? { at: start, take: () => begin(project, scheduledFor(start, plan.length)) }
    : { at: start - lead, take: () => announce(project, start - lead, start, plan.length) };
};

const nextStep = (project: Project): Step | undefined => {
  const { maintenance, plan } = project;
  if (maintenance?.state === 'scheduled') {
    return { at: maintenance.start, take: () => begin(project, maintenance) };
  }
  if (maintenance) {
    const at = maintenance.start + maintenance.length;
    return { at, take: () => end(project, at, 'MAINTENANCE_COMPLETED') };
  }
  return plan ? planned(project, plan) : undefined;
};

/** Plays what falls due up to and including `now`, each step at its own instant. Time never runs backwards. */
export const play = (project: Project, now: number): Project => {
  let played = project;
  for (;;) {
    const step = nextStep(played);
    if (!step || step.at > now) return { ...played, playedTo: Math.max(played.playedTo, now) };
    played = { ...step.take(), playedTo: Math.max(played.playedTo, step.at) };
  }
};

/** Moves scheduled maintenance to the next start after its present one. */
export const defer = (project: Project, now: number, eventTypeName: string, counts: 0 | 1): Project => {
  const { maintenance } = project;
  if (!maintenance) return project;
  return withEvent(
    withMaintenance(project, {
      ...maintenance,
      start: weekLater(project, maintenance.start),
      numberOfDeferrals: maintenance.numberOfDeferrals + counts,
    }),
    now,
    eventTypeName,
  );
};

/** Starts scheduled maintenance on the spot. */
export const startNow = (project: Project, now: number): Project => {
  const { maintenance } = project;
  if (!maintenance) return project;
  const hurried = withMaintenance(project, { ...maintenance, start: now, startASAP: true });
  return play(withEvent(hurried, now, 'ATLAS_MAINTENANCE_START_ASAP'), now);
};

/**
 * Takes one of Atlas's own actions now. Those that need maintenance do nothing where there is none, as they
 * could not happen then.
 */
export const administer = (project: Project, now: number, action: AdminAction): Project => {
  const { maintenance, plan } = project;
  const scheduled = maintenance?.state === 'scheduled';
  switch (action) {
    case 'announce': {
      if (plan && !maintenance) {
        return announce(project, now, nextStart(project, Math.max(plan.notBefore, now)), plan.length);
      }
      // Again, as a reminder: only of the very next start, for an announcement says nothing else.
      return scheduled && maintenance.start === nextStart(project, now)
        ? withEvent(project, now, 'MAINTENANCE_IN_ADVANCED')
        : project;
    }
    case 'deferByAdmin':
      return scheduled ? defer(project, now, 'ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN', 0) : project;
    case 'grantDeferral':
      return maintenance
        ? withEvent(
            withMaintenance(project, { ...maintenance, granted: maintenance.granted + 1 }),
            now,
            'EXTRA_MAINTENANCE_DEFERRAL_GRANTED',
          )
        : project;
    case 'scheduleForNextWindow': {
      const known = scheduled ? maintenance : plan && !maintenance && scheduledFor(now, plan.length);
      if (!known) return project;
      const moved = { ...known, start: nextStart(project, now + 1) };
      return withEvent(
        { ...project, plan: null, maintenance: moved },
        now,
        'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW',
      );
    }
    case 'noLongerNeeded':
      return maintenance ? end(project, now, 'MAINTENANCE_NO_LONGER_NEEDED') : project;
    case 'resetByAdmin':
      return maintenance ? end(project, now, 'ATLAS_MAINTENANCE_RESET_BY_ADMIN') : project;
    case 'complete':
      return maintenance?.state === 'running' ? end(project, now, 'MAINTENANCE_COMPLETED') : project;
  }
};
