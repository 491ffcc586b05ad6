import { Complaint } from '../complaint.ts';
import { called, nearest } from '../nearest.ts';
import { dayCalled } from '../schedule/days.ts';
import { formatDuration, parseDuration } from '../schedule/duration.ts';
import { HOUR } from '../schedule/units.ts';
import type { DayOfWeek } from '../schedule/weekly.ts';
import { fewOf, isBlank, listed, MAX_QUOTED, plain, quoted } from '../text.ts';
import type { Kind } from './environment.ts';

/** Where Atlas is. */
export const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
/** A hosted job lives six hours; timers past 24 days would fire at once. */
const MAX_TIMEOUT = 6 * HOUR;

export const asWritten: Kind<string> = text => text;

/** One of these words, in any case. */
export const oneOf =
  <T extends string>(...values: readonly T[]): Kind<T> =>
  text => {
    const found = called(text, values);
    if (found !== undefined) return found;
    const meant = nearest(text, values);
    const question = meant === undefined ? '' : `: did you mean ${quotedWord(meant)}?`;
    throw new Complaint(`must be ${listed(values.map(quotedWord), 'or')}, not ${quoted(text)}${question}`);
  };
export const quotedWord = (word: string) => `\`${word}\``;

/** The spellings of YAML 1.2's core schema, as the toolkit reads booleans. */
export const boolean: Kind<boolean> = text => {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new Complaint(`must be \`true\` or \`false\`, not ${quoted(text)}`);
};

export const dayOfWeek: Kind<DayOfWeek> = text => {
  const index = /^[1-7]$/.test(text) ? Number(text) - 1 : dayCalled(text);
  if (index < 0)
    throw new Complaint(
      `must be \`1\` (Sunday) to \`7\` (Saturday) or a day's name such as \`Sunday\` or \`Sun\`, not ${quoted(text)}`,
    );
  // The index of a seven-day list, plus one.
  return (index + 1) as DayOfWeek;
};

const AN_HOUR = /^(?:0?\d|1\d|2[0-3])$/;
export const hourOfDay: Kind<number> = text => {
  if (!AN_HOUR.test(text))
    throw new Complaint(`must be a whole hour, \`0\` (midnight) to \`23\`, not ${quoted(text)}`);
  return Number(text);
};

const isNone = (text: string) => text.toLowerCase() === 'none';

const MAX_PROTECTED_HOURS = 18;
export const protectedHours: Kind<{ startHourOfDay: number; endHourOfDay: number } | null> = text => {
  if (isNone(text)) return null;
  const [start = '', end = '', ...rest] = text.split(/ *- */);
  if (rest.length > 0 || !AN_HOUR.test(start) || !AN_HOUR.test(end))
    throw new Complaint(
      `must be two hours of \`0\` to \`23\` such as \`9-17\`, or \`none\`, not ${quoted(text)}`,
    );
  const hours = { startHourOfDay: Number(start), endHourOfDay: Number(end) };
  const length = (hours.endHourOfDay - hours.startHourOfDay + 24) % 24;
  if (length === 0)
    throw new Complaint(`starts and ends at the same hour (${quoted(text)}); Atlas refuses that`);
  if (length > MAX_PROTECTED_HOURS)
    throw new Complaint(
      `covers ${length} hours (${quoted(text)}); Atlas allows at most ${MAX_PROTECTED_HOURS}`,
    );
  return hours;
};

export const waveAssignment: Kind<1 | 2 | 3 | null> = text => {
  if (isNone(text)) return null;
  switch (text) {
    case '1':
      return 1;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      throw new Complaint(`must be \`1\`, \`2\`, \`3\` or \`none\`, not ${quoted(text)}`);
  }
};

/** What an id is of, and where it is found in Atlas. */
const PROJECT = ['a project', 'Project Settings'] as const;
const ORGANIZATION = ['an organization', 'Organization Settings'] as const;

/** What is wrong with an id. */
function misspelling(id: string, [owner, place]: typeof PROJECT | typeof ORGANIZATION): string | undefined {
  if (/^[a-f0-9]{24}$/.test(id)) return undefined;
  const why = /^[a-fA-F0-9]{24}$/.test(id)
    ? 'has upper-case letters; write it in lower case'
    : `is not ${owner} id (24 of the characters 0-9 and a-f, found under ${place} in Atlas; this has ${id.length})`;
  return `${quoted(id)} ${why}`;
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

export const baseUrl: Kind<string> = text => {
  // The value itself is not shown: it may hold a password.
  const [, authority = ''] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? [];
  const url = authority === '' || /[\s\p{C}\\]/u.test(text) ? null : URL.parse(text);
  if (url === null) throw new Complaint(`must be a URL such as \`${DEFAULT_BASE_URL}\``);
  if (authority.includes('@'))
    throw new Complaint('must not hold a user name or password; use the credential inputs');
  if (text.includes('?') || text.includes('#')) throw new Complaint('must not have a query or a fragment');
  // A host in other letters or numbers than those that are dialled may deceive a reader.
  if (authority.toLowerCase().replace(/:\d*$/, '') !== url.hostname)
    throw new Complaint(
      `spells its host in a way that stands for another: write ${plain(url.hostname, 80)} if that is the one you mean`,
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Complaint(
      `must be https: over http to ${plain(url.hostname, 80)} the credentials could be read on the way (http is for loopback only)`,
    );
  if (url.pathname.includes('/api/atlas'))
    throw new Complaint('must end before `/api/atlas`: the action adds the path itself');
  return url.origin + url.pathname.replace(/\/+$/, '');
};

/**
 * Reads a list that is split at its commas and lines. Blank lines do not count. Nothing between two commas does: a
 * variable that is not set leaves such a hole, and the project that it should name would go unseen.
 *
 * @param misspelt what is wrong with an entry, if anything is
 */
const listOf =
  (misspelt: (entry: string) => string | undefined): Kind<string[]> =>
  text => {
    const places = text.split(',').map(part =>
      part
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    );
    const holes = places.flatMap((lines, index) => (lines.length === 0 ? [String(index + 1)] : []));
    const entries = places.flat();
    const wrong: string[] = [];
    if (holes.length > 0)
      wrong.push(
        `has ${holes.length > 1 ? 'empty entries' : 'an empty entry'} between its commas (${fewOf(holes)} of ${places.length}): probably a variable that is not set. Set it, or remove the comma`,
      );
    const complaints = entries.flatMap(entry => misspelt(entry) ?? []);
    wrong.push(...complaints.slice(0, MAX_QUOTED));
    if (complaints.length > MAX_QUOTED)
      wrong.push(`The same goes for ${complaints.length - MAX_QUOTED} more`);
    if (wrong.length > 0) throw new Complaint(wrong.join('. '));
    return entries;
  };

/** Project ids as they are listed: one that is repeated stands there as often. */
export const projects: Kind<string[]> = listOf(id => misspelling(id, PROJECT));

export const organization: Kind<string> = text => {
  const wrong = misspelling(text, ORGANIZATION);
  if (wrong !== undefined) throw new Complaint(wrong);
  return text;
};

/** Names of projects as they are listed, in which `*` stands for any text. */
export const projectNames: Kind<string[]> = listOf(() => undefined);

const tagParts = (tag: string): [key: string, value: string] => {
  const [key = '', ...value] = tag.split('=');
  return [key.trim(), value.join('=').trim()];
};

const tags = listOf(tag => {
  const [key, value] = tagParts(tag);
  if (key !== '' && value !== '') return undefined;
  const why = !tag.includes('=')
    ? 'is not a tag such as `environment=production`'
    : key === ''
      ? 'has no key before its `=`'
      : 'has no value after its `=`: probably a variable that is not set';
  return `${quoted(tag)} ${why}`;
});

/** A key has one value at most, as it has in a project. */
export const projectTags: Kind<[key: string, value: string][]> = text => {
  const values = new Map<string, string>();
  for (const [key, value] of tags(text).map(tagParts)) {
    const other = values.get(key) ?? value;
    if (other !== value)
      throw new Complaint(
        `asks for ${quoted(`${key}=${other}`)} and ${quoted(`${key}=${value}`)}, but a project has one value for a key: use a step for each`,
      );
    values.set(key, value);
  }
  return [...values];
};

/** The complaint about a duration follows its value. */
export const duration: Kind<number> = text => {
  try {
    return parseDuration(text);
  } catch (error) {
    throw error instanceof Complaint ? new Complaint(`${quoted(text)} ${error.message}`) : error;
  }
};
/** Why somebody does what they do, in their words: on one line. A flag says no reason, least of all one that is off. */
export const reason: Kind<string> = text => {
  if (text.length > MOST_REASON)
    throw new Complaint(`is ${text.length} characters long; at most ${MOST_REASON} are accepted`);
  if (isBlank(text) || /^(?:true|false)$/i.test(text))
    throw new Complaint(`must be a reason in words, not ${quoted(text)}; leave it empty where there is none`);
  return plain(text, MOST_REASON);
};
const MOST_REASON = 500;

/** How long a step may take, or wait. */
export const timeout: Kind<number> = text => {
  const ms = duration(text);
  if (ms > MAX_TIMEOUT)
    throw new Complaint(`is at most ${formatDuration(MAX_TIMEOUT)}; ${quoted(text)} is more`);
  return ms;
};
