import { describe, expect, it } from 'vitest';
import { accounts, projects } from '../../sandbox/server.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { credentials, kinds, signedIn, stage } from './stage.ts';

const at = stage({ keep: true });

describe.each(kinds)('signed in with %s', kind => {
  const given = credentials[kind];

  it('get reads the window and tells it in outputs', async () => {
    const result = await at.step(given);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      groupId: projects.window,
      configured: 'true',
      dayOfWeek: '1',
      hourOfDay: '2',
      timeZoneId: 'UTC',
      autoDeferOnceEnabled: 'false',
      numberOfDeferrals: '0',
      startASAP: 'false',
      protectedHours: '',
      waveAssignment: '',
      changed: 'false',
      deferred: 'false',
      nextStart: '2026-03-08T02:00:00Z',
      nextEnd: '2026-03-08T06:00:00Z',
      overlap: '',
      verdict: '',
      message: 'The maintenance window starts every Sunday at 02:00 (UTC).',
    });
    expect(JSON.parse(result.outputs.window ?? '')).toEqual({
      dayOfWeek: 1,
      hourOfDay: 2,
      timeZoneId: 'UTC',
      autoDeferOnceEnabled: false,
      numberOfDeferrals: 0,
      startASAP: false,
    });
    expect(at.requests()).toEqual(signedIn(kind, ['GET …01/maintenanceWindow → 200']));
  });

  it('update sends what differs with day and hour, midnight too, and reads it back', async () => {
    const result = await at.step({ ...given, operation: 'update', dayOfWeek: 'Saturday', hourOfDay: '0' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'true', dayOfWeek: '7', hourOfDay: '0' });
    expect(at.requests()).toEqual(
      signedIn(kind, [
        'GET …01/maintenanceWindow → 200',
        'PATCH …01/maintenanceWindow {"dayOfWeek":7,"hourOfDay":0,"autoDeferOnceEnabled":false} → 200',
        'GET …01/maintenanceWindow → 200',
      ]),
    );
  });

  it('update sends nothing where nothing differs', async () => {
    const result = await at.step({ ...given, operation: 'update', dayOfWeek: '1', hourOfDay: '2' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.changed).toBe('false');
    expect(at.requests()).toEqual(signedIn(kind, ['GET …01/maintenanceWindow → 200']));
  });

  it('defer moves the scheduled maintenance by a week, once', async () => {
    const result = await at.step({ ...given, operation: 'defer', groupId: projects.scheduled });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'true', deferred: 'true', numberOfDeferrals: '1' });
    expect(at.requests()).toEqual(
      signedIn(kind, [
        'GET …03/maintenanceWindow → 200',
        'POST …03/maintenanceWindow/defer → 200',
        'GET …03/maintenanceWindow → 200',
      ]),
    );
  });

  it('autoDefer flips the value once when none is wanted', async () => {
    const result = await at.step({ ...given, operation: 'autoDefer' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      changed: 'true',
      deferred: 'false',
      autoDeferOnceEnabled: 'true',
    });
    expect(at.requests()).toEqual(
      signedIn(kind, [
        'GET …01/maintenanceWindow → 200',
        'POST …01/maintenanceWindow/autoDefer → 200',
        'GET …01/maintenanceWindow → 200',
      ]),
    );
  });

  it('reset removes the window and sees that it is gone', async () => {
    const result = await at.step({ ...given, operation: 'reset' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      changed: 'true',
      configured: 'false',
      dayOfWeek: '',
      nextStart: '',
    });
    expect(at.requests()).toEqual(
      signedIn(kind, [
        'GET …01/maintenanceWindow → 200',
        'DELETE …01/maintenanceWindow → 204',
        'GET …01/maintenanceWindow → 200',
      ]),
    );
  });
});

describe('update', () => {
  it('sets the first window of a project', async () => {
    const result = await at.step({
      operation: 'update',
      groupId: projects.none,
      dayOfWeek: 'Mon',
      hourOfDay: '0',
    });
    expect(result.outputs).toMatchObject({
      configured: 'true',
      changed: 'true',
      dayOfWeek: '2',
      hourOfDay: '0',
    });
  });

  it('demands day and hour for the first window, and sends nothing without', async () => {
    const result = await at.step({ operation: 'update', groupId: projects.none, hourOfDay: '3' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('both dayOfWeek and hourOfDay');
    expect(at.requests().join()).not.toContain('PATCH');
  });

  it('starts scheduled maintenance now, with nothing else in the request', async () => {
    const result = await at.step({ operation: 'update', groupId: projects.scheduled, startASAP: 'true' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'true', startASAP: 'true' });
    expect(at.requests()).toContain('PATCH …03/maintenanceWindow {"startASAP":true} → 200');
  });

  it('starts nothing where that was asked for already, nor where no window is set', async () => {
    at.sandbox.faults.push({ name: 'fields', path: projects.window, value: { startASAP: true } });
    const asked = await at.step({ operation: 'update', startASAP: 'true' });
    expect(asked).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    const none = await at.step({ operation: 'update', groupId: projects.none, startASAP: 'true' });
    expect(none.exitCode).toBe(1);
    expect(none.outputs.message).toContain('The project has no maintenance window: set one first');
    expect(at.requests().join()).not.toContain('PATCH');
  });

  it('does not claim to reset deferrals with a start, or where Atlas keeps their count', async () => {
    const inputs = { operation: 'update', groupId: projects.deferredTwice };
    const start = await at.step({ ...inputs, startASAP: 'true', dryRun: 'true' });
    expect(start.outputs.message).not.toContain('deferrals');
    at.sandbox.faults.push({ name: 'fields', method: 'GET', value: { numberOfDeferrals: 2 } });
    const kept = await at.step({ ...inputs, autoDeferOnceEnabled: 'true' });
    expect(kept).toMatchObject({ exitCode: 0, outputs: { changed: 'true', numberOfDeferrals: '2' } });
    expect(kept.outputs.message).not.toContain('reset');
  });

  it('sets protected hours and clears them again', async () => {
    const set = await at.step({ operation: 'update', protectedHours: '9-17' });
    expect(set.outputs.protectedHours).toBe('9-17');
    const cleared = await at.step({ operation: 'update', protectedHours: 'none' });
    expect(cleared.outputs).toMatchObject({ protectedHours: '', changed: 'true' });
    expect(at.requests().filter(line => line.startsWith('PATCH'))).toEqual([
      'PATCH …01/maintenanceWindow {"dayOfWeek":1,"hourOfDay":2,"autoDeferOnceEnabled":false,"protectedHours":{"startHourOfDay":9,"endHourOfDay":17}} → 200',
      'PATCH …01/maintenanceWindow {"dayOfWeek":1,"hourOfDay":2,"autoDeferOnceEnabled":false,"protectedHours":{}} → 200',
    ]);
  });

  it('sets a wave and clears it with null', async () => {
    expect((await at.step({ operation: 'update', waveAssignment: '2' })).outputs.waveAssignment).toBe('2');
    expect((await at.step({ operation: 'update', waveAssignment: 'none' })).outputs.waveAssignment).toBe('');
    expect(at.requests().filter(line => line.includes('null'))).toEqual([
      'PATCH …01/maintenanceWindow {"dayOfWeek":1,"hourOfDay":2,"autoDeferOnceEnabled":false,"waveAssignment":null} → 200',
    ]);
  });

  it('says that the window is frozen while maintenance is scheduled', async () => {
    const result = await at.step({ operation: 'update', groupId: projects.frozen, hourOfDay: '5' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('frozen');
    expect(result.log).toContain('ATLAS_MAINTENANCE_ALREADY_SCHEDULED');
  });

  it('fails when Atlas says yes and does nothing', async () => {
    at.sandbox.faults.push({ name: 'notTaken', method: 'PATCH' });
    const result = await at.step({ operation: 'update', hourOfDay: '5' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ changed: 'false', hourOfDay: '2' });
    expect(result.outputs.message).toMatch(
      /Atlas ignored hourOfDay, which is still 2 and not 5\. .*UPDATE_NOT_TAKEN/,
    );
  });

  it('names each setting that moved although nobody asked, and each that came out otherwise', async () => {
    const value = { hourOfDay: 7, autoDeferOnceEnabled: true };
    at.sandbox.faults.push({ name: 'fields', method: 'GET', skip: 1, value });
    const result = await at.step({ operation: 'update', hourOfDay: '5' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ changed: 'true', hourOfDay: '7' });
    expect(result.outputs.message).toContain('hourOfDay went from 2 to 7, where 5 was asked for');
    expect(result.outputs.message).toContain(
      'autoDeferOnceEnabled went from false to true, which this step did not ask for',
    );
  });

  it('is done where the window shows it, whatever the answer was, and only there', async () => {
    const unread = { name: 'html', method: 'PATCH', times: 1 } as const;
    at.sandbox.faults.push({ ...unread, acts: true });
    const done = await at.step({ operation: 'update', hourOfDay: '5' });
    expect(done).toMatchObject({ exitCode: 0, outputs: { changed: 'true', hourOfDay: '5' } });
    at.sandbox.faults.push(unread);
    const failed = await at.step({ operation: 'update', hourOfDay: '6' });
    expect(failed).toMatchObject({ exitCode: 1, outputs: { changed: 'false', hourOfDay: '5' } });
    expect(failed.outputs.message).toContain('It may have taken effect all the same');
  });

  it.each(['keep', 'clear'] as const)(
    'loses no protected hours where a PATCH without them would %s them',
    async omittedHours => {
      const held = { protectedHours: { startHourOfDay: 9, endHourOfDay: 17 }, autoDeferOnceEnabled: true };
      at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: 2, omittedHours, ...held });
      const result = await at.step({ operation: 'update', hourOfDay: '5' });
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ hourOfDay: '5', protectedHours: '9-17' });
      expect(at.sandbox.project(projects.window)?.window).toMatchObject(held);
    },
  );

  it('sets a wave without a window, and shows it', async () => {
    const result = await at.step({ operation: 'update', groupId: projects.none, waveAssignment: '2' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ configured: 'false', changed: 'true', waveAssignment: '2' });
    expect(at.requests()).toContain('PATCH …02/maintenanceWindow {"waveAssignment":2} → 200');
    const again = await at.step({ operation: 'update', groupId: projects.none, waveAssignment: '2' });
    expect(again.outputs).toMatchObject({ changed: 'false', effectiveWaveAssignment: '2' });
    expect(at.requests().join()).not.toContain('PATCH');
  });

  it('says which wave is in force where the one that is stored is not', async () => {
    at.sandbox.setup(projects.none, { waveFromTags: 1, waveBesideTags: 'stored' });
    const result = await at.step({ operation: 'update', groupId: projects.none, waveAssignment: '3' });
    expect(result).toMatchObject({ exitCode: 0, outputs: { waveAssignment: '3' } });
    expect(result.log).toMatch(/^::warning .*Wave 3 is stored, but wave 1 is in force/m);
  });

  it('fails with what Atlas says where the organization gives the waves', async () => {
    at.sandbox.setup(projects.none, { waveFromTags: 1 });
    const result = await at.step({ operation: 'update', groupId: projects.none, waveAssignment: '3' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('The organization assigns waves');
  });
});

describe('defer', () => {
  it('is a notice where nothing is scheduled, since a daily job should not go red for that', async () => {
    const result = await at.step({ operation: 'defer' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'false', deferred: 'false' });
    expect(result.log).toMatch(/^::notice .*No maintenance is scheduled/m);
  });

  it('fails where nothing is scheduled, if asked to', async () => {
    const result = await at.step({ operation: 'defer', onNothingScheduled: 'fail' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('ATLAS_MAINTENANCE_NOT_SCHEDULED');
  });

  it('goes beyond two where Atlas has granted one more', async () => {
    at.sandbox.administer(projects.deferredTwice, 'grantDeferral');
    const result = await at.step({ operation: 'defer', groupId: projects.deferredTwice });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ deferred: 'true', numberOfDeferrals: '3' });
    expect(result.log).toMatch(/^Deferrals used: 2 of 2 → 3$/m);
  });

  it('fails with the reason when the maintenance was deferred twice', async () => {
    const result = await at.step({ operation: 'defer', groupId: projects.deferredTwice });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ deferred: 'false', numberOfDeferrals: '2' });
    expect(result.outputs.message).toMatch(/twice already.*ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED/);
  });

  it('says that a project without a window has nothing to defer', async () => {
    const result = await at.step({ operation: 'defer', groupId: projects.none });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('set one first');
  });
});

describe('defer, where Atlas says yes and defers nothing,', () => {
  it('fails, and claims no deferral', async () => {
    at.sandbox.faults.push({ name: 'notTaken', method: 'POST' });
    const result = await at.step({ operation: 'defer', groupId: projects.scheduled });
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'false', deferred: 'false' } });
    expect(result.outputs.message).toMatch(/a read afterwards shows no effect.*NOT_TAKEN/);
    expect(at.requests().filter(line => line.startsWith('POST'))).toHaveLength(1);
  });
});

describe('autoDefer', () => {
  it('says that a project without a window has nothing to switch', async () => {
    const result = await at.step({ operation: 'autoDefer', groupId: projects.none });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('The project has no maintenance window: set one first');
    expect(at.requests().join()).not.toContain('POST');
  });

  it('switches off as well, and says which it did or would do', async () => {
    at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: 2, autoDeferOnceEnabled: true });
    const dry = await at.step({ operation: 'autoDefer', dryRun: 'true' });
    expect(dry.outputs.message).toBe('Dry run: would switch automatic deferral off. Nothing was changed.');
    const off = await at.step({ operation: 'autoDefer', autoDeferOnceEnabled: 'false' });
    expect(off.outputs).toMatchObject({
      autoDeferOnceEnabled: 'false',
      message: 'Automatic deferral was switched off.',
    });
  });

  it('fails where Atlas says yes and switches nothing', async () => {
    at.sandbox.faults.push({ name: 'notTaken', method: 'POST' });
    const result = await at.step({ operation: 'autoDefer' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
    expect(result.outputs.message).toContain('NOT_TAKEN');
  });

  it('flips only when the value differs from the one that is wanted', async () => {
    const same = await at.step({ operation: 'autoDefer', autoDeferOnceEnabled: 'false' });
    expect(same.outputs.changed).toBe('false');
    expect(at.requests().join()).not.toContain('POST');
    const other = await at.step({ operation: 'autoDefer', autoDeferOnceEnabled: 'true' });
    expect(other.outputs).toMatchObject({ changed: 'true', autoDeferOnceEnabled: 'true' });
  });
});

describe('reset', () => {
  it.each([
    ['is done where the window is gone', 'lostAfterActing', 0, 'The window shows what was asked for'],
    ['has failed where the window is there', 'lostBeforeActing', 1, 'not on the API access list'],
  ] as const)('%s, after an answer was lost and the next one is no', async (_what, name, exitCode, says) => {
    at.sandbox.faults.push({ name, method: 'DELETE', times: 1 }, { name: 'accessList', method: 'DELETE' });
    const result = await at.step({ operation: 'reset' });
    const [changed, configured] = exitCode === 0 ? ['true', 'false'] : ['false', 'true'];
    expect(result).toMatchObject({ exitCode, outputs: { changed, configured } });
    expect(result.log).toContain(says);
    expect(result.log).not.toContain('RESET_NOT_TAKEN');
  });

  it('counts as a change where the window that is still there is another', async () => {
    at.sandbox.faults.push({ name: 'notTaken', method: 'DELETE' });
    at.sandbox.faults.push({ name: 'fields', method: 'GET', skip: 1, value: { hourOfDay: 7 } });
    const result = await at.step({ operation: 'reset' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'true', hourOfDay: '7' } });
  });

  it('fails where Atlas says yes and the window is still there', async () => {
    at.sandbox.faults.push({ name: 'notTaken', method: 'DELETE' });
    const result = await at.step({ operation: 'reset' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'false', configured: 'true' } });
    expect(result.outputs.message).toMatch(
      /^Atlas accepted the reset, but a read afterwards still shows a window: .* Code: RESET_NOT_TAKEN/,
    );
  });

  it('has nothing to do where no window is set, and sends nothing', async () => {
    const result = await at.step({ operation: 'reset', groupId: projects.none });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'false', configured: 'false' });
    expect(result.outputs.message).toMatch(/^Nothing to do/);
    expect(at.requests().every(line => line.startsWith('GET'))).toBe(true);
  });
});

describe('a dry run', () => {
  it('of an update says that it would reset the deferrals used', async () => {
    const inputs = { operation: 'update', groupId: projects.deferredTwice, autoDeferOnceEnabled: 'true' };
    const dry = await at.step({ ...inputs, dryRun: 'true' });
    expect(dry.outputs).toMatchObject({ changed: 'false', numberOfDeferrals: '2' });
    expect(dry.outputs.message).toContain('The update would reset the 2 deferrals used so far.');
    const wet = await at.step(inputs);
    expect(wet.outputs.message).toContain('The update reset the 2 deferrals used so far.');
  });

  it.each([
    [
      { operation: 'update', hourOfDay: '5' },
      'update the maintenance window',
      'PATCH',
      ['Maintenance window: every Sunday at 02:00 (UTC) → every Sunday at 05:00 (UTC)'],
    ],
    [
      { operation: 'defer', groupId: projects.scheduled },
      'defer the scheduled maintenance by one week',
      'POST',
      [],
    ],
    [{ operation: 'autoDefer' }, 'switch automatic deferral on', 'POST', ['Automatic deferral: off → on']],
    [
      { operation: 'reset' },
      'remove the maintenance window',
      'DELETE',
      ['Maintenance window: every Sunday at 02:00 (UTC) → none set'],
    ],
  ])('of %j says what it would do and send, and sends only reads', async (inputs, what, method, changes) => {
    const result = await at.step({ ...inputs, dryRun: 'true' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'false', deferred: 'false' });
    expect(result.outputs.message).toBe(`Dry run: would ${what}. Nothing was changed.`);
    for (const line of changes) expect(result.log).toContain(`${line}\n`);
    expect(result.log).toContain(`Request that was not sent: ${method} /api/atlas/v2/groups/`);
    expect(at.requests().every(line => line.startsWith('GET'))).toBe(true);
  });
});

describe('a step that fails', () => {
  it('sets every output all the same', async () => {
    const result = await at.step({ groupId: 'nonsense' });
    expect(result.exitCode).toBe(1);
    expect(Object.keys(result.outputs)).toEqual([...OUTPUTS]);
    expect(result.outputs.message).toContain('groupId');
    expect(result.outputs.results).toBe('[]');
    expect(at.requests()).toEqual([]);
  });

  it('tells a wrong key from a missing right', async () => {
    const wrong = await at.step({ publicKey: 'ownerkey', privateKey: 'not-the-key' });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.outputs.message).toContain('the public or the private key is wrong');
    const { publicKey, privateKey } = accounts.readOnly;
    const low = await at.step({ publicKey, privateKey, operation: 'reset' });
    expect(low.exitCode).toBe(1);
    expect(low.outputs.message).toContain('Project Owner');
  });

  it('lists all problems of its inputs in one error and sends nothing', async () => {
    const result = await at.step({ operation: 'update', dayOfWeek: '0', hourOfDay: '24', dryRun: 'maybe' });
    expect(result.exitCode).toBe(1);
    expect(result.log.match(/^::error /gm)).toHaveLength(1);
    for (const name of ['dayOfWeek', 'hourOfDay', 'dryRun']) expect(result.log).toContain(name);
    expect(at.requests()).toEqual([]);
  });
});

it('a token that the step minted is revoked, also when the step fails', async () => {
  await at.step({ ...credentials.serviceAccount, groupId: projects.deferredTwice, operation: 'defer' });
  expect(at.sandbox.tokens()).toEqual([]);
  expect(at.requests().at(-1)).toBe('POST /api/oauth/revoke → 200');
});
