/** All that is looked at, drawn by a browser: Chromium, where there is one. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { page, type Section } from '../../sandbox/page.ts';
import { toReport } from '../../src/report/report.ts';
import { cases } from './cases.ts';

const browser = [process.env.CHROMIUM ?? '', 'chromium', 'chromium-browser', 'google-chrome'].find(name => {
  try {
    return name !== '' && execFileSync(name, ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
});

it.skipIf(browser === undefined)(
  `every chart is drawn by a browser${browser === undefined ? ' (skipped: no Chromium here; name one in CHROMIUM)' : ''}`,
  async () => {
    const step = { baseUrl: 'https://cloud.mongodb.com', notices: [], skew: undefined, runnersClock: false };
    const sections = Object.entries(cases).map(
      ([title, account]): Section => ({ title, markdown: toReport(account, step).summary }),
    );
    const charts = sections.reduce((sum, { markdown }) => sum + markdown.split('```mermaid').length - 1, 0);
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    try {
      const file = join(folder, 'page.html');
      await writeFile(file, await page(sections));
      const flags = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--virtual-time-budget=120000',
        '--dump-dom',
      ];
      const { stdout } = await promisify(execFile)(browser ?? '', [...flags, `file://${file}`], {
        maxBuffer: 2 ** 27,
      });
      const body = stdout.replace(/<script>[\s\S]*?<\/script>/g, '');
      expect(/<body[^>]*>/.exec(body)?.[0]).toBe('<body data-ready="">');
      expect(body.match(/<svg [^>]*aria-roledescription="gantt"/g)).toHaveLength(charts);
      expect(body).not.toContain('Syntax error');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
