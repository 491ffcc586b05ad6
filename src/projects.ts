import { type Atlas, AtlasError } from './atlas/client.ts';
import type { ListedProject } from './atlas/projects.ts';
import { nearest } from './nearest.ts';
import { coded, fewOf, listed as inWords, MAX_QUOTED, quoted } from './text.ts';

/** Which projects a step is about, as people know them. */
export interface ProjectWish {
  /** Absent: of any organization, but of one only. */
  readonly orgId?: string | undefined;
  /** Each has to match a project at least; `*` stands for any text. None: whatever the name. */
  readonly names: readonly string[];
  /** A project has to carry all of them. */
  readonly tags: readonly WishedTag[];
}

export type WishedTag = readonly [key: string, value: string];

/** Projects, at least one; or why there is no saying which: one or two sentences, without the last full stop. */
export type Choice = { readonly chosen: readonly ListedProject[] } | { readonly problem: string };

/** A project that a step is about; of one that is named by its id no more is known. */
export interface FoundProject {
  readonly id: string;
  readonly name?: string;
  /** Absent: Atlas does not say. */
  readonly clusterCount?: number;
}

/** The projects that are meant, or why nobody can say; to look for them is one request for up to 499 that are listed. */
export async function findProjects(
  wanted: { readonly groupIds: readonly string[] } | ProjectWish,
  atlas: Pick<Atlas, 'listProjects'>,
): Promise<Search> {
  if ('groupIds' in wanted) return { found: wanted.groupIds.map(id => ({ id })) };
  try {
    const choice = chooseProjects(wanted, await atlas.listProjects(wanted.orgId));
    if ('chosen' in choice) return { found: choice.chosen.map(foundProject) };
    return { error: { code: NO_SUCH_PROJECT, message: coded(choice.problem, NO_SUCH_PROJECT) } };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

/** The wish fits no project, or not one alone: a mistake of the step's. */
const NO_SUCH_PROJECT = 'NO_SUCH_PROJECT';

/** What came of looking: projects, or why there is no saying which. */
export type Search =
  | { readonly found: readonly FoundProject[] }
  | { readonly error: { readonly code: string; readonly message: string } };

const foundProject = ({ groupId: id, name, clusterCount }: ListedProject): FoundProject => ({
  id,
  name,
  ...(clusterCount === undefined ? {} : { clusterCount }),
});

/** What was looked for and found, for the log: how many, and the first few names, or all of them. */
export function foundLines(found: readonly FoundProject[], all: boolean): string[] {
  const named = found.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name: quoted(name) }]));
  if (named.length === 0) return [];
  const head = named.length === 1 ? 'One project was found' : `${named.length} projects were found`;
  return all
    ? [`${head}:`, ...named.map(({ id, name }) => `- ${name} (${id})`)]
    : [`${head}: ${fewOf(named.map(({ name }) => name))}.`];
}

/** @param listed all that Atlas lists for the organization, or for the credential where none is wished */
export function chooseProjects(wish: ProjectWish, listed: readonly ListedProject[]): Choice {
  if (listed.length === 0) return { problem: nothingListed(wish) };
  const names = wish.names.length > 0 ? [...new Set(wish.names)] : ['*'];
  const found = names.map(name => {
    const matches = matching(name);
    const named = listed.filter(project => matches(project.name));
    return { name, named, carrying: named.filter(project => wish.tags.every(isCarriedBy(project))) };
  });

  const unknown = found.filter(({ named }) => named.length === 0);
  if (unknown.length > 0) return { problem: noneMatches(unknown, wish, listed) };
  const untagged = found.filter(({ carrying }) => carrying.length === 0);
  if (untagged.length > 0) return { problem: noneCarries(untagged, wish) };
  const ambiguous = found.filter(({ carrying }) => organizationsOf(carrying).length > 1);
  if (wish.orgId === undefined && ambiguous.length > 0) return { problem: severalMatch(ambiguous, wish) };

  const chosen = new Set(found.flatMap(({ carrying }) => carrying));
  return { chosen: listed.filter(project => chosen.has(project)) };
}

/**
 * Does a name match a pattern, in which `*` stands for any text and all else for itself? Each piece between two `*` is
 * taken where it comes first, so no name is gone through again for every way in which it might match.
 */
export function matching(pattern: string): (name: string) => boolean {
  const [start = '', ...pieces] = pattern.split('*');
  const end = pieces.pop();
  if (end === undefined) return name => name === pattern;
  return name => {
    if (!name.startsWith(start) || !name.endsWith(end)) return false;
    let at = start.length;
    for (const piece of pieces) {
      const next = name.indexOf(piece, at);
      if (next < 0) return false;
      at = next + piece.length;
    }
    return at + end.length <= name.length;
  };
}

const isCarriedBy =
  ({ tags }: ListedProject) =>
  ([key, value]: WishedTag) =>
    tags.some(tag => tag.key === key && tag.value === value);

const organizationsOf = (projects: readonly ListedProject[]) => [
  ...new Set(projects.map(({ orgId }) => orgId)),
];

/** What was found for a name. */
interface Found {
  readonly name: string;
  readonly named: readonly ListedProject[];
  readonly carrying: readonly ListedProject[];
}

const namesOf = (found: readonly Found[]) =>
  `projectName ${fewOf(
    found.map(({ name }) => quoted(name)),
    'or',
  )}`;

const ADD = 'add the key or service account to it in Atlas';

const seen = ({ orgId }: ProjectWish) =>
  orgId === undefined ? 'that the credential sees' : `that the credential sees in organization ${orgId}`;

const nothingListed = (wish: ProjectWish) =>
  `There is no project ${seen(wish)}. Check ${wish.orgId === undefined ? 'the credential' : 'orgId'}; if it is right, the key or service account has yet to be added to the projects in Atlas`;

function noneMatches(unknown: readonly Found[], wish: ProjectWish, listed: readonly ListedProject[]): string {
  const known = listed.map(({ name }) => name);
  // Each is held against all names: only those that are shown.
  const shown = unknown.slice(0, MAX_QUOTED).map(({ name }) => {
    const meant = name.includes('*') ? caseless(name, known) : nearest(name, known);
    return `${quoted(name)}${meant === undefined ? '' : ` (did you mean ${quoted(meant)}?)`}`;
  });
  const rest = unknown.slice(MAX_QUOTED).map(({ name }) => quoted(name));
  const none =
    listed.length === 1
      ? `The only project ${seen(wish)} does not match`
      : `None of the ${listed.length} projects ${seen(wish)} matches`;
  return `${none} projectName ${fewOf([...shown, ...rest], 'or')}. Case counts, and only \`*\` stands for any text; if the project exists, ${ADD}`;
}

/** A name that a pattern would match if case did not count. */
function caseless(pattern: string, names: readonly string[]): string | undefined {
  const matches = matching(pattern.toLowerCase());
  return names.find(name => matches(name.toLowerCase()));
}

function noneCarries(untagged: readonly Found[], wish: ProjectWish): string {
  const projects = [...new Set(untagged.flatMap(({ named }) => named))];
  const where = wish.names.length > 0 ? `matches ${namesOf(untagged)} and ` : '';
  const lacking = wish.tags.filter(tag => !projects.some(project => isCarriedBy(project)(tag)));
  const what =
    lacking.length === 0
      ? `all of the projectTags ${inWords(wish.tags.map(written))} together`
      : `the tag ${fewOf(
          lacking.map(tag => `${written(tag)}${tagHint(tag, projects)}`),
          'or',
        )}`;
  return `No project ${seen(wish)} ${where}carries ${what}. Correct projectTags, or tag the project in Atlas`;
}

const written = ([key, value]: WishedTag) => quoted(`${key}=${value}`);

/** What may have been meant by a tag that no project carries. */
function tagHint(tag: WishedTag, projects: readonly ListedProject[]): string {
  const tags = projects.flatMap(project => project.tags);
  const alike = new Set(
    tags.filter(({ key }) => key === tag[0]).map(({ key, value }) => written([key, value])),
  );
  if (alike.size > 0) return ` (there is ${fewOf([...alike])})`;
  const meant = nearest(
    tag.join('='),
    tags.map(({ key, value }) => `${key}=${value}`),
  );
  return meant === undefined ? '' : ` (did you mean ${quoted(meant)}?)`;
}

function severalMatch(ambiguous: readonly Found[], wish: ProjectWish): string {
  const organizations = organizationsOf(ambiguous.flatMap(({ carrying }) => carrying));
  const what = wish.names.length > 0 ? namesOf(ambiguous) : 'projectTags';
  return `Projects of ${organizations.length} organizations match ${what}: ${fewOf(organizations)}. Give orgId to say which one is meant`;
}
