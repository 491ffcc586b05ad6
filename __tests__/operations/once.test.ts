/** What is sent to Atlas takes effect once, and what is not known of it is said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts, type Fault, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { AtlasError, createAtlas, type Write } from '../../src/atlas/client.ts';
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { Failure } from '../../src/operations/failure.ts';
import { sendAndRead, sendOnce } from '../../src/operations/once.ts';
import type { Project } from '../../src/operations/project.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: '2026-03-06T12:00:00Z' });
});
afterEach(() => sandbox.close());

const once = (name: Fault['name'], more: Partial<Fault> = {}): Fault => ({ name, times: 1, ...more });

/** A project whose time passes with the requests alone, a tenth of a second with each. */
function projectAt(id: string, total: number) {
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line), debug() {}, mask() {} };
  const deadline = {
    signal: new AbortController().signal,
    total,
    remaining: () => Math.max(0, total - 100 * sandbox.requests.length),
    renew() {},
  };
  const { accessToken } = accounts.owner;
  const atlas = createAtlas({
    baseUrl: sandbox.url,
    credential: { kind: 'accessToken', accessToken },
    deadline,
    userAgent: 'tests',
    log,
    random: () => 0,
  });
  const project: Project = { id, atlas, deadline, dryRun: false, maintenanceDuration: 1, log };
  return { project, lines };
}

const sent = () => sandbox.requests.map(({ method, status }) => `${method} ${status}`);

/** What came of a request while these faults were on. */
async function outcome(
  { project, lines }: ReturnType<typeof projectAt>,
  faults: readonly Fault[],
  send: (project: Project) => Promise<MaintenanceWindow>,
) {
  sandbox.faults.push(...faults);
  const result = await send(project).catch((error: unknown) => error);
  await project.atlas.close();
  return { result, lines, sent: sent() };
}

const UNCERTAIN = /It may have taken effect all the same: look at the project/;
const ANY = expect.any(String);

describe('a deferral, which Atlas counts,', () => {
  const took = (window: MaintenanceWindow) => window.configured && window.numberOfDeferrals > 0;
  const defer = (faults: readonly Fault[], total = 500) =>
    outcome(projectAt(projects.scheduled, total), faults, project =>
      sendOnce(project, project.atlas.defer(project.id), took),
    );

  it('is sent, and a read shows it', async () => {
    expect(await defer([])).toEqual({
      result: expect.objectContaining({ numberOfDeferrals: 1 }),
      lines: [],
      sent: ['POST 200', 'GET 200'],
    });
  });

  it('whose answer is lost is looked for, never sent again', async () => {
    expect(await defer([once('lostAfterActing')])).toEqual({
      result: expect.objectContaining({ numberOfDeferrals: 1 }),
      lines: [
        expect.stringMatching(
          /^Whether the request took effect is unknown: .* cut.*\. It is not sent again; the window is read until it shows the effect, for 0\.4 s at most\.$/,
        ),
      ],
      sent: ['POST null', 'GET 200'],
    });
  });

  it('is looked for until it shows, as a gateway may be ahead of Atlas', async () => {
    const { result, lines, sent } = await defer([once('lateEffect', { value: 2, path: '/defer$' })]);
    expect(result).toMatchObject({ numberOfDeferrals: 1 });
    expect(lines).toEqual([ANY, 'The window shows no effect yet; 0.3 s are left.']);
    expect(sent).toEqual(['POST 504', 'GET 200', 'GET 200']);
  });

  it('that never shows is not called done, nor refused', async () => {
    const { result, lines, sent } = await defer([once('lostBeforeActing')]);
    expect(result).toBeInstanceOf(AtlasError);
    expect(result).toMatchObject({ outcome: 'unknown', message: expect.stringMatching(UNCERTAIN) });
    expect(lines).toHaveLength(4);
    expect(sent).toEqual(['POST null', 'GET 200', 'GET 200', 'GET 200']);
  });

  it('is not looked for where the time is over', async () => {
    const { result, lines, sent } = await defer([once('lostAfterActing')], 299);
    expect(result).toMatchObject({ message: expect.stringMatching(UNCERTAIN) });
    expect(lines).toHaveLength(1);
    expect(sent).toEqual(['POST null']);
  });

  it('is looked for once more after a page of a gateway', async () => {
    const { result, lines, sent } = await defer([once('lostAfterActing'), once('html', { method: 'GET' })]);
    expect(result).toMatchObject({ numberOfDeferrals: 1 });
    expect(lines).toEqual([ANY, expect.stringMatching(/^The window could not be read: .*HTML page.*\.$/)]);
    expect(sent).toEqual(['POST null', 'GET 200', 'GET 200']);
  });

  it('is not looked for once Atlas refuses to show the window', async () => {
    const { result, lines, sent } = await defer([
      once('lostAfterActing'),
      { name: 'accessList', method: 'GET' },
    ]);
    expect(result).toMatchObject({ message: expect.stringMatching(/^Atlas gave no answer.*It may have/) });
    expect(lines).toEqual([ANY, expect.stringMatching(/^The window could not be read: .*access list/)]);
    expect(sent).toEqual(['POST null', 'GET 403']);
  });

  it('that a limit surely kept out is sent again', async () => {
    const { result, sent } = await defer([once('rateLimitedSilently')], 5000);
    expect(result).toMatchObject({ numberOfDeferrals: 1 });
    expect(sent).toEqual(['POST 429', 'POST 200', 'GET 200']);
  });

  it('that is refused ends there', async () => {
    const { result, lines, sent } = await defer([{ name: 'accessList' }]);
    expect(result).toMatchObject({ outcome: 'refused', message: expect.not.stringMatching(UNCERTAIN) });
    expect({ lines, sent }).toEqual({ lines: [], sent: ['POST 403'] });
  });

  it('that Atlas accepts and does not do has failed', async () => {
    const { result } = await defer([once('notTaken')]);
    expect(result).toBeInstanceOf(Failure);
    expect(result).toMatchObject({
      code: 'NOT_TAKEN',
      message: expect.stringMatching(/accepted the request, but a read afterwards shows no effect: look at/),
      did: {},
    });
  });

  it('that nobody can read afterwards counts as a change, and is said not to be known', async () => {
    const { result } = await defer([{ name: 'accessList', method: 'GET' }]);
    expect(result).toBeInstanceOf(Failure);
    expect(result).toMatchObject({
      did: { changed: true },
      message: expect.stringMatching(/access list.*It may have/),
    });
  });

  it.each([
    ['while it is looked for', [once('lostAfterActing')]],
    ['afterwards', []],
  ])('%s: a time zone that nobody knows is said, and blamed on nothing else', async (_when, faults) => {
    const nowhere: Fault = { name: 'fields', method: 'GET', value: { timeZoneId: 'Mars/Olympus' } };
    const { result } = await defer([...faults, nowhere]);
    expect(result).toMatchObject({ name: 'Failure', code: 'UNKNOWN_TIME_ZONE' });
  });

  it('is not sent again, and nothing is read, after a defect of ours', async () => {
    const defect = new TypeError('x is not a function');
    const write: Write = { method: 'POST', path: '/', send: () => Promise.reject(defect) };
    for (const way of [sendOnce, sendAndRead])
      expect(
        await outcome(projectAt(projects.scheduled, 1000), [], project => way(project, write, took)),
      ).toEqual({ result: defect, lines: [], sent: [] });
  });
});

describe('an update, which may be sent again,', () => {
  const update = (...faults: readonly Fault[]) =>
    outcome(projectAt(projects.window, 5000), faults, project =>
      sendAndRead(
        project,
        project.atlas.updateWindow(project.id, { dayOfWeek: 1, hourOfDay: 5 }),
        window => window.configured && window.hourOfDay === 5,
      ),
    );
  const unread: Fault = { name: 'html', method: 'PATCH' };
  const refused: Fault = { name: 'accessList', method: 'GET' };

  it('is sent, and the window is read', async () => {
    const { result, lines, sent } = await update();
    expect(result).toMatchObject({ hourOfDay: 5 });
    expect({ lines, sent }).toEqual({ lines: [], sent: ['PATCH 200', 'GET 200'] });
  });

  it('is done where the window shows it, whatever the answer was', async () => {
    const { result, lines, sent } = await update({ ...unread, acts: true });
    expect(result).toMatchObject({ hourOfDay: 5 });
    expect(lines).toEqual([
      expect.stringMatching(
        /^The window shows what was asked for, although the request failed: .*HTML page.*\.$/,
      ),
    ]);
    expect(sent).toEqual(['PATCH 200', 'GET 200']);
  });

  it.each([
    ['the window does not show', [unread], 'GET 200'],
    ['no read can tell of', [{ ...unread, acts: true }, refused], 'GET 403'],
  ])('that %s has failed as its answer did', async (_what, faults, read) => {
    const { result, sent } = await update(...faults);
    expect(result).toMatchObject({ message: expect.stringMatching(/HTML page.*It may have taken effect/) });
    expect(sent).toEqual(['PATCH 200', read]);
  });

  it('that is refused ends there', async () => {
    const { result, sent } = await update({ name: 'accessList' });
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(sent).toEqual(['PATCH 403']);
  });

  it('that nobody can read afterwards counts as a change, and is said not to be known', async () => {
    expect((await update(refused)).result).toMatchObject({
      did: { changed: true },
      message: expect.stringMatching(/access list.*It may have/),
    });
  });
});
