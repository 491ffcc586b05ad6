/**
 * Measures the committed bundle as users meet it: whole processes, over https, on the sandbox. Prints one table. Machines
 * differ and drift, so each figure is a ratio to something measured in turn with it.
 *
 * `npm run bench -- ../another/dist` measures the bundle in that folder as well, in the same turns.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from 'selfsigned';
import {
  accounts,
  organization,
  projectId,
  projects,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../sandbox/server.ts';
import { runStep, type Step } from '../sandbox/step.ts';

const ROUNDS = 31;
const FLEET_ROUNDS = 9;
const LATENCY = 50;
const CONCURRENCY = 10;
const dist = join(import.meta.dirname, '..', 'dist');
const other = process.argv[2];
const { publicKey, privateKey, clientId, clientSecret, accessToken } = accounts.owner;
const key = { publicKey, privateKey };

const rows: [figure: string, value: string, reach: string][] = [];
const row = (figure: string, value: string, reach = '') => {
  rows.push([figure, value, reach]);
  console.error(`${figure}: ${value}`);
};

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const times = (value: number) => `${value.toFixed(2)} ×`;
const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Wall time of something, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs all of them in turn, in another order each time, after one round that does not count. A column of values each. */
async function inTurns(rounds: number, works: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const found: number[][] = works.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    const drawn = works.map((work, index) => ({ work, index, draw: Math.random() }));
    for (const { work, index } of drawn.sort((one, another) => one.draw - another.draw)) {
      const value = await work();
      if (round > 0) found[index]?.push(value);
    }
  }
  return found;
}

/** The median of what one is to the other in the same round, which a machine that drifts does not bend; both medians. */
const against = (values: readonly number[], floor: readonly number[]) =>
  `${times(median(values.map((value, round) => value / (floor[round] ?? Number.NaN))))} (${ms(median(values))} / ${ms(median(floor))})`;

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const trusted = join(folder, 'trusted.pem');
const tls = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
  extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
}).then(({ private: key, cert }) => ({ key, cert }));
await writeFile(trusted, tls.cert);
const serve = (options: SandboxOptions = {}) => startSandbox({ ...options, tls });

/** Until the process has ended and all that it printed has been read. */
function command(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: trusted, ...env },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => {
        printed += text;
      });
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}:\n${printed}`)),
    );
  });
}

const step = (sandbox: Sandbox, inputs: Record<string, string>, more: Pick<Step, 'env'> = {}) =>
  runStep({
    env: { NODE_EXTRA_CA_CERTS: trusted, ...more.env },
    with: { baseUrl: sandbox.url, groupId: projects.window, ...inputs },
  });

async function good(sandbox: Sandbox, inputs: Record<string, string>, more: Pick<Step, 'env'> = {}) {
  const result = await step(sandbox, inputs, more);
  if (result.exitCode !== 0) throw new Error(`A step of the benchmark failed:\n${result.log}`);
  return result;
}

const windowOf = (sandbox: Sandbox) =>
  `${sandbox.url}/api/atlas/v2/groups/${projects.window}/maintenanceWindow`;
const ACCEPT = 'application/vnd.atlas.2023-01-01+json';

/** A `get` as a runner starts it, of the bundle in a folder. */
async function get(sandbox: Sandbox, credential: Record<string, string>, folder = dist) {
  const inputs = inputVariables({ ...credential, baseUrl: sandbox.url, groupId: projects.window });
  const environment = { ...(await runnerFiles()), ...inputs };
  return () => command(process.execPath, [join(folder, 'index.js')], environment);
}

async function start() {
  const sandbox = await serve();
  const bare = `
    import { get } from 'node:https';
    const headers = { authorization: 'Bearer ${accessToken}', accept: '${ACCEPT}' };
    get('${windowOf(sandbox)}', { headers }, answer => answer.resume());`;
  const floor = () => command(process.execPath, ['--input-type=module', '--eval', bare]);
  /** From the start of a process until its first request is here. */
  const untilRequest = (run: () => Promise<void>) => async () => {
    const began = performance.now();
    const { promise, resolve } = Promise.withResolvers<number>();
    const { push } = sandbox.requests;
    sandbox.requests.push = (...items) => {
      resolve(performance.now() - began);
      sandbox.requests.push = push;
      return push.apply(sandbox.requests, items);
    };
    await run();
    return promise;
  };
  const [bareFirst = [], ourFirst = [], otherFirst] = await inTurns(ROUNDS, [
    untilRequest(floor),
    untilRequest(await get(sandbox, { accessToken })),
    ...(other ? [untilRequest(await get(sandbox, { accessToken }, resolve(other)))] : []),
  ]);
  const figure = 'Start: until the first request arrives, against a bare GET by Node over https';
  row(figure, against(ourFirst, bareFirst), '1.25 ×');
  if (otherFirst) row(`The same against ${other}`, against(ourFirst, otherFirst));
  await sandbox.close();
}

const inputVariables = (inputs: Record<string, string>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

/** The files that a runner has ready for a step. */
async function runnerFiles() {
  const files = await mkdtemp(join(folder, 'step-'));
  const [output, summary] = [join(files, 'output'), join(files, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  return { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
}

async function curl() {
  if (spawnSync('curl', ['--version']).error) {
    row('`get` against `curl --digest`', 'no curl on this machine');
    return;
  }
  const sandbox = await serve({ latency: LATENCY });
  const digest = ['--digest', '--user', `${publicKey}:${privateKey}`, '--header', `Accept: ${ACCEPT}`];
  const args = ['--silent', '--fail', '--cacert', trusted, ...digest, windowOf(sandbox)];
  const [theirs = [], byKey = [], byAccount = [], otherByKey] = await inTurns(
    ROUNDS,
    [
      () => command('curl', args),
      await get(sandbox, key),
      await get(sandbox, { clientId, clientSecret }),
      ...(other ? [await get(sandbox, key, resolve(other))] : []),
    ].map(work => () => timed(work)),
  );
  row(
    `\`get\` by API key against \`curl --digest\`, ${LATENCY} ms of latency`,
    against(byKey, theirs),
    '1.4 ×',
  );
  if (otherByKey) row(`The same against ${other}`, against(byKey, otherByKey));
  row(`\`get\` by service account against the same \`curl --digest\``, against(byAccount, theirs));
  await sandbox.close();
}

async function requests() {
  const operations: [string, Record<string, string>][] = [
    ['`get`', {}],
    ['`update` that changes something', { operation: 'update', hourOfDay: '5' }],
    ['`update` that changes nothing', { operation: 'update', hourOfDay: '2' }],
    ['`gate`', { operation: 'gate', onOverlap: 'warn' }],
    ['`defer`', { operation: 'defer', groupId: projects.scheduled }],
    ['`autoDefer`', { operation: 'autoDefer' }],
    ['`reset`', { operation: 'reset' }],
  ];
  for (const [name, inputs] of operations) {
    const counts: number[] = [];
    for (const credential of [key, { clientId, clientSecret }, { accessToken }]) {
      const sandbox = await serve();
      await good(sandbox, { ...credential, ...inputs });
      counts.push(sandbox.requests.length);
      await sandbox.close();
    }
    row(`Requests of ${name}: API key, service account, access token`, counts.join(', '));
  }
}

/** Prints the peak of resident memory, in KiB, when the process ends. */
const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stdout.write('\\npeak-kib=' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

async function fleet() {
  const sandbox = await serve({ latency: LATENCY, generate: 500 });
  let memory = 0;
  let alone = 0;
  for (const count of [1, 10, 100, 500]) {
    const groupId = Array.from({ length: count }, (_, index) => projectId(index)).join(',');
    const rounds = count >= 100 ? FLEET_ROUNDS : ROUNDS;
    const walls: number[] = [];
    const peaks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const result = await good(sandbox, { ...key, groupId }, { env: { NODE_OPTIONS: `--import=${PEAK}` } });
      walls.push(performance.now() - began);
      peaks.push(Number(/peak-kib=(\d+)/.exec(result.log)?.[1]) / 1024);
    }
    const wall = median(walls);
    const peak = median(peaks);
    if (count === 1) {
      alone = wall;
      memory = peak;
    }
    // What one project takes besides its own read (start, sign-in) is taken off: the rest is reads, ten at a time.
    const ideal = Math.ceil(count / CONCURRENCY) * LATENCY;
    const fixed = alone - LATENCY;
    row(
      `${count} ${count === 1 ? 'project' : 'projects'} at ${LATENCY} ms, against reads × latency ÷ ten`,
      count === 1
        ? ms(wall)
        : `${times((wall - fixed) / ideal)} (${ms(wall)}, ideal ${ms(ideal)} + ${ms(fixed)} to start and sign in)`,
      count === 500 ? '1.15 ×' : '',
    );
    row(
      `Peak memory with ${count}`,
      `${peak.toFixed(0)} MiB, ${times(peak / memory)}`,
      count === 500 ? '1.5 ×' : '',
    );
  }
  await sandbox.close();
}

/** A gate over an organization: what is found in it, and two reads of each. */
async function found() {
  const sandbox = await serve({ latency: LATENCY });
  const one = { ...key, operation: 'gate', onOverlap: 'warn', onUnknown: 'warn' };
  const count = 500;
  for (const id of Object.values(projects)) sandbox.setup(id, { orgId: '5a9db0c5a9db0c5a9db0c0b2' });
  for (let index = 0; index < count; index += 1)
    sandbox.setup(projectId(index), { name: `shop-${index}`, dayOfWeek: 1, hourOfDay: index % 24, noise: 0 });
  const [alone = [], all = []] = await inTurns(FLEET_ROUNDS, [
    () => timed(() => good(sandbox, { ...one, groupId: projectId(0) })),
    () => timed(() => good(sandbox, { ...one, groupId: '', orgId: organization })),
  ]);
  // Two pages of the list, one after the other; then two reads of each, ten at a time.
  const ideal = 2 * LATENCY + 2 * Math.ceil(count / CONCURRENCY) * LATENCY;
  const fixed = median(alone) - 2 * LATENCY;
  row(
    `A gate over an organization of ${count} projects at ${LATENCY} ms, against reads × latency ÷ ten`,
    `${times((median(all) - fixed) / ideal)} (${ms(median(all))}, ideal ${ms(ideal)} + ${ms(fixed)} to start and sign in)`,
    '1.15 ×',
  );
  await sandbox.close();
}

/** Prints the CPU time of the process, in milliseconds, when it ends. */
const CPU = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stdout.write('\\ncpu-ms=' + (user + system) / 1000 + '\\n'); })",
)}`;

/** Judging alone, and what a whole step costs that reads one window. */
async function judging() {
  const sandbox = await serve();
  const script = join(import.meta.dirname, 'bench-judge.ts');
  const judge = (zones: number) => async () =>
    Number(execFileSync(process.execPath, [script, String(zones)], { encoding: 'utf8' }));
  const [ten = [], sixty = [], step = []] = await inTurns(ROUNDS, [
    judge(10),
    judge(60),
    async () => {
      const { log } = await good(sandbox, { accessToken }, { env: { NODE_OPTIONS: `--import=${CPU}` } });
      return Number(/cpu-ms=([\d.]+)/.exec(log)?.[1]);
    },
  ]);
  await sandbox.close();
  for (const [zones, judged] of [
    [10, ten],
    [60, sixty],
  ] as const)
    row(
      `CPU time to judge 1,000 projects in ${zones} time zones over 53 weeks, against that of a whole \`get\``,
      against(judged, step),
      '1 ×',
    );
}

function bytes() {
  const kib = (size: number) => `${(size / 1024).toFixed(0)} KB`;
  const all = globSync(join(dist, '*.js')).reduce((sum, file) => sum + statSync(file).size, 0);
  const main = statSync(join(dist, 'index.js')).size;
  row('`dist/`: loaded by a `get`, and all JavaScript', `${kib(main)}, ${kib(all)}`, '450 KB');
}

await start();
await curl();
await requests();
await fleet();
await found();
await judging();
bytes();
await rm(folder, { recursive: true });

console.log('| figure | measured | reach |\n| --- | --- | --- |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
