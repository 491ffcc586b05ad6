/**
 * A short story on the sandbox, for a person who has no Atlas at hand: each step is the committed bundle, run as a
 * workflow runner runs it. The summaries end up on one page, `demo.html`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { page, type Section } from '../sandbox/page.ts';
import { accounts, projects, startSandbox } from '../sandbox/server.ts';
import { runStep } from '../sandbox/step.ts';

interface Scene {
  readonly title: string;
  readonly with: Readonly<Record<string, string>>;
  readonly succeeds: boolean;
}

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
    title: 'Read the window, with an API key',
    with: { operation: 'get', groupId: projects.window },
    succeeds: true,
  },
  {
    title: 'Set it to Saturday midnight, with a service account',
    with: {
      operation: 'update',
      groupId: projects.window,
      dayOfWeek: 'Saturday',
      hourOfDay: '0',
      protectedHours: '9-17',
    },
    succeeds: true,
  },
  {
    title: 'Plan a release into announced maintenance: the gate fails',
    with: release,
    succeeds: false,
  },
  {
    title: 'Defer the maintenance by a week',
    with: { operation: 'defer', groupId: projects.scheduled },
    succeeds: true,
  },
  {
    title: 'The same release again: the gate passes',
    with: release,
    succeeds: true,
  },
  {
    title: 'Gate a deploy of now in three projects, one of them under maintenance',
    with: {
      operation: 'gate',
      groupId: [projects.window, projects.none, projects.running].join(','),
      blockOn: 'scheduled',
    },
    succeeds: false,
  },
  { title: 'Remove a window', with: { operation: 'reset', groupId: projects.window }, succeeds: true },
  {
    title: 'Try a wrong key',
    with: { operation: 'get', groupId: projects.window, privateKey: 'not-the-private-key' },
    succeeds: false,
  },
];

const sections: Section[] = [];
let asExpected = true;
try {
  for (const [index, scene] of story.entries()) {
    const credential = index === 1 ? { clientId, clientSecret } : key;
    const result = await runStep({ with: { baseUrl: sandbox.url, ...credential, ...scene.with } });
    const title = `${index + 1}. ${scene.title}`;
    const outputs = Object.entries(result.outputs).filter(
      ([name, value]) => value !== '' && name !== 'results',
    );
    console.log(`\n\x1b[1m${title}\x1b[0m`);
    for (const [name, value] of Object.entries(scene.with))
      console.log(`  with ${name}: ${value.replaceAll('\n', ', ')}`);
    console.log(indent(visible(result.log)));
    console.log(indent(outputs.map(([name, value]) => `${name}=${value}`).join('\n'), '  → '));
    console.log(`  exit code ${result.exitCode}`);
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
const file = join(import.meta.dirname, '..', 'demo.html');
await writeFile(file, await page(sections));
console.log(`\nThe summaries as GitHub would show them: ${file}`);
console.log('To play with it yourself: npm run sandbox');
process.exitCode = asExpected ? 0 : 1;

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
