/**
 * Bundles `src/index.ts` into `dist/`, byte for byte the same from the same sources and lock file. CONTRIBUTING says
 * why each step is there.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const root = join(import.meta.dirname, '..');
const work = join(root, 'tmp/build');
const bundle = join(work, 'dist');
const statistics = join(work, 'stats.json');
const out = process.argv[2] ?? join(root, 'dist');

/** What is different in the copies of two packages, which ncc finds beside the sources, before the packages themselves. */
const changes = [
  {
    // The toolkit's core does not declare that importing its parts does nothing: those that nobody uses would stay.
    name: '@actions/core',
    file: 'package.json',
    from: '"type": "module"',
    to: '"type": "module", "sideEffects": false',
  },
  {
    // The client sends over `node:https`. Undici, which would cost more to load than all else together, is there for
    // `getAgentDispatcher`, which nobody calls. `@actions/github` brings a client of its own, with the real one.
    name: '@actions/http-client',
    file: 'lib/index.js',
    from: "import { ProxyAgent } from 'undici';",
    to: "function ProxyAgent() { throw new Error('undici is left out of this bundle'); }",
  },
];

await rm(work, { recursive: true, force: true });
tool('tsc', '--project', 'tsconfig.build.json');
for (const { name, file, from, to } of changes) {
  const copy = join(work, 'node_modules', name);
  await cp(join(root, 'node_modules', name), copy, { recursive: true });
  await writeFile(join(copy, file), replaced(await readFile(join(copy, file), 'utf8'), from, to));
}
const entry = join(work, 'src/index.js');
tool('ncc', 'build', entry, '--out', bundle, '--target', 'es2024', '--no-cache', '--stats-out', statistics);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const file of await readdir(bundle)) {
  const text = await readFile(join(bundle, file), 'utf8');
  await writeFile(join(out, file), file.endsWith('.js') ? await withoutDeadCode(text) : text);
}
// `tunnel` still makes one for the password of a proxy, and Node prints a warning. GitHub's client shares this `tunnel`.
const main = join(out, 'index.js');
await writeFile(main, replaced(await readFile(main, 'utf8'), 'new Buffer(', 'Buffer.from('));
await writeFile(join(out, 'licenses.txt'), await licences());

function tool(name: string, ...args: string[]): void {
  execFileSync(join(root, 'node_modules/.bin', name), args, { cwd: root, stdio: 'inherit' });
}

/** @throws when there is nothing to replace: what it stood in is no longer what it was, and wants another look */
function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replaceAll(from, to);
  if (result === text) throw new Error(`The build finds no ${from} to replace`);
  return result;
}

/** Code that can be read, under the names of the files that it comes from. */
async function withoutDeadCode(text: string): Promise<string> {
  // Of comments between statements, esbuild keeps only those that a `!` marks.
  const named = replaced(text, /^;\/\/ CONCATENATED MODULE: (?:\.\/)?(?:tmp\/build\/)?/gm, '//! ');
  const { code } = await transform(named, {
    format: 'esm',
    target: 'node24',
    charset: 'utf8',
    treeShaking: true,
  });
  return replaced(code, /^( *)\/\/! /gm, '$1// ');
}

interface Module {
  /** The file that it comes from. */
  readonly nameForCondition?: string | null;
  /** Left out of the bundle. */
  readonly orphan?: boolean;
  /** What was put together into this one. */
  readonly modules?: readonly Module[];
}

/** The licences of all packages in the bundle. */
async function licences(): Promise<string> {
  // The rules in src/schedule/newerRules.ts are taken from this one; its own source, IANA, is in the public domain.
  const folders = new Set([join(root, 'node_modules/moment-timezone')]);
  const collect = (modules: readonly Module[]) => {
    for (const { nameForCondition, orphan, modules: inside = [] } of modules) {
      const [folder] =
        /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(nameForCondition ?? '') ?? [];
      if (folder !== undefined && !orphan) folders.add(folder);
      collect(inside);
    }
  };
  collect(JSON.parse(await readFile(statistics, 'utf8')).modules);
  const texts = await Promise.all([...folders].map(licence));
  return [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function licence(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined)
      return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  }
  throw new Error(`${folder} carries no licence file: find its text before it is bundled`);
}
