import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textChart } from '../../src/report/textChart.ts';
import { HOUR, MINUTE } from '../../src/schedule/units.ts';
import type { Bar } from '../../src/words/told.ts';
import { cases } from './cases.ts';

const SUNDAY = Date.parse('2026-03-08T00:00Z');
const bar = (label: string, start: number, hours: number, more: Partial<Bar> = {}): Bar => ({
  section: 'Maintenance',
  label,
  start,
  end: start + hours * HOUR,
  ...more,
});
const deploy = (start: number, hours: number) =>
  bar('Deploy', start, hours, { section: 'Deploy', style: 'active' });

it('shows what overlaps one below the other, in the zone that it names', () => {
  const bars = [
    deploy(SUNDAY + HOUR, 2),
    bar('Clear from', SUNDAY + 6 * HOUR, 0, { section: 'Deploy', style: 'milestone' }),
    bar('Scheduled', SUNDAY + 2 * HOUR, 4, { style: 'crit' }),
    bar('Weekly start', SUNDAY + 21 * HOUR, 4),
  ];
  expect(textChart(bars, 'Europe/Berlin')).toBe(
    `
Times in Europe/Berlin
Deploy        ███···································  Sun 02:00 to 04:00
Clear from    ········◆·····························  Sun 07:00
Scheduled     ··██████······························  Sun 03:00 to 07:00
Weekly start  ································▒▒▒▒▒▒  Sun 22:00 to Mon 02:00`.trimStart(),
  );
});

it('names the date where the day of the week would name two days', () => {
  const chart = textChart([deploy(SUNDAY, 1), bar('Scheduled', SUNDAY + 200 * HOUR, 4)], 'UTC');
  expect(chart).toContain('Sun 2026-03-08 00:00 to 01:00');
});

it('leaves the date out where all is within six days', () => {
  const whenOf = (hours: number) =>
    textChart([deploy(SUNDAY, 1), bar('Scheduled', SUNDAY + (hours - 1) * HOUR, 1)], 'UTC')
      .split('\n')
      .slice(1)
      .map(line => line.split('  ').at(-1));
  expect(whenOf(140)).toEqual(['Sun 00:00 to 01:00', 'Fri 19:00 to 20:00']);
  expect(whenOf(148)).toEqual(['Sun 2026-03-08 00:00 to 01:00', 'Sat 2026-03-14 03:00 to 04:00']);
});

it('draws what is at the very end, and tells now in the minute that it is, and the first one that is clear', () => {
  const end = SUNDAY + 4 * HOUR + 1000;
  const bars = [
    bar('Now', SUNDAY + 1000, 0, { section: 'Now', style: 'milestone' }),
    deploy(SUNDAY, 1),
    bar('Clear from', end, 0, { section: 'Deploy', style: 'milestone' }),
    { ...bar('Scheduled', SUNDAY, 4), end },
  ];
  const [, now, , clear] = textChart(bars, 'UTC').split('\n');
  expect(now).toMatch(/^Now {9}◆·+ {2}Sun 00:00$/);
  expect(clear).toMatch(/^Clear from {2}·+◆ {2}Sun 04:01$/);
});

it('has a track of some columns, and columns that are straight, however long a name is', () => {
  const [, ...lines] = textChart([deploy(SUNDAY, 1), bar('x'.repeat(70), SUNDAY + HOUR, 1)], 'UTC').split(
    '\n',
  );
  expect(lines).toEqual([
    `${'Deploy'.padEnd(70)}  ██████████··········  Sun 00:00 to 01:00`,
    `${'x'.repeat(70)}  ··········▒▒▒▒▒▒▒▒▒▒  Sun 01:00 to 02:00`,
  ]);
});

it('draws protected hours of several days in one line', () => {
  const days = [0, 1, 2].map(day =>
    bar('Protected hours', SUNDAY + (day * 24 + 9) * HOUR, 8, { section: 'Protected hours', style: 'done' }),
  );
  const chart = textChart([deploy(SUNDAY, 1), bar('Scheduled', SUNDAY, 4), ...days], 'UTC');
  expect(chart.match(/Protected hours/g)).toHaveLength(1);
  expect(chart).toMatch(/Protected hours .*░·+░+·+░+$/m);
});

it('is left out where there is no maintenance to compare with', () => {
  expect(textChart([], 'UTC')).toBe('');
  expect(textChart([deploy(SUNDAY, 1)], 'UTC')).toBe('');
});

it('fits a terminal of 80 columns in every case that is kept, but for the longest of dates', () => {
  for (const { told, frame } of Object.values(cases))
    for (const { bars } of told)
      for (const line of textChart(bars, frame.zone ?? 'UTC').split('\n'))
        expect(line.length).toBeLessThan(
          /\d{4}-/.test(line) || line.includes('nothing announced') ? 110 : 79,
        );
});

it('draws every bar, keeps them in order, and lets none that are apart meet by more than a column', () => {
  const some = fc.record({
    start: fc.integer({ min: 0, max: 20_000 }).map(minutes => SUNDAY + minutes * MINUTE),
    hours: fc.integer({ min: 1, max: 48 }),
  });
  fc.assert(
    fc.property(some, some, (a, b) => {
      const lines = textChart([deploy(a.start, a.hours), bar('Scheduled', b.start, b.hours)], 'UTC').split(
        '\n',
      );
      expect(lines).toHaveLength(3);
      const [first, second] = lines.slice(1).map(line => {
        const track = line.slice('Scheduled  '.length).split('  ')[0] ?? '';
        return { from: track.search(/[█▒]/), to: track.search(/[█▒](?!.*[█▒])/) };
      });
      if (!first || !second) throw new Error('two lines');
      for (const { from, to } of [first, second]) expect(0 <= from && from <= to).toBe(true);
      if (a.start + a.hours * HOUR <= b.start) expect(first.to - second.from).toBeLessThan(1);
      if (a.start <= b.start) expect(first.from).toBeLessThanOrEqual(second.from);
    }),
  );
});
