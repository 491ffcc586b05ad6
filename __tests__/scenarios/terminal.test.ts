/** A person starts the action by hand: no runner reads along, and none hides what it is told to mask. */
import { expect, it, vi } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { AT_A_TERMINAL, credentials, kinds, stage } from './stage.ts';
import { watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

const at = stage();
const { RUNNER_DEBUG: _, ...env } = AT_A_TERMINAL.env;
const GATE = { ...credentials.accessToken, operation: 'gate', deployStart: '2026-03-08T01:00Z' };

it('sees project, chart and verdict, and nothing that is meant for a runner', async () => {
  const result = await watched(at.sandbox, GATE, { env });
  expect(result.exitCode).toBe(0);
  expect(result.log.replace(/• The runner's clock.*\n/, '')).toBe(`\
Signing in with the access token from input accessToken.
Project ${projects.window}
  Maintenance: none announced
  Deploy: Sun 2026-03-08 01:00 to 02:00 UTC (in 37 h)
  Maintenance window: every Sunday at 02:00 (UTC)
  Next start: Sun 2026-03-08 02:00 UTC
  Deferrals used: 0 of 2
  Automatic deferral: off

  Times in UTC
  Deploy        ████████··································  Sun 01:00 to 02:00
  Weekly start  ········▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  Sun 02:00 to 06:00

✓ Clear: the deploy meets no maintenance.
`);
});

it('sees a block first of all, in colour where it is asked for', async () => {
  const blocked = { ...GATE, deployStart: '2026-03-08T01:30Z' };
  const result = await at.step(blocked, { env: { ...env, FORCE_COLOR: '1' } });
  expect(result.exitCode).toBe(1);
  expect(result.log).toContain('\n\n\x1b[31m✗ Blocked: ');
});

it('sees what is wrong with the inputs', async () => {
  const result = await watched(at.sandbox, { ...GATE, operation: 'gaet' }, { env });
  expect(result.exitCode).toBe(1);
  expect(result.log).toMatch(/^✗ operation must be .*: did you mean `gate`\? Nothing was sent to Atlas\.\n$/);
});

it.each(kinds)('sees requests and outputs when debugging, and no secret of %s', async kind => {
  const { operation, deployStart } = GATE;
  const inputs = { ...credentials[kind], operation, deployStart };
  const result = await watched(at.sandbox, inputs, AT_A_TERMINAL);
  expect(result.exitCode).toBe(0);
  expect(result.log).toMatch(/^GET \/api\/atlas\/.*maintenanceWindow: 200/m);
  expect(result.log).toMatch(/^verdict=pass$/m);
  expect(result.log).not.toMatch(/^\s*::/m);
});

it('closes the pipe early (`| head`): the exit code is the verdict, without a word of a broken pipe', async () => {
  for (const [deployStart, exitCode] of [
    ['2026-03-08T01:00Z', 0],
    ['2026-03-08T01:30Z', 1],
  ] as const) {
    const result = await at.step(
      { ...GATE, deployStart },
      { env, started: ({ stdout }) => stdout.destroy() },
    );
    expect(result).toMatchObject({ exitCode, log: '' });
  }
});
