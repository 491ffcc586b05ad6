import { describe, expect, it } from 'vitest';
import { defer } from '../../src/operations/defer.ts';
import { HOUR } from '../../src/schedule/units.ts';
import { at, ID, NOON, SCENE, windowOf } from '../report/outcomes.ts';

type Ended = Extract<Parameters<typeof defer.tell>[4][number], { done: unknown }>['done'];
const told = (done: Ended) => {
  const [one] = defer.tell('defer', { onNothingScheduled: 'ignore' }, SCENE, [{ id: ID }], [{ done }]).told;
  return one;
};
const window = windowOf();
const span = { start: NOON - HOUR, end: NOON + 12 * HOUR, zone: 'UTC' };
const move = { from: at('2026-03-08T20:00Z'), to: at('2026-03-15T20:00Z'), zone: 'Europe/Berlin' };

describe('what is not deferred', () => {
  it.each([
    ['running', 'running maintenance cannot be deferred', 'warned'],
    ['unknown', 'not all is known about the maintenance, and a deferral could be wasted', 'warned'],
    ['overdue', 'the scheduled maintenance is already due', 'warned'],
    [
      'several',
      'more than one maintenance is scheduled, and it is not known which one a deferral would move',
      'warned',
    ],
    ['noHelp', 'even after a deferral, maintenance would meet a deploy', 'warned'],
    ['notMet', 'the announced maintenance meets no deploy', 'nothingToDo'],
    ['over', 'all the deploys are over', 'nothingToDo'],
  ] as const)(
    '%s: is told with the reason, and a warning where a deploy may meet it',
    (why, says, standing) => {
      expect(told({ did: 'left', window, why, span: undefined })).toMatchObject({
        standing,
        sentences: [`Nothing was deferred: ${says}.`],
        facts: { changed: false, deferred: false },
      });
    },
  );

  it('may be deferred still, within a time that is told', () => {
    expect(told({ did: 'left', window, why: 'noHelp', span })?.sentences[1]).toBe(
      'Atlas lets this maintenance be deferred from Fri 2026-03-06 11:00 UTC until Sat 2026-03-07 00:00 UTC.',
    );
  });
});

describe('what is deferred', () => {
  const after = windowOf({ numberOfDeferrals: 1 });

  it('is told, with how often it was, and from when to when where that is known', () => {
    const plain = 'The scheduled maintenance was deferred by one week.';
    expect(told({ did: 'deferred', window: after, before: window, move: undefined })).toMatchObject({
      standing: 'changed',
      sentences: [plain],
      changes: [['Deferrals used', '0 of 2', '1 of 2']],
      facts: { changed: true, deferred: true },
    });
    expect(told({ did: 'deferred', window: after, before: window, move })?.sentences).toEqual([
      plain,
      'The maintenance was moved from Sun 2026-03-08 21:00 Europe/Berlin to Sun 2026-03-15 21:00 Europe/Berlin (in 9 d 8 h).',
    ]);
  });

  it('in a dry run is what would be', () => {
    const write = { method: 'POST', path: '/defer', send: async () => {} } as const;
    const would = { did: 'wouldSend', window, write } as const;
    expect(told({ ...would, move: undefined, span: undefined })).toMatchObject({
      standing: 'dryRun',
      sentences: ['Dry run: would defer the scheduled maintenance by one week. Nothing was changed.'],
      changes: [],
      rows: expect.arrayContaining([['Request that was not sent', 'POST /defer']]),
    });
    expect(told({ ...would, move, span })?.sentences).toEqual([
      'Dry run: would defer the scheduled maintenance by one week, from Sun 2026-03-08 21:00 Europe/Berlin to Sun 2026-03-15 21:00 Europe/Berlin. Nothing was changed.',
      expect.stringMatching(/^Atlas lets this maintenance be deferred from/),
    ]);
  });
});
