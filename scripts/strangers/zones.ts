/** Python's zoneinfo (`zones.py`) with the newest tzdata, against what the action makes of zones (`clocks.ts`). */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CARRIED_RELEASE } from '../../src/schedule/offsets.ts';
import { pythonWithNewest, which } from '../tools.ts';
import type { Stranger } from './stranger.ts';

const NODES = {
  'the oldest Node 24': join(import.meta.dirname, '../../__tests__/oldest-node/node_modules/node/bin/node'),
  'the newest': process.execPath,
};

const lacks = () => (which('python3') ? undefined : 'It needs Python.');

export const zonesInPython: Stranger = {
  name: 'tzdata, by Python',
  lacks,
  meet: async () => {
    const { said, release, zones, differing } = await compare('offsets', 3);
    // What is newer than the carried rules is for the weekly workflow "Zone rules": it must not stop other work.
    if (differing.length > 0 && release <= CARRIED_RELEASE) throw new Error(said);
    return differing.length > 0
      ? `${release} is newer than ${CARRIED_RELEASE}, which is carried (npm run zones). ${said}`
      : `${release} agrees with what is carried, in ${zones} zones and three years`;
  },
};

export const weeklyStartsInPython: Stranger = {
  name: 'weekly starts, by Python',
  lacks,
  meet: async () => {
    const { said, release, zones, differing } = await compare('starts', 3);
    if (differing.length > 0) throw new Error(said);
    return `of ${release} agree with the action's, all 168 windows of ${zones} zones for three years`;
  },
};

/** Asks Python and each Node the same question about every zone, from this year on. */
async function compare(question: 'offsets' | 'starts', years: number) {
  const python = pythonWithNewest('tzdata') ?? '';
  const thisYear = new Date().getUTCFullYear();
  const span = [thisYear, thisYear + years].map(year => String(Date.UTC(year) / 1000));
  const ask = async (program: string, ...args: string[]) => {
    const env = { ...process.env, PYTHONTZPATH: '' };
    const path = args.map((arg, i) => (i === 0 ? join(import.meta.dirname, arg) : arg));
    const { stdout } = await promisify(execFile)(program, path, { env, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim().split('\n');
  };
  const [release = ''] = await ask(python, 'zones.py', 'release');
  const right = await ask(python, 'zones.py', question, ...span);
  const zones = right.map(nameOf);
  const differences: string[] = [];
  for (const [name, node] of Object.entries(NODES)) {
    const ours = await ask(node, 'clocks.ts', question, ...span, ...zones);
    for (const [i, line] of right.entries())
      if (line !== ours[i]) differences.push(`Python: ${line}\nunder ${name}: ${ours[i]}`);
  }
  const differing = [...new Set(differences.map(text => nameOf(text.slice('Python: '.length))))];
  const said = `${differing.length} zones differ, such as ${differing.slice(0, 5).join(', ')}:\n${differences[0]}`;
  return { said, release, zones: zones.length, differing };
}

const nameOf = (line: string) => line.split(' ', 1).join('');
