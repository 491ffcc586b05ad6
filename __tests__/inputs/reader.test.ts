import { expect, test } from 'vitest';
import { Complaint } from '../../src/complaint.ts';
import type { Table } from '../../src/inputs/environment.ts';
import { createReading, InputError } from '../../src/inputs/reader.ts';

const createReader = <V>(env: Record<string, string>, table: Table<V>) =>
  createReading(env, []).reader(table);

/** A kind that throws whatever is written. */
const throwing = (error: Error) => ({
  kind: (): string => {
    throw error;
  },
});

test('a complaint about a value is one more problem, with a full stop', () => {
  const reader = createReader({ INPUT_COLOUR: 'x' }, { colour: throwing(new Complaint('must be a colour')) });
  expect(reader.read('colour')).toBeUndefined();
  expect(reader.problems).toEqual(['colour must be a colour.']);
});

test.for([
  ['of ours', new RangeError('There is no deploy to judge')],
  ["of the runtime's", new TypeError('x is not a function')],
] as const)('a defect %s is never told as a problem with the input', ([, defect]) => {
  const reader = createReader({ INPUT_COLOUR: 'x' }, { colour: throwing(defect) });
  expect(() => reader.read('colour')).toThrow(defect);
  expect(reader.problems).toEqual([]);
});

test('an input without a value is left out of many, so that nothing stands for it', () => {
  const kind = (text: string) => text;
  const reader = createReader(
    { INPUT_A: ' 1 ', B: '2' },
    { a: { kind }, b: { kind, env: ['B'] }, c: { kind } },
  );
  expect(reader.readAll(['a', 'b', 'c'])).toStrictEqual({ a: '1', b: '2' });
  expect(reader.origins).toEqual(['b comes from B.']);
});

test('a value that is far too long is refused unread, unless it is a list', () => {
  const kind = (text: string) => text.length;
  const env = { INPUT_A: 'x'.repeat(5000), INPUT_B: 'x'.repeat(5001), INPUT_C: 'x'.repeat(5001) };
  const reader = createReader(env, { a: { kind }, b: { kind }, c: { kind, long: true } });
  expect(reader.readAll()).toEqual({ a: 5000, c: 5001 });
  expect(reader.problems).toEqual([
    expect.stringMatching(/^b is 5001 characters long, far longer than it can be: "x+…"\.$/),
  ]);
});

test('what is given wins over the environment, and nothing is said of the latter', () => {
  const reader = createReader({ INPUT_A: '1', A: '2' }, { a: { kind: (text: string) => text, env: ['A'] } });
  expect(reader.read('a')).toBe('1');
  expect(reader.origins).toEqual([]);
});

test.each([
  [['a is wrong.'], 'a is wrong. Nothing was sent to Atlas.'],
  [
    ['a is wrong.', 'b: did you mean c?'],
    '2 problems with the inputs; nothing was sent to Atlas:\n- a is wrong.\n- b: did you mean c?',
  ],
])('of the problems %j one error tells all, and that nothing was sent', (problems, message) => {
  expect(new InputError(problems)).toMatchObject({ problems, message });
});
