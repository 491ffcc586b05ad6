/** Bundles `src/index.ts` into `dist/`, byte for byte the same from the same sources and lock file. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = process.argv[2] ?? join(root, 'dist');

/**
 * Keeps undici, which would cost more to load than all else together, off the road of every request to Atlas: the
 * client there sends over `node:https` (through a proxy too, by way of `tunnel`) and needs undici only for
 * `getAgentDispatcher`, which nobody calls. The client inside `@actions/github` keeps the real one.
 */
const withoutUndici: Plugin = {
  name: 'without-undici',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, ({ importer }) =>
      importer === join(root, 'node_modules/@actions/http-client/lib/index.js')
        ? { path: 'undici', namespace: 'left-out' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: `export function ProxyAgent() { throw new Error('undici is left out of this bundle'); }`,
    }));
  },
};

/**
 * Loads Node's own modules by `getBuiltinModule`, the costly ones on first use. An import would load them before the
 * first line runs, and read every property of each for its names, which brings along what hides behind lazy ones:
 * `node:http` alone loads Node's whole undici.
 */
const builtinsOnDemand: Plugin = {
  name: 'builtins-on-demand',
  setup({ onResolve, onLoad }) {
    const costly = /^(node:)?(assert|child_process|crypto|http|https|net|tls)$/;
    onResolve({ filter: /^[a-z]/ }, ({ path, kind, importer, namespace }) => {
      if (!isBuiltin(path)) return undefined;
      // Other CommonJS than tunnel's is not on the road of a request to Atlas and stays as it is.
      const asWritten = kind === 'require-call' && !(costly.test(path) && /[\\/]tunnel[\\/]/.test(importer));
      return asWritten || namespace === 'builtin' ? { path, external: true } : { path, namespace: 'builtin' };
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: costly.test(path)
        ? // Without properties of its own, and without a mark of ES modules, which is looked for at once.
          `module.exports = Object.create(new Proxy({}, {
             get: (_, name) => name === '__esModule' ? undefined : require('${path}')[name],
           }));`
        : `module.exports = require('${path}');`,
    }));
  },
};

/** Leaves out the parts of the toolkit's core that nobody uses: it does not declare that importing them does nothing. */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve }) {
    onResolve(
      { filter: /^(@actions\/core$|\.)/ },
      async ({ path, importer, resolveDir, kind, pluginData }) => {
        const ofCore = path === '@actions/core' || /node_modules[\\/]@actions[\\/]core[\\/]/.test(importer);
        if (!ofCore || pluginData === onlyWhatIsUsed) return undefined;
        const found = await resolve(path, { importer, resolveDir, kind, pluginData: onlyWhatIsUsed });
        return { ...found, sideEffects: false };
      },
    );
  },
};

/** `tunnel` still calls `new Buffer(text)` for the password of a proxy, which makes Node print a warning. */
const withoutNewBuffer: Plugin = {
  name: 'without-new-buffer',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]tunnel[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('new Buffer(', 'Buffer.from('),
    }));
  },
};

/** GitHub's client is a bundle of its own, which the other one imports where a verdict is published. */
const githubApart: Plugin = {
  name: 'github-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^@actions\/github(\/|$)/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './github.js', external: true } : undefined,
    );
  },
};

const options = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  // All that is still required is Node's own.
  banner: { js: 'const require = id => process.getBuiltinModule(id);' },
} satisfies BuildOptions;

await rm(out, { recursive: true, force: true });
const bundles = await Promise.all([
  build({
    ...options,
    entryPoints: ['src/index.ts'],
    plugins: [githubApart, builtinsOnDemand, onlyWhatIsUsed, withoutUndici, withoutNewBuffer],
  }),
  build({ ...options, entryPoints: { github: '@actions/github/lib/utils' }, plugins: [withoutNewBuffer] }),
]);

const packages = new Set<string>();
for (const input of bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))) {
  const [, name] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  if (name !== undefined) packages.add(name);
}
// The rules in src/schedule/newerRules.ts are taken from it; what it took itself from IANA is in the public domain.
packages.add('node_modules/moment-timezone');
const licences: string[] = [];
for (const folder of [...packages].sort()) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const text = await licenceText(join(root, folder));
  licences.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
}
await writeFile(join(out, 'licenses.txt'), [...new Set(licences)].join(`\n${'-'.repeat(80)}\n\n`));
await writeFile(join(out, 'package.json'), '{ "type": "module" }\n');

async function licenceText(folder: string): Promise<string> {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return text.replaceAll('\r\n', '\n');
  }
  throw new Error(`${folder} carries no licence file: find its text before it is bundled`);
}
