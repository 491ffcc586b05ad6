/** An answer of Atlas, or of something before it, with its whole body. */
export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  /** When its request began, and when its head had come, on the monotonic clock. */
  readonly sent: number;
  readonly received: number;
}
