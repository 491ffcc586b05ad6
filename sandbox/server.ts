import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './accounts.ts';
import { createAtlas, type SignIn } from './atlas.ts';
import { createClock } from './clock.ts';
import { control, greeting } from './control.ts';
import type { Exchange } from './exchange.ts';
import { type Fault, playFault, takeFault } from './faults.ts';
import type { Answer, Call } from './http.ts';
import { administer, play } from './life.ts';
import { listen, readBody } from './listen.ts';
import type { Project } from './project.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { createProject, projectId, type Setup, withEvents } from './setup.ts';

export { type Account, accounts, type Role } from './accounts.ts';
export type { Clock } from './clock.ts';
export { type Fault, type FaultName, faultNames, HOSTILE } from './faults.ts';
export type { AdminAction } from './life.ts';
export type { Project } from './project.ts';
export type { Sandbox, SandboxRequest } from './sandbox.ts';
export type { GivenEvent, Setup } from './setup.ts';

export interface SandboxOptions {
  /** 0, the default, lets the system choose. */
  port?: number;
  /** Serves https with this key and certificate (PEM). */
  tls?: { key: string; cert: string };
  /** Freezes the clock at an instant; without it the machine's clock runs. */
  now?: number | string;
  /** Milliseconds that every answer is held back. */
  latency?: number;
  /** So many more projects with a plain window; their ids come from `projectId(index)`. */
  generate?: number;
  /** How often a nonce serves before it is stale; for ever unless told. */
  usesPerNonce?: number;
  /** How often a minted token serves before it counts as expired; for ever unless told. */
  usesPerToken?: number;
}

/** The ready-made projects, one a state. */
export const projects = {
  /** A plain window, Sunday 02:00 UTC, nothing scheduled. */
  window: '5a9db0c5a9db0c5a9db0c501',
  /** No window. */
  none: '5a9db0c5a9db0c5a9db0c502',
  /** Maintenance in about 60 h: it can be deferred. */
  scheduled: '5a9db0c5a9db0c5a9db0c503',
  /** The same, deferred twice already. */
  deferredTwice: '5a9db0c5a9db0c5a9db0c504',
  /** Maintenance in about 30 h: too late to defer, and the window is frozen. */
  frozen: '5a9db0c5a9db0c5a9db0c505',
  /** Maintenance that has been running for about 2 h. */
  running: '5a9db0c5a9db0c5a9db0c506',
} as const;

const readyMade: Record<keyof typeof projects, Setup> = {
  window: { name: 'window', dayOfWeek: 1, hourOfDay: 2 },
  none: { name: 'none' },
  scheduled: { name: 'scheduled', scheduledInHours: 60 },
  deferredTwice: { name: 'deferred-twice', scheduledInHours: 60, numberOfDeferrals: 2 },
  frozen: { name: 'frozen', scheduledInHours: 30 },
  running: { name: 'running', runningForHours: 2 },
};

const authorizationKind = (header: string | undefined): SandboxRequest['authorization'] => {
  if (header === undefined) return 'none';
  const scheme = header.split(' ', 1).join('').toLowerCase();
  return scheme === 'digest' || scheme === 'basic' || scheme === 'bearer' ? scheme : 'other';
};

/** Starts an Atlas in memory on 127.0.0.1. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const clock = createClock(options.now);
  const stored = new Map<string, Project>();
  const requests: SandboxRequest[] = [];
  const faults: Fault[] = [];

  const project = (id: string): Project | undefined => {
    const found = stored.get(id);
    if (!found) return undefined;
    const played = play(found, clock.now());
    stored.set(id, played);
    return played;
  };

  /** Replaces a project by what a change makes of it now. */
  const change = (id: string, make: (found: Project) => Project): Project => {
    const found = project(id);
    if (!found) throw new RangeError(`There is no project ${id}.`);
    const changed = make(found);
    stored.set(id, changed);
    return changed;
  };

  const atlas = createAtlas({
    now: clock.now,
    project,
    projects: () => [...stored.values()],
    keep: changed => stored.set(changed.id, changed),
    usesPerNonce: options.usesPerNonce ?? Number.POSITIVE_INFINITY,
    usesPerToken: options.usesPerToken ?? Number.POSITIVE_INFINITY,
  });

  const sandbox: Sandbox = {
    url: '',
    requests,
    faults,
    clock,
    setup: (id, setup) => {
      const created = createProject(id, setup, clock.now(), stored.get(id));
      stored.set(id, created);
      return created;
    },
    project,
    projects: () =>
      new Map(
        [...stored.keys()].flatMap(id => {
          const found = project(id);
          return found ? [[id, found]] : [];
        }),
      ),
    removeProject: id => {
      stored.delete(id);
    },
    administer: (id, action) => change(id, found => administer(found, clock.now(), action)),
    addEvents: (id, events) => change(id, found => withEvents(found, events)),
    tokens: atlas.tokens,
    close: () => server.close(),
  };

  /** What was asked for and is done only when its project's window has been read so many times more. */
  const late: { target: string; reads: number; act(): void }[] = [];
  const landLate = ({ method, target }: Call) => {
    for (const effect of [...late]) {
      if (method !== 'GET' || !effect.target.startsWith(target)) continue;
      effect.reads -= 1;
      if (effect.reads > 0) continue;
      late.splice(late.indexOf(effect), 1);
      effect.act();
    }
  };

  const head = (response: ServerResponse, status: number, headers: Answer['headers']) => {
    response.sendDate = false;
    response.writeHead(status, { Date: new Date(clock.now()).toUTCString(), ...headers });
  };

  const send = (response: ServerResponse, { status, headers, body }: Answer) => {
    const bytes = Buffer.from(body);
    // A 204 has no length; any other answer tells it, 0 included.
    head(response, status, status === 204 ? headers : { ...headers, 'Content-Length': String(bytes.length) });
    response.end(bytes);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url: target = '/', headers } = request;
    if (target === '/sandbox' || target.startsWith('/sandbox/')) {
      send(response, control(sandbox, method, target, await readBody(request)));
      return;
    }
    if (target === '/' && method === 'GET') {
      send(response, greeting(sandbox));
      return;
    }
    const record: SandboxRequest = {
      method,
      path: target,
      body: '',
      headers,
      authorization: authorizationKind(headers.authorization),
      status: null,
    };
    requests.push(record);
    record.body = await readBody(request);
    if (options.latency) await pause(options.latency);

    const call: Call = { method, target, headers, body: record.body };
    const signIn: SignIn = atlas.signIn(call);
    const account: Account | undefined = 'account' in signIn ? signIn.account : undefined;
    const answer = (keeps: boolean, asked = target): Answer =>
      'account' in signIn
        ? atlas.answer({ ...call, target: asked }, signIn.account, sandbox.url, keeps)
        : signIn.refusal;
    const exchange: Exchange = {
      call,
      base: sandbox.url,
      now: clock.now,
      bearer: record.authorization === 'bearer' ? headers.authorization?.slice('Bearer '.length) : undefined,
      act: () => answer(true),
      actLater: reads => late.push({ target, reads, act: () => answer(true) }),
      rehearse: asked => answer(false, asked),
      challenge: atlas.challenge,
      revoke: atlas.revoke,
      head: (status, given) => {
        record.status = status;
        head(response, status, given);
      },
      send: given => {
        record.status = given.status;
        send(response, given);
      },
      response,
    };
    if (account) landLate(call);
    const fault = takeFault(faults, exchange, account ? 'signedIn' : 'challenge');
    if (fault) {
      record.fault = fault.name;
      playFault(fault, exchange);
    } else {
      exchange.send(exchange.act());
    }
  };

  const server = await listen(
    (request, response) => {
      // A client that goes away in the middle is no business of the sandbox.
      serve(request, response).catch(() => response.destroy());
    },
    options.port,
    options.tls,
  );
  sandbox.url = server.url;

  for (const [name, id] of Object.entries(projects)) {
    sandbox.setup(id, readyMade[name as keyof typeof projects]); // the names are its keys
  }
  for (let index = 0; index < (options.generate ?? 0); index++) {
    sandbox.setup(projectId(index), {
      name: `generated-${index}`,
      dayOfWeek: (index % 7) + 1,
      hourOfDay: index % 24,
      noise: 0,
    });
  }
  return sandbox;
};

export { organization, projectId } from './setup.ts';
