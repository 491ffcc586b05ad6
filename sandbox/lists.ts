import type { Account } from './accounts.ts';
import { atlasError } from './errors.ts';
import { isoSeconds } from './events.ts';
import type { Answer } from './http.ts';
import { pageOf } from './paging.ts';
import type { Project } from './project.ts';
import { organization } from './setup.ts';

const listedBody = ({ id, name, orgId, tags, clusterCount }: Project, base: string) => ({
  clusterCount,
  // An id of Atlas begins with the second in which it was made.
  created: isoSeconds(Number.parseInt(id.slice(0, 8), 16) * 1000),
  id,
  links: [{ href: `${base}/api/atlas/v2/groups/${id}`, rel: 'self' }],
  name,
  orgId,
  tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
});

/** GET /groups, and with an `orgId` GET /orgs/{orgId}/groups, in the order in which the projects were set up */
export const listProjects = (
  projects: readonly Project[],
  orgId: string | undefined,
  account: Account,
  target: URL,
): Answer => {
  const isMember = account.role !== 'outsider';
  const told = (project: Project) => listedBody(project, target.origin);
  if (orgId === undefined) return pageOf(isMember ? projects : [], target, told);

  const ofOrganization = projects.filter(project => project.orgId === orgId);
  // Inferred, both of them: the codes of organizations are published nowhere.
  if (ofOrganization.length === 0 && orgId !== organization) return atlasError('RESOURCE_NOT_FOUND', orgId);
  if (!isMember) return atlasError('USER_UNAUTHORIZED');

  const start = target.searchParams.get('name')?.toLowerCase() ?? '';
  return pageOf(
    ofOrganization.filter(({ name }) => name.toLowerCase().startsWith(start)),
    target,
    told,
  );
};
