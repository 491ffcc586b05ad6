import { describe, expect, test } from 'vitest';
import { AtlasError, noAnswer, seconds } from '../../src/atlas/errors.ts';

const fault = (code: string, more = {}) => noAnswer(Object.assign(new Error('x'), { code, ...more }), 'read');

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
      'no code at all',
      noAnswer(new Error('x'), 'read'),
      { code: 'NO_ANSWER', outcome: 'unknown', retryable: true },
    ],
    ['no error at all', noAnswer('x', 'read'), { code: 'NO_ANSWER', outcome: 'unknown' }],
    [
      'all addresses of a host',
      noAnswer(
        new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' })]),
        'read',
      ),
      { code: 'NO_ANSWER', outcome: 'refused', retryable: true },
    ],
    [
      'proxy that refuses',
      noAnswer(new Error('tunneling socket could not be established, statusCode=407'), 'read'),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: false },
    ],
    [
      'proxy that fails',
      noAnswer(new Error('tunneling socket could not be established, statusCode=502'), 'read'),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: true },
    ],
    [
      'proxy that is not there',
      noAnswer(new Error('tunneling socket could not be established, cause=connect ECONNREFUSED'), 'read'),
      { code: 'PROXY_FAILED', outcome: 'refused', retryable: true },
    ],
  ])('%s', (_, error, expected) => {
    expect(error).toBeInstanceOf(AtlasError);
    expect(error).toMatchObject(expected);
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
  expect(error.message).toBe('It broke (X)');
  const more = error.with('Gave up');
  expect(more.message).toBe('It broke. Gave up (X)');
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
