import type { Credential } from './credential.ts';
import { COMMON } from './inputs/common.ts';
import { readCredential } from './inputs/credential.ts';
import { DEPLOY, readDeploy } from './inputs/deploy.ts';
import { type Environment, type Input, input, secretsOf, unknownInputs } from './inputs/environment.ts';
import { DEFAULT_BASE_URL, oneOf, quotedWord } from './inputs/kinds.ts';
import { readProjects, type WantedProjects } from './inputs/projects.ts';
import { checkPublishing, PUBLISHING, readPublishing } from './inputs/publishing.ts';
import { createReading, InputError, type Reading } from './inputs/reader.ts';
import { called } from './nearest.ts';
import { OPERATIONS } from './operations/all.ts';
import type { Job, Operation } from './operations/operation.ts';
import { listed } from './text.ts';

/** What a step is to do. */
export interface Step {
  readonly operation: string;
  readonly projects: WantedProjects;
  readonly credential: Credential;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly job: Job;
  /** Milliseconds. */
  readonly maintenanceDuration: number;
  readonly dryRun: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  /** Lines for the log: where values came from. */
  readonly origins: readonly string[];
  /** What a person should know, though nothing is wrong. */
  readonly notices: readonly string[];
}

const SHARED = { operation: input(oneOf(...Object.keys(OPERATIONS)), 'get'), ...COMMON };

/** Every input; names and defaults are those of `action.yml`. */
export const INPUTS: Readonly<Record<string, Input<unknown>>> = Object.assign(
  { ...SHARED },
  ...Object.values(OPERATIONS).map(({ inputs }) => inputs),
);

/** Every secret that the environment holds. */
export const secretsIn = (env: Environment): string[] => secretsOf(env, INPUTS);

/** Is this the step of a gate, for all that can be known? What cannot be read may be meant as one. */
export function mayBeGate(env: Environment): boolean {
  const name = env.INPUT_OPERATION?.trim();
  if (name === undefined) return false;
  const known = called(name, Object.keys(OPERATIONS));
  return known === undefined || known === 'gate';
}

/** What is to be told to GitHub, whatever the other inputs say. */
export const publishingOf = (env: Environment) => (mayBeGate(env) ? readPublishing(env) : undefined);

/**
 * Reads the environment of a step (`INPUT_*` and the fallbacks) into one typed value.
 *
 * @throws {InputError} with every problem at once
 */
export function parseStep(env: Environment): Step {
  const reading = createReading(env, secretsIn(env));
  const { problems, origins, notices } = reading;
  problems.push(...unknownInputs(env, Object.keys(INPUTS)));
  const reader = reading.reader(SHARED);
  const { read } = reader;
  const operation = read('operation');
  const step = {
    operation,
    projects: readProjects(reader),
    credential: readCredential(reader),
    // The table has no default for it: a runner would pass that as an input, which wins over the environment.
    baseUrl: read('baseUrl') ?? DEFAULT_BASE_URL,
    maintenanceDuration: read('maintenanceDuration'),
    timeout: read('timeout'),
    dryRun: read('dryRun'),
    job: readJob(reading, operation),
  };
  const { projects, job } = step;
  if (job?.onlyById !== undefined && projects && !('groupIds' in projects))
    problems.push(
      `${job.onlyById} takes projects by groupId only: a search by name, tag or organization may find more than you meant. Operation \`get\` lists what it finds, with the ids.`,
    );
  if (problems.length > 0) throw new InputError(problems);
  if (!isWhole(step)) throw new Error('A value is missing, and no problem was noted');
  return { ...step, origins, notices };
}

type Whole<T> = { readonly [N in keyof T]: Exclude<T[N], undefined> };
const isWhole = <T extends object>(values: T): values is T & Whole<T> =>
  Object.values(values).every(value => value !== undefined);

/** Absent where there is a problem, or the operation cannot be read. */
function readJob(reading: Reading, name: string | undefined): Job | undefined {
  const operation = name === undefined ? undefined : OPERATIONS[name];
  if (name === undefined || operation === undefined) {
    // Unknown what it needs: whatever else is wrong is told in the same run all the same.
    checkPublishing(reading.reader(PUBLISHING));
    readDeploy(reading.reader(DEPLOY));
    const read = new Set([...Object.keys(SHARED), ...Object.keys(PUBLISHING), ...Object.keys(DEPLOY)]);
    reading.reader(INPUTS).readAll(Object.keys(INPUTS).filter(name => !read.has(name)));
    return undefined;
  }
  refuseUnused(reading, name, operation);
  return operation.prepare(name, reading);
}

/** An input that the operation does not use was meant for another, or does not do what it was meant to. */
function refuseUnused(reading: Reading, name: string, { inputs }: Operation): void {
  const { given, problems } = reading.reader(INPUTS);
  for (const [unused, { default: standard }] of Object.entries(INPUTS)) {
    if (unused in SHARED || unused in inputs || ['', standard].includes(given(unused))) continue;
    const users = Object.entries(OPERATIONS).flatMap(([user, { inputs }]) =>
      unused in inputs ? [user] : [],
    );
    problems.push(
      `${unused} is not used by \`${name}\` but by ${listed(users.map(quotedWord))}: remove it, or change operation.`,
    );
  }
}
