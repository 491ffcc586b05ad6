/** The summaries that the tests keep, on one page to look at: `preview.html`, or the file that is named. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { page, type Section } from './page.ts';

const root = join(import.meta.dirname, '..');
const sections: Section[] = [];
const files = await Array.fromAsync(glob('__tests__/report/kept/*.md', { cwd: root }));
for (const file of files.sort()) {
  const [head = '', ...summary] = (await readFile(join(root, file), 'utf8')).split('\n---\n\n');
  const [title = file, message = ''] = head.split('\n\n');
  sections.push({ title: title.replace('# ', ''), markdown: summary.join('\n---\n\n'), log: message });
}
const out = process.argv[2] ?? join(root, 'preview.html');
await writeFile(out, await page(sections));
console.log(`${sections.length} summaries: ${out}`);
