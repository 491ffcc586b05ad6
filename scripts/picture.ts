/**
 * The picture in README: the summary of a real run on the sandbox, drawn by Chromium, light and dark. Needs Chromium
 * (or another browser of its kind, named in CHROMIUM).
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { page } from '../sandbox/page.ts';
import { accounts, projects, startSandbox } from '../sandbox/server.ts';
import { runStep } from '../sandbox/step.ts';

const SIZE = '1012,752';
const docs = join(import.meta.dirname, '..', 'docs');

/** A Thursday, before maintenance that starts in the night to Sunday. */
const sandbox = await startSandbox({ now: '2026-03-05T13:00:00Z' });
sandbox.setup(projects.scheduled, {
  scheduledInHours: 61,
  timeZoneId: 'Europe/Berlin',
});
sandbox.clock.advance(3 * 3_600_000);
const { publicKey, privateKey } = accounts.owner;
const { summary } = await runStep({
  with: {
    operation: 'gate',
    baseUrl: sandbox.url,
    groupId: projects.scheduled,
    publicKey,
    privateKey,
    blockOn: 'scheduled',
    deployStart: '2026-03-07T22:00',
    deployDuration: '2h',
    deployTimeZone: 'America/New_York',
  },
});
await sandbox.close();

const folder = await mkdtemp(join(tmpdir(), 'picture-'));
try {
  const file = join(folder, 'page.html');
  const html = await page([
    { title: '', markdown: summary.replaceAll(sandbox.url, 'https://cloud.mongodb.com') },
  ]);
  // Only the summary itself: no heading, no frame around it.
  const bare = 'main { padding: 0 } main > h2 { display: none } article { border: 0 }';
  await writeFile(file, html.replace('</style>', `${bare}</style>`));
  for (const [name, scheme] of [
    ['light', 1],
    ['dark', 0],
  ] as const)
    execFileSync(
      process.env.CHROMIUM ?? 'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--virtual-time-budget=20000',
        `--user-data-dir=${join(folder, name)}`,
        `--blink-settings=preferredColorScheme=${scheme}`,
        `--window-size=${SIZE}`,
        `--screenshot=${join(docs, `summary-${name}.png`)}`,
        `file://${file}`,
      ],
      { stdio: 'ignore' },
    );
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log('docs/summary-light.png and docs/summary-dark.png are new: look at them.');
