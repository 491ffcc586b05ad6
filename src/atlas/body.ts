import type { IncomingMessage } from 'node:http';
import { AtlasError } from './errors.ts';

/** No answer of Atlas comes near this. */
const MAX_BODY_MIB = 2;

/**
 * The whole body of an answer as text. Rejects when the connection breaks before the end, which `readBody` of the
 * toolkit's client leaves pending for ever.
 */
export async function readBody(message: IncomingMessage, doing: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream and its connection.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    // no encoding is set, so chunks are buffers
    size += chunk.length;
    if (size > MAX_BODY_MIB * 1024 * 1024)
      throw new AtlasError({
        code: 'TOO_LARGE',
        status: message.statusCode,
        message: `The answer to the request to ${doing} is larger than ${MAX_BODY_MIB} MiB, which nothing from Atlas is. Check baseUrl and the proxy`,
        outcome: 'unknown',
      });
    chunks.push(chunk);
  }
  if (!message.complete) throw Object.assign(new Error('cut short'), { code: 'ECONNRESET' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AtlasError({
      code: 'UNREADABLE_ANSWER',
      status: message.statusCode,
      message: `The answer to the request to ${doing} is not valid UTF-8. Check baseUrl and the proxy`,
      outcome: 'unknown',
    });
  }
}

/** Lets a body that nobody needs run to its end, so that the connection can serve the next request. */
export async function drain(message: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      // no encoding is set, so chunks are buffers
      size += chunk.length;
      if (size > MAX_BODY_MIB * 1024 * 1024) return;
    }
  } catch {
    // A broken connection matters only to what is sent over it next.
  }
}
