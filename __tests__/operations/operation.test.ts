import { expect, test } from 'vitest';
import { input } from '../../src/inputs/environment.ts';
import { boolean } from '../../src/inputs/kinds.ts';
import { createReading } from '../../src/inputs/reader.ts';
import { OPERATIONS } from '../../src/operations/all.ts';
import { get } from '../../src/operations/get.ts';
import { operation } from '../../src/operations/operation.ts';
import { ID, SCENE, windowOf } from '../report/outcomes.ts';

test('an ending that nobody tells does not compile', () => {
  const mute = operation({
    inputs: {},
    run: async () => ({ did: 'vanished', window: windowOf() }) as const,
    // @ts-expect-error `vanished` is missing
    tell: {},
  });
  expect(mute.inputs).toEqual({});
});

test('nor does a value that an input cannot hold', () => {
  const odd = operation({
    inputs: { loud: input(boolean, 'false') },
    run: async (_project, { loud }) => {
      // @ts-expect-error a boolean is not a number
      const volume: number = loud;
      return { did: 'rang', volume, window: windowOf() } as const;
    },
    tell: { rang: () => ({ standing: 'read', sentences: ['It rang.'] }) },
  });
  expect(Object.keys(odd.inputs)).toEqual(['loud']);
});

test('a project without an outcome has failed: nothing is known of it', () => {
  const { told } = get.tell('get', {}, SCENE, [{ id: ID }], []);
  expect(told).toMatchObject([
    { groupId: ID, standing: 'failed', sentences: ['The project was not reached.'] },
  ]);
});

test.each(Object.entries(OPERATIONS))(
  '%s starts only where its inputs hold no problem',
  (name, { inputs, prepare }) => {
    for (const input of Object.keys(inputs)) {
      const reading = createReading({ [`INPUT_${input.toUpperCase()}`]: '\u0007 nonsense {' }, []);
      const job = prepare(name, reading);
      expect([input, job === undefined]).toEqual([input, reading.problems.length > 0]);
    }
  },
);
