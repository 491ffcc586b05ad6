import { describe, expect, it } from 'vitest';
import { gate } from '../../src/operations/gate/gate.ts';
import { waitingFor } from '../../src/operations/gate/tell.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/schedule/units.ts';
import { ago, away, inZones, lengthOf, span } from '../../src/words/instants.ts';
import { caseOf, cases } from '../report/cases.ts';
import {
  at,
  deployOf,
  firstOf,
  gateOf,
  ID,
  judgedOf,
  MAINTENANCE,
  messageOf,
  NOON,
  NOTHING,
  plan,
  running,
  SCENE,
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
    [MINUTE - 1, 'less than a minute'],
    [MINUTE, '1 min'],
    [HOUR - 1, '59 min'],
    [90 * MINUTE, '1 h 30 min'],
    [3 * HOUR, '3 h'],
    [27 * HOUR - 1, '26 h'],
    [72 * HOUR - 1, '71 h'],
    [72 * HOUR, '3 d'],
    [100 * HOUR, '4 d 4 h'],
  ])('%i ms ago is %s ago', (ms, text) => expect(ago(ms)).toBe(text));
});

describe('a time to come or gone', () => {
  it.each([
    [56 * HOUR, 'in 56 h'],
    [59 * MINUTE + 1, 'in 1 h'],
    [-3 * HOUR, '3 h ago'],
    [20_000, 'now'],
    [-20_000, 'now'],
    [30_000, 'in 1 min'],
    [-30_000, 'less than a minute ago'],
  ])('%i ms from now is told from now: %s', (ms, text) => expect(away(ms)).toBe(text));

  it.each([
    [14 * HOUR + 20 * MINUTE, '14 h 20 min'],
    [HOUR + 1, '1 h 1 min'],
    [24 * HOUR - 1, '24 h'],
    [30 * HOUR + 1, '31 h'],
    [71 * HOUR + 1, '3 d'],
    [108 * HOUR, '4 d 12 h'],
    [1000, '1 min'],
  ])('%i ms are long: %s', (ms, text) => expect(lengthOf(ms)).toBe(text));
});

describe.each(Object.keys(cases))('the message of: %s', name => {
  it('is made of whole sentences', () => {
    for (const sentence of caseOf(name).told.flatMap(({ sentences }) => sentences)) {
      expect(sentence).toMatch(/^[A-Z`].*[^.]\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object| {2}|\.\.|,,| [.,;]/);
    }
  });

  it('is three sentences at most of a gate', () => {
    for (const { sentences, facts } of caseOf(name).told)
      if (facts.verdict !== null) expect(sentences.length).toBeLessThanOrEqual(3);
  });

  it('has a form that is short enough for a list of commits', () => {
    for (const { short } of caseOf(name).told) expect(short.length).toBeLessThan(200);
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
    for (const hours of [8, 20])
      expect(said({ state: announced, now: NOON + hours * HOUR })).toContain('too late to defer');
    expect(said({ state: announced, window: windowOf({ numberOfDeferrals: 2 }) })).toContain(
      'deferred twice already',
    );
  });

  it('from when on to ask again, where it is too early to know', () => {
    const message = said({ task: { blockOn: 'scheduled' } });
    expect(message).toMatch(/^Blocked: it is too early to know/);
    expect(message).toContain('Check again from Fri 2026-03-06 22:00 Europe/Berlin (in 9 h), or');
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
      /^Blocked: the deploy would meet maintenance that is running \(since Sun .* 2 h 8 min ago\)\./,
    );
    expect(message).toContain('Run the gate again once Atlas reports the maintenance as completed');
  });

  it('since when it runs, where more was told to start as soon as possible', () => {
    const state = {
      ...NOTHING,
      running: [
        { since: NOON - HOUR, by: 'MAINTENANCE_STARTED' },
        { since: NOON, by: 'startASAP' },
      ],
    };
    const made = { state, deploy: deployOf('2026-03-06T12:00Z') };
    expect(said(made)).toContain('(since Fri 2026-03-06 12:00 Europe/Berlin, 1 h ago)');
    expect(waitingFor([['p1', judgedOf(made).judged.view]], judgedOf(made).task)).toContain('since Fri');
  });

  it('in how many weeks a standing deploy window meets it, and which line first, as data', () => {
    const message = said({ deploy: standing('Sun 20:00-21:30\nMon 10:00-11:00') });
    expect(message).toMatch(
      /^Blocked: the standing deploy window would meet the weekly maintenance window in 53 of 53 weeks, first the deploy of Sun 2026-03-08 20:00 to 21:30 Europe\/Berlin \(in 55 h\), from the line "Sun 20:00-21:30"\./,
    );
    expect(message).toContain('the next clear deploy starts Mon 2026-03-09 10:00');
    // Two of its deploys meet the same start.
    expect(
      said({ deploy: standing('Sun 22:00-23:00\nMon 00:30-01:30'), now: at('2026-03-08T01:00Z') }),
    ).toContain('in 53 of 53 weeks');
    // One of them has begun.
    expect(said({ deploy: standing('Sun 20:00-21:30'), now: at('2026-03-08T19:10Z') })).toContain(
      'in 53 of 53 weeks, first the deploy of Sun 2026-03-08 20:00 to 21:30 Europe/Berlin (10 min ago)',
    );
    // The clocks of the two zones change in different weeks.
    expect(
      said({ deploy: standing('Sun 09:00-10:00', 'America/New_York'), window: windowOf({ hourOfDay: 11 }) }),
    ).toContain('in 4 of 53 weeks');
  });

  it('of several deploys only how many meet the same, not those of which it is too early to know', () => {
    const task = { blockOn: 'scheduled' } as const;
    const deploy = plan('2026-03-08T20:30Z', '2026-03-08T22:30Z', '2026-03-15T20:30Z');
    expect(said({ deploy, state: announced, task })).toContain(
      'would meet maintenance that Atlas has scheduled: 2 of them, first the deploy of Sun 2026-03-08 21:30',
    );
    expect(said({ deploy: standing('Sun 20:00-21:30'), state: announced, task })).toContain(
      'would meet maintenance that Atlas has scheduled: the deploy of Sun 2026-03-08 20:00',
    );
  });

  it('blockOn: scheduled only where all deploys would pass with it', () => {
    const advice = 'set `blockOn: scheduled`, under which it would pass';
    expect(said({ deploy: plan('2026-03-08T20:30Z'), now: NOON + 24 * HOUR })).toContain(advice);
    expect(
      said({ deploy: plan('2026-03-08T20:30Z', '2026-03-15T20:30Z'), now: NOON + 24 * HOUR }),
    ).not.toContain(advice);
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
      'moved from Sun 2026-03-08 21:00 Europe/Berlin to Sun 2026-03-15 21:00 Europe/Berlin (in 9 d 8 h).',
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
    expect(cells.slice(0, 2)).toEqual(['every Sunday at 21:00 (Europe/Berlin)', '']);
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
    ['overdue', 'already due'],
    ['several', 'more than one maintenance'],
    ['noHelp', 'even after a deferral'],
    ['others', 'another project'],
  ] as const)('it is told why nothing was deferred: %s', (not, why) => {
    expect(said({ task, deferral: { not } })).toMatch(new RegExp(`Nothing was deferred: .*${why}`));
  });

  it('a dry run tells what it would do', () => {
    expect(said({ task, state: announced, deferral: { wouldMove: move } })).toContain('Dry run: would defer');
  });
});

describe('with onOverlap: wait', () => {
  const task = { onOverlap: 'wait', blockOn: 'scheduled', waitAtMost: 90 * MINUTE } as const;
  const now = at('2026-03-08T20:30Z');
  const blocked = { task, now, state: running(at('2026-03-08T20:00Z')) };

  it.each([
    ['clear', SECOND, 'The gate waited 1s.'],
    ['clear', MINUTE - 1, 'The gate waited 59s.'],
    ['clear', MINUTE, 'The gate waited 1m.'],
    ['stuck', 13 * MINUTE - 1, 'The gate waited 12m.'],
    ['timeUp', 90 * MINUTE + 7 * SECOND, 'The gate waited 1h30m, as long as `waitAtMost` allows.'],
    [
      'hopeless',
      SECOND - 1,
      'Waiting would not help: it would take longer than `waitAtMost` allows (1h30m).',
    ],
    ['hopeless', SECOND, 'The gate waited 1s; the rest would take longer than `waitAtMost` allows (1h30m).'],
    [
      'hopeless',
      12 * MINUTE,
      'The gate waited 12m; the rest would take longer than `waitAtMost` allows (1h30m).',
    ],
  ] as const)('%s after %i ms: %s', (ended, waited, text) => {
    expect(firstOf(gateOf({ ...blocked, wait: { ended, waited } })).sentences[1]).toBe(text);
  });

  it.each([
    ['that was over at once', { ...blocked, wait: { ended: 'stuck', waited: SECOND - 1 } as const }, 2],
    ['where an override lets pass', { ...blocked, task: { ...task, override: 'Checkout is down' } }, 1],
    [
      'where nothing is in the way',
      { task, now: at('2026-03-09T12:00Z'), deploy: deployOf('2026-03-09T12:00Z') },
      1,
    ],
  ])('nothing is told of a wait %s', (_where, made, sentences) => {
    expect(said(made)).not.toMatch(/wait/i);
    expect(firstOf(gateOf(made)).sentences).toHaveLength(sentences);
  });

  it('a dry run tells what it would do', () => {
    expect(said(blocked)).toContain('Dry run: would wait until it is clear, for 1h30m at most.');
  });

  it.each([
    [undefined, 0],
    [{ ended: 'clear', waited: 2 * SECOND - 1 } as const, 1],
  ])('waitedSeconds tells how long, in whole seconds: %j', (wait, seconds) => {
    const { facts } = firstOf(gateOf({ ...blocked, ...(wait && { wait }) }));
    expect(facts.waitedSeconds).toBe(seconds);
  });

  it('what is waited for is told in a clause', () => {
    const clause = (...made: Parameters<typeof judgedOf>[0][]) => {
      const judged = made.map(one => judgedOf({ task: { blockOn: 'scheduled' }, ...one }));
      const { deploy } = judgedOf({ deploy: deployOf('2026-03-08T20:30Z') }).task;
      return waitingFor(
        judged.map(({ judged }, index) => [`p${index + 1}`, judged.view]),
        { ...judgedOf().task, deploy },
      );
    };
    expect(clause(blocked)).toBe('maintenance has been running since Sun 2026-03-08 21:00 Europe/Berlin');
    expect(clause({ now, state: running(now, 'startASAP') })).toBe(
      'maintenance was told to start as soon as possible',
    );
    expect(clause({ state: announced })).toBe(
      'maintenance is scheduled for Sun 2026-03-08 21:00 Europe/Berlin and assumed to be over by Mon 2026-03-09 01:00 Europe/Berlin',
    );
    expect(clause({ state: announced, now })).toBe(
      'maintenance should have started Sun 2026-03-08 21:00 Europe/Berlin',
    );
    expect(clause({ task: { blockOn: 'window' } })).toBe(
      'the weekly maintenance window of Sun 2026-03-08 21:00 Europe/Berlin is assumed to be over by Mon 2026-03-09 01:00 Europe/Berlin',
    );
    expect(clause({})).toBe(
      'whether maintenance comes will be known from Fri 2026-03-06 22:00 Europe/Berlin',
    );
    expect(clause({ deploy: deployOf('2026-03-07T20:30Z') })).toBeUndefined();
    expect(clause({}, { deploy: deployOf('2026-03-07T20:30Z') }, blocked)).toBe(
      'project p1: whether maintenance comes will be known from Fri 2026-03-06 22:00 Europe/Berlin and project p3: maintenance has been running since Sun 2026-03-08 21:00 Europe/Berlin',
    );
  });
});

describe('the outputs of a gate', () => {
  const facts = (...args: Parameters<typeof gateOf>) => firstOf(gateOf(...args)).facts;

  it('tell times where people think of them: the start in the zone of the project, the rest in that of the deploy', () => {
    const deploy = deployOf('2026-03-08T21:00Z', 2, 'America/New_York');
    expect(facts({ state: announced, deploy })).toMatchObject({
      maintenanceState: 'scheduled',
      scheduledStart: '2026-03-08T21:00:00+01:00',
      clearAt: '2026-03-08T20:00:00-04:00',
      secondsUntilClear: 60 * 3600,
      overlap: true,
      changed: false,
      deferred: false,
      waitedSeconds: null,
      verdict: 'fail',
      overridden: false,
    });
    const window = { configured: false } as const;
    expect(facts({ state: announced, window })).toMatchObject({ scheduledStart: '2026-03-08T20:00:00Z' });
  });

  it('leave empty what there is not', () => {
    expect(facts({ deploy: deployOf('2026-03-08T20:30Z', 24 * 7) })).toMatchObject({
      maintenanceState: 'none',
      scheduledStart: null,
      clearAt: null,
      secondsUntilClear: null,
    });
  });

  it('are in whole seconds, so that a deploy at clearAt is clear, and never below 0', () => {
    const state = running(NOON - HOUR);
    const deploy = deployOf('2026-03-06T12:00Z');
    expect(facts({ state, deploy, now: NOON + 1 })).toMatchObject({
      clearAt: '2026-03-06T17:00:01+01:00',
      secondsUntilClear: 4 * 3600 + 1,
    });
    const { task, judged } = judgedOf({ deploy });
    const later = { now: NOON + MINUTE, maintenanceDuration: MAINTENANCE };
    const { told } = gate.tell('gate', task, later, [{ id: ID }], [{ done: judged }]);
    expect(told).toMatchObject([{ facts: { clearAt: '2026-03-06T13:00:00+01:00', secondsUntilClear: 0 } }]);
  });

  it('tell of a deferral that was spent', () => {
    const move = { from: at('2026-03-08T20:00Z'), to: at('2026-03-15T20:00Z') };
    expect(facts({ deferral: { moved: move } })).toMatchObject({ changed: true, deferred: true });
    expect(facts({ deferral: { wouldMove: move } })).toMatchObject({ changed: false, deferred: false });
  });
});

describe('an override', () => {
  const task = { override: 'Checkout is down' };
  const of = (code: string, more = {}) =>
    firstOf(gateOf({ error: { code, message: 'It failed' }, task: { ...task, ...more } }));

  it('lets pass what was found, and a project that could not be looked at', () => {
    expect(firstOf(gateOf({ task }))).toMatchObject({
      standing: 'overridden',
      facts: { verdict: 'warn', overridden: true },
    });
    expect(of('TIMEOUT')).toMatchObject({
      standing: 'overridden',
      facts: { verdict: 'warn', overridden: true, waitedSeconds: null },
    });
  });

  it.each(['NO_DEPLOY', 'NO_SUCH_PROJECT', 'INTERNAL'])('lets no mistake pass: %s', code => {
    expect(of(code)).toMatchObject({ standing: 'failed', facts: { verdict: 'fail', overridden: false } });
  });

  it('is not needed where the policy lets pass or nothing is in the way', () => {
    for (const made of [
      { task: { ...task, onOverlap: 'warn' } as const },
      { deploy: deployOf('2026-03-07T20:30Z'), task },
    ]) {
      const { facts, standing } = firstOf(gateOf(made));
      expect(facts.overridden).toBe(false);
      expect(standing).not.toBe('overridden');
    }
  });

  it.each([
    ['octocat', 'octocat'],
    [undefined, 'somebody'],
    [' ', 'somebody'],
    ['x'.repeat(60), `${'x'.repeat(39)}…`],
  ])('names who started the run: %s', (actor, name) => {
    const { frame } = gateOf({ task, ...(actor === undefined ? {} : { actor }) });
    expect(frame.override).toBe(`Overridden by ${name}: Checkout is down.`);
  });

  it('without one a gate that failed is closed', () => {
    const error = { code: 'TIMEOUT', message: 'It failed' };
    expect(firstOf(gateOf({ error, task: { onOverlap: 'wait' } }))).toMatchObject({
      standing: 'failed',
      facts: { verdict: 'fail', overridden: false, waitedSeconds: 0 },
    });
  });
});

describe('a plan of deploys', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) => new Date(at('2026-03-09T12:00Z') + day * DAY).toISOString());
  const releases = (count: number) =>
    firstOf(gateOf({ deploy: plan('2026-03-08T20:30Z', ...days(count - 1)) })).rows.filter(([name]) =>
      /^Deploy |more$/.test(name),
    );

  it('of up to thirty is listed whole, a longer one with what is blocked first', () => {
    expect(releases(30)).toHaveLength(30);
    const rows = releases(32);
    expect(rows).toHaveLength(31);
    expect(rows[0]).toEqual(['Deploy Sun 2026-03-08 21:30', '⛔ meets the weekly window']);
    expect(rows.at(-1)).toEqual(['2 more', 'left out here; those that are blocked come first']);
  });

  it.each([
    [
      ['2026-03-01T10:00Z'],
      'A planned deploy is over and was left out: it was to start Sun 2026-03-01 11:00 Europe/Berlin.',
    ],
    [
      ['2026-03-01T10:00Z', '2026-03-02T10:00Z', '2026-03-03T10:00Z'],
      '3 planned deploys are over and were left out; the last was to start Tue 2026-03-03 11:00 Europe/Berlin.',
    ],
  ])('says which of them are over: %j', (past, text) => {
    const { notices } = firstOf(gateOf({ deploy: plan(...past, '2026-03-07T20:30Z') }));
    expect(notices).toEqual([{ about: 'planned deploys that are over', text }]);
    expect(firstOf(gateOf({ deploy: plan('2026-03-07T20:30Z') })).notices).toEqual([]);
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

  it('no deploy in a row of its own, where several are asked about or maintenance stands beside it', () => {
    for (const made of [
      { deploy: plan('2026-03-07T20:30Z', '2026-03-10T20:30Z') },
      { deploy: standing('Sat 10:00-11:00') },
      { state: announced },
    ])
      expect(firstOf(gateOf(made)).rows.map(([name]) => name)).not.toContain('Deploy');
  });

  it('of a plan why a start of the week within one of its deploys does not count', () => {
    const deploy = plan('2026-03-08T10:00Z', '2026-03-08T20:30Z');
    expect(said({ deploy, now: NOON + 24 * HOUR, task: { blockOn: 'scheduled' } })).toMatch(
      /^Clear: .*The weekly window starts Sun 2026-03-08 21:00/,
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
      'The deploy should have begun Fri 2026-03-06 12:30 Europe/Berlin (30 min ago), so it is judged as beginning now, with its whole length.',
    );
    expect(said({ deploy: plan('2026-03-06T11:30Z', '2026-03-07T11:30Z') })).not.toContain(
      'should have begun',
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
    for (const onOverlap of ['warn', 'ignore'] as const)
      expect(said({ state, task: { onOverlap } })).toMatch(
        /^Blocked: the deploy would meet.*`onUnknown: warn` would let the step pass\.$/,
      );
    expect(said({ state })).toMatch(
      /^Blocked: the deploy would meet.*could not be read.*Move the deploy \(clear/,
    );
  });

  it('not what to do about it, where somebody lets it pass', () => {
    const task = { override: 'Checkout is down' };
    expect(firstOf(gateOf({ deploy, state: unknown({ why: 'unreadable' }), task })).sentences).toEqual([
      'Blocked: nobody can know whether maintenance would meet the deploy.',
      expect.stringMatching(/could not be read/),
    ]);
  });

  it('that without a window nothing can be known, and what to do', () => {
    expect(said({ window: { configured: false } })).toMatch(
      /^Blocked: nobody can know.*No maintenance window is set.*Set a window \(operation `update`/,
    );
  });

  it('since when nothing was heard, and where to look', () => {
    const since = NOON - 30 * HOUR;
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'running', since }) })).toMatch(
      /has been running since Thu 2026-03-05 07:00 Europe\/Berlin \(30 h ago\).*nothing more about it.*activity feed/i,
    );
    expect(said({ deploy, state: unknown({ why: 'silent', what: 'overdue', since }) })).toMatch(
      /should have started Thu 2026-03-05 07:00.*neither its start nor its end/,
    );
  });
});

describe('the row of the maintenance tells', () => {
  const row = (...args: Parameters<typeof gateOf>) => firstOf(gateOf(...args)).rows[0]?.[1];
  const next = 'scheduled for Sun 2026-03-08 21:00 Europe/Berlin, announced 3 h ago';
  const twice = {
    ...NOTHING,
    scheduled: [...announced.scheduled, ...scheduled('2026-03-15T20:00Z').scheduled],
  };

  it('only how it is known, where the sentences tell when it starts', () => {
    expect(row({ state: scheduled('2026-03-08T20:00Z', { deferrals: 1 }) })).toBe(
      'scheduled, announced 3 h ago and deferred once',
    );
    expect(row({ state: announced, deploy: plan('2026-03-08T20:30Z') })).toBe(next);
  });

  it('all of it where there is more', () => {
    // One that was announced, of which it is not known at which of two starts it comes.
    expect(row({ state: twice })).toBe(next);
    expect(row({ state: { ...announced, unknown: [{ why: 'unreadable' }] } })).toBe(
      `${next}; not all is known`,
    );
    const { running: runs } = running(NOON - HOUR);
    const since = 'running since Fri 2026-03-06 12:00 Europe/Berlin (1 h)';
    expect(row({ state: { ...announced, running: runs } })).toBe(`${since}; ${next}`);
    expect(row({ state: { ...NOTHING, running: [...runs, ...runs] } })).toBe(`${since}; more may come`);
    expect(row({ state: { ...twice, running: runs } })).toBe(`${since}; ${next}; more may come`);
  });

  it('that there is none, or that nobody knows', () => {
    expect(row()).toBe('none announced');
    expect(row({ window: { configured: false } })).toBe('not known');
  });
});

it.each([
  [
    { state: announced },
    'Blocked: the deploy would meet maintenance that Atlas has scheduled. Clear from Mon 2026-03-09 01:00 Europe/Berlin.',
  ],
  [
    { state: announced, task: { onOverlap: 'warn' } } as const,
    'Warning: the deploy would meet maintenance that Atlas has scheduled. Clear from Mon 2026-03-09 01:00 Europe/Berlin.',
  ],
  [
    { state: announced, task: { onOverlap: 'ignore' } } as const,
    'Overlap ignored: the deploy would meet maintenance that Atlas has scheduled.',
  ],
  [
    { task: { blockOn: 'scheduled' } } as const,
    'Blocked: it is too early to know whether maintenance will meet the deploy. Check again from Fri 2026-03-06 22:00 Europe/Berlin.',
  ],
  [
    { deploy: deployOf('2026-03-08T20:30Z', 24 * 7) },
    'Blocked: the deploy would meet the weekly maintenance window.',
  ],
  [{ deploy: deployOf('2026-03-07T20:30Z') }, 'Clear: the deploy meets no maintenance.'],
])('where there is little room, what matters most: %j', (made, text) => {
  expect(firstOf(gateOf(made)).short).toBe(text);
});

it('an error keeps its words and gets one full stop', () => {
  const of = (message: string) => messageOf(gateOf({ error: { code: 'X', message } }));
  expect(of('No such project (X)')).toBe('No such project (X).');
  expect(of('No such project.')).toBe('No such project.');
});

it('a project that failed has its window in the table all the same, where that was read', () => {
  const { task } = judgedOf({ deploy: deployOf('2026-03-08T21:00Z', 2, 'America/New_York') });
  const failed = { error: { code: 'TIMEOUT', message: 'It took too long' }, did: {} };
  const { told } = gate.tell(
    'gate',
    task,
    SCENE,
    [{ id: ID, window: windowOf() }, { id: ID }],
    [failed, failed],
  );
  expect(told.map(({ cells }) => cells)).toEqual([
    ['every Sunday at 21:00 (Europe/Berlin)', 'Sun 2026-03-08 16:00'],
    ['', ''],
  ]);
});

describe('where the window and the events contradict each other', () => {
  const why = 'deferrals';
  it.each([
    [{ why, counted: 1, told: 0, scheduled: false }, 'one deferral, while the events show nothing scheduled'],
    [{ why, counted: 0, told: 2, scheduled: true }, 'no deferral, while the events show 2 deferrals'],
    [{ why, counted: 3, told: 1, scheduled: true }, '3 deferrals, while the events show one deferral'],
    [{ why, counted: 1, told: 0, scheduled: true }, 'one deferral, while the events show no deferral'],
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
