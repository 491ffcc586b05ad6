import { describe, expect, test } from 'vitest';
import { AtlasError, noAnswer, seconds } from '../../src/atlas/errors.ts';

const fault = (code: string, more = {}) => Object.assign(new Error('x'), { code, ...more });

describe('a connection that fails', () => {
  test.each<[string, Error, Partial<AtlasError>]>([
    [
      'host unknown',
      fault('ENOTFOUND', { syscall: 'getaddrinfo' }),
      { code: 'NO_SUCH_HOST', outcome: 'refused', retryable: false },
    ],
    [
      'name server silent',
      fault('EAI_AGAIN', { syscall: 'getaddrinfo' }),
      { code: 'NO_ANSWER', outcome: 'refused', retryable: true },
    ],
    ['unreachable', fault('ENETUNREACH', { syscall: 'connect' }), { outcome: 'refused', retryable: true }],
    ['cut', fault('ECONNRESET', { syscall: 'read' }), { outcome: 'unknown', retryable: true }],
    [
      'certificate',
      fault('SELF_SIGNED_CERT_IN_CHAIN'),
      { code: 'TLS_FAILED', outcome: 'refused', retryable: false },
    ],
    ['name in certificate', fault('ERR_TLS_CERT_ALTNAME_INVALID'), { code: 'TLS_FAILED', retryable: false }],
    [
      'three minutes of silence',
      new Error('Request timeout: /path'),
      { code: 'NO_ANSWER', outcome: 'unknown', retryable: true },
    ],
    [
      'another protocol',
      fault('UPGRADED'),
      { code: 'UNREADABLE_ANSWER', status: 101, outcome: 'unknown', retryable: false },
    ],
    [
      'credential with a line break',
      Object.assign(new TypeError('x'), { code: 'ERR_INVALID_CHAR' }),
      { code: 'INVALID_CREDENTIAL', outcome: 'refused', retryable: false },
    ],
    ['proxy that no URL names', new URIError('x'), { code: 'PROXY_FAILED', outcome: 'refused' }],
    [
      'all addresses of a host',
      new AggregateError([fault('ECONNREFUSED', { syscall: 'connect' })]),
      { code: 'NO_ANSWER', outcome: 'refused', retryable: true },
    ],
    [
      'proxy that refuses',
      Object.assign(new Error('tunneling socket could not be established, statusCode=407'), {
        code: 'ECONNRESET',
      }),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: false },
    ],
    [
      'proxy that fails',
      Object.assign(new Error('tunneling socket could not be established, statusCode=502'), {
        code: 'ECONNRESET',
      }),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: true },
    ],
    [
      'proxy that is not there',
      Object.assign(new Error('tunneling socket could not be established, cause=connect ECONNREFUSED'), {
        code: 'ECONNRESET',
      }),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: true },
    ],
  ])('%s', (_, error, expected) => {
    const told = noAnswer(error, 'read');
    expect(told).toBeInstanceOf(AtlasError);
    expect(told).toMatchObject(expected);
  });

  test.each([
    ['an error of the language', new TypeError('x is not a function')],
    ['a misuse of Node', Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
    ['a number out of range', Object.assign(new RangeError('x'), { code: 'ERR_OUT_OF_RANGE' })],
    ['an error without a code', new Error('Client has already been disposed.')],
    ['something thrown that is not an error', 'x'],
    ['nothing', undefined],
  ])('%s is a defect of ours, and not told as a silence of Atlas', (_, error) => {
    expect(noAnswer(error, 'read')).toBeUndefined();
  });
});

test('a message ends with its code, also when a sentence is added', () => {
  const error = new AtlasError({
    code: 'X',
    message: 'It broke',
    outcome: 'unknown',
    status: 503,
    retryable: true,
  });
  expect(error.message).toBe('It broke. Code: X');
  const more = error.with('Gave up');
  expect(more.message).toBe('It broke. Gave up. Code: X');
  expect(more).toMatchObject({ code: 'X', outcome: 'unknown', status: 503, retryable: true });
});

test.each([
  [0, '0 s'],
  [1, '0.1 s'],
  [400, '0.4 s'],
  [1000, '1 s'],
  [9950, '10 s'],
  [61_000, '61 s'],
])('%s ms read as %s', (ms, text) => {
  expect(seconds(ms)).toBe(text);
});
