import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../src/schedule/judge.ts';
import { type MaintenanceEvent, maintenanceState } from '../../src/schedule/maintenance.ts';
import { nextWeeklyStart, type WeeklyWindow } from '../../src/schedule/weekly.ts';
import { cases } from './arbitrary.ts';
import { check, DAY, HOUR, MINUTE, PATIENCE, WEEK } from './support.ts';

/** What may happen to one maintenance; shares are of the time in which it may. */
const lives = fc.record({
  /** Weeks without maintenance before it. */
  pause: fc.nat(2),
  announced: fc.double({ min: 0, max: 1, noNaN: true }),
  autoDeferred: fc.boolean(),
  /** When it is announced anew for the start that it has then. */
  announcedAgain: fc.boolean(),
  deferred: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2 }),
  ends: fc.constantFrom('runs', 'runs', 'runs', 'atOnce', 'notNeeded', 'reset'),
  when: fc.double({ min: 0, max: 1, noNaN: true }),
  minutesLate: fc.nat(20),
  /** Of the assumed length, what is left after a late start. */
  length: fc.double({ min: 0.01, max: 1, noNaN: true }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;
type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;

interface History {
  /** Of announced maintenance alone. */
  readonly announced: readonly MaintenanceEvent[];
  readonly events: readonly MaintenanceEvent[];
  /** When maintenance really ran; `asked`: started at once, when somebody asked for it. */
  readonly ran: readonly { start: number; end: number; asked?: number }[];
  /** When announced maintenance was due, and when it started after that. */
  readonly due: readonly { from: number; to: number }[];
  /** What the window shows from an instant on. */
  readonly shown: readonly { from: number; numberOfDeferrals: number; startASAP: boolean }[];
}

const second = (at: number) => Math.floor(at / 1000) * 1000;
/** An instant between 72 and 48 hours before a start. */
const ahead = (start: number, share: number) => second(start - 72 * HOUR + share * (24 * HOUR - MINUTE));

/** Plays lives one after the other, as the service would, and keeps what is true and what is told. */
function play(
  window: WeeklyWindow,
  from: number,
  maintenanceDuration: number,
  autoCounts: boolean,
  played: readonly Life[],
): History {
  const events: MaintenanceEvent[] = [];
  const ran: { start: number; end: number; asked?: number }[] = [];
  const due: { from: number; to: number }[] = [];
  const shown = [{ from: Number.NEGATIVE_INFINITY, numberOfDeferrals: 0, startASAP: false }];
  let clock = from;
  for (const life of played) {
    const tell = (created: number, eventTypeName: string) => events.push({ created, eventTypeName });
    let start = nextWeeklyStart(window, clock + life.pause * WEEK + 73 * HOUR);
    let deferrals = 0;
    const show = (at: number, startASAP = false) =>
      shown.push({ from: at, numberOfDeferrals: deferrals, startASAP });

    let told = ahead(start, life.announced);
    tell(told, 'MAINTENANCE_IN_ADVANCED');
    const announceAgain = () => {
      if (!life.announcedAgain) return;
      told = ahead(start, 0);
      tell(told, 'MAINTENANCE_IN_ADVANCED');
    };
    if (life.autoDeferred) {
      tell(told, 'MAINTENANCE_AUTO_DEFERRED');
      start = nextWeeklyStart(window, start + 1);
      if (autoCounts) deferrals += 1;
      show(told);
      announceAgain();
    }
    for (const share of life.deferred) {
      told = Math.max(told + 1000, ahead(start, share));
      tell(told, 'ATLAS_MAINTENANCE_DEFERRED');
      start = nextWeeklyStart(window, start + 1);
      deferrals += 1;
      show(told);
      announceAgain();
    }

    const asked = second(told + 1000 + life.when * (start - told - 2000));
    if (life.ends === 'notNeeded' || life.ends === 'reset') {
      tell(
        asked,
        life.ends === 'reset' ? 'ATLAS_MAINTENANCE_RESET_BY_ADMIN' : 'MAINTENANCE_NO_LONGER_NEEDED',
      );
      clock = asked;
    } else {
      const atOnce = life.ends === 'atOnce';
      if (atOnce) {
        tell(asked, 'ATLAS_MAINTENANCE_START_ASAP');
        show(asked, true);
      }
      const started = (atOnce ? asked : start) + life.minutesLate * MINUTE;
      const ended = second(started + life.length * (maintenanceDuration - life.minutesLate * MINUTE));
      tell(started, 'MAINTENANCE_STARTED');
      tell(ended + 1000, 'MAINTENANCE_COMPLETED');
      due.push({ from: atOnce ? asked : start, to: started });
      ran.push({ start: started, end: ended, ...(atOnce && { asked }) });
      clock = ended + 1000;
    }
    deferrals = 0;
    show(clock);
  }
  return { announced: events, events, ran, due, shown };
}

/** Other maintenance, which nobody announced: it starts and ends when it likes. */
const urgent = fc.record({
  /** Minutes from the first moment of the story. */
  start: fc.integer({ min: -3 * 1440, max: 40 * 1440 }),
  length: fc.oneof(fc.integer({ min: 1, max: 20 * 60 }), fc.integer({ min: 20 * 60, max: 6 * 1440 })),
  /** Its end is told twice. */
  twice: fc.boolean(),
  /** And now and then an end of nothing is told, or that nothing is needed any more. */
  stray: fc.constantFrom(undefined, 'MAINTENANCE_COMPLETED', 'MAINTENANCE_NO_LONGER_NEEDED'),
  away: fc.integer({ min: 1, max: 3 * 1440 }),
});

/**
 * The history with unrelated maintenance in it. Left out is what the events cannot tell apart: a start around the
 * time at which announced maintenance is due, and an end of nothing while something could end.
 */
function among(
  history: History,
  near: number,
  others: readonly (typeof urgent extends fc.Arbitrary<infer T> ? T : never)[],
): History {
  const ran = [...history.ran];
  const events = [...history.events];
  const { due } = history;
  const starts = (at: number) => due.some(({ from, to }) => from - 2 * HOUR <= at && at <= to + MINUTE);
  const added = others
    .map(other => ({ ...other, at: second(near + other.start * MINUTE) }))
    .filter(({ at }) => !starts(at))
    .map(other => ({ ...other, end: other.at + other.length * MINUTE }));
  for (const { at, end } of added) {
    // Nobody knows of it before it starts.
    ran.push({ start: at, end, asked: at });
    events.push({ created: at, eventTypeName: 'MAINTENANCE_STARTED' });
    events.push({ created: end, eventTypeName: 'MAINTENANCE_COMPLETED' });
  }
  /** Told while nothing runs, is due, or (of a plan that is dropped) is scheduled. */
  const idle = (at: number) =>
    !ran.some(({ start, end }) => start - MINUTE <= at && at <= end + MINUTE) && !starts(at);
  const announced = (at: number) => {
    const last = history.events.filter(({ created }) => created <= at + 1000).at(-1)?.eventTypeName;
    return last !== undefined && !/COMPLETED|NO_LONGER|RESET|STARTED/.test(last);
  };
  for (const { end, twice, stray, away } of added) {
    if (twice && idle(end + 61_000))
      events.push({ created: end + 61_000, eventTypeName: 'MAINTENANCE_COMPLETED' });
    const at = end + away * MINUTE;
    if (stray && idle(at) && (stray === 'MAINTENANCE_COMPLETED' || !announced(at)))
      events.push({ created: at, eventTypeName: stray });
  }
  events.sort((a, b) => a.created - b.created);
  return { ...history, ran, events };
}

const stories = cases.chain(({ window, near }) =>
  fc
    .record({
      played: fc.array(lives, { minLength: 1, maxLength: 4 }),
      maintenanceDuration: fc.integer({ min: 1, max: 12 }).map(hours => hours * HOUR),
      autoCounts: fc.boolean(),
      others: fc.array(urgent, { maxLength: 4 }),
    })
    .chain(({ played, maintenanceDuration, autoCounts, others }) => {
      const history = among(play(window, near, maintenanceDuration, autoCounts, played), near, others);
      const moments = [
        near,
        ...history.events.map(({ created }) => created),
        ...history.ran.map(({ end }) => end),
      ];
      const aims = [near, ...history.ran.map(({ start }) => start)];
      return fc.record({
        window: fc.constant(window),
        history: fc.constant(history),
        maintenanceDuration: fc.constant(maintenanceDuration),
        // Around the moments at which something happens, or hours after them.
        now: fc
          .record({ moment: fc.constantFrom(...moments), seconds: fc.integer({ min: -2, max: 200_000 }) })
          .map(({ moment, seconds }) => moment + seconds * 1000),
        aim: fc.constantFrom(...aims),
        away: fc.integer({ min: -6 * 60, max: 14 * 60 }),
        length: fc.integer({ min: 1, max: 5 * 60 }).map(minutes => minutes * MINUTE),
        order: fc.infiniteStream(fc.nat()),
      });
    }),
);

function judged(
  { window, history, maintenanceDuration, order }: Story,
  now: number,
  deploy: { start: number; end: number },
) {
  const known = history.events.filter(({ created }) => created <= now);
  const shuffled = known
    .map(event => ({ event, key: order.next().value }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
  const witness = history.shown.findLast(({ from }) => from <= now);
  if (witness === undefined) throw new Error('The window always shows something');
  const { numberOfDeferrals, startASAP } = witness;
  const { state } = maintenanceState(shuffled, { ...window, numberOfDeferrals, startASAP }, now);
  const { overlap, unknown } = judge({
    window,
    state,
    deploys: [deploy],
    maintenanceDuration,
    blockOn: 'scheduled',
    now,
  });
  return { state, passes: !overlap && unknown.length === 0 };
}

test('no deploy passes that maintenance would hit, whatever became of it before', {
  timeout: PATIENCE,
}, () => {
  let hits = 0;
  const runs = check('true history', 2_000, stories, story => {
    const { history, now, aim, away, length } = story;
    const start = Math.max(now, aim + away * MINUTE);
    const deploy = { start, end: start + length };
    // What somebody asks for later than now cannot be known.
    const hit = history.ran.some(
      ran =>
        ran.start < deploy.end &&
        // Longer than assumed is more than the gate claims to know.
        deploy.start < Math.min(ran.end, Math.max(ran.start, now) + story.maintenanceDuration) &&
        !(ran.asked !== undefined && ran.asked > now),
    );
    if (!hit) return;
    hits += 1;
    const { passes, state } = judged(story, now, deploy);
    expect({ passes, state }).toEqual({ passes: false, state });
  });
  expect(hits).toBeGreaterThan(runs / 20);
});

test('a deploy within two days passes where nothing is announced and nothing runs', {
  timeout: PATIENCE,
}, () => {
  let quiet = 0;
  const runs = check('no false alarm', 1_000, stories, story => {
    const { history, now, length } = story;
    const deploy = { start: now, end: now + Math.min(length, DAY) };
    const last = history.announced.filter(({ created }) => created <= now).at(-1)?.eventTypeName ?? 'nothing';
    if (!/nothing|COMPLETED|NO_LONGER_NEEDED|RESET/.test(last)) return;
    if (history.ran.some(ran => ran.start <= now && now <= ran.end + 1000)) return;
    quiet += 1;
    expect(judged(story, now, deploy)).toEqual({
      passes: true,
      state: { running: [], scheduled: [], unknown: [] },
    });
  });
  expect(quiet).toBeGreaterThan(runs / 20);
});
