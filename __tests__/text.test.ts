import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped } from '../src/report/markdown.ts';
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

const hex = (character: string) => character.codePointAt(0)?.toString(16) ?? '';
const eachSign = (spell: (sign: string) => string) => (text: string) => text.replace(/[^\w ]/gu, spell);

/** How others write a text that they were sent. */
const ENCODERS: Record<string, (text: string) => string> = {
  JSON: text => JSON.stringify(text).slice(1, -1),
  "PHP's JSON": text => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON of Go or Java, safe in HTML': text =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&'=]/g, sign => `\\u00${hex(sign)}`),
  'JSON in ASCII, in capitals': text =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^\0-~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`),
  'a URL': encodeURIComponent,
  'a URL in small letters': text => encodeURIComponent(text).replace(/%../g, byte => byte.toLowerCase()),
  'a URL that encodes everything': text =>
    [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'a form': text => new URLSearchParams({ token: text }).toString().slice('token='.length),
  'HTML, decimal': eachSign(sign => `&#${sign.codePointAt(0)};`),
  'HTML, hexadecimal': eachSign(sign => `&#x${hex(sign)};`),
  'HTML, hexadecimal in capitals with zeros': eachSign(sign => `&#X00${hex(sign).toUpperCase()};`),
  'HTML, by names': text =>
    text.replace(/[<>&"'/+]/g, sign => {
      const names: Record<string, string> = {
        '<': 'lt',
        '>': 'gt',
        '&': 'amp',
        '"': 'quot',
        "'": 'apos',
        '/': 'sol',
        '+': 'plus',
      };
      return `&${names[sign]};`;
    }),
  'our summary': escaped,
};

const AWKWARD = [
  'a/b"c\\d',
  'x+y z~(1)!',
  "<b>&amp;'q'</b>",
  '%41%2f is a part',
  '\\u0041\\n is one too',
  'two\nlines',
  'ünïcödé ß \ud83d\ude00 \u65e5\u672c',
  '@name #1 https://secret.example',
];

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

  it.each(Object.entries(ENCODERS))('are taken out in the spelling of %s', (_, encode) => {
    for (const secret of AWKWARD) {
      const spelled = encode(secret);
      expect(redactor([secret])(`‹${spelled}› ‹${secret}›`)).toBe('‹***› ‹***›');
    }
  });

  it('are taken out whatever they look like, in up to three spellings one around the other', () => {
    const sign = fc.constantFrom(
      ...'aZ0 +%\\/"\'<>&#;=@~:uxn\n\u00fc\u65e5',
      '\ud83d\ude00',
      '%41',
      '&lt;',
      '\\u0041',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 12 }).map(signs => `Z${signs}Z`),
        fc.array(fc.constantFrom(...Object.values(ENCODERS)), { maxLength: 3 }),
        (secret, encoders) => {
          const spelled = encoders.reduce((text, encode) => encode(text), secret);
          expect(redactor([secret])(`‹${spelled}›`)).toBe('‹***›');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are taken out where they were cut or cleaned before', () => {
    const token = `eyJ0eXAi.${'abcdefgh'.repeat(20)}`;
    const redact = redactor([token, 'a::b  c\nd ##[e]']);
    expect(redact(plain(`is ${token}`, 80))).toBe('is ***…');
    expect(redact(shortened(`is ${token} of mine`, 30))).toBe('is ***…');
    expect(redact(plain('is a::b  c\nd ##[e] too'))).toBe('is *** too');
    // Too short to say anything, and not the beginning.
    expect(redact('eyJ0eXA… abcdefgh…')).toBe('eyJ0eXA… abcdefgh…');
    fc.assert(
      fc.property(fc.string({ minLength: 9 }), fc.string(), fc.nat(60), (secret, before, most) => {
        const text = plain(`${before} ${secret}`, most + 10);
        const cut = text.endsWith('…') ? plain(secret).slice(0, 8) : plain(secret);
        fc.pre(cut.length >= 8 && !plain(before).includes(cut) && text.includes(cut));
        expect(redactor([secret])(text)).not.toContain(cut);
      }),
    );
  });

  it('are taken out in time that grows with the text and no faster', () => {
    const redact = redactor(['a/b"c', '%%%%%%%%', '\\\\\\\\']);
    for (const hostile of ['\\', '%', '%25', '&', '&amp;', '&#', '+', 'a', '%e2%82', '\\u005c'])
      expect(redact(hostile.repeat(100_000 / hostile.length))).toBeDefined();
  });

  it('leave the text around them as it is, whatever is spelled there', () => {
    const around = 'a%20b &amp; c\\"d + 100% \\ é';
    expect(redactor(['s/3'])(`${around} s%2f3 ${around}`)).toBe(`${around} *** ${around}`);
  });

  it('change nothing where there are none, or only blank ones', () => {
    for (const blank of ['', ' ', '\n', ' \t ', '\u00a0'])
      expect(redactor([blank])('text and\n more text%20+')).toBe('text and\n more text%20+');
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
