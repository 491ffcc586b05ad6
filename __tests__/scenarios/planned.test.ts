/** Plans of several releases: judged by the gate, kept clear by `defer`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { stage } from './stage.ts';

const at = stage({ keep: true });

/** Maintenance is announced for Sunday at 08:00 UTC, 44 hours from now (it was announced 60 hours ahead). */
const SUNDAY = '2026-03-08T08:00';
const events = [{ created: '2026-03-05T20:00:00Z', eventTypeName: 'MAINTENANCE_IN_ADVANCED' }];
const lines = (...starts: string[]) => starts.join('\n');

describe('the gate judges each release of a plan', () => {
  const gate = (deployStart: string, more: Record<string, string> = {}) =>
    at.step({ operation: 'gate', blockOn: 'scheduled', deployStart, ...more });
  beforeEach(() => {
    at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: 8, events });
  });

  it('and is red where one of them meets maintenance, which it names', async () => {
    const plan = lines('# spring', '2026-03-07T21:00 # 4.1', '', SUNDAY, '2026-03-08T20:00');
    const result = await gate(plan);
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'fail', overlap: 'true', clearAt: '2026-03-07T21:00:00Z' },
    });
    expect(result.outputs.message).toContain(
      'meet maintenance that Atlas has scheduled: 1 of them, the deploy of Sun 2026-03-08 08:00 to 09:00 UTC',
    );
    const order = ['08:00 | ⛔ meets scheduled', '21:00 | ✅ clear', '20:00 | ✅ clear'];
    const places = order.map(text => result.summary.indexOf(text));
    expect(places.every(place => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('and passes where none does', async () => {
    const result = await gate(lines('2026-03-07T21:00', '2026-03-08T06:00', '2026-03-08T20:00'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', overlap: 'false' } });
  });

  it('leaving out those that are over, which it says', async () => {
    const result = await gate(lines('2026-03-01T21:00', '2026-03-02T21:00', '2026-03-07T21:00'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(result.log).toContain('2 planned deploys are over and were left out');
  });

  it('and is red where all are over', async () => {
    const result = await gate(lines('2026-03-01T21:00', '2026-03-02T21:00'));
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(result.outputs.message).toContain('All 2 planned deploys are over');
  });

  it('naming every line that cannot be read, at once', async () => {
    const result = await gate(lines('2026-03-07T21:00', 'tomorrow', '2026-02-30T10:00'));
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toMatch(/line 2.*[\s\S]*line 3/);
    expect(at.requests()).toEqual([]);
  });
});

describe('defer with a plan', () => {
  const defer = (deployStart: string, more: Record<string, string> = {}) =>
    at.step({ operation: 'defer', deployStart, groupId: projects.scheduled, ...more });
  /** Maintenance of the ready-made project: Monday at 00:00 UTC, 60 hours from now. */
  const MONDAY = '2026-03-09T00:00';

  it('moves announced maintenance off a release', async () => {
    const result = await defer(lines('2026-03-07T21:00', MONDAY));
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'true', numberOfDeferrals: '1' } });
  });

  it('moves it off the second of two that are close', async () => {
    const result = await defer(lines('2026-03-08T21:00', '2026-03-09T02:00'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'true' } });
  });

  it('leaves alone what meets no release, and says when Atlas lets it be deferred', async () => {
    const result = await defer(lines('2026-03-07T21:00', '2026-03-10T21:00'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'false', changed: 'false' } });
    expect(result.outputs.message).toMatch(
      /^Nothing was deferred: the announced maintenance meets no deploy\. Atlas lets this maintenance be deferred from .* until Sat 2026-03-07 00:00 UTC\.$/,
    );
    expect(result.log).toContain('::notice');
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([]);
  });

  it('warns where a release would meet it a week later as well', async () => {
    const result = await defer(lines(MONDAY, '2026-03-16T00:30'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'false' } });
    expect(result.log).toContain('::warning');
    expect(result.outputs.message).toContain('even after a deferral, maintenance would meet a deploy');
  });

  it('has nothing to do where nothing is scheduled, unless that is to be an error', async () => {
    const none = { groupId: projects.window };
    const ignored = await defer(MONDAY, none);
    expect(ignored).toMatchObject({ exitCode: 0, outputs: { deferred: 'false', changed: 'false' } });
    expect(ignored.outputs.message).toContain('No maintenance is scheduled');
    expect(at.requests().join()).not.toContain('POST');
    const failed = await defer(MONDAY, { ...none, onNothingScheduled: 'fail' });
    expect(failed).toMatchObject({ exitCode: 1, outputs: { deferred: 'false' } });
    expect(failed.outputs.message).toContain('ATLAS_MAINTENANCE_NOT_SCHEDULED');
    const dry = await defer(MONDAY, { ...none, onNothingScheduled: 'fail', dryRun: 'true' });
    expect(dry).toMatchObject({ exitCode: 1, outputs: { deferred: 'false' } });
    expect(dry.outputs.message).toContain('ATLAS_MAINTENANCE_NOT_SCHEDULED');
    expect(at.requests().join()).not.toContain('POST');
  });

  it('says so where all releases are over', async () => {
    const result = await defer(lines('2026-03-01T21:00', '2026-03-02T21:00'));
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'false' } });
    expect(result.outputs.message).toContain('all the deploys are over');
  });

  it.each([
    ['ends before', '2026-03-05T00:00Z', 'is not after the start of the deploy'],
    ['takes longer than any', '2026-05-05T00:00Z', 'is more than 31 days after the start of the deploy'],
  ])(
    'defers nothing for a deploy that starts now and %s, a mistake of the inputs',
    async (_, deployEnd, why) => {
      const result = await defer('now', { deployEnd });
      expect(result).toMatchObject({ exitCode: 1, outputs: { deferred: 'false' } });
      expect(result.outputs.message).toMatch(new RegExp(`^deployEnd .* ${why} .* Code: NO_DEPLOY\\.$`));
      expect(at.requests().join()).not.toContain('POST');
    },
  );

  it('fails where the events cannot be read, and defers nothing', async () => {
    at.sandbox.faults.push({ name: 'html', path: 'events' });
    const result = await defer(MONDAY);
    expect(result).toMatchObject({ exitCode: 1, outputs: { deferred: 'false' } });
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([]);
  });

  it('never takes a variable that is not set for "whatever is scheduled"', async () => {
    const result = await defer('');
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('deployStart is empty: probably a variable that is not set');
    expect(at.requests()).toEqual([]);
  });

  it('in a dry run says what it would move, and to when', async () => {
    const result = await defer(MONDAY, { dryRun: 'true' });
    expect(result).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    expect(result.outputs.message).toMatch(
      /would defer .* from Mon 2026-03-09 00:00 UTC to Mon 2026-03-16 00:00 UTC\./,
    );
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([]);
  });

  it('spares a deploy that starts now: that is no plan, and whatever is scheduled is deferred', async () => {
    const result = await defer('now');
    expect(result).toMatchObject({ exitCode: 0, outputs: { deferred: 'true' } });
  });
});
