import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runStep } from '../../sandbox/step.ts';
import { readActionFile } from '../../scripts/actionFile.ts';

test('the committed bundle runs where nothing else of this repository is', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  cpSync('dist', join(elsewhere, 'dist'), { recursive: true });

  const { exitCode, outputs } = await runStep({ main: join(elsewhere, readActionFile().runs.main) });
  // It started, read its inputs and missed the project: all without this repository's node_modules.
  expect(exitCode).toBe(1);
  expect(outputs.message).toContain('groupId');
});
