import type { Account } from './accounts.ts';
import { createDigest, type Digest } from './digest.ts';
import { atlasError, unauthorized } from './errors.ts';
import { listEvents } from './events.ts';
import { type Answer, type Call, isAtlasMediaType, withHeaders } from './http.ts';
import { listProjects } from './lists.ts';
import { createOAuth, INVALID_CLIENT, type OAuth, TOKEN_PATH } from './oauth.ts';
import type { Project } from './project.ts';
import { type Buckets, createBuckets } from './rateLimit.ts';
import {
  deferMaintenance,
  getWindow,
  type Outcome,
  resetWindow,
  toggleAutoDefer,
  updateWindow,
} from './window.ts';

export type SignIn = { account: Account } | { refusal: Answer };

interface World {
  now(): number;
  /** A project, played up to now. */
  project(id: string): Project | undefined;
  projects(): readonly Project[];
  keep(project: Project): void;
  usesPerNonce: number;
  usesPerToken: number;
}

export interface Atlas {
  signIn(call: Call): SignIn;
  /** The answer to a call that is signed well; only where `keeps` is true has it an effect on a project. */
  answer(call: Call, account: Account, base: string, keeps: boolean): Answer;
  challenge: Digest['challenge'];
  revoke: OAuth['revoke'];
  tokens: OAuth['tokens'];
}

const OAUTH_PATHS = [TOKEN_PATH, '/api/oauth/revoke'];
const ROUTE =
  /^\/api\/atlas\/v2\/groups\/([^/]+)\/(maintenanceWindow|maintenanceWindow\/defer|maintenanceWindow\/autoDefer|events)$/;

/** All projects, or those of an organization. */
const LIST = /^\/api\/atlas\/v2(?:\/orgs\/([^/]+))?\/groups$/;

type Endpoint = (project: Project, call: Call, url: URL, now: number) => Outcome;

/** By `method path`, the path as it goes on after the project. */
const endpoints: Record<string, Endpoint | undefined> = {
  'GET maintenanceWindow': project => getWindow(project),
  'PATCH maintenanceWindow': (project, { body }, _url, now) => updateWindow(project, body, now),
  'DELETE maintenanceWindow': (project, _call, _url, now) => resetWindow(project, now),
  'POST maintenanceWindow/defer': (project, _call, _url, now) => deferMaintenance(project, now),
  'POST maintenanceWindow/autoDefer': (project, _call, _url, now) => toggleAutoDefer(project, now),
  'GET events': (project, _call, url) => ({ project, answer: listEvents(project, url) }),
};

const takeFrom = (buckets: Buckets, key: string, now: number) => {
  const { resource, capacity, refill } = buckets.limit;
  const { remaining, wait } = buckets.take(key, now);
  const headers = { 'RateLimit-Limit': String(capacity), 'RateLimit-Remaining': String(remaining) };
  const refusal =
    wait > 0 &&
    withHeaders(atlasError('RATE_LIMITED_TOKEN_BUCKET', resource, wait, capacity, refill, 60), {
      'Retry-After': String(wait),
    });
  return { headers, refusal };
};

export const createAtlas = (world: World): Atlas => {
  const digest = createDigest(() => world.usesPerNonce);
  const oauth = createOAuth(world.now, () => world.usesPerToken);
  const maintenanceBuckets = createBuckets({ resource: 'maintenanceWindow', capacity: 1200, refill: 500 });
  const eventBuckets = createBuckets({ resource: 'events', capacity: 300, refill: 100 });

  const signIn = (call: Call): SignIn => {
    const header = call.headers.authorization ?? '';
    const space = header.indexOf(' ');
    const scheme = header.slice(0, space).toLowerCase();
    const credentials = header.slice(space + 1);
    if (OAUTH_PATHS.includes(call.target)) {
      const account = scheme === 'basic' ? oauth.client(credentials) : undefined;
      return account ? { account } : { refusal: INVALID_CLIENT };
    }
    if (scheme === 'bearer') {
      const account = oauth.holder(credentials);
      return account
        ? { account }
        : { refusal: unauthorized('Bearer realm="MMS Public API", error="invalid_token"') };
    }
    const verdict = scheme === 'digest' ? digest.verify(credentials, call) : { stale: false };
    return 'account' in verdict ? verdict : { refusal: unauthorized(digest.challenge(verdict)) };
  };

  const answer: Atlas['answer'] = (call, account, base, keeps) => {
    if (call.target === TOKEN_PATH && call.method === 'POST') return oauth.mint(account, call, keeps);
    if (call.target === '/api/oauth/revoke' && call.method === 'POST')
      return oauth.revocation(account, call, keeps);

    const url = new URL(call.target, base);
    const list = LIST.exec(url.pathname);
    if (list) {
      if (call.method !== 'GET') return atlasError('METHOD_NOT_ALLOWED', call.method);
      if (!isAtlasMediaType(call.headers.accept)) return atlasError('NOT_ACCEPTABLE');
      return listProjects(world.projects(), list[1], account, url);
    }
    const [, id = '', path = ''] = ROUTE.exec(url.pathname) ?? [];
    if (!/^[a-f0-9]{24}$/.test(id)) return atlasError('RESOURCE_NOT_FOUND', url.pathname);
    const endpoint = endpoints[`${call.method} ${path}`];
    if (!endpoint) return atlasError('METHOD_NOT_ALLOWED', call.method);
    if (!isAtlasMediaType(call.headers.accept)) return atlasError('NOT_ACCEPTABLE');
    const type = call.headers['content-type'];
    if (call.body !== '' && !isAtlasMediaType(type)) {
      return atlasError('UNSUPPORTED_MEDIA_TYPE', type ?? 'none');
    }
    const project = world.project(id);
    if (!project) return atlasError('GROUP_NOT_FOUND', id);
    if (account.role === 'outsider') return atlasError('NOT_IN_GROUP', id);
    if (account.role === 'readOnly' && call.method !== 'GET') return atlasError('USER_UNAUTHORIZED');

    const { headers, refusal } = takeFrom(
      path === 'events' ? eventBuckets : maintenanceBuckets,
      id,
      world.now(),
    );
    if (refusal) return withHeaders(refusal, headers);
    const outcome = endpoint(project, call, url, world.now());
    if (keeps) world.keep(outcome.project);
    return withHeaders(outcome.answer, headers);
  };

  return {
    signIn,
    answer,
    challenge: digest.challenge,
    revoke: oauth.revoke,
    tokens: oauth.tokens,
  };
};
