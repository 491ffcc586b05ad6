import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/atlas/client.ts';
import { Failure } from '../../src/operations/failure.ts';
import { isRefusal, requireWindow, settle } from '../../src/operations/project.ts';
import { windowOf } from '../report/outcomes.ts';

const refusal = new AtlasError({ code: 'NO', message: 'Atlas says no', outcome: 'refused' });
const lost = new AtlasError({ code: 'NO', message: 'The answer was lost', outcome: 'unknown' });
const throwing = (error: unknown) =>
  settle(() => {
    throw error;
  });

describe('what comes of the work on a project', () => {
  it('is what was done', async () => {
    expect(await settle(async () => 1)).toEqual({ done: 1 });
  });

  it('or what Atlas says, and what the step had done by then', async () => {
    expect(await throwing(refusal)).toEqual({
      error: { code: 'NO', message: 'Atlas says no. Code: NO' },
      did: {},
    });
    expect(await throwing(Failure.after({ changed: true }, refusal))).toEqual({
      error: { code: 'NO', message: 'Atlas says no. Code: NO' },
      did: { changed: true },
    });
    expect(await throwing(Failure.because('ODD', 'It is odd'))).toEqual({
      error: { code: 'ODD', message: 'It is odd. Code: ODD' },
      did: {},
    });
  });

  it.each([
    [new TypeError('x is not\na function'), 'x is not a function'],
    ['a word', 'a word'],
  ])('or a defect, which is called one: %s', async (thrown, says) => {
    expect(await throwing(thrown)).toEqual({
      error: { code: 'INTERNAL', message: `A defect in this action: ${says}` },
      did: {},
    });
  });
});

it('a refusal is what Atlas surely did not do, for this reason if one is named', () => {
  expect(isRefusal(refusal)).toBe(true);
  expect(isRefusal(refusal, 'NO')).toBe(true);
  expect(isRefusal(refusal, 'OTHER')).toBe(false);
  expect(isRefusal(lost, 'NO')).toBe(false);
  expect(isRefusal(Failure.because('NO', 'No'), 'NO')).toBe(false);
});

it('where a window is needed, one that is not set is an error that says what to do', () => {
  expect(requireWindow(windowOf())).toEqual(windowOf());
  expect(() => requireWindow({ configured: false })).toThrow(
    'The project has no maintenance window: set one first, with operation `update`, dayOfWeek and hourOfDay. Code: ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
  );
});
