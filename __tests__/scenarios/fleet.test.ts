import { describe, expect, it } from 'vitest';
import { projectId, projects } from '../../sandbox/server.ts';
import { credentials, stage } from './stage.ts';

const COUNT = 25;
const at = stage({ generate: COUNT });
const ids = Array.from({ length: COUNT }, (_, index) => projectId(index));
const fleet = ids.join('\n');

interface Told {
  readonly groupId: string;
  readonly verdict: string | null;
  readonly error: { readonly code: string } | null;
}
const told = (results: string | undefined): Told[] => JSON.parse(results ?? '');

describe('many projects in one step', () => {
  it('share one challenge: each further project costs only its own read', async () => {
    const result = await at.step({ groupId: fleet });
    expect(result.exitCode).toBe(0);
    const requests = at.requests();
    expect(requests).toHaveLength(COUNT + 1);
    expect(requests.filter(line => line.endsWith('→ 401'))).toHaveLength(1);
  });

  it('share one token, which is revoked at the end', async () => {
    const result = await at.step({ ...credentials.serviceAccount, groupId: fleet });
    expect(result.exitCode).toBe(0);
    expect(at.requests().filter(line => line.startsWith('POST'))).toEqual([
      'POST /api/oauth/token → 200',
      'POST /api/oauth/revoke → 200',
    ]);
    expect(at.sandbox.tokens()).toEqual([]);
  });

  it('of a gate cost two reads each', async () => {
    await at.step({ ...credentials.accessToken, operation: 'gate', onOverlap: 'warn', groupId: fleet });
    expect(at.requests()).toHaveLength(2 * COUNT);
  });

  it('of a gate are told in the log as they are looked at', async () => {
    const [first = '', second = ''] = ids;
    at.sandbox.faults.push({ name: 'notFound', path: `${second}/maintenanceWindow` });
    const { log } = await at.step({ operation: 'gate', groupId: `${first}, ${second}` });
    expect(log).toMatch(new RegExp(`^\\d of 2: project ${first} was looked at$`, 'm'));
    expect(log).toMatch(new RegExp(`^\\d of 2: project ${second} has failed$`, 'm'));
  });

  it('keep the order of the input, each named once, with progress in the log', async () => {
    const [first = '', second = ''] = ids;
    const result = await at.step({ groupId: `${second}, ${first}, ${second}` });
    expect(told(result.outputs.results).map(({ groupId }) => groupId)).toEqual([second, first]);
    expect(result.log).toMatch(/^::notice .*more than once/m);
    expect(result.log).toMatch(/^1 of 2: project \w+ is done$/m);
    expect(result.log).toMatch(/^2 of 2: project \w+ is done$/m);
    expect(result.outputs.message).toMatch(/^All 2 projects were read: /);
  });

  it('go on when some fail; the step fails and names those', async () => {
    for (const id of [ids[3], ids[17]])
      at.sandbox.faults.push({ name: 'notFound', path: `${id}/maintenanceWindow` });
    const result = await at.step({ groupId: fleet });
    expect(result.exitCode).toBe(1);
    const failed = told(result.outputs.results).filter(({ error }) => error !== null);
    expect(failed.map(({ groupId }) => groupId)).toEqual([ids[3], ids[17]]);
    expect(result.outputs.message).toContain('2 of 25 projects failed');
    for (const id of [ids[3], ids[17]]) {
      expect(result.outputs.message).toContain(id);
      expect(result.log).toContain(`: project ${id} has failed\n`);
    }
  });

  it('ask a wrong key once, not once a project', async () => {
    const result = await at.step({ privateKey: 'not-the-key', publicKey: 'ownerkey', groupId: fleet });
    expect(result.exitCode).toBe(1);
    expect(at.requests()).toHaveLength(2);
    expect(told(result.outputs.results).every(({ error }) => error !== null)).toBe(true);
  });

  it('change each project for itself', async () => {
    const result = await at.step({
      operation: 'update',
      groupId: `${projects.window},${projects.none}`,
      dayOfWeek: '1',
      hourOfDay: '2',
    });
    expect(result.outputs).toMatchObject({
      changed: 'true',
      configured: '',
      message: 'All 2 projects are done: 1 changed.',
    });
    expect(at.requests().filter(line => line.startsWith('PATCH'))).toEqual([
      'PATCH …02/maintenanceWindow {"dayOfWeek":1,"hourOfDay":2,"autoDeferOnceEnabled":false} → 200',
    ]);
  });
});
