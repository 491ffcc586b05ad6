import { type Deploy, parseDeploy } from '../schedule/deploy.ts';
import { parseZone, type Zone } from '../schedule/zone.ts';
import { listed, quoted } from '../text.ts';
import { input, type ValuesOf } from './environment.ts';
import { asWritten } from './kinds.ts';
import type { Reader } from './reader.ts';

/** When a deploy takes place. */
export const DEPLOY = {
  deployStart: { ...input(asWritten, 'now'), long: true as const },
  deployDuration: input(asWritten, '1h'),
  deployEnd: input(asWritten),
  deployWindow: input(asWritten),
  deployTimeZone: input((name: string): Zone => parseZone(name), 'UTC'),
};

const TEXTS = ['deployStart', 'deployDuration', 'deployEnd', 'deployWindow'] as const;

/** Reads the deploy as a whole; absent where that is one more problem. */
export function readDeploy(reader: Reader<ValuesOf<typeof DEPLOY>>): Deploy | undefined {
  const { given, read, readAll, complain, problems, notices } = reader;
  const zone = read('deployTimeZone');
  if (zone?.alias !== undefined)
    notices.push(`deployTimeZone ${quoted(zone.alias)} is another name for ${zone.id}, which is used.`);
  const changed = TEXTS.filter(name => !['', DEPLOY[name].default].includes(given(name)));
  if (changed.includes('deployWindow') && changed.length > 1)
    problems.push(
      `deployWindow cannot be combined with ${listed(
        changed.filter(name => name !== 'deployWindow'),
        'or',
      )}: give one or the other.`,
    );
  else if (changed.includes('deployEnd') && changed.includes('deployDuration'))
    problems.push('deployEnd cannot be combined with deployDuration: give one or the other.');
  const texts = readAll(TEXTS);
  const parsed = parseDeploy({ ...texts, ...(zone && { zone }) });
  if ('problems' in parsed) {
    for (const { input, phrase } of parsed.problems) complain(input, texts[input] ?? '', phrase);
    return undefined;
  }
  notices.push(...parsed.notes);
  return parsed.deploy;
}
