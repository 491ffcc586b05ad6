/** What an operation tells: all that a report is made of. */

import type { Interval } from '../schedule/interval.ts';
import type { Facts } from './facts.ts';

/** How a project can end so that the step fails, the worst first. */
const FAILURES = ['failed', 'blocked', 'unknown', 'tooEarly'] as const;
/** How a project ended, the worst first. */
export const STANDINGS = [
  ...FAILURES,
  'overridden',
  'warned',
  'dryRun',
  'ignored',
  'clear',
  'noWindow',
  'removed',
  'changed',
  'nothingToDo',
  'read',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Does the step fail over this project? */
export const isFailure = ({ standing }: Pick<Told, 'standing'>): boolean =>
  FAILURES.some(failure => failure === standing);

/** The one rule for what fails a step. One that has nothing to tell knows nothing. */
export const hasFailed = (told: readonly Pick<Told, 'standing'>[]): boolean =>
  told.length === 0 || told.some(isFailure);

/** What happened to a project; the first sentence alone says how it ended. */
export type Sentences = readonly [string, ...string[]];

/** A setting, and how it stands; `time`: an instant, which need not stand beside a table of times that has it. */
export type Row = readonly [name: string, value: string, kind?: 'time'];

/** A setting that was changed, or would be. */
export type Change = readonly [name: string, before: string, after: string];

/** One thing that has its time: a row of the table, and a bar of the chart beside it where that has room for it. */
export interface Bar extends Interval {
  readonly section: 'Now' | 'Deploy' | 'Maintenance' | 'Protected hours';
  /** In words of our own: nothing that others wrote goes into a chart. */
  readonly label: string;
  /**
   * How the chart draws it: the deploy is `active`, `crit` is what blocks it, `done` what does not count, and an instant
   * a `milestone`.
   */
  readonly style?: 'active' | 'crit' | 'done' | 'milestone';
}

/** Worth knowing, though nothing is wrong. */
export interface Notice {
  /** What it is about: of several about one thing the first is told. */
  readonly about: string;
  readonly text: string;
}

/** What is told of one project. */
export interface Told {
  readonly groupId: string;
  /** The text of strangers; `null`: it was not looked up. */
  readonly name: string | null;
  readonly standing: Standing;
  readonly sentences: Sentences;
  /** One or two sentences, for where there is little room. */
  readonly short: string;
  readonly facts: Facts;
  readonly error: Problem | null;
  /** What a person should know, though the operation went on. */
  readonly warnings: readonly string[];
  readonly notices: readonly Notice[];
  /** What the step changed; in a dry run, what it would. */
  readonly changes: readonly Change[];
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
  /** Those that a person of this step thinks in, each once. */
  readonly zones: readonly string[];
  /** Its row in the table of several projects, in the order of the frame's columns. */
  readonly cells: readonly string[];
}

/** What an operation says of how the work on a project ended; what it leaves out is told of the window alone. */
export type Telling = Pick<Told, 'standing' | 'sentences'> &
  Partial<Omit<Told, 'groupId' | 'name' | 'standing' | 'sentences' | 'facts'>> & {
    readonly facts?: Partial<Facts>;
  };

export interface Problem {
  /** Atlas's, or one of our own. */
  readonly code: string;
  /** Without the last full stop. */
  readonly message: string;
}

/** How an operation speaks of a step as a whole. */
export interface Frame {
  readonly heading: string;
  /** What has happened, for the title of an error: `blocked`. */
  readonly failure: string;
  /** What those of several projects did that failed, after their number: `block the deploy`. */
  failed(many: boolean): string;
  /** The same of those that ended in an error. */
  readonly erred: string;
  /** Several projects that ended well, in a sentence. */
  passed(told: readonly Told[]): string;
  /** Of the table of several projects, after project and result. */
  readonly columns: readonly string[];
  /** The zone that times are shown in. */
  readonly zone?: string;
  /** What stands first wherever something was overridden. */
  readonly override?: string;
  /** What holds whatever the verdict. */
  readonly assumptions: readonly string[];
}

/** What came of a step: each project, and how to speak of all of them. */
export interface Account {
  readonly frame: Frame;
  readonly told: readonly Told[];
}
