import { createHash } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { type Account, accounts, type Sandbox } from '../../sandbox/server.ts';

export const MEDIA_TYPE = 'application/vnd.atlas.2023-01-01+json';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One request on a connection of its own, exactly as given. */
export const ask = (
  url: string,
  method: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { hostname, port, origin } = new URL(url);
    const path = url.slice(origin.length) || '/';
    const sent = request(
      { hostname, port, path, method, headers, agent: new Agent({ keepAlive: false }) },
      reply => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text, json: parsed(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

export const api = (sandbox: Sandbox, id: string, path = 'maintenanceWindow') =>
  `${sandbox.url}/api/atlas/v2/groups/${id}/${path}`;

export const atlasHeaders = (body = ''): Record<string, string> => ({
  Accept: MEDIA_TYPE,
  ...(body && { 'Content-Type': MEDIA_TYPE }),
});

/** A call that is signed with an account's ready-made token. */
export const call = (
  sandbox: Sandbox,
  method: string,
  id: string,
  path = 'maintenanceWindow',
  body: unknown = undefined,
  account: Account = accounts.owner,
): Promise<Reply> => {
  const text = body === undefined ? '' : JSON.stringify(body);
  return ask(
    api(sandbox, id, path),
    method,
    { ...atlasHeaders(text), Authorization: `Bearer ${account.accessToken}` },
    text,
  );
};

export const errorCode = (reply: Reply): unknown =>
  reply.json && typeof reply.json === 'object' && 'errorCode' in reply.json
    ? reply.json.errorCode
    : undefined;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

export interface DigestParts {
  username: string;
  password: string;
  nonce: string;
  method: string;
  uri: string;
  nc?: string;
  cnonce?: string;
  realm?: string;
}

/** The answer to a challenge as RFC 7616 computes it. */
export const digestAnswer = (parts: DigestParts): string => {
  const { username, password, nonce, method, uri } = parts;
  const { nc = '00000001', cnonce = '0a4f113b', realm = 'MMS Public API' } = parts;
  const response = md5(
    [md5(`${username}:${realm}:${password}`), nonce, nc, cnonce, 'auth', md5(`${method}:${uri}`)].join(':'),
  );
  return `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", algorithm=MD5, response="${response}", qop=auth, nc=${nc}, cnonce="${cnonce}"`;
};

export const nonceOf = (reply: Reply): string =>
  /nonce="([^"]+)"/.exec(String(reply.headers['www-authenticate']))?.[1] ?? '';
