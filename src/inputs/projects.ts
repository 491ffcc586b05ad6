/** Which projects a step is about. */

import { fewOf, listed } from '../text.ts';
import { input, type Texts, type ValuesOf } from './environment.ts';
import { organization, projectNames, projects, projectTags } from './kinds.ts';
import type { Reader } from './reader.ts';

export const PROJECTS = {
  groupId: { ...input(projects), env: ['MONGODB_ATLAS_PROJECT_ID'], long: true },
  orgId: { ...input(organization), env: ['MONGODB_ATLAS_ORG_ID'] },
  projectName: { ...input(projectNames), long: true },
  projectTags: { ...input(projectTags), long: true },
} as const;
type Values = ValuesOf<typeof PROJECTS>;

/** Those by which projects are looked for. */
const LOOKED_FOR_BY = ['orgId', 'projectName', 'projectTags'] as const;

/** By their ids; or by what Atlas lists of them, of which at least one is asked for. */
export type WantedProjects =
  | { readonly groupIds: readonly string[] }
  | {
      readonly orgId: string | undefined;
      readonly names: readonly string[];
      readonly tags: readonly (readonly [key: string, value: string])[];
    };

/** Absent where there is a problem. */
export function readProjects(reader: Reader<Values>): WantedProjects | undefined {
  const { read, readAll, given, standIn, either, problems, origins, notices } = reader;
  const asked = LOOKED_FOR_BY.filter(name => given(name) !== '');
  if (areNamedById(reader)) {
    if (asked.length > 0) {
      problems.push(
        `groupId cannot be combined with ${listed(asked, 'or')}: it names the projects already. Give one or the other.`,
      );
      readAll(asked);
    }
    const ids = read('groupId');
    if (ids === undefined) return undefined;
    if (given('groupId') === '' && standIn('orgId') !== undefined)
      origins.push(`${standIn('orgId')} is not used: ${standIn('groupId')} says which project is meant.`);
    const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    if (repeated.size > 0)
      notices.push(`groupId names ${fewOf([...repeated])} more than once; each is done once.`);
    return { groupIds: [...new Set(ids)] };
  }
  if (LOOKED_FOR_BY.every(name => either(name) === '')) {
    problems.push(
      'groupId is missing, and so are projectName, projectTags and orgId: use one of them to say which Atlas project is meant, or set MONGODB_ATLAS_PROJECT_ID.',
    );
    return undefined;
  }
  if (standIn('groupId') !== undefined)
    origins.push(`${standIn('groupId')} is not used: the step gives ${listed(asked)}.`);
  const { orgId, projectName = [], projectTags = [] } = readAll(LOOKED_FOR_BY);
  return { orgId, names: projectName, tags: projectTags };
}

/** Inputs beat the environment; within it, a project beats an organization. */
const areNamedById = ({ given, either }: Texts<Values>): boolean =>
  given('groupId') !== '' || (either('groupId') !== '' && LOOKED_FOR_BY.every(name => given(name) === ''));

/** The same for the same wish, in whatever order it is written; absent where it cannot be read. */
export function keyOfProjects(texts: Texts<Values>): string[] | undefined {
  const { given, either } = texts;
  const isWished = LOOKED_FOR_BY.some(name => given(name) !== '');
  if (areNamedById(texts)) {
    const ids = partsOf(either('groupId'));
    return !isWished && ids.length > 0 && ids.every(id => ID.test(id)) ? ids : undefined;
  }
  if (either('orgId') !== '' && !ID.test(either('orgId'))) return undefined;
  const key = LOOKED_FOR_BY.flatMap(name => partsOf(either(name)).map(part => `${name} ${part}`));
  return key.length > 0 ? key : undefined;
}

const ID = /^[a-f0-9]{24}$/;

const partsOf = (list: string): string[] =>
  [
    ...new Set(
      list
        .split(/[,\n]/)
        .map(part => part.trim())
        .filter(part => part !== ''),
    ),
  ].sort();
