import {
  boolean,
  check,
  custom,
  type GenericSchema,
  literal,
  nullish,
  object,
  picklist,
  pipe,
  transform,
} from 'valibot';
import { type Parsed, parse, record } from './schema.ts';

/** 1 = Sunday … 7 = Saturday, as Atlas counts. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Wave = 1 | 2 | 3;

/** Whole hours from 0 to 23, in the project's time zone. */
export interface ProtectedHours {
  readonly startHourOfDay: number;
  readonly endHourOfDay: number;
}

/** A window is a weekly start; Atlas states no length. */
export interface ConfiguredWindow {
  readonly configured: true;
  readonly dayOfWeek: DayOfWeek;
  /** 0 to 23. */
  readonly hourOfDay: number;
  /** IANA name. */
  readonly timeZoneId: string;
  readonly autoDeferOnceEnabled: boolean;
  /** Of the current maintenance event. */
  readonly numberOfDeferrals: number;
  /** True from the command to start until that maintenance completes. */
  readonly startASAP: boolean;
  readonly protectedHours?: ProtectedHours | undefined;
  readonly waveAssignment?: Wave | undefined;
  readonly effectiveWaveAssignment?: Wave | undefined;
}

/** No window is set: Atlas may start maintenance whenever it chooses. */
export type NoWindow = { readonly configured: false } & {
  readonly [Key in keyof Omit<ConfiguredWindow, 'configured' | 'dayOfWeek' | 'hourOfDay'>]?:
    | ConfiguredWindow[Key]
    | undefined;
};

export type MaintenanceWindow = ConfiguredWindow | NoWindow;

/** What a PATCH may hold. `protectedHours: {}` and `waveAssignment: null` clear. */
export interface WindowPatch {
  readonly dayOfWeek?: DayOfWeek;
  readonly hourOfDay?: number;
  readonly autoDeferOnceEnabled?: boolean;
  /** A command inside a settings object: Atlas wants it alone. */
  readonly startASAP?: true;
  readonly protectedHours?: ProtectedHours | Record<string, never>;
  readonly waveAssignment?: Wave | null;
}

/** Inferred, no source states it: what `dayOfWeek` is in the answer for a project that has no window. */
const NO_DAY: readonly unknown[] = [undefined, null, 0];

const wholeNumber = (from: number, to: number, due: string) =>
  custom<number>(
    value => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
    due,
  );

/** Absent or null: not set. */
const unlessUnset = <T>(schema: GenericSchema<unknown, T>) =>
  pipe(
    nullish(schema),
    transform(value => value ?? undefined),
  );

const day = picklist([1, 2, 3, 4, 5, 6, 7], 'a day from 1 to 7');
const hour = wholeNumber(0, 23, 'an hour from 0 to 23');
/** Whether it is one is a question for the room that knows about time. */
const zone = custom<string>(value => typeof value === 'string' && value !== '', 'a time zone');
const flag = boolean('true or false');
const count = wholeNumber(0, Number.MAX_SAFE_INTEGER, 'a count');
const wave = picklist([1, 2, 3], 'a wave from 1 to 3');

const hours = pipe(
  record,
  object({ startHourOfDay: nullish(hour), endHourOfDay: nullish(hour) }),
  check(
    ({ startHourOfDay, endHourOfDay }) => (startHourOfDay == null) === (endHourOfDay == null),
    'a start and an end hour',
  ),
  transform(({ startHourOfDay, endHourOfDay }): ProtectedHours | undefined =>
    startHourOfDay == null || endHourOfDay == null ? undefined : { startHourOfDay, endHourOfDay },
  ),
);

const extras = {
  protectedHours: unlessUnset(hours),
  waveAssignment: unlessUnset(wave),
  effectiveWaveAssignment: unlessUnset(wave),
};

const configured = object({
  dayOfWeek: day,
  hourOfDay: hour,
  timeZoneId: zone,
  autoDeferOnceEnabled: flag,
  numberOfDeferrals: count,
  startASAP: flag,
  ...extras,
});

const withoutDay = (due: string) => `${due}, as it has to be where no day is set`;

const noWindow = object({
  // Without a day these can only say the same: what contradicts itself is no proof of "no window".
  hourOfDay: unlessUnset(literal(0, withoutDay('0'))),
  timeZoneId: unlessUnset(zone),
  autoDeferOnceEnabled: unlessUnset(flag),
  numberOfDeferrals: unlessUnset(literal(0, withoutDay('0'))),
  startASAP: unlessUnset(literal(false, withoutDay('false'))),
  ...extras,
});

/** An answer about something else altogether. An empty one may be what is left where nothing is set. */
const isForeign = (body: Record<string, unknown>) => {
  const keys = Object.keys(body);
  return keys.length > 0 && !keys.some(key => Object.hasOwn(configured.entries, key));
};

/** Keys that Atlas adds are ignored; a value out of range is a problem, never "no window". */
export function parseWindow(json: unknown): Parsed<MaintenanceWindow> {
  const body = parse(record, json);
  if ('problem' in body) return body;
  if (isForeign(body.value)) return { problem: 'it is a JSON object with no field of a maintenance window' };
  if (NO_DAY.includes(body.value.dayOfWeek)) {
    const none = parse(noWindow, json);
    if ('problem' in none) return none;
    const { hourOfDay: _, ...rest } = none.value;
    return { value: { configured: false, ...rest } };
  }
  const window = parse(configured, json);
  return 'problem' in window ? window : { value: { configured: true, ...window.value } };
}
