import { array, custom, nullish, object, pipe, string, transform } from 'valibot';
import { AtlasError } from './errors.ts';
import { type Parsed, parsePage, record } from './schema.ts';

/** A project as a list of Atlas tells of it. Names and tags are the text of strangers: to be cleaned where they are shown. */
export interface ListedProject {
  readonly groupId: string;
  readonly name: string;
  readonly orgId: string;
  readonly tags: readonly Tag[];
  /** Absent: Atlas does not say. */
  readonly clusterCount?: number;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What Atlas allows at most. */
export const PROJECTS_PER_PAGE = 500;

/** More than one step can look at in its time. */
export const MAX_PROJECTS = 5000;

/** Query of one page; pages count from 1. */
export const projectsQuery = (pageNum: number) => `itemsPerPage=${PROJECTS_PER_PAGE}&pageNum=${pageNum}`;

const id = custom<string>(
  value => typeof value === 'string' && /^[a-f0-9]{24}$/.test(value),
  'an id of 24 hexadecimal digits',
);
const count = custom<number>(
  value => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  'a count',
);
const tag = pipe(record, object({ key: string('text'), value: string('text') }));

const project = pipe(
  record,
  object({
    id,
    name: string('text'),
    orgId: id,
    tags: nullish(array(tag, 'a list')),
    clusterCount: nullish(count),
  }),
  transform(
    ({ id: groupId, name, orgId, tags, clusterCount }): ListedProject => ({
      groupId,
      name,
      orgId,
      tags: tags ?? [],
      ...(clusterCount == null ? {} : { clusterCount }),
    }),
  ),
);

const page = pipe(record, object({ results: array(project, 'a list'), totalCount: nullish(count) }));

export interface ProjectsPage {
  readonly results: readonly ListedProject[];
  /** How many there are on all pages; absent: Atlas does not say. */
  readonly totalCount?: number | null | undefined;
}

/** @param orgId whose projects were asked for; absent: those of any organization */
export function parseProjectsPage(json: unknown, orgId: string | undefined): Parsed<ProjectsPage> {
  const parsed = parsePage(page, PROJECTS_PER_PAGE, 'projects', json);
  if ('problem' in parsed || orgId === undefined) return parsed;
  const stray = parsed.value.results.find(listed => listed.orgId !== orgId);
  return stray ? { problem: `project ${stray.groupId} is of another organization, ${stray.orgId}` } : parsed;
}

/**
 * All projects of a list, each once, whatever shifts from page to page while it is read.
 *
 * @param read reads a page; pages count from 1
 * @throws {AtlasError} when there are too many, and, to be tried again, when some are missing
 */
export async function collectProjects(
  read: (pageNum: number) => Promise<ProjectsPage>,
): Promise<ListedProject[]> {
  const found = new Map<string, ListedProject>();
  let total = 0;
  for (let pageNum = 1; ; pageNum += 1) {
    const { results, totalCount } = await read(pageNum);
    const before = found.size;
    for (const listed of results) found.set(listed.groupId, listed);
    total = Math.max(total, totalCount ?? 0);
    if (found.size > MAX_PROJECTS) throw tooMany();
    if (results.length < PROJECTS_PER_PAGE) break;
    if (found.size === before) throw incomplete(`page ${pageNum} holds only what was listed before`);
  }
  // A total is an estimate, says Atlas. But if it is right, there is a project that nobody would look at.
  if (found.size < total) throw incomplete(`it says that there are ${total} and lists ${found.size}`);
  return [...found.values()];
}

const incomplete = (how: string) =>
  new AtlasError({
    code: 'INCOMPLETE_LIST',
    message: `Atlas's list of projects is not complete: ${how}. It may have changed while it was read; if it stays so, name the projects by groupId`,
    outcome: 'refused',
    retryable: true,
  });

const tooMany = () =>
  new AtlasError({
    code: 'TOO_MANY_PROJECTS',
    message: `Atlas lists more than ${MAX_PROJECTS} projects, more than one step can look at. Give orgId if the credential sees several organizations, or name the projects by groupId, in several steps`,
    outcome: 'refused',
  });
