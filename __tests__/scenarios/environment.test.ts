/** Runners differ, and some are broken: what a step does where something is missing that it takes for granted. */
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectId, projects } from '../../sandbox/server.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { credentials, stage } from './stage.ts';
import { watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

const at = stage({ generate: 1000 });
const GATE = { ...credentials.accessToken, operation: 'gate', deployStart: '2026-03-08T01:00Z' };
const run = (env: Record<string, string | undefined>, inputs: Record<string, string> = GATE, cwd?: string) =>
  watched(at.sandbox, inputs, { env, ...(cwd === undefined ? {} : { cwd }) });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-'));
  await mkdir(join(folder, 'read-only'));
  await chmod(join(folder, 'read-only'), 0o555);
});
afterAll(() => rm(folder, { recursive: true }));

describe('GITHUB_OUTPUT', () => {
  it.each([
    ['is not set', undefined],
    ['is empty', ''],
  ])('%s: the log shows the outputs to whoever debugs, and the verdict stands', async (_when, file) => {
    const result = await run({ GITHUB_OUTPUT: file });
    expect(result.exitCode).toBe(0);
    for (const name of OUTPUTS) expect(result.log).toContain(`::debug::${name}=`);
    expect(result.log).toContain('::debug::verdict=pass\n');
    expect(result.log).not.toContain('set-output');
  });

  it.each([
    ['names a file that does not exist', 'missing'],
    ['names a folder', 'read-only'],
    ['names a file in a folder that does not exist', 'missing/output'],
  ])('%s: even a gate that passes fails, since no later step could read it', async (_when, name) => {
    const result = await run({ GITHUB_OUTPUT: join(folder, name) });
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(
      /^::error .*outputs could not be written to the file that GITHUB_OUTPUT names: \w/m,
    );
    expect(result.summary).toContain('Clear');
  });

  it('cannot be written when the inputs are wrong: both are said', async () => {
    const result = await run({ GITHUB_OUTPUT: join(folder, 'missing') }, { operation: 'nonsense' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/^::error .*outputs could not be written/m);
    expect(result.log).toMatch(/^::error .*operation must be/m);
  });
});

describe('GITHUB_STEP_SUMMARY', () => {
  it('is not set: nobody misses it', async () => {
    const result = await run({ GITHUB_STEP_SUMMARY: undefined });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(result.log).not.toContain('::warning');
  });

  it.each([
    ['names a file in a folder that does not exist', 'missing/summary'],
    ['names a folder', 'read-only'],
  ])('%s: a warning, and the verdict stands', async (_when, name) => {
    const passed = await run({ GITHUB_STEP_SUMMARY: join(folder, name) });
    expect(passed).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(passed.log).toMatch(/^::warning .*job summary could not be written: \w/m);
    const failed = await run(
      { GITHUB_STEP_SUMMARY: join(folder, name) },
      { ...GATE, deployStart: '2026-03-08T01:30Z' },
    );
    expect(failed).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
  });

  it('would be larger than GitHub takes, as the outputs would: it is cut below 1 MiB, and what is left out is said', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => projectId(index));
    const result = await run({}, { ...GATE, groupId: ids.join() });
    const results: { error: { code: string } | null }[] = JSON.parse(result.outputs.results ?? '');
    expect(results.length).toBeGreaterThan(500);
    expect(results.at(-1)?.error?.code).toBe('RESULTS_CUT');
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(result.summary)).toBeGreaterThan(500_000);
    expect(result.summary).toMatch(/1,?000 projects/);
  });

  it('holds a sentence where an input is as long as a novel', async () => {
    const result = await run({}, { ...GATE, groupId: 'x,'.repeat(60_000) });
    expect(result.exitCode).toBe(1);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(10_000);
  });
});

describe('the verdict and every other output are the same', () => {
  // Berlin and New York change their clocks on different days; the deploy is read in one and judged in the other.
  const judge = (env: Record<string, string | undefined>, cwd?: string) => {
    at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: 15, timeZoneId: 'Europe/Berlin' });
    const inputs = {
      ...GATE,
      deployStart: '2026-03-15T09:30',
      deployTimeZone: 'America/New_York',
    };
    return run(env, inputs, cwd);
  };

  it.each([
    ...['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Mars/Phobos', ':/etc/localtime', ''].map(
      TZ => [`with TZ set to ${TZ || 'nothing'}`, { TZ }] as const,
    ),
    ...['ar_EG.UTF-8', 'th_TH.UTF-8', 'fa_IR', 'nonsense'].map(
      name => [`in the locale ${name}`, { LC_ALL: name, LANG: name }] as const,
    ),
    [
      'without HOME, PATH or a folder for temporary files',
      { HOME: undefined, PATH: undefined, TMPDIR: '/missing' },
    ],
  ] as const)('%s', async (_when, env) => {
    const usual = await judge({ TZ: 'UTC', LC_ALL: 'C' });
    expect(usual).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overlap: 'true' } });
    const { outputs, summary, exitCode } = await judge(env);
    expect({ outputs, summary, exitCode }).toEqual({
      outputs: usual.outputs,
      summary: usual.summary,
      exitCode: 1,
    });
  });

  it('in a working directory that cannot be written to, and nothing is left there', async () => {
    const cwd = join(folder, 'read-only');
    expect(await judge({}, cwd)).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(await readdir(cwd)).toEqual([]);
  });
});
