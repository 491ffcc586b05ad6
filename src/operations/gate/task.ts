import { DEPLOY, readDeploy } from '../../inputs/deploy.ts';
import { input, type ValuesOf } from '../../inputs/environment.ts';
import { oneOf, reason, timeout } from '../../inputs/kinds.ts';
import { checkPublishing, PUBLISHING } from '../../inputs/publishing.ts';
import type { Reader } from '../../inputs/reader.ts';
import { type Deploy, startsNow } from '../../schedule/deploy.ts';
import type { BlockOn, Judgement } from '../../schedule/judge.ts';
import type { Verdict } from '../../words/facts.ts';
import { sentence } from '../../words/phrases.ts';

/** What the gate is asked: a deploy, and what to make of what stands in its way. */
export interface GateTask {
  readonly deploy: Deploy;
  readonly blockOn: BlockOn;
  readonly onOverlap: 'fail' | 'warn' | 'ignore' | 'defer' | 'wait';
  /** How long `wait` waits, in milliseconds. */
  readonly waitAtMost: number;
  /** What to do when nobody can know whether maintenance would meet the deploy. */
  readonly onUnknown: 'fail' | 'warn';
  /** Why whatever is found is let pass. */
  readonly override?: string;
}

const POLICY = {
  blockOn: input(oneOf('window', 'scheduled'), 'window'),
  onOverlap: input(oneOf('fail', 'warn', 'ignore', 'defer', 'wait'), 'fail'),
  waitAtMost: input(timeout, '30m'),
  onUnknown: input(oneOf('fail', 'warn'), 'fail'),
  override: input(reason),
};
const POLICIES = ['blockOn', 'onOverlap', 'onUnknown', 'waitAtMost', 'override'] as const;
export const INPUTS = { ...DEPLOY, ...POLICY, ...PUBLISHING };

export function readTask(reader: Reader<ValuesOf<typeof INPUTS>>): GateTask | undefined {
  const { given, problems, notices } = reader;
  checkPublishing(reader);
  const { blockOn, onOverlap, onUnknown, waitAtMost, override } = reader.readAll(POLICIES);
  const deploy = readDeploy(reader);
  if (override !== undefined)
    notices.push(
      `override is given: the gate still looks, and the step passes whatever it finds. Reason: ${sentence(override)}`,
    );
  if (onOverlap === 'wait' && deploy && !startsNow(deploy))
    problems.push(
      'onOverlap `wait` is for a deploy that starts now: leave out deployStart and deployWindow, or choose another onOverlap.',
    );
  if (
    onOverlap !== undefined &&
    onOverlap !== 'wait' &&
    !['', POLICY.waitAtMost.default].includes(given('waitAtMost'))
  )
    problems.push(
      `waitAtMost is only used with onOverlap \`wait\`, not \`${onOverlap}\`: remove it, or set onOverlap to \`wait\`.`,
    );
  if (onOverlap === 'defer' && blockOn === 'window')
    problems.push(
      'onOverlap `defer` never helps with blockOn `window`: that blocks on the weekly start itself, announced or not, and no deferral moves it. Set blockOn to `scheduled`, or choose another onOverlap.',
    );
  if (onOverlap === 'defer' && given('deployWindow') !== '')
    problems.push(
      'onOverlap `defer` never helps with deployWindow: both come every week, so maintenance that is deferred meets the next one. Give deployStart of a planned deploy instead, or choose another onOverlap.',
    );
  if (!blockOn || !onOverlap || !onUnknown || !deploy || waitAtMost === undefined) return undefined;
  return {
    deploy,
    blockOn,
    onOverlap,
    waitAtMost,
    onUnknown,
    ...(override === undefined ? {} : { override }),
  };
}

/** Policy apart from judgement: the stricter of what overlap and what ignorance call for. */
export function verdictOf(
  { overlap, unknown }: Judgement,
  { onOverlap, onUnknown }: Pick<GateTask, 'onOverlap' | 'onUnknown'>,
): Verdict {
  if (unknown.length > 0 && onUnknown === 'fail') return 'fail';
  if (overlap && onOverlap !== 'warn' && onOverlap !== 'ignore') return 'fail';
  return (overlap && onOverlap === 'warn') || unknown.length > 0 ? 'warn' : 'pass';
}
