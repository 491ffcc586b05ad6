/**
 * `npm run mutate`: changes the sources one expression at a time, runs the tests that come by there, and lists the
 * changes that none of them notices, with the score of each file. `npm run mutate -- words report` takes two rooms,
 * `-- schedule/judge` one file.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** For all that a step does: the scenarios that need no process of their own. */
const SCENARIOS =
  '__tests__/scenarios/{operations,gate,clusters,deferring,override,planned,known,fleet,inputs,results}.test.ts';
/** Without a browser. */
const REPORT = '__tests__/report/!(browser).test.ts';
/** What is to notice a change in a room. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  schedule: ['__tests__/schedule/*.test.ts'],
  operations: [
    '__tests__/inputs.test.ts',
    '__tests__/operations/*.test.ts',
    // The kept texts of all ways to end.
    '__tests__/report/kept.test.ts',
    SCENARIOS,
    '__tests__/scenarios/waiting.test.ts',
  ],
  projects: ['__tests__/projects.test.ts', '__tests__/scenarios/discovery.test.ts'],
  inputs: ['__tests__/inputs.test.ts', '__tests__/inputs/*.test.ts'],
  step: ['__tests__/inputs.test.ts', '__tests__/operations/operation.test.ts'],
  words: ['__tests__/operations/*.test.ts', REPORT, SCENARIOS],
  report: ['__tests__/operations/*.test.ts', REPORT, SCENARIOS],
};

const args = process.argv.slice(2).map(arg => arg.replace(/^src\/|\.ts$|\/$/g, ''));
for (const which of args.length > 0 ? args : Object.keys(ROOMS)) {
  const [room = ''] = which.split('/');
  const tests = ROOMS[room];
  if (tests === undefined) throw new Error(`${room} is not one of ${Object.keys(ROOMS).join(', ')}`);
  Object.assign(process.env, {
    MUTANTS_TESTS: tests.join(' '),
    // The bundle holds no mutants.
    SCENARIOS: 'sources',
    // The same few cases for each mutant.
    PROPERTY_RUNS: '100',
    PROPERTY_SEED: '1',
  });
  await new Stryker({
    mutate: [`src/${which}{.ts,/**/*.ts}`, '!src/schedule/newerRules.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutate.vitest.ts' },
    // TypeScript 7 has no compiler API to read it with, and Node takes the types off by itself.
    tsconfigFile: 'none',
    // Not in here, where `npm test` would take copies of the tests for more of them.
    tempDirName: join(tmpdir(), 'mutants'),
    cleanTempDir: 'always',
    ignorePatterns: ['/dist', '/tmp'],
    // After a test was added, only what it may change is run again.
    incremental: true,
    incrementalFile: `tmp/mutants/${which.replaceAll('/', '-')}.json`,
    // More of them would slow each other down until the tests give up waiting.
    concurrency: 1,
    timeoutFactor: 1.2,
    timeoutMS: 2_000,
    reporters: ['clear-text', 'progress-append-only', 'html'],
    htmlReporter: { fileName: `tmp/mutants/${room}.html` },
    clearTextReporter: { logTests: false, reportTests: false },
  }).runMutationTest();
}
