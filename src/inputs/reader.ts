import { Complaint } from '../complaint.ts';
import { quoted, redactor } from '../text.ts';
import {
  type Environment,
  secretsOf,
  type Table,
  type Texts,
  textsOf,
  unknownInputs,
} from './environment.ts';

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

/** Reads values, and goes on after a problem, so that every problem is told at once. */
export interface Reader<V> extends Texts<V> {
  /** The value; absent where nothing says one, or where what does is one more problem. */
  read<N extends Extract<keyof V, string>>(name: N): V[N] | undefined;
  /** The values of these that have one. */
  readAll<N extends Extract<keyof V, string>>(names: readonly N[]): { [K in N]?: V[K] };
  /** One more problem, with a value. One that holds a secret, put into the wrong input, is not quoted. */
  complain(name: string, text: string, phrase: string): void;
  /** Sentences, which begin with the name that the user wrote. */
  readonly problems: string[];
  /** Lines for the log: where values came from. */
  readonly origins: string[];
  /** What a person should know, though nothing is wrong. */
  readonly notices: string[];
}

/** Longest value of an input, lists excepted: none that makes sense comes near, and no parser is kept busy. */
const MAX_LENGTH = 5000;

export function createReader<V>(env: Environment, table: Table<V>): Reader<V> {
  const texts = textsOf(env, table);
  const problems = unknownInputs(env, Object.keys(table));
  const origins: string[] = [];
  const redact = redactor(secretsOf(env, table));

  function complain(name: string, text: string, phrase: string) {
    const told =
      redact(text) === text ? phrase : 'cannot be used; its value is not shown, since it holds a secret';
    problems.push(`${name} ${told}.`);
  }

  function read<N extends Extract<keyof V, string>>(name: N): V[N] | undefined {
    const input = table[name];
    const text = texts.either(name) || input.default;
    if (text === undefined || text === '') return undefined;
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

  function readAll<N extends Extract<keyof V, string>>(names: readonly N[]): { [K in N]?: V[K] } {
    const values: { [K in N]?: V[K] } = {};
    for (const name of names) {
      const value = read(name);
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  return { ...texts, read, readAll, complain, problems, origins, notices: [] };
}
