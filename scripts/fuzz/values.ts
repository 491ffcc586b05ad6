/** What is thrown: credentials, windows, answers, faults and text. */
import fc from 'fast-check';
import { accounts, type Fault, type FaultName, faultNames, HOSTILE } from '../../sandbox/server.ts';
import type { Inputs } from './engines.ts';

/** When all happens. */
export const NOON = Date.parse('2026-03-06T12:00:00Z');

export const { owner } = accounts;
export const credential = fc.constantFrom<Inputs>(
  { publicKey: owner.publicKey, privateKey: owner.privateKey },
  { clientId: owner.clientId, clientSecret: owner.clientSecret },
  { accessToken: owner.accessToken },
);
export const SECRETS = [
  owner.privateKey,
  owner.clientSecret,
  owner.accessToken,
  btoa(`${owner.clientId}:${owner.clientSecret}`),
];

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Tehran',
];
export const weekly = fc.record({
  dayOfWeek: fc.integer({ min: 1, max: 7 }),
  hourOfDay: fc.integer({ min: 0, max: 23 }),
  timeZoneId: fc.constantFrom(...ZONES),
});

export const text = fc.oneof(
  fc.constantFrom(HOSTILE, ...HOSTILE.split('\n'), '', '0', '1', 'null', 'UTC', '2026-03-08T01:00:00Z'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -0, 1.5, 8, 24, 42, 1e300, true, '', '1', 'Mars/Phobos', [], {}),
  fc.integer({ min: -2, max: 60 }),
  text,
  fc.jsonValue(),
);

const FIELDS = [
  'dayOfWeek',
  'hourOfDay',
  'timeZoneId',
  'autoDeferOnceEnabled',
  'numberOfDeferrals',
  'startASAP',
  'protectedHours',
  'waveAssignment',
  '__proto__',
];
const windowBody = weekly.map(window => ({
  ...window,
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 0,
  startASAP: false,
}));
const eventsBody = fc.record({
  results: fc.array(
    fc.record(
      {
        id: odd,
        created: fc.oneof(fc.constantFrom('2026-03-05T00:00:00Z', '2026-03-20T00:00:00Z', 'soon'), text),
        eventTypeName: fc.oneof(fc.constantFrom('MAINTENANCE_COMPLETED', 'MAINTENANCE_STARTED'), text),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  ),
  totalCount: odd,
});
const tokenBody = fc.record(
  {
    access_token: fc.oneof(text, fc.constant('eyJ.fuzz.token')),
    token_type: fc.constantFrom('Bearer', 'x'),
    expires_in: odd,
  },
  { requiredKeys: ['access_token'] },
);
const errorBody = fc.record(
  {
    error: odd,
    errorCode: fc.oneof(text, fc.constantFrom('ATLAS_MAINTENANCE_NOT_SCHEDULED', 'USER_UNAUTHORIZED')),
    detail: odd,
    parameters: odd,
    badRequestDetail: odd,
    error_description: odd,
  },
  { requiredKeys: [] },
);

/** JSON text with a few edits, in its fields and in its letters. */
const edited = (body: fc.Arbitrary<object>): fc.Arbitrary<string> =>
  fc
    .tuple(
      body,
      fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { maxLength: 2 }),
      fc.array(fc.constantFrom(...FIELDS), { maxLength: 1 }),
      fc.array(fc.tuple(fc.nat(300), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 1 }),
    )
    .map(([start, set, removed, cuts]) => {
      const fields = Object.entries({ ...start, ...Object.fromEntries(set) });
      const json = JSON.stringify(Object.fromEntries(fields.filter(([name]) => !removed.includes(name))));
      return cuts.reduce((left, [at, drop, put]) => left.slice(0, at) + put + left.slice(at + drop), json);
    });

const body = fc.oneof(
  { weight: 4, arbitrary: edited(windowBody) },
  { weight: 1, arbitrary: edited(eventsBody) },
  { weight: 1, arbitrary: edited(tokenBody) },
  { weight: 1, arbitrary: edited(errorBody) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: text },
);
const status = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(201, 202, 204, 206, 301, 304, 400, 401, 403, 404, 405, 418, 429, 500, 503),
  },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
);
const DATE = 'Fri, 06 Mar 2026 12:00:00 GMT';
const headers = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Retry-After',
    'WWW-Authenticate',
    'Location',
    'RateLimit-Remaining',
    'Connection',
    'Content-Encoding',
    'Transfer-Encoding',
    'Content-Length',
    'Set-Cookie',
    'Trailer',
    'Upgrade',
    'Date',
  ),
  fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '99999999999',
      DATE,
      'close',
      'gzip',
      'chunked',
      'text/html',
      'Digest realm="a", nonce="b"',
      'Basic',
      '/x',
      'https://hostile.example/',
    ),
    text,
  ),
  { maxKeys: 3 },
);

/** A whole answer, byte for byte, with a few bytes changed and perhaps the end missing. */
const raw = fc
  .tuple(
    edited(windowBody),
    fc.array(fc.tuple(fc.nat(350), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 3 }),
    fc.option(fc.nat(400), { nil: undefined }),
  )
  .map(([json, edits, cut]) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\nDate: ${DATE}\r\n\r\n`;
    const whole = Buffer.from(head + json).toString('latin1');
    return edits
      .reduce((left, [at, drop, put]) => left.slice(0, at) + put + left.slice(at + drop), whole)
      .slice(0, cut);
  });

// Object.keys forgets that the keys are names.
const NAMES = Object.keys(faultNames) as FaultName[];
/**
 * To answer 401, 405 or 429 and to act all the same would be a lie that no client can see through; what acts later by
 * itself would act twice.
 */
const WHEN_IT_SAYS = /^(challenge|stale|unauthorized|noChallenge|token|upgrade|rateLimited|lateEffect)/;

const times = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const skip = fc.option(fc.nat(2), { nil: undefined });
const leg = fc.constantFrom(undefined, undefined, 'any' as const, 'challenge' as const);

const named = fc
  .record({
    name: fc.constantFrom(...NAMES.filter(name => name !== 'answer' && name !== 'raw' && name !== 'fields')),
    acts: fc.constantFrom(undefined, true, false),
    value: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(600, 1e9, 0.01, 'same', 'x', null) },
    ),
  })
  .map(fault => (WHEN_IT_SAYS.test(fault.name) ? { ...fault, acts: undefined } : fault));
const answered = fc.record({
  name: fc.constant('answer' as const),
  value: fc.record({ status, headers, body }),
});
const overwritten = fc.record({
  name: fc.constant('fields' as const),
  value: fc.dictionary(fc.constantFrom(...FIELDS), odd, { minKeys: 1, maxKeys: 2 }),
});
const bytes = fc.record({ name: fc.constant('raw' as const), value: raw });

/** The sandbox takes an absent key, and JSON shows it so. */
const dense = (fault: object): Fault =>
  Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined)) as unknown as Fault; // made of the parts of one

export const faultsOn = (where: fc.Arbitrary<object>) =>
  fc.array(
    fc
      .tuple(fc.oneof(named, answered, overwritten, bytes), where, fc.record({ times, skip, leg }))
      .map(parts => dense(Object.assign({}, ...parts))),
    { minLength: 0, maxLength: 4 },
  );
