import type { Hindrance } from '../schedule/deferral.ts';

/** Why nothing is deferred, in clauses. */
export const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  running: 'running maintenance cannot be deferred',
  unknown: 'not all is known about the maintenance, and a deferral could be wasted',
  nothingScheduled: 'nothing is scheduled that could be deferred',
  overdue: 'the scheduled maintenance is due already',
  several: 'more than one maintenance is scheduled, and which of them a deferral would move is not known',
  noHelp: 'a week later the deploy would meet maintenance as well',
};
