import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { is, literal, number, object, record, string, unknown } from 'valibot';
import type { Deadline } from '../atlas/deadline.ts';
import type { GitHubInputs } from '../inputs.ts';
import { SECOND } from '../schedule/units.ts';
import { plain } from '../text.ts';
import { link } from '../report/markdown.ts';
import { type Sink, TITLE } from '../report/sink.ts';

/** The verdict of the step, as it is published. */
export interface Publication {
  readonly state: 'success' | 'failure' | 'pending';
  /** In a sentence or two; cut to GitHub's length. */
  readonly description: string;
  /** Does anything stand in the way of the deploy? */
  readonly inTheWay: boolean;
  /** What tells this gate from others on the same pull request. */
  readonly groupIds: readonly string[];
  /** The text of the comment, in at most so many bytes. */
  comment(most: number): string;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly deadline: Deadline;
}

/** GitHub's limits: of a status in characters; a comment's 65,536 are taken as bytes, with room for the marker. */
const MOST_DESCRIPTION = 140;
const MOST_COMMENT = 65_000;

/**
 * Publishes the verdict as a commit status and as a comment on the pull request, as the inputs ask for. What goes
 * wrong is a warning: the verdict stands without.
 */
export async function publish(
  sink: Sink,
  inputs: GitHubInputs,
  publication: Publication,
  { env, deadline }: Surroundings,
): Promise<void> {
  const { commitStatusContext: context, commentOnPullRequest: when } = inputs;
  const attempt = async (
    doing: string,
    permission: string,
    work: (api: Api, run: Run) => Promise<string>,
  ) => {
    try {
      const run = thisRun(env);
      const api = await connect(inputs.token, env, deadline);
      sink.info(
        await retry(
          () => work(api, run),
          deadline,
          line => sink.info(line),
        ),
      );
    } catch (error) {
      sink.warning(warningText(doing, permission, failureOf(error), deadline), { title: TITLE });
    }
  };
  if (context !== undefined)
    await attempt('publish the commit status', 'statuses', (api, run) =>
      setStatus(api, run, context, publication),
    );
  if (when !== 'never')
    await attempt('comment on the pull request', 'pull-requests', (api, run) =>
      comment(api, run, when === 'always' || publication.inTheWay, publication),
    );
}

type Api = Awaited<ReturnType<typeof connect>>;

/** Loads GitHub's client only here: most steps need none. */
async function connect(token: string, env: Surroundings['env'], { signal }: Deadline) {
  const { defaults, getOctokitOptions, GitHub } = await import('@actions/github/lib/utils');
  const silent = () => {};
  const options = getOctokitOptions(token, {
    baseUrl: env.GITHUB_API_URL || 'https://api.github.com',
    userAgent: 'atlas-maintenance-gate',
    // Among the defaults is the way through a proxy. A redirect could carry the token elsewhere: none is followed.
    request: { ...defaults.request, signal, redirect: 'manual' },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  return new GitHub(options).rest;
}

interface Run {
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  readonly url: string;
  readonly pullRequest?: number;
  /** Workflow, job and step: where in the repository this gate stands. */
  readonly place: readonly string[];
}

const pullRequestEvent = object({
  pull_request: object({ number: number(), head: object({ sha: string() }) }),
});
const commentEvent = object({ issue: object({ number: number(), pull_request: object({}) }) });

/** What the runner says about this run. */
function thisRun(env: Surroundings['env']): Run {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repo || !env.GITHUB_SHA)
    throw new Error(
      'GITHUB_REPOSITORY and GITHUB_SHA tell what to write to, and this runner does not set them',
    );
  const run = {
    owner,
    repo,
    url: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`,
    place: [env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? ''],
  };
  // On a pull request GITHUB_SHA is a merge commit, which nobody looks at and no rule asks about.
  if (is(pullRequestEvent, event))
    return { ...run, sha: event.pull_request.head.sha, pullRequest: event.pull_request.number };
  const sha = env.GITHUB_SHA;
  return is(commentEvent, event) ? { ...run, sha, pullRequest: event.issue.number } : { ...run, sha };
}

/** The event that started the workflow; nothing where there is none that can be read. */
function readEvent(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

async function setStatus(
  api: Api,
  { owner, repo, sha, url }: Run,
  context: string,
  { state, description }: Publication,
): Promise<string> {
  checked(
    await api.repos.createCommitStatus({
      owner,
      repo,
      sha,
      state,
      context,
      description: shortened(plain(description, 1000), MOST_DESCRIPTION),
      target_url: url,
    }),
  );
  return `Commit status ${plain(context)}: ${state}, on ${plain(sha, 40)}.`;
}

/** Updates the comment of this gate, or writes it where there is none and `create` says so. */
async function comment(
  api: Api,
  run: Run,
  create: boolean,
  { comment: text, groupIds }: Publication,
): Promise<string> {
  const { owner, repo, pullRequest: issue_number } = run;
  if (issue_number === undefined)
    return 'commentOnPullRequest: this run belongs to no pull request, so there is none to comment on.';
  const marker = markerOf([...run.place, ...groupIds]);
  const body = `${marker}\n${text(MOST_COMMENT)}\n<sub>From ${link('this run', run.url)}; the next one updates it.</sub>\n`;
  const on = `pull request ${issue_number}`;
  const found = await findComment(api, { owner, repo, issue_number }, marker);
  if (found !== undefined) {
    checked(await api.issues.updateComment({ owner, repo, comment_id: found, body }));
    return `Updated the comment on ${on}.`;
  }
  if (!create) return `Nothing stands in the way, and ${on} has no comment to update.`;
  checked(await api.issues.createComment({ owner, repo, issue_number, body }));
  return `Commented on ${on}.`;
}

/** Invisible; a hash, so that no name in it can end the HTML comment. */
const markerOf = (key: readonly string[]) =>
  `<!-- atlas-maintenance-gate ${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 20)} -->`;

const PER_PAGE = 100;

/**
 * The comment that starts with the marker and that this token's owner wrote: anybody can see the marker and post it.
 * The tokens of jobs and apps write as bots, as nobody else can; of a person's token GitHub tells the person.
 */
async function findComment(
  api: Api,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  marker: string,
): Promise<number | undefined> {
  const byPeople: { readonly id: number; readonly author: number }[] = [];
  // By number, not by following links that an answer holds.
  for (let page = 1; ; page += 1) {
    const { data } = checked(await api.issues.listComments({ ...issue, per_page: PER_PAGE, page }));
    for (const { id, body, user } of data) {
      if (!body?.startsWith(marker) || user === null) continue;
      if (user.type === 'Bot') return id;
      byPeople.push({ id, author: user.id });
    }
    if (data.length < PER_PAGE) break;
  }
  if (byPeople.length === 0) return undefined;
  const me = await api.users
    .getAuthenticated()
    .then(answer => checked(answer).data.id)
    .catch(() => undefined);
  return me === undefined ? undefined : byPeople.find(({ author }) => author === me)?.id;
}

/** The client throws from 400 on; a redirect passes it as if it were an answer. */
function checked<T extends { readonly status: number }>(answer: T): T {
  if (answer.status >= 300)
    throw new Error(`it answered with a redirect (${answer.status}), which is not followed`);
  return answer;
}

/** Cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : undefined).replace(/[\s.,;:([]+$|[\ud800-\udbff]$/, '')}…`;
}

/** What can be told of a failure. The client's error itself is never shown, as it holds the headers of the request. */
interface Failure {
  readonly message: string;
  /** Absent: no answer came. */
  readonly status?: number;
  /** May the same succeed a little later? */
  readonly passing: boolean;
  /** How long GitHub asks to wait, in milliseconds. */
  readonly wait?: number;
}

const clientError = object({ name: literal('HttpError'), status: number() });
const answered = object({ response: object({ headers: record(string(), unknown()) }) });

function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  // The client appends the address of a page that explains no more.
  const message = plain(text.replace(/ - https:\/\/\S+$/, ''));
  if (!is(clientError, error)) return { message, passing: false };
  const { status } = error;
  if (!is(answered, error)) return { message, passing: true };
  const wait = waitOf(error.response.headers);
  const limited = status === 429 || (status === 403 && (wait !== undefined || /rate limit/i.test(message)));
  return { message, status, passing: limited || status >= 500, ...(wait === undefined ? {} : { wait }) };
}

/** By `Retry-After`, or until the rate limit begins anew. */
function waitOf(headers: Readonly<Record<string, unknown>>): number | undefined {
  const whole = (name: string) => {
    const text = String(headers[name] ?? '');
    return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  };
  const after = whole('retry-after');
  if (after !== undefined) return after * SECOND;
  const reset = whole('x-ratelimit-reset');
  return headers['x-ratelimit-remaining'] === '0' && reset !== undefined
    ? Math.max(0, reset * SECOND - Date.now())
    : undefined;
}

/** Tries again what may pass, as long as the deadline leaves room. Nothing here does harm when it is done twice. */
async function retry<T>(work: () => Promise<T>, deadline: Deadline, log: (line: string) => void): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work();
    } catch (error) {
      const { passing, message, wait = SECOND * 2 ** (attempts - 1) } = failureOf(error);
      if (!passing || deadline.signal.aborted || wait >= deadline.remaining()) throw error;
      log(`GitHub: ${message}. Trying again in ${Math.ceil(wait / SECOND)} s.`);
      await sleep(wait, undefined, { signal: deadline.signal });
    }
  }
}

function warningText(doing: string, permission: string, failure: Failure, { signal }: Deadline): string {
  const { status, message, passing } = failure;
  const start = `Could not ${doing}`;
  const stands = 'The verdict stands without it.';
  if (signal.aborted) return `${start}: the time of the step was over. ${stands}`;
  const said = status === undefined ? message : `GitHub answered ${status}, "${message}"`;
  if (status === 401) return `${start}: ${said}. Check githubToken. ${stands}`;
  if (passing || (status !== 403 && status !== 404)) return `${start}: ${said}. ${stands}`;
  return `${start}: ${said}. The token lacks a permission: give it to the job, beside those it has. (Workflows that a fork or Dependabot starts get a token that only reads.) ${stands}\n\npermissions:\n  ${permission}: write`;
}
