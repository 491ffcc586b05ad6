/** A deferral is spent only where the step passes with it: Atlas counts them, and two are all there are. */
import { describe, expect, it } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { stage } from './stage.ts';

const at = stage();

/** The window of `scheduled` starts on Monday at midnight, 60 hours from now, and maintenance is announced. */
const release = {
  operation: 'gate',
  groupId: projects.scheduled,
  blockOn: 'scheduled',
  onOverlap: 'defer',
  deployStart: '2026-03-09T00:30Z',
};
const deferrals = () => at.requests().filter(line => line.startsWith('POST'));

describe('nothing is deferred', () => {
  it.each([
    [
      'for a deploy over both starts',
      { deployDuration: '8d' },
      'even after a deferral, maintenance would meet a deploy',
    ],
    [
      'where another project has no window',
      { groupId: `${projects.scheduled},${projects.none}` },
      'another project',
    ],
    [
      'where another project cannot be read',
      { groupId: `${projects.scheduled},ffffffffffffffffffffffff` },
      'another project',
    ],
    [
      'where maintenance of another project runs',
      { groupId: `${projects.scheduled},${projects.running}`, deployStart: 'now', deployDuration: '61h' },
      'another project',
    ],
    ['for a deploy that meets nothing', { deployStart: '2026-03-09T04:00Z' }, ''],
  ])('%s', async (_what, inputs, why) => {
    const result = await at.step({ ...release, ...inputs });
    expect(deferrals()).toEqual([]);
    expect(result.outputs).toMatchObject({ deferred: 'false', changed: 'false' });
    expect(result.outputs.verdict).toBe(why === '' ? 'pass' : 'fail');
    expect(result.outputs.message).toContain(why);
  });

  it('where window and events disagree: a second deferral could be spent', async () => {
    // The window counts a deferral that the feed of events does not show yet.
    at.sandbox.faults.push({
      name: 'fields',
      method: 'GET',
      path: 'maintenanceWindow',
      value: { numberOfDeferrals: 1 },
    });
    const result = await at.step(release);
    expect(deferrals()).toEqual([]);
    expect(result.outputs).toMatchObject({ maintenanceState: 'unknown', verdict: 'fail' });
    expect(result.outputs.message).toContain('The window counts one deferral, while the events show no');
    expect(result.log).toContain('Also: Nothing was deferred: not all is known');
  });

  it('for maintenance that is overdue', async () => {
    at.sandbox.setup(projects.window, {
      dayOfWeek: 6,
      hourOfDay: 10,
      events: [{ created: '2026-03-03T22:00:00Z', eventTypeName: 'MAINTENANCE_IN_ADVANCED' }],
    });
    const result = await at.step({ ...release, groupId: projects.window, deployStart: 'now' });
    expect(deferrals()).toEqual([]);
    expect(result.outputs.message).toContain('already due');
  });
});

it('a deferral of the step’s own is known, though the feed of events does not tell of it yet', async () => {
  at.sandbox.faults.push({
    name: 'answer',
    path: 'events',
    value: {
      body: JSON.stringify({
        results: [{ id: '1', created: '2026-03-06T12:00:00Z', eventTypeName: 'MAINTENANCE_IN_ADVANCED' }],
      }),
    },
  });
  const result = await at.step(release);
  expect(result.exitCode).toBe(0);
  expect(deferrals()).toHaveLength(1);
  expect(result.outputs).toMatchObject({
    deferred: 'true',
    verdict: 'pass',
    scheduledStart: '2026-03-16T00:00:00Z',
  });
});

it('a deferral that was spent is on record, though the project cannot be looked at again', async () => {
  // It is read before, and once to see that the deferral took.
  at.sandbox.faults.push({ name: 'notFound', method: 'GET', path: 'maintenanceWindow', skip: 2 });
  const result = await at.step(release);
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { deferred: 'true', changed: 'true', verdict: 'fail', overlap: '' },
  });
  expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([{ error: { code: 'GROUP_NOT_FOUND' } }]);
});

describe('several projects', () => {
  const groupId = `${projects.scheduled},${projects.window}`;
  const alike = () => at.sandbox.setup(projects.window, { scheduledInHours: 60 });

  it('are deferred one after the other, looked at again, and told from when to when', async () => {
    alike();
    const result = await at.step({ ...release, groupId });
    expect(result.exitCode).toBe(0);
    expect(deferrals()).toHaveLength(2);
    expect(result.outputs).toMatchObject({ deferred: 'true', verdict: 'pass', overlap: 'false' });
    const [first] = JSON.parse(result.outputs.results ?? '');
    expect(first.message).toContain('moved from Mon 2026-03-09 00:00 UTC to Mon 2026-03-16 00:00 UTC');
  });

  it('are deferred in the order of their starts', async () => {
    at.sandbox.setup(projects.window, { scheduledInHours: 59 });
    const result = await at.step({ ...release, groupId });
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'true', verdict: 'pass' } });
    expect(deferrals()).toEqual([
      'POST …01/maintenanceWindow/defer → 200',
      'POST …03/maintenanceWindow/defer → 200',
    ]);
  });

  it('that meet nothing keep no other from being deferred', async () => {
    const result = await at.step({ ...release, groupId });
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'true', verdict: 'pass' } });
    expect(deferrals()).toEqual(['POST …03/maintenanceWindow/defer → 200']);
  });

  // The last ones: deferred twice already, whether it comes before the others or after them; and not to be deferred yet.
  it.each([
    { scheduledInHours: 59, numberOfDeferrals: 2 },
    { scheduledInHours: 61, numberOfDeferrals: 2 },
    { scheduledInHours: 73, numberOfDeferrals: 1 },
  ])('keep their deferrals where one is refused, which fails the step anyway: %o', async other => {
    alike();
    at.sandbox.setup(projects.deferredTwice, { ...other, noise: 0 });
    const deployDuration = '14h';
    const ids = `${groupId},${projects.deferredTwice}`;
    const result = await at.step({ ...release, deployDuration, groupId: ids });
    expect(result.exitCode).toBe(1);
    expect(deferrals()).toEqual([expect.stringMatching(/→ 400$/)]);
    expect(result.outputs).toMatchObject({ deferred: 'false', verdict: 'fail' });
    expect(result.outputs.message).toMatch(/It could not be deferred: .*/);
  });

  it('keep their deferrals once one has failed, which is the error of that project alone', async () => {
    alike();
    at.sandbox.faults.push({ name: 'html', method: 'POST', path: projects.scheduled });
    const result = await at.step({ ...release, groupId, timeout: '1s' });
    expect(result.exitCode).toBe(1);
    expect(deferrals().filter(line => !line.startsWith('POST …03/'))).toEqual([]);
    expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([
      { error: { code: expect.any(String) } },
      { error: null, message: expect.stringContaining('another project') },
    ]);
  });

  it('in a dry run say what they would', async () => {
    alike();
    const result = await at.step({ ...release, groupId, dryRun: 'true' });
    expect(deferrals()).toEqual([]);
    const results: { message: string }[] = JSON.parse(result.outputs.results ?? '');
    for (const { message } of results) expect(message).toContain('would defer');
  });
});
