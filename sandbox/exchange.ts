import type { ServerResponse } from 'node:http';
import type { ChallengeStyle } from './digest.ts';
import type { Answer, Call } from './http.ts';

/** One request on its way to an answer, as far as a fault may interfere. */
export interface Exchange {
  call: Call;
  /** Address of the sandbox, without a slash at the end. */
  base: string;
  /** The sandbox's clock, in milliseconds. */
  now(): number;
  /** The token that the request was signed with, if that was the way. */
  bearer: string | undefined;
  /** Does what was asked for and tells the answer. */
  act(): Answer;
  /** Does what was asked for only when the window has been read so many times more. */
  actLater(reads: number): void;
  /** Tells the answer, or that to another target, and leaves everything as it was. */
  rehearse(target?: string): Answer;
  /** A fresh challenge, as the value of a `WWW-Authenticate` header. */
  challenge(style?: ChallengeStyle): string;
  /** Ends a token. */
  revoke(token: string): void;
  /** Writes status and headers; `Date` is the sandbox's unless given. */
  head(status: number, headers: Answer['headers']): void;
  /** Writes a whole answer. */
  send(answer: Answer): void;
  response: ServerResponse;
}
