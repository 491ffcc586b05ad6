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
import { plain } from '../text.ts';
import { sendAndRead } from './once.ts';
import { type Done, type Project, read, requireWindow } from './project.ts';

/** What `update` establishes; what is absent stays as it is, `null` clears. */
export interface WindowWish {
  readonly dayOfWeek?: DayOfWeek;
  readonly hourOfDay?: number;
  readonly autoDeferOnceEnabled?: boolean;
  readonly protectedHours?: ProtectedHours | null;
  readonly waveAssignment?: Wave | null;
}

/**
 * GET → compare → PATCH → GET, which must show what was wished, and all else as it was. A PATCH resets the deferrals,
 * even one that changes nothing, so nothing is sent where nothing differs.
 */
export async function update(project: Project, wish: WindowWish | 'startASAP'): Promise<Done> {
  const { atlas, outcome } = project;
  const before = await read(project);
  const patch = wish === 'startASAP' ? startPatch(requireWindow(before)) : settingsPatch(before, wish);
  if (patch === undefined) return { did: 'nothing', because: 'alreadySo' };
  const used = before.numberOfDeferrals ?? 0;
  if (project.dryRun)
    return {
      did: 'wouldSend',
      method: 'PATCH',
      path: windowPath(outcome.groupId),
      body: JSON.stringify(patch),
      // A command to start is no change of the settings.
      deferralsReset: wish === 'startASAP' ? 0 : used,
    };
  const wished = wish === 'startASAP' ? { startASAP: true } : wish;
  const after = await sendAndRead(
    project,
    () => atlas.updateWindow(outcome.groupId, patch),
    window => deviations(before, wished, window).length === 0,
  );
  const deviating = deviations(before, wished, after);
  if (deviating.length > 0) {
    // Where Atlas ignored all of it, nothing was changed.
    outcome.changed = deviations(before, {}, after).length > 0;
    throw new AtlasError({
      code: 'UPDATE_NOT_TAKEN',
      message: `Atlas accepted the update, but a read afterwards shows something else: ${deviating.join('; ')}. Look at the project in Atlas before you run the step again`,
      outcome: 'unknown',
    });
  }
  const { waveAssignment, effectiveWaveAssignment } = after;
  if (
    'waveAssignment' in patch &&
    waveAssignment &&
    (effectiveWaveAssignment ?? waveAssignment) !== waveAssignment
  )
    outcome.warnings.push(
      `Wave ${waveAssignment} is stored, but wave ${effectiveWaveAssignment} is in force: the organization may map waves from tags, or maintenance was announced for the other one already.`,
    );
  const reset = wish === 'startASAP' ? 0 : Math.max(0, used - (after.numberOfDeferrals ?? 0));
  return { did: 'updated', patch, deferralsReset: reset };
}

const startPatch = (window: ConfiguredWindow): WindowPatch | undefined =>
  window.startASAP ? undefined : { startASAP: true };

/** Every setting of a window that an update could move, with what its maintenance does by itself left out. */
const SETTINGS = [
  'dayOfWeek',
  'hourOfDay',
  'timeZoneId',
  'autoDeferOnceEnabled',
  'startASAP',
  'protectedHours',
  'waveAssignment',
] as const;

type Settings = { readonly [Name in (typeof SETTINGS)[number]]?: ConfiguredWindow[Name] | null | undefined };

/**
 * What has to be sent so that `wish` holds and nothing else moves: the day and hour that Atlas's reference requires,
 * and along with what is wished what holds already, as a PATCH may clear what it leaves out. A wave is sent only
 * where it is wished. `undefined`: all of the wish holds already.
 */
export function settingsPatch(now: MaintenanceWindow, wish: WindowWish): WindowPatch | undefined {
  const current: Settings = now;
  const { waveAssignment } = wish;
  const wave = waveAssignment === undefined ? {} : { waveAssignment };
  const wished = SETTINGS.filter(name => (wish as Settings)[name] !== undefined); // a wish is some of the settings
  const differs = wished.some(name => !same((wish as Settings)[name], current[name]));
  // A wave alone needs no window.
  if (!now.configured && wished.join() === 'waveAssignment') return differs ? wave : undefined;

  const dayOfWeek = wish.dayOfWeek ?? current.dayOfWeek;
  const hourOfDay = wish.hourOfDay ?? current.hourOfDay;
  if (dayOfWeek == null || hourOfDay == null)
    throw new AtlasError({
      code: 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
      message:
        'The project has no maintenance window yet, so the first update has to give both dayOfWeek and hourOfDay',
      outcome: 'refused',
    });
  if (!differs) return undefined;
  const autoDeferOnceEnabled = wish.autoDeferOnceEnabled ?? current.autoDeferOnceEnabled;
  const protectedHours =
    wish.protectedHours === undefined ? current.protectedHours : (wish.protectedHours ?? {});
  return {
    dayOfWeek,
    hourOfDay,
    ...(autoDeferOnceEnabled == null ? {} : { autoDeferOnceEnabled }),
    ...(protectedHours == null ? {} : { protectedHours }),
    ...wave,
  };
}

/** What a read after an update shows that is not as it should be: each a clause that names the setting. */
export function deviations(before: MaintenanceWindow, wish: Settings, after: MaintenanceWindow): string[] {
  const [old, found]: Settings[] = [before, after];
  return SETTINGS.flatMap(name => {
    const [from, to] = [old?.[name], found?.[name]];
    const wished = wish[name];
    if (wished === undefined) {
      // A project without a window need not tell its settings, and a start as soon as possible ends by itself.
      const untold = !before.configured && from === undefined;
      return same(from, to) || untold || (name === 'startASAP' && !to)
        ? []
        : [`${name} went from ${shown(from)} to ${shown(to)}, which this step did not ask for`];
    }
    if (same(wished, to)) return [];
    return same(from, to)
      ? [`Atlas ignored ${name}, which is still ${shown(to)} and not ${shown(wished)}`]
      : [`${name} went from ${shown(from)} to ${shown(to)}, where ${shown(wished)} was asked for`];
  });
}

type Value = Settings[keyof Settings];

const same = (a: Value, b: Value) => shown(a) === shown(b);

function shown(value: Value): string {
  if (value == null) return 'none';
  return typeof value === 'object'
    ? `${value.startHourOfDay}-${value.endHourOfDay}`
    : plain(String(value), 60);
}
