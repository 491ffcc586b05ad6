/** All that is looked at, drawn by a browser: Chromium, where there is one. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { page, type Section } from '../../sandbox/page.ts';
import { toReport } from '../../src/report/report.ts';
import { DAYS } from '../../src/schedule/days.ts';
import { HOUR } from '../../src/schedule/units.ts';
import type { Account } from '../../src/words/told.ts';
import { cases } from './cases.ts';
import { at, deployOf, gateOf, scheduled, windowOf } from './outcomes.ts';

const browser = [process.env.CHROMIUM ?? '', 'chromium', 'chromium-browser', 'google-chrome'].find(name => {
  try {
    return name !== '' && execFileSync(name, ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
});

/** A reader's page, as wide as a telephone, and what is measured on it. */
interface Drawn {
  readonly ready: boolean;
  readonly syntaxErrors: boolean;
  readonly charts: readonly Chart[];
}
interface Chart {
  readonly bars: readonly { readonly kind: string; readonly x: number; readonly width: number }[];
  readonly marks: readonly { readonly x: number; readonly text: string }[];
  /** Texts that are printed over one another, or not wholly in the picture. */
  readonly spoilt: readonly string[];
  /** Texts beside bars that hardly differ from the page. */
  readonly faint: readonly string[];
}

const MEASURE = `
// As WCAG 2.2 defines them.
const luminance = color =>
  color.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (...colors) => {
  const [dark, light] = colors.map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const measured = chart => {
  const edges = chart.getBoundingClientRect();
  const texts = [...chart.querySelectorAll('text')].filter(text => text.textContent !== '');
  const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const inside = box => box.left >= edges.left && box.right <= edges.right;
  return {
    bars: [...chart.querySelectorAll('rect.task')].map(bar => ({
      kind: bar.getAttribute('class').trim(),
      x: Number(bar.getAttribute('x')),
      width: Number(bar.getAttribute('width')),
    })),
    marks: [...chart.querySelectorAll('.tick')].map(tick => ({
      x: Math.round(Number(/\\d[\\d.]*/.exec(tick.getAttribute('transform'))[0])),
      text: tick.textContent,
    })),
    spoilt: boxes
      .filter(([, box], at) => !inside(box) || boxes.some(([, other], index) => index !== at && over(box, other)))
      .map(([text]) => text),
    faint: texts
      .filter(text => /taskTextOutside|titleText/.test(text.getAttribute('class')))
      .filter(text => contrast(getComputedStyle(text).fill, getComputedStyle(document.body).backgroundColor) < 7)
      .map(text => text.textContent),
  };
};
new MutationObserver((_, observer) => {
  observer.disconnect();
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const result = {
    ready: document.body.dataset.mermaidError === undefined,
    syntaxErrors: document.body.innerText.includes('Syntax error'),
    charts: [...document.querySelectorAll('svg[aria-roledescription=gantt]')].map(measured),
  };
  document.body.dataset.measured = encodeURIComponent(JSON.stringify(result));
}).observe(document, { subtree: true, attributeFilter: ['data-ready'] });
`;

/** How a reader in this zone sees them. */
async function drawn(
  accounts: readonly (readonly [string, Account])[],
  zone: string,
  theme: 'light' | 'dark' = 'light',
): Promise<Drawn> {
  const step = { baseUrl: 'https://cloud.mongodb.com', notices: [], skew: undefined, runnersClock: false };
  const sections = accounts.map(
    ([title, account]): Section => ({ title, markdown: toReport(account, step).summary }),
  );
  const html = await page(sections);
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  try {
    const file = join(folder, 'page.html');
    const extra = `<style>body { width: 390px; }</style><script>${MEASURE}</script>`;
    await writeFile(
      file,
      html.replace('</head>', head => extra + head),
    );
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--virtual-time-budget=120000',
      `--blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`,
    ];
    const { stdout } = await promisify(execFile)(browser ?? '', [...flags, '--dump-dom', `file://${file}`], {
      maxBuffer: 2 ** 27,
      env: { ...process.env, TZ: zone },
    });
    const [, result = ''] = /<body[^>]* data-measured="([^"]*)"/.exec(stdout) ?? [];
    return JSON.parse(decodeURIComponent(result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Maintenance, and a deploy into it, at the hour in which the clock of this zone changes. */
function whileTheClockChanges(zone: string, change: string): Account {
  const before = at(change) - HOUR;
  return gateOf({
    state: scheduled(new Date(before).toISOString()),
    deploy: deployOf(new Date(before + HOUR / 2).toISOString(), 2, zone),
    now: before - 4 * HOUR,
  });
}

/** A deploy before, in and after maintenance, short and long, where the names of zones are long. */
const everywhere = [-25, -9, -3, -1, 1, 3, 6, 14, 26].flatMap(hours =>
  [0.1, 1, 9, 170].map(
    length =>
      [
        `${hours} ${length}`,
        gateOf({
          deploy: deployOf(
            new Date(at('2026-03-08T20:00Z') + hours * HOUR).toISOString(),
            length,
            'America/Argentina/Buenos_Aires',
          ),
          window: windowOf({ protectedHours: { startHourOfDay: 1, endHourOfDay: 5 } }),
          task: { blockOn: hours % 2 === 0 ? 'scheduled' : 'window' },
          now: at('2026-03-07T18:00Z'),
        }),
      ] as const,
  ),
);

describe.skipIf(browser === undefined)(
  `in a browser${browser === undefined ? ' (skipped: no Chromium here; name one in CHROMIUM)' : ''}`,
  () => {
    it.each(['light', 'dark'] as const)(
      'every chart is drawn, and all in it is legible on a telephone: %s',
      async theme => {
        const all = [...Object.entries(cases), ...everywhere];
        const charts = all.flatMap(([, account]) =>
          toReport(account, { baseUrl: '', notices: [], skew: undefined, runnersClock: false })
            .summary.split('```mermaid')
            .slice(1),
        );
        const seen = await drawn(all, 'UTC', theme);
        expect(seen).toMatchObject({ ready: true, syntaxErrors: false });
        expect(seen.charts).toHaveLength(charts.length);
        expect(seen.charts.map(({ spoilt }) => spoilt)).toEqual(charts.map(() => []));
        expect(seen.charts.map(({ faint }) => faint)).toEqual(charts.map(() => []));
      },
      120_000,
    );

    it("a reader's own zone changes nothing, even where its clock changes within the chart", async () => {
      const changes = {
        'America/New_York': '2026-03-08T07:00Z',
        'Europe/Berlin': '2026-10-25T01:00Z',
        'Australia/Lord_Howe': '2026-04-04T15:00Z',
        'Pacific/Apia': '2026-03-08T12:00Z',
        UTC: '2026-03-08T12:00Z',
      };
      const zones = Object.keys(changes);
      const accounts = Object.entries(changes).flatMap(([zone, change]) =>
        [zone, 'UTC', 'Asia/Kathmandu'].map(
          shown => [`${zone} ${shown}`, whileTheClockChanges(shown, change)] as const,
        ),
      );
      const seen: Drawn[] = [];
      for (const zone of zones) seen.push(await drawn(accounts, zone));
      const [first, ...others] = seen;
      expect(first?.charts).toHaveLength(accounts.length);
      for (const { bars, marks } of first?.charts ?? []) {
        expect(bars.length).toBeGreaterThan(3);
        // Every bar is seen, and twice the time is twice as wide.
        const width = (kind: RegExp) => bars.find(bar => kind.test(bar.kind))?.width ?? 0;
        expect(width(/\bcrit/) / width(/\bactive/)).toBeCloseTo(2, 1);
        expect(marks.length).toBeGreaterThan(1);
        expect(marks.every(({ text }) => DAYS.some(day => text.startsWith(day.slice(0, 3))))).toBe(true);
      }
      for (const other of others) expect(other.charts).toEqual(first?.charts);
    }, 240_000);
  },
);
