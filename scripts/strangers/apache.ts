/**
 * Apache's mod_auth_digest as Debian ships it asks the action for a signature: it stands in for Atlas in front of files
 * that hold the window and the events, and checks realm, address with query, nonce, count and response by its own code.
 */
import { deepStrictEqual, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accounts, projects } from '../../sandbox/server.ts';
import { runStep } from '../../sandbox/step.ts';
import { which } from '../tools.ts';
import type { Stranger } from './stranger.ts';

export const apache: Stranger = {
  name: "Apache's mod_auth_digest",
  lacks: () =>
    which('apache2') ? undefined : 'It needs apache2 as Debian has it (apt-get install apache2-bin).',
  meet: async () => {
    const home = await mkdtemp(join(tmpdir(), 'apache-'));
    const port = await freePort();
    await layOut(home, port);
    const server = spawn('apache2', ['-X', '-f', join(home, 'apache.conf')], { stdio: 'ignore' });
    const ended = once(server, 'exit');
    try {
      await answers(port, () => server.exitCode !== null, home);
      await signsIn(port, join(home, 'access.log'));
    } finally {
      server.kill();
      await ended;
      await rm(home, { recursive: true, force: true });
    }
    return 'it takes what the action signs, a second time with the same nonce and with a query';
  },
};

const { publicKey, privateKey } = accounts.owner;
/** Without a quote: Apache escapes one in its challenge and then does not take its own realm back. */
const REALM = 'MMS Public API';
const MODULES = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_digest', 'mime'];

async function layOut(home: string, port: number) {
  const group = join(home, 'files/api/atlas/v2/groups', projects.window);
  const secret = createHash('md5').update(`${publicKey}:${REALM}:${privateKey}`).digest('hex');
  const window = {
    autoDeferOnceEnabled: true,
    dayOfWeek: 4,
    hourOfDay: 21,
    numberOfDeferrals: 0,
    startASAP: false,
    timeZoneId: 'UTC',
  };
  const files = {
    [join(group, 'maintenanceWindow')]: JSON.stringify(window),
    [join(group, 'events')]: '{"links":[],"results":[],"totalCount":0}',
    [join(home, 'keys')]: `${publicKey}:${REALM}:${secret}\n`,
    [join(home, 'apache.conf')]: `
ServerRoot ${home}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile apache.pid
Mutex pthread
ErrorLog error.log
LogFormat "%U %>s %{Authorization}i" access
CustomLog access.log access
User www-data
Group www-data
${MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
DocumentRoot ${join(home, 'files')}
<Directory ${join(home, 'files')}>
  ForceType application/json
  AuthType Digest
  AuthName "${REALM}"
  AuthDigestProvider file
  AuthUserFile ${join(home, 'keys')}
  Require valid-user
</Directory>
`,
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  // Started by root, it reads as another user.
  await chmod(home, 0o755);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** @throws with Apache's own words when it does not start */
async function answers(port: number, hasEnded: () => boolean, home: string) {
  for (let tries = 0; tries < 100 && !hasEnded(); tries += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (response) return;
    await pause(100);
  }
  throw new Error(`Apache did not start: ${await readFile(join(home, 'error.log'), 'utf8').catch(String)}`);
}

async function signsIn(port: number, log: string) {
  const gate = {
    baseUrl: `http://127.0.0.1:${port}`,
    operation: 'gate',
    groupId: projects.window,
    onOverlap: 'ignore',
  };
  const { exitCode, outputs, log: said } = await runStep({ with: { ...gate, publicKey, privateKey } });
  if (exitCode !== 0) throw new Error(said);
  deepStrictEqual([outputs.dayOfWeek, outputs.hourOfDay], ['4', '21']);

  const lines = (await readFile(log, 'utf8')).split('\n').filter(line => line.includes('/groups/'));
  deepStrictEqual(
    lines.map(line => [line.split(' ')[1], /\bnc=\w+/.exec(line)?.[0]]),
    [
      ['401', undefined],
      ['200', 'nc=00000001'],
      ['200', 'nc=00000002'],
    ],
  );

  const wrong = await runStep({ with: { ...gate, publicKey, privateKey: 'not-the-key' } });
  deepStrictEqual(wrong.exitCode, 1);
  match(wrong.outputs.message ?? '', /credential may be wrong/);
}
