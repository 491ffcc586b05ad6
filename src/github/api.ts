import { setTimeout as sleep } from 'node:timers/promises';
import { is, literal, number, object, record, string, unknown } from 'valibot';
import type { Deadline } from '../deadline.ts';
import { SECOND } from '../schedule/units.ts';
import { plain } from '../text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub's REST API, by the names of its own client. */
export type Api = Awaited<ReturnType<typeof connect>>;

/** Loads GitHub's client only here: most steps need none. */
export async function connect(token: string, env: Environment, { signal }: Deadline) {
  const baseUrl = addressOf(env.GITHUB_API_URL || 'https://api.github.com');
  // By the first Node would take any certificate, and the token would go to whoever shows one. The second the client
  // would read while it loads, whatever its size, and fail where that is not JSON.
  for (const name of ['NODE_TLS_REJECT_UNAUTHORIZED', 'GITHUB_EVENT_PATH']) delete process.env[name];
  const { defaults, getOctokitOptions, GitHub } = await import('@actions/github/lib/utils');
  const silent = () => {};
  const options = getOctokitOptions(token, {
    baseUrl,
    userAgent: 'atlas-maintenance-gate',
    // Among the defaults is the way through a proxy. A redirect could carry the token elsewhere: none is followed.
    request: { ...defaults.request, signal, redirect: 'manual' },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  return new GitHub(options).rest;
}

/** The variable itself is not shown: it may hold a password. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  )
    throw new Error(
      'GITHUB_API_URL does not hold the plain address of an API, such as https://api.github.com',
    );
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The client throws from 400 on; a redirect passes it as if it were an answer. */
export function checked<T extends { readonly status: number }>(answer: T): T {
  if (answer.status >= 300)
    throw new Error(`it answered with a redirect (${answer.status}), which is not followed`);
  return answer;
}

/** Something between here and GitHub may answer 200 to anything. */
export function confirmed<T extends { readonly status: number }>(answer: T): T {
  if (checked(answer).status !== 201) throw new Error(`its answer (${answer.status}) does not confirm it`);
  return answer;
}

export function listIn<T>(answer: { readonly status: number; readonly data: readonly T[] }): readonly T[] {
  if (!Array.isArray(checked(answer).data)) throw new Error('its answer is not the list that was asked for');
  return answer.data;
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
/** `fetch failed`, and what made it fail. */
const certificateError = object({ cause: object({ cause: object({ code: string() }) }) });

function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  // The client appends the address of a page that explains no more.
  const message = plain(text.replace(/ - https:\/\/\S+$/, ''));
  if (!is(clientError, error)) return { message, passing: false };
  const { status } = error;
  if (is(certificateError, error) && /CERT|SIGNATURE/.test(error.cause.cause.code))
    return {
      message: `its certificate was not trusted (${message}); if an authority of your own signed it, name that authority's certificate in NODE_EXTRA_CA_CERTS`,
      passing: false,
    };
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
export async function retry<T>(
  work: () => Promise<T>,
  deadline: Deadline,
  log: (line: string) => void,
): Promise<T> {
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

/** Something to do at GitHub. */
export interface Need {
  /** After "Could not". */
  readonly doing: string;
  /** What a job has to be given for it, in the words of a workflow. */
  readonly permissions: readonly string[];
  /** What holds where it could not be done. */
  readonly without: string;
}

/** Why something could not be done, and what to do about it. */
export function failureText(
  error: unknown,
  { doing, permissions, without }: Need,
  { signal, total }: Deadline,
): string {
  const { status, message, passing } = failureOf(error);
  const start = `Could not ${doing}`;
  if (signal.aborted) return `${start}: GitHub did not confirm it within ${total / SECOND} s. ${without}`;
  const said = status === undefined ? message : `GitHub answered ${status}, "${message}"`;
  if (status === 401) return `${start}: ${said}. Check githubToken. ${without}`;
  if (passing || (status !== 403 && status !== 404)) return `${start}: ${said}. ${without}`;
  return `${start}: ${said}. The token lacks a permission: give it to the job, in addition to those it has. (Workflows that a fork or Dependabot starts get a read-only token.) ${without}\n\npermissions:${permissions.map(line => `\n  ${line}`).join('')}`;
}
