import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readActionFile } from '../../scripts/actionFile.ts';
import { notesOf } from '../../scripts/notes.ts';
import { withTables } from '../../scripts/readme.ts';

const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md']).sort();
const packageFile = v.parse(
  v.object({ version: v.string(), scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

test("README's tables say what action.yml says (npm run readme writes them)", () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withTables(readme, readActionFile())).toBe(readme);
});

test.each(documents)('every npm command that %s shows exists', document => {
  const shown = [...readFileSync(document, 'utf8').matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)];
  const unknown = shown.map(([, name = '']) => name).filter(name => !(name in packageFile.scripts));
  expect(unknown).toEqual([]);
});

test.each(documents)('every file that %s links to exists', document => {
  const links = [...readFileSync(document, 'utf8').matchAll(/(?:\]\(|\b(?:src|srcset|href)=")([^)"#\s]+)/g)];
  const missing = links
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .filter(target => !existsSync(join(dirname(document), target)));
  expect(missing).toEqual([]);
});

test('the two commands that README gives a newcomer are the ones that CI runs', () => {
  const readme = readFileSync('README.md', 'utf8');
  const ci = readFileSync('.ci/run', 'utf8');
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) {
    expect(readme).toContain(command);
    expect(ci).toContain(command);
  }
});

test('the changelog holds the notes of the version that package.json names', () => {
  expect(notesOf(readFileSync('CHANGELOG.md', 'utf8'), packageFile.version)).toMatch(/^### /);
});

test('release notes are one version of the changelog, without heading and link definitions', () => {
  const changelog = [
    '# Changelog\n',
    '## [Unreleased]\n',
    '## [1.1.0] - 2026-02-01\n\n### Added\n\n- Newer\n',
    '## [1.0.0] - 2026-01-01\n\n### Added\n\n- First\n',
    '[1.0.0]: https://example.com\n',
  ].join('\n');
  expect(notesOf(changelog, '1.1.0')).toBe('### Added\n\n- Newer');
  expect(notesOf(changelog, '1.0.0')).toBe('### Added\n\n- First');
  expect(() => notesOf(changelog, '1.2.0')).toThrow('[1.2.0]');
  expect(() => notesOf(changelog, '1')).toThrow('[1]');
});
