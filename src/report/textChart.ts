import { hull } from '../schedule/interval.ts';
import { DAY } from '../schedule/units.ts';
import type { Bar } from '../words/told.ts';
import { whenText } from './timeline.ts';

/** Columns that a terminal has at the least, but for an indent. */
const WIDTH = 76;
const LEAST_TRACK = 20;
/** Shorter than that, the day of the week tells a day. */
const A_WEEK_OF_DAYS = 6 * DAY;

/**
 * The bars in lines of text, one a label, for where neither Mermaid nor a table is shown: the wall clock of `zone`,
 * which the first line names, and a track that is the same time from top to bottom. Empty where no maintenance is drawn.
 */
export function textChart(bars: readonly Bar[], zone: string): string {
  if (!bars.some(({ section }) => section === 'Maintenance')) return '';
  const whole = hull(bars);
  const length = whole.end - whole.start;
  const when = (bar: Bar) => {
    const text = whenText(bar, zone);
    return length < A_WEEK_OF_DAYS ? text.replaceAll(DATE, '') : text;
  };
  const rows = [...Map.groupBy(bars, ({ label }) => label)].map(([label, several]) => ({
    label,
    bars: several,
    when: several.length > 1 ? '' : several.map(when).join(),
  }));
  const labels = longest(rows.map(({ label }) => label));
  const track = Math.max(LEAST_TRACK, WIDTH - labels - longest(rows.map(row => row.when)) - 4);
  const column = (at: number) => Math.round(((at - whole.start) / length) * track);
  return [
    `Times in ${zone}`,
    ...rows.map(row => {
      const signs = Array.from({ length: track }, () => '·');
      for (const { start, end, style } of row.bars) {
        const from = Math.min(column(start), track - 1);
        signs.fill(signOf(style), from, Math.max(from + 1, column(end)));
      }
      return `${row.label.padEnd(labels)}  ${signs.join('')}  ${row.when}`.trimEnd();
    }),
  ].join('\n');
}

/** ` 2026-03-01` */
const DATE = / \d{4}-\d{2}-\d{2}/g;

const longest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));

/** What stands in the way, and the deploy itself, are solid. */
const signOf = (style: Bar['style']): string =>
  style === 'milestone' ? '◆' : style === 'done' ? '░' : style === undefined ? '▒' : '█';
