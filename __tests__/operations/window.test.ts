import { describe, expect, it } from 'vitest';
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { get } from '../../src/operations/get.ts';
import {
  alreadySo,
  changesOf,
  deferralsUsed,
  movedText,
  waveText,
  windowCells,
  windowFacts,
  windowRows,
} from '../../src/operations/window.ts';
import { HOUR } from '../../src/schedule/units.ts';
import { NO_FACTS } from '../../src/words/facts.ts';
import { at, ID, MAINTENANCE, NOON, SCENE, windowOf } from '../report/outcomes.ts';

const unset: MaintenanceWindow = { configured: false };
const full = windowOf({
  autoDeferOnceEnabled: true,
  numberOfDeferrals: 1,
  startASAP: true,
  protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
  waveAssignment: 2,
  effectiveWaveAssignment: 3,
});

describe('the deferrals used', () => {
  it.each([
    [0, '0 of 2'],
    [2, '2 of 2'],
    [3, '3'],
  ])('are %i of two, unless Atlas granted more', (numberOfDeferrals, says) => {
    expect(deferralsUsed(windowOf({ numberOfDeferrals }))).toBe(says);
  });

  it('are out of nobody knows how many where waves are in force', () => {
    expect(deferralsUsed(windowOf({ numberOfDeferrals: 1, effectiveWaveAssignment: 1 }))).toBe('1');
  });
});

describe('the wave', () => {
  it.each([
    [{}, ''],
    [{ waveAssignment: 2 }, '2'],
    [{ effectiveWaveAssignment: 3 }, '3'],
    [{ waveAssignment: 3, effectiveWaveAssignment: 3 }, '3'],
    [{ waveAssignment: 2, effectiveWaveAssignment: 3 }, '3 (2 is set)'],
  ] as const)('of %j is the one in force: %j', (waves, says) => {
    expect(waveText({ ...unset, ...waves })).toBe(says);
  });
});

describe('a window as outputs', () => {
  it('is all that Atlas tells of it, and when it starts and ends next', () => {
    const { configured: _, ...answer } = full;
    expect(windowFacts(full, NOON, MAINTENANCE)).toEqual({
      ...NO_FACTS,
      configured: true,
      dayOfWeek: 1,
      hourOfDay: 21,
      timeZoneId: 'Europe/Berlin',
      autoDeferOnceEnabled: true,
      numberOfDeferrals: 1,
      startASAP: true,
      protectedHours: '9-17',
      waveAssignment: 2,
      effectiveWaveAssignment: 3,
      window: answer,
      nextStart: '2026-03-08T21:00:00+01:00',
      nextEnd: '2026-03-09T01:00:00+01:00',
    });
    expect(windowFacts(windowOf(), NOON, MAINTENANCE)).toMatchObject({
      protectedHours: null,
      waveAssignment: null,
      effectiveWaveAssignment: null,
    });
  });

  it('that is not set is what the project tells all the same', () => {
    const known = { timeZoneId: 'UTC', waveAssignment: 2, effectiveWaveAssignment: 1 } as const;
    expect(windowFacts({ ...unset, ...known }, NOON, MAINTENANCE)).toEqual({
      ...NO_FACTS,
      configured: false,
      ...known,
      window: known,
    });
    expect(windowFacts(unset, NOON, MAINTENANCE)).toEqual({ ...NO_FACTS, configured: false, window: {} });
  });

  it('that nobody could read is nothing', () => {
    expect(windowFacts(undefined, NOON, MAINTENANCE)).toEqual(NO_FACTS);
  });
});

describe('a window as a table', () => {
  it('has a row for each setting that is set, the next start second', () => {
    expect(windowRows(full, NOON, ['Europe/Berlin', 'UTC'])).toEqual([
      ['Maintenance window', 'every Sunday at 21:00 (Europe/Berlin)'],
      ['Next start', 'Sun 2026-03-08 21:00 Europe/Berlin (20:00 UTC)', 'time'],
      ['Deferrals used', '1'],
      ['Automatic deferral', 'on'],
      ['Start as soon as possible', 'asked for'],
      ['Protected hours', '09:00 to 17:00'],
      ['Wave', '2'],
      ['Wave in force', '3'],
    ]);
    expect(windowRows(windowOf(), NOON, ['UTC'])).toEqual([
      ['Maintenance window', 'every Sunday at 21:00 (Europe/Berlin)'],
      ['Next start', 'Sun 2026-03-08 20:00 UTC', 'time'],
      ['Deferrals used', '0 of 2'],
      ['Automatic deferral', 'off'],
    ]);
  });

  it('says that none is set, and of one that nobody could read nothing', () => {
    expect(windowRows({ ...unset, waveAssignment: 1 }, NOON, ['UTC'])).toEqual([
      ['Maintenance window', 'none set'],
      ['Wave', '1'],
    ]);
    expect(windowRows(undefined, NOON, ['UTC'])).toEqual([]);
  });

  it('of several projects has its start, in the words of whoever shows it', () => {
    expect(windowCells(windowOf(), NOON)).toEqual([
      'every Sunday at 21:00 (Europe/Berlin)',
      'Sun 2026-03-08 21:00 Europe/Berlin',
    ]);
    expect(windowCells(windowOf(), NOON, (at, zone) => `${at} ${zone}`)[1]).toBe(
      `${at('2026-03-08T20:00Z')} Europe/Berlin`,
    );
    expect(windowCells(unset, NOON)).toEqual(['none set', '']);
    expect(windowCells(undefined, NOON)).toEqual(['', '']);
  });
});

it('a change is told of each setting that differs, whichever side has it', () => {
  expect(changesOf(full, full)).toEqual([]);
  expect(changesOf({ ...unset, waveAssignment: 1 }, full)).toEqual([
    ['Maintenance window', 'none set', 'every Sunday at 21:00 (Europe/Berlin)'],
    ['Wave', '1', '2'],
    ['Deferrals used', 'none', '1'],
    ['Automatic deferral', 'none', 'on'],
    ['Start as soon as possible', 'none', 'asked for'],
    ['Protected hours', 'none', '09:00 to 17:00'],
    ['Wave in force', 'none', '3'],
  ]);
  expect(changesOf(full, unset)).toContainEqual(['Protected hours', '09:00 to 17:00', 'none']);
});

it('what is so already is told with how it is', () => {
  expect(alreadySo(full)).toEqual({
    standing: 'nothingToDo',
    sentences: [
      'Nothing to change: the project is already set this way.',
      'The maintenance window starts every Sunday at 21:00 (Europe/Berlin).',
    ],
  });
  expect(alreadySo(unset).sentences).toEqual([
    'Nothing to change, as the project is already set this way; no maintenance window is set: Atlas starts maintenance whenever it chooses.',
  ]);
});

it('a move is told with how far away it goes', () => {
  expect(movedText({ from: NOON, to: NOON + 5 * HOUR }, 'UTC', NOON)).toBe(
    'The maintenance was moved from Fri 2026-03-06 12:00 UTC to Fri 2026-03-06 17:00 UTC (in 5 h).',
  );
});

describe('a look at projects', () => {
  const look = (...windows: MaintenanceWindow[]) => {
    const projects = windows.map(() => ({ id: ID }));
    const outcomes = windows.map(window => ({ done: { did: 'read', window } }) as const);
    const { frame, told } = get.tell('get', {}, SCENE, projects, outcomes);
    return { passed: frame.passed(told), told };
  };

  it('counts those without a window', () => {
    expect(look(full, full).passed).toBe('All 2 projects were read: each has a maintenance window.');
    expect(look(full, unset).passed).toBe('All 2 projects were read: 1 has no maintenance window.');
    expect(look(unset, full, unset).passed).toBe('All 3 projects were read: 2 have no maintenance window.');
  });

  it('has a row for each, with window, wave and deferrals', () => {
    expect(look(full, unset).told.map(({ standing, cells }) => [standing, ...cells])).toEqual([
      [
        'read',
        'every Sunday at 21:00 (Europe/Berlin)',
        'Sun 2026-03-08 21:00 Europe/Berlin',
        '3 (2 is set)',
        '1',
      ],
      ['noWindow', 'none set', '', '', ''],
    ]);
  });

  it('says of one without clusters that there is nothing to maintain', () => {
    const [one] = get.tell(
      'get',
      {},
      SCENE,
      [{ id: ID }],
      [{ done: { did: 'readEmpty', window: unset } }],
    ).told;
    expect(one).toMatchObject({
      standing: 'read',
      sentences: [
        'No maintenance window is set: Atlas starts maintenance whenever it chooses.',
        'The project has no clusters, so there is nothing to maintain.',
      ],
    });
  });
});
