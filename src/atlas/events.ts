import { array, custom, nullish, object, pipe, string, transform } from 'valibot';
import { type Parsed, parsePage, record } from './schema.ts';

/** An entry of a project's activity feed. */
export interface AtlasEvent {
  /** Epoch milliseconds. */
  readonly created: number;
  readonly eventTypeName: string;
}

export interface EventQuery {
  readonly eventTypes: readonly string[];
  /** Epoch milliseconds. */
  readonly minDate: number;
}

/** What Atlas allows at most. */
export const EVENTS_PER_PAGE = 500;

/** More maintenance events in a few weeks are not to be expected. */
export const MAX_EVENTS = 10_000;

/** Query of one page; pages count from 1. */
export function eventsQuery({ eventTypes, minDate }: EventQuery, pageNum: number): string {
  const query = new URLSearchParams();
  for (const eventType of eventTypes) query.append('eventType', eventType);
  query.append('minDate', new Date(minDate).toISOString());
  query.append('itemsPerPage', String(EVENTS_PER_PAGE));
  query.append('pageNum', String(pageNum));
  return query.toString();
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

const instant = pipe(
  custom<string>(
    value => typeof value === 'string' && ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
    'an ISO 8601 instant',
  ),
  transform(Date.parse),
);

const page = pipe(
  record,
  object({
    results: array(
      pipe(record, object({ id: nullish(string('text')), created: instant, eventTypeName: string('text') })),
      'a list',
    ),
  }),
);

export type EventsPage = readonly (AtlasEvent & { readonly id?: string | null | undefined })[];

export function parseEventsPage(json: unknown): Parsed<EventsPage> {
  const parsed = parsePage(page, EVENTS_PER_PAGE, 'events', json);
  return 'problem' in parsed ? parsed : { value: parsed.value.results };
}
