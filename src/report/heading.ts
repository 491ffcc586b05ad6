/** The verdict by word, for the heading of a summary. */

import { SECOND } from '../schedule/units.ts';
import { lengthOf } from '../words/instants.ts';
import { type Account, isFailure, STANDINGS, type Standing, type Told } from '../words/told.ts';
import { isError, isWarning } from './message.ts';

const MARKS: Readonly<Record<Standing, string>> = {
  failed: '❌ Error',
  blocked: '⛔ Blocked',
  unknown: '⚠️ Not known',
  tooEarly: '⏳ Too early to know',
  overridden: '⚠️ Overridden',
  warned: '⚠️ Warning',
  dryRun: '📝 Dry run',
  noWindow: '⚠️ No window',
  ignored: '⚠️ Overlap ignored',
  clear: '✅ Clear',
  removed: '⚠️ Removed',
  changed: '✅ Changed',
  nothingToDo: '✅ Unchanged',
  read: '',
};

/** How a project ended, in a word; nothing, where there is nothing to say but what was read. */
export const markOf = ({ standing }: Told): string => MARKS[standing];

export const rank = ({ standing }: Told): number => STANDINGS.indexOf(standing);

/** Why there is no verdict, in a clause, by the code of the error. */
const CLAUSES: Readonly<Record<string, string>> = {
  NO_ANSWER: 'Atlas gave no answer',
  TIMEOUT: 'Atlas gave no answer in time',
  UNREADABLE_ANSWER: 'Atlas gave no answer that can be read',
  NO_SUCH_HOST: 'Atlas was not found',
  TLS_FAILED: 'Atlas cannot be reached securely',
  PROXY_FAILED: 'the proxy opened no connection',
  INVALID_CREDENTIAL: 'the credential cannot be used',
  USER_UNAUTHORIZED: 'the credential may not do this',
  GROUP_NOT_FOUND: 'there is no such project',
  CANCELLED: 'the run was cancelled',
  NO_DEPLOY: 'there is no deploy to judge',
  UNKNOWN_TIME_ZONE: 'the time zone is not known',
  EVENTS_UNREADABLE: 'the events could not be read',
};

/** What the heading says besides the name of the operation: `⛔ Blocked · clear in 14 h 20 min`. */
export function headingOf({ frame, told }: Account): string {
  const [worst, count] = tellingOnes(told);
  const parts = worst ? [verdictOf(worst), ...(told.length > 1 ? [count] : clearIn(worst))] : [];
  return [frame.heading, ...parts.filter(part => part !== '')].join(' · ');
}

/** One that stands for all, and how many are like it. A block says more than an error beside it. */
function tellingOnes(told: readonly Told[]): [Told | undefined, string] {
  const sorted = told.toSorted((a, b) => rank(a) - rank(b));
  const of = (chosen: readonly Told[]): [Told | undefined, string] => [
    chosen[0],
    `${chosen.length} of ${told.length} projects`,
  ];
  const failed = sorted.filter(isFailure);
  const blocked = failed.filter(one => !isError(one));
  if (failed.length > 0) return of(blocked.length > 0 ? blocked : failed);
  const warned = sorted.filter(isWarning);
  if (warned.length > 0) return of(warned);
  return [sorted[0], `${told.length} projects`];
}

function verdictOf(told: Told): string {
  if (told.error === null || !isError(told)) return markOf(told);
  const isGate = told.facts.verdict !== null;
  const why = Object.hasOwn(CLAUSES, told.error.code) ? CLAUSES[told.error.code] : undefined;
  return isGate ? `⛔ Blocked: ${why ?? 'no verdict'}` : `❌ Failed${why === undefined ? '' : `: ${why}`}`;
}

/** When it is clear, of a single project that something stands in the way of. */
function clearIn({ facts: { overlap, secondsUntilClear: left } }: Told): string[] {
  return overlap && left ? [`clear in ${lengthOf(left * SECOND)}`] : [];
}

/** What a step can fail over before it looks at a project, in a clause. */
const ABOUT = {
  inputs: 'the inputs cannot be used',
  defect: 'a defect in the action',
  'Node is too old': 'Node is too old',
} as const;
export type About = keyof typeof ABOUT;

/** The heading of a step that came to no verdict. */
export const failureHeading = (about: About, verdict: 'fail' | undefined): string =>
  `Atlas maintenance ${verdict === undefined ? 'window · ❌ Failed' : 'gate · ⛔ Blocked'}: ${ABOUT[about]}`;
