import { describe, expect, it } from 'vitest';
import { listed, plain, redactor, shortened } from '../src/text.ts';

describe('text that somebody else wrote', () => {
  it('loses line breaks, escapes and characters that turn the direction of reading', () => {
    expect(plain('a\r\n\u001b[31mb\u202ec\u2028d\0')).toBe('a [31mb c d');
  });

  it('holds nothing that a runner takes for a command, old or new', () => {
    expect(plain('::error::x ##[set-output name=y]z')).toBe(': :error: :x # #[set-output name=y]z');
    expect(plain(':::::')).not.toContain('::');
    expect(plain('##[##[')).not.toContain('##[');
  });

  it('is cut at its limit without breaking a character in two', () => {
    expect(plain('x'.repeat(400))).toHaveLength(300);
    expect(plain(`${'x'.repeat(8)}😀😀`, 10)).toBe('xxxxxxxx…');
  });
});

describe('secrets', () => {
  it('are taken out as they are written, regex characters and all, also one within another', () => {
    expect(redactor(['a.b', 'a.b(c)*'])('1 a.b(c)* 2 a.b 3 axb')).toBe('1 *** 2 *** 3 axb');
  });

  it('are taken out line by line too, and as URLs and JSON spell them', () => {
    const redact = redactor(['first line "1"\nsecond line/2\n}']);
    expect(redact('second line/2')).toBe('***');
    expect(redact('a second%20line%2F2 b')).toBe('a *** b');
    expect(redact(JSON.stringify('first line "1"\nsecond line/2\n}'))).toBe('"***"');
    expect(redact('first line \\"1\\"')).toBe('***');
    expect(redact('{}')).toBe('{}');
  });

  it('change nothing where there are none', () => {
    expect(redactor([''])('text')).toBe('text');
  });
});

it('lists read like a sentence', () => {
  expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
    'a',
    'a and b',
    'a, b or c',
  ]);
});

describe('a text that is too long', () => {
  it('is cut at a word, and never within a sign', () => {
    expect(shortened('one two three', 13)).toBe('one two three');
    expect(shortened('one two three', 12)).toBe('one two…');
    expect(shortened('one, two three', 9)).toBe('one, two…');
    expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(shortened('😀'.repeat(10), 10)).toBe(`${'😀'.repeat(4)}…`);
  });
});
