import type { EpochMs } from './interval.ts';
import { judge, type Question } from './judge.ts';
import { MINUTE } from './units.ts';

/** When it is worth looking again at a project that blocks a deploy that starts now. */
export interface Prospect {
  /** The next look. */
  readonly look: EpochMs;
  /** Before this it is not clear for certain, whatever a look shows; absent: not within the horizon. */
  readonly earliest: EpochMs | undefined;
}

/** How often to look while maintenance may end at any time. */
const LOOK = MINUTE;

/**
 * @param question of which a judgement found that maintenance meets the deploy
 */
export function prospectOf(question: Question): Prospect {
  const { state, now } = question;
  // What runs, or should, may end or be called off at any time; all else has its time.
  const scheduled = state.scheduled.filter(({ start }) => start > now);
  const moving = state.running.length > 0 || scheduled.length < state.scheduled.length;
  const { block, clearAt } = judge({ ...question, state: { ...state, running: [], scheduled } });
  // Once Atlas has not announced it in time, it is known not to come.
  const earliest = block === undefined ? now : (block.knownFrom ?? clearAt);
  const look = moving || earliest === undefined ? now + LOOK : Math.max(now + 1, earliest);
  return { look, earliest };
}
