import { input, type ValuesOf } from './environment.ts';
import { asWritten, baseUrl, boolean, duration, timeout } from './kinds.ts';
import { PROJECTS } from './projects.ts';

/** The inputs of every operation; names and defaults are those of `action.yml`. */
export const COMMON = {
  ...PROJECTS,
  publicKey: { ...input(asWritten), env: ['MONGODB_ATLAS_PUBLIC_API_KEY'] },
  privateKey: { ...input(asWritten), env: ['MONGODB_ATLAS_PRIVATE_API_KEY'], secret: true },
  clientId: { ...input(asWritten), env: ['MONGODB_ATLAS_CLIENT_ID'] },
  clientSecret: { ...input(asWritten), env: ['MONGODB_ATLAS_CLIENT_SECRET'], secret: true },
  accessToken: { ...input(asWritten), env: ['MONGODB_ATLAS_ACCESS_TOKEN'], secret: true },
  // No default here: a runner would pass that as an input, which wins over the environment.
  baseUrl: { ...input(baseUrl), env: ['MONGODB_ATLAS_BASE_URL', 'MONGODB_ATLAS_OPS_MANAGER_URL'] },
  maintenanceDuration: input(duration, '4h'),
  dryRun: input(boolean, 'false'),
  timeout: input(timeout, '2m'),
  githubToken: { ...input(asWritten), secret: true },
} as const;

export type CommonValues = ValuesOf<typeof COMMON>;
