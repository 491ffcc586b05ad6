/** Projects of which Atlas says that they have no clusters: there is nothing to maintain in them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { projectId } from '../../sandbox/server.ts';
import { stage } from './stage.ts';

const at = stage();

/** One that has clusters and is far from its window, one that has none, and one that has clusters and no window. */
const [shop, trial, search] = [projectId(0), projectId(1), projectId(2)];
beforeEach(() => {
  at.sandbox.setup(shop, { name: 'shop-prod', dayOfWeek: 3, hourOfDay: 3 });
  at.sandbox.setup(trial, { name: 'shop-test', clusterCount: 0 });
  at.sandbox.setup(search, { name: 'search-prod' });
});

interface Told {
  readonly name: string | null;
  readonly verdict: string | null;
}
const told = (results: string | undefined): Told[] => JSON.parse(results ?? '');

/** A step that names no project by its id, at first the one without clusters. */
const step = (inputs: Record<string, string>) =>
  at.step({ groupId: '', projectName: 'shop-test', ...inputs });
const gate = (inputs: Record<string, string> = {}) => step({ operation: 'gate', ...inputs });

describe('a project without clusters', () => {
  it('passes the gate with the reason, and nobody asks for its window', async () => {
    const result = await gate({ deployStart: '2026-03-07T08:00Z' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      verdict: 'pass',
      overlap: 'false',
      overridden: 'false',
      waitedSeconds: '',
      clearAt: '2026-03-07T08:00:00Z',
    });
    expect(result.outputs.message).toMatch(/^Clear: the project has no clusters, .*nothing to maintain/);
    expect(at.requests().filter(line => line.includes('maintenanceWindow'))).toEqual([]);
  });

  it('is clear from now on in a deploy window that is open', async () => {
    const { outputs } = await gate({ deployWindow: 'Fri 09:00-17:00' });
    expect(outputs).toMatchObject({
      clearAt: expect.stringMatching(/^2026-03-06T12:0/),
      secondsUntilClear: expect.stringMatching(/^[01]$/),
    });
  });

  it('is not waited for', async () => {
    expect((await gate({ onOverlap: 'wait' })).outputs).toMatchObject({
      verdict: 'pass',
      waitedSeconds: '0',
    });
  });

  it('stands among the others, in their order', async () => {
    const result = await gate({ projectName: 'shop-*\nsearch-*' });
    expect(result.exitCode).toBe(1);
    expect(told(result.outputs.results).map(({ name, verdict }) => [name, verdict])).toEqual([
      ['shop-prod', 'pass'],
      ['shop-test', 'pass'],
      ['search-prod', 'fail'],
    ]);
    expect(result.log.match(/^\d of 3: .*has no clusters$/gm)).toEqual([
      expect.stringContaining('project shop-test'),
    ]);
    const row = result.summary.split('\n').find(line => line.includes('[shop-test]'));
    expect(row).toMatch(/\| {2}\| {2}\| no clusters \|/);
  });

  it('opens the gate for no other', async () => {
    at.sandbox.setup(shop, { name: 'shop-prod' });
    const result = await gate({ projectName: 'shop-*' });
    expect(result.exitCode).toBe(1);
    expect(told(result.outputs.results).map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
  });

  it('opens no gate on a deploy that is over', async () => {
    const result = await gate({ deployStart: '2026-03-01T10:00Z' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.verdict).toBe('fail');
  });

  it('is only known where the answer tells: one whose id is given is judged by its window', async () => {
    expect((await gate({ groupId: trial, projectName: '' })).exitCode).toBe(1);
  });

  it('can be read and set all the same', async () => {
    const set = await step({ operation: 'update', dayOfWeek: '1', hourOfDay: '3' });
    expect(set.outputs.changed).toBe('true');
    expect((await step({})).outputs.message).toContain('nothing to maintain');
  });
});
