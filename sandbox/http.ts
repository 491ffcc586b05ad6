import type { IncomingHttpHeaders } from 'node:http';

/** The media type that the maintenance and event endpoints answer with. */
export const ATLAS_MEDIA_TYPE = 'application/vnd.atlas.2023-01-01+json';
const FIRST_VERSION = '2023-01-01';

/** Does a header name a version that Atlas serves: the first, any later date, or the preview? */
export const isAtlasMediaType = (header: string | undefined): boolean => {
  const version = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2}|preview)\+json$/.exec(mediaType(header))?.[1];
  return version === 'preview' || (version !== undefined && version >= FIRST_VERSION);
};

/** A request that has arrived completely. */
export interface Call {
  method: string;
  /** The request target as it stood on the request line: path with query. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What goes back on the wire, before a fault has touched it. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

export const json = (status: number, value: unknown, mediaType = 'application/json'): Answer => ({
  status,
  headers: { 'Content-Type': mediaType },
  body: JSON.stringify(value),
});

/** Writes answer with no body at all; a 200 then says `Content-Length: 0` and names no type. */
export const empty = (status: 200 | 204): Answer => ({ status, headers: {}, body: '' });

export const withHeaders = (answer: Answer, headers: Answer['headers']): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

/** Media type without parameters, lower case. */
export const mediaType = (header: string | undefined): string =>
  (header ?? '').split(';', 1).join('').trim().toLowerCase();

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON, or `undefined` where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @throws {TypeError} naming the first key that is not among the checks, or whose value fails its own */
export const checkKeys = (
  value: Record<string, unknown>,
  checks: Record<string, (value: unknown) => boolean>,
): void => {
  for (const [key, entry] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check) throw new TypeError(`Unknown key ${key}; known are ${Object.keys(checks).join(', ')}.`);
    if (!check(entry)) throw new TypeError(`${key} cannot be ${JSON.stringify(entry)}.`);
  }
};
