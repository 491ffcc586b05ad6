import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { array, is, number, object, optional, string, unknown } from 'valibot';
import { type Api, checked, type Environment } from './api.ts';

/** What the runner says about this run, and what it is about. */
export interface Run {
  readonly owner: string;
  readonly repo: string;
  /** Page of this attempt of the run. */
  readonly url: string;
  /** Does the page tell attempts apart? Runners of old do not say which it is. */
  readonly attempt: boolean;
  /** Hash of workflow, job and step: where in the repository this gate stands. */
  readonly place: string;
  readonly subject: Subject;
}

/** The commit in question, and its pull request. One of the two is there: GitHub knows the head of a pull request. */
export interface Subject {
  readonly sha?: string;
  readonly pullRequest?: number;
}

/** @throws where the runner does not say enough */
export function thisRun(env: Environment): Run {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? [];
  const [id] = /^\d+$/.exec(env.GITHUB_RUN_ID ?? '') ?? [];
  const subject = subjectOf(readEvent(env.GITHUB_EVENT_PATH)) ?? { sha: commit(env.GITHUB_SHA) };
  // The client puts names into a path, where dots climb.
  if (!owner || !repo || /^\.+$/.test(owner) || /^\.+$/.test(repo) || !id || !isSubject(subject))
    throw new Error(
      'GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_RUN_ID tell what to write to, and this runner does not set them all',
    );
  const [attempt] = /^\d+$/.exec(env.GITHUB_RUN_ATTEMPT ?? '') ?? [];
  return {
    owner,
    repo,
    url: `${serverOf(env)}/${owner}/${repo}/actions/runs/${id}${attempt === undefined ? '' : `/attempts/${attempt}`}`,
    attempt: attempt !== undefined,
    place: hash([env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '']),
    subject,
  };
}

/** Short, and of such signs only that it can stand anywhere. */
export const hash = (key: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, HASH_LENGTH);
export const HASH_LENGTH = 10;

function serverOf({ GITHUB_SERVER_URL = '' }: Environment): string {
  const url = URL.parse(GITHUB_SERVER_URL);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : 'https://github.com';
}

/** No event of GitHub's is larger. */
const MOST_EVENT_BYTES = 25 * 1024 * 1024;

/** The event that started the workflow; nothing where there is none that can be read. */
function readEvent(path: string | undefined): unknown {
  try {
    if (!path) return undefined;
    const file = statSync(path);
    return file.isFile() && file.size <= MOST_EVENT_BYTES
      ? JSON.parse(readFileSync(path, 'utf8'))
      : undefined;
  } catch {
    return undefined;
  }
}

/** The client puts it into a path. */
const commit = (text: string | undefined) =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text ?? '') ? text : undefined;

interface Candidate {
  readonly sha?: string | undefined;
  readonly pullRequest?: number;
}
const isSubject = (subject: Candidate): subject is Subject =>
  subject.sha !== undefined || subject.pullRequest !== undefined;

const onPullRequest = object({ pull_request: object({ number: number(), head: object({ sha: string() }) }) });
const onComment = object({ issue: object({ number: number(), pull_request: object({}) }) });
const onDeployment = object({ deployment: object({ sha: string() }) });
const onStatus = object({ sha: string(), context: string() });
const withHead = object({ head_sha: string() });
const associated = object({
  pull_requests: array(
    object({ number: number(), base: optional(object({ repo: object({ id: unknown() }) })) }),
  ),
});
const inRepository = object({ repository: object({ id: unknown() }) });

/**
 * The commit that an event is about, where that is not GITHUB_SHA: a pull request's is a merge commit, which nobody
 * looks at and no rule asks about, and for events about checks, runs and comments it is the default branch's last.
 */
function subjectOf(event: unknown): Candidate | undefined {
  if (is(onPullRequest, event))
    return { sha: commit(event.pull_request.head.sha), pullRequest: event.pull_request.number };
  if (is(onComment, event)) return { pullRequest: event.issue.number };
  // Before the others: the status of a deployment tells of the run and the check that made it, too.
  if (is(onDeployment, event)) return { sha: commit(event.deployment.sha) };
  if (is(onStatus, event)) return { sha: commit(event.sha) };
  for (const name of ['check_run', 'check_suite', 'workflow_run', 'merge_group'] as const) {
    const holder = object({ [name]: withHead });
    const head = is(holder, event) ? event[name] : undefined;
    if (head === undefined) continue;
    const pullRequest = onlyPullRequest(head, event);
    return { sha: commit(head.head_sha), ...(pullRequest === undefined ? {} : { pullRequest }) };
  }
  return undefined;
}

/** The one that a run or a check belongs to. GitHub names none for forks, and in a fork those of its parent. */
function onlyPullRequest(head: unknown, event: unknown): number | undefined {
  if (!is(associated, head)) return undefined;
  const here = is(inRepository, event) ? event.repository.id : undefined;
  const [first, ...more] = head.pull_requests.filter(
    ({ base }) => base === undefined || here === undefined || base.repo.id === here,
  );
  return more.length === 0 ? first?.number : undefined;
}

const withHeadCommit = object({ head: object({ sha: string() }) });

/** The head of a pull request, from GitHub. */
export async function headOf(api: Api, { owner, repo }: Run, pull_number: number): Promise<string> {
  const answer: unknown = checked(await api.pulls.get({ owner, repo, pull_number })).data;
  const sha = is(withHeadCommit, answer) ? commit(answer.head.sha) : undefined;
  if (sha === undefined) throw new Error(`its answer does not name the head of pull request ${pull_number}`);
  return sha;
}
