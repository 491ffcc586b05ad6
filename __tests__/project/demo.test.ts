import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

/** Where the page of summaries goes. */
function pageFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'demo.html');
}

const { FORCE_COLOR: _, NO_COLOR: __, ...plain } = process.env;

async function demo(file: string, args: string[] = [], env: NodeJS.ProcessEnv = plain) {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.ts', ...args, file], { env });
  return stdout;
}

test('the demo tells a story that starts with a blocked deploy, a verdict and at most three lines a scene', async () => {
  const file = pageFile();
  const text = await demo(file);
  const [, ...scenes] = text.split(/^\d+\. /m);
  expect(scenes.length).toBeGreaterThan(5);
  expect(scenes[0]).toMatch(/^.*the gate stops it\n {2}⛔ verdict fail, exit code 1\n/);
  for (const scene of scenes) {
    const [, verdict = '', ...told] = scene.split('\n\n', 1).join('').split('\n');
    expect(verdict).toMatch(/^ {2}\S+ .*exit code [01]$/u);
    expect(told.filter(line => line !== '').length, scene).toBeLessThanOrEqual(3);
  }
  expect(readFileSync(file, 'utf8')).toContain('<nav aria-label="Index">');
  expect(text).not.toContain('\x1b');
}, 60_000);

test('the demo shows inputs, logs and outputs where they are asked for, and colour, but no secret', async () => {
  const text = await demo(pageFile(), ['--verbose'], { ...plain, FORCE_COLOR: '1' });
  for (const part of ['with deployDuration: 2h', '→ verdict=fail', 'Signing in', '\x1b[1m'])
    expect(text).toContain(part);
  expect(text).not.toContain('mdb_sa_sk_');
}, 60_000);

test('the demo ends quietly when nobody reads on (`| head`)', async () => {
  const file = pageFile();
  const child = spawn(process.execPath, ['scripts/demo.ts', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    complaints += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(complaints).toBe('');
  expect(existsSync(file)).toBe(false);
}, 60_000);
