import { atlasError } from './errors.ts';
import type { Answer } from './http.ts';
import { pageOf } from './paging.ts';
import type { Project, ProjectEvent } from './project.ts';

/** `2026-08-10T03:06:44Z`, as Atlas writes instants. */
export const isoSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

const instant = (text: string | null, otherwise: number): number =>
  text === null ? otherwise : Date.parse(text);

const eventBody = (project: Project, base: string, { id, created, eventTypeName }: ProjectEvent) => ({
  created: isoSeconds(created),
  eventTypeName,
  groupId: project.id,
  id,
  isGlobalAdmin: false,
  links: [{ href: `${base}/api/atlas/v2/groups/${project.id}/events/${id}`, rel: 'self' }],
});

/** GET /groups/{groupId}/events */
export const listEvents = (project: Project, target: URL): Answer => {
  const query = target.searchParams;
  const from = instant(query.get('minDate'), Number.NEGATIVE_INFINITY);
  if (Number.isNaN(from)) return atlasError('INVALID_QUERY_PARAMETER', 'minDate');
  const to = instant(query.get('maxDate'), Number.POSITIVE_INFINITY);
  if (Number.isNaN(to)) return atlasError('INVALID_QUERY_PARAMETER', 'maxDate');
  const types = query.getAll('eventType');
  const excluded = query.getAll('excludedEventType');

  const found = project.events
    .filter(
      ({ created, eventTypeName }) =>
        created >= from &&
        created <= to &&
        (types.length === 0 || types.includes(eventTypeName)) &&
        !excluded.includes(eventTypeName),
    )
    .map((event, index) => ({ event, index }))
    // Newest first; what happened in the same second stays in the order of its writing, turned round.
    .sort((one, other) => other.event.created - one.event.created || other.index - one.index)
    .map(({ event }) => event);
  return pageOf(found, target, event => eventBody(project, target.origin, event));
};
