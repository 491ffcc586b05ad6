import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { AdminAction } from './life.ts';
import type { Token } from './oauth.ts';
import type { Project } from './project.ts';
import type { GivenEvent, Setup } from './setup.ts';

/** A request as it arrived, whatever became of it. */
export interface SandboxRequest {
  method: string;
  /** The request target: path with query. */
  path: string;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  authorization: 'none' | 'digest' | 'basic' | 'bearer' | 'other';
  /** What was answered; `null` where no status line was sent. */
  status: number | null;
  /** The fault that struck it. */
  fault?: string;
}

export interface Sandbox {
  /** Without a slash at the end. */
  url: string;
  /** Every request but those to `/sandbox`, in the order of arrival. Empty it by `length = 0`. */
  requests: SandboxRequest[];
  /** The faults that are switched on. */
  faults: Fault[];
  clock: Clock;
  /** Puts a project into a state, replacing what it was; who it is stays where nothing else is told. */
  setup(id: string, setup: Setup): Project;
  /** A project as it truly stands now, if there is one. */
  project(id: string): Project | undefined;
  /** All of them, by id. */
  projects(): Map<string, Project>;
  removeProject(id: string): void;
  /** Lets Atlas act on a project now. */
  administer(id: string, action: AdminAction): Project;
  /** Writes events of any type and time into a project's feed, and changes nothing else. */
  addEvents(id: string, events: readonly GivenEvent[]): Project;
  /** Tokens that are minted and neither revoked nor expired. */
  tokens(): Token[];
  close(): Promise<void>;
}
