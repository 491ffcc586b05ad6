import type { Outcome } from '../operations/project.ts';
import { deployDifference } from '../schedule/deploy.ts';
import { carriedAlone, type Difference, differenceAt, differenceNotice } from '../schedule/difference.ts';
import type { EpochMs, Interval } from '../schedule/interval.ts';
import { clocksOf, RUNNERS_RELEASE } from '../schedule/offsets.ts';
import { firstDifference, nextWeeklyStarts, type WeeklyWindow } from '../schedule/weekly.ts';
import { parseZone } from '../schedule/zone.ts';
import type { Step } from '../step.ts';

/**
 * Where the rules of a zone differ between releases for a time that matters (the deploy, the window's starts that it
 * could meet, the window's next start): a notice for each such zone, once in a step.
 */
export function zoneNotices(
  outcomes: readonly Pick<Outcome, 'window' | 'done'>[],
  { task, maintenanceDuration }: Pick<Step, 'task' | 'maintenanceDuration'>,
  now: EpochMs,
): string[] {
  const notices = new Map<string, string>();
  const tell = (subject: string, difference: Difference | undefined) => {
    if (difference === undefined) return;
    const { id } = parseZone(difference.zone);
    if (!notices.has(id)) notices.set(id, differenceNotice(subject, difference, RUNNERS_RELEASE));
  };
  for (const { window, done } of outcomes) {
    if (!window?.configured) continue;
    const deploys = done?.did === 'judged' ? done.view.deploys : [];
    tell("the window's start", weeklyDifference(window, deploys, maintenanceDuration, now));
  }
  if (task.operation === 'gate') tell('a time of the deploy', deployDifference(task.deploy, now));
  return [...notices.values()];
}

function weeklyDifference(
  window: WeeklyWindow,
  deploys: readonly Interval[],
  maintenanceDuration: number,
  now: EpochMs,
): Difference | undefined {
  const clocks = clocksOf(window.timeZoneId);
  const alone = carriedAlone(window.timeZoneId, now, clocks);
  if (alone !== undefined || clocks.length === 1) return alone;
  const next = { start: now, end: Math.max(...nextWeeklyStarts(window, now)) + 1 };
  const [first] = deploys;
  const judged = first && {
    start: first.start - maintenanceDuration,
    end: Math.max(...deploys.map(deploy => deploy.end)),
  };
  for (const { start, end } of judged ? [judged, next] : [next]) {
    const instants = firstDifference(window, start, end);
    if (instants !== undefined) return differenceAt(window.timeZoneId, clocks, instants);
  }
  return undefined;
}
