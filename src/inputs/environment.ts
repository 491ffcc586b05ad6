import { nearest } from '../nearest.ts';
import { isBlank, plain } from '../text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Makes a value of what was written. Throws a `Complaint`, a phrase that goes on after the input's name. */
export type Kind<T> = (text: string) => T;

/** An input, and where its value comes from: the step, else the environment, else the default. */
export interface Input<T> {
  readonly kind: Kind<T>;
  /** Environment variables read where the input is empty, the first that says something. */
  readonly env?: readonly string[];
  readonly default?: string;
  readonly secret?: true;
  /** May be of any length. */
  readonly long?: true;
}

/** An input that may be absent, or has a default. */
export function input<T>(kind: Kind<T>): Input<T | undefined>;
export function input<T>(kind: Kind<T>, standard: string): Input<T> & { readonly default: string };
export function input<T>(kind: Kind<T>, standard?: string): Input<T | undefined> {
  return { kind, ...(standard === undefined ? {} : { default: standard }) };
}

/** Inputs by name, for values of these types. */
export type Table<V> = { readonly [N in keyof V]: Input<V[N]> };
type Name<V> = Extract<keyof V, string>;

/** What an environment says of the inputs, as text; empty where it says nothing. */
export interface Texts<V> {
  /** In the step. */
  given(name: Name<V>): string;
  /** The variable that stands in for an input. */
  standIn(name: Name<V>): string | undefined;
  /** In the step, else in the environment. */
  either(name: Name<V>): string;
  /** Is the input there, and says nothing? One that is left out has its default. */
  isEmpty(name: Name<V>): boolean;
}

/** What the inputs of a table hold once they are read. */
export type ValuesOf<T extends Readonly<Record<string, Input<unknown>>>> = {
  [N in keyof T]: ReturnType<T[N]['kind']>;
};

export function textsOf<V>(env: Environment, table: Table<V>): Texts<V> {
  /** A blank secret says nothing. */
  const said = (name: Name<V>, variable: string): string => {
    const value = env[variable] ?? '';
    return table[name].secret && isBlank(value) ? '' : value.trim();
  };
  const given = (name: Name<V>) => said(name, variableOf(name));
  const standIn = (name: Name<V>) => table[name].env?.find(variable => said(name, variable) !== '');
  const either = (name: Name<V>) => {
    const variable = given(name) === '' ? standIn(name) : variableOf(name);
    return variable === undefined ? '' : said(name, variable);
  };
  const isEmpty = (name: Name<V>) => env[variableOf(name)] !== undefined && given(name) === '';
  return { given, standIn, either, isEmpty };
}

/** Every secret that the environment holds, even those that a precedence rule leaves unused. */
export function secretsOf(env: Environment, table: Readonly<Record<string, Input<unknown>>>): string[] {
  const values = Object.entries(table)
    .flatMap(([name, { secret, env: standIns = [] }]) => (secret ? [variableOf(name), ...standIns] : []))
    .map(variable => env[variable] ?? '')
    .filter(value => !isBlank(value))
    .flatMap(value => [value, value.trim()]);
  return [...new Set(values)];
}

/** A sentence for each input that is not one of `names`; an empty one is misspelt all the same. */
export function unknownInputs(env: Environment, names: readonly string[]): string[] {
  const known = new Set([...names.map(variableOf), NOT_AN_INPUT]);
  return Object.keys(env)
    .filter(variable => variable.startsWith('INPUT_') && !known.has(variable) && env[variable] !== undefined)
    .map(variable => {
      const name = variable.slice('INPUT_'.length);
      const meant = nearest(name, names);
      const shown = plain(name.toLowerCase(), 80) || 'An empty name';
      return meant === undefined
        ? `${shown} is not an input of this action: remove it from the step, or ${plain(variable, 80)} from its environment.`
        : `${shown} is not an input of this action: did you mean ${meant}?`;
    });
}

/** What Linux desktops, and so runners on them, set for the keyboard: not for any action. */
const NOT_AN_INPUT = 'INPUT_METHOD';

/** The variable in which a runner passes an input. */
const variableOf = (name: string) => `INPUT_${name.toUpperCase()}`;
