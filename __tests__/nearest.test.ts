import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../src/nearest.ts';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['duratoin', 'duration', 1],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
    ['flaw', 'lawn', 2],
  ] as const)('%j and %j: %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, nothing only for equals, and never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('the nearest name', () => {
  const names = ['deployStart', 'deployEnd', 'deployWindow', 'groupId', 'dryRun'];

  it('is the one with the fewest slips', () => {
    expect(nearest('deployEnds', names)).toBe('deployEnd');
    expect(nearest('DEPLOY_STRAT', names)).toBe('deployStart');
    expect(nearest('dryrunn', names)).toBe('dryRun');
    expect(nearest('gaet', ['get', 'gate'])).toBe('gate');
  });

  it('is not one that shares a few letters, however long what was written', () => {
    for (const name of ['', 'x', 'deploy', 'description', 'gold', 'run', 'x'.repeat(100_000)])
      expect([name.slice(0, 20), nearest(name, names)]).toEqual([name.slice(0, 20), undefined]);
  });
});
