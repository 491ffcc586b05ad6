/**
 * Writes `src/schedule/newerRules.ts`: what the newest rules that `moment-timezone` brings say about the zones that
 * differ from the oldest tables of Node 24. Prints what changed; `--check` writes nothing and fails where a zone
 * changed. The same packages always make the same file.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import moment from 'moment-timezone';
import * as v from 'valibot';

const root = join(import.meta.dirname, '..');
const file = join(root, 'src/schedule/newerRules.ts');
const require = createRequire(import.meta.url);

/** How far the carried rules reach, in years from that of their release; a year before it for what is over just now. */
const YEARS = 15;

const Packed = v.object({ version: v.string(), zones: v.array(v.string()), links: v.array(v.string()) });

/** A release: every name of every zone, links too, with the rules as they are written in the file. */
function read(name: string, years?: readonly [number, number]) {
  const { version, zones, links } = v.parse(Packed, require(`${name}/data/packed/latest.json`));
  const year = Number(version.slice(0, 4));
  const [from, to] = years ?? [year - 1, year + YEARS + 1];
  const rules = new Map<string, string>();
  for (const packed of zones) {
    const zone = moment.tz.unpack(packed);
    rules.set(zone.name, written(zone, Date.UTC(from), Date.UTC(to)));
  }
  const targets = new Map(
    links.map(link => link.split('|')).map(([target = '', alias = '']) => [alias, target]),
  );
  for (const [alias, target] of targets) rules.set(alias, rules.get(target) ?? '');
  return { version, years: [from, to] as const, rules, targets };
}

/** `-08:00 2026-03-08T10:00Z -07:00`: an offset, and what it became when. */
function written({ untils, offsets }: moment.UnpackedZone, from: number, to: number): string {
  const parts: string[] = [];
  let last: string | undefined;
  for (const [i, offset] of offsets.entries()) {
    const start = untils[i - 1] ?? Number.NEGATIVE_INFINITY;
    // The last zone of all has no end, which the package writes as Infinity or null.
    const end = untils[i] ?? Number.POSITIVE_INFINITY;
    if (end <= from || start >= to) continue;
    const text = offsetText(-offset);
    if (text === last) continue;
    if (last !== undefined) parts.push(new Date(start).toISOString().replace(':00.000Z', 'Z'));
    parts.push(text);
    last = text;
  }
  return parts.join(' ');
}

/** Of minutes, which can have a fraction: `-08:00`, `+00:19:32`. Nothing of `src/` is used: it needs the file written here. */
function offsetText(minutes: number): string {
  const size = new Date(Math.round(Math.abs(minutes) * 60_000))
    .toISOString()
    .slice('1970-01-01T'.length, -'.000Z'.length);
  return `${minutes < 0 ? '-' : '+'}${size.replace(/:00$/, '')}`;
}

const newest = read('moment-timezone');
const oldest = read('moment-timezone-2025b', newest.years);
const changed = [...newest.rules]
  .filter(([name, rules]) => rules !== oldest.rules.get(name))
  .sort(([a], [b]) => (a < b ? -1 : 1));

const lines = changed.map(([name, rules]) => {
  const target = newest.targets.get(name);
  return `    '${name}': '${target ?? rules}',`;
});
const text = `// Written by \`npm run zones\` from moment-timezone ${packageVersion('moment-timezone')}: do not edit.
import type { CarriedRules } from './carriedRules.ts';

/** What differs from ${oldest.version}, the oldest tables of Node 24: offsets, and in between when they change. */
export const NEWER_RULES: CarriedRules = {
  release: '${newest.version}',
  from: '${newest.years[0]}-01-01T00:00Z',
  to: '${newest.years[1]}-01-01T00:00Z',
  zones: {
${lines.join('\n')}
  },
};
`;

function packageVersion(name: string): string {
  return v.parse(v.object({ version: v.string() }), require(`${name}/package.json`)).version;
}

/** The file's own lines for zones, by name. */
const zonesIn = (source: string) =>
  new Map(
    [...source.matchAll(/^ {4}'?([\w/+-]+)'?:\s+'(.*)',$/gm)].map(([, name = '', rules = '']) => [
      name,
      rules,
    ]),
  );

/** As the formatter of this repository would have it. */
function formatted(source: string): string {
  return execFileSync(
    process.execPath,
    [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', `--stdin-file-path=${file}`],
    {
      input: source,
      encoding: 'utf8',
      cwd: root,
    },
  );
}

const wanted = formatted(text);
let was = '';
try {
  was = readFileSync(file, 'utf8');
} catch {
  // The first time there is none.
}
const [before, after] = [zonesIn(was), zonesIn(wanted)];
const release = /release: '(\w+)'/.exec(was)?.[1] ?? 'nothing';
console.log(
  `carried: ${release}; moment-timezone ${packageVersion('moment-timezone')} brings ${newest.version}`,
);
let differs = false;
for (const name of new Set([...before.keys(), ...after.keys()])) {
  if (before.get(name) === after.get(name)) continue;
  differs = true;
  console.log(`${before.has(name) ? (after.has(name) ? 'changed' : 'gone') : 'new'}: ${name}`);
}
if (!differs) console.log('no zone changed');
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (differs) {
  console.error('What is carried is behind: run `npm run zones`, build, and release (CONTRIBUTING.md).');
  process.exitCode = 1;
}
