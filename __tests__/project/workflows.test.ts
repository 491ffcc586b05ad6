import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readActionFile, stepsUsingThisAction, unknownNames } from '../../sandbox/actionFile.ts';
import { stories, yamlBlocks } from '../../sandbox/stories.ts';

const action = readActionFile();
const workflows = globSync('.github/workflows/*.yml').sort();
const examples = globSync('examples/*.yml').sort();
const documents = globSync(['README.md', 'docs/**/*.md']).sort();

test.each([...examples, '.github/workflows/e2e.yml'])('%s names only inputs and outputs that exist', file => {
  const text = readFileSync(file, 'utf8');
  expect(stepsUsingThisAction(parse(text))).not.toEqual([]);
  expect(unknownNames([text], action)).toEqual([]);
});

describe.each(documents)('%s', document => {
  const blocks = yamlBlocks(readFileSync(document, 'utf8'));

  test('holds no YAML block with a mistake in it', () => {
    for (const block of blocks) {
      const problems = parseAllDocuments(block).flatMap(({ errors, warnings }) => [...errors, ...warnings]);
      expect(problems, block).toEqual([]);
    }
  });

  test('names only inputs and outputs that exist', () => {
    expect(unknownNames(blocks, action)).toEqual([]);
  });
});

test('every example is tried under a workflow runner, and so is README', () => {
  const told = stories.map(story => story.file);
  expect(told).toEqual(expect.arrayContaining([...examples, 'README.md']));
});

test('what writes to Atlas never runs twice at the same time', () => {
  const recipes = [
    ...examples.map(file => readFileSync(file, 'utf8')),
    ...documents.flatMap(file => yamlBlocks(readFileSync(file, 'utf8'))),
  ].map(text => parse(text));
  const writing = recipes.filter(recipe =>
    stepsUsingThisAction(recipe).some(
      step =>
        !['get', 'gate'].includes(String(step.with.operation ?? 'get')) || step.with.onOverlap === 'defer',
    ),
  );
  expect(writing.length).toBeGreaterThanOrEqual(3);
  for (const recipe of writing)
    expect(recipe).toMatchObject({
      concurrency: { group: expect.any(String), 'cancel-in-progress': false },
    });
});

test('a misspelt input or output is found, in a whole workflow and in a piece of one', () => {
  const workflow = `
    jobs:
      gate:
        steps:
          - id: gate
            uses: ./
            with: { operation: gate, groupID: x }
          - uses: other/action@v1
            id: other
            with: { anything: x }
          - run: echo \${{ steps.gate.outputs.verdikt }} \${{ steps.other.outputs.anything }}`;
  const piece = '- { uses: your-org/atlas-maintenance-gate@v1, with: { hour: 3 } }';
  expect(unknownNames([workflow, piece], action)).toEqual([
    "input 'groupID' does not exist",
    "input 'hour' does not exist",
    "output 'verdikt' of step 'gate' does not exist",
  ]);
});

test('every action of others is pinned to a commit, the same one everywhere, with its version beside it', () => {
  const uses = [...workflows, ...examples].flatMap(file => [
    ...readFileSync(file, 'utf8').matchAll(/\buses: (?!\.\/|your-org\/)(\S+)(.*)/g),
  ]);
  const pins = new Map<string, Set<string>>();
  for (const [, name = '', comment = ''] of uses) {
    expect(name + comment).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    // One repository holds several actions: github/codeql-action/init and .../analyze.
    const repository = name.split(/[/@]/).slice(0, 2).join('/');
    pins.set(repository, (pins.get(repository) ?? new Set()).add(`${name.split('@')[1]}${comment}`));
  }
  const severalPins = [...pins].filter(([, versions]) => versions.size > 1);
  expect(severalPins).toEqual([]);
  expect(pins.has('actions/checkout')).toBe(true);
});
