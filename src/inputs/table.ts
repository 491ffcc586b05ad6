import { parseZone } from '../schedule/zone.ts';
import type { Input } from './environment.ts';
import {
  asWritten,
  baseUrl,
  boolean,
  dayOfWeek,
  duration,
  hourOfDay,
  oneOf,
  projects,
  protectedHours,
  shortLine,
  timeout,
  waveAssignment,
} from './kinds.ts';

export const OPERATIONS = ['get', 'update', 'defer', 'autoDefer', 'reset', 'gate'] as const;
export type OperationName = (typeof OPERATIONS)[number];

export interface StepInput extends Input<unknown> {
  /** Operations that use it; absent: all do. */
  readonly usedBy?: readonly OperationName[];
}

/** Every input; names and defaults are those of `action.yml`. */
export const INPUTS = {
  operation: { kind: oneOf(...OPERATIONS), default: 'get' },
  groupId: { kind: projects, env: ['MONGODB_ATLAS_PROJECT_ID'], long: true },
  publicKey: { kind: asWritten, env: ['MONGODB_ATLAS_PUBLIC_API_KEY'] },
  privateKey: { kind: asWritten, env: ['MONGODB_ATLAS_PRIVATE_API_KEY'], secret: true },
  clientId: { kind: asWritten, env: ['MONGODB_ATLAS_CLIENT_ID'] },
  clientSecret: { kind: asWritten, env: ['MONGODB_ATLAS_CLIENT_SECRET'], secret: true },
  accessToken: { kind: asWritten, env: ['MONGODB_ATLAS_ACCESS_TOKEN'], secret: true },
  baseUrl: { kind: baseUrl, env: ['MONGODB_ATLAS_BASE_URL', 'MONGODB_ATLAS_OPS_MANAGER_URL'] },
  dayOfWeek: { kind: dayOfWeek, usedBy: ['update'] },
  hourOfDay: { kind: hourOfDay, usedBy: ['update'] },
  autoDeferOnceEnabled: { kind: boolean, usedBy: ['update', 'autoDefer'] },
  startASAP: { kind: boolean, usedBy: ['update'] },
  protectedHours: { kind: protectedHours, usedBy: ['update'] },
  waveAssignment: { kind: waveAssignment, usedBy: ['update'] },
  deployStart: { kind: asWritten, default: 'now', usedBy: ['gate'] },
  deployDuration: { kind: asWritten, default: '1h', usedBy: ['gate'] },
  deployEnd: { kind: asWritten, usedBy: ['gate'] },
  deployWindow: { kind: asWritten, usedBy: ['gate'] },
  deployTimeZone: { kind: (name: string) => parseZone(name), default: 'UTC', usedBy: ['gate'] },
  maintenanceDuration: { kind: duration, default: '4h' },
  blockOn: { kind: oneOf('window', 'scheduled'), default: 'window', usedBy: ['gate'] },
  onOverlap: { kind: oneOf('fail', 'warn', 'ignore', 'defer'), default: 'fail', usedBy: ['gate'] },
  onUnknown: { kind: oneOf('fail', 'warn'), default: 'fail', usedBy: ['gate'] },
  onNothingScheduled: { kind: oneOf('ignore', 'fail'), default: 'ignore', usedBy: ['defer'] },
  dryRun: { kind: boolean, default: 'false' },
  timeout: { kind: timeout, default: '2m' },
  githubToken: { kind: asWritten, secret: true },
  commitStatus: { kind: boolean, default: 'false', usedBy: ['gate'] },
  commitStatusContext: { kind: shortLine, default: 'atlas/maintenance-window', usedBy: ['gate'] },
  commentOnPullRequest: { kind: oneOf('never', 'onOverlap', 'always'), default: 'never', usedBy: ['gate'] },
} as const satisfies Readonly<Record<string, StepInput>>;

export type InputName = keyof typeof INPUTS;
/** What each input holds once it is read. */
export type Values = { [N in InputName]: ReturnType<(typeof INPUTS)[N]['kind']> };

export const INPUT_NAMES = Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);
