import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { escaped } from '../../src/report/markdown.ts';
import { createSink } from '../../src/report/sink.ts';
import { terminal } from '../../src/report/voice.ts';

const RUNNER = { GITHUB_ACTIONS: 'true' };

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
  for (const env of [RUNNER, {}]) {
    written = '';
    createSink(env).info('::error::a\n  ::set-output name=b::c\n##[error]d\nat 10::20');
    expect(written).not.toMatch(/^\s*::|##\[/m);
    expect(written).toContain('# #[error]d\nat 10::20');
  }
});

it('hides a secret in everything that it writes', async () => {
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const [name, file] of Object.entries(files)) {
    await writeFile(file, '');
    vi.stubEnv(name, file);
  }
  const sink = createSink({ ...RUNNER, ...files });
  const secret = 'p*ss|w_rd#1';
  sink.mask(secret);
  expect(written).toBe(`::add-mask::${secret}\n`);
  written = '';
  const { info, debug, notice, warning, error, success, startGroup } = sink;
  for (const say of [info, debug, notice, warning, error, success, startGroup]) say(`a ${secret} b`);
  sink.setOutputs(new Map([['message', `a ${secret} b`]]));
  await sink.writeSummary(`a ${escaped(secret)} b`);
  const all =
    written +
    (await readFile(files.GITHUB_OUTPUT, 'utf8')) +
    (await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'));
  expect(all).not.toContain(secret);
  expect(all).not.toContain(escaped(secret));
  expect(all.match(/a \*\*\* b/g)).toHaveLength(9);
  expect(await readFile(files.GITHUB_OUTPUT, 'utf8')).toContain('\na *** b\n');
  written = '';
  const person = createSink({});
  person.mask(secret);
  person.picture(`a ${secret} b`);
  expect(written).toBe('\na *** b\n');
});

it('has the runner mask each longer line of a secret, once', () => {
  const sink = createSink(RUNNER);
  sink.mask('first line\n}\nsecond line');
  sink.mask('second line');
  expect(written).toBe(
    '::add-mask::first line%0A}%0Asecond line\n::add-mask::first line\n::add-mask::second line\n',
  );
  expect(sink.redact('a second line b')).toBe('a *** b');
});

it('writes a summary only into the file that the runner made, behind what is there', async () => {
  const GITHUB_STEP_SUMMARY = join(folder, 'summary');
  createSink(RUNNER).writeSummary('one');
  const sink = createSink({ ...RUNNER, GITHUB_STEP_SUMMARY });
  expect(() => sink.writeSummary('one')).toThrow(`there is no file ${GITHUB_STEP_SUMMARY}`);
  await writeFile(GITHUB_STEP_SUMMARY, 'of another step\n');
  sink.writeSummary('one');
  expect(await readFile(GITHUB_STEP_SUMMARY, 'utf8')).toBe('of another step\none');
  expect(written).toBe('');
});

it('draws nothing for a runner, which shows the summary', () => {
  const sink = createSink(RUNNER);
  sink.startGroup('Project 1');
  sink.picture('Deploy  █·');
  sink.endGroup();
  sink.success('Clear.\n::error::of a stranger');
  expect(written).toBe('::group::Project 1\n::endgroup::\nClear.\n: :error::of a stranger\n');
});

it('takes nothing blank for a secret, which would blot out the spaces of every line', () => {
  const sink = createSink({});
  for (const blank of [' ', '\n', ' \t ']) sink.mask(blank);
  sink.info('a word or two');
  expect(written).toBe('a word or two\n');
});

it('shows outputs that nobody takes to whoever debugs', () => {
  const outputs = new Map([['verdict', 'pass']]);
  createSink({}).setOutputs(outputs);
  expect(written).toBe('');
  for (const [env, line] of [
    [RUNNER, '::debug::verdict=pass\n'],
    [{ RUNNER_DEBUG: '1' }, 'verdict=pass\n'],
    [{ ACTIONS_STEP_DEBUG: 'true' }, 'verdict=pass\n'],
  ] as const) {
    written = '';
    createSink(env).setOutputs(outputs);
    expect(written).toBe(line);
  }
});

describe('at a terminal', () => {
  /** What a person sees. */
  function seen(env: Record<string, string>, isTTY: boolean) {
    let text = '';
    const voice = terminal(env, {
      isTTY,
      write: line => {
        text += line;
      },
    });
    voice.info('Signing in.');
    voice.startGroup('Project 1');
    voice.info('Next start: soon');
    voice.picture('Deploy  █·');
    voice.endGroup();
    voice.error('Blocked: by this.\nAnd by that.');
    voice.warning('Look here.');
    voice.notice('By the way.');
    voice.success('Clear.');
    voice.debug('GET');
    voice.hide('a secret');
    return text;
  }
  const PLAIN = `Signing in.
Project 1
  Next start: soon

  Deploy  █·

✗ Blocked: by this.
  And by that.
! Look here.
• By the way.
✓ Clear.
`;

  it('a step is told in marks and indents, without a command or a secret', () => {
    expect(seen({}, false)).toBe(PLAIN);
  });

  it('in colour where it takes it, as NO_COLOR and FORCE_COLOR ask', () => {
    const coloured = seen({}, true);
    expect(coloured).toContain('\x1b[31m✗ Blocked: by this.\x1b[0m\n  And by that.\n');
    expect(stripVTControlCharacters(coloured)).toBe(PLAIN);
    expect(seen({ FORCE_COLOR: '1' }, false)).toBe(coloured);
    expect(seen({ FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(coloured);
    for (const env of [{ NO_COLOR: '1' }, { FORCE_COLOR: '0' }, { TERM: 'dumb' }])
      expect(seen(env, true)).toBe(PLAIN);
    expect(seen({ NO_COLOR: '', FORCE_COLOR: '' }, true)).toBe(coloured);
  });
});
