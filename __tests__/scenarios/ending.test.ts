/** A step may be cancelled, or stumble over a defect of its own. It ends all the same: closed, at once, with a word. */
import { describe, expect, it, vi } from 'vitest';
import { projects, type SandboxRequest } from '../../sandbox/server.ts';
import type { Step } from '../../sandbox/step.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { credentials, stage } from './stage.ts';
import { watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

const at = stage();
const GATE = { operation: 'gate', deployStart: '2026-03-08T01:00Z' };

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof CODES;

/** Sends a signal to the step once such a request has arrived. */
const cancelledAt = (
  arrived: (request: SandboxRequest) => boolean,
  ...signals: Signal[]
): NonNullable<Step['started']> => {
  return child => {
    void vi
      .waitFor(() => expect(at.sandbox.requests.some(arrived)).toBe(true), { timeout: 20_000, interval: 5 })
      .then(() => signals.map(signal => child.kill(signal)));
  };
};

const window = ({ method, path }: SandboxRequest) => method === 'GET' && path.endsWith('maintenanceWindow');
const refused = /^::error .*(?:The run was cancelled|was cancelled before).*Code: CANCELLED/m;

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', signal => {
  it('while Atlas is silent: ends at once, closed, with all outputs and a word on why', async () => {
    at.sandbox.faults.push({ name: 'silence' });
    const result = await watched(
      at.sandbox,
      { ...credentials.accessToken, ...GATE },
      { started: cancelledAt(window, signal) },
    );
    // Not by the deadline, which is two minutes away.
    expect(result.exitCode).toBe(CODES[signal]);
    expect(result.log).toMatch(refused);
    expect(Object.keys(result.outputs)).toEqual([...OUTPUTS]);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '', changed: 'false' });
    expect(result.outputs.message).toContain('cancelled');
    expect(result.summary).toContain('cancelled');
    expect(result.sent).toEqual(['GET …01/maintenanceWindow → null']);
  });

  it('with a token minted: it is revoked', async () => {
    at.sandbox.faults.push({ name: 'silence', path: 'groups' });
    const result = await watched(
      at.sandbox,
      { ...credentials.serviceAccount, ...GATE },
      { started: cancelledAt(window, signal) },
    );
    expect(result.exitCode).toBe(CODES[signal]);
    expect(at.sandbox.tokens()).toEqual([]);
    expect(result.sent.at(-1)).toBe('POST /api/oauth/revoke → 200');
  });

  it('during a wait for the next attempt: the wait ends', async () => {
    at.sandbox.faults.push({ name: 'rateLimited', value: 60 });
    const result = await watched(
      at.sandbox,
      { ...credentials.accessToken, ...GATE },
      { started: cancelledAt(({ status }) => status === 429, signal) },
    );
    expect(result.exitCode).toBe(CODES[signal]);
    expect(result.outputs.verdict).toBe('fail');
    expect(result.outputs.message).toContain('cancelled during a wait between two requests');
    expect(result.sent).toEqual(['GET …01/maintenanceWindow → 429']);
  });
});

it('cancelled while Atlas defers: not sent again, and what is known stays in the outputs', async () => {
  at.sandbox.faults.push({ name: 'silence', method: 'POST', acts: true });
  const result = await watched(
    at.sandbox,
    { ...credentials.accessToken, operation: 'defer', groupId: projects.scheduled },
    { started: cancelledAt(({ method }) => method === 'POST', 'SIGINT') },
  );
  expect(result.exitCode).toBe(130);
  expect(result.outputs).toMatchObject({ configured: 'true', numberOfDeferrals: '0' });
  expect(result.outputs.message).toMatch(
    /cancelled before Atlas had answered the request to defer.*may have taken effect/,
  );
  expect(result.sent).toEqual(['GET …03/maintenanceWindow → 200', 'POST …03/maintenanceWindow/defer → null']);
});

it('cancelled twice, as a runner does that loses patience: the token is revoked all the same', async () => {
  at.sandbox.faults.push({ name: 'silence', path: 'groups' });
  const result = await watched(
    at.sandbox,
    { ...credentials.serviceAccount, ...GATE },
    { started: cancelledAt(window, 'SIGINT', 'SIGTERM') },
  );
  expect([130, 143]).toContain(result.exitCode);
  expect(at.sandbox.tokens()).toEqual([]);
});

it('cancelled with several projects: each has its result', async () => {
  at.sandbox.faults.push({ name: 'silence', path: `${projects.none}/maintenanceWindow` });
  const result = await watched(
    at.sandbox,
    { ...credentials.accessToken, groupId: `${projects.window},${projects.none}` },
    { started: cancelledAt(({ path }) => path.includes(projects.none), 'SIGTERM') },
  );
  expect(result.exitCode).toBe(143);
  const [first, second] = JSON.parse(result.outputs.results ?? '');
  expect(first).toMatchObject({ groupId: projects.window, configured: true, error: null });
  expect(second).toMatchObject({ groupId: projects.none, error: { code: 'CANCELLED' } });
});

/** Runs this before the bundle, in its process. */
const beforehand = (code: string) => ({
  env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` },
});

/** Takes away what a request is sent with. */
const withRequest = (replacement: string) => `
  import http from 'node:http';
  import { EventEmitter } from 'node:events';
  import { syncBuiltinESMExports } from 'node:module';
  http.request = ${replacement};
  syncBuiltinESMExports();`;

describe('a defect of the action itself', () => {
  const gate = (code: string) => watched(at.sandbox, { ...credentials.apiKey, ...GATE }, beforehand(code));
  const secret = credentials.apiKey.privateKey;

  it.each([
    [
      'a promise that nobody waits for',
      `setTimeout(() => Promise.reject(new TypeError('${secret}')), 1)`,
      'TypeError',
    ],
    ['an error in a callback', `setTimeout(() => { throw new RangeError('${secret}') }, 1)`, 'RangeError'],
    ['something thrown that is no error', `setTimeout(() => { throw '${secret}' }, 1)`, 'string'],
  ])('%s: the step fails and says so, without the text of the error', async (_what, code, name) => {
    // The answer comes later than the defect.
    at.sandbox.faults.push({ name: 'silence', leg: 'any' });
    const result = await gate(code);
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(new RegExp(`^::error .*stopped on a defect of its own \\(${name}\\)`, 'm'));
    expect(Object.keys(result.outputs)).toEqual([...OUTPUTS]);
    expect(result.outputs).toMatchObject({ verdict: 'fail', results: '[]' });
    expect(result.outputs.message).toContain('defect');
  });

  it('nothing left to wait for, as after a promise that got lost: no silent end, and no green one', async () => {
    const result = await gate(
      withRequest('() => Object.assign(new EventEmitter(), { end() {}, write() {}, setTimeout() {} })'),
    );
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/^::error .*ended before its work was done/m);
    expect(Object.keys(result.outputs)).toEqual([...OUTPUTS]);
    expect(result.outputs.verdict).toBe('fail');
    expect(result.sent).toEqual([]);
  });

  it('an early exit from somewhere within: not green', async () => {
    const result = await gate(withRequest('() => process.exit()'));
    expect(result.exitCode).toBe(1);
    expect(result.outputs).not.toHaveProperty('verdict');
  });
});
