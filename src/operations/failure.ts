import type { AtlasError } from '../atlas/client.ts';
import { coded } from '../text.ts';
import type { Facts } from '../words/facts.ts';

/** Ends the work on a project, for a reason of our own or with something done already. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  /** What the step had done by then. */
  readonly did: Partial<Facts>;

  private constructor(code: string, message: string, did: Partial<Facts>) {
    super(message);
    this.code = code;
    this.did = did;
  }

  /** @param message one or two sentences, without the last full stop */
  static because = (code: string, message: string, did: Partial<Facts> = {}): Failure =>
    new Failure(code, coded(message, code), did);

  /** What Atlas says, or fails to say, after something was done. */
  static after = (did: Partial<Facts>, { code, message }: AtlasError): Failure =>
    new Failure(code, message, did);
}
