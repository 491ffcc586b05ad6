import { expect, it } from 'vitest';
import { readActionFile } from '../../sandbox/actionFile.ts';
import { OUTPUTS, toOutputs, toResult } from '../../src/report/outputs.ts';
import type { Account } from '../../src/words/told.ts';
import { at, deployOf, gateOf, NOON, NOTHING, running, windowOf } from './outcomes.ts';

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
  const error = { code: 'TIMEOUT', message: 'Too late (TIMEOUT)' };
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

it('the message of a project is all that is told of it', () => {
  const { message, results } = outputsOf(gateOf({ unreadable: 'Atlas is silent', state: NOTHING }));
  expect(message).toBe('The message.');
  expect(JSON.parse(results ?? '')[0].message).toMatch(/\w\. [A-Z]/);
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
