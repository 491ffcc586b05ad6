/** What must hold, found in another way than the action finds it. */
import type { Fault } from '../../sandbox/server.ts';
import { problemsIn } from '../../sandbox/written.ts';
import { weeklyStart } from '../../sandbox/zone.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import type { Ended } from './engines.ts';
import { NOON } from './values.ts';

export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** What holds for every step. */
export function expectWhole({ succeeded, written }: Ended, secrets: readonly string[]): void {
  const problems = problemsIn(written, secrets);
  must(problems.length === 0, problems.join('\n'));
  must(
    OUTPUTS.every(name => name in written.outputs),
    'an output is not set',
  );
  must(succeeded || written.outputs.message !== '', 'a failure without a word');
  must(succeeded || written.outputs.verdict !== 'pass', 'a failure with the verdict pass');
  must(!/defect/i.test(written.outputs.message ?? ''), `a defect: ${written.outputs.message}`);
}

interface Weekly {
  readonly dayOfWeek: number;
  readonly hourOfDay: number;
  readonly timeZoneId: string;
}

/** What a body may be taken for: read by a second, slower hand than the action's. */
export function reading(value: unknown): Weekly | 'none' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { dayOfWeek, hourOfDay, timeZoneId }: Record<string, unknown> = { ...value };
  if (dayOfWeek === undefined || dayOfWeek === null || dayOfWeek === 0) return 'none';
  const whole = (number: unknown, from: number, to: number): number is number =>
    typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to;
  if (!whole(dayOfWeek, 1, 7) || !whole(hourOfDay, 0, 23) || typeof timeZoneId !== 'string') return undefined;
  return { dayOfWeek, hourOfDay, timeZoneId };
}

export const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const isSuccess = (code: unknown) => typeof code === 'number' && code >= 200 && code < 300;

/** What a text holds from any brace to any that closes: a length in the headers may cut it anywhere. */
const objectsIn = (body: string): unknown[] =>
  [...body.matchAll(/\{/g)].slice(0, 8).flatMap(({ index: from }) => {
    const json = body.slice(from);
    return [...json.matchAll(/\}/g)].map(({ index }) => parsed(json.slice(0, index + 1)));
  });

/** Every window that these answers may honestly have told of. */
export function told(truth: Weekly, faults: readonly Fault[]): (Weekly | 'none')[] {
  const bodies = faults.flatMap(({ name, value }): unknown[] => {
    const given: Record<string, unknown> = { ...(value as object | undefined) }; // spreading anything is safe
    if (name === 'fields') return [{ ...truth, ...given }];
    if (name === 'day0') return [{ ...truth, dayOfWeek: 0 }];
    if (name === 'answer') return isSuccess(given.status) ? objectsIn(String(given.body)) : [];
    if (name === 'raw') {
      const answer = Buffer.from(String(value), 'latin1').toString();
      const [, said, rest = ''] = /^HTTP\/1\.\d (\d{3}) (.*)/s.exec(answer) ?? [];
      return isSuccess(Number(said)) ? objectsIn(rest) : [];
    }
    return [];
  });
  return [truth, ...bodies.map(reading)].filter(window => window !== undefined);
}

export const same = (a: Weekly, b: Weekly | 'none') =>
  b !== 'none' && a.dayOfWeek === b.dayOfWeek && a.hourOfDay === b.hourOfDay && a.timeZoneId === b.timeZoneId;

interface Deploy {
  /** Minutes from noon. */
  readonly start: number;
  readonly length: number;
  readonly maintenance: number;
}

export function meets(
  { start, length, maintenance }: Deploy,
  { dayOfWeek, hourOfDay, timeZoneId }: Weekly,
): boolean {
  const from = NOON + start * 60_000;
  return (
    weeklyStart(from - maintenance * 60_000 + 1, dayOfWeek, hourOfDay, timeZoneId) < from + length * 60_000
  );
}
