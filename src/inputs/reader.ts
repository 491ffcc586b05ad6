import { Complaint } from '../complaint.ts';
import { quoted, redactor } from '../text.ts';
import { type Environment, type Table, type Texts, textsOf } from './environment.ts';

/** What fails when the environment holds no usable inputs: a sentence each, all of them. */
export class InputError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    const many = problems.length > 1;
    super(
      many
        ? `${problems.length} problems with the inputs; nothing was sent to Atlas:\n${problems.map(problem => `- ${problem}`).join('\n')}`
        : `${problems.join('')} Nothing was sent to Atlas.`,
    );
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** What has been found while the inputs are read, by however many readers. */
export interface Findings {
  /** Sentences, which begin with the name that the user wrote. */
  readonly problems: string[];
  /** Lines for the log: where values came from. */
  readonly origins: string[];
  /** What a person should know, though nothing is wrong. */
  readonly notices: string[];
}

/** Reads the inputs of any table, and goes on after a problem, so that every problem is told at once. */
export interface Reading extends Findings {
  reader<V>(table: Table<V>): Reader<V>;
}

export interface Reader<V> extends Texts<V>, Findings {
  /** The value; absent where nothing says one, or where what does is one more problem. */
  read<N extends Extract<keyof V, string>>(name: N): V[N] | undefined;
  /** The values of these, or of all, that have one. */
  readAll<N extends Extract<keyof V, string>>(names?: readonly N[]): { [K in N]?: Exclude<V[K], undefined> };
  /** One more problem, with a value. One that holds a secret, put into the wrong input, is not quoted. */
  complain(name: string, text: string, phrase: string): void;
}

/** Longest value of an input, lists excepted: none that makes sense comes near, and no parser is kept busy. */
const MAX_LENGTH = 5000;

/** @param secrets those of the environment */
export function createReading(env: Environment, secrets: readonly string[]): Reading {
  const findings: Findings = { problems: [], origins: [], notices: [] };
  const redact = redactor(secrets);
  return { ...findings, reader: table => createReader(env, table, findings, redact) };
}

function createReader<V>(
  env: Environment,
  table: Table<V>,
  findings: Findings,
  redact: (text: string) => string,
): Reader<V> {
  type Name = Extract<keyof V, string>;
  const texts = textsOf(env, table);
  const { problems, origins } = findings;

  function complain(name: string, text: string, phrase: string) {
    const told =
      redact(text) === text ? phrase : 'cannot be used; its value is not shown, since it holds a secret';
    problems.push(`${name} ${told}${told.endsWith('?') ? '' : '.'}`);
  }

  function read<N extends Name>(name: N): V[N] | undefined {
    const input = table[name];
    const text = texts.either(name) || input.default;
    if (text === undefined) return undefined;
    const source = texts.given(name) === '' ? texts.standIn(name) : undefined;
    if (source !== undefined) origins.push(`${name} comes from ${source}.`);
    try {
      if (text.length > MAX_LENGTH && !input.long)
        throw new Complaint(`is ${text.length} characters long, far longer than it can be: ${quoted(text)}`);
      return input.kind(text);
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complain(source === undefined ? name : `${name} (from ${source})`, text, error.message);
      return undefined;
    }
  }

  function readAll<N extends Name>(names?: readonly N[]): { [K in N]?: Exclude<V[K], undefined> } {
    const values: { [K in N]?: Exclude<V[K], undefined> } = {};
    // Object.keys forgets that the keys are names.
    for (const name of names ?? (Object.keys(table) as N[])) {
      const value = read(name);
      if (value !== undefined) values[name] = value as Exclude<V[N], undefined>; // just seen
    }
    return values;
  }

  return { ...texts, ...findings, read, readAll, complain };
}
