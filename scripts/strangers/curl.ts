/** curl signs with HTTP Digest: the sandbox must take what it sends, and refuse what it should not. */
import { deepStrictEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ATLAS_MEDIA_TYPE } from '../../sandbox/http.ts';
import { accounts, type Fault, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { runStep } from '../../sandbox/step.ts';
import { which } from '../tools.ts';
import type { Stranger } from './stranger.ts';

export const curl: Stranger = {
  name: 'curl --digest',
  lacks: () => (which('curl') ? undefined : 'It needs curl.'),
  meet: async () => {
    const sandbox = await startSandbox();
    try {
      await readsAndWrites(sandbox);
      await answersEveryChallenge(sandbox);
      deepStrictEqual(await request(sandbox, `${owner.publicKey}:wrong`, '/maintenanceWindow'), 401);
    } finally {
      await sandbox.close();
    }
    return 'the sandbox takes its signatures: MD5, SHA-256, without qop, after a stale nonce';
  },
};

const { owner } = accounts;
const keys = `${owner.publicKey}:${owner.privateKey}`;

/** The status of the last answer. */
async function request(sandbox: Sandbox, user: string, path: string, ...options: string[]): Promise<number> {
  const { stdout } = await promisify(execFile)('curl', [
    ...[
      '--silent',
      '--show-error',
      '--max-time',
      '60',
      '--output',
      '/dev/null',
      '--write-out',
      '%{http_code}',
    ],
    ...['--digest', '--user', user, '--header', `Accept: ${ATLAS_MEDIA_TYPE}`, ...options],
    `${sandbox.url}/api/atlas/v2/groups/${projects.window}${path}`,
  ]);
  return Number(stdout);
}

async function readsAndWrites(sandbox: Sandbox) {
  const body = [
    '--header',
    `Content-Type: ${ATLAS_MEDIA_TYPE}`,
    '--data',
    '{"dayOfWeek": 7, "hourOfDay": 0}',
  ];
  deepStrictEqual(await request(sandbox, keys, '/maintenanceWindow', '--request', 'PATCH', ...body), 200);
  deepStrictEqual(await request(sandbox, keys, '/maintenanceWindow/autoDefer', '--request', 'POST'), 200);
  // The query is signed with the path.
  deepStrictEqual(await request(sandbox, keys, '/events?eventType=MAINTENANCE_STARTED&itemsPerPage=5'), 200);

  const { publicKey, privateKey } = owner;
  const { outputs } = await runStep({
    with: { baseUrl: sandbox.url, groupId: projects.window, publicKey, privateKey },
  });
  const { dayOfWeek, hourOfDay, autoDeferOnceEnabled } = outputs;
  deepStrictEqual([dayOfWeek, hourOfDay, autoDeferOnceEnabled], ['7', '0', 'true']);
}

async function answersEveryChallenge(sandbox: Sandbox) {
  const faults: readonly Fault[] = [
    { name: 'challengeWithoutQop' },
    { name: 'challengeSha256' },
    { name: 'challengesInSeveralHeaders' },
    { name: 'stale', times: 1 },
  ];
  for (const fault of faults) {
    sandbox.faults.splice(0, Number.POSITIVE_INFINITY, fault);
    const status = await request(sandbox, keys, '/maintenanceWindow');
    deepStrictEqual({ [fault.name]: status }, { [fault.name]: 200 });
  }
  sandbox.faults.length = 0;
}
