/** `onOverlap: wait`, with hours that go by in no time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GitHub, runOn, startGitHub } from '../../sandbox/github.ts';
import { type Played, playAhead } from '../../sandbox/playing.ts';
import { projectId, projects } from '../../sandbox/server.ts';
import { credentials, NOON, stage } from './stage.ts';

const at = stage();
const { running } = projects;

let ahead: Played | undefined;
afterEach(() => ahead?.close());

/** A gate that waits; `during`: what happens meanwhile, by the minutes that have passed. */
async function wait(
  inputs: Record<string, string> = {},
  during: Parameters<typeof playAhead>[1] = [],
  env: Record<string, string> = {},
) {
  ahead = await playAhead(at.sandbox, during);
  const step = { operation: 'gate', blockOn: 'scheduled', onOverlap: 'wait', groupId: running, ...inputs };
  return await at.step(step, { env: { ...ahead.env, ...env } });
}
const complete = (id: string = running) => at.sandbox.administer(id, 'complete');
const looks = (id: string = running) =>
  at.sandbox.requests.filter(
    ({ path, status }) => path.endsWith(`${id}/maintenanceWindow`) && status === 200,
  );
/** So many seconds, and what a slow machine adds. */
const about = (seconds: number) =>
  expect.toSatisfy((text: string) => Math.abs(Number(text) - seconds) < 15, `about ${seconds}`);
const said = (log: string) =>
  log.split('\n').filter(line => /^(?:Waiting|Still waiting|Now waiting)/.test(line));

describe('a deploy that starts now waits', () => {
  it('until maintenance that runs has completed, and passes on a fresh look', async () => {
    const result = await wait({}, [[11.5, complete]]);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { verdict: 'pass', overlap: 'false', waitedSeconds: about(720), maintenanceState: 'none' },
    });
    expect(result.outputs.message).toContain('The gate waited 12m.');
    // A look a minute.
    expect(looks()).toHaveLength(13);
    expect(said(result.log)).toEqual([
      expect.stringMatching(/^Waiting for 30m at most: maintenance has been running since .*\.$/),
      expect.stringMatching(/^Still waiting after 5m, 25m left: maintenance has been running since/),
      expect.stringMatching(/^Still waiting after 10m, 20m left/),
    ]);
  });

  it('as long as waitAtMost allows, and not longer', async () => {
    const result = await wait({ waitAtMost: '20m' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', waitedSeconds: about(1200) } });
    expect(result.outputs.message).toContain('The gate waited 20m, as long as `waitAtMost` allows.');
    expect(looks()).toHaveLength(21);
    expect(said(result.log)).toHaveLength(4);
  });

  it('until the assumed end of what has a known time, with one look then', async () => {
    at.sandbox.clock.freeze('2026-03-08T05:00:00Z');
    const inputs = { groupId: projects.window, blockOn: 'window', waitAtMost: '2h' };
    const result = await wait(inputs);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', waitedSeconds: about(3600) } });
    expect(looks(projects.window)).toHaveLength(2);
  });

  it('for a second one that was announced meanwhile', async () => {
    // Both its announcement and its start are the sandbox's to tell.
    const later = () => at.sandbox.setup(running, { scheduledInHours: 1 });
    const result = await wait({ waitAtMost: '6h' }, [[7, later]]);
    expect(said(result.log)).toContainEqual(
      expect.stringMatching(/^Now waiting for .* maintenance is scheduled for Fri 2026-03-06 13:00 UTC/),
    );
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    const over = at.sandbox.project(running)?.past.at(-1)?.end ?? 0;
    // The wait began a moment after noon, and whole seconds are told.
    expect((Number(result.outputs.waitedSeconds) + 1) * 1000).toBeGreaterThanOrEqual(over - Date.parse(NOON));
  });

  it('not at all, where it is known to take longer: it is red at once, and says when it is clear', async () => {
    at.sandbox.clock.freeze('2026-03-08T05:00:00Z');
    const result = await wait({ groupId: projects.window, blockOn: 'window', waitAtMost: '30m' });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'fail', waitedSeconds: '0', clearAt: '2026-03-08T06:00:00Z' },
    });
    expect(result.outputs.message).toContain('Waiting would not help');
    expect(looks(projects.window)).toHaveLength(1);
  });

  it('not where nothing blocks', async () => {
    const result = await wait({ groupId: projects.window });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', waitedSeconds: '0' } });
  });

  it('not for what no wait can mend', async () => {
    const result = await wait({ groupId: projects.none });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', waitedSeconds: '0' } });
  });

  it('not in a dry run, which says that it would', async () => {
    const result = await wait({ dryRun: 'true' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', waitedSeconds: '0' } });
    expect(result.outputs.message).toContain('Dry run: would wait until it is clear, for 30m at most.');
    expect(looks()).toHaveLength(1);
  });
});

describe('several projects', () => {
  const other = projectId(7);
  const both = { groupId: `${running}, ${other}` };
  beforeEach(() => at.sandbox.setup(other, { dayOfWeek: 4, hourOfDay: 2 }));

  it('pass only on a fresh look at all of them', async () => {
    const result = await wait(both, [[2.5, complete]]);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', waitedSeconds: about(180) } });
    expect(looks()).toHaveLength(4);
    expect(looks(other)).toHaveLength(2);
  });

  it('are waited for, where one gets blocked while another is waited for', async () => {
    const begins = () => at.sandbox.setup(other, { runningForHours: 0 });
    const result = await wait({ ...both, waitAtMost: '1h' }, [
      [1.5, begins],
      [4.5, complete],
      [24.5, () => complete(other)],
    ]);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', waitedSeconds: about(1500) } });
    expect(said(result.log)).toContainEqual(expect.stringMatching(/^Now waiting for 55m more at most/));
  });

  it('are red, where one of them stays blocked', async () => {
    const begins = () => at.sandbox.setup(other, { runningForHours: 0 });
    const result = await wait({ ...both, waitAtMost: '10m' }, [
      [1.5, begins],
      [4.5, complete],
    ]);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', waitedSeconds: about(600) } });
  });
});

describe('while it waits', () => {
  const broken = { name: 'error503', path: 'maintenanceWindow' } as const;

  it('looks that fail for a while are told and borne with', async () => {
    const result = await wait({ timeout: '10s' }, [
      [3, () => at.sandbox.faults.push(broken)],
      [5, () => at.sandbox.faults.splice(0)],
      [8, complete],
    ]);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(result.log).toMatch(/Project \S+ could not be looked at: .*The wait goes on\./);
  });

  it('three minutes without a good look are red', async () => {
    const page = { name: 'html', path: 'maintenanceWindow' } as const;
    const result = await wait({}, [[2.5, () => at.sandbox.faults.push(page)]]);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overlap: '' } });
    expect(Number(result.outputs.waitedSeconds)).toBeGreaterThanOrEqual(180 + 170);
    expect(Number(result.outputs.waitedSeconds)).toBeLessThan(180 + 330);
  });

  it('what was seen before is no proof where the time is up without a good look', async () => {
    const result = await wait({ timeout: '10s', waitAtMost: '5m' }, [
      [4, () => at.sandbox.faults.push(broken)],
      [4.5, complete],
    ]);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overlap: '' } });
  });

  it('a token that expires is replaced, and none is left alive', async () => {
    const result = await wait({ ...credentials.serviceAccount, waitAtMost: '4h' }, [[64.5, complete]]);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', waitedSeconds: about(3900) } });
    expect(at.requests().filter(line => line.startsWith('POST /api/oauth/token'))).toHaveLength(2);
    expect(at.sandbox.tokens()).toEqual([]);
  });

  it('a job that is cancelled ends at once, red, and revokes its token', async () => {
    const result = await at.step(
      {
        operation: 'gate',
        blockOn: 'scheduled',
        onOverlap: 'wait',
        groupId: running,
        ...credentials.serviceAccount,
      },
      {
        started: child => {
          child.stdout.on('data', chunk => {
            if (String(chunk).includes('Waiting for')) child.kill('SIGINT');
          });
        },
      },
    );
    expect(result).toMatchObject({ exitCode: 130, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toContain('cancelled while the gate waited');
    expect(at.sandbox.tokens()).toEqual([]);
  });
});

describe('the commit status', () => {
  let gitHub: GitHub;
  beforeEach(async () => {
    gitHub = await startGitHub('ghs_waiting');
  });
  afterEach(() => gitHub.close());

  it('is pending, with what is waited for, until the verdict', async () => {
    await wait({ commitStatus: 'true', githubToken: 'ghs_waiting' }, [[2, complete]], runOn(gitHub));
    expect(gitHub.statuses.map(({ state, description }) => [state, description])).toEqual([
      ['pending', 'The gate is looking at Atlas.'],
      ['pending', expect.stringMatching(/^Waiting: maintenance has been running since .*UTC\.$/)],
      ['success', expect.stringMatching(/^Clear: /)],
    ]);
  });
});

describe('waiting is for a deploy that starts now', () => {
  it.each([
    [{ deployStart: '2026-03-08T02:00Z' }, 'starts now'],
    [{ deployStart: 'now', deployWindow: 'daily 09:00-10:00' }, 'starts now'],
    [{ waitAtMost: '7h' }, 'is at most 6h'],
    [{ onOverlap: 'fail', waitAtMost: '45m' }, 'only used with onOverlap `wait`'],
  ])('%j', async (inputs, why) => {
    const result = await wait(inputs);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain(why);
    expect(at.requests()).toEqual([]);
  });
});
