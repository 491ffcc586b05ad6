// @vitest-environment jsdom
/** Mermaid itself reads every chart; it wants a DOM around it, but no browser. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { gantt } from '../../src/report/timeline.ts';
import { offsetAt } from '../../src/schedule/offsets.ts';
import { DAY, HOUR, MINUTE, WEEK } from '../../src/schedule/units.ts';
import type { Bar } from '../../src/words/told.ts';
import { cases } from './cases.ts';
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

/** Mermaid sees as many bars as there are, each as long as it is, and reads the wall clock of the zone. */
async function expectTrue(bars: readonly Bar[], zone: string) {
  const chart = gantt(bars, zone);
  const shown = /title Times in (.*)/.exec(chart)?.[1] ?? '';
  const tasks = await tasksOf(chart);
  expect(tasks.map(({ task, section }) => [section, task.trim()])).toEqual(
    bars.map(({ section, label }) => [section, label]),
  );
  for (const [index, { startTime, endTime }] of tasks.entries()) {
    const bar = bars[index];
    if (bar === undefined) throw new RangeError();
    // Mermaid takes the reader's clock: what it shows there has to be what the zone's clock shows.
    const wall = (date: Date) => date.getTime() - date.getTimezoneOffset() * MINUTE;
    const due = (time: number) => time + offsetAt(shown, time);
    expect(Math.abs(wall(startTime) - due(bar.start))).toBeLessThan(MINUTE);
    expect(Math.abs(wall(endTime) - due(bar.end))).toBeLessThan(MINUTE);
  }
}

describe('the chart of every case', () => {
  const charts = Object.entries(cases).flatMap(([name, { frame, told }]) =>
    told.filter(({ bars }) => bars.length > 0).map(({ bars }) => [name, bars, frame.zone ?? 'UTC'] as const),
  );
  it.each(charts)('is read by Mermaid without an error: %s', async (_name, bars, zone) => {
    await expectTrue(bars, zone);
  });
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

  it('beside a block: the deploy, when it would be clear, what blocks, and nothing of other days', () => {
    const bars = barsOf({ state: scheduled('2026-03-08T20:00Z') });
    expect(named(bars)).toEqual(['Deploy', 'Clear from', 'Scheduled']);
    expect(bars.find(({ label }) => label === 'Scheduled')?.style).toBe('crit');
  });

  it('while all is clear: the next maintenance', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-07T20:30Z') });
    expect(named(bars)).toEqual(['Deploy', 'Weekly start']);
  });

  it('a scheduled start once, though it is also a start of the week', () => {
    const bars = barsOf({ deploy: deployOf('2026-03-09T02:00Z'), state: scheduled('2026-03-08T20:00Z') });
    expect(named(bars)).toEqual(['Deploy', 'Scheduled']);
  });

  it('protected hours of the days between, also over midnight', () => {
    const window = windowOf({ protectedHours: { startHourOfDay: 22, endHourOfDay: 6 } });
    const bars = barsOf({ window, deploy: deployOf('2026-03-07T08:00Z') });
    const hours = bars.filter(({ section }) => section === 'Protected hours');
    expect(hours.map(({ start, end }) => [start, end])).toEqual([
      [at('2026-03-07T21:00Z'), at('2026-03-08T05:00Z')],
      [at('2026-03-08T21:00Z'), at('2026-03-09T05:00Z')],
    ]);
  });

  it('a standing deploy window by the first deploy that meets maintenance', () => {
    const deploy = standing('Sun 09:00-10:00', 'America/New_York');
    const bars = barsOf({ deploy, window: windowOf({ hourOfDay: 11 }) });
    expect(bars[0]?.start).toBe(at('2026-03-08T13:00Z'));
  });
});

describe('the axis', () => {
  const bar = (start: number, end: number): Bar => ({ section: 'Deploy', label: 'Deploy', start, end });

  it('is in UTC where the clock changes within the chart, so that bars have their true length', () => {
    const spring = at('2026-03-29T00:00Z');
    expect(gantt([bar(spring, spring + 4 * HOUR)], 'Europe/Berlin')).toContain('title Times in UTC');
    expect(gantt([bar(spring + DAY, spring + DAY + HOUR)], 'Europe/Berlin')).toContain(
      'title Times in Europe/Berlin',
    );
  });

  it('has no more marks than can be read', () => {
    for (const length of [MINUTE, HOUR, 5 * HOUR, DAY, 3 * DAY, WEEK, 4 * WEEK, 40 * WEEK]) {
      const tick = /tickInterval (\d+)(\w+)/.exec(gantt([bar(NOON, NOON + length)], 'UTC'));
      const units: Record<string, number> = { hour: HOUR, day: DAY, week: WEEK, month: 30 * DAY };
      expect(length / (Number(tick?.[1]) * (units[tick?.[2] ?? ''] ?? 0))).toBeLessThanOrEqual(10);
    }
  });
});

it.each(globSync('__tests__/scenarios/kept/*.md').sort())(
  'Mermaid reads the chart that is kept in %s',
  async file => {
    const charts = [...readFileSync(file, 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)];
    for (const [, chart = ''] of charts) expect(await tasksOf(chart)).not.toEqual([]);
  },
);
