import type { Credential } from './atlas/client.ts';
import { Complaint } from './complaint.ts';
import { nearest } from './nearest.ts';
import type { GateTask } from './operations/gate.ts';
import type { WindowWish } from './operations/update.ts';
import { parseDeploy } from './schedule/deploy.ts';
import { parseDuration } from './schedule/duration.ts';
import type { DayOfWeek } from './schedule/weekly.ts';
import { parseZone } from './schedule/zone.ts';
import { listed, plain, quoted, redactor } from './text.ts';

export const OPERATIONS = ['get', 'update', 'defer', 'autoDefer', 'reset', 'gate'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** One operation with just what it needs. */
export type Task =
  | { readonly operation: 'get' }
  | { readonly operation: 'update'; readonly wish: WindowWish | 'startASAP' }
  | { readonly operation: 'defer'; readonly onNothingScheduled: 'ignore' | 'fail' }
  | { readonly operation: 'autoDefer'; readonly wanted?: boolean }
  | { readonly operation: 'reset' }
  | ({ readonly operation: 'gate' } & GateTask);

export interface GitHubInputs {
  readonly token: string;
  /** Context of the commit status; absent: none is published. */
  readonly commitStatusContext?: string;
  readonly commentOnPullRequest: 'never' | 'onOverlap' | 'always';
}

export interface Inputs {
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
  readonly github: GitHubInputs;
  /** Lines for the log: where values came from. */
  readonly origins: readonly string[];
  /** What a person should know, though nothing is wrong. */
  readonly notices: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface InputSpec {
  /** Environment variables read where the input is empty, the first that says something. */
  readonly env?: readonly string[];
  readonly default?: string;
  readonly secret?: true;
  /** Operations that use it; absent: all do. */
  readonly usedBy?: readonly OperationName[];
}

/** Every input; names and defaults are those of `action.yml`. */
export const INPUTS = {
  operation: { default: 'get' },
  groupId: { env: ['MONGODB_ATLAS_PROJECT_ID'] },
  publicKey: { env: ['MONGODB_ATLAS_PUBLIC_API_KEY'] },
  privateKey: { env: ['MONGODB_ATLAS_PRIVATE_API_KEY'], secret: true },
  clientId: { env: ['MONGODB_ATLAS_CLIENT_ID'] },
  clientSecret: { env: ['MONGODB_ATLAS_CLIENT_SECRET'], secret: true },
  accessToken: { env: ['MONGODB_ATLAS_ACCESS_TOKEN'], secret: true },
  baseUrl: { env: ['MONGODB_ATLAS_BASE_URL', 'MONGODB_ATLAS_OPS_MANAGER_URL'] },
  dayOfWeek: { usedBy: ['update'] },
  hourOfDay: { usedBy: ['update'] },
  autoDeferOnceEnabled: { usedBy: ['update', 'autoDefer'] },
  startASAP: { usedBy: ['update'] },
  protectedHours: { usedBy: ['update'] },
  waveAssignment: { usedBy: ['update'] },
  deployStart: { default: 'now', usedBy: ['gate'] },
  deployDuration: { default: '1h', usedBy: ['gate'] },
  deployEnd: { usedBy: ['gate'] },
  deployWindow: { usedBy: ['gate'] },
  deployTimeZone: { default: 'UTC', usedBy: ['gate'] },
  maintenanceDuration: { default: '4h' },
  blockOn: { default: 'window', usedBy: ['gate'] },
  onOverlap: { default: 'fail', usedBy: ['gate'] },
  onUnknown: { default: 'fail', usedBy: ['gate'] },
  onNothingScheduled: { default: 'ignore', usedBy: ['defer'] },
  dryRun: { default: 'false' },
  timeout: { default: '2m' },
  githubToken: { secret: true },
  commitStatus: { default: 'false', usedBy: ['gate'] },
  commitStatusContext: { default: 'atlas/maintenance-window', usedBy: ['gate'] },
  commentOnPullRequest: { default: 'never', usedBy: ['gate'] },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof INPUTS;
const SPECS: Readonly<Record<InputName, InputSpec>> = INPUTS;
const NAMES = Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);

const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
/** A hosted job lives six hours; timers past 24 days would fire at once. */
const MAX_TIMEOUT = 6 * 3_600_000;

/** The variable in which a runner passes an input. */
const variableOf = (name: string) => `INPUT_${name.toUpperCase()}`;

/** Nothing that anybody could see: spaces, line breaks, control and zero-width characters, or none at all. */
const isBlank = (text: string) => !/[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** What a variable says of an input; a blank secret says nothing. */
const said = (name: InputName, value = ''): string =>
  SPECS[name].secret && isBlank(value) ? '' : value.trim();
const given = (env: Environment, name: InputName): string => said(name, env[variableOf(name)]);
/** The variable that stands in for an input. */
const standIn = (env: Environment, name: InputName): string | undefined =>
  SPECS[name].env?.find(variable => said(name, env[variable]) !== '');
const inherited = (env: Environment, name: InputName): string => {
  const variable = standIn(env, name);
  return variable === undefined ? '' : said(name, env[variable]);
};

/** Input over environment; the empty string where neither says anything. */
const either = (env: Environment, name: InputName): string => given(env, name) || inherited(env, name);

/** Every secret that the environment holds, also those that a precedence rule leaves unused. */
export function secretsIn(env: Environment): string[] {
  const values = NAMES.filter(name => SPECS[name].secret)
    .flatMap(name => [variableOf(name), ...(SPECS[name].env ?? [])])
    .map(variable => env[variable] ?? '')
    .filter(value => !isBlank(value))
    .flatMap(value => [value, value.trim()]);
  return [...new Set(values)];
}

const VARIABLES: ReadonlySet<string> = new Set(NAMES.map(variableOf));
/** What Linux desktops, and so runners on them, set for the keyboard: not for any action. */
const NOT_AN_INPUT = 'INPUT_METHOD';

/** A sentence for each input that this action does not know; an empty one is misspelt all the same. */
function unknownInputs(env: Environment): string[] {
  return Object.keys(env)
    .filter(variable => variable.startsWith('INPUT_') && !VARIABLES.has(variable))
    .filter(variable => variable !== NOT_AN_INPUT && env[variable] !== undefined)
    .map(variable => {
      const name = variable.slice('INPUT_'.length);
      const meant = nearest(name, NAMES);
      const shown = plain(name.toLowerCase(), 80) || 'An empty name';
      return meant === undefined
        ? `${shown} is not an input of this action: remove it from the step, or ${plain(variable, 80)} from its environment.`
        : `${shown} is not an input of this action: did you mean ${meant}?`;
    });
}

/** Is this the step of a gate, for all that can be known? What cannot be read may be meant as one. */
export function mayBeGate(env: Environment): boolean {
  const operation = env.INPUT_OPERATION?.trim();
  return operation !== undefined && (operation === 'gate' || !OPERATIONS.some(known => known === operation));
}

/** What a gate tells GitHub and how, where that is asked for, or may be. */
export interface GitHubWish extends GitHubInputs {
  /** What tells this gate from others at the same place; absent where that cannot be read. */
  readonly projects?: readonly string[];
}

/**
 * Reads the inputs about GitHub apart from all others, and forgivingly: inputs that cannot be used are a failure that
 * GitHub has to show, too.
 */
export function readGitHubInputs(env: Environment): GitHubWish | undefined {
  const when = given(env, 'commentOnPullRequest') || INPUTS.commentOnPullRequest.default;
  const commitStatus = !/^(?:false|False|FALSE)?$/.test(given(env, 'commitStatus'));
  if (!mayBeGate(env) || (!commitStatus && when === 'never')) return undefined;
  const projects = either(env, 'groupId')
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const legible = projects.length > 0 && projects.every(id => /^[a-f0-9]{24}$/.test(id));
  return {
    token: given(env, 'githubToken'),
    commentOnPullRequest: when === 'never' || when === 'always' ? when : 'onOverlap',
    ...(commitStatus
      ? {
          commitStatusContext:
            plain(given(env, 'commitStatusContext'), 255) || INPUTS.commitStatusContext.default,
        }
      : {}),
    ...(legible ? { projects: [...new Set(projects)].sort() } : {}),
  };
}

/** Throws a `Complaint` that goes on after the input's name. */
type Parser<T> = (text: string) => T;

const asWritten: Parser<string> = text => text;

const oneOf =
  <T extends string>(...values: readonly T[]): Parser<T> =>
  text => {
    const found = values.find(value => value === text);
    if (found === undefined)
      throw new Complaint(`must be ${listed(values.map(quotedWord), 'or')}, not ${quoted(text)}`);
    return found;
  };
const quotedWord = (word: string) => `\`${word}\``;

/** The spellings of YAML 1.2's core schema, as the toolkit reads booleans. */
const boolean: Parser<boolean> = text => {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new Complaint(`must be \`true\` or \`false\`, not ${quoted(text)}`);
};

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayOfWeek: Parser<DayOfWeek> = text => {
  const word = text.toLowerCase();
  const index = /^[1-7]$/.test(text)
    ? Number(text) - 1
    : DAYS.findIndex(day => word === day || word === day.slice(0, 3));
  if (index < 0)
    throw new Complaint(
      `must be \`1\` (Sunday) to \`7\` (Saturday) or a day's name such as \`Sunday\` or \`Sun\`, not ${quoted(text)}`,
    );
  // The index of a seven-day list, plus one.
  return (index + 1) as DayOfWeek;
};

const HOUR = /^(?:0?\d|1\d|2[0-3])$/;
const hourOfDay: Parser<number> = text => {
  if (!HOUR.test(text))
    throw new Complaint(`must be a whole hour, \`0\` (midnight) to \`23\`, not ${quoted(text)}`);
  return Number(text);
};

const MAX_PROTECTED_HOURS = 18;
const protectedHours: Parser<NonNullable<WindowWish['protectedHours']> | null> = text => {
  if (text === 'none') return null;
  const [start = '', end = '', ...rest] = text.split(/ *- */);
  if (rest.length > 0 || !HOUR.test(start) || !HOUR.test(end))
    throw new Complaint(
      `must be two hours of \`0\` to \`23\` such as \`9-17\`, or \`none\`, not ${quoted(text)}`,
    );
  const hours = { startHourOfDay: Number(start), endHourOfDay: Number(end) };
  const length = (hours.endHourOfDay - hours.startHourOfDay + 24) % 24;
  if (length === 0)
    throw new Complaint(`starts and ends at the same hour (${quoted(text)}); Atlas refuses that`);
  if (length > MAX_PROTECTED_HOURS)
    throw new Complaint(
      `covers ${length} hours (${quoted(text)}); Atlas allows at most ${MAX_PROTECTED_HOURS}`,
    );
  return hours;
};

const waveAssignment: Parser<1 | 2 | 3 | null> = text => {
  switch (text) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    case 'none':
      return null;
    default:
      throw new Complaint(`must be \`1\`, \`2\`, \`3\` or \`none\`, not ${quoted(text)}`);
  }
};

const groupId: Parser<string> = text => {
  if (/^[a-f0-9]{24}$/.test(text)) return text;
  const why = /^[a-fA-F0-9]{24}$/.test(text)
    ? 'has upper-case letters; write it in lower case'
    : `is not a project id (24 of the characters 0-9 and a-f, found under Project Settings in Atlas; this has ${text.length})`;
  throw new Complaint(`${quoted(text)} ${why}`);
};

/** Wrong project ids that are quoted, and holes that are counted off; more say no more. */
const MAX_QUOTED = 5;
/** Longest value of an input, lists of projects excepted: none that makes sense comes near, and no parser is kept busy. */
const MAX_LENGTH = 5000;

const fewOf = (parts: readonly string[]) =>
  parts.length > MAX_QUOTED
    ? `${parts.slice(0, MAX_QUOTED).join(', ')} and ${parts.length - MAX_QUOTED} more`
    : listed(parts);

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

const baseUrl: Parser<string> = text => {
  // The value itself is not shown: it may hold a password.
  const [, authority] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? [];
  const url = authority === undefined || /[\s\p{C}\\]/u.test(text) ? null : URL.parse(text);
  if (authority === undefined || url === null)
    throw new Complaint(`must be a URL such as \`${DEFAULT_BASE_URL}\``);
  if (authority.includes('@'))
    throw new Complaint('must not hold a user name or password; use the credential inputs');
  if (text.includes('?') || text.includes('#')) throw new Complaint('must not have a query or a fragment');
  // A host in other letters or numbers than those that are dialled may deceive a reader.
  if (authority.toLowerCase().replace(/:\d*$/, '') !== url.hostname)
    throw new Complaint(
      `names its host in a spelling that stands for another: write ${plain(url.hostname, 80)} if that is the one`,
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Complaint(
      `must be https: over http to ${plain(url.hostname, 80)} the credentials could be read on the way (http is for loopback only)`,
    );
  if (url.pathname.includes('/api/atlas'))
    throw new Complaint('must end before `/api/atlas`: the action adds the path itself');
  return url.origin + url.pathname.replace(/\/+$/, '');
};

/**
 * Splits a list at its commas and lines. Blank lines do not count. Nothing between two commas does: a variable that
 * is not set leaves such a hole, and the project that it should name would go unseen.
 */
function listOf(text: string): { entries: string[]; holes: number[]; places: number } {
  const between = text.split(',').map(part => part.split('\n').map(line => line.trim()));
  const parts = between.map(lines => lines.filter(line => line !== ''));
  return {
    entries: parts.flat(),
    holes: parts.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : [])),
    places: parts.length,
  };
}

/** The complaint about a duration follows its value. */
const duration: Parser<number> = text => {
  try {
    return parseDuration(text);
  } catch (error) {
    throw error instanceof Complaint ? new Complaint(`${quoted(text)} ${error.message}`) : error;
  }
};
const shortDuration: Parser<number> = text => {
  const ms = duration(text);
  if (ms > MAX_TIMEOUT) throw new Complaint(`is at most 6h; ${quoted(text)} is more`);
  return ms;
};

const NO_SECRETS = 'pull requests from forks and from Dependabot get no secrets';

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

/**
 * Reads the environment of a step (`INPUT_*` and the fallbacks) into one typed value.
 *
 * @throws {InputError} with every problem at once
 */
export function parseInputs(env: Environment): Inputs {
  const problems = unknownInputs(env);
  const origins: string[] = [];
  const notices: string[] = [];
  const redact = redactor(secretsIn(env));
  /** A sentence about a value. One that holds a secret, put into the wrong input, is not quoted. */
  const complain = (name: string, text: string, phrase: string) =>
    problems.push(
      `${name} ${redact(text) === text ? phrase : 'cannot be used; its value is not shown, since it holds a secret'}.`,
    );

  /** Input over environment over default; a problem is noted under the name the user wrote. */
  function parse<T>(name: InputName, parser: Parser<T>): T | undefined {
    const text = either(env, name) || SPECS[name].default;
    if (text === undefined || text === '') return undefined;
    const source = given(env, name) === '' ? standIn(env, name) : undefined;
    if (source !== undefined) origins.push(`${name} comes from ${source}.`);
    try {
      if (text.length > MAX_LENGTH && name !== 'groupId')
        throw new Complaint(`is ${text.length} characters long, which no value of it is: ${quoted(text)}`);
      return parser(text);
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      complain(`${name}${source === undefined ? '' : ` (from ${source})`}`, text, error.message);
      return undefined;
    }
  }
  /** The value of an input that always has one: `fallback` stands in only where a problem was noted. */
  const parseOr = <T>(name: InputName, parser: Parser<T>, fallback: T): T => parse(name, parser) ?? fallback;

  const operation = parse('operation', oneOf(...OPERATIONS));
  if (operation !== undefined)
    for (const name of NAMES) {
      const { usedBy } = SPECS[name];
      const value = given(env, name);
      if (
        usedBy !== undefined &&
        !usedBy.includes(operation) &&
        value !== '' &&
        value !== SPECS[name].default
      )
        problems.push(
          `${name} is not used by \`${operation}\` but by ${listed(usedBy.map(quotedWord))}: remove it, or change operation.`,
        );
    }
  /** Where the operation cannot be read, it may use any. */
  const mayUse = (name: InputName) =>
    operation === undefined || (SPECS[name].usedBy?.includes(operation) ?? true);

  const groupIds = parse('groupId', text => {
    const { entries: written, holes, places } = listOf(text);
    const wrong: string[] = [];
    if (holes.length > 0)
      wrong.push(
        `has ${holes.length > 1 ? 'empty entries' : 'an empty entry'} between its commas (${fewOf(holes.map(String))} of ${places}): probably a variable that is not set. Set it, or remove the comma`,
      );
    const misspelt: string[] = [];
    for (const part of written) {
      try {
        groupId(part);
      } catch (error) {
        if (!(error instanceof Complaint)) throw error;
        misspelt.push(error.message);
      }
    }
    wrong.push(...misspelt.slice(0, MAX_QUOTED));
    if (misspelt.length > MAX_QUOTED) wrong.push(`The same holds for ${misspelt.length - MAX_QUOTED} more`);
    if (wrong.length > 0) throw new Complaint(wrong.join('. '));
    const repeated = new Set(written.filter((id, index) => written.indexOf(id) !== index));
    if (repeated.size > 0)
      notices.push(`groupId names ${fewOf([...repeated])} more than once; each is done once.`);
    return [...new Set(written)];
  });
  if (groupIds === undefined && either(env, 'groupId') === '')
    problems.push('groupId is missing: give the id of the Atlas project, or set MONGODB_ATLAS_PROJECT_ID.');

  const credential = parseCredential(env, problems, origins);
  const url = parseOr('baseUrl', baseUrl, DEFAULT_BASE_URL);
  const maintenanceDuration = parseOr('maintenanceDuration', duration, 0);
  const timeout = parseOr('timeout', shortDuration, 0);
  const dryRun = parseOr('dryRun', boolean, false);

  const token = given(env, 'githubToken');
  const commitStatus = mayUse('commitStatus') && parseOr('commitStatus', boolean, false);
  const commentOnPullRequest = mayUse('commentOnPullRequest')
    ? parseOr('commentOnPullRequest', oneOf('never', 'onOverlap', 'always'), 'never')
    : 'never';
  if ((commitStatus || commentOnPullRequest !== 'never') && token === '')
    problems.push(
      'githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job.',
    );
  const github: GitHubInputs = {
    token,
    commentOnPullRequest,
    ...(commitStatus
      ? {
          commitStatusContext: parseOr(
            'commitStatusContext',
            text => plain(text, 255),
            INPUTS.commitStatusContext.default,
          ),
        }
      : {}),
  };

  const updateValues = () => ({
    day: parse('dayOfWeek', dayOfWeek),
    hour: parse('hourOfDay', hourOfDay),
    autoDefer: parse('autoDeferOnceEnabled', boolean),
    hours: parse('protectedHours', protectedHours),
    wave: parse('waveAssignment', waveAssignment),
    startASAP: parse('startASAP', boolean),
  });
  function parseUpdate(): Task {
    const { day, hour, autoDefer, hours, wave, startASAP } = updateValues();
    const wish: WindowWish = {
      ...(day === undefined ? {} : { dayOfWeek: day }),
      ...(hour === undefined ? {} : { hourOfDay: hour }),
      ...(autoDefer === undefined ? {} : { autoDeferOnceEnabled: autoDefer }),
      ...(hours === undefined ? {} : { protectedHours: hours }),
      ...(wave === undefined ? {} : { waveAssignment: wave }),
    };
    const fields = [
      'dayOfWeek',
      'hourOfDay',
      'autoDeferOnceEnabled',
      'protectedHours',
      'waveAssignment',
    ] as const;
    const asked = fields.filter(name => given(env, name) !== '');
    if (startASAP === true && asked.length > 0)
      problems.push(
        `startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put ${listed(asked)} in a step of their own.`,
      );
    if (
      startASAP !== true &&
      asked.length === 0 &&
      !(startASAP === undefined && given(env, 'startASAP') !== '')
    )
      problems.push(
        `operation \`update\` needs something to set: give ${listed([...fields, 'startASAP'], 'or')}.`,
      );
    return { operation: 'update', wish: startASAP === true ? 'startASAP' : wish };
  }

  const nothingScheduled = () => parseOr('onNothingScheduled', oneOf('ignore', 'fail'), 'ignore');

  function gateValues() {
    const zone = parse('deployTimeZone', parseZone);
    if (zone?.alias !== undefined)
      notices.push(`deployTimeZone ${quoted(zone.alias)} is another name of ${zone.id}, which is used.`);
    const blockOn = parse('blockOn', oneOf('window', 'scheduled'));
    const onOverlap = parse('onOverlap', oneOf('fail', 'warn', 'ignore', 'defer'));
    const onUnknown = parse('onUnknown', oneOf('fail', 'warn'));
    const texts = {
      deployStart: parseOr('deployStart', asWritten, ''),
      deployDuration: parseOr('deployDuration', asWritten, ''),
      deployEnd: parseOr('deployEnd', asWritten, ''),
      deployWindow: parseOr('deployWindow', asWritten, ''),
    };
    const parsed = parseDeploy({ ...texts, ...(zone && { zone }) });
    if ('problems' in parsed) {
      for (const { input, phrase } of parsed.problems) complain(input, texts[input], phrase);
      return { blockOn, onOverlap };
    }
    notices.push(...parsed.notes);
    return { zone, blockOn, onOverlap, onUnknown, deploy: parsed.deploy };
  }
  function parseGate(): Task | undefined {
    const { zone, blockOn, onOverlap, onUnknown, deploy } = gateValues();
    const window = given(env, 'deployWindow') !== '';
    const changed = (name: 'deployStart' | 'deployDuration' | 'deployEnd') =>
      !['', SPECS[name].default].includes(given(env, name));
    if (window) {
      const others = (['deployStart', 'deployDuration', 'deployEnd'] as const).filter(changed);
      if (others.length > 0)
        problems.push(`deployWindow stands instead of ${listed(others)}: give either the one or the other.`);
    } else if (changed('deployEnd') && changed('deployDuration')) {
      problems.push('deployEnd stands instead of deployDuration: give either the one or the other.');
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

  function parseTask(): Task | undefined {
    switch (operation) {
      case undefined:
        // Unknown what it needs: whatever else is wrong is told in the same run all the same.
        updateValues();
        nothingScheduled();
        gateValues();
        return undefined;
      case 'get':
      case 'reset':
        return { operation };
      case 'update':
        return parseUpdate();
      case 'autoDefer': {
        const wanted = parse('autoDeferOnceEnabled', boolean);
        return { operation, ...(wanted === undefined ? {} : { wanted }) };
      }
      case 'defer':
        return { operation, onNothingScheduled: nothingScheduled() };
      case 'gate':
        return parseGate();
    }
  }

  const task = parseTask();
  if (problems.length > 0 || groupIds === undefined || credential === undefined || task === undefined)
    throw new InputError(problems);
  return {
    groupIds,
    credential,
    baseUrl: url,
    task,
    maintenanceDuration,
    dryRun,
    timeout,
    github,
    origins,
    notices,
  };
}

/** In the order of precedence. The secret half comes last in each. */
const CREDENTIALS = [
  { kind: 'accessToken', title: 'access token', names: ['accessToken'] },
  { kind: 'serviceAccount', title: 'service account', names: ['clientId', 'clientSecret'] },
  { kind: 'apiKey', title: 'API key', names: ['publicKey', 'privateKey'] },
] as const;

function parseCredential(env: Environment, problems: string[], origins: string[]): Credential | undefined {
  const asInput = (name: InputName) => given(env, name);
  const value = (name: InputName) => either(env, name);
  const mentioned = (of: (name: InputName) => string) =>
    CREDENTIALS.filter(({ names }) => names.some(name => of(name) !== ''));

  const asInputs = mentioned(asInput);
  const whole = asInputs.filter(({ names }) => names.every(name => asInput(name) !== ''));
  if (whole.length > 1) {
    problems.push(
      `Two kinds of credentials are given, ${listed(whole.map(({ title, names }) => `${title} (${names.join(', ')})`))}: keep one.`,
    );
    return undefined;
  }
  // Inputs beat the environment, which may still supply the other half of a pair.
  const candidates = asInputs.length > 0 ? asInputs : mentioned(value).slice(0, 1);
  const [winner] = candidates;
  if (winner === undefined) {
    problems.push(
      `No credentials: give clientId and clientSecret, publicKey and privateKey, or accessToken, or set the environment variables of the Atlas CLI. If the workflow passes them already, they are empty: ${NO_SECRETS}.`,
    );
    return undefined;
  }
  const halves = candidates.filter(({ names }) => names.some(name => value(name) === ''));
  problems.push(...halves.map(({ names }) => halfProblem(names, value)));
  if (halves.length > 0) return undefined;

  const source = winner.names.map(name =>
    asInput(name) === '' ? (standIn(env, name) ?? name) : `input ${name}`,
  );
  origins.push(`Signing in with the ${winner.title} from ${listed(source)}.`);
  switch (winner.kind) {
    case 'accessToken':
      return { kind: winner.kind, accessToken: value('accessToken') };
    case 'serviceAccount':
      return { kind: winner.kind, clientId: value('clientId'), clientSecret: value('clientSecret') };
    case 'apiKey':
      return { kind: winner.kind, publicKey: value('publicKey'), privateKey: value('privateKey') };
  }
}

/** Names the half that is missing. */
function halfProblem(names: readonly InputName[], value: (name: InputName) => string): string {
  const has = names.filter(name => value(name) !== '');
  const lacks = names.filter(name => value(name) === '');
  const why = lacks.some(name => SPECS[name].secret)
    ? ` (if it comes from a secret, that secret is empty: ${NO_SECRETS})`
    : '';
  return `${lacks.join('')} is missing or empty, but ${has.join('')} is given: the two go together${why}.`;
}
