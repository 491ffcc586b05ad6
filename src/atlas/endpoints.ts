/** Date of the API version that this client speaks. Atlas answers 406 to a plain `application/json`. */
export const MEDIA_TYPE = 'application/vnd.atlas.2023-01-01+json';

/** A group is what Atlas's own pages call a project. */
const groupPath = (groupId: string) => `/api/atlas/v2/groups/${encodeURIComponent(groupId)}`;

/** Projects: of an organization, else all that the credential sees. */
export const groupsPath = (orgId: string | undefined) =>
  orgId === undefined ? '/api/atlas/v2/groups' : `/api/atlas/v2/orgs/${encodeURIComponent(orgId)}/groups`;

export const windowPath = (groupId: string) => `${groupPath(groupId)}/maintenanceWindow`;
export const deferPath = (groupId: string) => `${windowPath(groupId)}/defer`;
export const autoDeferPath = (groupId: string) => `${windowPath(groupId)}/autoDefer`;
export const eventsPath = (groupId: string) => `${groupPath(groupId)}/events`;

export const TOKEN_PATH = '/api/oauth/token';
export const REVOKE_PATH = '/api/oauth/revoke';
