/** What is shown beside a commit, before anything is sent to GitHub. */
import { describe, expect, it } from 'vitest';
import { type Surroundings, toFailureReport, toReport } from '../../src/report/report.ts';
import type { Account, Told } from '../../src/words/told.ts';
import { caseOf } from './cases.ts';
import { deployOf, firstOf, fleet, gateOf, windowOf } from './outcomes.ts';

const report = (account: Account, more: Partial<Surroundings> = {}) =>
  toReport(account, { baseUrl: 'https://x', notices: [], skew: undefined, runnersClock: false, ...more });
const published = (account: Account) => report(account).publication;

const deploy = deployOf('2026-03-08T20:30Z');
const blocked = gateOf({ deploy });
const passed = gateOf({ deploy, window: windowOf({ dayOfWeek: 4 }) });
const warned = gateOf({ deploy, task: { onOverlap: 'warn' } });
const tooEarly = gateOf({ task: { blockOn: 'scheduled' }, deploy: deployOf('2026-03-15T20:30Z') });
const broken = gateOf({ error: { code: 'TIMEOUT', message: 'Too late (TIMEOUT)' } });
const unset = gateOf({ deploy, window: { configured: false } });
const both = (...made: readonly Account[]) => fleet(made.length, index => made[index] ?? blocked);

describe('the commit status', () => {
  it.each([
    ['success where the deploy is clear', passed, 'success'],
    ['success where an overlap is only to be told', warned, 'success'],
    ['failure where maintenance is in the way', blocked, 'failure'],
    ['failure where nobody can know', unset, 'failure'],
    ['failure where Atlas does not answer', broken, 'failure'],
    ['failure where there is no project to look at', { ...passed, told: [] }, 'failure'],
    ['pending where it is too early to know', tooEarly, 'pending'],
    ['pending where it is too early for one of two projects', both(passed, tooEarly), 'pending'],
    ['failure where something else is in the way, too', both(tooEarly, blocked), 'failure'],
    ['failure where Atlas does not answer for another', both(tooEarly, broken), 'failure'],
    ['failure where nobody can know of another', both(tooEarly, unset), 'failure'],
  ] as const)('is %s', (_, account, state) => expect(published(account).state).toBe(state));

  it('says in short what is with one project, and of several how many are affected', () => {
    expect(published(blocked).description).toBe(firstOf(blocked).short);
    expect(published(both(blocked, passed)).description).toBe('1 of 2 projects blocks the deploy.');
  });

  it('says first that something was let pass, and by whom', () => {
    const overridden = caseOf('overridden');
    expect(published(overridden)).toMatchObject({
      state: 'success',
      description: `Overridden by octocat: hotfix for the outage, agreed with Kim. ${firstOf(overridden).short}`,
    });
    expect(published(caseOf('several projects, one overridden')).description).toBe(
      'Overridden by octocat: hotfix.',
    );
    for (const override of ['Now!', 'Why not?', 'See …'])
      expect(published(gateOf({ task: { override }, actor: 'octocat' })).description).toContain(
        `octocat: ${override} Blocked`,
      );
    const unneeded = gateOf({ deploy, window: windowOf({ dayOfWeek: 4 }), task: { override: 'hotfix' } });
    expect(published(unneeded).description).toBe(firstOf(unneeded).short);
  });
});

it('a comment is made where maintenance is in the way of any project, whatever the gate makes of it', () => {
  expect(published(passed).inTheWay).toBe(false);
  expect(published(both(passed, passed)).inTheWay).toBe(false);
  expect(published(blocked).inTheWay).toBe(true);
  expect(published(warned).inTheWay).toBe(true);
  expect(published(both(passed, warned)).inTheWay).toBe(true);
  expect(published(broken).inTheWay).toBe(true);
});

it('a step that came to no verdict is published as a failure, in as much room as there is', () => {
  const { publication, ...told } = toFailureReport('word '.repeat(1000).trim(), 'inputs', 'fail');
  expect(told).toMatchObject({ succeeded: false, groups: [], annotations: [] });
  expect(publication).toMatchObject({ state: 'failure', inTheWay: true });
  expect(told.verdict).toMatchObject({ level: 'error', title: 'Atlas maintenance gate: inputs' });
  expect(toFailureReport('2 problems:\n- one', 'inputs', 'fail').publication.description).toBe('2 problems.');
  const comment = publication.comment(2_000);
  expect(comment).toContain('word word');
  expect(Buffer.byteLength(comment)).toBeLessThan(2_000);
});

describe('what the log tells', () => {
  it('of one project: a line for each fact', () => {
    const [group] = report(blocked).groups;
    expect(group?.title).toBe(`Project ${firstOf(blocked).groupId}`);
    expect(group?.lines).toEqual(firstOf(blocked).rows.map(([name, value]) => `${name}: ${value}`));
  });

  it('of several likewise, and nothing where nothing is known', () => {
    const { groups } = report(both(blocked, broken, warned));
    for (const { lines } of groups) expect(lines).not.toEqual([]);
    expect(groups.map(({ title }) => title)).toContain('Project 5a9db0c5a9db0c5a9db00003');
  });

  it('names the project of a notice where there are several', () => {
    const deferred = (told: Told): Told => ({ ...told, facts: { ...told.facts, deferred: true } });
    const each = { ...both(passed, passed), told: both(passed, passed).told.map(deferred) };
    const { annotations } = report(each);
    const [text] = firstOf(passed).sentences;
    expect(annotations.map(({ message }) => message.slice(0, message.indexOf(text) + text.length))).toEqual(
      each.told.map(({ groupId }) => `Project ${groupId}: ${text}`),
    );
    const alone = { ...passed, told: passed.told.map(deferred) };
    const { annotations: others, verdict } = report(alone);
    expect([...others, verdict].map(one => one?.message.startsWith(text))).toEqual([true]);
  });
});

it('of several projects those with a warning are listed where nothing failed', () => {
  const { verdict } = report(both(passed, warned));
  expect(verdict).toMatchObject({ level: 'warning', title: 'Atlas maintenance gate: warning' });
  expect(verdict?.message).toMatch(/^1 of 2 projects needs a look:\n- \w+: /);
  expect(report(both(warned, warned)).verdict?.message).toMatch(/^2 of 2 projects need a look:/);
});

it.each([
  [61_400, "The runner's clock is 1m1s ahead of Atlas's; Atlas's time is used."],
  [-90_000, "The runner's clock is 1m30s behind Atlas's; Atlas's time is used."],
])('a clock that is off by %i ms is told of', (skew, expected) => {
  expect(report(passed, { skew }).annotations).toContainEqual(
    expect.objectContaining({ level: 'notice', message: expected }),
  );
});

it('where Atlas never tells its time, a warning says whose is used and where to look', () => {
  const { annotations } = report(passed, { runnersClock: true });
  expect(annotations).toEqual([
    {
      level: 'warning',
      title: 'Atlas maintenance gate',
      message: expect.stringMatching(/no usable Date.*gateway or proxy/),
    },
  ]);
});
