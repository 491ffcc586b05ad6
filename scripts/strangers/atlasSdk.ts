/** The official Go SDK (`atlas-sdk/`) and the action take turns on the sandbox: each must find what the other left. */
import { deepStrictEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { accounts, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { runStep } from '../../sandbox/step.ts';
import { buildGo, which } from '../tools.ts';
import type { Stranger } from './stranger.ts';

export const atlasSdk: Stranger = {
  name: 'the official Atlas Go SDK',
  lacks: () => (which('go') ? undefined : 'It needs Go.'),
  meet: async () => {
    const program = buildGo(resolve(import.meta.dirname, 'atlas-sdk')) ?? '';
    for (const keys of [apiKey, serviceAccount]) {
      const sandbox = await startSandbox();
      try {
        await takeTurns(sandbox, program, keys);
        if (keys === apiKey) await tellAWrongKey(sandbox, program);
        else await giveTokenBack(sandbox, program);
      } finally {
        await sandbox.close();
      }
    }
    return 'reads, writes and refusals agree with the sandbox and the action, by API key and by service account';
  },
};

const { owner } = accounts;
/** Both sides take these. */
const apiKey = {
  MONGODB_ATLAS_PUBLIC_API_KEY: owner.publicKey,
  MONGODB_ATLAS_PRIVATE_API_KEY: owner.privateKey,
};
const serviceAccount = {
  MONGODB_ATLAS_CLIENT_ID: owner.clientId,
  MONGODB_ATLAS_CLIENT_SECRET: owner.clientSecret,
};
type Keys = Readonly<Record<string, string>>;

/** What Atlas refused, as the SDK reads it. */
const Refusal = v.object({ refused: v.object({ error: v.number(), errorCode: v.string() }) });
const Events = v.object({
  pages: v.array(v.array(v.object({ id: v.string(), created: v.string(), eventTypeName: v.string() }))),
  totalCount: v.number(),
});
const Projects = v.object({
  pages: v.array(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        orgId: v.string(),
        clusterCount: v.number(),
        tags: v.optional(v.array(v.object({ key: v.string(), value: v.string() })), []),
      }),
    ),
  ),
  totalCount: v.number(),
});

/** What the SDK got, as its types hold it. */
async function callSdk(program: string, env: Keys, ...args: readonly string[]): Promise<unknown> {
  // A page that never comes to an end must not hold up the rest.
  const { stdout } = await promisify(execFile)(program, args, { env, timeout: 60_000 });
  return JSON.parse(stdout);
}

async function takeTurns(sandbox: Sandbox, program: string, keys: Keys) {
  const env = { MONGODB_ATLAS_BASE_URL: sandbox.url, ...keys };
  const { window, none, scheduled } = projects;
  const sdk = (...args: string[]) => callSdk(program, env, ...args);
  const action = async (operation: string, groupId: string, inputs: Keys = {}) => {
    const { exitCode, log, outputs } = await runStep({ with: { operation, groupId, ...inputs }, env });
    if (exitCode !== 0) throw new Error(`The action failed to ${operation}:\n${log}`);
    return outputs;
  };
  const refused = async (error: number, errorCode: string, ...args: string[]) =>
    deepStrictEqual(v.parse(Refusal, await sdk(...args)), { refused: { error, errorCode } });

  const asSetUp = {
    autoDeferOnceEnabled: false,
    dayOfWeek: 1,
    hourOfDay: 2,
    numberOfDeferrals: 0,
    startASAP: false,
    timeZoneId: 'UTC',
  };
  deepStrictEqual(await sdk('get', window), asSetUp);

  // Midnight, which a client that forgets zeros would leave out.
  const wish = { dayOfWeek: 4, hourOfDay: 0, protectedHours: { startHourOfDay: 9, endHourOfDay: 17 } };
  deepStrictEqual(await sdk('update', window, JSON.stringify(wish)), null);
  const { dayOfWeek, hourOfDay, protectedHours } = await action('get', window);
  deepStrictEqual([dayOfWeek, hourOfDay, protectedHours], ['4', '0', '9-17']);
  deepStrictEqual(await sdk('autoDefer', window), null);
  deepStrictEqual((await action('get', window)).autoDeferOnceEnabled, 'true');

  await action('update', window, { dayOfWeek: 'Friday', hourOfDay: '23', protectedHours: '8-16' });
  await action('autoDefer', window, { autoDeferOnceEnabled: 'false' });
  deepStrictEqual(await sdk('get', window), {
    ...asSetUp,
    dayOfWeek: 6,
    hourOfDay: 23,
    protectedHours: { startHourOfDay: 8, endHourOfDay: 16 },
  });

  deepStrictEqual(await sdk('defer', scheduled), null);
  deepStrictEqual((await action('get', scheduled)).numberOfDeferrals, '1');
  const { window: once } = sandbox.setup(scheduled, { scheduledInHours: 60, numberOfDeferrals: 1 });
  deepStrictEqual((await action('defer', scheduled)).deferred, 'true');
  deepStrictEqual(await sdk('get', scheduled), { ...asSetUp, ...once, numberOfDeferrals: 2 });

  await refused(400, 'ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED', 'defer', scheduled);
  await refused(400, 'ATLAS_MAINTENANCE_NOT_SCHEDULED', 'defer', window);
  await refused(400, 'ATLAS_MAINTENANCE_ALREADY_SCHEDULED', 'reset', scheduled);
  await refused(400, 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED', 'autoDefer', none);
  await refused(404, 'GROUP_NOT_FOUND', 'get', '0'.repeat(24));

  await eventsAgree(sandbox, sdk, scheduled);
  await eventsAgree(sandbox, sdk, scheduled, 'MAINTENANCE_IN_ADVANCED', 'ATLAS_MAINTENANCE_DEFERRED');
  const gate = { blockOn: 'scheduled', onOverlap: 'ignore' };
  deepStrictEqual((await action('gate', scheduled, gate)).maintenanceState, 'scheduled');

  // The SDK cannot leave the day out.
  deepStrictEqual(await sdk('update', scheduled, '{"startASAP": true}'), null);
  deepStrictEqual((await action('gate', scheduled, gate)).maintenanceState, 'running');

  deepStrictEqual(await sdk('reset', window), null);
  deepStrictEqual((await action('get', window)).configured, 'false');
  await action('update', none, { dayOfWeek: '2', hourOfDay: '5' });
  deepStrictEqual(await sdk('get', none), { ...asSetUp, dayOfWeek: 2, hourOfDay: 5 });
  await action('reset', none);
  const { hourOfDay: _, ...unset } = asSetUp;
  deepStrictEqual(await sdk('get', none), { ...unset, dayOfWeek: 0 });

  await projectsAgree(sandbox, sdk);
  await refused(404, 'RESOURCE_NOT_FOUND', 'projects', '0'.repeat(24), '2');
}

/** Newest first, page by page, each once: all that the sandbox holds of these types, or of all. */
async function eventsAgree(
  sandbox: Sandbox,
  sdk: (...args: string[]) => Promise<unknown>,
  project: string,
  ...types: string[]
) {
  const size = 3;
  const { pages, totalCount } = v.parse(Events, await sdk('events', project, String(size), ...types));
  const told = (sandbox.project(project)?.events ?? [])
    .filter(({ eventTypeName }) => types.length === 0 || types.includes(eventTypeName))
    .toReversed()
    .toSorted((one, other) => other.created - one.created)
    .map(({ id, created, eventTypeName }) => ({ id, created, eventTypeName }));
  deepStrictEqual(
    pages
      .flat()
      .map(({ id, created, eventTypeName }) => ({ id, created: Date.parse(created), eventTypeName })),
    told,
  );
  deepStrictEqual(
    { totalCount, pages: pages.length },
    { totalCount: told.length, pages: Math.floor(told.length / size) + 1 },
  );
}

/** Page by page, each once: all that the sandbox holds, and those of one organization. */
async function projectsAgree(sandbox: Sandbox, sdk: (...args: string[]) => Promise<unknown>) {
  sandbox.setup(projects.none, { orgId: OTHER, tags: { environment: 'production', team: 'a b' } });
  const size = 2;
  for (const organization of ['all', OTHER]) {
    const { pages, totalCount } = v.parse(Projects, await sdk('projects', organization, String(size)));
    const told = [...sandbox.projects().values()]
      .filter(({ orgId }) => organization === 'all' || orgId === organization)
      .map(({ id, name, orgId, clusterCount, tags }) => ({
        id,
        name,
        orgId,
        clusterCount,
        tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
      }));
    deepStrictEqual(pages.flat(), told);
    deepStrictEqual(
      { totalCount, pages: pages.length },
      { totalCount: told.length, pages: Math.floor(told.length / size) + 1 },
    );
  }
}

/** An organization beside that of the ready-made projects. */
const OTHER = '5a9db0c5a9db0c5a9db0c0b2';

async function tellAWrongKey(sandbox: Sandbox, program: string) {
  const env = { MONGODB_ATLAS_BASE_URL: sandbox.url, ...apiKey, MONGODB_ATLAS_PRIVATE_API_KEY: 'wrong' };
  const { refused } = v.parse(Refusal, await callSdk(program, env, 'get', projects.window));
  deepStrictEqual(refused, { error: 401, errorCode: 'UNEXPECTED_ERROR' });
}

/** The SDK's own way to end a token, which percent-encodes what it sends. */
async function giveTokenBack(sandbox: Sandbox, program: string) {
  const before = sandbox.tokens().length;
  await callSdk(program, { MONGODB_ATLAS_BASE_URL: sandbox.url, ...serviceAccount }, 'revoke');
  deepStrictEqual(sandbox.tokens().length, before);
}
