import { describe, expect, it } from 'vitest';
import { render } from '../../sandbox/page.ts';
import { toReport } from '../../src/report/report.ts';
import { errorSummary } from '../../src/report/summary.ts';
import type { Account } from '../../src/words/told.ts';
import { cases } from './cases.ts';
import { HOSTILE } from './hostile.ts';
import { deployOf, fleet, gateOf, NOON, scheduled, standing, windowOf } from './outcomes.ts';

const reportOf = (account: Account, baseUrl = 'https://cloud.mongodb.com') =>
  toReport(account, { baseUrl, notices: [], skew: undefined, runnersClock: false });
const summaryOf = (account: Account) => reportOf(account).summary;
const named = (name: string): Account => {
  const account = cases[name];
  if (account === undefined) throw new RangeError(name);
  return account;
};

it.each(Object.entries(cases))('the summary of "%s" is the one that was looked at', async (name, account) => {
  const { outputs, summary } = reportOf(account);
  const kept = `# ${name}\n\n${outputs.get('message')}\n\n---\n\n${summary}`;
  await expect(kept).toMatchFileSnapshot(`kept/${name.replace(/\W+/g, '-')}.md`);
});

/** What a summary may be made of. */
const ALLOWED = new Set(
  'h3 div p strong ul li code pre table thead tbody tr th td a br sub details summary'.split(' '),
);

function expectInert(markdown: string) {
  const html = render(markdown);
  const tags = [...html.matchAll(/<[!/]?([a-z][a-z0-9]*|--)/gi)].map(([, tag = '']) => tag);
  expect(tags.filter(tag => !ALLOWED.has(tag))).toEqual([]);
  const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url = '']) => url);
  expect(links.filter(url => !url.startsWith('https://cloud.mongodb.com/v2/'))).toEqual([]);
  expect(html).not.toMatch(/ on\w+=(?![^<]*>?[^<]*<\/)/);
  // Charts and requests aside, what GitHub would turn into a mention or a reference.
  const text = html.replace(/<pre[\s\S]*?<\/pre>/g, '').replace(/<[^>]*>/g, '');
  expect(text).not.toMatch(/@\w|(?<!&)#\d/);
}

/** A standing deploy window with a line that says this. */
function lineOf(text: string) {
  const deploy = standing('Sun 20:00-21:30');
  if (deploy.kind !== 'standing') throw new TypeError();
  return { ...deploy, lines: deploy.lines.map(line => ({ ...line, text })) };
}

describe('text of others in the summary stays text', () => {
  it.each(HOSTILE)('%s', text => {
    const error = { code: 'X', message: text };
    const spots: Account[] = [
      gateOf({ error }),
      fleet(2, () => gateOf({ error })),
      gateOf({ unreadable: text }),
      fleet(2, () => gateOf({ deferral: { refused: text }, task: { onOverlap: 'defer' } })),
      gateOf({ deploy: lineOf(text) }),
    ];
    for (const spot of spots) expectInert(summaryOf(spot));
    expectInert(errorSummary(`groupId ${text}`));
  });

  it('and a message of several lines has no line of its own', () => {
    expectInert(errorSummary('2 problems:\n- one\n# two\n```\nthree'));
    expect(render(errorSummary('2 problems:\n- one\n# two'))).not.toMatch(/<li>|<h1>/);
  });
});

describe('a summary of very many projects', () => {
  const many = (count: number) =>
    fleet(count, index =>
      gateOf({
        deploy: deployOf('2026-03-08T21:00Z', 2, 'America/New_York'),
        ...(index === count - 1
          ? { state: scheduled('2026-03-08T20:00Z') }
          : { window: windowOf({ dayOfWeek: 4 }) }),
      }),
    );

  it('stays under the MiB that GitHub takes, is cut by whole projects, and says so', () => {
    const text = summaryOf(many(2000));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(900_000);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text).toMatch(/The details of \d+ projects are left out/);
    expect(text).toContain('Atlas publishes no length');
  });

  it('tells the worst first, so that what is cut is not that', () => {
    const text = summaryOf(many(2000));
    expect(text.indexOf('⛔&nbsp;blocked')).toBeLessThan(text.indexOf('✅&nbsp;clear'));
    expect(text.indexOf('⛔ blocked')).toBeLessThan(text.indexOf('✅ clear'));
  });

  it('leaves rows out too where not even those fit', () => {
    const text = reportOf(many(500)).publication.comment(60_000);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toMatch(/The details of 500 projects and \d+ rows of the table are left out/);
  });

  it('is whole where all fits', () => {
    const text = summaryOf(many(60));
    expect(text.match(/<details>/g)).toHaveLength(60);
    expect(text).not.toContain('left out');
  });
});

describe('a summary', () => {
  it('links each project to Atlas', () => {
    const text = reportOf(named('get'), 'https://cloud.mongodbgov.com').summary;
    expect(text).toContain('(https://cloud.mongodbgov.com/v2/5a9db0c5a9db0c5a9db0c501)');
  });

  it('of a gate names what is assumed, whatever the verdict', () => {
    for (const [name, made] of Object.entries(cases)) {
      if (made.frame.failure !== 'blocked') continue;
      const text = summaryOf(made);
      expect(text, name).toContain('assumed to last 4h');
      expect(text, name).toContain('urgent maintenance');
    }
  });

  it('tells by its colour how it ended', () => {
    const kind = (name: string) => /\[!(\w+)\]/.exec(summaryOf(named(name)))?.[1];
    expect(kind('blocked by announced maintenance')).toBe('CAUTION');
    expect(kind('a warning')).toBe('WARNING');
    expect(kind('no window')).toBe('CAUTION');
    expect(kind('no window, which is let pass')).toBe('WARNING');
    expect(kind('clear')).toBe('TIP');
    expect(kind('get')).toBe('NOTE');
    expect(kind('several projects')).toBe('CAUTION');
  });

  it("has the facts of the chart in a table, in each zone, the deploy's first, and breaks no date", () => {
    const text = summaryOf(named('blocked by announced maintenance'));
    expect(text).toContain('|  | America/New&#95;York | Europe/Berlin | UTC |');
    const shown = text.replaceAll('&nbsp;', ' ').replaceAll('&NoBreak;', '');
    expect(shown).toContain(
      '| Clear from | Sun 2026-03-08 20:00 | Mon 2026-03-09 01:00 | Mon 2026-03-09 00:00 |',
    );
    expect(text).toContain('| Sun&nbsp;2026-&NoBreak;03-&NoBreak;08&nbsp;20:00 |');
  });

  it('tells in the table what is too far from the deploy for the chart', () => {
    const text = summaryOf(named('clear, though begun late'));
    expect(text).not.toContain('mermaid');
    expect(text).toContain('| Maintenance: weekly start | ');
  });

  it("says why the chart is in UTC, where the clock of the deploy's zone changes within it", () => {
    const change = '2026-03-29T01:00Z';
    const blocked = (zone: string) =>
      summaryOf(gateOf({ deploy: deployOf(change, 1, zone), state: scheduled('2026-03-29T00:00Z') }));
    expect(blocked('Europe/Berlin')).toContain(
      '<sub>The chart is in UTC, as the clock of Europe/Berlin changes within it.</sub>',
    );
    expect(blocked('Asia/Kathmandu')).not.toContain('The chart is in UTC');
    expect(blocked('UTC')).not.toContain('The chart is in UTC');
  });

  it('is made of facts only: the same twice', () => {
    const made = () => summaryOf(fleet(1, () => gateOf({ now: NOON })));
    expect(made()).toBe(made());
  });
});
