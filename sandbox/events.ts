import { atlasError } from './errors.ts';
import { type Answer, ATLAS_MEDIA_TYPE, json } from './http.ts';
import type { Project, ProjectEvent } from './project.ts';

/** `2026-08-10T03:06:44Z`, as Atlas writes instants. */
export const isoSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

const wholeNumber = (text: string | null, otherwise: number): number =>
  text === null ? otherwise : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;

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
  const page = wholeNumber(query.get('pageNum'), 1);
  const size = wholeNumber(query.get('itemsPerPage'), 100);
  if (!(page >= 1)) return atlasError('INVALID_QUERY_PARAMETER', 'pageNum');
  if (!(size >= 1 && size <= 500)) return atlasError('INVALID_QUERY_PARAMETER', 'itemsPerPage');
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
  const results = found.slice((page - 1) * size, page * size);

  const linkTo = (rel: string, number: number) => {
    const link = new URL(target);
    link.searchParams.set('pageNum', String(number));
    return { href: link.href, rel };
  };
  const links = [linkTo('self', page)];
  if (page > 1) links.push(linkTo('previous', page - 1));
  if (found.length > page * size) links.push(linkTo('next', page + 1));
  const totalCount = query.get('includeCount') === 'false' ? 0 : found.length;
  return json(
    200,
    { links, results: results.map(event => eventBody(project, target.origin, event)), totalCount },
    ATLAS_MEDIA_TYPE,
  );
};
