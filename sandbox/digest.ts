import { createHash, randomBytes } from 'node:crypto';
import { type Account, everyAccount } from './accounts.ts';
import type { Call } from './http.ts';

export type Algorithm = 'MD5' | 'SHA-256';

/** How a challenge deviates from the recorded one. */
export interface ChallengeStyle {
  algorithm?: Algorithm;
  /** `null`: a challenge without qop, as before RFC 2617. */
  qop?: 'auth' | 'auth-int' | null;
  stale?: boolean;
  realm?: string;
}

interface Nonce {
  algorithm: Algorithm;
  qop: 'auth' | 'auth-int' | null;
  realm: string;
  seen: Set<string>;
}

export type DigestVerdict = { account: Account } | { stale: boolean };

export interface Digest {
  /** Value of a `WWW-Authenticate` header with a fresh nonce. */
  challenge(style?: ChallengeStyle): string;
  /** Judges the credentials of an `Authorization: Digest` header; `stale` is what the next challenge says. */
  verify(credentials: string, call: Call): DigestVerdict;
}

const REALM = 'MMS Public API';

/**
 * Parameters that RFC 7616, section 3.4, wants quoted, and those that it wants bare. It wants `algorithm` bare too, but
 * the official Go clients quote it, so Atlas takes both.
 */
const QUOTED = new Set(['username', 'realm', 'nonce', 'uri', 'response', 'cnonce', 'opaque']);
const BARE = new Set(['qop', 'nc', 'userhash']);

/** Parameters of a credentials header by lower-case name; nothing where the header breaks the grammar. */
export const parseParameters = (text: string): Map<string, string> | undefined => {
  const parameters = new Map<string, string>();
  const next = /\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]+))\s*(,|$)/y;
  while (next.lastIndex < text.length) {
    const found = next.exec(text);
    if (!found) return undefined;
    const [, rawName = '', quoted, bare] = found;
    const name = rawName.toLowerCase();
    if (parameters.has(name)) return undefined;
    if (QUOTED.has(name) && quoted === undefined) return undefined;
    if (BARE.has(name) && bare === undefined) return undefined;
    parameters.set(name, quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'));
  }
  return parameters;
};

const hash = (algorithm: Algorithm, text: string): string =>
  createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
    .update(text)
    .digest('hex');

/**
 * Digest access authentication after RFC 7616, to the letter but for the quotes of `algorithm`. Two answers with one nonce may overtake each
 * other on the way, so the rule for `nc` is: none is ever accepted twice.
 *
 * @param usesPerNonce how many answers a nonce serves before it is called stale
 */
export const createDigest = (usesPerNonce: () => number): Digest => {
  const nonces = new Map<string, Nonce>();

  return {
    challenge: ({ algorithm = 'MD5', qop = 'auth', stale = false, realm = REALM } = {}) => {
      // 23 bytes: as long as the recorded nonce, and always with the `=` that a careless parser trips over.
      const nonce = randomBytes(23).toString('base64');
      nonces.set(nonce, { algorithm, qop, realm, seen: new Set() });
      const quality = qop === null ? '' : `, qop="${qop}"`;
      return `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=${algorithm}${quality}, stale=${stale}`;
    },

    verify: (credentials, call) => {
      const refused = { stale: false };
      const parameters = parseParameters(credentials);
      if (!parameters) return refused;
      const get = (name: string) => parameters.get(name) ?? '';
      const nonce = nonces.get(get('nonce'));
      const account = everyAccount.find(({ publicKey }) => publicKey === get('username'));
      if (!nonce || !account) return refused;
      if (get('realm') !== nonce.realm || get('uri') !== call.target) return refused;
      if ((parameters.get('algorithm') ?? 'MD5') !== nonce.algorithm) return refused;
      if (parameters.has('opaque')) return refused; // none was given

      const h = (text: string) => hash(nonce.algorithm, text);
      const secret = h(`${account.publicKey}:${nonce.realm}:${account.privateKey}`);
      const request = `${call.method}:${call.target}`;
      const nc = get('nc');
      let expected: string;
      if (nonce.qop === null) {
        if (parameters.has('qop') || parameters.has('nc')) return refused;
        expected = h(`${secret}:${get('nonce')}:${h(request)}`);
      } else {
        if (get('qop') !== nonce.qop || get('cnonce') === '') return refused;
        if (!/^[0-9a-f]{8}$/.test(nc) || /^0+$/.test(nc)) return refused;
        const entity = nonce.qop === 'auth-int' ? `:${h(call.body)}` : '';
        expected = h(
          [secret, get('nonce'), nc, get('cnonce'), nonce.qop, h(`${request}${entity}`)].join(':'),
        );
      }
      if (get('response') !== expected) return refused;
      if (nonce.qop !== null && nonce.seen.has(nc)) return refused; // a replay
      if (nonce.seen.size >= usesPerNonce()) return { stale: true };
      nonce.seen.add(nonce.qop === null ? String(nonce.seen.size) : nc);
      return { account };
    },
  };
};
