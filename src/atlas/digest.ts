import { createHash, randomBytes } from 'node:crypto';
import type { HttpClientResponse } from '@actions/http-client';
import type { RequestHandler, RequestInfo } from '@actions/http-client/lib/interfaces';
import { drain } from './body.ts';
import { AtlasError } from './errors.ts';

// HTTP Digest, RFC 7616.

/** One challenge of a `WWW-Authenticate` header; names of parameters are lower case. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const SCHEME = /[!#$%&'*+.^_`|~\w-]+(?=[\s,]|$)(?!\s*=)/y;
const TOKEN68 = / +[\w.~+/-]+=*(?=\s*(?:,|$))/y;
const PARAMETER = /([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]+))\s*(?=,|$)/y;

/**
 * Reads a `WWW-Authenticate` header with any number of challenges (several headers arrive here joined by commas).
 * What follows a violation of the grammar is left out, along with the challenge that holds it.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(header);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(/[\s,]*/y);
    if (at === header.length) return challenges;
    const parameter = take(PARAMETER);
    if (parameter) {
      const [, name = '', quoted, bare = ''] = parameter;
      challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare);
      continue;
    }
    const scheme = take(SCHEME);
    if (!scheme) return challenges.slice(0, -1);
    challenges.push({ scheme: scheme[0].toLowerCase(), parameters: new Map() });
    take(TOKEN68);
  }
}

const HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA-256', 'sha256'],
]);

/** A Digest challenge that can be answered. */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** As the server spelled it; a server that names none means MD5. */
  readonly algorithm: string | undefined;
  /** What Node calls the hash. */
  readonly hash: string;
  /** A `-sess` algorithm. */
  readonly session: boolean;
  readonly qop: 'auth' | 'auth-int' | undefined;
  readonly stale: boolean;
}

const digestsOf = (challenges: readonly Challenge[]) =>
  challenges.filter(({ scheme }) => scheme === 'digest');

/** The first challenge that is understood: the server puts what it prefers first (RFC 7616, section 3.7). */
export function chooseDigest(challenges: readonly Challenge[]): DigestChallenge | undefined {
  for (const { parameters } of digestsOf(challenges)) {
    const realm = parameters.get('realm');
    const nonce = parameters.get('nonce');
    const algorithm = parameters.get('algorithm');
    const [, name = '', session] =
      /^(.*?)(-sess)?$/.exec((algorithm ?? 'MD5').toUpperCase().replace(/-SESS$/, '-sess')) ?? [];
    const hash = HASHES.get(name);
    const offered = parameters
      .get('qop')
      ?.toLowerCase()
      .split(/[\s,]+/);
    const qop = (['auth', 'auth-int'] as const).find(quality => offered?.includes(quality));
    if (realm === undefined || nonce === undefined || hash === undefined) continue;
    if (offered !== undefined && qop === undefined) continue;
    return {
      realm,
      nonce,
      opaque: parameters.get('opaque'),
      algorithm,
      hash,
      session: session !== undefined,
      qop,
      stale: parameters.get('stale')?.toLowerCase() === 'true',
    };
  }
  return undefined;
}

export interface DigestRequest {
  readonly challenge: DigestChallenge;
  readonly username: string;
  readonly password: string;
  readonly method: string;
  /** The request target: path with query. */
  readonly uri: string;
  readonly body: string;
  /** How many requests have been sent with this nonce, this one included. */
  readonly count: number;
  readonly cnonce: string;
}

/** The `Authorization` header that answers a challenge. */
export function answerDigest(request: DigestRequest): string {
  const { challenge, username, password, method, uri, body, count, cnonce } = request;
  const { realm, nonce, opaque, algorithm, qop, session } = challenge;
  const h = (...parts: string[]) => createHash(challenge.hash).update(parts.join(':')).digest('hex');
  const nc = count.toString(16).padStart(8, '0');
  const secret = h(username, realm, password);
  const key = session ? h(secret, nonce, cnonce) : secret;
  const target = qop === 'auth-int' ? h(method, uri, h(body)) : h(method, uri);
  // Without qop: the form of RFC 2069, which RFC 7616 keeps for old servers.
  const response = qop === undefined ? h(key, nonce, target) : h(key, nonce, nc, cnonce, qop, target);
  return `Digest ${[
    `username=${quote(username)}`,
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(uri)}`,
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${nc}`]),
    ...(qop === undefined && !session ? [] : [`cnonce=${quote(cnonce)}`]),
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
  ].join(', ')}`;
}

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A nonce in use, with the count of requests that have used it. */
interface Session {
  readonly challenge: DigestChallenge;
  readonly cnonce: string;
  count: number;
}

/** Signs requests with an API key: a nonce, once accepted, serves all that follow. */
export function createDigest(publicKey: string, privateKey: string): RequestHandler {
  let accepted: Session | undefined;
  let challenged: HttpClientResponse | undefined;
  const usedBy = new WeakMap<object, Session>();

  const sign = (options: RequestInfo['options'], session: Session, body: string) => {
    session.count += 1;
    usedBy.set(options, session);
    options.headers = {
      ...(options.headers as NodeJS.Dict<string>), // the toolkit's client makes a plain object of them
      authorization: answerDigest({
        challenge: session.challenge,
        username: publicKey,
        password: privateKey,
        method: options.method ?? 'GET',
        uri: options.path ?? '/',
        body,
        count: session.count,
        cnonce: session.cnonce,
      }),
    };
  };

  return {
    prepareRequest(options) {
      // The body is not known yet, so an auth-int session cannot be used ahead of a challenge.
      if (accepted && accepted.challenge.qop !== 'auth-int') sign(options, accepted, '');
    },

    canHandleAuthentication(response) {
      // The client passes no answer to `handleAuthentication`, but calls it right after this.
      challenged = response;
      return isChallenged(response.message);
    },

    async handleAuthentication(client, info, data) {
      let response = challenged;
      if (!response) throw new Error('A challenge must be looked at before it is answered.');
      let session = usedBy.get(info.options);
      for (let answers = 0; ; answers += 1) {
        const challenge = chooseDigest(challengesIn(response));
        if (!challenge) throw unsupported(response);
        await drain(response.message);
        // A nonce that comes back keeps its count, which must never be used twice.
        if (session?.challenge.nonce !== challenge.nonce)
          session = { challenge, cnonce: randomBytes(16).toString('hex'), count: 0 };
        sign(info.options, session, typeof data === 'string' ? data : '');
        response = await client.requestRaw(info, data as string); // no body is null, which Node's client takes
        const again = response.message.statusCode === 401 ? chooseDigest(challengesIn(response)) : undefined;
        // Shared only now: on other connections a later count could overtake the first one.
        if (!again) accepted = session;
        // A second challenge means wrong keys, unless the server says that only the nonce was too old.
        if (!again?.stale || answers > 0) return response;
      }
    },
  };
}

/** Does this answer ask for a signature, perhaps again? */
export const isChallenged = ({ headers }: { readonly headers: NodeJS.Dict<string | string[]> }) =>
  digestsOf(parseChallenges(String(headers['www-authenticate'] ?? ''))).length > 0;

const challengesIn = ({ message }: HttpClientResponse) =>
  parseChallenges(message.headers['www-authenticate'] ?? '');

function unsupported(response: HttpClientResponse): AtlasError {
  response.message.destroy();
  return new AtlasError({
    code: 'UNSUPPORTED_CHALLENGE',
    status: 401,
    message:
      'The server asks for a kind of HTTP Digest other than MD5 or SHA-256 with qop auth or auth-int, which Atlas does not. Check baseUrl',
    outcome: 'refused',
  });
}
