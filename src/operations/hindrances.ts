import type { Hindrance } from '../schedule/deferral.ts';

/** Why nothing is deferred, in clauses. */
export const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  running: 'running maintenance cannot be deferred',
  unknown: 'not all is known about the maintenance, and a deferral could be wasted',
  nothingScheduled: 'nothing is scheduled that could be deferred',
  overdue: 'the scheduled maintenance is already due',
  several: 'more than one maintenance is scheduled, and it is not known which one a deferral would move',
  noHelp: 'even after a deferral, maintenance would meet a deploy',
};
