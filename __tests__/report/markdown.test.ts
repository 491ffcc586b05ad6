import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../sandbox/page.ts';
import { alert, details, escaped, link, prose, table } from '../../src/report/markdown.ts';
import { HOSTILE } from './hostile.ts';

/** What a reader sees: the text of the HTML, without the spaces of no width. */
const seen = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll('<br />', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? '',
    )
    .replaceAll('\u200b', '');
const tags = (html: string) =>
  [...new Set(html.match(/<!?\/?[a-z-]+/gi) ?? [])].map(tag => tag.replace(/^<\/?/, ''));

const nasty = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 6 })
  .map(parts =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  )
  .filter(text => text !== '');

describe('text that others wrote', () => {
  it.each(HOSTILE)('shows as it is: %s', text => {
    const html = render(`Said: ${escaped(text)}.`);
    expect(seen(html).trim()).toBe(`Said: ${text}.`);
    expect(tags(html).filter(tag => tag !== 'p' && tag !== 'br')).toEqual([]);
  });

  it('shows as it is whatever it is made of, in a line, a list, a table, an alert and a fold', () => {
    fc.assert(
      fc.property(nasty, text => {
        const safe = escaped(text);
        const places: [markdown: string, allowed: string[]][] = [
          [`Said: ${safe}.`, ['p']],
          [`**${safe}**`, ['p', 'strong']],
          [`- x ${safe}`, ['ul', 'li']],
          [table(['A'], [[safe]]), ['table', 'thead', 'tbody', 'tr', 'th', 'td']],
          [alert('NOTE', [`x ${safe}`]), ['div', 'p']],
          [details(safe, `x ${safe}`), ['details', 'summary', 'p']],
        ];
        for (const [markdown, allowed] of places) {
          const html = render(markdown);
          // A sign of emphasis beside another may stay a sign: what counts is that nothing else comes to life.
          expect(tags(html).filter(tag => !allowed.includes(tag))).toEqual([]);
          expect(seen(html)).toContain(text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('mentions nobody and refers to nothing, which GitHub looks for in the text itself', () => {
    const text =
      'ask @octocat, see #1, GH-12 and acme/shop#2, mail a@b.example, http://e.example www.e.example';
    const html = render(`Said: ${escaped(text)}`);
    expect(html).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./);
    expect(html).not.toContain('<a');
  });

  it('keeps its lines', () => {
    expect(render(`Said: ${escaped('one\ntwo\r\nthree')}`)).toBe('<p>Said: one<br>two<br>three</p>');
  });

  it('is spelled alike alone and within another text, so that a secret is found again', () => {
    fc.assert(
      fc.property(nasty, secret => {
        expect(escaped(`before ${secret} after`)).toContain(escaped(secret));
      }),
    );
  });
});

describe('sentences of ours', () => {
  it('show what stands between backticks as code', () => {
    expect(render(prose('Set `blockOn: scheduled`, or `a|b`.'))).toBe(
      '<p>Set <code>blockOn: scheduled</code>, or <code>a|b</code>.</p>',
    );
  });

  it('bring nothing to life within the code', () => {
    fc.assert(
      fc.property(nasty, text => {
        expect(
          tags(render(`x ${prose(`\`${text}\``)}`)).filter(tag => tag !== 'p' && tag !== 'code'),
        ).toEqual([]);
      }),
    );
  });
});

it('a link leads where it says, whatever the address holds', () => {
  const html = render(`| ${link(escaped('a]b'), 'https://e.example/x_(y)|z*')} |\n| --- |`);
  expect(html).toContain('href="https://e.example/x%5f%28y%29%7cz%2a"');
  expect(seen(html).trim()).toBe('a]b');
});
