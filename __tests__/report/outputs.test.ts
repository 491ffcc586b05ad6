import { describe, expect, it } from 'vitest';
import { readActionFile } from '../../sandbox/actionFile.ts';
import { OUTPUTS, type Result, toOutputs, toResult } from '../../src/report/outputs.ts';
import { toReport } from '../../src/report/report.ts';
import type { Account } from '../../src/words/told.ts';
import { caseOf } from './cases.ts';
import { at, deployOf, firstOf, gateOf, id, NOON, NOTHING, running, windowOf } from './outcomes.ts';

const outputsOf = (...made: Account[]) => {
  const results = made.flatMap(({ told }) => told.map(toResult));
  return Object.fromEntries(toOutputs(results, 'The message.'));
};

it('the outputs are those of action.yml, in its order', () => {
  expect([...OUTPUTS]).toEqual(Object.keys(readActionFile().outputs));
});

it('every output is set, whatever happened, and what does not apply is empty', () => {
  const nothing = Object.fromEntries(toOutputs([], 'Wrong inputs.'));
  expect(Object.keys(nothing)).toEqual([...OUTPUTS]);
  expect(nothing).toMatchObject({ message: 'Wrong inputs.', results: '[]', verdict: '', changed: '' });
  expect(toOutputs([], 'Wrong inputs.', 'fail').get('verdict')).toBe('fail');
});

it('a gate that failed has the verdict fail, and no overlap that it does not know', () => {
  const error = { code: 'TIMEOUT', message: 'Too late. Code: TIMEOUT' };
  expect(outputsOf(gateOf({ error }))).toMatchObject({ verdict: 'fail', overlap: '' });
});

it('a deploy at clearAt is clear: it is rounded up to the second', () => {
  const since = NOON - 1;
  const begun = gateOf({
    now: NOON + 1,
    deploy: deployOf('2026-03-06T12:00Z', 1, 'UTC'),
    state: running(since),
  });
  expect(outputsOf(begun)).toMatchObject({ clearAt: '2026-03-06T16:00:01Z', secondsUntilClear: '14401' });
});

it('instants of the window have the offset of its zone, also when that changes', () => {
  const spring = gateOf({ now: at('2026-03-28T12:00Z'), deploy: deployOf('2026-03-28T12:00Z') });
  expect(outputsOf(spring)).toMatchObject({
    nextStart: '2026-03-29T21:00:00+02:00',
    nextEnd: '2026-03-30T01:00:00+02:00',
  });
});

describe('more results than GitHub takes', () => {
  const resultsIn = (text = ''): Result[] => JSON.parse(text);
  const clear = gateOf({ deploy: deployOf('2026-03-07T20:30Z') });
  const blocked = gateOf();
  const warned = gateOf({ task: { onOverlap: 'warn' } });
  const outputsOf = (count: number, made: (index: number) => Account) => {
    const told = Array.from({ length: count }, (_, index) => ({
      ...firstOf(made(index)),
      groupId: id(index),
      name: `project-${index}`,
    }));
    const { outputs } = toReport(
      { ...blocked, told },
      { baseUrl: 'https://cloud.mongodb.com', notices: [], skew: undefined, runnersClock: false },
    );
    return {
      units: [...outputs.values()].reduce((sum, text) => sum + text.length, 0),
      verdict: outputs.get('verdict'),
      message: outputs.get('message') ?? '',
      results: resultsIn(outputs.get('results')),
    };
  };

  it('are all there as long as there is room', () => {
    const { results } = outputsOf(300, index => (index % 2 === 0 ? blocked : clear));
    expect(results.map(({ groupId }) => groupId)).toEqual(
      Array.from({ length: 300 }, (_, index) => id(index)),
    );
  });

  it.each([
    ['one in ten blocked', (index: number) => index % 10 === 9],
    ['all blocked', () => true],
    ['none blocked', () => false],
  ])('are cut with a word about it, those last that need a look: %s', (_what, isBlocked) => {
    const { units, results, verdict, message } = outputsOf(3000, index =>
      isBlocked(index) ? blocked : clear,
    );
    // What is left of GitHub's 512 Ki units is for what redaction may add.
    expect(units).toBeLessThanOrEqual(490_000);
    expect(units).toBeGreaterThan(487_000);
    const rest = results.at(-1);
    const kept = results.slice(0, -1);
    expect(rest).toMatchObject({ groupId: '', name: null, error: { code: 'RESULTS_CUT' } });
    expect(rest?.message).toBe(
      `${3000 - kept.length} of 3000 projects are left out of results, as GitHub limits the size of outputs.`,
    );
    const failed = kept.filter(one => one.verdict === 'fail').length;
    const all = Array.from({ length: 3000 }, (_, index) => isBlocked(index)).filter(Boolean).length;
    expect(failed).toBe(Math.min(all, kept.length));
    expect(rest?.verdict).toBe(failed < all ? 'fail' : 'pass');
    expect(verdict).toBe(all > 0 ? 'fail' : 'pass');
    // In the order of the projects.
    expect(kept.map(({ groupId }) => groupId)).toEqual(kept.map(({ groupId }) => groupId).toSorted());
    if (all > 500) {
      const more = Number(/\n- (\d+) more: see the summary$/.exec(message)?.[1]);
      expect(message.split('\n- ').length - 2 + more).toBe(all);
      expect(message.length).toBeLessThan(60_200);
      expect(message.length).toBeGreaterThan(59_800);
    }
  });

  it('are cut so that none is left out that has an error or a warning', () => {
    const { frame, told } = caseOf('several projects, get');
    const lost = { frame, told: told.slice(2) };
    const { results } = outputsOf(3000, index => (index < 2900 ? clear : index % 2 === 0 ? lost : warned));
    const worse = results.filter(
      ({ error, verdict }) => error?.code === 'GROUP_NOT_FOUND' || verdict === 'warn',
    );
    expect(worse).toHaveLength(100);
    expect(results.length).toBeGreaterThan(101);
  });

  it('are cut to what GitHub takes however short they are', () => {
    const { units } = outputsOf(3000, () => caseOf('get, no window'));
    expect(units).toBeLessThanOrEqual(490_000);
  });
});

it('where nobody can say which projects there are, none is listed', () => {
  expect(outputsOf(caseOf('projects that cannot be listed'))).toMatchObject({
    groupId: '',
    verdict: 'fail',
    results: '[]',
  });
});

it('of several projects tells what holds for all', () => {
  const deploy = deployOf('2026-03-08T20:30Z', 1, 'UTC');
  const blocked = gateOf({ deploy });
  const later = gateOf({ deploy, window: windowOf({ hourOfDay: 22, timeZoneId: 'Europe/London' }) });
  const clear = gateOf({ deploy, window: windowOf({ dayOfWeek: 4 }) });
  const unknown = gateOf({ deploy, window: { configured: false } });
  expect(outputsOf(clear, blocked)).toMatchObject({
    groupId: '',
    window: '',
    nextStart: '',
    changed: 'false',
    deferred: 'false',
    overlap: 'true',
    verdict: 'fail',
    clearAt: '2026-03-09T00:00:00Z',
    secondsUntilClear: String((at('2026-03-09T00:00Z') - NOON) / 1000),
  });
  // When one of them is clear nobody can know.
  expect(outputsOf(blocked, unknown)).toMatchObject({ overlap: 'true', verdict: 'fail', clearAt: '' });
  expect(outputsOf(clear, unknown)).toMatchObject({ overlap: 'false', verdict: 'fail', clearAt: '' });
  const passing = gateOf({ deploy, window: { configured: false }, task: { onUnknown: 'warn' } });
  expect(outputsOf(clear, passing)).toMatchObject({ overlap: 'false', verdict: 'warn' });
  expect(outputsOf(clear, later)).toMatchObject({ overlap: 'false', verdict: 'pass' });
  const results: unknown[] = JSON.parse(outputsOf(clear, blocked).results ?? '');
  expect(results).toHaveLength(2);
});

it('of several projects tells the same in whatever order they are given', () => {
  const deploy = deployOf('2026-03-08T20:30Z', 1, 'UTC');
  const blocked = gateOf({ deploy });
  const clear = gateOf({ deploy, window: windowOf({ dayOfWeek: 4 }) });
  const unknown = gateOf({ deploy, window: { configured: false } });
  for (const [one, other] of [
    [blocked, clear],
    [blocked, unknown],
    [clear, unknown],
  ] as const) {
    const { results: _, ...told } = outputsOf(one, other);
    expect(outputsOf(other, one)).toMatchObject(told);
  }
});

it('of several projects one that was changed or deferred is enough', () => {
  const [result] = gateOf().told.map(toResult);
  if (result === undefined) throw new Error('There is one');
  const outputs = toOutputs([{ ...result, changed: true }, result, { ...result, deferred: true }], '');
  expect(Object.fromEntries(outputs)).toMatchObject({ changed: 'true', deferred: 'true' });
});

it('of several projects has the time that the step waited for all of them together', () => {
  const [result] = gateOf().told.map(toResult);
  if (result === undefined) throw new Error('There is one');
  const outputs = toOutputs([result, result], '');
  expect(outputs.get('waitedSeconds')).toBe('');
  const waited = { ...result, waitedSeconds: 90 };
  expect(toOutputs([waited, waited], '').get('waitedSeconds')).toBe('90');
});

it('of several projects one that was overridden is enough, and no word of it where there is no verdict', () => {
  const overriddenOf = (name: string) => outputsOf(caseOf(name)).overridden;
  expect(overriddenOf('several projects, one overridden')).toBe('true');
  expect(overriddenOf('several projects, all clear')).toBe('false');
  expect(overriddenOf('several projects, get')).toBe('');
});

it('the message of a project is all that is told of it', () => {
  const { message, results } = outputsOf(gateOf({ unreadable: 'Atlas is silent', state: NOTHING }));
  expect(message).toBe('The message.');
  expect(JSON.parse(results ?? '')[0].message).toMatch(/\. [A-Z]/);
});

it('the window is as Atlas answers, without what this action adds', () => {
  const outputs = outputsOf(
    gateOf({ window: windowOf({ protectedHours: { startHourOfDay: 9, endHourOfDay: 17 } }) }),
  );
  expect(outputs.protectedHours).toBe('9-17');
  expect(JSON.parse(outputs.window ?? '')).toEqual({
    dayOfWeek: 1,
    hourOfDay: 21,
    timeZoneId: 'Europe/Berlin',
    autoDeferOnceEnabled: false,
    numberOfDeferrals: 0,
    startASAP: false,
    protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
  });
});
