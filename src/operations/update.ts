import { AtlasError } from '../atlas/client.ts';
import { windowPath } from '../atlas/endpoints.ts';
import type {
  ConfiguredWindow,
  MaintenanceWindow,
  ProtectedHours,
  Wave,
  WindowPatch,
} from '../atlas/window.ts';
import type { DayOfWeek } from '../schedule/weekly.ts';
import { type Done, type Project, read, requireWindow } from './project.ts';

/** What `update` shall establish; what is absent stays as it is, `null` clears. */
export interface WindowWish {
  readonly dayOfWeek?: DayOfWeek;
  readonly hourOfDay?: number;
  readonly autoDeferOnceEnabled?: boolean;
  readonly protectedHours?: ProtectedHours | null;
  readonly waveAssignment?: Wave | null;
}

/**
 * GET → compare → PATCH what differs → GET, which must show it. A PATCH resets the deferrals, even one that changes
 * nothing, so nothing is sent where nothing differs.
 */
export async function update(project: Project, wish: WindowWish | 'startASAP'): Promise<Done> {
  const before = await read(project);
  const patch = wish === 'startASAP' ? startPatch(requireWindow(before)) : settingsPatch(before, wish);
  if (patch === undefined) return { did: 'nothing', because: 'alreadySo' };
  const { atlas, outcome } = project;
  if (project.dryRun)
    return {
      did: 'wouldSend',
      method: 'PATCH',
      path: windowPath(outcome.groupId),
      body: JSON.stringify(patch),
    };
  try {
    await atlas.updateWindow(outcome.groupId, patch);
  } catch (error) {
    // Where the answer to a first attempt was lost, the second finds nothing left to start; then the window tells.
    if (!(error instanceof AtlasError) || error.code !== 'ATLAS_MAINTENANCE_NOT_SCHEDULED') throw error;
    if (!(await read(project)).startASAP) throw error;
  }
  outcome.changed = true;
  const after = await read(project);
  if ((wish === 'startASAP' ? startPatch(requireWindow(after)) : settingsPatch(after, wish)) !== undefined)
    throw new AtlasError({
      code: 'UPDATE_NOT_TAKEN',
      message:
        'Atlas accepted the update, but a read afterwards does not show it: another change may have come between; look at the project in Atlas and run the step again',
      outcome: 'unknown',
    });
  const deferralsReset = wish !== 'startASAP' && before.configured ? before.numberOfDeferrals : 0;
  return { did: 'updated', patch, deferralsReset };
}

const startPatch = (window: ConfiguredWindow): WindowPatch | undefined =>
  window.startASAP ? undefined : { startASAP: true };

/**
 * What has to be sent so that `wish` holds: the fields that differ, along with the day and hour that shall hold, which
 * Atlas's reference requires. `undefined`: all of it holds already.
 */
export function settingsPatch(now: MaintenanceWindow, wish: WindowWish): WindowPatch | undefined {
  const current = now.configured ? now : undefined;
  const dayOfWeek = wish.dayOfWeek ?? current?.dayOfWeek;
  const hourOfDay = wish.hourOfDay ?? current?.hourOfDay;
  if (dayOfWeek === undefined || hourOfDay === undefined)
    throw new AtlasError({
      code: 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
      message:
        'The project has no maintenance window yet, so the first update has to give both dayOfWeek and hourOfDay',
      outcome: 'refused',
    });
  const hours = wish.protectedHours;
  const differing: WindowPatch = {
    ...(wish.autoDeferOnceEnabled === undefined || wish.autoDeferOnceEnabled === current?.autoDeferOnceEnabled
      ? {}
      : { autoDeferOnceEnabled: wish.autoDeferOnceEnabled }),
    ...(hours === undefined || sameHours(hours, current?.protectedHours)
      ? {}
      : { protectedHours: hours ?? {} }),
    ...(wish.waveAssignment === undefined || wish.waveAssignment === (current?.waveAssignment ?? null)
      ? {}
      : { waveAssignment: wish.waveAssignment }),
  };
  const same =
    Object.keys(differing).length === 0 &&
    dayOfWeek === current?.dayOfWeek &&
    hourOfDay === current.hourOfDay;
  return same ? undefined : { dayOfWeek, hourOfDay, ...differing };
}

const sameHours = (a: ProtectedHours | null, b: ProtectedHours | undefined) =>
  a?.startHourOfDay === b?.startHourOfDay && a?.endHourOfDay === b?.endHourOfDay;
