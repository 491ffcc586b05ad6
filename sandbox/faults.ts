import { TLSSocket } from 'node:tls';
import { atlasError, errorAnswer, oauthError, unauthorized } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { type Answer, checkKeys, isRecord, json, withHeaders } from './http.ts';
import { tokenRateLimited } from './oauth.ts';
import { HOUR } from './zone.ts';

/** Which half of a sign-in is hit: requests that get a challenge or a refusal, those signed well, or both. */
export type Leg = 'challenge' | 'signedIn' | 'any';

/** One fault that is switched on. The first in the list that fits an exchange is played; others wait. */
export interface Fault {
  name: FaultName;
  /** Only requests of this method. */
  method?: string;
  /** Only request targets that match this regular expression. */
  path?: string;
  leg?: Leg;
  /** So many more times, then never again; without it for ever. */
  times?: number;
  /** Leaves so many fitting exchanges alone first. */
  skip?: number;
  /** Whether the sandbox does what was asked for before the fault strikes; each fault has its usual way. */
  acts?: boolean;
  /** What the fault takes, if it takes something: a number, a text, an object; see the table. */
  value?: unknown;
}

interface FaultKind {
  tells: string;
  play(exchange: Exchange, answer: Answer, value: unknown): void;
  acts?: boolean;
  leg?: Leg;
  method?: string;
  path?: string;
}

/** Everything that acts somewhere: in a log, a terminal, a summary, a comment, a page. */
export const HOSTILE = [
  '::error title=Hostile::hostile',
  '::set-output name=verdict::pass\r\n::stop-commands::hostile',
  '##[error]hostile %0A::warning::hostile %0D%0A::debug::hostile',
  '\u001b[31mred\u001b[0m \u001b]8;;https://hostile.example\u0007link\u001b]8;;\u0007 \u0000\u0008\u202etxet\u202c',
  '| cell | `code` ```',
  '<script>alert(1)</script><img src=x onerror=alert(1)><!-- </details> -->',
  '[link](https://hostile.example) ![image](https://hostile.example/a.png) @everyone #1',
].join('\n');

const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);
const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);

/** A fault that sends another answer than was due. */
const sends =
  (make: (answer: Answer, value: unknown, exchange: Exchange) => Answer): FaultKind['play'] =>
  (exchange, answer, value) =>
    exchange.send(make(answer, value, exchange));

const error =
  (make: (value: unknown, exchange: Exchange) => Answer): FaultKind['play'] =>
  (exchange, _answer, value) =>
    exchange.send(make(value, exchange));

const body = (make: (text: string, value: unknown) => string | Buffer): FaultKind => ({
  tells: '',
  acts: true,
  play: sends((answer, value) => ({ ...answer, body: make(answer.body.toString(), value) })),
});

/** A fault in the JSON of an answer; an answer without a body is taken for an empty object. */
const content = (make: (parsed: unknown, value: unknown) => unknown): FaultKind =>
  body((text, value) => JSON.stringify(make(text === '' ? {} : JSON.parse(text), value)));

const field = (name: string, value: unknown): FaultKind => ({
  ...content(parsed => (isRecord(parsed) ? { ...parsed, [name]: value } : parsed)),
  tells: `the answer says ${name} ${value}`,
});

const everywhere = (value: unknown, change: (leaf: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map(entry => everywhere(entry, change));
  if (!isRecord(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, everywhere(entry, change)]));
};

const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

const html = (status: number, title: string): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: page(title),
});

/** An error with the same text wherever Atlas's shape has room for one. */
const saying = (status: number, text: string): Answer =>
  json(status, {
    detail: text,
    error: status,
    errorCode: text,
    parameters: [text],
    reason: text,
    badRequestDetail: { fields: [{ field: text, description: text }] },
  });

const reset = ({ response }: Exchange) => {
  const { socket } = response;
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
};

/** Breaks off when what was written has had the time to arrive. */
const soon = (act: () => void) => setTimeout(act, 10);

/** The entries of a page and the total that it tells of; nothing, where the answer is an error. */
const pageIn = ({ body }: Answer): { results: unknown[]; totalCount: number } => {
  const parsed: unknown = JSON.parse(body.toString());
  const { results, totalCount } = isRecord(parsed) ? parsed : {};
  return { results: Array.isArray(results) ? results : [], totalCount: numberOr(totalCount, 0) };
};

interface Pages {
  before: unknown[];
  due: unknown[];
  after: unknown[];
  totalCount: number;
  itemsPerPage: number;
}

/** A page of a list of projects that holds other entries than were due. */
const listPage = (change: (pages: Pages, count: number) => ReturnType<typeof pageIn>): FaultKind => ({
  tells: '',
  path: '/groups\\?',
  play: sends((answer, value, { call, base, rehearse }) => {
    if (answer.status !== 200) return answer;
    const page = (step: number) => {
      const url = new URL(call.target, base);
      url.searchParams.set('pageNum', String(Number(url.searchParams.get('pageNum') ?? 1) + step));
      return pageIn(rehearse(url.pathname + url.search)).results;
    };
    const { results: due, totalCount } = pageIn(answer);
    const itemsPerPage = Number(new URL(call.target, base).searchParams.get('itemsPerPage') ?? 100);
    const pages = { before: page(-1), due, after: page(1), totalCount, itemsPerPage };
    return { ...answer, body: JSON.stringify(change(pages, numberOr(value, 1))) };
  }),
});

const redirect = (status: number): FaultKind => ({
  tells: `${status} to another host name, to the same host with value "same", or to an address`,
  play: error((value, { base, call }) => {
    const other = new URL(call.target, base);
    // The other name leads here as well, so that a client that follows is seen.
    if (value === 'same') other.searchParams.set('redirected', 'true');
    else other.hostname = 'localhost';
    return { status, headers: { Location: textOr(value === 'same' ? null : value, other.href) }, body: '' };
  }),
});

const challenge = (tells: string, make: (exchange: Exchange) => string | string[]): FaultKind => ({
  tells,
  leg: 'challenge',
  play: error((_value, exchange) => unauthorized(make(exchange))),
});

const refused = ({ bearer, challenge: fresh }: Exchange, stale = false): Answer =>
  unauthorized(
    bearer === undefined ? fresh({ stale }) : 'Bearer realm="MMS Public API", error="invalid_token"',
  );

const bucketError = (seconds: number) =>
  atlasError('RATE_LIMITED_TOKEN_BUCKET', 'maintenanceWindow', seconds, 1200, 500, 60);

const lost = (tells: string, acts: boolean): FaultKind => ({ tells, acts, play: reset });

const serverError = (status: number): FaultKind => ({
  tells: `${status} in Atlas's shape; value: seconds for Retry-After`,
  play: error(value => {
    const unavailable = status === 503;
    const answer = errorAnswer(
      status,
      unavailable ? 'SERVICE_UNAVAILABLE' : 'UNEXPECTED_ERROR',
      unavailable ? 'The service is temporarily unavailable.' : 'Unexpected error.',
    );
    return typeof value === 'number' ? withHeaders(answer, { 'Retry-After': String(value) }) : answer;
  }),
});

const gateway = (status: number, title: string): FaultKind => ({
  tells: `${status} as a gateway's HTML page`,
  play: error(() => html(status, `${status} ${title}`)),
});

const token = (tells: string, make: () => Answer): FaultKind => ({
  tells,
  leg: 'any',
  path: '^/api/oauth/token$',
  play: error(make),
});

const table = {
  // The connection
  resetBeforeHeaders: lost('the connection is reset before a byte of the answer', false),
  resetInHeaders: {
    tells: 'the connection is reset in the middle of the headers',
    acts: true,
    play: exchange => {
      exchange.response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: appli', () =>
        soon(() => reset(exchange)),
      );
    },
  },
  resetAfterHeaders: {
    tells: 'the connection is reset after the headers',
    acts: true,
    play: (exchange, answer) => {
      exchange.head(answer.status, { ...answer.headers, 'Content-Length': '150' });
      exchange.response.flushHeaders();
      soon(() => reset(exchange));
    },
  },
  cutBody: {
    tells: 'the connection closes after half of the body that Content-Length promises',
    acts: true,
    play: (exchange, answer) => {
      const bytes = Buffer.from(answer.body.length === 0 ? '{}' : answer.body);
      exchange.head(answer.status, { ...answer.headers, 'Content-Length': String(bytes.length) });
      exchange.response.write(bytes.subarray(0, bytes.length / 2), () =>
        soon(() => exchange.response.socket?.end()),
      );
    },
  },
  silence: { tells: 'no answer ever comes', play: () => undefined },
  drip: {
    tells: 'the body comes a byte a second; value: milliseconds between two bytes',
    acts: true,
    play: (exchange, answer, value) => {
      const bytes = Buffer.from(answer.body.length === 0 ? '{}' : answer.body);
      const { response } = exchange;
      exchange.head(answer.status, { ...answer.headers, 'Content-Length': String(bytes.length) });
      response.flushHeaders();
      let sent = 0;
      const timer = setInterval(
        () => {
          response.write(bytes.subarray(sent, sent + 1));
          sent += 1;
          if (sent >= bytes.length) response.end();
        },
        numberOr(value, 1000),
      );
      response.on('close', () => clearInterval(timer));
    },
  },
  lostBeforeActing: lost('the answer is lost, and nothing was done', false),
  lateEffect: {
    tells:
      "a gateway's 504; what was asked for is done when the window is read the n-th time after; value: n (3)",
    play: (exchange, _answer, value) => {
      exchange.actLater(numberOr(value, 3));
      exchange.send(html(504, '504 Gateway Time-out'));
    },
  },
  lostAfterActing: lost('the answer is lost, although what was asked for was done', true),

  // The body
  html: { tells: '200 with an HTML page', play: error(() => html(200, 'Sign in')) },
  emptyBody: { ...body(() => ''), tells: 'no body where JSON is expected' },
  nullBody: { ...body(() => 'null'), tells: 'the JSON is null' },
  arrayBody: { ...content(parsed => [parsed]), tells: 'the JSON is an array' },
  wrongShape: { ...content(parsed => ({ data: parsed })), tells: 'the JSON is wrapped in another object' },
  brokenJson: { ...body(text => text.slice(0, -1)), tells: 'the last character of the JSON is missing' },
  numbersAsStrings: {
    ...content(parsed => everywhere(parsed, leaf => (typeof leaf === 'number' ? String(leaf) : leaf))),
    tells: 'numbers come as strings',
  },
  fields: {
    ...content((parsed, value) => (isRecord(parsed) && isRecord(value) ? { ...parsed, ...value } : parsed)),
    tells: 'fields of the answer are overwritten; value: an object',
  },
  day0: field('dayOfWeek', 0),
  day8: field('dayOfWeek', 8),
  day42: field('dayOfWeek', 42),
  hour24: field('hourOfDay', 24),
  hour42: field('hourOfDay', 42),
  hugeBody: {
    ...content((parsed, value) => ({
      ...(isRecord(parsed) ? parsed : {}),
      padding: 'x'.repeat(numberOr(value, 10_000_000)),
    })),
    tells: 'the body has 10 MB; value: bytes',
  },
  deepBody: {
    ...body((_text, value) => {
      const depth = numberOr(value, 100_000);
      return '['.repeat(depth) + ']'.repeat(depth);
    }),
    tells: 'the JSON is nested 100,000 deep; value: depth',
  },
  invalidUtf8: {
    ...body(text => {
      const at = text.indexOf(':"') + 2;
      return Buffer.concat([
        Buffer.from(text.slice(0, at)),
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from(text.slice(at)),
      ]);
    }),
    tells: 'a string holds bytes that are not UTF-8',
  },
  cutPage: {
    ...listPage(({ due, totalCount }, count) => ({
      results: due.slice(0, Math.max(0, due.length - count)),
      totalCount,
    })),
    tells: 'a page of projects ends too early, and tells the right total; value: by how many (1)',
  },
  repeatedPage: {
    ...listPage(({ before, totalCount }) => ({ results: before, totalCount })),
    tells: 'a page of projects is the one before once more; the first one is empty',
  },
  shiftedPage: {
    ...listPage(({ before, due, after, totalCount, itemsPerPage }, count) => {
      const start = Math.max(0, before.length + count);
      const results = [...before, ...due, ...after].slice(start, start + itemsPerPage);
      return { results, totalCount: totalCount - count };
    }),
    tells:
      'a page of projects as if some on earlier pages had just been removed; value: how many (1), below 0 for added ones',
  },
  hostileText: {
    ...content((parsed, value) =>
      everywhere(parsed, leaf => (typeof leaf === 'string' ? textOr(value, HOSTILE) : leaf)),
    ),
    tells: 'every string of the answer is hostile; value: another text',
  },
  hostileError: {
    tells: '400 with hostile text in every string and in the status line; value: another text',
    play: error((value, { response }) => {
      response.statusMessage = '::error::hostile <script>alert(1)</script>';
      return saying(400, textOr(value, HOSTILE));
    }),
  },
  echo: {
    tells:
      'an error that plays the Authorization header and the body back in every string; value: status (400)',
    leg: 'any',
    play: error((value, { call }) =>
      saying(numberOr(value, 400), `${call.headers.authorization ?? ''} ${call.body}`),
    ),
  },

  // Elsewhere
  redirect301: redirect(301),
  redirect302: redirect(302),
  redirect307: redirect(307),

  // Signing in
  stale: {
    tells: '401 with stale=true although the answer is right',
    play: error((_value, exchange) => refused(exchange, true)),
  },
  unauthorized: {
    tells: '401 with a fresh challenge although the answer is right',
    play: error((_value, exchange) => refused(exchange)),
  },
  noChallenge: {
    tells: '401 without a challenge',
    leg: 'any',
    play: error(() => errorAnswer(401, 'UNEXPECTED_ERROR', 'You are not authorized for this resource.')),
  },
  challengeWithoutQop: challenge('a challenge without qop', x => x.challenge({ qop: null })),
  challengeAuthInt: challenge('a challenge with qop="auth-int" only', x => x.challenge({ qop: 'auth-int' })),
  challengeSha256: challenge('a challenge with SHA-256 only', x => x.challenge({ algorithm: 'SHA-256' })),
  challengesInOneHeader: challenge('Basic, Digest with SHA-256 and Digest with MD5 in one header', x =>
    ['Basic realm="MMS, Public", charset="UTF-8"', x.challenge({ algorithm: 'SHA-256' }), x.challenge()].join(
      ', ',
    ),
  ),
  challengesInSeveralHeaders: challenge('the same three in a header each', x => [
    'Basic realm="MMS, Public", charset="UTF-8"',
    x.challenge({ algorithm: 'SHA-256' }),
    x.challenge(),
  ]),
  challengeHostile: challenge('a challenge whose realm is hostile', x =>
    x.challenge({ realm: '::error::hostile %0A <script>alert(1)</script> `@everyone`' }),
  ),
  challengeUnknown: challenge('a challenge that nobody can answer', () => 'Negotiate'),
  tokenOAuthError: token("the token endpoint refuses in OAuth's shape", () =>
    oauthError(401, 'invalid_client', 'Invalid credentials provided.'),
  ),
  tokenAtlasError: token("the token endpoint refuses in Atlas's shape", () =>
    errorAnswer(401, 'UNEXPECTED_ERROR', 'You are not authorized for this resource.'),
  ),
  tokenRateLimited: token('the token endpoint answers 429 without a word about when', tokenRateLimited),
  tokenLimit: token('403 of the token endpoint: as many tokens live as may', () =>
    oauthError(403, 'access_denied', 'Access Token limit reached'),
  ),
  tokenExpired: {
    tells: 'the token that the request was signed with ends here',
    play: error((_value, exchange) => {
      if (exchange.bearer !== undefined) exchange.revoke(exchange.bearer);
      return refused(exchange);
    }),
  },

  // Refusals
  accessList: {
    tells: "403: the caller's address is not on the access list; value: the address",
    play: error(value => atlasError('IP_ADDRESS_NOT_ON_ACCESS_LIST', textOr(value, '203.0.113.7'))),
  },
  notFound: {
    tells: '404: no such project',
    play: error((_value, { call }) =>
      atlasError('GROUP_NOT_FOUND', /groups\/([^/?]*)/.exec(call.target)?.[1] ?? ''),
    ),
  },
  upgrade: {
    tells: '405: no writes during an upgrade',
    play: error(() => atlasError('WRITES_NOT_ALLOWED_DURING_APP_UPGRADES')),
  },
  nonCompliant: {
    tells: '400: pending maintenance must be done by a date; value: the date',
    play: error(value => atlasError('NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW', textOr(value, '2026-12-31'))),
  },
  eventsForbidden: {
    tells: '403 for the events',
    path: '/events',
    play: error(() => errorAnswer(403, 'USER_UNAUTHORIZED', 'Current user is not authorized.')),
  },
  rateLimited: {
    tells: '429 with Retry-After in seconds; value: seconds (1)',
    play: error(value => {
      const seconds = numberOr(value, 1);
      return withHeaders(bucketError(seconds), { 'Retry-After': String(seconds) });
    }),
  },
  rateLimitedUntilDate: {
    tells: '429 with Retry-After as a date; value: seconds from now (1)',
    play: error((value, { now }) => {
      const seconds = numberOr(value, 1);
      return withHeaders(bucketError(seconds), {
        'Retry-After': new Date(now() + seconds * 1000).toUTCString(),
      });
    }),
  },
  rateLimitedInBody: {
    tells: '429 with the seconds in the parameters only; value: seconds (1)',
    play: error(value => bucketError(numberOr(value, 1))),
  },
  rateLimitedSilently: {
    tells: '429 without a word about when',
    play: error(() =>
      json(429, { detail: 'Too many requests.', error: 429, errorCode: 'RATE_LIMITED', parameters: null }),
    ),
  },

  // The server
  error500: serverError(500),
  error502: serverError(502),
  error503: serverError(503),
  error504: serverError(504),
  gateway500: gateway(500, 'Internal Server Error'),
  gateway502: gateway(502, 'Bad Gateway'),
  gateway503: gateway(503, 'Service Temporarily Unavailable'),
  gateway504: gateway(504, 'Gateway Time-out'),
  answer: {
    tells: 'any answer; value: {status, headers, body}, a body that is no text is sent as JSON',
    play: error(value => {
      const { status, headers, body: text } = isRecord(value) ? value : {};
      const answer = json(numberOr(status, 200), text ?? {});
      const given = isRecord(headers) ? everywhere(headers, String) : {};
      return {
        status: answer.status,
        headers: {
          ...answer.headers,
          ...(isRecord(given)
            ? Object.fromEntries(Object.entries(given).map(([name, entry]) => [name, String(entry)]))
            : {}),
        },
        body: typeof text === 'string' ? text : answer.body,
      };
    }),
  },
  raw: {
    tells: 'any bytes in place of an answer, then the connection ends; value: a text, a byte a character',
    play: ({ response }, _answer, value) => response.socket?.end(Buffer.from(textOr(value, ''), 'latin1')),
  },
  notTaken: {
    tells: 'a write is answered as done, and was not',
    acts: false,
    method: '^(PATCH|POST|DELETE)$',
    path: '/maintenanceWindow',
    play: sends(answer => answer),
  },
  clockSkew: {
    tells: 'the Date header is wrong; value: by how many seconds (3600)',
    acts: true,
    leg: 'any',
    play: sends((answer, value, { now }) =>
      withHeaders(answer, { Date: new Date(now() + numberOr(value, HOUR / 1000) * 1000).toUTCString() }),
    ),
  },
} satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof table;

const kinds: Record<FaultName, FaultKind> = table;

/** Every fault's name and what it does. */
export const faultNames: Record<FaultName, string> = Object.fromEntries(
  Object.entries(kinds).map(([name, { tells }]) => [name, tells]),
) as Record<FaultName, string>; // the keys are the table's

const fits = (fault: Fault, { call }: Exchange, leg: Leg): boolean => {
  const kind = kinds[fault.name];
  const where = fault.leg ?? kind.leg ?? 'signedIn';
  const method = fault.method ?? kind.method;
  const path = fault.path ?? kind.path;
  return (
    (where === 'any' || where === leg) &&
    (method === undefined || new RegExp(method).test(call.method)) &&
    (path === undefined || new RegExp(path).test(call.target))
  );
};

/** Finds the fault that strikes this exchange and counts it; spent ones leave the list. */
export const takeFault = (faults: Fault[], exchange: Exchange, leg: Leg): Fault | undefined => {
  for (const fault of faults.filter(candidate => fits(candidate, exchange, leg))) {
    if (fault.skip) {
      fault.skip -= 1;
      continue;
    }
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
    }
    return fault;
  }
  return undefined;
};

export const playFault = (fault: Fault, exchange: Exchange): void => {
  const kind = kinds[fault.name];
  const answer = (fault.acts ?? kind.acts ?? false) ? exchange.act() : exchange.rehearse();
  kind.play(exchange, answer, fault.value);
};

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;

const isPattern = (value: unknown) => {
  try {
    return isText(value) && new RegExp(String(value)) !== undefined;
  } catch {
    return false;
  }
};

const checks: Record<keyof Fault, (value: unknown) => boolean> = {
  name: value => isText(value) && Object.hasOwn(kinds, String(value)),
  method: isPattern,
  path: isPattern,
  leg: value => value === 'challenge' || value === 'signedIn' || value === 'any',
  times: isCount,
  skip: isCount,
  acts: value => typeof value === 'boolean',
  value: () => true,
};

/** @throws {TypeError} naming what is wrong with it */
export const parseFault = (value: unknown): Fault => {
  if (!isRecord(value) || value.name === undefined)
    throw new TypeError('A fault is a JSON object with a name.');
  checkKeys(value, checks);
  return value as unknown as Fault; // every key has passed its check, and the name is there
};
