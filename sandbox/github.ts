import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord, parseJson } from './http.ts';
import { listen, readBody } from './listen.ts';

/** What `GITHUB_API_URL` points to in a test: the part of GitHub's REST API that a gate writes to. */
export interface GitHub {
  /** Without a slash at the end. */
  url: string;
  /** The one token that is let in, as `token …` or `Bearer …`. */
  token: string;
  /** In the order of their answers, refused ones included. */
  requests: GitHubRequest[];
  /** Commit statuses, oldest first. */
  statuses: CommitStatus[];
  /** Comments on issues and pull requests, oldest first. Push some to have them there beforehand. */
  comments: IssueComment[];
  /** Oldest first. Push some to have them there beforehand. */
  issues: Issue[];
  /** Push some to have them there. */
  pullRequests: PullRequest[];
  faults: GitHubFault[];
  /** Called with each request before it is answered, and waited for: what else happens just then. */
  before?: (request: { method: string; path: string; body: unknown }) => void | Promise<void>;
  close(): Promise<void>;
}

/** The variables of a run's first attempt, in a repository there. */
export const runOn = ({ url }: GitHub, id = '7') => ({
  GITHUB_API_URL: url,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: 'b'.repeat(40),
  GITHUB_RUN_ID: id,
  GITHUB_RUN_ATTEMPT: '1',
});

export interface GitHubRequest {
  method: string;
  path: string;
  /** The JSON that was sent; `undefined` without a body. */
  body: unknown;
  status: number;
}

export interface CommitStatus {
  repository: string;
  sha: string;
  state: string;
  context: string;
  description: string | null;
  target_url: string | null;
}

export interface PullRequest {
  repository: string;
  number: number;
  /** Commit of its head. */
  sha: string;
}

export interface Issue {
  repository: string;
  number: number;
  title: string;
  body: string;
  labels: string[];
  state: string;
}

export interface IssueComment {
  id: number;
  repository: string;
  issue: number;
  login: string;
  body: string;
}

const faults = {
  forbidden: { status: 403, message: 'Resource not accessible by integration' },
  notFound: { status: 404, message: 'Not Found' },
  unprocessable: { status: 422, message: 'Validation Failed' },
  rateLimited: { status: 429, message: 'You have exceeded a secondary rate limit.' },
  error500: { status: 500, message: 'Server Error' },
  error502: { status: 502, message: 'Bad Gateway' },
  error503: { status: 503, message: 'Service Unavailable' },
} as const;

export interface GitHubFault {
  name: keyof typeof faults;
  /** Only requests of this method. */
  method?: string;
  /** Only request targets that match this regular expression. */
  path?: string;
  /** So many more times, then never again; without it for ever. */
  times?: number;
  /** Seconds for a `Retry-After` header. */
  retryAfter?: number;
}

interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const failure = (status: number, message: string): Reply => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

const created = (body: unknown): Reply => ({ status: 201, body });
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** GitHub's own limits on what it stores. */
const LIMITS = { description: 140, comment: 65_536 };

export const startGitHub = async (token = 'ghs_worthlessTokenOfTheSandbox'): Promise<GitHub> => {
  const state: Omit<GitHub, 'url' | 'close' | 'before'> = {
    token,
    requests: [],
    statuses: [],
    comments: [],
    issues: [],
    pullRequests: [],
    faults: [],
  };

  const createStatus = (repository: string, sha: string, given: Record<string, unknown>): Reply => {
    const description = text(given.description) ?? null;
    const target_url = text(given.target_url) ?? null;
    const { state: verdict } = given;
    if (!['error', 'failure', 'pending', 'success'].includes(String(verdict)))
      return failure(422, 'Validation Failed');
    if ((description?.length ?? 0) > LIMITS.description) return failure(422, 'Validation Failed');
    if (target_url !== null && !/^https?:$/.test(URL.parse(target_url)?.protocol ?? ''))
      return failure(422, 'Validation Failed');
    const status = {
      repository,
      sha,
      state: String(verdict),
      context: text(given.context) ?? 'default',
      description,
      target_url,
    };
    state.statuses.push(status);
    return created({ id: state.statuses.length, ...status });
  };

  const commentBody = ({ id, issue, login, repository, body }: IssueComment) => ({
    id,
    body,
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.com/${repository}/issues/${issue}#issuecomment-${id}`,
  });

  const paged = (base: string, all: readonly unknown[], target: URL): Reply => {
    const size = Math.min(Number(target.searchParams.get('per_page') ?? 30), 100);
    const page = Number(target.searchParams.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(all.length / size));
    const link = (rel: string, number: number) =>
      `<${base}${target.pathname}?per_page=${size}&page=${number}>; rel="${rel}"`;
    return {
      status: 200,
      body: all.slice((page - 1) * size, page * size),
      ...(page < last && { headers: { Link: `${link('next', page + 1)}, ${link('last', last)}` } }),
    };
  };

  const listComments = (repository: string, issue: number) =>
    state.comments
      .filter(comment => comment.repository === repository && comment.issue === issue)
      .map(commentBody);

  /** Newest first. */
  const listStatuses = (repository: string, sha: string) =>
    state.statuses
      .map((status, index) => ({ id: index + 1, ...status }))
      .filter(status => status.repository === repository && status.sha === sha)
      .reverse();

  const pullRequestBody = ({ number, sha }: PullRequest) => ({ number, state: 'open', head: { sha } });

  const issueBody = ({ labels, repository, ...issue }: Issue) => ({
    ...issue,
    html_url: `https://github.com/${repository}/issues/${issue.number}`,
    labels: labels.map(name => ({ name })),
  });

  const listIssues = (repository: string, query: URLSearchParams) =>
    state.issues
      .filter(issue => issue.repository === repository && issue.state === (query.get('state') ?? 'open'))
      .filter(({ labels }) => (query.get('labels')?.split(',') ?? []).every(label => labels.includes(label)))
      .map(issueBody);

  /** A new issue, or one with what was given changed. */
  const writeIssue = (old: Issue, given: Record<string, unknown>): Reply => {
    const { title = old.title, body = old.body, labels = old.labels } = given;
    const written: Issue = {
      ...old,
      title: String(title),
      body: String(body),
      labels: Array.isArray(labels) ? labels.map(String) : [],
      state: text(given.state) ?? old.state,
    };
    if (written.title === '' || written.body.length > LIMITS.comment)
      return failure(422, 'Validation Failed');
    const at = state.issues.indexOf(old);
    if (at < 0) state.issues.push(written);
    else state.issues[at] = written;
    return at < 0 ? created(issueBody(written)) : { status: 200, body: issueBody(written) };
  };

  const writeComment = (comment: Omit<IssueComment, 'body'>, given: Record<string, unknown>): Reply => {
    const body = text(given.body);
    if (!body || body.length > LIMITS.comment) return failure(422, 'Validation Failed');
    const written = { ...comment, body };
    const at = state.comments.findIndex(({ id }) => id === comment.id);
    if (at < 0) state.comments.push(written);
    else state.comments[at] = written;
    return at < 0 ? created(commentBody(written)) : { status: 200, body: commentBody(written) };
  };

  const takeFault = (method: string, target: string): Reply | undefined => {
    const fault = state.faults.find(
      ({ method: only, path }) =>
        (only === undefined || only === method) && (path === undefined || new RegExp(path).test(target)),
    );
    if (!fault) return undefined;
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) state.faults.splice(state.faults.indexOf(fault), 1);
    }
    const { status, message } = faults[fault.name];
    const reply = failure(status, message);
    return fault.retryAfter === undefined
      ? reply
      : { ...reply, headers: { 'Retry-After': String(fault.retryAfter) } };
  };

  const answer = (base: string, method: string, target: string, given: unknown): Reply => {
    const url = new URL(target, base);
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const sha = /^statuses\/([0-9a-f]{40})$/.exec(rest)?.[1];
    const issue = /^issues\/(\d+)\/comments$/.exec(rest)?.[1];
    const id = /^issues\/comments\/(\d+)$/.exec(rest)?.[1];
    const body = isRecord(given) ? given : {};
    if (sha && method === 'POST') return createStatus(repository, sha, body);
    if (issue && method === 'GET') return paged(base, listComments(repository, Number(issue)), url);
    const listed = /^commits\/([0-9a-f]{40})\/statuses$/.exec(rest)?.[1];
    if (listed && method === 'GET') return paged(base, listStatuses(repository, listed), url);
    const number = /^pulls\/(\d+)$/.exec(rest)?.[1];
    const pull = state.pullRequests.find(
      each => each.repository === repository && each.number === Number(number),
    );
    if (pull && method === 'GET') return { status: 200, body: pullRequestBody(pull) };
    if (issue && method === 'POST') {
      const next = Math.max(0, ...state.comments.map(comment => comment.id)) + 1;
      return writeComment({ id: next, repository, issue: Number(issue), login: 'github-actions[bot]' }, body);
    }
    if (rest === 'issues' && method === 'GET')
      return paged(base, listIssues(repository, url.searchParams), url);
    if (rest === 'issues' && method === 'POST') {
      const next = {
        repository,
        number: state.issues.length + 1,
        title: '',
        body: '',
        labels: [],
        state: 'open',
      };
      return writeIssue(next, body);
    }
    const numbered = Number(/^issues\/(\d+)$/.exec(rest)?.[1]);
    const known = state.issues.find(each => each.repository === repository && each.number === numbered);
    if (known && method === 'PATCH') return writeIssue(known, body);
    const comment = state.comments.find(each => each.repository === repository && each.id === Number(id));
    if (comment && method === 'PATCH') return writeComment(comment, body);
    return failure(404, 'Not Found');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url: target = '/', headers } = request;
    const given = parseJson(await readBody(request));
    const allowed = headers.authorization === `token ${token}` || headers.authorization === `Bearer ${token}`;
    await github.before?.({ method, path: target, body: given });
    const reply = allowed
      ? (takeFault(method, target) ?? answer(server.url, method, target, given))
      : failure(401, 'Bad credentials');
    state.requests.push({ method, path: target, body: given, status: reply.status });
    response.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8', ...reply.headers });
    response.end(JSON.stringify(reply.body));
  };

  const server = await listen((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const github: GitHub = { ...state, ...server };
  return github;
};
