import { type Difference, differenceNotice } from '../schedule/difference.ts';
import { RUNNERS_RELEASE } from '../schedule/offsets.ts';
import { parseZone } from '../schedule/zone.ts';
import type { Notice } from './told.ts';

/** Where the rules of a zone differ between releases for a time that matters: a notice, one for each such zone. */
export function zoneNotices(subject: string, difference: Difference | undefined): Notice[] {
  if (difference === undefined) return [];
  return [
    {
      about: parseZone(difference.zone).id,
      text: differenceNotice(subject, difference, RUNNERS_RELEASE),
    },
  ];
}
