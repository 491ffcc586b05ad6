import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readActionFile } from '../../sandbox/actionFile.ts';
import { runStep } from '../../sandbox/step.ts';

test('the committed bundle runs where nothing else of this repository is', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  cpSync('dist', join(elsewhere, 'dist'), { recursive: true });

  const { exitCode, outputs } = await runStep({ main: join(elsewhere, readActionFile().runs.main) });
  // It started, read its inputs and missed the project: all without this repository's node_modules.
  expect(exitCode).toBe(1);
  expect(outputs.message).toContain('groupId');
});

const main = readFileSync(readActionFile().runs.main, 'utf8');
const chunks = globSync('dist/*.js')
  .map(file => readFileSync(file, 'utf8'))
  .filter(text => text !== main);

/** Each file in the bundle stands under its name. */
const packagesIn = (text: string) =>
  new Set(
    [...text.matchAll(/^ *\/\/ .*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name = '']) => name),
  );

test('what no step needs before it publishes is not loaded with every step', () => {
  expect([...packagesIn(main)].sort()).toEqual([
    '@actions/core',
    '@actions/http-client',
    'temporal-polyfill',
    'temporal-utils',
    'valibot',
  ]);
  expect(main.includes('undici.globalDispatcher')).toBe(false);
  expect(chunks.map(text => packagesIn(text).has('@actions/github'))).toEqual([true]);
});

test('nothing in the bundle makes Node warn of a deprecated buffer', () => {
  for (const text of [main, ...chunks]) expect(text.includes('new Buffer(')).toBe(false);
});

test('the licence of every package in the bundle is beside it', () => {
  const licences = readFileSync('dist/licenses.txt', 'utf8');
  // Two are not ES modules, and stand in the bundle without their names; of the third only its tables are there.
  const unnamed = ['tunnel', 'undici', 'moment-timezone'];
  const packages = new Set([...unnamed, ...[main, ...chunks].flatMap(text => [...packagesIn(text)])]);
  const named = new Set([...licences.matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name));
  expect([...named].sort()).toEqual([...packages].sort());
});
