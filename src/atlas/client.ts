import { setTimeout as sleep } from 'node:timers/promises';
import type { Credential } from '../credential.ts';
import { createDeadline, type Deadline } from '../deadline.ts';
import { plain, redactor } from '../text.ts';
import type { Answer } from './answer.ts';
import { createClock } from './clock.ts';
import { createDigest, isChallenged } from './digest.ts';
import { autoDeferPath, deferPath, eventsPath, groupsPath, MEDIA_TYPE, windowPath } from './endpoints.ts';
import { AtlasError, unreadable } from './errors.ts';
import {
  type AtlasEvent,
  EVENTS_PER_PAGE,
  type EventQuery,
  eventsQuery,
  MAX_EVENTS,
  parseEventsPage,
} from './events.ts';
import { type Bucket, createPace } from './pace.ts';
import { collectProjects, type ListedProject, parseProjectsPage, projectsQuery } from './projects.ts';
import { isAboutCredential, isAboutRights, isHtml, type NamingInput, refusal } from './refusal.ts';
import { pause, retry } from './retry.ts';
import type { Parsed } from './schema.ts';
import { createTokens, type Tokens } from './token.ts';
import { createTransport, type Request } from './transport.ts';
import { type MaintenanceWindow, parseWindow, type WindowPatch } from './window.ts';

export { AtlasError } from './errors.ts';

export interface AtlasOptions {
  /** Origin and perhaps a path, without a slash at the end. */
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly deadline: Deadline;
  readonly userAgent: string;
  readonly log: {
    info(line: string): void;
    debug(line: string): void;
    /** Called with each secret that this client makes, before its first use. */
    mask(secret: string): void;
  };
  /** Jitter of the back-off: a number from 0 up to, not including, 1. */
  readonly random?: () => number;
}

/** A request that changes something: described, and sent only when it is told to. */
export interface Write {
  readonly method: 'PATCH' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: string;
  send(): Promise<void>;
}

/**
 * Atlas, signed in once for any number of projects. Every method but `now`, `clockKnown`, `clockSkew` and `close` throws
 * {@link AtlasError}. Reads, PATCH and DELETE are tried again while the failure may pass and the deadline allows.
 */
export interface Atlas {
  getWindow(groupId: string): Promise<MaintenanceWindow>;
  updateWindow(groupId: string, patch: WindowPatch): Write;
  resetWindow(groupId: string): Write;
  /** One attempt: Atlas counts deferrals, so a second one may only follow a read. */
  defer(groupId: string): Write;
  /** One attempt: Atlas flips the value each time. */
  toggleAutoDefer(groupId: string): Write;
  /**
   * All projects of an organization, else all that the credential sees, each once, in the order of Atlas. A list of
   * which Atlas says itself that something is missing is read anew, as after any failure that may pass.
   */
  listProjects(orgId: string | undefined): Promise<ListedProject[]>;
  /** All events of these types since then, newest first; those of the same moment as Atlas orders them. */
  listEvents(groupId: string, query: EventQuery): Promise<AtlasEvent[]>;
  /** Epoch milliseconds: Atlas's time, or the runner's as long as Atlas has told none. */
  now(): number;
  /** Has Atlas told its time, in an answer that was understood? */
  clockKnown(): boolean;
  /** Runner minus Atlas in milliseconds, if that is more than a minute. */
  clockSkew(): number | undefined;
  /** Revokes what tokens were minted and closes the connections. Returns a warning when that fails; never throws. */
  close(): Promise<string | undefined>;
}

/** What a server says is shown by its first line: no need to go through megabytes of it, once for every attempt. */
const LONGEST_QUOTE = 40_000;
/** As somebody may spell it. */
const LONGEST_SECRET = 20_000;

/** Longest time that closing may take, after the deadline too. */
const CLOSE_MS = 5000;

export function createAtlas(options: AtlasOptions): Atlas {
  const { baseUrl, credential, deadline, userAgent, log } = options;
  const patience = { deadline, log, ...(options.random === undefined ? {} : { random: options.random }) };
  const clock = createClock();
  const pace = createPace();
  const alone = createAlone();

  const secrets = new Set(secretsOf(credential));
  const keepSecret = (secret: string) => {
    log.mask(secret);
    secrets.add(secret);
  };
  const safe = (text: string) => {
    const redact = redactor(secrets);
    const start = redact(text.slice(0, LONGEST_QUOTE));
    // At the end of what was cut off a part of a secret may be left.
    const whole = text.length > LONGEST_QUOTE ? start.slice(0, -LONGEST_SECRET) : start;
    // Once more, as cleaning may put a secret together.
    return redact(plain(whole));
  };

  let limit = deadline;
  const transport = createTransport({
    baseUrl,
    userAgent,
    log,
    handlers: credential.kind === 'apiKey' ? [createDigest(credential.publicKey, credential.privateKey)] : [],
    limit: () => limit,
  });

  const checked = (answer: Answer, doing: string, input?: NamingInput): Answer => {
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw refusal(answer, { doing, input, unauthorized: unauthorized(credential), safe, now: clock.now() });
  };

  const readJson = (answer: Answer, doing: string): unknown => {
    if (answer.text.trim() === '')
      throw unreadable(doing, 'it is empty, though JSON is expected', answer.status);
    try {
      return JSON.parse(answer.text);
    } catch {
      throw unreadable(
        doing,
        isHtml(answer) ? 'it is an HTML page, not JSON' : 'it is not valid JSON',
        answer.status,
      );
    }
  };

  const send = async (request: Request) => checked(await transport.send(request), request.doing);
  const tokens: Tokens | undefined =
    credential.kind === 'serviceAccount'
      ? createTokens({
          ...credential,
          send,
          sendPatiently: request => retry(() => send(request), patience),
          readJson,
          keepSecret,
        })
      : undefined;

  /** Sends with the credential; an API key needs no header here, as its handler signs below. */
  const signed = async (request: Request): Promise<Answer> => {
    const bearer = (token: string) =>
      transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
    if (credential.kind === 'accessToken') return bearer(credential.accessToken);
    if (tokens === undefined) return transport.send(request);
    const token = await tokens.current();
    const answer = await bearer(token);
    if (answer.status !== 401 || isAboutRights(answer)) {
      tokens.worked(token);
      return answer;
    }
    const renewed = await tokens.renewed(token);
    return renewed === undefined ? answer : bearer(renewed);
  };

  /** A credential that Atlas does not know is not tried again, for whatever project. One that it took once is good. */
  let rejected: AtlasError | undefined;
  let accepted = false;
  const isRejection = (answer: Answer) =>
    isAboutCredential(answer) && !accepted && (credential.kind !== 'apiKey' || isChallenged(answer));

  const attempt = async (call: Call): Promise<Answer> => {
    const { bucket, method, path, doing, input, body } = call;
    const wait = pace.turn(bucket);
    if (wait > 0) await pause(wait, deadline);
    return alone(async () => {
      if (rejected) throw rejected;
      const content = body === undefined ? {} : { 'content-type': MEDIA_TYPE };
      const answer = await signed({
        method,
        path,
        doing,
        headers: { accept: MEDIA_TYPE, ...content },
        ...(body === undefined ? {} : { body }),
      });
      pace.heard(bucket, answer.headers['ratelimit-remaining']);
      try {
        checked(answer, doing, input);
      } catch (error) {
        if (isRejection(answer) && error instanceof AtlasError) rejected = error;
        throw error;
      }
      accepted = true;
      return answer;
    });
  };

  const read = async <T>(call: Call, parse: (json: unknown) => Parsed<T>): Promise<T> => {
    const answer = await retry(() => attempt(call), patience);
    const parsed = parse(readJson(answer, call.doing));
    if ('problem' in parsed) throw unreadable(call.doing, safe(parsed.problem), answer.status);
    clock.heard(answer);
    return parsed.value;
  };

  /** Atlas answers a write with nothing. What else comes may be from something in between that swallowed it. */
  const written = (answer: Answer, doing: string): void => {
    if (answer.text.trim() !== '') readJson(answer, doing);
    clock.heard(answer);
  };

  /**
   * A write that may be sent again. An attempt whose answer was lost may have taken effect, whatever a later one is told.
   */
  const sendAgain = async (call: WriteCall): Promise<void> => {
    let uncertain = false;
    const once = () =>
      attempt(call).catch((error: unknown) => {
        uncertain ||= error instanceof AtlasError && error.outcome === 'unknown';
        throw error;
      });
    try {
      written(await retry(once, patience), call.doing);
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      throw uncertain || error.outcome === 'unknown' ? error.uncertain() : error;
    }
  };

  const sendOnce = async (call: WriteCall): Promise<void> => written(await attempt(call), call.doing);

  const described = (call: WriteCall, send: (call: WriteCall) => Promise<void>): Write => {
    const { method, path, body } = call;
    return { method, path, ...(body === undefined ? {} : { body }), send: () => send(call) };
  };

  return {
    getWindow: groupId =>
      read({ ...onWindow(groupId), method: 'GET', doing: 'read the maintenance window' }, parseWindow),

    updateWindow: (groupId, patch) =>
      described(
        {
          ...onWindow(groupId),
          method: 'PATCH',
          doing: 'change the maintenance window',
          body: JSON.stringify(patch),
        },
        sendAgain,
      ),

    resetWindow: groupId =>
      described({ ...onWindow(groupId), method: 'DELETE', doing: 'reset the maintenance window' }, sendAgain),

    defer: groupId =>
      described(
        { ...onWindow(groupId), path: deferPath(groupId), method: 'POST', doing: 'defer the maintenance' },
        sendOnce,
      ),

    toggleAutoDefer: groupId =>
      described(
        { ...onWindow(groupId), path: autoDeferPath(groupId), method: 'POST', doing: 'toggle auto-deferral' },
        sendOnce,
      ),

    listProjects(orgId) {
      const page = (pageNum: number) =>
        read(
          {
            bucket: { id: orgId ?? '', resource: 'projects' },
            input: orgId === undefined ? undefined : 'orgId',
            method: 'GET',
            path: `${groupsPath(orgId)}?${projectsQuery(pageNum)}`,
            doing: 'list the projects',
          },
          json => parseProjectsPage(json, orgId),
        );
      return retry(() => collectProjects(page), patience);
    },

    async listEvents(groupId, query) {
      const doing = 'list the maintenance events';
      // Pages shift when an event is added between two reads: what then comes twice counts once.
      const seen = new Set<string>();
      const events: AtlasEvent[] = [];
      let listed = 0;
      for (let pageNum = 1; listed <= MAX_EVENTS; pageNum += 1) {
        const path = `${eventsPath(groupId)}?${eventsQuery(query, pageNum)}`;
        const bucket = { id: groupId, resource: 'events' } as const;
        const page = await read({ bucket, input: 'groupId', method: 'GET', path, doing }, parseEventsPage);
        listed += page.length;
        if (listed > MAX_EVENTS) break;
        for (const { id, created, eventTypeName } of page) {
          if (id != null && seen.has(id)) continue;
          if (id != null) seen.add(id);
          events.push({ created, eventTypeName });
        }
        // The sort is stable.
        if (page.length < EVENTS_PER_PAGE) return events.sort((a, b) => b.created - a.created);
      }
      throw new AtlasError({
        code: 'TOO_MANY_EVENTS',
        message: `Atlas lists more than ${MAX_EVENTS} maintenance events of the last weeks, which is not plausible. Look at the project's activity feed`,
        outcome: 'refused',
      });
    },

    now: clock.now,
    clockKnown: clock.known,
    clockSkew: clock.skew,

    async close() {
      limit = createDeadline(Math.min(deadline.total, CLOSE_MS));
      const warning = await tokens?.revoke();
      transport.dispose();
      return warning;
    },
  };
}

interface Call extends Pick<Request, 'method' | 'path' | 'doing' | 'body'> {
  readonly bucket: Bucket;
  readonly input: NamingInput;
}
type WriteCall = Call & Pick<Write, 'method'>;

const onWindow = (groupId: string) => ({
  bucket: { id: groupId, resource: 'maintenance' as const },
  input: 'groupId' as const,
  path: windowPath(groupId),
});

/** How long all projects wait for what the first one learns: an answer of Atlas takes a fraction of it. */
const ALONE_MS = 2000;

/**
 * Lets the first call through alone; the others start when it has ended, however it ended, or has been silent for a
 * moment. So projects that are read at the same time share one challenge, a wrong credential is tried once and not
 * once for each, and one project that never answers keeps none of the others from being asked.
 */
function createAlone(): <T>(call: () => Promise<T>) => Promise<T> {
  let first: Promise<unknown> | undefined;
  return call => {
    if (first) return first.then(call);
    const running = call();
    const over = running.then(nothing, nothing);
    first = Promise.race([over, sleep(ALONE_MS, undefined, { ref: false })]);
    return running;
  };
}

const nothing = () => {};

function secretsOf(credential: Credential): string[] {
  switch (credential.kind) {
    case 'apiKey':
      return [credential.publicKey, credential.privateKey];
    case 'serviceAccount':
      return [credential.clientId, credential.clientSecret];
    case 'accessToken':
      return [credential.accessToken];
  }
}

function unauthorized(credential: Credential): string {
  switch (credential.kind) {
    case 'apiKey': {
      const hint = credential.publicKey.startsWith('mdb_sa_')
        ? '. The public key looks like a value of a service account: give it as clientId, with its clientSecret'
        : '';
      return `Atlas refused the API key: the public or the private key is wrong, or the key was deleted. Check both secrets${hint}`;
    }
    case 'serviceAccount':
      return 'Atlas refused the service account, or the token that it had just issued to it. Check clientId and clientSecret, and that the secret has not expired';
    case 'accessToken':
      return 'Atlas refused the access token: it has expired (they live for an hour) or is wrong. Mint a new one for this step, or give clientId and clientSecret';
  }
}
