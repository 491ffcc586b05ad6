// @vitest-environment jsdom
/** Mermaid itself reads every chart; it wants a DOM around it, but no browser. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { gantt } from '../../src/report/timeline.ts';
import { hull } from '../../src/schedule/interval.ts';
import { offsetAt } from '../../src/schedule/offsets.ts';
import { DAY, HOUR, MINUTE, WEEK } from '../../src/schedule/units.ts';
import type { Bar } from '../../src/words/told.ts';
import { caseOf, cases } from './cases.ts';
import { at, deployOf, firstOf, gateOf, NOON, NOTHING, scheduled, standing, windowOf } from './outcomes.ts';

interface Task {
  readonly task: string;
  readonly section: string;
  readonly startTime: Date;
  readonly endTime: Date;
}

/** What Mermaid makes of a chart. */
async function tasksOf(chart: string): Promise<Task[]> {
  await mermaid.parse(chart);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  // The charts' own interface, which the types of the package leave out.
  return (db as unknown as { getTasks(): Task[] }).getTasks();
}

const barsOf = (made: Parameters<typeof gateOf>[0]) => firstOf(gateOf(made)).bars;

/** What Mermaid shows on the clock of any reader, as if it were UTC; it is drawn 400 years early. */
const wall = (date: Date) =>
  Date.UTC(
    date.getFullYear() + 400,
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  );

/** Mermaid sees the deploy and what is near it, whole or cut at the chart's edges, and reads the clock of the zone. */
async function expectTrue(bars: readonly Bar[], zone: string) {
  const chart = gantt(bars, zone);
  if (chart === undefined) return expect(isNear(bars)).toBe(false);
  expect(isNear(bars)).toBe(true);
  const seen = (await tasksOf(chart.mermaid)).map(({ section, startTime, endTime }) => ({
    label: section.replace('<br>', ' '),
    start: wall(startTime),
    end: wall(endTime),
  }));
  const edges = hull(seen);
  expect(edges.end - edges.start).toBeLessThanOrEqual(36 * HOUR + 2 * MINUTE);
  expect(seen.map(({ label }) => label)).toContain('Deploy');
  for (const { label, start, end } of seen) {
    const shown = (time: number, edge: number) => (at: number) =>
      Math.abs(at + offsetAt(chart.zone, at) - time) < MINUTE || time === edge;
    const whose = bars.filter(
      bar => bar.label === label && shown(start, edges.start)(bar.start) && shown(end, edges.end)(bar.end),
    );
    expect(whose).not.toEqual([]);
    if (whose.every(bar => bar.style !== 'milestone')) expect(end).toBeGreaterThan(start);
  }
}

/** Is any maintenance within a day of the deploy? Of what blocks, always. */
function isNear(bars: readonly Bar[]): boolean {
  const deploy = bars.find(({ section }) => section === 'Deploy');
  return bars.some(
    ({ section, start, end }) =>
      section === 'Maintenance' && deploy && start - deploy.end <= DAY && deploy.start - end <= DAY,
  );
}

it.each(Object.keys(cases))('the chart of every case is read by Mermaid without an error: %s', async name => {
  const { frame, told } = caseOf(name);
  for (const { bars } of told) if (bars.length > 0) await expectTrue(bars, frame.zone ?? 'UTC');
});

it('is read for any deploy, maintenance and zone', async () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Etc/GMT+5'];
  const instant = fc.integer({ min: 0, max: 8 * WEEK }).map(ms => new Date(NOON + ms).toISOString());
  const hour = fc.integer({ min: 0, max: 23 });
  await fc.assert(
    fc.asyncProperty(
      instant,
      fc.double({ min: 0.01, max: 700, noNaN: true }),
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      hour,
      hour,
      fc.option(instant, { nil: undefined }),
      async (start, hours, deployZone, timeZoneId, hourOfDay, protectedFrom, planned) => {
        const bars = barsOf({
          deploy: deployOf(start, hours, deployZone),
          window: windowOf({
            timeZoneId,
            hourOfDay,
            protectedHours: { startHourOfDay: protectedFrom, endHourOfDay: (protectedFrom + 8) % 24 },
          }),
          state: planned === undefined ? NOTHING : scheduled(planned),
        });
        await expectTrue(bars, deployZone);
      },
    ),
    { numRuns: 100 },
  );
});

describe('what is shown', () => {
  const named = (bars: readonly Bar[]) => bars.map(({ label }) => label);
  const sectionsOf = (bars: readonly Bar[]) =>
    [...(gantt(bars, 'UTC')?.mermaid ?? '').matchAll(/^ {2}section (.*)$/gm)].map(([, name]) => name);

  it('beside a block: now, the deploy, when it would be clear, what blocks; in the table the next start too', () => {
    const bars = barsOf({ state: scheduled('2026-03-08T20:00Z') });
    expect(named(bars)).toEqual(['Now', 'Deploy', 'Clear from', 'Scheduled']);
    expect(bars.find(({ label }) => label === 'Scheduled')?.style).toBe('crit');
    expect(sectionsOf(bars)).toEqual(['Deploy', 'Clear from', 'Scheduled']);
  });

  it('while all is clear: the next maintenance', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-07T20:30Z') });
    expect(named(bars)).toEqual(['Now', 'Deploy', 'Weekly start']);
    expect(sectionsOf(bars)).toEqual(['Deploy', 'Weekly start']);
  });

  it('no chart where the next maintenance is days away: the deploy would be a line beside it', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-06T12:00Z') });
    expect(named(bars)).toEqual(['Now', 'Deploy', 'Weekly start']);
    expect(gantt(bars, 'UTC')).toBeUndefined();
  });

  it('now, where it is near', () => {
    const near = barsOf({ state: scheduled('2026-03-08T20:00Z'), now: at('2026-03-08T10:00Z') });
    expect(sectionsOf(near)).toEqual(['Now', 'Deploy', 'Clear from', 'Scheduled']);
  });

  it('a start that does not count in another way than one that does', () => {
    const now = NOON + DAY;
    const counted = barsOf({ now, deploy: deployOf('2026-03-08T12:00Z') });
    const ignored = barsOf({ now, task: { blockOn: 'scheduled' } });
    const early = barsOf({ deploy: deployOf('2026-03-07T20:30Z'), task: { blockOn: 'scheduled' } });
    const last = (bars: readonly Bar[]) => bars.map(({ label, style }) => [label, style]).at(-1);
    expect(last(counted)).toEqual(['Weekly start', undefined]);
    expect(last(ignored)).toEqual(['Weekly start, ignored', 'done']);
    expect(last(early)).toEqual(['Too early to know', undefined]);
  });

  it('of a long deploy the part that meets maintenance', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-02T00:00Z', 24 * 14), now: at('2026-03-01T00:00Z') });
    expect(gantt(bars, 'UTC')?.mermaid).toContain('14d :active, 1626-03-08 04:00, 1626-03-09 16:00');
  });

  it('a scheduled start once, though it is also a start of the week', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-09T02:00Z'), state: scheduled('2026-03-08T20:00Z') });
    expect(named(bars)).toEqual(['Now', 'Deploy', 'Scheduled']);
  });

  it('protected hours of the days around, also over midnight, as far as the chart reaches', () => {
    const window = windowOf({ protectedHours: { startHourOfDay: 22, endHourOfDay: 6 } });
    const bars = barsOf({ window, deploy: deployOf('2026-03-08T04:00Z') });
    const hours = bars.filter(({ section }) => section === 'Protected hours');
    expect(hours.map(({ start, end }) => [start, end])).toContainEqual([
      at('2026-03-07T21:00Z'),
      at('2026-03-08T05:00Z'),
    ]);
    expect(gantt(bars, 'UTC')?.mermaid.match(/8h :done, .*/g)).toEqual([
      '8h :done, 1626-03-08 04:00, 1626-03-08 05:00',
      '8h :done, 1626-03-08 21:00, 1626-03-09 00:00',
    ]);
  });

  it('a standing deploy window by the first deploy that meets maintenance', () => {
    const deploy = standing('Sun 09:00-10:00', 'America/New_York');
    const bars = barsOf({ deploy, window: windowOf({ hourOfDay: 11 }) });
    expect(bars.find(({ label }) => label === 'Deploy')?.start).toBe(at('2026-03-08T13:00Z'));
  });
});

describe('the part of the time that is shown', () => {
  const thing = (label: string, from: number, hours: number, more: Partial<Bar> = {}): Bar => ({
    section: 'Maintenance',
    label,
    start: NOON + from * HOUR,
    end: NOON + (from + hours) * HOUR,
    ...more,
  });
  const deploy = (hours: number) => thing('Deploy', 0, hours, { section: 'Deploy', style: 'active' });
  const instant = (label: string, at: number, section: Bar['section']) =>
    thing(label, at, 0, { section, style: 'milestone' });
  /** What is drawn, from and until how many hours after noon. */
  const drawn = (...bars: Bar[]) =>
    [...(gantt(bars, 'UTC')?.mermaid ?? '').matchAll(/section (.*)\n.*?(\d{4}-.*), (\d{4}-.*)/g)].map(
      ([, label, ...times]) => [
        label,
        ...times.map(
          time => (at(`${Number(time.slice(0, 4)) + 400}${time.slice(4).replace(' ', 'T')}Z`) - NOON) / HOUR,
        ),
      ],
    );

  it('is around the maintenance that is nearest, wherever that stands among the rest', () => {
    expect(drawn(deploy(1), thing('Far', 30, 4), thing('Near', 3, 4))).toEqual([
      ['Deploy', 0, 1],
      ['Near', 3, 7],
    ]);
  });

  it('is none where the nearest maintenance is more than a day away', () => {
    expect(drawn(deploy(1), thing('Scheduled', 25, 4))).toHaveLength(2);
    expect(drawn(deploy(1), thing('Scheduled', 25.1, 4))).toEqual([]);
  });

  it('is around what blocks, though the deploy meets something else before', () => {
    const bars = [deploy(24 * 14), thing('Ignored', 2, 5, { style: 'done' })];
    expect(drawn(...bars, thing('Scheduled', 200, 4, { style: 'crit' }))).toEqual([
      ['Deploy', 184, 220],
      ['Scheduled', 200, 204],
    ]);
  });

  it('holds the beginning of what is longer than it', () => {
    expect(drawn(deploy(96), thing('Scheduled', 24, 48))).toEqual([
      ['Deploy', 18, 54],
      ['Scheduled', 24, 54],
    ]);
  });

  it('is a day and a half, with what happens at its very edges, and without what only touches them', () => {
    const meeting = [deploy(1), thing('Scheduled', 0, 1)];
    const edges = [instant('Now', -17.5, 'Now'), instant('Clear from', 18.5, 'Deploy')];
    expect(drawn(...meeting, ...edges)).toEqual([
      ['Deploy', 0, 1],
      ['Scheduled', 0, 1],
      ['Now', -17.5, -17.5],
      ['Clear from', 18.5, 18.5],
    ]);
    const beyond = [instant('Now', -17.6, 'Now'), instant('Clear from', 18.6, 'Deploy')];
    expect(drawn(...meeting, ...beyond, thing('Before', -20.5, 3), thing('After', 18.5, 1))).toHaveLength(2);
  });
});

describe('the axis', () => {
  const chartOf = (start: number, length: number, zone: string) =>
    gantt(
      [
        { section: 'Deploy', label: 'Deploy', start, end: start + length },
        { section: 'Maintenance', label: 'Scheduled', start, end: start + length },
      ],
      zone,
    );

  it('is in UTC where the clock changes within the chart, so that bars have their true length', () => {
    const spring = at('2026-03-29T00:00Z');
    expect(chartOf(spring, 4 * HOUR, 'Europe/Berlin')?.zone).toBe('UTC');
    expect(chartOf(spring + DAY, HOUR, 'Europe/Berlin')?.zone).toBe('Europe/Berlin');
    expect(chartOf(spring + DAY, HOUR, 'Europe/Berlin')?.mermaid).toContain('title Times in Europe/Berlin');
  });

  it('has no more marks than there is room for on a telephone, and one at least where there is an hour', () => {
    const units: Record<string, number> = { minute: MINUTE, hour: HOUR };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 * 60 }), minutes => {
        const [, count, unit = ''] =
          /tickInterval (\d+)(\w+)/.exec(chartOf(NOON, minutes * MINUTE, 'UTC')?.mermaid ?? '') ?? [];
        const tick = Number(count) * (units[unit] ?? 0);
        expect(Math.min(minutes * MINUTE, 36 * HOUR) / tick).toBeLessThanOrEqual(3);
        expect(tick).toBeLessThanOrEqual(Math.max(minutes * MINUTE, HOUR));
      }),
    );
  });

  it.each([
    [5, '5minute'],
    [15, '5minute'],
    [16, '15minute'],
    [46, '30minute'],
    [91, '1hour'],
    [3 * 60, '1hour'],
    [3 * 60 + 1, '2hour'],
    [6 * 60 + 1, '3hour'],
    [9 * 60 + 1, '6hour'],
    [18 * 60, '6hour'],
    [18 * 60 + 1, '12hour'],
  ])('of %i minutes has a mark each %s', (minutes, tick) => {
    expect(chartOf(NOON, minutes * MINUTE, 'UTC')?.mermaid).toContain(`\n  tickInterval ${tick}\n`);
  });

  it('lies on days on which no clock in the world was ever changed, and on the same weekdays', () => {
    const day = (year: number, month: number) => Date.UTC(year, month, 1);
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      const { format } = new Intl.DateTimeFormat('en', {
        timeZone,
        timeZoneName: 'longOffset',
        year: 'numeric',
      });
      const offsets = [1600, 1626, 1650, 1700].flatMap(year =>
        [0, 3, 6, 10].map(month => format(day(year, month) + DAY).replace(/^.*GMT/, '')),
      );
      expect([timeZone, new Set(offsets).size]).toEqual([timeZone, 1]);
    }
    for (const year of [2024, 2026, 2100]) expect((day(year, 2) - day(year - 400, 2)) % WEEK).toBe(0);
  });
});

it('tells in words what it shows, for who does not see it', async () => {
  const { mermaid: chart = '' } = gantt(barsOf({ state: scheduled('2026-03-08T20:00Z') }), 'UTC') ?? {};
  await mermaid.parse(chart);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  expect(db.getAccTitle?.()).toBe('The deploy and the maintenance near it');
  expect(db.getAccDescription?.()).toBe(
    'Deploy Sun 2026-03-08 20:30 to 21:30, Clear from Mon 2026-03-09 00:00, Scheduled Sun 2026-03-08 20:00 to Mon 2026-03-09 00:00, in UTC.',
  );
});

it.each(globSync('__tests__/scenarios/kept/**/*.md').sort())(
  'Mermaid reads the chart that is kept in %s',
  async file => {
    const charts = [...readFileSync(file, 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)];
    for (const [, chart = ''] of charts) expect(await tasksOf(chart)).not.toEqual([]);
  },
);
