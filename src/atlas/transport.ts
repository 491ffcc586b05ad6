import type { RequestOptions as ClientRequestOptions, IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import type { RequestHandler, RequestInfo } from '@actions/http-client/lib/interfaces';
import type { Deadline } from '../deadline.ts';
import { monotonic } from '../deadline.ts';
import type { Answer } from './answer.ts';
import { readBody } from './body.ts';
import { AtlasError, interrupted, noAnswer, UPGRADED } from './errors.ts';

export interface Request {
  readonly method: 'GET' | 'PATCH' | 'DELETE' | 'POST';
  /** Path with query, below `baseUrl`. */
  readonly path: string;
  /** For sentences, an infinitive: `read the maintenance window`. */
  readonly doing: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Transport {
  /**
   * Sends a request once and reads the whole answer, whatever its status. Redirects are not followed.
   *
   * @throws {AtlasError} when no whole answer came in time
   */
  send(request: Request): Promise<Answer>;
  dispose(): void;
}

export interface TransportOptions {
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly handlers: RequestHandler[];
  readonly log: { debug(line: string): void };
  /** What limits a request that starts now. */
  limit(): Deadline;
}

type Raw = HttpClient['requestRaw'];

/** The toolkit's client, for its sockets and proxies, with a deadline and a log line on every single request. */
class BoundedClient extends HttpClient {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    // Without a limit on sockets: its tunnel through a proxy never serves what has to queue for one.
    super(options.userAgent, options.handlers, { keepAlive: true, allowRedirects: false });
    this.#options = options;
  }

  override async requestRaw(info: RequestInfo, data: Parameters<Raw>[1]): ReturnType<Raw> {
    const { limit, log } = this.#options;
    const { signal } = limit();
    info.options.signal = signal;
    const started = monotonic();
    const outcome = (what: string | number | undefined) =>
      log.debug(
        `${info.options.method} ${info.options.path}: ${what} after ${Math.round(monotonic() - started)} ms`,
      );
    try {
      const response = await orAborted(
        orClosed(info.httpModule, httpModule => super.requestRaw({ ...info, httpModule }, data)),
        signal,
      );
      outcome(response.message.statusCode);
      return response;
    } catch (error) {
      outcome(signal.aborted ? 'ended by the deadline' : 'no answer');
      throw error;
    }
  }
}

type HttpModule = RequestInfo['httpModule'];

/**
 * A promise of the toolkit's client never settles where Node ends a request without an answer and without an error, as
 * it does when the answer changes the protocol.
 */
function orClosed<T>(httpModule: HttpModule, send: (watched: HttpModule) => Promise<T>): Promise<T> {
  const { promise: closed, reject } = Promise.withResolvers<never>();
  const fail = (code: string) => reject(Object.assign(new Error('no answer'), { code }));
  const request = (options: ClientRequestOptions, answered: (message: IncomingMessage) => void) =>
    httpModule
      .request(options, answered)
      .once('upgrade', (_, socket) => {
        fail(UPGRADED);
        socket.destroy();
      })
      .once('close', () => fail('ECONNRESET'));
  return Promise.race([send(Object.create(httpModule, { request: { value: request } })), closed]);
}

/** A request that still waits for its socket, as behind a silent proxy, takes no notice of a signal by itself. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new Error('aborted'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

export function createTransport(options: TransportOptions): Transport {
  const client = new BoundedClient(options);
  return {
    async send({ method, path, doing, headers, body }) {
      const limit = options.limit();
      if (limit.signal.aborted) throw interrupted(limit, doing, 'refused');
      const sent = monotonic();
      try {
        const { message } = await client.request(method, `${options.baseUrl}${path}`, body ?? null, {
          ...headers,
        });
        const received = monotonic();
        const text = await readBody(message, doing);
        // A body that only the end of the connection ends looks complete when the deadline ends it.
        if (limit.signal.aborted) throw interrupted(limit, doing, 'unknown');
        return { status: message.statusCode ?? 0, headers: message.headers, text, sent, received };
      } catch (error) {
        if (error instanceof AtlasError) throw error;
        if (limit.signal.aborted) throw interrupted(limit, doing, 'unknown');
        throw noAnswer(error, doing) ?? error;
      }
    },
    dispose: () => client.dispose(),
  };
}
