import { describe, expect, it } from 'vitest';
import { render } from '../../sandbox/page.ts';
import { toFailureReport, toReport } from '../../src/report/report.ts';
import { errorSummary } from '../../src/report/summary.ts';
import { HOUR } from '../../src/schedule/units.ts';
import type { Account, Standing } from '../../src/words/told.ts';
import { caseOf, cases } from './cases.ts';
import { HOSTILE } from './hostile.ts';
import { at, deployOf, firstOf, fleet, gateOf, id, NOON, scheduled, standing, windowOf } from './outcomes.ts';

const reportOf = (account: Account, baseUrl = 'https://cloud.mongodb.com') =>
  toReport(account, { baseUrl, notices: [], skew: undefined, runnersClock: false });
const summaryOf = (account: Account) => reportOf(account).summary;

/** What a summary may be made of. */
const ALLOWED = new Set(
  'h3 div p strong ul li code pre table thead tbody tr th td a br wbr sub details summary'.split(' '),
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

const HEADING = 'Atlas maintenance gate · ⛔ Blocked: the inputs cannot be used';

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
    expectInert(errorSummary(HEADING, `groupId ${text}`));
  });

  it('and the lines of a message are a list, whatever stands in them', () => {
    const listing = errorSummary(HEADING, '2 problems:\n- one\n# two\n```\nthree - four');
    expectInert(listing);
    expect(render(listing).match(/<li>/g)).toHaveLength(4);
    expect(render(listing)).toContain('three - four');
    expect(render(listing)).not.toMatch(/<h1>|<pre>/);
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
    // What is left of the MiB is for what redaction may add.
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(990_000);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text).toMatch(/The details of \d+ projects are left out/);
    expect(text).toContain('Atlas publishes no length');
  });

  it('tells the worst first, so that what is cut is not that', () => {
    const text = summaryOf(many(2000));
    expect(text.indexOf('⛔&nbsp;Blocked')).toBeLessThan(text.indexOf('✅&nbsp;Clear'));
    expect(text.indexOf('⛔ Blocked <code>')).toBeLessThan(text.indexOf('✅ Clear <code>'));
  });

  it('leaves rows out too where not even those fit', () => {
    const text = reportOf(many(500)).publication.comment(60_000);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toMatch(/The details of 500 projects and \d+ rows of the table are left out/);
  });

  it('tells of one project, and of one row, as of one', () => {
    const { publication } = reportOf(many(3));
    const whole = Buffer.byteLength(publication.comment(100_000));
    const leftOut = (most: number) =>
      /The details of (.*) (?:is|are) left out/.exec(publication.comment(most))?.[1];
    expect(leftOut(whole + 2500)).toBe('one project');
    const rows = publication.comment(3000 + 600);
    expect(rows).toMatch(/The details of 3 projects and one row of the table are left out/);
  });

  it('is whole where all fits', () => {
    const text = summaryOf(many(60));
    expect(text.match(/<details>/g)).toHaveLength(60);
    expect(text).not.toContain('left out');
  });
});

describe('the heading of a summary', () => {
  const heading = (account: Account) => summaryOf(account).split('\n')[0];

  it.each([
    ['blocked by announced maintenance', 'gate · ⛔ Blocked · clear in 60 h'],
    ['too early to know', 'gate · ⏳ Too early to know · clear in 60 h'],
    ['clear', 'gate · ✅ Clear'],
    ['no window', 'gate · ⚠️ Not known'],
    ['no start is clear', 'gate · ⛔ Blocked'],
    ['a gate that failed', 'gate · ⛔ Blocked: Atlas gave no answer'],
    ['several projects', 'gate · ⛔ Blocked · 2 of 5 projects'],
    ['several projects, all clear', 'gate · ✅ Clear · 3 projects'],
    ['get', 'window · get'],
    ['update', 'window · update · ✅ Changed'],
    ['update, dry run', 'window · update · 📝 Dry run'],
    ['reset', 'window · reset · ⚠️ Removed'],
    ['several projects, get', 'window · get · ❌ Failed: there is no such project · 1 of 3 projects'],
  ])('has the verdict by word: %s', (name, said) => {
    expect(heading(caseOf(name))).toBe(`### Atlas maintenance ${said}`);
  });

  it('says of an error that nobody has a word for that there is no verdict', () => {
    expect(heading(gateOf({ error: { code: 'constructor', message: 'Odd' } }))).toMatch(
      /Blocked: no verdict$/,
    );
  });

  it('says in a clause why there is no verdict, the ones that were looked at', async () => {
    const codes = `NO_ANSWER TIMEOUT UNREADABLE_ANSWER NO_SUCH_HOST TLS_FAILED PROXY_FAILED INVALID_CREDENTIAL
      USER_UNAUTHORIZED GROUP_NOT_FOUND CANCELLED NO_DEPLOY UNKNOWN_TIME_ZONE EVENTS_UNREADABLE OTHER`;
    const { frame, told } = caseOf('several projects, get');
    const headings = codes.split(/\s+/).flatMap(code => {
      const error = { code, message: 'Odd' };
      return [gateOf({ error }), { frame, told: told.slice(2).map(one => ({ ...one, error })) }].map(heading);
    });
    await expect(`${headings.join('\n\n')}\n`).toMatchFileSnapshot('headings-of-errors.md');
  });

  it('counts the minutes until it is clear, and never too few', () => {
    const clearIn = (now: string) => heading(gateOf({ state: scheduled('2026-03-08T20:00Z'), now: at(now) }));
    expect(clearIn('2026-03-08T09:39:30Z')).toMatch(/clear in 14 h 21 min$/);
    expect(clearIn('2026-03-08T12:00Z')).toMatch(/clear in 12 h$/);
    expect(clearIn('2026-03-06T12:01Z')).toMatch(/clear in 60 h$/);
  });

  it.each([
    '2026-03-06T12:00:00Z',
    '2026-03-08T09:39:30.500Z',
    '2026-03-08T20:00:00.001Z',
    '2026-03-08T20:59:59.999Z',
  ])('says how long it takes as the sentence below it does: at %s', now => {
    const account = gateOf({ state: scheduled('2026-03-08T20:00Z'), now: at(now) });
    const [, length] = /· clear in (.*)$/.exec(heading(account) ?? '') ?? [];
    expect(account.told[0]?.sentences.join(' ')).toContain(`, in ${length})`);
  });

  it('says what failed before any project was looked at', () => {
    expect(toFailureReport('operation is not set.', 'inputs', 'fail').summary).toMatch(
      /^### Atlas maintenance gate · ⛔ Blocked: the inputs cannot be used\n\n> \[!CAUTION\]\n> \*\*operation/,
    );
    expect(toFailureReport('The action stopped.', 'defect', undefined).summary).toMatch(
      /^### Atlas maintenance window · ❌ Failed: a defect in the action\n/,
    );
  });
});

describe('a summary', () => {
  it('links each project to Atlas', () => {
    const text = reportOf(caseOf('get'), 'https://cloud.mongodbgov.com').summary;
    expect(text).toContain('(https://cloud.mongodbgov.com/v2/5a9db0c5a9db0c5a9db0c501)');
  });

  it('of a gate names what is assumed, whatever the verdict, and only where there is one', () => {
    for (const [name, made] of Object.entries(cases)) {
      if (made.frame.failure !== 'blocked') continue;
      const text = summaryOf(made);
      const judged = made.told.some(({ error }) => error === null);
      expect(text.includes('assumed to last 4h'), name).toBe(judged);
      expect(text.includes('urgent maintenance'), name).toBe(judged);
    }
  });

  it('tells by its colour how it ended', () => {
    const kind = (name: string) => /\[!(\w+)\]/.exec(summaryOf(caseOf(name)))?.[1];
    expect(kind('blocked by announced maintenance')).toBe('CAUTION');
    expect(kind('a warning')).toBe('WARNING');
    expect(kind('no window')).toBe('CAUTION');
    expect(kind('no window, which is let pass')).toBe('WARNING');
    expect(kind('clear')).toBe('TIP');
    expect(kind('get')).toBe('NOTE');
    expect(kind('update')).toBe('TIP');
    expect(kind('reset')).toBe('WARNING');
    expect(kind('several projects')).toBe('CAUTION');
  });

  it("has the facts of the chart in a table, in each zone, the deploy's first, and breaks no date", () => {
    const text = summaryOf(caseOf('blocked by announced maintenance'));
    expect(text).toContain('|  | America/New&#95;York | Europe/Berlin | UTC |');
    const shown = text.replaceAll('&nbsp;', ' ').replaceAll('&NoBreak;', '');
    expect(shown).toContain(
      '| Clear from | Sun 2026-03-08 20:00 | Mon 2026-03-09 01:00 | Mon 2026-03-09 00:00 |',
    );
    expect(text).toContain('| Sun&nbsp;2026-&NoBreak;03-&NoBreak;08&nbsp;20:00 |');
  });

  it('shows what was changed, or would be, before and after, and no request body', () => {
    expect(summaryOf(caseOf('update'))).toContain(
      '| Setting | Before | After |\n| :-- | :-- | :-- |\n| Maintenance window | every Tuesday at 04:00 (Europe/Berlin) | every Sunday at 21:00 (Europe/Berlin) |',
    );
    const dry = summaryOf(caseOf('update, dry run'));
    expect(dry).toContain('| Setting | Before | After (not done) |');
    expect(dry).toContain('| Protected hours | none | 09:00 to 17:00 |');
    expect(dry).not.toContain('{');
  });

  it('of several projects has the result first, then name and id, and breaks no date', () => {
    const rows = summaryOf(caseOf('several projects, by name')).split('\n');
    expect(rows).toContain('| Result | Project | Id | Window | Next start | Maintenance | Clear from |');
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| ⛔&nbsp;Blocked \| \[shop\]\(\S+\) \| <code>\w{24}<\/code> \| /),
    );
    for (const row of rows.filter(line => line.includes('Blocked |')))
      expect(row).not.toMatch(/\w{3} \d{4}-/);
  });

  it('of several projects has a column of ids as soon as one is known by its name', () => {
    const { frame, told } = fleet(2, () => gateOf());
    const text = summaryOf({
      frame,
      told: told.map((one, index) => (index > 0 ? one : { ...one, name: 'shop' })),
    });
    expect(text).toContain('| Result | Project | Id | ');
  });

  it('has a line for each warning', () => {
    const over = [{ what: 'overdue', since: NOON - 200 * HOUR }] as const;
    const text = summaryOf(gateOf({ unreadable: 'Atlas is silent', over }));
    expect(text.match(/^- ⚠️ .*$/gm)).toHaveLength(2);
  });

  it('of several projects tells the worst first, whatever their order', () => {
    const marks: readonly (readonly [Standing, string])[] = [
      ['failed', '❌ Error'],
      ['blocked', '⛔ Blocked'],
      ['unknown', '⚠️ Not known'],
      ['tooEarly', '⏳ Too early to know'],
      ['overridden', '⚠️ Overridden'],
      ['warned', '⚠️ Warning'],
      ['dryRun', '📝 Dry run'],
      ['ignored', '⚠️ Overlap ignored'],
      ['clear', '✅ Clear'],
      ['noWindow', '⚠️ No window'],
      ['removed', '⚠️ Removed'],
      ['changed', '✅ Changed'],
      ['nothingToDo', '✅ Unchanged'],
      ['read', ''],
    ];
    const account = gateOf();
    const told = marks
      .toReversed()
      .map(([standing], index) => ({ ...firstOf(account), standing, groupId: id(index) }));
    const [rows = ''] = summaryOf({ ...account, told }).split('<details>');
    const results = [...rows.matchAll(/^\| (\S*) \| \[/gm)].map(([, mark = '']) =>
      mark.replaceAll('&nbsp;', ' '),
    );
    expect(results).toEqual(marks.map(([, mark]) => mark));
  });

  it('of no project at all says so, and not that all is clear', () => {
    expect(summaryOf({ ...gateOf(), told: [] })).toMatch(
      /^### Atlas maintenance gate\n\n> \[!CAUTION\]\n> \*\*There was no project to look at\.\*\*\n/,
    );
  });

  it('tells in the table what is too far from the deploy for the chart', () => {
    const text = summaryOf(caseOf('clear, though begun late'));
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
