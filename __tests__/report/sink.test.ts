import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { escaped } from '../../src/report/markdown.ts';
import { createSink } from '../../src/report/sink.ts';

let folder: string;
let written: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sink-'));
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    written += chunk;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

it('a line of the log is never a command, whoever wrote its words', () => {
  createSink({}).info('::error::a\n  ::set-output name=b::c\n##[error]d\nat 10::20');
  expect(written).not.toMatch(/^\s*::|##\[/m);
  expect(written).toContain('10::20');
});

it('hides a secret in everything that it writes', async () => {
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const [name, file] of Object.entries(files)) {
    await writeFile(file, '');
    vi.stubEnv(name, file);
  }
  const sink = createSink(files);
  const secret = 'p*ss|w_rd#1';
  sink.mask(secret);
  expect(written).toBe(`::add-mask::${secret}\n`);
  written = '';
  for (const say of [sink.info, sink.debug, sink.notice, sink.warning, sink.error, sink.startGroup])
    say(`a ${secret} b`);
  sink.setOutputs(new Map([['message', `a ${secret} b`]]));
  await sink.writeSummary(`a ${escaped(secret)} b`);
  const all =
    written +
    (await readFile(files.GITHUB_OUTPUT, 'utf8')) +
    (await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'));
  expect(all).not.toContain(secret);
  expect(all).not.toContain(escaped(secret));
  expect(all.match(/a \*\*\* b/g)).toHaveLength(8);
});

it('takes nothing blank for a secret, which would blot out the spaces of every line', () => {
  const sink = createSink({});
  for (const blank of [' ', '\n', ' \t ']) sink.mask(blank);
  sink.info('a word or two');
  expect(written).toBe('a word or two\n');
});

it('prints outputs where no runner takes them', () => {
  createSink({}).setOutputs(new Map([['verdict', 'pass']]));
  expect(written).toBe('  verdict=pass\n');
});
