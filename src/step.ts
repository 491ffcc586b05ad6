import type { Credential } from './atlas/client.ts';
import { readCredential } from './inputs/credential.ts';
import type { Environment } from './inputs/environment.ts';
import { DEFAULT_BASE_URL, fewOf, quotedWord } from './inputs/kinds.ts';
import { createReader, InputError, type Reader } from './inputs/reader.ts';
import {
  INPUT_NAMES,
  INPUTS,
  type InputName,
  type OperationName,
  type StepInput,
  type Values,
} from './inputs/table.ts';
import type { GateTask } from './operations/gate.ts';
import type { WindowWish } from './operations/update.ts';
import { parseDeploy } from './schedule/deploy.ts';
import { listed, quoted } from './text.ts';

/** One operation with just what it needs. */
export type Task =
  | { readonly operation: 'get' }
  | { readonly operation: 'update'; readonly wish: WindowWish | 'startASAP' }
  | { readonly operation: 'defer'; readonly onNothingScheduled: 'ignore' | 'fail' }
  | { readonly operation: 'autoDefer'; readonly wanted?: boolean }
  | { readonly operation: 'reset' }
  | ({ readonly operation: 'gate' } & GateTask);

/** What a step is to do. */
export interface Step {
  readonly groupIds: readonly string[];
  readonly credential: Credential;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly task: Task;
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

/**
 * Reads the environment of a step (`INPUT_*` and the fallbacks) into one typed value.
 *
 * @throws {InputError} with every problem at once
 */
export function parseStep(env: Environment): Step {
  const inputs = createReader(env, INPUTS);
  const { read, problems, origins, notices } = inputs;
  const operation = read('operation');
  if (operation !== undefined) refuseUnused(inputs, operation);
  const step = {
    groupIds: readProjects(inputs),
    credential: readCredential(inputs),
    // The table has no default for it: a runner would pass that as an input, which wins over the environment.
    baseUrl: read('baseUrl') ?? DEFAULT_BASE_URL,
    maintenanceDuration: read('maintenanceDuration'),
    timeout: read('timeout'),
    dryRun: read('dryRun'),
    task: readTask(inputs, operation),
  };
  if (problems.length > 0) throw new InputError(problems);
  if (!isWhole(step)) throw new Error('A value is missing, and no problem was noted');
  return { ...step, origins, notices };
}

type Inputs = Reader<Values>;
const TABLE: Readonly<Record<InputName, StepInput>> = INPUTS;

type Whole<T> = { readonly [N in keyof T]: Exclude<T[N], undefined> };
const isWhole = <T extends object>(values: T): values is T & Whole<T> =>
  Object.values(values).every(value => value !== undefined);

/** An input that the operation does not use was meant for another, or does not do what it was meant to. */
function refuseUnused({ given, problems }: Inputs, operation: OperationName): void {
  for (const name of INPUT_NAMES) {
    const { usedBy = [operation], default: standard } = TABLE[name];
    if (usedBy.includes(operation) || ['', standard].includes(given(name))) continue;
    problems.push(
      `${name} is not used by \`${operation}\` but by ${listed(usedBy.map(quotedWord))}: remove it, or change operation.`,
    );
  }
}

function readProjects({ read, either, problems, notices }: Inputs): string[] | undefined {
  const ids = read('groupId');
  if (ids === undefined) {
    if (either('groupId') === '')
      problems.push('groupId is missing: give the id of the Atlas project, or set MONGODB_ATLAS_PROJECT_ID.');
    return undefined;
  }
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  if (repeated.size > 0)
    notices.push(`groupId names ${fewOf([...repeated])} more than once; each is done once.`);
  return [...new Set(ids)];
}

/** Absent where there is a problem, or the operation cannot be read. */
function readTask(inputs: Inputs, operation: OperationName | undefined): Task | undefined {
  switch (operation) {
    case undefined:
      // Unknown what it needs: whatever else is wrong is told in the same run all the same.
      checkPublishing(inputs);
      inputs.readAll([...SETTINGS, 'startASAP', 'onNothingScheduled']);
      readGateValues(inputs);
      return undefined;
    case 'get':
    case 'reset':
      return { operation };
    case 'update':
      return readUpdate(inputs);
    case 'autoDefer': {
      const wanted = inputs.read('autoDeferOnceEnabled');
      return { operation, ...(wanted === undefined ? {} : { wanted }) };
    }
    case 'defer': {
      const onNothingScheduled = inputs.read('onNothingScheduled');
      return onNothingScheduled && { operation, onNothingScheduled };
    }
    case 'gate':
      checkPublishing(inputs);
      return readGate(inputs);
  }
}

const SETTINGS = [
  'dayOfWeek',
  'hourOfDay',
  'autoDeferOnceEnabled',
  'protectedHours',
  'waveAssignment',
] as const;

function readUpdate({ read, readAll, given, problems }: Inputs): Task {
  const wish = readAll(SETTINGS);
  const startASAP = read('startASAP');
  const asked = SETTINGS.filter(name => given(name) !== '');
  if (startASAP === true) {
    if (asked.length > 0)
      problems.push(
        `startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put ${listed(asked)} in a step of their own.`,
      );
    return { operation: 'update', wish: 'startASAP' };
  }
  const unreadable = startASAP === undefined && given('startASAP') !== '';
  if (asked.length === 0 && !unreadable)
    problems.push(
      `operation \`update\` needs something to set: give ${listed([...SETTINGS, 'startASAP'], 'or')}.`,
    );
  return { operation: 'update', wish };
}

/** What is told to GitHub is read by `readGitHubInputs`, which bears with mistakes; here they are found. */
function checkPublishing({ read, given, problems }: Inputs): void {
  const commitStatus = read('commitStatus') === true;
  const comment = read('commentOnPullRequest') ?? 'never';
  if ((commitStatus || comment !== 'never') && given('githubToken') === '')
    problems.push(
      'githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job.',
    );
  if (commitStatus) read('commitStatusContext');
}

const DEPLOY = ['deployStart', 'deployDuration', 'deployEnd', 'deployWindow'] as const;

/** Each value of a gate for itself. */
function readGateValues({ read, readAll, complain, notices }: Inputs) {
  const zone = read('deployTimeZone');
  if (zone?.alias !== undefined)
    notices.push(`deployTimeZone ${quoted(zone.alias)} is another name of ${zone.id}, which is used.`);
  const policy = readAll(['blockOn', 'onOverlap', 'onUnknown']);
  const texts = readAll(DEPLOY);
  const parsed = parseDeploy({ ...texts, ...(zone && { zone }) });
  if ('problems' in parsed) {
    for (const { input, phrase } of parsed.problems) complain(input, texts[input] ?? '', phrase);
    return { ...policy, zone, deploy: undefined };
  }
  notices.push(...parsed.notes);
  return { ...policy, zone, deploy: parsed.deploy };
}

function readGate(inputs: Inputs): Task | undefined {
  const { zone, blockOn, onOverlap, onUnknown, deploy } = readGateValues(inputs);
  const { given, problems } = inputs;
  const window = given('deployWindow') !== '';
  const changed = DEPLOY.filter(name => !['', TABLE[name].default].includes(given(name)));
  if (window) {
    const others = changed.filter(name => name !== 'deployWindow');
    if (others.length > 0)
      problems.push(`deployWindow cannot be combined with ${listed(others, 'or')}: give one or the other.`);
  } else if (changed.includes('deployEnd') && changed.includes('deployDuration')) {
    problems.push('deployEnd cannot be combined with deployDuration: give one or the other.');
  }
  if (onOverlap === 'defer' && blockOn === 'window')
    problems.push(
      'onOverlap `defer` never helps with blockOn `window`: that blocks on the weekly start itself, announced or not, and no deferral moves it. Set blockOn to `scheduled`, or choose another onOverlap.',
    );
  if (onOverlap === 'defer' && window)
    problems.push(
      'onOverlap `defer` never helps with deployWindow: both come every week, so maintenance that is deferred meets the next one. Give deployStart of a planned deploy instead, or choose another onOverlap.',
    );
  if (!zone || !blockOn || !onOverlap || !onUnknown || !deploy) return undefined;
  return { operation: 'gate', deploy, zone, blockOn, onOverlap, onUnknown };
}
