import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/schedule/units.ts';
import { ago, inZones, spanInZones } from '../../src/words/instants.ts';
import { cases } from '../report/cases.ts';
import {
  at,
  deployOf,
  gateOf,
  messageOf,
  NOON,
  running,
  scheduled,
  standing,
  unknown,
  windowOf,
} from '../report/outcomes.ts';

const said = (...args: Parameters<typeof gateOf>) => messageOf(gateOf(...args));
const announced = scheduled('2026-03-08T20:00Z');

describe('instants', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'UTC'];

  it('are told in every zone, the date only where it is another than the one before', () => {
    expect(inZones(at('2026-03-01T20:00Z'), zones)).toBe(
      'Sun 2026-03-01 21:00 Europe/Berlin (15:00 America/New_York, 20:00 UTC)',
    );
    expect(inZones(at('2026-03-01T23:30Z'), zones)).toBe(
      'Mon 2026-03-02 00:30 Europe/Berlin (Sun 2026-03-01 18:30 America/New_York, 23:30 UTC)',
    );
    expect(inZones(at('2026-03-02T00:30Z'), zones)).toBe(
      'Mon 2026-03-02 01:30 Europe/Berlin (Sun 2026-03-01 19:30 America/New_York, Mon 2026-03-02 00:30 UTC)',
    );
    expect(inZones(at('2026-03-02T00:30Z'), ['UTC'])).toBe('Mon 2026-03-02 00:30 UTC');
  });

  it('are told to the minute, an interval never shorter than it is', () => {
    const interval = { start: at('2026-03-01T20:00:59Z'), end: at('2026-03-01T21:00:01Z') };
    expect(spanInZones(interval, ['UTC'])).toBe('Sun 2026-03-01 20:00 to 21:01 UTC');
  });

  it('of an interval over midnight have both dates', () => {
    const interval = { start: at('2026-03-01T22:30Z'), end: at('2026-03-01T23:30Z') };
    expect(spanInZones(interval, ['Europe/Berlin', 'UTC'])).toBe(
      'Sun 2026-03-01 23:30 to Mon 2026-03-02 00:30 Europe/Berlin (Sun 2026-03-01 22:30 to 23:30 UTC)',
    );
  });

  it.each([
    [0, 'less than a minute'],
    [-5 * MINUTE, 'less than a minute'],
    [90 * MINUTE, '90 min'],
    [3 * HOUR, '3 h'],
    [71 * HOUR, '71 h'],
    [100 * HOUR, '4 d'],
  ])('%i ms ago is %s ago', (ms, text) => expect(ago(ms)).toBe(text));
});

describe.each(Object.entries(cases))('the message of: %s', (_name, { told }) => {
  it.each(told.map(one => one.sentences))('is made of whole sentences', (...sentences) => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z`].*[^.]\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object| {2}|\.\.|,,| [.,;]/);
    }
  });

  it('has a form that is short enough for a list of commits', () => {
    for (const { short } of told) expect(short.length).toBeLessThan(200);
  });
});

describe('a block says', () => {
  it('which deploy and which maintenance, in the project’s zone, the deploy’s and UTC', () => {
    const message = said({ state: announced, deploy: deployOf('2026-03-08T21:00Z', 2, 'America/New_York') });
    expect(message).toMatch(/The deploy runs Sun 2026-03-08 22:00 .*17:00 .*America\/New_York, 21:00 .*UTC/);
    expect(message).toMatch(
      /The maintenance starts Sun 2026-03-08 21:00 Europe\/Berlin \(16:00 .*, 20:00 UTC\)/,
    );
  });

  it('how it is known, for how long, from when on it is clear, and what to do', () => {
    const message = said({ state: announced });
    for (const part of [
      'announced 3 h ago',
      'assumed to last 4h',
      'is clear from Mon 2026-03-09 01:00',
      'Move the deploy',
    ])
      expect(message).toContain(part);
  });

  it('until when deferring is a way out, if it is one', () => {
    expect(said({ state: announced })).toContain(
      'which Atlas allows until Fri 2026-03-06 21:00 Europe/Berlin',
    );
    expect(said({ state: announced, now: NOON + 20 * HOUR })).toContain('too late to defer');
    expect(said({ state: announced, window: windowOf({ numberOfDeferrals: 2 }) })).toContain(
      'deferred twice already',
    );
  });

  it('from when on to ask again, where it is too early to know', () => {
    const message = said({ task: { blockOn: 'scheduled' } });
    expect(message).toMatch(/^Blocked: it is too early to know/);
    expect(message).toContain('Ask again from Fri 2026-03-06 22:00 Europe/Berlin (21:00 UTC) on');
  });

  it('blockOn: scheduled only where that would let the deploy pass', () => {
    const advice = 'set `blockOn: scheduled`, under which this deploy would pass';
    expect(said({ now: NOON + 24 * HOUR })).toContain(advice);
    expect(said({ now: NOON })).not.toContain(advice);
    expect(said({ state: unknown({ why: 'unreadable' }) })).not.toContain(advice);
    expect(said({ state: scheduled('2026-03-15T20:00Z') })).toContain(advice);
  });

  it('that maintenance runs, before any start of the week', () => {
    const state = running(at('2026-03-08T20:02Z'));
    const message = said({ state, deploy: deployOf('2026-03-08T22:15Z'), now: at('2026-03-08T22:10Z') });
    expect(message).toMatch(/^Blocked: the deploy would meet maintenance that is running\./);
    expect(message).toContain('if the maintenance has ended by then');
  });

  it('which line of a standing deploy window, as data', () => {
    const message = said({ deploy: standing('Sun 20:00-21:30\nMon 10:00-11:00') });
    expect(message).toContain('from the line "Sun 20:00-21:30"');
    expect(message).toContain('Its next deploy that is clear starts');
  });

  it('that it lets the step pass, where a policy does', () => {
    expect(said({ state: announced, task: { onOverlap: 'warn' } })).toMatch(
      /^Warning: .*`onOverlap: warn` lets the step pass\.$/,
    );
    expect(said({ state: announced, task: { onOverlap: 'ignore' } })).toMatch(
      /^Overlap ignored: .*`onOverlap: ignore` lets the step pass\.$/,
    );
  });
});

describe('with onOverlap: defer', () => {
  const task = { onOverlap: 'defer', blockOn: 'window' } as const;
  const deferred = scheduled('2026-03-15T20:00Z', { deferrals: 1 });
  const window = windowOf({ numberOfDeferrals: 1 });
  const move = { from: at('2026-03-08T20:00Z'), to: at('2026-03-15T20:00Z') };

  it('a deferral that made it clear is told with what is left', () => {
    const message = said({
      task: { ...task, blockOn: 'scheduled' },
      state: deferred,
      window,
      deferral: { moved: move },
    });
    expect(message).toMatch(
      /^Clear: the scheduled maintenance was deferred by one week, and the deploy now meets none\./,
    );
    expect(message).toContain(
      'moved from Sun 2026-03-08 21:00 Europe/Berlin (20:00 UTC) to Sun 2026-03-15 21:00 Europe/Berlin (20:00 UTC). Deferrals used: 1 of 2.',
    );
  });

  it('a deferral that the start of the week defeats is told with the way out', () => {
    const message = said({ task, state: deferred, window, deferral: { moved: move } });
    expect(message).toMatch(/^Blocked: although the scheduled maintenance was deferred/);
    expect(message).toContain('to Sun 2026-03-15 21:00');
    expect(message).toContain('set `blockOn: scheduled`');
  });

  it.each([
    ['nothingScheduled', 'nothing is scheduled'],
    ['running', 'running maintenance'],
    ['unknown', 'not all is known'],
    ['overdue', 'due already'],
    ['several', 'more than one maintenance'],
    ['noHelp', 'a week later'],
    ['others', 'another project'],
  ] as const)('it is told why nothing was deferred: %s', (not, why) => {
    expect(said({ task, deferral: { not } })).toMatch(new RegExp(`Nothing was deferred: .*${why}`));
  });

  it('a dry run tells what it would do', () => {
    expect(said({ task, state: announced, deferral: { wouldMove: move } })).toContain('Dry run: would defer');
  });
});

describe('what is clear says', () => {
  it('what is known and what comes next', () => {
    expect(said({ deploy: deployOf('2026-03-07T20:30Z') })).toBe(
      'Clear: the deploy meets no maintenance. The deploy runs Sat 2026-03-07 21:30 to 22:30 Europe/Berlin (20:30 to 21:30 UTC). Atlas has announced no maintenance. The weekly window next starts Sun 2026-03-08 21:00 Europe/Berlin (20:00 UTC).',
    );
  });

  it('why a start of the week in the middle of the deploy does not count', () => {
    const message = said({ now: NOON + 24 * HOUR, task: { blockOn: 'scheduled' } });
    expect(message).toMatch(
      /^Clear: .*nothing is announced for that start, so with `blockOn: scheduled` it does not count\.$/,
    );
  });

  it('that the deploy should have begun', () => {
    expect(said({ deploy: deployOf('2026-03-06T11:30Z') })).toContain(
      'The deploy should have begun Fri 2026-03-06 12:30 Europe/Berlin (11:30 UTC), so it is judged as beginning now, with its whole length: Fri 2026-03-06 13:00 to 14:00',
    );
  });
});

describe('what is not known says', () => {
  const deploy = deployOf('2026-03-07T20:30Z');

  it('that the gate stays closed, and why', () => {
    expect(said({ deploy, state: unknown({ why: 'unreadable' }) })).toMatch(
      /^Blocked: nobody can know whether maintenance would meet the deploy\. The project's events could not be read.*keeps the gate closed \(`onUnknown: fail`\)\.$/,
    );
  });

  it('that it lets the step pass, where the policy does', () => {
    const message = said({ deploy, state: unknown({ why: 'unreadable' }), task: { onUnknown: 'warn' } });
    expect(message).toMatch(/^Warning: nobody can know.*`onUnknown: warn` lets the step pass\.$/);
  });

  it('that without a window nothing can be known, and what to do', () => {
    expect(said({ window: { configured: false } })).toMatch(
      /^Blocked: nobody can know.*No maintenance window is set.*Set a window: operation `update`/,
    );
  });

  it('since when nothing was heard, and where to look', () => {
    const since = NOON - 30 * HOUR;
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'running', since }) })).toMatch(
      /has been running since Thu 2026-03-05 07:00 Europe\/Berlin.*nothing more of it for 30 h.*activity feed/,
    );
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'overdue', since }) })).toMatch(
      /should have started Thu 2026-03-05 07:00.*neither its start nor its end for 30 h/,
    );
  });
});

it('an error keeps its words and gets one full stop', () => {
  const of = (message: string) => messageOf(gateOf({ error: { code: 'X', message } }));
  expect(of('No such project (X)')).toBe('No such project (X).');
  expect(of('No such project.')).toBe('No such project.');
});

describe('where the window and the events contradict each other', () => {
  const why = 'deferrals';
  it.each([
    [{ why, counted: 1, told: 0, scheduled: false }, 'one deferral, while the events show nothing scheduled'],
    [{ why, counted: 0, told: 2, scheduled: true }, 'no deferral, while the events tell of 2 deferrals'],
    [{ why, counted: 3, told: 1, scheduled: true }, '3 deferrals, while the events tell of one deferral'],
    [{ why, counted: 1, told: 0, scheduled: true }, 'one deferral, while the events tell of no deferral'],
  ] as const)('%j: both are told', (reason, sentence) => {
    expect(said({ state: unknown(reason), deploy: deployOf('2026-03-07T20:30Z') })).toContain(
      `The window counts ${sentence}: `,
    );
  });
});

it.each([
  [
    'running',
    /^Maintenance that started .* is taken to be over: .*look at the project's clusters in Atlas\.$/,
  ],
  ['overdue', /^Maintenance that should have started .* is taken to be over/],
] as const)('what was left out since nothing more was heard of it is told: %s', (what, sentence) => {
  const { told } = gateOf({ over: [{ what, since: NOON - 8 * 24 * HOUR }] });
  expect(told[0]?.warnings).toEqual([expect.stringMatching(sentence)]);
});
