import { randomBytes } from 'node:crypto';
import { type Account, everyAccount } from './accounts.ts';
import { atlasError, oauthError } from './errors.ts';
import { type Answer, type Call, empty, json, mediaType, withHeaders } from './http.ts';
import { createBuckets } from './rateLimit.ts';

/** A live access token. */
export interface Token {
  token: string;
  clientId: string;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  expires: number;
}

export interface OAuth {
  /** Tokens that are minted and neither revoked nor expired. The ready-made ones are not among them. */
  tokens(): Token[];
  /** Who signs in with `Authorization: Basic`, if anybody. */
  client(credentials: string): Account | undefined;
  /** Who holds a token, if it is alive; counts as one use. */
  holder(token: string): Account | undefined;
  /** Ends a token, ready-made ones too. */
  revoke(token: string): void;
  /** `POST /api/oauth/token`, for a client whose credentials are good; without `keeps` the token is dead. */
  mint(account: Account, call: Call, keeps: boolean): Answer;
  /** `POST /api/oauth/revoke`, likewise; without `keeps` the token lives on. */
  revocation(account: Account, call: Call, keeps: boolean): Answer;
}

export const TOKEN_PATH = '/api/oauth/token';
const LIFETIME_SECONDS = 3600;
const LIVE_TOKENS_PER_CLIENT = 100;
const TOKENS_PER_MINUTE = 50;

/** 429 of the token endpoint, without a word about when. */
export const tokenRateLimited = (): Answer => atlasError('RATE_LIMITED', TOKEN_PATH, TOKENS_PER_MINUTE, 1);

export const INVALID_CLIENT = oauthError(401, 'invalid_client', 'Invalid credentials provided.');

const invalidRequest = (description: string) => oauthError(400, 'invalid_request', description);

const isForm = (call: Call) =>
  mediaType(call.headers['content-type']) === 'application/x-www-form-urlencoded';

/** @param usesPerToken how many requests a token serves before it counts as expired */
export const createOAuth = (now: () => number, usesPerToken: () => number): OAuth => {
  const readyMade = new Map(everyAccount.map(account => [account.accessToken, account]));
  const minted = new Map<string, Token & { account: Account; uses: number }>();
  const buckets = createBuckets({
    resource: 'oauth/token',
    capacity: TOKENS_PER_MINUTE,
    refill: TOKENS_PER_MINUTE,
  });

  const live = () => [...minted.values()].filter(token => token.expires > now());

  return {
    tokens: () => live().map(({ token, clientId, expires }) => ({ token, clientId, expires })),

    client: credentials => {
      const bytes = Buffer.from(credentials, 'base64');
      if (bytes.toString('base64') !== credentials) return undefined;
      return everyAccount.find(
        ({ clientId, clientSecret }) => `${clientId}:${clientSecret}` === bytes.toString(),
      );
    },

    holder: token => {
      const account = readyMade.get(token);
      if (account) return account;
      const found = minted.get(token);
      if (!found || found.expires <= now() || found.uses >= usesPerToken()) return undefined;
      found.uses += 1;
      return found.account;
    },

    revoke: token => {
      readyMade.delete(token);
      minted.delete(token);
    },

    mint: (account, call, keeps) => {
      const { wait } = buckets.take(account.clientId, now());
      if (wait > 0) return withHeaders(tokenRateLimited(), { 'Retry-After': String(wait) });
      if (!isForm(call)) return invalidRequest('The content type must be application/x-www-form-urlencoded.');
      if (call.body !== 'grant_type=client_credentials') {
        return oauthError(400, 'unsupported_grant_type', 'The grant type must be client_credentials.');
      }
      const own = live().filter(({ clientId }) => clientId === account.clientId);
      if (own.length >= LIVE_TOKENS_PER_CLIENT)
        return oauthError(403, 'access_denied', 'Access Token limit reached');
      const token = `eyJ${randomBytes(24).toString('base64url')}.${randomBytes(24).toString('base64url')}`;
      const expires = now() + LIFETIME_SECONDS * 1000;
      if (keeps) minted.set(token, { token, clientId: account.clientId, expires, account, uses: 0 });
      return json(200, { access_token: token, expires_in: LIFETIME_SECONDS, token_type: 'Bearer' });
    },

    revocation: (account, call, keeps) => {
      if (!isForm(call)) return invalidRequest('The content type must be application/x-www-form-urlencoded.');
      const form = new URLSearchParams(call.body);
      const token = form.get('token');
      if (!token || form.get('token_type_hint') !== 'access_token') {
        return invalidRequest('The body must hold token and token_type_hint=access_token.');
      }
      // RFC 7009: a token that is unknown is as good as revoked; somebody else's stays alive.
      const owner = minted.get(token)?.account ?? readyMade.get(token);
      if (keeps && owner === account) {
        minted.delete(token);
        readyMade.delete(token);
      }
      return empty(200);
    },
  };
};
