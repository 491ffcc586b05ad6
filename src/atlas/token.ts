import { custom, object, pipe, string } from 'valibot';
import type { Answer } from './answer.ts';
import { REVOKE_PATH, TOKEN_PATH } from './endpoints.ts';
import { AtlasError, unreadable } from './errors.ts';
import { parse, record } from './schema.ts';
import type { Request } from './transport.ts';

/** The tokens of a service account (OAuth 2 client credentials). */
export interface Tokens {
  /** The token in use; minted on first need, once for all who ask. */
  current(): Promise<string>;
  /** A token was taken. */
  worked(token: string): void;
  /** A token in place of one that was refused: `undefined` when that was a new one, which never worked. */
  renewed(refused: string): Promise<string | undefined>;
  /** Ends every token minted here. Returns a warning when that fails; never throws. */
  revoke(): Promise<string | undefined>;
}

export interface TokensOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Sends a request; throws where the answer is not a success. */
  send(request: Request): Promise<Answer>;
  /** The same, again and again while the failure may pass. */
  sendPatiently(request: Request): Promise<Answer>;
  readJson(answer: Answer, doing: string): unknown;
  /** Called with everything that must never be shown, before it is used. */
  keepSecret(secret: string): void;
}

const MINT = 'mint an access token';

const grant = pipe(record, object({ access_token: string('text') }));
const usable = pipe(
  record,
  object({
    // Visible ASCII is what an Authorization header can carry.
    access_token: custom<string>(
      value => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value),
      'a token',
    ),
    token_type: custom<string>(
      value => typeof value === 'string' && value.toLowerCase() === 'bearer',
      'Bearer',
    ),
  }),
);

export function createTokens(options: TokensOptions): Tokens {
  const { clientId, clientSecret, send, sendPatiently, readJson, keepSecret } = options;
  // Raw, not percent-encoded as RFC 6749 has it: Atlas refuses an encoded `_`.
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  keepSecret(basic);

  const post = (path: string, doing: string, body: Record<string, string>): Request => ({
    method: 'POST',
    path,
    doing,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(body).toString(),
  });

  const minted: string[] = [];
  let current: Promise<string> | undefined;
  /** The last one that worked: it expires after an hour, and a step may wait for longer. */
  let proven: string | undefined;
  let renewed = false;

  const mint = async (): Promise<string> => {
    try {
      const answer = await sendPatiently(post(TOKEN_PATH, MINT, { grant_type: 'client_credentials' }));
      const json = readJson(answer, MINT);
      const granted = parse(grant, json);
      if ('value' in granted) {
        keepSecret(granted.value.access_token);
        minted.push(granted.value.access_token);
      }
      const parsed = parse(usable, json);
      if ('problem' in parsed) throw unreadable(MINT, 'it holds no Bearer token', answer.status);
      return parsed.value.access_token;
    } catch (error) {
      // Whatever was to be done with the token has surely not been done.
      throw error instanceof AtlasError ? error.as('refused') : error;
    }
  };

  return {
    worked: token => {
      proven = token;
    },
    current: () => {
      current ??= mint();
      return current;
    },
    async renewed(refused) {
      const asked = current;
      // Of all who were refused at the same time only the first renews.
      if ((await asked) !== refused || current !== asked) return current;
      if (renewed && proven !== refused) return undefined;
      renewed = true;
      current = mint();
      return current;
    },
    async revoke() {
      const failures: string[] = [];
      await Promise.all(
        minted.map(async token => {
          try {
            const body = { token, token_type_hint: 'access_token' };
            await send(post(REVOKE_PATH, 'revoke the access token', body));
          } catch (error) {
            failures.push(error instanceof Error ? error.message : 'unknown fault');
          }
        }),
      );
      const [first] = failures;
      return first === undefined
        ? undefined
        : `The access token that this step minted could not be revoked; it expires by itself, within the hour as a rule. ${first}`;
    },
  };
}
