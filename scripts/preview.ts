/** The summaries that the tests keep, on one page to look at: `preview.html`, or the file that is named. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { page, type Section } from '../sandbox/page.ts';

const root = join(import.meta.dirname, '..');
const sections: Section[] = [];
const files = await Array.fromAsync(glob('__tests__/{report,scenarios}/kept/**/*.md', { cwd: root }));
for (const file of files.sort()) {
  const text = await readFile(join(root, file), 'utf8');
  // Those of the report come with the message before them.
  const [, message, summary = text] = /^# .*\n\n([\s\S]*?)\n\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  sections.push({ title: basename(file, '.md'), markdown: summary, ...(message && { log: message }) });
}
const out = process.argv[2] ?? join(root, 'preview.html');
await writeFile(out, await page(sections));
console.log(`${sections.length} summaries: ${out}`);
