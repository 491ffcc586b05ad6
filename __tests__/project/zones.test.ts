import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the zone rules that are carried are those of the locked moment-timezone (npm run zones writes them)', () => {
  const before = readFileSync('src/schedule/newerRules.ts', 'utf8');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/zones.ts', '--check'], {
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toContain('no zone changed');
  expect(readFileSync('src/schedule/newerRules.ts', 'utf8')).toBe(before);
});
