import { Complaint } from '../complaint.ts';
import { DAY, HOUR, LONGEST, MINUTE, SECOND, WEEK } from './units.ts';

const ISO =
  /^P(?=\d|T\d)(?:(?<w>\d+)W|(?:(?<d>\d+)D)?(?:T(?=\d)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?)$/;
const SHORT = /^(?=\d)(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const UNITS = { w: WEEK, d: DAY, h: HOUR, m: MINUTE, s: SECOND };

/**
 * Reads a duration: `90s`, `45m`, `1h30m`, `2d`, or ISO 8601: `PT45M`, `P1DT2H`, `P1W`. Whole numbers, units
 * falling and each once, longer than nothing and at most `LONGEST`. A day is 24 hours.
 *
 * @returns milliseconds
 * @throws {Complaint} a phrase that follows the name of the input and its value, such as "is zero"
 */
export function parseDuration(text: string): number {
  const numbers = (ISO.exec(text) ?? SHORT.exec(text))?.groups;
  if (numbers === undefined) throw new Complaint(`${complaint(text)}: ${EXAMPLES}`);
  const ms = Object.entries(UNITS).reduce((sum, [unit, size]) => sum + Number(numbers[unit] ?? 0) * size, 0);
  if (ms === 0) throw new Complaint(`is zero: ${EXAMPLES}`);
  if (ms > LONGEST) throw new Complaint(`is longer than ${LONGEST / DAY} days, the longest that is accepted`);
  return ms;
}

/** `1h30m`, `2d`; parts of a second are left out. */
export function formatDuration(ms: number): string {
  let left = Math.floor(ms / SECOND) * SECOND;
  let text = '';
  for (const [unit, size] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', SECOND],
  ] as const) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text || '0s';
}

const EXAMPLES = 'write 90s, 45m, 1h30m or 2d, or ISO 8601 such as PT45M or P1D';

function complaint(text: string): string {
  if (/^[+-]/.test(text)) return 'has a sign';
  if (/\d[.,]\d/.test(text)) return 'is not in whole numbers (1h30m, not 1.5h)';
  if (/^P\d*[YM]|^P.*\d[YM].*T|^\d+(y|mo)/i.test(text))
    return 'is in years or months, which have no fixed length';
  if (/^(.*[a-z])?\d+$/i.test(text)) return 'ends in a number without a unit';
  if (/^P?(T?\d+[wdhmst])+$/i.test(text)) return 'has a unit in the wrong place, twice, or in the wrong case';
  return 'is not a duration';
}
