/** What the gate draws. */

import { occurrences } from '../../schedule/deployWindow.ts';
import { type EpochMs, hull, type Interval, overlaps } from '../../schedule/interval.ts';
import { type Block, type BlockOn, runningInterval, scheduledInterval } from '../../schedule/judge.ts';
import { DAY, HOUR, WEEK } from '../../schedule/units.ts';
import type { Bar } from '../../words/told.ts';
import type { View } from './view.ts';

const REASONS = {
  running: 'Running',
  scheduled: 'Scheduled',
  tooEarly: 'Too early to know',
  weekly: 'Weekly start',
} as const;

/** A deploy clear further away than this would press all else together. */
const FURTHEST_CLEAR = 2 * WEEK;
/** More days of protected hours would say no more. */
const MOST_PROTECTED = 7 * DAY;

/** What a person wants to see side by side: the deploy, the maintenance around it, the protected hours between. */
export function barsOf(view: View, blockOn: BlockOn, maintenanceDuration: number): Bar[] {
  const { deploys, judgement, state, window, now } = view;
  const { block, nextStart, clearAt } = judgement;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === undefined) return [];

  const maintenance = new Map<EpochMs, Bar>();
  /** What blocks is told first, so that it keeps its word; each start once, and beside a block only what is near. */
  const add = (label: string, interval: Interval, style?: Bar['style']) => {
    if (maintenance.has(interval.start)) return;
    if (block && style === undefined && !overlaps(interval, around(block))) return;
    maintenance.set(interval.start, { section: 'Maintenance', label, ...interval, ...(style && { style }) });
  };
  if (block) add(REASONS[block.reason], block.maintenance, 'crit');
  for (const { since } of state.running)
    add(REASONS.running, runningInterval(since, maintenanceDuration, now));
  for (const planned of state.scheduled)
    add(REASONS.scheduled, scheduledInterval(planned, maintenanceDuration, now));
  if (nextStart !== undefined) {
    const counts = blockOn === 'window' || state.unknown.length > 0;
    const label = counts ? REASONS.weekly : `${REASONS.weekly}, nothing announced`;
    add(label, { start: nextStart, end: nextStart + maintenanceDuration });
  }

  const bars: Bar[] = [
    { section: 'Deploy', label: 'Deploy', ...deploy, style: 'active' },
    ...[...maintenance.values()].sort((a, b) => a.start - b.start),
  ];
  if (block && clearAt !== undefined && clearAt - block.maintenance.end <= FURTHEST_CLEAR)
    bars.splice(1, 0, {
      section: 'Deploy',
      label: 'Clear from',
      start: clearAt,
      end: clearAt,
      style: 'milestone',
    });

  const whole = hull(bars);
  if (window.configured && window.protectedHours && whole.end - whole.start <= MOST_PROTECTED) {
    const { startHourOfDay, endHourOfDay } = window.protectedHours;
    const line = {
      text: '',
      days: new Set([0, 1, 2, 3, 4, 5, 6]),
      start: startHourOfDay * HOUR,
      end: (endHourOfDay > startHourOfDay ? endHourOfDay : endHourOfDay + 24) * HOUR,
    };
    for (const interval of occurrences(line, window.timeZoneId, whole.start, whole.end))
      bars.push({ section: 'Protected hours', label: 'Protected hours', ...interval, style: 'done' });
  }
  return bars;
}

/** A day before and after a deploy and what it meets. */
const around = ({ deploy, maintenance }: Block): Interval => ({
  start: Math.min(deploy.start, maintenance.start) - DAY,
  end: Math.max(deploy.end, maintenance.end) + DAY,
});
