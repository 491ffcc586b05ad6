/**
 * Measures the committed bundle as users meet it, whole processes on the sandbox, and prints one table. Machines
 * differ and drift, so each figure is a ratio to something measured in turn with it; medians throughout.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { accounts, projectId, projects, type Sandbox, startSandbox } from '../sandbox/server.ts';
import { runStep, type Step } from '../sandbox/step.ts';

const RUNS = 15;
const LATENCY = 50;
const CONCURRENCY = 10;
const dist = join(import.meta.dirname, '..', 'dist');
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

/** Runs all of them in turn, again and again, after one round that does not count; a median each. */
async function inTurn(...works: (() => Promise<number>)[]): Promise<number[]> {
  const found: number[][] = works.map(() => []);
  for (let round = 0; round <= RUNS; round += 1)
    for (const [index, work] of works.entries()) {
      const value = await work();
      if (round > 0) found[index]?.push(value);
    }
  return found.map(median);
}

function command(
  name: string,
  args: readonly string[],
  expected = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'ignore', env: { PATH: process.env.PATH, ...env } });
    child.on('error', reject);
    child.on('exit', code =>
      code === expected ? resolve() : reject(new Error(`${name} ended with ${code}`)),
    );
  });
}

const step = (sandbox: Sandbox, inputs: Record<string, string>, more: Omit<Step, 'with'> = {}) =>
  runStep({ ...more, with: { baseUrl: sandbox.url, groupId: projects.window, ...inputs } });

async function good(sandbox: Sandbox, inputs: Record<string, string>, more: Omit<Step, 'with'> = {}) {
  const result = await step(sandbox, inputs, more);
  if (result.exitCode !== 0) throw new Error(`A step of the benchmark failed:\n${result.log}`);
  return result;
}

async function start() {
  const sandbox = await startSandbox();
  const inputs = { accessToken, baseUrl: sandbox.url, groupId: projects.window };
  const environment = { ...(await runnerFiles()), ...inputVariables(inputs) };
  /** From the start of the process until its first request is here. */
  const untilRequest = async () => {
    const began = performance.now();
    const { promise, resolve } = Promise.withResolvers<number>();
    const { push } = sandbox.requests;
    sandbox.requests.push = (...items) => {
      resolve(performance.now() - began);
      sandbox.requests.push = push;
      return push.apply(sandbox.requests, items);
    };
    await command(process.execPath, [join(dist, 'index.js')], 0, environment);
    return promise;
  };
  const [step = 0, first = 0, floor = 0] = await inTurn(
    // Without inputs it stops before its first request.
    () => timed(() => command(process.execPath, [join(dist, 'index.js')], 1)),
    untilRequest,
    () => timed(() => command(process.execPath, ['--input-type=module', '--eval', "import 'node:https'"])),
  );
  row(
    'Start: a step that stops at its inputs, against a Node process that only imports `node:https`',
    `${times(step / floor)} (${ms(step)} / ${ms(floor)})`,
    '1.2 ×',
  );
  row(
    'Start: until the first request arrives, against the same process',
    `${times(first / floor)} (${ms(first)} / ${ms(floor)})`,
    '1.2 ×',
  );
  await sandbox.close();
}

const inputVariables = (inputs: Record<string, string>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

/** The files that a runner has ready for a step. */
async function runnerFiles() {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  return { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
}

async function curl() {
  if (spawnSync('curl', ['--version']).error) {
    row('`get` against `curl --digest`', 'no curl on this machine');
    return;
  }
  for (const latency of [0, LATENCY]) {
    const sandbox = await startSandbox({ latency });
    const url = `${sandbox.url}/api/atlas/v2/groups/${projects.window}/maintenanceWindow`;
    const environment = {
      ...(await runnerFiles()),
      ...inputVariables({ ...key, baseUrl: sandbox.url, groupId: projects.window }),
    };
    const accept = 'Accept: application/vnd.atlas.2023-01-01+json';
    const [ours = 0, theirs = 0] = await inTurn(
      () => timed(() => command(process.execPath, [join(dist, 'index.js')], 0, environment)),
      () =>
        timed(() =>
          command('curl', [
            '--silent',
            '--fail',
            '--digest',
            '--user',
            `${publicKey}:${privateKey}`,
            '--header',
            accept,
            url,
          ]),
        ),
    );
    row(
      `\`get\` against \`curl --digest\`, ${latency} ms of latency`,
      `${times(ours / theirs)} (${ms(ours)} / ${ms(theirs)})`,
      latency === 0 ? '' : '1.5 ×',
    );
    await sandbox.close();
  }
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
      const sandbox = await startSandbox();
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
  const sandbox = await startSandbox({ latency: LATENCY, generate: 500 });
  let memory = 0;
  let alone = 0;
  for (const count of [1, 10, 100, 500]) {
    const groupId = Array.from({ length: count }, (_, index) => projectId(index)).join(',');
    const runs = count >= 100 ? 5 : RUNS;
    const walls: number[] = [];
    const peaks: number[] = [];
    for (let run = 0; run < runs; run += 1) {
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

/** Prints the CPU time of the process, in milliseconds, when it ends. */
const CPU = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stdout.write('\\ncpu-ms=' + (user + system) / 1000 + '\\n'); })",
)}`;

/** Judging alone, and what a whole step costs that reads one window. */
async function judging() {
  const sandbox = await startSandbox();
  const script = join(import.meta.dirname, 'bench-judge.ts');
  const judge = (zones: number) => async () =>
    Number(execFileSync(process.execPath, [script, String(zones)], { encoding: 'utf8' }));
  const [ten = 0, sixty = 0, step = 0] = await inTurn(judge(10), judge(60), async () => {
    const { log } = await good(sandbox, { accessToken }, { env: { NODE_OPTIONS: `--import=${CPU}` } });
    return Number(/cpu-ms=([\d.]+)/.exec(log)?.[1]);
  });
  await sandbox.close();
  for (const [zones, judged] of [
    [10, ten],
    [60, sixty],
  ] as const)
    row(
      `CPU time to judge 1,000 projects in ${zones} time zones over 53 weeks, against that of a whole \`get\``,
      `${times(judged / step)} (${ms(judged)} / ${ms(step)})`,
      '1 ×',
    );
}

function bytes() {
  const kib = (size: number) => `${(size / 1024).toFixed(0)} KB`;
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^;]*?from "(\.[^"]+)";?$|^import "(\.[^"]+)";?$/gm,
    ))
      if (path !== '') load(join(dirname(file), path));
  };
  load(join(dist, 'index.js'));
  const total = [...loaded].reduce((sum, file) => sum + statSync(file).size, 0);
  const all = globSync(join(dist, '*.js')).reduce((sum, file) => sum + statSync(file).size, 0);
  row('`dist/`: loaded by a `get`, and all JavaScript', `${kib(total)}, ${kib(all)}`, '450 KB');
}

await start();
await curl();
await requests();
await fleet();
await judging();
bytes();

console.log('| figure | measured | reach |\n| --- | --- | --- |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
