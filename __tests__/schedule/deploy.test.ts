import { describe, expect, test } from 'vitest';
import { Complaint } from '../../src/complaint.ts';
import {
  type DeployInputs,
  deploysLeft,
  parseDeploy,
  resolveDeploys,
  startsNow,
} from '../../src/schedule/deploy.ts';
import { toIso } from '../../src/schedule/time.ts';
import { utc } from './support.ts';

/** As `action.yml` fills them in. */
const defaults = { deployStart: 'now', deployDuration: '1h' };

const now = utc('2026-03-02T12:00'); // a Monday

function deploys(inputs: Partial<DeployInputs>, at = now): string[] {
  const zone = inputs.zone ?? { id: 'UTC' };
  const parsed = parseDeploy({ ...defaults, ...inputs, zone });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return resolveDeploys(parsed.deploy, at).deploys.map(({ start, end }) =>
    [start, end].map(time => toIso(time, zone.id)).join(' '),
  );
}

function problems(inputs: Partial<DeployInputs>): string[] {
  const parsed = parseDeploy({ ...defaults, zone: { id: 'UTC' }, ...inputs });
  return 'problems' in parsed ? parsed.problems.map(({ input, phrase }) => `${input} ${phrase}`) : [];
}

function notes(inputs: Partial<DeployInputs>): readonly string[] {
  const parsed = parseDeploy({ ...defaults, zone: { id: 'UTC' }, ...inputs });
  return 'problems' in parsed ? [] : parsed.notes;
}

test.for([
  [{}, true],
  [{ deployEnd: '2026-03-02T15:00' }, true],
  [{ deployStart: '2026-03-02T12:00' }, false],
  [{ deployStart: '2026-03-02T12:00\n2026-03-03T12:00' }, false],
  [{ deployWindow: 'daily 09:00-17:00' }, false],
] as const)('%j starts whenever it is asked about: %s', ([inputs, expected]) => {
  const parsed = parseDeploy({ ...defaults, zone: { id: 'UTC' }, ...inputs });
  expect('deploy' in parsed && startsNow(parsed.deploy)).toBe(expected);
});

describe('a single deploy', () => {
  const berlin = { id: 'Europe/Berlin' };

  test('that starts now starts at the moment when it is judged', () => {
    expect(deploys({})).toEqual(['2026-03-02T12:00:00Z 2026-03-02T13:00:00Z']);
  });

  test('of which a part could not be read is none, and what else is wrong is told all the same', () => {
    const zone = { id: 'UTC' };
    expect(parseDeploy({ zone, deployDuration: '1h' })).toEqual({ problems: [] });
    expect(parseDeploy({ zone, deployStart: 'now' })).toEqual({ problems: [] });
    expect(parseDeploy({ deployStart: 'now', deployDuration: '1h' })).toEqual({ problems: [] });
    expect(parseDeploy({ zone, deployDuration: '1' })).toMatchObject({
      problems: [{ input: 'deployDuration' }],
    });
    expect(parseDeploy({ zone, deployStart: 'soon' })).toMatchObject({
      problems: [{ input: 'deployStart' }],
    });
  });

  test('lasts as long as said, or to the end that is said', () => {
    expect(deploys({ deployDuration: '1h30m' })).toEqual(['2026-03-02T12:00:00Z 2026-03-02T13:30:00Z']);
    expect(deploys({ deployStart: '2026-03-05T08:00', deployEnd: '2026-03-14T08:00', zone: berlin })).toEqual(
      ['2026-03-05T08:00:00+01:00 2026-03-14T08:00:00+01:00'],
    );
    expect(deploys({ deployEnd: '2026-03-02T15:00' })).toEqual(['2026-03-02T12:00:00Z 2026-03-02T15:00:00Z']);
  });

  test('takes its length in hours that pass, not in hours that the clock shows', () => {
    expect(deploys({ deployStart: '2026-03-29T01:00', deployDuration: '2h', zone: berlin })).toEqual([
      '2026-03-29T01:00:00+01:00 2026-03-29T04:00:00+02:00',
    ]);
    expect(deploys({ deployStart: '2026-03-28T12:00', deployDuration: '1d', zone: berlin })).toEqual([
      '2026-03-28T12:00:00+01:00 2026-03-29T13:00:00+02:00',
    ]);
  });

  test('is an error when it is over', () => {
    const over = () => deploys({ deployStart: '2020-01-01T00:00Z' });
    expect(over).toThrow(Complaint);
    expect(over).toThrow(/^The deploy is over/);
  });

  test('covers both readings of a time that comes twice, and says so', () => {
    const twice = { deployStart: '2026-10-25T02:30', zone: berlin };
    expect(deploys(twice)).toEqual(['2026-10-25T02:30:00+02:00 2026-10-25T03:30:00+01:00']);
    expect(notes(twice)).toEqual([
      'deployStart "2026-10-25T02:30" comes twice in Europe/Berlin, with offset +02:00 and again with +01:00: the deploy is taken to cover both. Give an offset to choose one.',
    ]);
    const end = { deployStart: '2026-10-25T01:00', deployEnd: '2026-10-25T02:30', zone: berlin };
    expect(deploys(end)).toEqual(['2026-10-25T01:00:00+02:00 2026-10-25T02:30:00+01:00']);
    expect(notes(end)).toHaveLength(1);
    expect(notes({ ...twice, deployStart: '2026-10-25T02:30+01:00' })).toEqual([]);
  });

  test('is refused when a time is skipped by the clock', () => {
    const [problem, ...more] = problems({ deployStart: '2026-03-29T02:30', zone: berlin });
    expect(problem).toMatch(/^deployStart "2026-03-29T02:30" does not exist in Europe\/Berlin/);
    expect(more).toEqual([]);
  });

  test.for([
    ['2026-03-02T12:00', '2026-03-02T11:00'],
    ['2026-03-02T12:00', '2026-03-02T12:00'],
    ['2026-03-02T12:00Z', '2026-03-02T13:00+01:00'],
  ] as const)('from %s to %s is no deploy', ([deployStart, deployEnd]) => {
    expect(problems({ deployStart, deployEnd })).toEqual([
      expect.stringMatching(/^deployEnd \(.*\) is not after the start of the deploy/),
    ]);
  });

  test('that starts and ends at one time of the clock is refused, also where that comes twice', () => {
    const time = '2026-10-25T02:30';
    expect(problems({ deployStart: time, deployEnd: time, zone: berlin })).toHaveLength(1);
    expect(problems({ deployStart: time, deployEnd: `${time}+02:00`, zone: berlin })).toHaveLength(1);
  });

  test('that ends before it starts is told beside a zone that is not one, if its times need none', () => {
    const told = (deployStart: string, deployEnd: string) => {
      const parsed = parseDeploy({ deployStart, deployEnd });
      return 'problems' in parsed ? parsed.problems.map(({ input }) => input) : 'none';
    };
    expect(told('2026-03-02T12:00Z', '2026-03-02T11:00Z')).toEqual(['deployEnd']);
    expect(told('2026-03-02T12:00+01:00', '2026-03-02T11:00+01:00')).toEqual(['deployEnd']);
    expect(told('2026-03-02T12:00', '2026-03-02T11:00Z')).toEqual([]);
    expect(told('2026-03-02T12:00Z', '2026-03-02T11:00')).toEqual([]);
  });

  test('that is late begins now with the length that was said, though its start comes twice', () => {
    const twice = { deployStart: '2026-10-25T02:30', deployDuration: '1h', zone: berlin };
    expect(deploys(twice, utc('2026-10-25T01:00'))).toEqual([
      '2026-10-25T02:00:00+01:00 2026-10-25T03:30:00+01:00',
    ]);
    expect(deploys(twice, utc('2026-10-25T02:00'))).toEqual([
      '2026-10-25T03:00:00+01:00 2026-10-25T04:00:00+01:00',
    ]);
  });

  test('of more than 31 days is refused', () => {
    expect(problems({ deployDuration: '32d' })).toEqual([expect.stringContaining('longer than 31 days')]);
    expect(problems({ deployStart: '2026-03-01T00:00', deployEnd: '2026-04-01T00:00' })).toEqual([]);
    expect(problems({ deployStart: '2026-03-01T00:00', deployEnd: '2026-04-01T00:01' })).toEqual([
      expect.stringContaining('more than 31 days'),
    ]);
  });

  test('that starts now is refused when its end has passed', () => {
    const late = { deployEnd: '2026-03-02T11:59' };
    expect(problems(late)).toEqual([]);
    expect(() => deploys(late)).toThrow(/^deployEnd \(Mon 2026-03-02 11:59 UTC\) is not after the start/);
    expect(() => deploys({ deployEnd: '2026-03-02T12:00' })).toThrow(/not after/);
    expect(() => deploys({ deployEnd: '2026-05-02T12:00' })).toThrow(/more than 31 days/);
  });

  test('with several problems hears of all at once', () => {
    expect(problems({ deployStart: 'soon', deployDuration: '1h30' })).toEqual([
      expect.stringMatching(/^deployStart "soon" is not a date and time/),
      expect.stringMatching(/^deployDuration "1h30" ends in a number without a unit/),
    ]);
    expect(problems({ deployStart: 'soon', deployEnd: 'later' })).toHaveLength(2);
  });

  test('in a zone that slipped past parseZone is a defect, not a problem with what was written', () => {
    const zone = { id: 'Mars/Olympus' };
    for (const inputs of [{ deployStart: '2026-03-02T12:00' }, { deployEnd: '2026-03-02T12:00' }])
      expect(() => problems({ ...inputs, zone })).toThrow(RangeError);
    expect(() => deploys({ deployWindow: 'daily 12:00-13:00', zone })).toThrow(RangeError);
  });

  test('never shows a control character of what was written', () => {
    for (const input of ['deployStart', 'deployDuration', 'deployEnd', 'deployWindow'] as const) {
      const [problem] = problems({ [input]: 'x\u001b[31m::error::boo' });
      expect(problem).not.toMatch(/\p{Cc}|::/u);
    }
  });
});

describe('several planned releases', () => {
  const berlin = { id: 'Europe/Berlin' };
  const plan = `
    # The spring releases
    2026-03-20T21:00   # 4.1

    2026-03-10T21:00Z
    2026-03-31T21:00#4.2, with the migration
  `;

  test('are written one a line, in any order, with comments and blank lines, and judged in the order of time', () => {
    expect(deploys({ deployStart: plan, deployDuration: '2h', zone: berlin })).toEqual([
      '2026-03-10T22:00:00+01:00 2026-03-11T00:00:00+01:00',
      '2026-03-20T21:00:00+01:00 2026-03-20T23:00:00+01:00',
      '2026-03-31T21:00:00+02:00 2026-03-31T23:00:00+02:00',
    ]);
    expect(notes({ deployStart: plan, zone: berlin })).toEqual([]);
  });

  test('keep the lines that they come from, comments and all: these name them', () => {
    const parsed = parseDeploy({ ...defaults, deployStart: plan.replaceAll('\n', '\r\n'), zone: berlin });
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    expect(resolveDeploys(parsed.deploy, now).deploys.map(({ line }) => line)).toEqual([
      '2026-03-10T21:00Z',
      '2026-03-20T21:00   # 4.1',
      '2026-03-31T21:00#4.2, with the migration',
    ]);
  });

  test.for(['now', '2026-03-05T08:00', '2026-03-05T08:00+02:00'])(
    'of which only %s is left are a single deploy',
    start => {
      for (const deployStart of [`${start} # soon`, `# plan\n\n${start}\n`]) {
        const { deploy } = ok({ deployStart });
        expect(deploy).toEqual(ok({ deployStart: start }).deploy);
        expect(deploy).toMatchObject({ kind: 'once' });
      }
    },
  );

  function ok(inputs: Partial<DeployInputs>) {
    const parsed = parseDeploy({ ...defaults, zone: { id: 'UTC' }, ...inputs });
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    return parsed;
  }

  test('that are the same moment count once, however they are written, and a notice says so', () => {
    const twice = '2026-03-10T21:00\n2026-03-20T21:00\n2026-03-10T20:00Z # again';
    expect(deploys({ deployStart: twice, zone: berlin })).toHaveLength(2);
    expect(notes({ deployStart: twice, zone: berlin })).toEqual([
      'deployStart names a start that an earlier line holds already: each start counts once.',
    ]);
    const same = '2026-03-10T21:00\n2026-03-10T21:00\n2026-03-10T21:00:00';
    expect(notes({ deployStart: same })).toEqual([expect.stringContaining('names 2 starts that')]);
    expect(deploys({ deployStart: same, deployEnd: '2026-03-10T23:00' })).toEqual([
      '2026-03-10T21:00:00Z 2026-03-10T23:00:00Z',
    ]);
  });

  test('cover both readings of a time that comes twice; with an offset it is another start', () => {
    const deployStart = '2026-10-25T02:30\n2026-10-25T02:30+01:00';
    expect(deploys({ deployStart, zone: berlin })).toEqual([
      '2026-10-25T02:30:00+02:00 2026-10-25T03:30:00+01:00',
      '2026-10-25T02:30:00+01:00 2026-10-25T03:30:00+01:00',
    ]);
    expect(notes({ deployStart, zone: berlin })).toEqual([
      expect.stringMatching(/^deployStart "2026-10-25T02:30" comes twice/),
    ]);
  });

  test('that begin together are judged in the order in which they may end', () => {
    const [both, first] = ['2026-10-25T02:30', '2026-10-25T02:30+02:00'];
    for (const deployStart of [`${both}\n${first}`, `${first}\n${both}`])
      expect(deploys({ deployStart, zone: berlin })).toEqual([
        '2026-10-25T02:30:00+02:00 2026-10-25T02:30:00+01:00',
        '2026-10-25T02:30:00+02:00 2026-10-25T03:30:00+01:00',
      ]);
  });

  test('that cannot be read are told by their lines, all of them, with all else that is wrong', () => {
    const deployStart =
      'soon # line 1\n2026-03-29T02:30\n# no start\n2026-03-10T21:00\nnow\n2026-02-30T10:00';
    expect(problems({ deployStart, deployDuration: '1h30', zone: berlin })).toEqual([
      expect.stringMatching(/^deployStart line 1: "soon" is not a date and time/),
      expect.stringMatching(/^deployStart line 2: "2026-03-29T02:30" does not exist in Europe\/Berlin/),
      expect.stringMatching(/^deployStart line 5: "now" cannot stand among other starts: write its date/),
      expect.stringMatching(/^deployStart line 6: "2026-02-30T10:00" is not on the calendar/),
      expect.stringMatching(/^deployDuration "1h30" ends in a number without a unit/),
    ]);
  });

  test('cannot share one end', () => {
    const deployStart = '2026-03-10T21:00\n2026-03-20T21:00';
    const shared = /^deployEnd is one time, and several starts cannot share it: give deployDuration instead/;
    expect(problems({ deployStart, deployEnd: '2026-03-20T23:00' })).toEqual([expect.stringMatching(shared)]);
    expect(problems({ deployStart: `${deployStart}\nsoon`, deployEnd: 'later' })).toEqual([
      expect.stringMatching(/^deployStart line 3: "soon"/),
      expect.stringMatching(/^deployEnd "later"/),
      expect.stringMatching(shared),
    ]);
    expect(problems({ deployStart: 'soon\nsooner', deployEnd: '2026-03-20T23:00' })).toEqual([
      expect.stringMatching(/^deployStart line 1: "soon"/),
      expect.stringMatching(/^deployStart line 2: "sooner"/),
      expect.stringMatching(shared),
    ]);
  });

  test.for(['', '# nothing is planned', ' \n\t\n # nothing\n'])('%j holds no start', deployStart => {
    expect(problems({ deployStart })).toEqual([
      'deployStart holds no start: write now, or a date and time such as 2026-03-01T21:00',
    ]);
  });

  test('are at most a thousand', () => {
    const starts = (count: number) =>
      Array.from({ length: count }, (_, day) => new Date(now + day * 86_400_000).toISOString()).join('\n#\n');
    expect(deploys({ deployStart: starts(1000) })).toHaveLength(1000);
    expect(problems({ deployStart: starts(1001) })).toEqual([
      expect.stringMatching(/^deployStart holds 1001 starts, and at most 1000 are accepted/),
    ]);
  });

  test('are not read where the zone is unknown, and what is wrong in any zone is told', () => {
    expect(parseDeploy({ ...defaults, deployStart: plan })).toEqual({ problems: [] });
    expect(parseDeploy({ ...defaults, deployStart: `${plan}\nsoon` })).toMatchObject({ problems: [{}] });
  });

  test('that are over are left out, and told as they were planned', () => {
    const { deploy } = ok({ deployStart: '2026-03-10T21:00\n2026-03-20T21:00 # 4.1', deployDuration: '2h' });
    const left = (at: string) => {
      const { deploys, over } = deploysLeft(deploy, utc(at));
      return [deploys, over].map(all =>
        all.map(({ start, end }) => [start, end].map(time => toIso(time, 'UTC'))),
      );
    };
    const [first, second] = [
      ['2026-03-10T21:00:00Z', '2026-03-10T23:00:00Z'],
      ['2026-03-20T21:00:00Z', '2026-03-20T23:00:00Z'],
    ];
    expect(left('2026-03-10T21:00')).toEqual([[first, second], []]);
    expect(deploysLeft(deploy, utc('2026-03-10T21:00')).deploys[0]).not.toHaveProperty('planned');
    expect(left('2026-03-10T23:00')).toEqual([[second], [first]]);
    expect(left('2026-03-20T23:00')).toEqual([[], [first, second]]);
    expect(deploysLeft(deploy, utc('2026-03-21T00:00')).over[1]?.line).toBe('2026-03-20T21:00 # 4.1');
    expect(() => resolveDeploys(deploy, utc('2026-03-20T22:59'))).not.toThrow();
    expect(() => resolveDeploys(deploy, utc('2026-03-20T23:00'))).toThrow(
      'All 2 planned deploys are over: the last was to end Fri 2026-03-20 23:00 UTC, and it is Fri 2026-03-20 23:00 UTC now. Check deployStart, and plan the next deploy',
    );
  });

  test('that should have begun and are not over begin now, each with its whole duration', () => {
    const { deploy } = ok({
      deployStart: '2026-03-10T20:00\n2026-03-10T21:00\n2026-03-11T21:00',
      deployDuration: '2h',
    });
    const late = utc('2026-03-10T21:59');
    expect(resolveDeploys(deploy, late).deploys).toMatchObject([
      { start: late, end: utc('2026-03-10T23:59'), planned: utc('2026-03-10T20:00') },
      { start: late, end: utc('2026-03-10T23:59'), planned: utc('2026-03-10T21:00') },
      { start: utc('2026-03-11T21:00'), end: utc('2026-03-11T23:00') },
    ]);
  });

  test('never show a control character of what was written', () => {
    const found = problems({ deployStart: 'x\u001b[31m\n\u2028::error::boo\n2026-03-10T21:00' });
    expect(found).toHaveLength(2);
    for (const problem of found) expect(problem).not.toMatch(/[\p{Cc}\u2028]|::error/u);
  });
});

describe('a standing deploy window', () => {
  const week = (deployWindow: string, id = 'UTC', at = now) =>
    deploys({ deployWindow, zone: { id } }, at).filter(
      text => Date.parse(text.split(' ')[0] ?? '') < at + 7 * 86_400_000,
    );

  test('repeats every week for the next 53', () => {
    const all = deploys({ deployWindow: 'Tue 09:00-17:00' });
    expect(all).toHaveLength(53);
    expect(all[0]).toBe('2026-03-03T09:00:00Z 2026-03-03T17:00:00Z');
    expect(all.at(-1)).toBe('2027-03-02T09:00:00Z 2027-03-02T17:00:00Z');
  });

  test('counts the window that is open now, and not the one that has just ended', () => {
    expect(week('Mon 09:00-12:01')[0]).toBe('2026-03-02T09:00:00Z 2026-03-02T12:01:00Z');
    expect(week('Mon 09:00-12:00')[0]).toBe('2026-03-09T09:00:00Z 2026-03-09T12:00:00Z');
    expect(week('Sun 22:00-13:00')[0]).toBe('2026-03-01T22:00:00Z 2026-03-02T13:00:00Z');
  });

  const days = (deployWindow: string) => {
    const found = week(deployWindow).map(text => new Date(text.slice(0, 10)).getUTCDay());
    return [...new Set(found)].sort();
  };

  test.for([
    ['Mon-Fri 13:00-14:00', [1, 2, 3, 4, 5]],
    ['Sat,Sun 13:00-14:00', [0, 6]],
    ['daily 13:00-14:00', [0, 1, 2, 3, 4, 5, 6]],
    ['Fri-Mon 13:00-14:00', [0, 1, 5, 6]],
    ['Mon-Wed,Sat 13:00-14:00', [1, 2, 3, 6]],
    ['monday-WEDNESDAY, sAt 13:00-14:00', [1, 2, 3, 6]],
    ['Sun-Sat 13:00-14:00', [0, 1, 2, 3, 4, 5, 6]],
    ['Wed-Wed 13:00-14:00', [3]],
    ['Daily  \t13:00-13:59', [0, 1, 2, 3, 4, 5, 6]],
  ] as const)('%s', ([text, expected]) => {
    expect(days(text)).toEqual(expected);
  });

  test('goes over midnight where its end is earlier than its start', () => {
    expect(week('Sat,Sun 22:00-02:00')).toEqual([
      '2026-03-07T22:00:00Z 2026-03-08T02:00:00Z',
      '2026-03-08T22:00:00Z 2026-03-09T02:00:00Z',
    ]);
  });

  test('may end at 24:00 and last a whole day', () => {
    expect(week('Tue 22:00-24:00')).toEqual(['2026-03-03T22:00:00Z 2026-03-04T00:00:00Z']);
    expect(week('Tue 22:00-00:00')).toEqual(['2026-03-03T22:00:00Z 2026-03-04T00:00:00Z']);
    expect(week('Tue 00:00-24:00')).toEqual(['2026-03-03T00:00:00Z 2026-03-04T00:00:00Z']);
  });

  test('has as many lines as wanted, in the order of time; blank ones do not count', () => {
    expect(week('\n Thu 09:00-10:00 \r\n\n\tTue 09:00-10:00\n')).toEqual([
      '2026-03-03T09:00:00Z 2026-03-03T10:00:00Z',
      '2026-03-05T09:00:00Z 2026-03-05T10:00:00Z',
    ]);
  });

  test('of lines that begin together names first the one that ends first', () => {
    for (const deployWindow of ['Mon 13:00-15:00\nMon 13:00-14:00', 'Mon 13:00-14:00\nMon 13:00-15:00'])
      expect(week(deployWindow)).toEqual([
        '2026-03-02T13:00:00Z 2026-03-02T14:00:00Z',
        '2026-03-02T13:00:00Z 2026-03-02T15:00:00Z',
      ]);
  });

  test('is not read where the zone is unknown, and what is wrong in any zone is told', () => {
    expect(parseDeploy({ deployWindow: 'Mon 09:00-10:00' })).toEqual({ problems: [] });
    expect(parseDeploy({ deployWindow: 'Mon 09:00' })).toMatchObject({ problems: [{}] });
  });

  test('needs no notice, and has no deploy that is over', () => {
    const parsed = parseDeploy({ zone: { id: 'UTC' }, deployWindow: 'daily 09:00-10:00' });
    expect(parsed).toMatchObject({ notes: [] });
    if ('deploy' in parsed) expect(deploysLeft(parsed.deploy, now).over).toEqual([]);
  });

  test('follows the wall clock of its zone', () => {
    expect(week('Tue 09:00-17:00', 'America/New_York')).toEqual([
      '2026-03-03T09:00:00-05:00 2026-03-03T17:00:00-05:00',
    ]);
    expect(week('Tue 09:00-17:00', 'America/New_York', utc('2026-07-06T00:00'))).toEqual([
      '2026-07-07T09:00:00-04:00 2026-07-07T17:00:00-04:00',
    ]);
  });

  test.for([
    // Skipped: from 02:00 to 03:00 on 29 March. Twice: 02:00 to 03:00 on 25 October.
    ['Sun 02:30-05:00', '2026-03-28', '2026-03-29T03:00:00+02:00 2026-03-29T05:00:00+02:00'],
    ['Sun 01:00-02:30', '2026-03-28', '2026-03-29T01:00:00+01:00 2026-03-29T03:30:00+02:00'],
    ['Sun 02:15-02:45', '2026-03-28', '2026-03-29T03:00:00+02:00 2026-03-29T03:45:00+02:00'],
    ['Sun 00:00-24:00', '2026-03-28', '2026-03-29T00:00:00+01:00 2026-03-30T00:00:00+02:00'],
    ['Sun 02:30-05:00', '2026-10-24', '2026-10-25T02:30:00+02:00 2026-10-25T05:00:00+01:00'],
    ['Sun 01:00-02:30', '2026-10-24', '2026-10-25T01:00:00+02:00 2026-10-25T02:30:00+01:00'],
    ['Sun 02:15-02:45', '2026-10-24', '2026-10-25T02:15:00+02:00 2026-10-25T02:45:00+01:00'],
  ] as const)('%s is never cut short by a change of clock (%s)', ([text, date, expected]) => {
    expect(week(text, 'Europe/Berlin', utc(`${date}T12:00`))[0]).toBe(expected);
  });

  test('goes on after a day that its zone skipped', () => {
    expect(week('Sat 09:00-10:00', 'Pacific/Apia', utc('2011-12-29T00:00'))).toEqual([
      '2011-12-31T09:00:00+14:00 2011-12-31T10:00:00+14:00',
    ]);
  });

  test.for([
    ['Mon', 'line 1: "Mon" does not give days and hours: write for example Mon-Fri 09:00-17:00'],
    // A line separator, at which no line ends here.
    ['Mon 09:00-17:00\u2028not', '"Mon 09:00-17:00 not" does not give days and hours'],
    ['not\u2028Mon 09:00-17:00', '"not Mon 09:00-17:00" does not give days and hours'],
    ['09:00-17:00', 'line 1: "09:00-17:00" does not give days and hours'],
    ['# Mon 09:00-17:00', '"# Mon" is not a day'],
    ['Foo 09:00-17:00', '"Foo" is not a day: write Sun, Mon, Tue, Wed, Thu, Fri, Sat or daily'],
    ['Mo 09:00-17:00', '"Mo" is not a day'],
    ['Mon-Wed-Fri 09:00-17:00', '"Mon-Wed-Fri" is not a day or a range of days'],
    ['Mon, 09:00-17:00', '"" is not a day'],
    ['Mon–Fri 09:00-17:00', '"Mon–Fri" is not a day'],
    ['daily,Mon 09:00-17:00', '"daily" is not a day'],
    ['Mon 9:00-17:00', '"9:00" is not a time of day'],
    ['Mon 109:00-17:00', '"109:00" is not a time of day'],
    ['Mon 09:60-17:00', '"09:60" is not a time of day'],
    ['Mon 09:00-24:01', '"24:01" is not a time of day'],
    ['Mon 09:00-25:00', '"25:00" is not a time of day'],
    ['Mon 09-17', '"09" is not a time of day'],
    ['Mon 09:00', '"09:00" is not a start and an end'],
    ['Mon 09:00-', '"09:00-" is not a start and an end'],
    ['Mon 09:00-12:00-13:00', 'is not a start and an end'],
    ['Mon 09:00-17:00 UTC', '"17:00 UTC" is not a time of day'],
    ['Mon 24:00-02:00', '"24:00" can only end a window'],
    ['Mon 09:00-09:00', '"09:00-09:00" starts when it ends: write 00:00-24:00 for a whole day'],
    ['Mon 00:00-00:00', 'starts when it ends'],
    [' \n\n', 'holds no line'],
  ] as const)('%j is refused, and the part that is wrong is named', ([text, reason]) => {
    expect(problems({ deployWindow: text })).toEqual([expect.stringContaining(reason)]);
  });

  test('that is wrong in several lines hears of each, by its number', () => {
    const found = problems({ deployWindow: 'Mon 09:00-10:00\n\nFoo 09:00-10:00\nTue 9-10\nWed 09:00-10:00' });
    expect(found).toEqual([
      expect.stringMatching(/^deployWindow line 3: "Foo"/),
      expect.stringMatching(/^deployWindow line 4: "9"/),
    ]);
  });
});
