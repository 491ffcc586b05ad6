import { exec, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { accounts, projects, startSandbox } from '../../sandbox/server.ts';

const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md']).sort();
const packageFile = v.parse(
  v.object({ version: v.string(), scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

/** A folder to run a script in. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const script = (name: string, cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts', `${name}.ts`), ...args], { cwd, encoding: 'utf8' });

test("README's tables and the schema of results say what action.yml says (npm run readme writes them)", () => {
  const readme = readFileSync('README.md', 'utf8');
  const folder = folderWith({ 'README.md': readme });
  mkdirSync(join(folder, 'docs'));
  expect(script('readme', folder)).toMatchObject({ stderr: '', status: 0 });
  for (const file of ['README.md', 'docs/results.schema.json'])
    expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(file, 'utf8'));
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

test.each(documents)('every heading that %s links to within itself exists', document => {
  const text = readFileSync(document, 'utf8');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(links.filter(anchor => !headings.includes(anchor))).toEqual([]);
});

test('the command that README gives for a real project reads its window', async () => {
  const [, shown = ''] = /^(MONGODB_ATLAS_PROJECT_ID=.*)$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { clientId, clientSecret } = accounts.readOnly;
  const values = [projects.window, clientId, clientSecret];
  const command = shown.replaceAll('…', () => values.shift() ?? '');
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, MONGODB_ATLAS_BASE_URL: sandbox.url };
  const { stdout } = await promisify(exec)(command, { env });
  expect(stdout).toContain('every Sunday at 02:00 (UTC)');
  expect(sandbox.requests.map(({ path, status }) => `${path} ${status}`)).toContain(
    `/api/atlas/v2/groups/${projects.window}/maintenanceWindow 200`,
  );
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
  expect(script('notes', '.', `v${packageFile.version}`).stdout).toMatch(/^### /);
});

test('release notes are one version of the changelog, without heading and link definitions', () => {
  const changelog = [
    '# Changelog\n',
    '## [Unreleased]\n',
    '## [1.1.0] - 2026-02-01\n\n### Added\n\n- Newer\n',
    '## [1.0.0] - 2026-01-01\n\n### Added\n\n- First\n',
    '[1.0.0]: https://example.com\n',
  ].join('\n');
  const notes = (version: string, tag = `v${version}`) => {
    const files = { 'CHANGELOG.md': changelog, 'package.json': JSON.stringify({ version }) };
    const { stdout, stderr, status } = script('notes', folderWith(files), tag);
    return status === 0 ? stdout : stderr;
  };
  expect(notes('1.1.0')).toBe('### Added\n\n- Newer\n');
  expect(notes('1.0.0')).toBe('### Added\n\n- First\n');
  expect(notes('1.2.0')).toContain('[1.2.0]');
  expect(notes('1')).toContain('[1]');
  expect(notes('1.0.0', 'v1.1.0')).toContain('package.json names version 1.0.0');
});
