/**
 * A short story on the sandbox, for a person who has no Atlas at hand: each step is the committed bundle, run as a
 * workflow runner runs it. With `--verbose` all inputs, logs and outputs are shown. The summaries end up on one page,
 * `demo.html`, or the file that is named.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { page, type Section } from '../sandbox/page.ts';
import { accounts, projects, startSandbox } from '../sandbox/server.ts';
import { runStep, type StepResult } from '../sandbox/step.ts';

interface Scene {
  readonly title: string;
  readonly with: Readonly<Record<string, string>>;
  readonly succeeds: boolean;
}

const { values: options, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const file = positionals[0] ?? join(import.meta.dirname, '..', 'demo.html');

// Whoever reads no further (`| head`) has seen enough: no more steps, and no error.
let isRead = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  isRead = false;
});

const { publicKey, privateKey, clientId, clientSecret } = accounts.owner;
const key = { publicKey, privateKey };
const hours = (count: number) =>
  new Date(Date.now() + count * 3_600_000).toISOString().slice(0, 16).concat('Z');

const sandbox = await startSandbox();
// Maintenance is announced for about 60 h from now, on the full hour.
const release = {
  operation: 'gate',
  groupId: projects.scheduled,
  blockOn: 'scheduled',
  deployStart: hours(60),
  deployDuration: '2h',
  deployTimeZone: 'Europe/Berlin',
};
const story: readonly Scene[] = [
  {
    title: 'A release is planned into maintenance that Atlas has announced: the gate stops it',
    with: release,
    succeeds: false,
  },
  {
    title: 'Defer that maintenance by a week',
    with: { operation: 'defer', groupId: projects.scheduled },
    succeeds: true,
  },
  { title: 'The same release again: the gate lets it pass', with: release, succeeds: true },
  {
    title: 'Deploy to three projects now: one has no window, one is being maintained',
    with: {
      operation: 'gate',
      groupId: [projects.window, projects.none, projects.running].join(','),
      blockOn: 'scheduled',
    },
    succeeds: false,
  },
  {
    title: 'Read the window of a project',
    with: { operation: 'get', groupId: projects.window },
    succeeds: true,
  },
  {
    title: 'Set it to Saturday midnight, this time with a service account',
    with: {
      operation: 'update',
      groupId: projects.window,
      dayOfWeek: 'Saturday',
      hourOfDay: '0',
      protectedHours: '9-17',
      clientId,
      clientSecret,
    },
    succeeds: true,
  },
  { title: 'Remove it', with: { operation: 'reset', groupId: projects.window }, succeeds: true },
  {
    title: 'Try a wrong key',
    with: { operation: 'get', groupId: projects.window, publicKey, privateKey: 'not-the-private-key' },
    succeeds: false,
  },
];

const sections: Section[] = [];
let asExpected = true;
try {
  for (const [index, scene] of story.entries()) {
    if (!isRead) break;
    const credential = 'clientId' in scene.with ? {} : key;
    const result = await runStep({ with: { baseUrl: sandbox.url, ...credential, ...scene.with } });
    const title = `${index + 1}. ${scene.title}`;
    const outputs = Object.entries(result.outputs).filter(
      ([name, value]) => value !== '' && name !== 'results',
    );
    console.log(`\n${styleText('bold', title, { stream: process.stdout })}`);
    if (options.verbose) {
      for (const [name, value] of Object.entries(scene.with))
        if (name !== 'clientSecret') console.log(`  with ${name}: ${value}`);
      console.log(indent(visible(result.log)));
      console.log(indent(outputs.map(([name, value]) => `${name}=${value}`).join('\n'), '  → '));
    }
    console.log(`  ${verdict(result)}`);
    if (!options.verbose) console.log(indent(told(result.outputs.message ?? ''), '  '));
    if ((result.exitCode === 0) !== scene.succeeds) {
      asExpected = false;
      console.log(`  This step should have ${scene.succeeds ? 'succeeded' : 'failed'}.`);
    }
    sections.push({
      title,
      markdown: result.summary,
      log: visible(result.log),
      outputs: Object.fromEntries(outputs),
    });
  }
} finally {
  await sandbox.close();
}
if (isRead) {
  await writeFile(file, await page(sections));
  console.log(`\nThe summaries as GitHub would show them: ${file}`);
  if (!options.verbose) console.log('Inputs, logs and outputs too: npm run demo -- --verbose');
  console.log('To play with it yourself: npm run sandbox');
}
process.exitCode = asExpected ? 0 : 1;

function verdict({ exitCode, outputs }: StepResult): string {
  const sign = { fail: '⛔', warn: '⚠️', pass: '✅' }[outputs.verdict ?? ''] ?? (exitCode === 0 ? '✅' : '❌');
  const word = outputs.verdict ? `verdict ${outputs.verdict}, ` : '';
  return styleText(exitCode === 0 ? 'green' : 'red', `${sign} ${word}exit code ${exitCode}`, {
    stream: process.stdout,
  });
}

/** The first three sentences of a message, or of each of its first three lines the first. */
function told(message: string): string {
  const sentences = (text: string) => text.split(/(?<=\.) (?=[A-Z])/);
  const lines = message.split('\n');
  const parts = lines.length > 1 ? lines.map(line => sentences(line)[0]) : sentences(message);
  return parts.slice(0, 3).join('\n');
}

/** What a runner would show of a log: masks and debug lines are for the runner itself. */
function visible(log: string): string {
  return log
    .split('\n')
    .filter(line => !/^::(add-mask|debug)::/.test(line) && line !== '')
    .join('\n');
}

function indent(text: string, by = '  | '): string {
  return text.replaceAll(/^/gm, by);
}
