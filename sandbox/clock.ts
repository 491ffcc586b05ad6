/** The sandbox's own time, in milliseconds since the epoch. All it says and does follows this clock. */
export interface Clock {
  now(): number;
  /** Stands still at an instant. */
  freeze(at: number | string): void;
  /** Runs on from an instant at the machine's pace. */
  run(from: number | string): void;
  /** Moves forward and stays frozen or running as it was. */
  advance(milliseconds: number): void;
  /** Back to the machine's clock. */
  reset(): void;
  isFrozen(): boolean;
}

/** The machine's, whatever a step in this process takes for now. */
const { now: machines } = Date;

const instant = (value: number | string): number => {
  const milliseconds = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(milliseconds)) throw new RangeError(`Not an instant: ${value}`);
  return milliseconds;
};

export const createClock = (frozenAt?: number | string): Clock => {
  let frozen: number | undefined;
  let ahead = 0;
  const clock: Clock = {
    now: () => frozen ?? machines() + ahead,
    freeze: at => {
      frozen = instant(at);
    },
    run: from => {
      ahead = instant(from) - machines();
      frozen = undefined;
    },
    advance: milliseconds => {
      if (frozen === undefined) ahead += milliseconds;
      else frozen += milliseconds;
    },
    reset: () => {
      ahead = 0;
      frozen = undefined;
    },
    isFrozen: () => frozen !== undefined,
  };
  if (frozenAt !== undefined) clock.freeze(frozenAt);
  return clock;
};
