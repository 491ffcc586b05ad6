import type { Deadline } from '../deadline.ts';
import { coded } from '../text.ts';

/** Did the request that failed take effect? `refused`: surely not. `unknown`: it may have. */
export type Outcome = 'refused' | 'unknown';

export interface Failure {
  /** What happened, the likely cause, what to do next: one or two sentences, without the last full stop. */
  readonly message: string;
  /** Atlas's errorCode, or a code of this action's own: `NO_ANSWER`, `TIMEOUT` and the like. */
  readonly code: string;
  readonly outcome: Outcome;
  readonly status?: number | undefined;
  /** May the same request succeed a little later? */
  readonly retryable?: boolean;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** Any failure of a call to Atlas. The message ends with the code and holds no secret. */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';
  readonly code: string;
  readonly outcome: Outcome;
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly #failure: Failure;

  constructor(failure: Failure) {
    super(coded(failure.message, failure.code));
    this.#failure = failure;
    this.code = failure.code;
    this.outcome = failure.outcome;
    this.status = failure.status;
    this.retryable = failure.retryable ?? false;
    this.retryAfterMs = failure.retryAfterMs;
  }

  /** The same failure, known to have had no effect or not. */
  as(outcome: Outcome): AtlasError {
    return new AtlasError({ ...this.#failure, outcome });
  }

  /** The same failure with one more sentence. */
  with(sentence: string): AtlasError {
    return new AtlasError({ ...this.#failure, message: `${this.#failure.message}. ${sentence}` });
  }

  /** The same failure of a write whose effect nobody knows: what the user has to hear then, said here for all of them. */
  uncertain(): AtlasError {
    return this.as('unknown').with(
      'It may have taken effect all the same: look at the project in Atlas before you run the step again',
    );
  }

  /** The same failure, for which trying again is over: whoever called may not begin anew. */
  final(): AtlasError {
    return new AtlasError({ ...this.#failure, retryable: false });
  }
}

/** `0.4 s`, `12 s`. */
export const seconds = (ms: number) => `${ms < 10_000 ? Math.ceil(ms / 100) / 10 : Math.ceil(ms / 1000)} s`;

/**
 * The deadline passed, or the run was cancelled.
 *
 * @param doing what Atlas was asked to do; absent during a wait between two requests
 */
export function interrupted(deadline: Deadline, doing: string | undefined, outcome: Outcome): AtlasError {
  const { reason } = deadline.signal;
  const when =
    doing === undefined
      ? 'during a wait between two requests to Atlas'
      : `before Atlas had answered the request to ${doing}`;
  if (!(reason instanceof DOMException && reason.name === 'TimeoutError'))
    return new AtlasError({
      code: 'CANCELLED',
      message: `The run was cancelled ${when}`,
      outcome,
    });
  return new AtlasError({
    code: 'TIMEOUT',
    message: `The timeout of ${seconds(deadline.total)} was over ${when}. If Atlas is reachable from this runner, allow more with the input timeout`,
    outcome,
  });
}

/**
 * The connection failed before a whole answer had come. `undefined`: it did not, the error is a defect of ours, which
 * no second attempt mends and nobody may blame on Atlas.
 */
export function noAnswer(error: unknown, doing: string): AtlasError | undefined {
  const fault = networkFault(error);
  return fault && lostAnswer(fault, doing);
}

function lostAnswer({ code, text, sent }: NetworkFault, doing: string): AtlasError {
  const fault = { outcome: sent ? 'unknown' : 'refused' } as const;
  const request = `Atlas gave no answer to the request to ${doing}`;
  if (code === 'ERR_INVALID_CHAR')
    return new AtlasError({
      ...fault,
      code: 'INVALID_CREDENTIAL',
      outcome: 'refused',
      message:
        'The credential holds a character that no HTTP header can carry, such as a line break. Store the secret again without it',
    });
  if (code === 'ERR_INVALID_URL' || code === BAD_PERCENT)
    return new AtlasError({
      code: 'PROXY_FAILED',
      outcome: 'refused',
      message:
        'The proxy setting https_proxy of the runner is not a URL. Correct it, or clear it if Atlas can be reached directly',
    });
  if (code === 'ENOTFOUND')
    return new AtlasError({
      ...fault,
      code: 'NO_SUCH_HOST',
      message: `${request}: its host name is unknown here. Check baseUrl, and the name server of the runner`,
    });
  if (NO_TLS.test(code))
    return new AtlasError({
      ...fault,
      code: 'TLS_FAILED',
      outcome: 'refused',
      message: `${request}: no trusted TLS connection (${code}). If a proxy in your network intercepts TLS, name its certificate in NODE_EXTRA_CA_CERTS`,
    });
  if (code === UPGRADED)
    return new AtlasError({
      ...fault,
      code: 'UNREADABLE_ANSWER',
      status: 101,
      message: `What answered the request to ${doing} wants to speak another protocol (101), which nobody asked for. Check baseUrl and the proxy`,
    });
  if (code.startsWith('HPE_'))
    return new AtlasError({
      ...fault,
      code: 'UNREADABLE_ANSWER',
      message: `What answered the request to ${doing} does not speak HTTP (${code}). Check baseUrl and the proxy`,
    });
  const proxy = /tunneling socket could not be established, (?:statusCode=(\d{3}))?/.exec(text);
  if (proxy)
    return new AtlasError({
      code: 'PROXY_FAILED',
      message: `The proxy that https_proxy names opened no connection to Atlas${proxy[1] ? ` (it answered ${proxy[1]})` : ''}. Check the variable, the proxy and its list of allowed hosts`,
      outcome: 'refused',
      retryable: !proxy[1]?.startsWith('4'),
    });
  return new AtlasError({
    ...fault,
    code: 'NO_ANSWER',
    message: `${request}: ${NETWORK_FAULTS.get(code) ?? `the connection broke (${code})`}`,
    retryable: true,
  });
}

/** What ends a TLS connection before a request can go over it. */
const NO_TLS =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION_NUMBER)/;

const CUT = 'the connection was cut before the answer was complete';

const NETWORK_FAULTS = new Map([
  ['ECONNREFUSED', 'the connection was refused (ECONNREFUSED)'],
  ['ECONNRESET', CUT],
  ['ERR_STREAM_PREMATURE_CLOSE', CUT],
  ['EAI_AGAIN', 'its host name could not be looked up at the moment (EAI_AGAIN)'],
]);

/** Code of an error that stands for an answer that changes the protocol. */
export const UPGRADED = 'UPGRADED';

/** A user or a password in the address of a proxy that cannot be decoded. */
const BAD_PERCENT = 'BAD_PERCENT';

/** What is thrown for a setting that cannot be used, though it has the type of a defect. */
const BAD_SETTING = ['ERR_INVALID_CHAR', 'ERR_INVALID_URL'];

interface NetworkFault {
  readonly code: string;
  readonly text: string;
  readonly sent: boolean;
}

/** What Node and OpenSSL report has a code; what lacks one, or has a type of its own, comes from code that is wrong. */
function networkFault(error: unknown): NetworkFault | undefined {
  // With several addresses Node reports all attempts to connect together; they failed alike.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (first instanceof URIError) return { code: BAD_PERCENT, text: first.message, sent: false };
  // The toolkit's client, after three minutes without a byte.
  if (first instanceof Error && first.message.startsWith('Request timeout:'))
    return { code: 'ETIMEDOUT', text: first.message, sent: true };
  if (!(first instanceof Error && 'code' in first && typeof first.code === 'string')) return undefined;
  const { code, message } = first;
  if ((first instanceof TypeError || first instanceof RangeError) && !BAD_SETTING.includes(code))
    return undefined;
  const sent = !('syscall' in first && (first.syscall === 'connect' || first.syscall === 'getaddrinfo'));
  return { code, text: message, sent };
}

/** A 2xx answer that is not what it should be. */
export function unreadable(doing: string, problem: string, status?: number): AtlasError {
  return new AtlasError({
    code: 'UNREADABLE_ANSWER',
    status,
    message: `Atlas's answer to the request to ${doing} cannot be used: ${problem}. If baseUrl is right, look for a gateway or proxy that answers in its place`,
    outcome: 'unknown',
  });
}
