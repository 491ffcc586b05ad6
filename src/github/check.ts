import { randomBytes } from 'node:crypto';
import { createDeadline, type Deadline } from '../deadline.ts';
import type { Publication, Publisher } from '../report/publication.ts';
import { type Sink, TITLE } from '../report/sink.ts';
import { SECOND } from '../schedule/units.ts';
import { type Api, connect, type Environment, failureText, type Need, retry } from './api.ts';
import { comment } from './comment.ts';
import { headOf, type Run, thisRun } from './run.ts';
import { begin, type Finding, settle, type Target } from './status.ts';

/** What GitHub shows of this gate beside the commit: a status, a comment, both or nothing, as the inputs ask for. */
export interface Check extends Publisher {
  /**
   * Before the first look at Atlas, so that no success of an earlier run stands while this one judges; and while it
   * waits, with what it waits for.
   */
  pending(description?: string): Promise<void>;
}

/**
 * How long GitHub may hold a step: before the first look, and for all that is published after the verdict, by its
 * answers and by the waits that it asks for. Neither counts against the timeout, which is for the work with Atlas.
 */
const LIMITS = { before: 10 * SECOND, after: 30 * SECOND };
/** A runner kills a cancelled step 10 s after the first signal. */
const MOST_CANCELLED_MS = 5 * SECOND;

const CANCELLED: Finding = { state: 'failure', description: 'The run was cancelled.' };

/** What is to be told to GitHub, and how. */
export interface Wish {
  readonly token: string;
  /** Context of the commit status; absent: none is published. */
  readonly commitStatusContext?: string;
  readonly commentOnPullRequest: 'never' | 'onOverlap' | 'always';
  /** What tells this gate from others at the same place; absent where that cannot be read. */
  readonly projects?: readonly string[];
}

/**
 * Whatever goes wrong here is a warning: the verdict stands without.
 *
 * @param wish absent: nothing is told
 * @param cancelled makes of a success a failure, as the step is one then
 */
export function openCheck(
  wish: Wish | undefined,
  env: Environment,
  cancelled: AbortSignal,
  sink: Sink,
  limits = LIMITS,
): Check {
  if (wish === undefined) return { pending: async () => {}, conclude: async () => {} };
  const { token, commitStatusContext: context, commentOnPullRequest, projects } = wish;
  const warned = new Set<string>();
  let run: Run | undefined;
  let gate: string | undefined;
  let head: string | undefined;
  let found: Publication | undefined;
  let ending: Deadline | undefined;
  let telling = Promise.resolve();

  /** What comes of it is a line in the log, or a warning. */
  async function attempt(
    deadline: Deadline,
    need: Need,
    work: (api: Api, run: Run, patiently: Target['patiently']) => Promise<string>,
  ): Promise<void> {
    const log = (line: string) => sink.info(line);
    try {
      if (token === '') throw new Error('githubToken is empty');
      run ??= thisRun(env);
      const api = await connect(token, env, deadline);
      log(await work(api, run, once => retry(once, deadline, log)));
    } catch (error) {
      // What a cancellation kept from being told before the verdict is told after it.
      if (cancelled.aborted && deadline !== ending) return;
      const asks = need === STATUS && run?.subject.sha === undefined ? ['pull-requests: read'] : [];
      const warning = failureText(error, { ...need, permissions: [...need.permissions, ...asks] }, deadline);
      if (!warned.has(warning)) sink.warning(warning, { title: TITLE });
      warned.add(warning);
    }
  }

  const status = (deadline: Deadline, work: (target: Target) => Promise<string>) =>
    context === undefined
      ? undefined
      : attempt(deadline, STATUS, async (api, run, patiently) => {
          const { sha, pullRequest } = run.subject;
          // Asked once: the status of the end belongs where that of the beginning is.
          if (sha === undefined && pullRequest !== undefined)
            head ??= await patiently(() => headOf(api, run, pullRequest));
          // Legs of a matrix have all names in common. Where attempts cannot be told apart, a gate is told by its
          // place, so that what it found in an earlier one does not stand for ever.
          gate ??= run.attempt ? randomBytes(5).toString('hex') : run.place;
          return await work({ api, run, sha: sha ?? head ?? '', context, gate, patiently });
        });

  async function tell(publication: Publication): Promise<void> {
    ending ??= createDeadline(cancelled.aborted ? MOST_CANCELLED_MS : limits.after);
    const create = commentOnPullRequest === 'always' || publication.inTheWay;
    await Promise.all([
      status(ending, target =>
        settle(target, () => {
          const now = found ?? publication;
          return cancelled.aborted && now.state === 'success' ? CANCELLED : now;
        }),
      ),
      commentOnPullRequest === 'never'
        ? undefined
        : attempt(ending, COMMENT, (api, run, patiently) =>
            patiently(() => comment(api, run, projects, create, most => publication.comment(most))),
          ),
    ]);
  }

  return {
    async pending(description = 'The gate is looking at Atlas.') {
      await status(createDeadline(limits.before, cancelled), target =>
        begin(target, sink.redact(description)),
      );
    },
    conclude(publication) {
      if (found?.state !== 'failure' || publication.state === 'failure') found = publication;
      telling = telling.then(() => tell(publication));
      return telling;
    },
  };
}

const STATUS: Need = {
  doing: 'publish the commit status',
  permissions: ['statuses: write'],
  without: 'The verdict stands without it, but the commit may still show an older success: go by the step.',
};
const COMMENT: Need = {
  doing: 'comment on the pull request',
  permissions: ['pull-requests: write'],
  without: 'The verdict stands without it.',
};
