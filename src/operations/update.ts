import type { ConfiguredWindow, MaintenanceWindow, ProtectedHours, WindowPatch } from '../atlas/window.ts';
import { input } from '../inputs/environment.ts';
import { boolean, dayOfWeek, hourOfDay, protectedHours, waveAssignment } from '../inputs/kinds.ts';
import { counted, listed, plain } from '../text.ts';
import { tellWouldSend, wouldSend } from './dryRun.ts';
import { Failure } from './failure.ts';
import { sendAndRead } from './once.ts';
import { operation } from './operation.ts';
import { read, requireWindow } from './project.ts';
import { alreadySo, changesOf, unsetText, weekly } from './window.ts';

/** What `update` sets. In the values, what is absent stays as it is, and `null` clears. */
const SETTABLE = {
  dayOfWeek: input(dayOfWeek),
  hourOfDay: input(hourOfDay),
  autoDeferOnceEnabled: input(boolean),
  protectedHours: input(protectedHours),
  waveAssignment: input(waveAssignment),
};
type Name = keyof typeof SETTABLE;
const NAMES = Object.keys(SETTABLE) as Name[]; // Object.keys forgets that the keys are names.
export type WindowWish = { readonly [N in Name]?: ReturnType<(typeof SETTABLE)[N]['kind']> };

/**
 * GET → compare → PATCH → GET, which must show what was wished, and all else as it was. A PATCH resets the deferrals,
 * even one that changes nothing, so nothing is sent where nothing differs.
 */
export const update = operation({
  inputs: { ...SETTABLE, startASAP: input(boolean) },
  wish({ readAll, given, problems }): WindowWish | 'startASAP' {
    const { startASAP, ...wish } = readAll();
    const asked = NAMES.filter(name => given(name) !== '');
    if (startASAP !== true) {
      const unreadable = startASAP === undefined && given('startASAP') !== '';
      if (asked.length === 0 && !unreadable)
        problems.push(
          `operation \`update\` needs something to set: give ${listed([...NAMES, 'startASAP'], 'or')}.`,
        );
      return wish;
    }
    if (asked.length > 0)
      problems.push(
        `startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put ${listed(asked)} in another step.`,
      );
    return 'startASAP';
  },
  onlyById: wish => (wish === 'startASAP' ? 'startASAP' : undefined),
  async run(project, wish) {
    const before = await read(project);
    const starts = wish === 'startASAP';
    const patch = starts ? startPatch(requireWindow(before)) : settingsPatch(before, wish);
    if (patch === undefined) return { did: 'nothing', window: before } as const;
    const used = starts ? 0 : (before.numberOfDeferrals ?? 0); // A command to start is no change of the settings.
    const request = project.atlas.updateWindow(project.id, patch);
    if (project.dryRun) return { ...wouldSend(request, before), patch, deferralsReset: used };
    const wished = starts ? { startASAP: true } : wish;
    const window = await sendAndRead(
      project,
      request,
      after => deviations(before, wished, after).length === 0,
    );
    const deviating = deviations(before, wished, window);
    if (deviating.length > 0)
      throw Failure.because(
        'UPDATE_NOT_TAKEN',
        `Atlas accepted the update, but a read afterwards shows something else: ${deviating.join('; ')}. Look at the project in Atlas before you run the step again`,
        // Where Atlas ignored all of it, nothing was changed.
        { changed: deviations(before, {}, window).length > 0 },
      );
    if (starts) return { did: 'started', window, before } as const;
    const deferralsReset = Math.max(0, used - (window.numberOfDeferrals ?? 0));
    return { did: 'updated', window, before, patch, deferralsReset } as const;
  },
  tell: {
    updated: ({ window, before, patch, deferralsReset }) => ({
      standing: 'changed',
      sentences: window.configured
        ? [
            `The maintenance window was updated; it starts ${weekly(window)}.`,
            ...resetText('reset', deferralsReset),
          ]
        : [
            unsetText(
              `The project now has ${window.waveAssignment === undefined ? 'no wave of its own' : `wave ${window.waveAssignment}`}, and no maintenance window is set`,
            ),
          ],
      changes: changesOf(before, window),
      facts: { changed: true },
      warnings: 'waveAssignment' in patch ? waveWarnings(window) : [],
    }),
    started: ({ window, before }) => ({
      standing: 'changed',
      sentences: ['The scheduled maintenance was told to start as soon as possible.'],
      changes: changesOf(before, window),
      facts: { changed: true },
    }),
    nothing: ({ window }) => alreadySo(window),
    wouldSend: ending =>
      tellWouldSend(
        ending,
        ending.patch.startASAP
          ? 'tell the scheduled maintenance to start as soon as possible'
          : 'update the maintenance window',
        {
          after: patched(ending.window, ending.patch),
          consequences: resetText('would reset', ending.deferralsReset),
        },
      ),
  },
});

/** What a window would be after this. */
function patched(window: MaintenanceWindow, patch: WindowPatch): MaintenanceWindow {
  const { dayOfWeek, hourOfDay, startASAP, protectedHours: hours, waveAssignment } = patch;
  if (startASAP) return { ...window, startASAP };
  const after = {
    ...window,
    numberOfDeferrals: 0,
    autoDeferOnceEnabled: patch.autoDeferOnceEnabled ?? window.autoDeferOnceEnabled ?? false,
    ...(hours && { protectedHours: 'startHourOfDay' in hours ? (hours as ProtectedHours) : undefined }),
    ...(waveAssignment === undefined ? {} : { waveAssignment: waveAssignment ?? undefined }),
  };
  if (dayOfWeek === undefined || hourOfDay === undefined) return after;
  const { startASAP: starts = false, timeZoneId = "the project's time zone" } = window;
  return { ...after, configured: true, dayOfWeek, hourOfDay, startASAP: starts, timeZoneId };
}

function resetText(does: 'reset' | 'would reset', count: number): string[] {
  if (count === 0) return [];
  return [`The update ${does} the ${counted(count, 'deferral')} used so far.`];
}

const waveWarnings = ({ waveAssignment, effectiveWaveAssignment }: MaintenanceWindow): string[] =>
  waveAssignment === undefined || (effectiveWaveAssignment ?? waveAssignment) === waveAssignment
    ? []
    : [
        `Wave ${waveAssignment} is stored, but wave ${effectiveWaveAssignment} is in force: the organization may assign waves by tags, or maintenance was already announced for the other wave.`,
      ];

const startPatch = (window: ConfiguredWindow): WindowPatch | undefined =>
  window.startASAP ? undefined : { startASAP: true };

/** Every setting of a window that an update could move, with what its maintenance does by itself left out. */
const SETTINGS = [...NAMES, 'timeZoneId', 'startASAP'] as const;

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
    throw Failure.because(
      'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
      'The project has no maintenance window yet, so the first update has to give both dayOfWeek and hourOfDay',
    );
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
  const [old, found]: readonly [Settings, Settings] = [before, after];
  return SETTINGS.flatMap(name => {
    const [from, to] = [old[name], found[name]];
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
