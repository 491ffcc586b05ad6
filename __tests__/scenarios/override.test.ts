/** `override`: a reason that lets a step pass, on record. */
import { describe, expect, it } from 'vitest';
import { runOn, startGitHub } from '../../sandbox/github.ts';
import { projects } from '../../sandbox/server.ts';
import { stage } from './stage.ts';

const at = stage({ keep: true });
const OVERRIDE = 'hotfix for the outage, agreed with Kim';
const gate = (inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  at.step(
    { operation: 'gate', groupId: projects.running, blockOn: 'scheduled', override: OVERRIDE, ...inputs },
    { env: { GITHUB_ACTOR: 'octocat', ...env } },
  );
const passed = { exitCode: 0, outputs: { verdict: 'warn', overridden: 'true' } };
const FIRST = `Overridden by octocat: ${OVERRIDE}.`;

describe('an override lets pass, and stands first', () => {
  it('where maintenance is in the way', async () => {
    const result = await gate();
    expect(result).toMatchObject({ exitCode: 0, outputs: { ...passed.outputs, overlap: 'true' } });
    expect(result.outputs.message).toMatch(
      new RegExp(`^${FIRST} Blocked: the deploy would meet maintenance`),
    );
    expect(result.summary).toContain(`**${FIRST}**`);
    expect(result.log).toMatch(new RegExp(`::warning title=[^:]*overridden::${FIRST}`));
  });

  it('where nobody can know', async () => {
    const result = await gate({ groupId: projects.none });
    expect(result).toMatchObject(passed);
    expect(result.outputs.message).toMatch(new RegExp(`^${FIRST} Blocked: nobody can know`));
  });

  it('where Atlas cannot be reached', async () => {
    at.sandbox.faults.push({ name: 'html' });
    const result = await gate();
    expect(result).toMatchObject({ exitCode: 0, outputs: { ...passed.outputs, overlap: '' } });
    expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([{ error: { code: expect.any(String) } }]);
  });

  it('for several projects, once', async () => {
    const result = await gate({ groupId: `${projects.running}, ${projects.window}` });
    expect(result).toMatchObject(passed);
    expect(result.outputs.message?.split('\n')[0]).toBe(FIRST);
    expect(result.outputs.message?.split(FIRST)).toHaveLength(2);
  });

  it('in the commit status, which is a success, and in the comment', async () => {
    const gitHub = await startGitHub('ghs_override');
    try {
      await gate({ commitStatus: 'true', githubToken: 'ghs_override' }, runOn(gitHub));
      expect(gitHub.statuses.at(-1)).toMatchObject({
        state: 'success',
        description: expect.stringContaining(FIRST),
      });
    } finally {
      await gitHub.close();
    }
  });
});

describe('an override', () => {
  it('spends no deferral and waits for nothing', async () => {
    const deferring = await gate({
      groupId: projects.scheduled,
      onOverlap: 'defer',
      deployStart: '2026-03-09T00:30',
    });
    expect(deferring).toMatchObject({ exitCode: 0, outputs: { deferred: 'false', overridden: 'true' } });
    const waiting = await gate({ onOverlap: 'wait', waitAtMost: '6h' });
    expect(waiting).toMatchObject({ exitCode: 0, outputs: { waitedSeconds: '0', overridden: 'true' } });
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([]);
  });

  it('that was not needed changes nothing, and is on record all the same', async () => {
    const result = await gate({ groupId: projects.window });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', overridden: 'false' } });
    expect(result.log).toContain(OVERRIDE);
  });

  it('never lets inputs pass that cannot be used, nor a deploy that is over', async () => {
    const unreadable = await gate({ deployDuration: 'long' });
    expect(unreadable).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    const over = await gate({ deployStart: '2026-03-01T10:00' });
    expect(over).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overridden: 'false' } });
  });

  it('is inert, on one line, whoever wrote it', async () => {
    const result = await gate(
      { override: 'x\n::set-output name=verdict::pass\n<img src=x> @everyone #1 [a](b)' },
      { GITHUB_ACTOR: 'mal\n::error::x' },
    );
    expect(result.outputs).toMatchObject(passed.outputs);
    expect(result.log).not.toMatch(/^::set-output/m);
    expect(result.log).not.toMatch(/^::error/m);
    expect(result.summary).not.toContain('<img');
  });

  it('of more than 500 characters is refused', async () => {
    const result = await gate({ override: 'x'.repeat(501) });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('override is 501 characters long; at most 500 are accepted');
  });

  it('of blanks is none', async () => {
    expect(await gate({ override: ' \n ' })).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
  });
});
