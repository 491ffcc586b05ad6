/** What the gate draws. */

import { occurrences } from '../../schedule/deployWindow.ts';
import type { EpochMs, Interval } from '../../schedule/interval.ts';
import { type BlockOn, runningInterval, scheduledInterval, weeklyReason } from '../../schedule/judge.ts';
import { DAY, HOUR } from '../../schedule/units.ts';
import type { Bar } from '../../words/told.ts';
import type { View } from './view.ts';

const REASONS = {
  running: 'Running',
  scheduled: 'Scheduled',
  tooEarly: 'Too early to know',
  weekly: 'Weekly start',
} as const;

/** All that a person compares with the deploy: now, when it would be clear, the maintenance, the protected hours. */
export function barsOf(view: View, blockOn: BlockOn, maintenanceDuration: number): Bar[] {
  const { deploys, judgement, state, window, now } = view;
  const { block, nextStart, clearAt } = judgement;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === undefined) return [];

  const maintenance = new Map<EpochMs, Bar>();
  /** What blocks is told first, so that it keeps its word; each start once. */
  const add = (label: string, interval: Interval, style?: Bar['style']) => {
    if (!maintenance.has(interval.start))
      maintenance.set(interval.start, {
        section: 'Maintenance',
        label,
        ...interval,
        ...(style && { style }),
      });
  };
  if (block) add(REASONS[block.reason], block.maintenance, 'crit');
  for (const { since } of state.running)
    add(REASONS.running, runningInterval(since, maintenanceDuration, now));
  for (const planned of state.scheduled)
    add(REASONS.scheduled, scheduledInterval(planned, maintenanceDuration, now));
  if (nextStart !== undefined) {
    const reason = weeklyReason({ blockOn, state, now }, nextStart);
    const next = { start: nextStart, end: nextStart + maintenanceDuration };
    if (reason) add(REASONS[reason], next);
    else add(`${REASONS.weekly}, ignored`, next, 'done');
  }

  const bars: Bar[] = [
    { section: 'Now', label: 'Now', start: now, end: now, style: 'milestone' },
    { section: 'Deploy', label: 'Deploy', ...deploy, style: 'active' },
  ];
  if (block && clearAt !== undefined)
    bars.push({ section: 'Deploy', label: 'Clear from', start: clearAt, end: clearAt, style: 'milestone' });
  bars.push(...[...maintenance.values()].sort((a, b) => a.start - b.start));

  if (window.configured && window.protectedHours) {
    const { startHourOfDay, endHourOfDay } = window.protectedHours;
    const line = {
      text: '',
      days: new Set([0, 1, 2, 3, 4, 5, 6]),
      start: startHourOfDay * HOUR,
      end: (endHourOfDay > startHourOfDay ? endHourOfDay : endHourOfDay + 24) * HOUR,
    };
    const around = [deploy.start - 2 * DAY, deploy.end + 2 * DAY] as const;
    for (const interval of occurrences(line, window.timeZoneId, ...around))
      bars.push({ section: 'Protected hours', label: 'Protected hours', ...interval, style: 'done' });
  }
  return bars;
}
