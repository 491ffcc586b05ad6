import { describe, expect, it } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { credentials, kinds, signedIn, stage } from './stage.ts';

/** Friday noon UTC; the plain window starts on Sunday at 02:00 UTC, 38 h later. */
const at = stage({ keep: true });
const gate = (inputs: Record<string, string> = {}) => at.step({ operation: 'gate', ...inputs });

/** A deploy into the window, and one that is over before it. */
const INTO = { deployStart: '2026-03-08T01:30Z' };
const BEFORE = { deployStart: '2026-03-08T01:00Z' };

const annotations = (log: string) => log.match(/^::(?:error|warning) .*$/gm) ?? [];

describe('a deploy that meets the weekly window', () => {
  it('fails the step and says which, why, until when and what to do', async () => {
    const result = await gate({ ...INTO, deployTimeZone: 'America/New_York' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      overlap: 'true',
      verdict: 'fail',
      maintenanceState: 'none',
      scheduledStart: '',
      nextStart: '2026-03-08T02:00:00Z',
      nextEnd: '2026-03-08T06:00:00Z',
      clearAt: '2026-03-08T01:00:00-05:00',
      secondsUntilClear: String(42 * 3600),
    });
    const [error, ...more] = annotations(result.log);
    expect(more).toEqual([]);
    expect(error?.replaceAll('%0A', ' ')).toContain(`::${result.outputs.message?.replaceAll('%', '%25')}`);
    for (const part of ['Sat 2026-03-07 21:00 America/New_York (in 38 h)', 'clear from Sun 2026-03-08 01:00'])
      expect(result.outputs.message).toContain(part);
    for (const part of ['America/New&#95;York | UTC |', 'last 4h', 'urgent'])
      expect(result.summary).toContain(part);
  });

  it('with onOverlap warn: exit 0, a warning, verdict warn', async () => {
    const result = await gate({ ...INTO, onOverlap: 'warn' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ overlap: 'true', verdict: 'warn' });
    expect(annotations(result.log)[0]).toMatch(/^::warning /);
  });

  it('with onOverlap ignore: exit 0, no annotation, the overlap still told', async () => {
    const result = await gate({ ...INTO, onOverlap: 'ignore' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ overlap: 'true', verdict: 'pass' });
    expect(annotations(result.log)).toEqual([]);
  });
});

describe('a deploy that only touches the window', () => {
  it('passes when it ends as maintenance starts', async () => {
    const result = await gate(BEFORE);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      overlap: 'false',
      verdict: 'pass',
      clearAt: '2026-03-08T01:00:00Z',
    });
    expect(annotations(result.log)).toEqual([]);
  });

  it('passes when it starts as maintenance is assumed to end', async () => {
    expect((await gate({ deployStart: '2026-03-08T06:00Z' })).outputs.verdict).toBe('pass');
    expect((await gate({ deployStart: '2026-03-08T05:59:59Z' })).outputs.verdict).toBe('fail');
  });
});

it.each(kinds)('signed in with %s, a gate takes no more than window and events', async kind => {
  await gate({ ...credentials[kind], ...BEFORE });
  expect(at.requests()).toEqual(
    signedIn(kind, ['GET …01/maintenanceWindow → 200', 'GET …01/events?… → 200']),
  );
});

describe('standing deploy windows', () => {
  it('fail when any week of the next 53 meets maintenance, and the first one is named', async () => {
    // 15:00 in Berlin is 09:00 in New York, but 10:00 in the weeks when only New York has changed its clock.
    at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: 15, timeZoneId: 'Europe/Berlin' });
    const result = await gate({
      deployWindow: 'Sun 10:00-11:00',
      deployTimeZone: 'America/New_York',
      maintenanceDuration: '1h',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('Sun 10:00-11:00');
    expect(result.outputs.message).toContain('2026-03-08');
  });

  it('pass when no week does', async () => {
    const result = await gate({ deployWindow: 'Mon-Fri 09:00-17:00\nSat 22:00-02:00' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.verdict).toBe('pass');
  });

  it('name the malformed line and what is wrong in it', async () => {
    const result = await gate({ deployWindow: 'Mon-Fri 09:00-17:00\nMonday-Funday 09:00-17:00' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/line 2.*Funday/);
    expect(at.requests()).toEqual([]);
  });
});

describe('what cannot be known is never a pass', () => {
  it.each(['window', 'scheduled'])('a project without a window: fail, with blockOn %s', async blockOn => {
    const result = await gate({ groupId: projects.none, blockOn });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      configured: 'false',
      verdict: 'fail',
      overlap: 'false',
      clearAt: '',
      maintenanceState: 'unknown',
    });
    expect(annotations(result.log)[0]).toMatch(/^::error .*No maintenance window is set/);
  });

  it('a project without a window, where onUnknown says warn: a warning', async () => {
    const result = await gate({ groupId: projects.none, onUnknown: 'warn' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ verdict: 'warn', overlap: 'false', clearAt: '' });
    expect(annotations(result.log)[0]).toMatch(/^::warning .*No maintenance window is set/);
  });

  it.each([
    ['a 404', 'notFound', undefined],
    ['an HTML page', 'html', undefined],
    ['a day that does not exist', 'day42', undefined],
    ['a time zone that does not exist', 'fields', { timeZoneId: 'Mars/Olympus' }],
  ] as const)('%s: fail', async (_what, name, value) => {
    at.sandbox.faults.push({ name, path: 'maintenanceWindow', ...(value === undefined ? {} : { value }) });
    const result = await gate(BEFORE);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '' });
    expect(result.outputs.message).not.toBe('');
  });

  it('events that cannot be read: a warning, and every weekly start counts', async () => {
    at.sandbox.faults.push({ name: 'eventsForbidden' });
    const near = await gate({ ...INTO, blockOn: 'scheduled' });
    expect(near.exitCode).toBe(1);
    expect(near.outputs).toMatchObject({ maintenanceState: 'unknown', verdict: 'fail' });
    expect(annotations(near.log)).toEqual([
      expect.stringMatching(/^::error .*Blocked/),
      expect.stringMatching(/^::warning .*could not be read/),
    ]);
    for (const blockOn of ['scheduled', 'window']) {
      at.sandbox.faults.push({ name: 'eventsForbidden' });
      const clear = await gate({ ...BEFORE, blockOn });
      expect(clear.exitCode).toBe(1);
      expect(clear.outputs).toMatchObject({ verdict: 'fail', overlap: 'false' });
    }
    at.sandbox.faults.push({ name: 'eventsForbidden' });
    const passing = await gate({ ...BEFORE, onUnknown: 'warn' });
    expect(passing.exitCode).toBe(0);
    expect(passing.outputs.verdict).toBe('warn');
  });
});

describe('with blockOn scheduled', () => {
  const scheduled = (inputs: Record<string, string>) => gate({ blockOn: 'scheduled', ...inputs });

  it('a start 38 h away that Atlas has not announced does not block, while blockOn window does', async () => {
    const result = await scheduled(INTO);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ maintenanceState: 'none', overlap: 'false', verdict: 'pass' });
    expect((await gate(INTO)).exitCode).toBe(1);
  });

  it('a start 60 h away is too early to know: both modes fail, and it is said when it can be known', async () => {
    at.sandbox.setup(projects.window, { dayOfWeek: 2, hourOfDay: 0 });
    const inputs = { deployStart: '2026-03-09T00:30Z' };
    const result = await scheduled(inputs);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('Sat 2026-03-07 01:00 UTC');
    expect((await gate(inputs)).exitCode).toBe(1);
  });

  it('announced maintenance blocks', async () => {
    const result = await scheduled({ groupId: projects.scheduled, deployStart: '2026-03-09T00:30Z' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      maintenanceState: 'scheduled',
      scheduledStart: '2026-03-09T00:00:00Z',
      verdict: 'fail',
    });
  });

  it('running maintenance blocks although its assumed end is past', async () => {
    at.sandbox.setup(projects.running, { runningForHours: 7 });
    const result = await scheduled({ groupId: projects.running });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ maintenanceState: 'running', verdict: 'fail', overlap: 'true' });
  });
});

describe('with onOverlap defer', () => {
  const release = {
    operation: 'gate',
    groupId: projects.scheduled,
    blockOn: 'scheduled',
    onOverlap: 'defer',
    deployStart: '2026-03-09T00:30Z',
  };

  it('defers announced maintenance out of the way, looks again and passes', async () => {
    const result = await at.step(release);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      deferred: 'true',
      changed: 'true',
      verdict: 'pass',
      overlap: 'false',
      numberOfDeferrals: '1',
      scheduledStart: '2026-03-16T00:00:00Z',
    });
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([
      'POST …03/maintenanceWindow/defer → 200',
    ]);
  });

  it('fails with the reason when it was deferred twice already', async () => {
    const result = await at.step({ ...release, groupId: projects.deferredTwice });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ deferred: 'false', verdict: 'fail', overlap: 'true' });
    expect(result.outputs.message).toMatch(/twice already/);
  });

  it('fails when it is too late to defer', async () => {
    const result = await at.step({ ...release, groupId: projects.frozen, deployStart: '2026-03-07T18:30Z' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ deferred: 'false', verdict: 'fail' });
  });

  it('in a dry run says that it would, and sends nothing', async () => {
    const result = await at.step({ ...release, dryRun: 'true' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ deferred: 'false', verdict: 'fail' });
    expect(result.outputs.message).toContain('would defer');
    expect(at.requests().join()).not.toContain('POST');
  });

  it('leaves running maintenance alone, since nothing can defer it', async () => {
    const result = await at.step({ ...release, groupId: projects.running, deployStart: 'now' });
    expect(result.exitCode).toBe(1);
    expect(at.requests().join()).not.toContain('POST');
  });
});

describe('the deploy that is asked about', () => {
  it.each([
    ['a year old', { deployStart: '2025-03-06T00:00Z' }],
    ['over since an approval took 90 minutes', { deployStart: '2026-03-06T10:30Z' }],
    ['over at this very moment', { deployStart: '2026-03-06T10:00Z', deployEnd: '2026-03-06T12:00Z' }],
  ])('must not be over: %s', async (_what, deploy) => {
    const result = await gate(deploy);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '' });
    expect(result.outputs.message).toMatch(/^The deploy is over/);
  });

  it('is judged as beginning now, with its whole length, when it should have begun', async () => {
    at.sandbox.setup(projects.window, { dayOfWeek: 6, hourOfDay: 13 });
    // By its plan it ends as maintenance starts.
    const result = await gate({ deployStart: '2026-03-06T11:30Z', deployEnd: '2026-03-06T13:00Z' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
    expect(result.outputs.message).toContain('should have begun');
  });

  it('is judged by Atlas’s clock where the runner’s is off, which is said', async () => {
    const result = await gate();
    expect(result.log).toMatch(/^::notice .*clock/m);
    expect(result.outputs.clearAt).toMatch(/^2026-03-06T12:00:0/);
  });

  it('must not end before it starts', async () => {
    const result = await gate({ deployStart: '2026-03-08T01:00Z', deployEnd: '2026-03-08T01:00Z' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('deployEnd');
    expect(at.requests()).toEqual([]);
  });

  it('must not end before now when it starts now', async () => {
    const result = await gate({ deployEnd: '2026-03-05T00:00Z' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail' });
    expect(result.outputs.message).toContain('deployEnd');
  });

  it('is shown with the canonical name of its zone', async () => {
    const result = await gate({ ...BEFORE, deployTimeZone: 'EST' });
    expect(result.log).toMatch(/::notice .*EST.*America\/Panama/);
  });
});

describe('several projects', () => {
  it('are judged each for itself: the worst verdict fails the step, and each keeps its result', async () => {
    const ids = [projects.window, projects.none, projects.running];
    const result = await gate({ ...BEFORE, deployStart: 'now', groupId: ids.join(',') });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      groupId: '',
      window: '',
      verdict: 'fail',
      overlap: 'true',
      changed: 'false',
    });
    const results = JSON.parse(result.outputs.results ?? '');
    expect(results.map((one: { groupId: string; verdict: string }) => [one.groupId, one.verdict])).toEqual([
      [projects.window, 'pass'],
      [projects.none, 'fail'],
      [projects.running, 'fail'],
    ]);
  });

  it('go on when one cannot be read, and the step names it', async () => {
    const missing = 'ffffffffffffffffffffffff';
    const result = await at.step({ groupId: `${missing}\n${projects.window}` });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain(missing);
    const [first, second] = JSON.parse(result.outputs.results ?? '');
    expect(first.error.code).toBeTruthy();
    expect(second).toMatchObject({ groupId: projects.window, configured: true, error: null });
  });
});
