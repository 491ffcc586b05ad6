import { type Facts, NO_FACTS } from '../words/facts.ts';
import type { Problem, Told } from '../words/told.ts';

/** All that is known of one project, as `results` holds it. */
export interface Result extends Facts {
  readonly groupId: string;
  readonly name: string | null;
  readonly message: string;
  readonly error: Problem | null;
}

export const toResult = ({ groupId, name, facts, sentences, error }: Told): Result => ({
  groupId,
  name,
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
  const all: Readonly<Record<string, unknown>> = { ...shown, message };
  const texts = new Map(OUTPUTS.map(name => [name, outputText(all[name])]));
  const room = MOST_UNITS - [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  // Where nobody can say which projects there are, none is listed.
  const known = results.filter(({ groupId }) => groupId !== '');
  return texts.set('results', resultsText(known, room));
}

/** GitHub takes 1 MB from all steps of a job and counts it in UTF-16; what is left is for what redaction may add. */
const MOST_UNITS = 490_000;
/** For the one that stands for those left out. */
const RESERVED_UNITS = 2000;

/**
 * All results, if there is room. Else those first that need a look, and one more stands for all that are left out: it
 * is an error, and tells what can be said of several, so that whoever counts takes no cut list for the whole.
 */
function resultsText(results: readonly Result[], most: number): string {
  const all = results.map((result, index) => ({ result, index, text: JSON.stringify(result) }));
  const size = (texts: typeof all) => texts.reduce((sum, { text }) => sum + text.length + 1, 2);
  if (size(all) <= most) return `[${all.map(({ text }) => text).join()}]`;
  let room = most - RESERVED_UNITS;
  const kept = all
    .toSorted((a, b) => urgency(a.result) - urgency(b.result))
    .filter(({ text }) => {
      room -= text.length + 1;
      return room >= 0;
    })
    .sort((a, b) => a.index - b.index);
  const isKept = new Set(kept.map(({ index }) => index));
  const left = results.filter((_, index) => !isKept.has(index));
  const message = `${left.length} of ${results.length} projects are left out of results, as GitHub limits the size of outputs`;
  const rest: Result = {
    ...NO_FACTS,
    groupId: '',
    name: null,
    ...together(left),
    message: `${message}.`,
    error: { code: 'RESULTS_CUT', message },
  };
  return `[${[...kept.map(({ text }) => text), JSON.stringify(rest)].join()}]`;
}

const urgency = ({ error, verdict }: Result) =>
  error !== null || verdict === 'fail' ? 0 : verdict === 'warn' ? 1 : 2;

/** @param results one at least */
function together(results: readonly Result[]): Partial<Result> {
  const latest = results.reduce((a, b) => (clearOf(b) > clearOf(a) ? b : a));
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
    clearAt: latest.clearAt,
    secondsUntilClear: latest.secondsUntilClear,
  };
}

/** A time that nobody knows is the latest of all. */
const clearOf = ({ clearAt }: Result) => (clearAt === null ? Number.POSITIVE_INFINITY : Date.parse(clearAt));

/** One that is not known leaves the whole unknown, unless another is certain. */
const anyOf = (values: readonly (boolean | null)[]): boolean | null =>
  values.includes(true) ? true : values.includes(null) ? null : false;

const outputText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
