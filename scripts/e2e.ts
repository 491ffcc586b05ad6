/**
 * `npm run e2e`: `.github/workflows/e2e.yml`, every example and every step that README shows, as they stand,
 * under act: a workflow runner of other people's making. No containers, no network beyond this machine.
 * `npm run e2e -- fleet README` runs only the files whose names hold one of these words.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { placeholder, readActionFile, unknownNames } from '../sandbox/actionFile.ts';
import { startGitHub } from '../sandbox/github.ts';
import { startInbox } from '../sandbox/inbox.ts';
import { playAhead } from '../sandbox/playing.ts';
import { accounts, startSandbox } from '../sandbox/server.ts';
import { headSha, repositoryName, type Story, stories, type World } from '../sandbox/stories.ts';
import { findTool, howToGet } from './tools.ts';

const act = findTool('act');
if (!act) {
  console.error(`npm run e2e runs workflows under act, which is not here. ${howToGet('act')}`);
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), 'e2e-'));
let passed = 0;
let failed = 0;
try {
  await check('inputs and outputs that the workflows name', () => knownNames());
  if (isWanted('.github/workflows/e2e.yml')) await check('.github/workflows/e2e.yml', () => runEndToEnd());
  for (const story of stories.filter(({ file }) => isWanted(file)))
    await check(`${story.file}: ${story.title}`, () => runStory(story));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`e2e: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function isWanted(file: string): boolean {
  const words = process.argv.slice(2);
  return words.length === 0 || words.some(word => file.includes(word));
}

/** Counts one check; what it returns is what went wrong. */
async function check(title: string, run: () => Promise<string | undefined> | string | undefined) {
  const start = performance.now();
  const wrong = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (wrong) {
    failed += 1;
    console.log(`${wrong.trimEnd()}\n✗ ${title} (${seconds} s)`);
  } else {
    passed += 1;
    console.log(`✓ ${title} (${seconds} s)`);
  }
}

/** A runner hands on inputs that do not exist and outputs that are not declared; users must not. */
function knownNames(): string | undefined {
  const action = readActionFile();
  const files = ['.github/workflows/e2e.yml', ...globSync('examples/*.yml').sort()];
  const wrong = files.flatMap(file =>
    unknownNames([readFileSync(file, 'utf8')], action).map(problem => `${file}: ${problem}`),
  );
  return [...new Set(wrong)].join('\n') || undefined;
}

async function runEndToEnd(): Promise<string | undefined> {
  const { succeeded, log } = await runAct('.', ['push', '--workflows', '.github/workflows/e2e.yml']);
  return succeeded ? undefined : log;
}

/** A workflow, as it stands, in a repository of its own and a world of its own. */
async function runStory(story: Story): Promise<string | undefined> {
  const home = mkdtempSync(join(scratch, 'story-'));
  const action = actionAsUsersGetIt(join(home, 'action'));
  const workflow = story.workflow ?? readFileSync(story.file, 'utf8');
  const repository = repositoryWith(workflow, join(home, 'repository'), story.beside);
  const artifacts = join(home, 'artifacts');
  const event = join(home, 'event.json');
  mkdirSync(artifacts);
  writeFileSync(
    event,
    JSON.stringify({ pull_request: { number: 7, head: { sha: headSha } }, inputs: story.inputs ?? {} }),
  );

  const closing: (() => void)[] = [];
  const world: World = {
    sandbox: await startSandbox(),
    github: await startGitHub(),
    inbox: await startInbox(),
  };
  try {
    const { sandbox, github, inbox } = world;
    const variables = story.given(world);
    const { publicKey, privateKey, clientId, clientSecret } = accounts.owner;
    const secrets = {
      ATLAS_PUBLIC_KEY: publicKey,
      ATLAS_PRIVATE_KEY: privateKey,
      ATLAS_CLIENT_ID: clientId,
      ATLAS_CLIENT_SECRET: clientSecret,
      GITHUB_TOKEN: github.token,
      CHAT_WEBHOOK: inbox.url,
    };
    const ahead = story.during && (await playAhead(sandbox, story.during(world)));
    closing.push(() => ahead?.close());
    const env = {
      ...ahead?.env,
      MONGODB_ATLAS_BASE_URL: sandbox.url,
      GITHUB_API_URL: github.url,
      ARTIFACTS: artifacts,
    };
    const { succeeded, log } = await runAct(repository, [
      ...[story.event, '--eventpath', event, '--workflows', '.github/workflows/workflow.yml'],
      ...option('--env', env),
      ...option('--secret', secrets),
      ...option('--var', variables),
      ...option('--local-repository', { [placeholder]: action, ...standIns(workflow) }),
    ]);
    const wrong = [
      succeeded === story.succeeds ? [] : `it ${succeeded ? 'succeeded' : 'failed'}`,
      (story.says ?? []).filter(text => !log.includes(text)).map(text => `it did not say "${text}"`),
      (story.neverSays ?? []).filter(text => log.includes(text)).map(text => `it said "${text}"`),
      story.after?.(world) ?? [],
    ].flat();
    return wrong.length > 0 ? `${log}\n${wrong.join('\n')}` : undefined;
  } finally {
    for (const close of closing) close();
    await Promise.all(Object.values(world).map(each => each.close()));
  }
}

function actionAsUsersGetIt(folder: string): string {
  cpSync('action.yml', join(folder, 'action.yml'));
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  return folder;
}

function repositoryWith(workflow: string, folder: string, beside: readonly string[] = []): string {
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  for (const file of beside) cpSync(file, join(folder, file));
  writeFileSync(join(folder, '.github/workflows/workflow.yml'), workflow);
  const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', '-c', 'commit.gpgSign=false'];
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet');
  // act takes the name of the repository from here.
  git('remote', 'add', 'origin', `https://github.com/${repositoryName}`);
  git('add', '.');
  git(...identity, 'commit', '--quiet', '--message', 'Copy a workflow');
  return folder;
}

/** Local folders for the actions of others that act cannot run without GitHub. */
function standIns(workflow: string): Record<string, string> {
  const uses = [...workflow.matchAll(/uses: (actions\/(\w+-artifact)@\w+)/g)];
  return Object.fromEntries(
    uses.map(([, action = '', name = '']) => [action, resolve('scripts/stand-ins', name)]),
  );
}

function option(name: string, values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`]);
}

async function runAct(folder: string, args: string[]): Promise<{ succeeded: boolean; log: string }> {
  const options = {
    '--directory': folder,
    '--platform': 'ubuntu-latest=-self-hosted',
    '--action-cache-path': join(scratch, 'act'),
  };
  const flags = ['--strict', '--action-offline-mode', '--no-cache-server'];
  const child = spawn(act ?? '', [...args, ...Object.entries(options).flat(), ...flags], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 10 * 60_000,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const succeeded = await new Promise<boolean>((done, fail) => {
    child.on('error', fail).on('close', code => done(code === 0));
  });
  // act repeats every output a step sets; the steps that compare them show what matters.
  const lines = log.split('\n').filter(line => !line.includes('::set-output::'));
  return { succeeded, log: lines.join('\n') };
}

/** act hands its environment to the jobs: the Node that runs this goes first, a runner's own variables go. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(ACTIONS|GITHUB|INPUT|MONGODB_ATLAS|RUNNER)_|^ACT$/.test(name),
  );
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return { ...Object.fromEntries(inherited), PATH: path };
}
