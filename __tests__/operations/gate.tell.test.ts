import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/schedule/units.ts';
import { ago, away, inZones, lengthOf, span } from '../../src/words/instants.ts';
import { cases } from '../report/cases.ts';
import {
  at,
  deployOf,
  firstOf,
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
    expect(span(interval, 'UTC')).toBe('Sun 2026-03-01 20:00 to 21:01');
    expect(inZones(interval.start, ['UTC'])).toBe('Sun 2026-03-01 20:00 UTC');
  });

  it('of an interval over midnight have both dates', () => {
    const interval = { start: at('2026-03-01T22:30Z'), end: at('2026-03-01T23:30Z') };
    expect(span(interval, 'Europe/Berlin')).toBe('Sun 2026-03-01 23:30 to Mon 2026-03-02 00:30');
    expect(span(interval, 'UTC')).toBe('Sun 2026-03-01 22:30 to 23:30');
  });

  it.each([
    [0, 'less than a minute'],
    [-5 * MINUTE, 'less than a minute'],
    [MINUTE, '1 min'],
    [90 * MINUTE, '90 min'],
    [119 * MINUTE, '119 min'],
    [120 * MINUTE, '2 h'],
    [3 * HOUR, '3 h'],
    [71 * HOUR, '71 h'],
    [72 * HOUR, '3 d'],
    [100 * HOUR, '4 d'],
  ])('%i ms ago is %s ago', (ms, text) => expect(ago(ms)).toBe(text));
});

describe('a time to come or gone', () => {
  it.each([
    [56 * HOUR, 'in 56 h'],
    [-3 * HOUR, '3 h ago'],
    [20_000, 'now'],
    [-20_000, 'now'],
    [30_000, 'in 1 min'],
    [-30_000, '1 min ago'],
  ])('%i ms from now is told from now: %s', (ms, text) => expect(away(ms)).toBe(text));

  it.each([
    [14 * HOUR + 20 * MINUTE, '14 h 20 min'],
    [HOUR + 1, '1 h 1 min'],
    [24 * HOUR - 1, '1 d'],
    [30 * HOUR + 1, '1 d 7 h'],
    [56 * HOUR, '2 d 8 h'],
    [1000, '1 min'],
  ])('%i ms are long: %s', (ms, text) => expect(lengthOf(ms)).toBe(text));
});

describe.each(Object.entries(cases))('the message of: %s', (_name, { told }) => {
  it.each(told.map(one => one.sentences))('is made of whole sentences', (...sentences) => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z`].*[^.]\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object| {2}|\.\.|,,| [.,;]/);
    }
  });

  it('is three sentences at most of a gate', () => {
    for (const { sentences, facts } of told)
      if (facts.verdict !== null) expect(sentences.length).toBeLessThanOrEqual(3);
  });

  it('has a form that is short enough for a list of commits', () => {
    for (const { short } of told) expect(short.length).toBeLessThan(200);
  });
});

describe('a block says', () => {
  it('which maintenance, and when in the zone of the deploy alone', () => {
    const message = said({ state: announced, deploy: deployOf('2026-03-08T21:00Z', 2, 'America/New_York') });
    expect(message).toMatch(
      /^Blocked: the deploy would meet maintenance that Atlas has scheduled for Sun 2026-03-08 16:00 America\/New_York \(in 56 h\)\./,
    );
    expect(message).not.toMatch(/Berlin|UTC/);
  });

  it('from when on it is clear, and what to do', () => {
    const message = said({ state: announced });
    expect(message).toContain('Move the deploy (clear from Mon 2026-03-09 01:00 Europe/Berlin, in 60 h)');
    expect(firstOf(gateOf({ state: announced })).rows[0]).toEqual([
      'Maintenance',
      'scheduled, announced 3 h ago',
    ]);
  });

  it.each([
    [0, 'scheduled, announced 3 h ago'],
    [1, 'scheduled, announced 3 h ago and deferred once'],
    [2, 'scheduled, announced 3 h ago and deferred twice'],
    [3, 'scheduled, announced 3 h ago and deferred 3 times'],
  ])('how often the maintenance was deferred: %i', (deferrals, text) => {
    const state = scheduled('2026-03-08T20:00Z', { deferrals });
    expect(firstOf(gateOf({ state })).rows[0]).toEqual(['Maintenance', text]);
  });

  it('that no start is clear, where none is', () => {
    expect(said({ deploy: deployOf('2026-03-08T20:30Z', 24 * 7) })).toMatch(
      /Shorten the deploy \(no start in the next 53 weeks is clear\)\.$/,
    );
  });

  it('until when deferring is a way out, if it is one', () => {
    expect(said({ state: announced })).toContain('before Fri 2026-03-06 21:00 Europe/Berlin (in 8 h)');
    expect(said({ state: announced, now: NOON + 20 * HOUR })).toContain('too late to defer');
    expect(said({ state: announced, window: windowOf({ numberOfDeferrals: 2 }) })).toContain(
      'deferred twice already',
    );
  });

  it('from when on to ask again, where it is too early to know', () => {
    const message = said({ task: { blockOn: 'scheduled' } });
    expect(message).toMatch(/^Blocked: it is too early to know/);
    expect(message).toContain('Ask again from Fri 2026-03-06 22:00 Europe/Berlin (in 9 h), or');
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
    expect(message).toMatch(
      /^Blocked: the deploy would meet maintenance that is running \(since Sun .* 2 h ago\)\./,
    );
    expect(message).toContain('Run the gate again once Atlas reports the maintenance completed');
  });

  it('in how many weeks a standing deploy window meets it, and which line first, as data', () => {
    const message = said({ deploy: standing('Sun 20:00-21:30\nMon 10:00-11:00') });
    expect(message).toMatch(
      /^Blocked: the standing deploy window would meet the weekly maintenance window in 53 of 53 weeks, first Sun 2026-03-08 20:00 to 21:30 Europe\/Berlin \(in 55 h\), from the line "Sun 20:00-21:30"\./,
    );
    expect(message).toContain('the next clear deploy starts Mon 2026-03-09 10:00');
    // The clocks of the two zones change in different weeks.
    expect(
      said({ deploy: standing('Sun 09:00-10:00', 'America/New_York'), window: windowOf({ hourOfDay: 11 }) }),
    ).toContain('in 4 of 53 weeks');
  });

  it('that it lets the step pass, where a policy does', () => {
    expect(said({ state: announced, task: { onOverlap: 'warn' } })).toMatch(
      /^Warning: .*`onOverlap: warn` lets the step pass \(clear from Mon .*\)\.$/,
    );
    expect(said({ state: announced, task: { onOverlap: 'ignore' } })).toMatch(
      /^Overlap ignored: .*`onOverlap: ignore` lets the step pass \(clear from Mon .*\)\.$/,
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
      'moved from Sun 2026-03-08 21:00 Europe/Berlin to Sun 2026-03-15 21:00 Europe/Berlin (in 9 d).',
    );
  });

  it('nothing but that shows the start that was left as one to come', () => {
    const { sentences, rows, cells } = firstOf(
      gateOf({ task: { ...task, blockOn: 'scheduled' }, state: deferred, window, deferral: { moved: move } }),
    );
    expect(sentences.filter(text => text.includes('2026-03-08'))).toEqual([
      expect.stringMatching(/^The .*moved/),
    ]);
    expect([...rows.filter(([name]) => name !== 'Deploy'), ...cells].join()).not.toContain('2026-03-08');
    expect(rows).toContainEqual(['Deferrals used', '1 of 2']);
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
  it('so, and the rows what is known and what comes next', () => {
    const { sentences, rows } = firstOf(gateOf({ deploy: deployOf('2026-03-07T20:30Z') }));
    expect(sentences).toEqual(['Clear: the deploy meets no maintenance.']);
    expect(rows.slice(0, 4)).toEqual([
      ['Maintenance', 'none announced'],
      ['Deploy', 'Sat 2026-03-07 21:30 to 22:30 Europe/Berlin (in 33 h)', 'time'],
      ['Maintenance window', 'every Sunday at 21:00 (Europe/Berlin)'],
      ['Next start', 'Sun 2026-03-08 21:00 Europe/Berlin', 'time'],
    ]);
  });

  it('why a start of the week in the middle of the deploy does not count', () => {
    const message = said({ now: NOON + 24 * HOUR, task: { blockOn: 'scheduled' } });
    expect(message).toMatch(
      /^Clear: .*nothing is announced for that start, so with `blockOn: scheduled` it does not count\.$/,
    );
  });

  it('that the deploy should have begun', () => {
    expect(said({ deploy: deployOf('2026-03-06T11:30Z') })).toContain(
      'The deploy should have begun Fri 2026-03-06 12:30 Europe/Berlin (30 min ago), so it is judged as beginning now, with its whole length.',
    );
  });
});

describe('what is not known says', () => {
  const deploy = deployOf('2026-03-07T20:30Z');

  it('that the gate stays closed, and why', () => {
    expect(said({ deploy, state: unknown({ why: 'unreadable' }) })).toMatch(
      /^Blocked: nobody can know whether maintenance would meet the deploy\. The project's events could not be read.*activity feed in Atlas; `onUnknown: warn` would let the step pass\.$/,
    );
  });

  it('that it lets the step pass, where the policy does', () => {
    const message = said({ deploy, state: unknown({ why: 'unreadable' }), task: { onUnknown: 'warn' } });
    expect(message).toMatch(/^Warning: nobody can know.*`onUnknown: warn` lets the step pass; look at .*\.$/);
  });

  it('that it is what keeps the gate closed, where the policy lets an overlap pass', () => {
    const state = { ...announced, unknown: [{ why: 'unreadable' as const }] };
    const message = said({ state, task: { onOverlap: 'warn' } });
    expect(message).toMatch(/^Blocked: the deploy would meet.*`onUnknown: warn` would let the step pass\.$/);
    expect(said({ state })).toMatch(
      /^Blocked: the deploy would meet.*could not be read.*Move the deploy \(clear/,
    );
  });

  it('that without a window nothing can be known, and what to do', () => {
    expect(said({ window: { configured: false } })).toMatch(
      /^Blocked: nobody can know.*No maintenance window is set.*Set a window: operation `update`/,
    );
  });

  it('since when nothing was heard, and where to look', () => {
    const since = NOON - 30 * HOUR;
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'running', since }) })).toMatch(
      /has been running since Thu 2026-03-05 07:00 Europe\/Berlin \(30 h ago\).*nothing more of it.*activity feed/i,
    );
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'overdue', since }) })).toMatch(
      /should have started Thu 2026-03-05 07:00.*neither its start nor its end/,
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
