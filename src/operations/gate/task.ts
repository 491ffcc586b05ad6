import { DEPLOY, readDeploy } from '../../inputs/deploy.ts';
import { input } from '../../inputs/environment.ts';
import { oneOf } from '../../inputs/kinds.ts';
import { checkPublishing, PUBLISHING } from '../../inputs/publishing.ts';
import type { Reader } from '../../inputs/reader.ts';
import type { Deploy } from '../../schedule/deploy.ts';
import type { BlockOn, Judgement } from '../../schedule/judge.ts';
import type { Verdict } from '../../words/facts.ts';

/** What the gate is asked: a deploy, and what to make of what stands in its way. */
export interface GateTask {
  readonly deploy: Deploy;
  readonly blockOn: BlockOn;
  readonly onOverlap: 'fail' | 'warn' | 'ignore' | 'defer';
  /** What to do when nobody can know whether maintenance would meet the deploy. */
  readonly onUnknown: 'fail' | 'warn';
}

const POLICY = {
  blockOn: input(oneOf('window', 'scheduled'), 'window'),
  onOverlap: input(oneOf('fail', 'warn', 'ignore', 'defer'), 'fail'),
  onUnknown: input(oneOf('fail', 'warn'), 'fail'),
};
export const INPUTS = { ...DEPLOY, ...POLICY, ...PUBLISHING };
type Values = { [N in keyof typeof INPUTS]: ReturnType<(typeof INPUTS)[N]['kind']> };

export function readTask(reader: Reader<Values>): GateTask | undefined {
  const { read, given, problems } = reader;
  checkPublishing(reader);
  const [blockOn, onOverlap, onUnknown] = [read('blockOn'), read('onOverlap'), read('onUnknown')];
  const deploy = readDeploy(reader);
  if (onOverlap === 'defer' && blockOn === 'window')
    problems.push(
      'onOverlap `defer` never helps with blockOn `window`: that blocks on the weekly start itself, announced or not, and no deferral moves it. Set blockOn to `scheduled`, or choose another onOverlap.',
    );
  if (onOverlap === 'defer' && given('deployWindow') !== '')
    problems.push(
      'onOverlap `defer` never helps with deployWindow: both come every week, so maintenance that is deferred meets the next one. Give deployStart of a planned deploy instead, or choose another onOverlap.',
    );
  return blockOn && onOverlap && onUnknown && deploy && { deploy, blockOn, onOverlap, onUnknown };
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
