/** A program that others wrote, and that meets the sandbox or the action. */
export interface Stranger {
  readonly name: string;
  /** What this machine lacks to run it, as a sentence. */
  readonly lacks?: () => string | undefined;
  /**
   * Returns what agreed, as a phrase.
   * @throws where it and this repository do not agree, and when it cannot be built
   */
  readonly meet: () => Promise<string> | string;
}
