import { expect, test } from 'vitest';
import { page } from '../../sandbox/page.ts';

test('the index of a page leads to every summary on it, in its order', async () => {
  const titles = ['A gate that failed', 'A gate that failed', '<b>Clear</b> & warm'];
  const html = await page(titles.map(title => ({ title, markdown: 'Text' })));
  const links = [...html.matchAll(/<li><a href="#(.*?)">(.*?)<\/a>/g)].map(([, id, title]) => [id, title]);
  const headings = [...html.matchAll(/<h2 id="(.*?)">(.*?)<\/h2>/g)].map(([, id, title]) => [id, title]);
  expect(links).toEqual(headings);
  expect(new Set(links.map(([id]) => id)).size).toBe(titles.length);
  expect(links.map(([, title]) => title)).toEqual([
    ...titles.slice(0, 2),
    '&lt;b&gt;Clear&lt;/b&gt; &amp; warm',
  ]);
});

test('a page with one summary needs no index', async () => {
  expect(await page([{ title: 'Clear', markdown: 'Text' }])).not.toContain('<nav');
});
