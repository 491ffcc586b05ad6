import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Atlas, createAtlas } from '../../src/atlas/client.ts';
import type { Credential } from '../../src/credential.ts';
import { createDeadline } from '../../src/deadline.ts';

export interface Received {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Handler = (received: Received, response: ServerResponse, request: IncomingMessage) => void;

export interface TestServer {
  readonly url: string;
  readonly received: Received[];
  /** `GET /path`, in the order of arrival. */
  lines(): string[];
  /** How many connections have been opened so far. */
  connections(): number;
}

/** An HTTP server on loopback for one test. */
export async function serve(handler: Handler): Promise<TestServer> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const arrived = { method, url, headers, body: Buffer.concat(chunks).toString() };
    received.push(arrived);
    handler(arrived, response, request);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a listening TCP server has one
    received,
    lines: () => received.map(({ method, url }) => `${method} ${url}`),
    connections: () => connections,
  };
}

export const GROUP = '5f0c3a9e8b1d2c4e6f708192';

/** The recorded answer. */
export const WINDOW = {
  autoDeferOnceEnabled: false,
  dayOfWeek: 1,
  hourOfDay: 1,
  numberOfDeferrals: 0,
  startASAP: false,
  timeZoneId: 'UTC',
};

export const json = (response: ServerResponse, status: number, body: unknown, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

export const refuse = (
  response: ServerResponse,
  status: number,
  errorCode: string,
  more = {},
  headers = {},
) => json(response, status, { error: status, errorCode, detail: null, parameters: null, ...more }, headers);

/** The recorded challenge, with a nonce of one's choice. */
export const challenge = (nonce = '89FU+zZ06zgKynmobMhdFzhWpORw6cYM', stale = false) =>
  `Digest realm="MMS Public API", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`;

export const challenged = (response: ServerResponse, header: string | string[] = challenge()) =>
  refuse(response, 401, 'UNEXPECTED_ERROR', {}, { 'www-authenticate': header });

/** One parameter of an `Authorization: Digest` header. */
export const parameter = ({ headers }: Received, name: string) =>
  new RegExp(`\\b${name}="?([^",]*)`).exec(headers.authorization ?? '')?.[1];

export const API_KEY: Credential = { kind: 'apiKey', publicKey: 'abcdefgh', privateKey: 'key-0123-secret' };
export const TOKEN: Credential = { kind: 'accessToken', accessToken: 'eyJ.ready.made' };
export const SERVICE_ACCOUNT: Credential = {
  kind: 'serviceAccount',
  clientId: 'mdb_sa_id_0123456789abcdef01234567',
  clientSecret: 'mdb_sa_sk_secret',
};

export interface Log {
  readonly info: string[];
  readonly debug: string[];
  readonly masked: string[];
}

export interface TestAtlas {
  readonly atlas: Atlas;
  readonly log: Log;
}

/** A client with short waits; `timeout` in milliseconds. */
export function connect(
  baseUrl: string,
  {
    credential = TOKEN,
    timeout = 5000,
    cancelled,
  }: { credential?: Credential; timeout?: number; cancelled?: AbortSignal } = {},
): TestAtlas {
  const log: Log = { info: [], debug: [], masked: [] };
  const atlas = createAtlas({
    baseUrl,
    credential,
    deadline: createDeadline(timeout, cancelled),
    userAgent: 'test',
    log: {
      info: line => log.info.push(line),
      debug: line => log.debug.push(line),
      mask: secret => log.masked.push(secret),
    },
    random: () => 0.002,
  });
  onTestFinished(async () => {
    await atlas.close();
  });
  return { atlas, log };
}
