/** What is written into a step by mistake: the step is red, says what is meant, and asks Atlas nothing. */
import { describe, expect, it, vi } from 'vitest';
import { accounts, projectId, projects } from '../../sandbox/server.ts';
import { credentials, stage } from './stage.ts';
import { type Watched, watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

const at = stage();
/** Clear, and so green, unless one of `inputs` is wrong. */
const GATE = { ...credentials.accessToken, operation: 'gate', deployStart: '2026-03-07T10:00Z' };
const gate = (inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  watched(at.sandbox, { ...GATE, ...inputs }, { env });

function refused(result: Watched): string {
  expect(result).toMatchObject({ exitCode: 1, sent: [] });
  expect(result.log).toMatch(/^::error /m);
  return result.outputs.message ?? '';
}

it('the gate of this page is green as long as nothing is wrong with it', async () => {
  expect(await gate()).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
  expect(await gate({}, { INPUT_METHOD: 'ibus' })).toMatchObject({ exitCode: 0 });
});

describe('a misspelt input', () => {
  it.each(['30h', ''])('is red, whatever it says (%j): the default would have been in force', async value => {
    expect(refused(await gate({ deployDuratoin: value }))).toBe(
      'deployduratoin is not an input of this action: did you mean deployDuration? Nothing was sent to Atlas.',
    );
  });

  it('is found in the environment of the job, too', async () => {
    expect(refused(await gate({}, { INPUT_ONOVERLPA: 'warn' }))).toMatch(
      /^onoverlpa .*did you mean onOverlap\?/,
    );
  });

  it('never shows its value', async () => {
    const { privateKey } = accounts.owner;
    const result = await watched(at.sandbox, { ...GATE, privateKey, privateKeyy: privateKey });
    expect(refused(result)).toMatch(/did you mean privateKey\?/);
    expect(result.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(privateKey);
  });
});

describe('a list of projects in which a variable is not set', () => {
  it('is red: the project that is not named would not be asked', async () => {
    const message = refused(await gate({ groupId: `${projects.window},,${projectId(1)}` }));
    expect(message).toMatch(/^groupId has an empty entry between its commas \(2 of 3\)/);
    expect(message).toContain('a variable that is not set');
  });

  it('is no such list where it has blank lines', async () => {
    expect(await gate({ groupId: `\n${projects.window}\n\n` })).toMatchObject({ exitCode: 0 });
  });
});

describe('a blank secret', () => {
  it.each([' ', '\n', '\t', '\u00a0', '\u200b'])('%j blots out nothing of what is said', async blank => {
    const result = await watched(at.sandbox, {
      operation: 'gate',
      publicKey: accounts.owner.publicKey,
      privateKey: blank,
      githubToken: blank,
    });
    expect(refused(result)).toMatch(
      /^privateKey is missing or empty, but publicKey is given: .*forks and from Dependabot get no secrets/,
    );
    expect(result.log).not.toMatch(/^::add-mask::/m);
    expect(result.log + result.summary).not.toContain('***');
  });
});

describe('several wrong inputs', () => {
  it('are told in one run, whatever hides behind the time zone and the operation', async () => {
    const deploy = { deployTimeZone: 'Mars/Olympus', deployStart: 'soon', deployDuration: '1h30' };
    const told = refused(await gate(deploy));
    for (const name of Object.keys(deploy)) expect(told).toContain(`\n- ${name} `);
    const more = refused(await gate({ ...deploy, operation: 'gaet', hourOfDay: '24' }));
    for (const name of [...Object.keys(deploy), 'operation', 'hourOfDay'])
      expect(more).toContain(`\n- ${name} `);
  });
});

describe('onOverlap defer where a deferral cannot help', () => {
  it.each([
    ['with blockOn left at window', {}, /Set blockOn to `scheduled`/],
    [
      'with a standing deploy window',
      { blockOn: 'scheduled', deployStart: 'now', deployWindow: 'daily 10:00-11:00' },
      /deployWindow/,
    ],
  ])('%s: red, and no deferral is spent', async (_when, inputs, sentence) => {
    const result = await gate({ groupId: projects.scheduled, onOverlap: 'defer', ...inputs });
    expect(refused(result)).toMatch(sentence);
    expect(at.sandbox.project(projects.scheduled)?.maintenance?.numberOfDeferrals).toBe(0);
  });
});
