/**
 * The rules of some zones changed after the oldest Node 24 that a runner can have was built. Whatever the runner, the
 * gate holds to the newest: newest.json has instants that another implementation made of them (newest.py).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { NEWER_RULES } from '../../src/schedule/newerRules.ts';
import { NOON, stage } from './stage.ts';

const { cases, old } = v.parse(
  v.object({
    old: v.string(),
    cases: v.array(v.object({ zone: v.string(), local: v.string(), old: v.string(), new: v.string() })),
  }),
  JSON.parse(readFileSync(join(import.meta.dirname, 'newest.json'), 'utf8')),
);
const changed = cases.filter(each => each.old !== each.new);

/** Each zone under its own name only. */
const zones = changed.filter(({ zone }) => NEWER_RULES.zones[zone]?.includes(' '));
/** Where the releases differ a week later too. */
const lasting = zones.filter(({ zone }) => !zone.startsWith('Europe/'));

const executable = process.platform === 'win32' ? 'node.exe' : 'node';
const oldest = join(import.meta.dirname, '../oldest-node/node_modules/node/bin', executable);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();
const hourOf = (local: string) => local.slice(11, 13);

const at = stage();

/** A project of this zone with a window on the case's Sunday, three days before. */
function setUp({ zone, local }: { zone: string; local: string }, ...events: string[]) {
  const [day, hour] = [Date.parse(`${local.slice(0, 10)}T00:00Z`), Number(hourOf(local))];
  const now = day - 3 * 24 * HOUR;
  at.sandbox.clock.advance(now - Date.parse(NOON));
  const told = events.map((eventTypeName, i) => ({ created: iso(now + i * MINUTE - HOUR), eventTypeName }));
  at.sandbox.setup(projects.window, { dayOfWeek: 1, hourOfDay: hour, timeZoneId: zone, events: told });
}

const gate = (node: string, inputs: Record<string, string>, env: Record<string, string> = {}) =>
  at.step({ operation: 'gate', deployDuration: '30m', ...inputs }, { node, env });

const notices = (log: string) => (log.match(/^::notice .*$/gm) ?? []).filter(text => text.includes('rules'));

beforeAll(() => {
  const tables = execFileSync(oldest, ['-p', 'process.versions.tz'], { encoding: 'utf8' });
  expect(tables.trim()).toBe(old);
});

test('every zone whose rules changed, and every other name of it, is among the cases', () => {
  expect(new Set(changed.map(({ zone }) => zone))).toEqual(new Set(Object.keys(NEWER_RULES.zones)));
});

describe.each([
  ['the oldest Node 24', oldest],
  ['the Node of today', process.execPath],
])('under %s', (_, node) => {
  test.each(cases)(
    'a deploy into the window of $zone is stopped, from its first hour to its last',
    async each => {
      setUp(each);
      const start = Date.parse(each.new);
      for (const into of [start - 29 * MINUTE, start, start + 4 * HOUR - MINUTE]) {
        const { outputs, exitCode } = await gate(node, { deployStart: iso(into) });
        expect({ into: iso(into), overlap: outputs.overlap, exitCode }).toEqual({
          into: iso(into),
          overlap: 'true',
          exitCode: 1,
        });
      }
    },
  );

  test.each(cases)('a deploy before or after the window of $zone passes', async each => {
    setUp(each);
    const starts = [each.old, each.new].map(text => Date.parse(text));
    for (const beside of [Math.min(...starts) - 30 * MINUTE, Math.max(...starts) + 4 * HOUR]) {
      const { outputs, exitCode } = await gate(node, { deployStart: iso(beside) });
      expect({ beside: iso(beside), overlap: outputs.overlap, exitCode }).toEqual({
        beside: iso(beside),
        overlap: 'false',
        exitCode: 0,
      });
    }
  });

  test.each(zones)('announced, maintenance of $zone counts from its first hour to its last', async each => {
    setUp(each, 'MAINTENANCE_IN_ADVANCED');
    const [was, is] = [Date.parse(each.old), Date.parse(each.new)];
    const overlap = async (start: number) =>
      (await gate(node, { deployStart: iso(start), blockOn: 'scheduled' })).outputs.overlap;
    expect(await overlap(is)).toBe('true');
    expect(await overlap(is + 4 * HOUR - MINUTE)).toBe('true');
    expect(await overlap(Math.min(was, is) - 30 * MINUTE)).toBe('false');
    expect(await overlap(Math.max(was, is) + 4 * HOUR)).toBe('false');
  });

  test.each(lasting)(
    'once deferred, maintenance of $zone counts a week later by the same clock',
    async each => {
      setUp(each, 'MAINTENANCE_IN_ADVANCED', 'MAINTENANCE_AUTO_DEFERRED');
      const [was, is] = [Date.parse(each.old) + WEEK, Date.parse(each.new) + WEEK];
      const overlap = async (start: number) =>
        (await gate(node, { deployStart: iso(start), blockOn: 'scheduled' })).outputs.overlap;
      expect(await overlap(is)).toBe('true');
      expect(await overlap(is + 4 * HOUR - MINUTE)).toBe('true');
      expect(await overlap(Math.min(was, is) - 30 * MINUTE)).toBe('false');
      expect(await overlap(Math.max(was, is) - WEEK + HOUR)).toBe('false');
    },
  );

  test.each(zones)('a deploy planned by the clock of $zone meets maintenance at that hour', async each => {
    setUp(each);
    const start = new Date(each.new);
    const utc = { dayOfWeek: start.getUTCDay() + 1, hourOfDay: start.getUTCHours(), timeZoneId: 'UTC' };
    at.sandbox.setup(projects.window, utc);
    const hour = hourOf(each.local);
    const planned = { deployTimeZone: each.zone, maintenanceDuration: '30m' };
    // A clock put forward over this hour never shows it: then nobody can plan for it.
    const exists = !each.zone.startsWith('Europe/');
    if (exists) {
      const once = await gate(node, { ...planned, deployStart: each.local });
      expect(once.outputs.overlap).toBe('true');
    }
    const standing = await gate(node, {
      ...planned,
      deployWindow: `Sun ${hour}:00-${hour}:30`,
      deployDuration: '',
    });
    expect(standing.outputs.overlap).toBe('true');
  });
});

test.each(changed)('the runner of old is told about $zone, once, with both times', async each => {
  setUp(each);
  const inputs = { deployStart: each.new, onOverlap: 'ignore', deployTimeZone: each.zone };
  const { log, outputs } = await gate(oldest, inputs, { RUNNER_DEBUG: '1' });
  const [notice, ...more] = notices(log);
  expect(more).toEqual([]);
  for (const part of [each.zone, `by ${old}`, `by ${NEWER_RULES.release}`]) expect(notice).toContain(part);
  const times = [...(notice ?? '').matchAll(/\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d/g)].map(([text]) =>
    Date.parse(text),
  );
  expect(times).toEqual([Date.parse(each.new), Date.parse(each.old)]);
  // The outputs show the newest rules.
  expect(outputs.nextStart).toContain(each.local.slice(0, 10));
  expect(log).toMatch(new RegExp(`^::debug::Time zone rules: ${old} .*${NEWER_RULES.release}`, 'm'));
});

test.each(cases.filter(each => each.old === each.new))('of $zone there is nothing to tell', async each => {
  setUp(each);
  const { log } = await gate(oldest, {
    deployStart: each.new,
    onOverlap: 'ignore',
    deployTimeZone: each.zone,
  });
  expect(notices(log)).toEqual([]);
});
