/** What a step came to, in a sentence or a list. */

import { firstLine, projectCalled } from '../words/phrases.ts';
import { type Account, isFailure, type Told } from '../words/told.ts';

export const isWarning = ({ standing }: Told): boolean => standing === 'warned' || standing === 'overridden';

export const isError = ({ standing }: Told): boolean => standing === 'failed';

export const isOverridden = ({ told }: Account): boolean =>
  told.some(({ standing }) => standing === 'overridden');

/** What has to stand first, where somebody let something pass. */
export const overrideOf = (account: Account): string[] =>
  isOverridden(account) && account.frame.override !== undefined ? [account.frame.override] : [];

/** The outcome; of several projects, which ones need a look and why. */
export function stepMessage(account: Account): string {
  const [single, ...more] = account.told;
  return single !== undefined && more.length === 0
    ? [...overrideOf(account), ...single.sentences].join(' ')
    : [...overrideOf(account), ofAll(account)].join('\n');
}

/** The same of several projects, without the projects. */
export const headline = (account: Account): string[] => [...overrideOf(account), firstLine(ofAll(account))];

function ofAll({ frame, told }: Account): string {
  if (told.length === 0) return 'There was no project to look at.';
  const failed = told.filter(isFailure);
  const erred = failed.filter(isError).length;
  const others = failed.length - erred;
  const clause = (count: number, did: string) => `${count} of ${told.length} projects ${did}`;
  if (failed.length > 0)
    return [
      [
        ...(others > 0 ? [clause(others, frame.failed(others > 1))] : []),
        ...(erred > 0 ? [others > 0 ? `${erred} ${frame.erred}` : clause(erred, frame.erred)] : []),
      ].join(', and '),
      listed(failed),
    ].join(':');
  const warned = told.filter(isWarning);
  if (warned.length > 0)
    return `${clause(warned.length, `need${warned.length > 1 ? '' : 's'} a look`)}:${listed(warned)}`;
  return frame.passed(told);
}

export const called = ({ groupId, name }: Told): string => projectCalled(groupId, name);

/** Longest list of a message, in UTF-16 units; GitHub cuts an annotation at 64 KB. */
const MOST_LISTED = 60_000;

/** A line for each, as far as there is room. */
function listed(chosen: readonly Told[]): string {
  const lines = chosen.map(one => `\n- ${called(one)}: ${one.sentences.join(' ')}`);
  let room = MOST_LISTED;
  const cut = lines.findIndex(line => {
    room -= line.length;
    return room < 0;
  });
  if (cut < 0) return lines.join('');
  return `${lines.slice(0, cut).join('')}\n- ${lines.length - cut} more: see the summary`;
}
