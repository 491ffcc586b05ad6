import { type Facts, NO_FACTS } from '../words/facts.ts';
import type { Problem, Told } from '../words/told.ts';

/** All that is known of one project, as `results` holds it. */
export interface Result extends Facts {
  readonly groupId: string;
  readonly message: string;
  readonly error: Problem | null;
}

export const toResult = ({ groupId, facts, sentences, error }: Told): Result => ({
  groupId,
  ...facts,
  message: sentences.join(' '),
  error,
});

/** Every output, in the order of `action.yml`. */
export const OUTPUTS: readonly string[] = ['groupId', ...Object.keys(NO_FACTS), 'message', 'results'];

/**
 * One project's result as it is; of several, what can be said of all: any change, deferral or overlap, the worst
 * verdict, the latest time that is clear.
 *
 * @param message the outcome of the step in a sentence
 * @param verdict of a step without results
 */
export function toOutputs(
  results: readonly Result[],
  message: string,
  verdict?: 'fail',
): Map<string, string> {
  const [single, ...more] = results;
  const shown: Partial<Result> =
    single === undefined ? (verdict ? { verdict } : {}) : more.length === 0 ? single : together(results);
  const all: Readonly<Record<string, unknown>> = { ...shown, message, results };
  return new Map(OUTPUTS.map(name => [name, outputText(all[name])]));
}

function together(results: readonly Result[]): Partial<Result> {
  const clear = results.map(result => result.clearAt);
  const latest = clear.every(at => at !== null)
    ? results.reduce((a, b) => (Date.parse(a.clearAt ?? '') >= Date.parse(b.clearAt ?? '') ? a : b))
    : undefined;
  return {
    changed: results.some(result => result.changed),
    deferred: results.some(result => result.deferred),
    // A step waits for all of them together.
    waitedSeconds: results[0]?.waitedSeconds ?? null,
    overridden: anyOf(results.map(result => result.overridden)),
    overlap: anyOf(results.map(result => result.overlap)),
    verdict:
      (['fail', 'warn', 'pass'] as const).find(verdict =>
        results.some(result => result.verdict === verdict),
      ) ?? null,
    clearAt: latest?.clearAt ?? null,
    secondsUntilClear: latest?.secondsUntilClear ?? null,
  };
}

/** One that is not known leaves the whole unknown, unless another is certain. */
const anyOf = (values: readonly (boolean | null)[]): boolean | null =>
  values.includes(true) ? true : values.includes(null) ? null : false;

const outputText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
