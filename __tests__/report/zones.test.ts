import { expect, test } from 'vitest';
import { get } from '../../src/operations/get.ts';
import { toReport } from '../../src/report/report.ts';
import { clocksOf } from '../../src/schedule/offsets.ts';
import { nextWeeklyStarts } from '../../src/schedule/weekly.ts';
import type { Account } from '../../src/words/told.ts';
import { at, deployOf, gateOf, id, MAINTENANCE, standing, windowOf } from './outcomes.ts';

/** A winter in which Havana and Winnipeg do not go back by the newest rules, and do by those of today's Node. */
const now = at('2026-12-01T12:00:00Z');
const inZone = (timeZoneId: string, more = {}) =>
  windowOf({ timeZoneId, dayOfWeek: 1, hourOfDay: 3, ...more });
const noticesOf = (account: Account) =>
  toReport(account, { baseUrl: '', notices: [], skew: undefined, runnersClock: false })
    .annotations.filter(({ level }) => level === 'notice')
    .map(({ message }) => message);
const told = (windows: ReturnType<typeof windowOf>[]) =>
  noticesOf(
    get.tell(
      'get',
      {},
      { now, maintenanceDuration: MAINTENANCE },
      windows.map((_, index) => ({ id: id(index) })),
      windows.map(window => ({ done: { did: 'read', window } })),
    ),
  );
const gate = (zone: string, more: Parameters<typeof gateOf>[0] & object) =>
  noticesOf(gateOf({ now, window: inZone(zone), ...more }));

/** The runner of these tests may know the newest rules one day: then nothing differs, and nothing is told. */
const differs = nextWeeklyStarts(inZone('America/Havana'), now, clocksOf('America/Havana')).length > 1;

test('zones that do not differ are worth no notice', () => {
  expect(told([windowOf(), inZone('Europe/Berlin'), inZone('America/New_York')])).toEqual([]);
  expect(gate('Europe/Berlin', { deploy: standing('daily 09:00-10:00', 'UTC') })).toEqual([]);
});

test('a zone that is carried is worth none where both say the same', () => {
  // Chisinau's clock changes in the spring.
  expect(told([inZone('Europe/Chisinau')])).toEqual([]);
  expect(gate('Europe/Chisinau', { deploy: deployOf('2026-12-02T09:00Z', 1, 'Europe/Chisinau') })).toEqual(
    [],
  );
});

test.runIf(differs)(
  'each zone is named once in a step, by whatever name and in however many projects',
  () => {
    const notices = told([
      inZone('America/Havana'),
      inZone('Cuba', { hourOfDay: 5 }),
      inZone('America/Havana', { hourOfDay: 7 }),
      inZone('America/Winnipeg'),
    ]);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('of America/Havana differ');
    expect(notices[0]).toContain(
      "the window's start is 2026-12-06T03:00:00-04:00 by 2026f (carried by this action)",
    );
    expect(notices[0]).toContain(`2026-12-06T03:00:00-05:00 by ${process.versions.tz} (this runner's Node)`);
    expect(notices[1]).toContain('America/Winnipeg');
  },
);

test.runIf(differs)('window and deploy in one zone: one notice', () => {
  const deploy = standing('Sun 09:00-10:00', 'America/Havana');
  expect(gate('America/Havana', { deploy })).toHaveLength(1);
  expect(gate('UTC', { deploy })[0]).toContain('a time of the deploy is 2026-12-06T09:00:00-04:00');
});
