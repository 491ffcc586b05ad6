import { accounts } from './accounts.ts';
import { faultNames, parseFault } from './faults.ts';
import { type Answer, isRecord, json, parseJson } from './http.ts';
import type { AdminAction } from './life.ts';
import { effectiveWave, type Project, windowBody } from './project.ts';
import type { Sandbox } from './sandbox.ts';
import { parseEvents, parseSetup } from './setup.ts';
import { HOUR } from './zone.ts';

const iso = (instant: number) => new Date(instant).toISOString();

/** A project with what Atlas would tell of it and what it would not, instants as text. */
const projectBody = (project: Project) => {
  const { id, name, orgId, tags, clusterCount, maintenance, plan, events, past } = project;
  return {
    id,
    name,
    orgId,
    tags,
    clusterCount,
    window: windowBody(project),
    wave: effectiveWave(project),
    maintenance: maintenance && {
      ...maintenance,
      start: iso(maintenance.start),
      lengthInHours: maintenance.length / HOUR,
      length: undefined,
    },
    plan: plan && {
      notBefore: iso(plan.notBefore),
      announcedHoursAhead: plan.lead === null ? null : plan.lead / HOUR,
    },
    past: past.map(({ start, end }) => ({ start: iso(start), end: iso(end) })),
    events: events.map(({ created, eventTypeName }) => ({ created: iso(created), eventTypeName })),
  };
};

const clockBody = ({ clock }: Sandbox) => ({ now: iso(clock.now()), running: !clock.isFrozen() });

const setClock = ({ clock }: Sandbox, value: unknown) => {
  if (!isRecord(value)) throw new TypeError('The clock takes {"now", "running"} or {"advanceHours"}.');
  const { now, running = false, advanceHours } = value;
  if (typeof now === 'string') {
    if (running) clock.run(now);
    else clock.freeze(now);
  }
  if (typeof advanceHours === 'number') clock.advance(advanceHours * HOUR);
};

const actions: Record<AdminAction, true> = {
  announce: true,
  deferByAdmin: true,
  grantDeferral: true,
  scheduleForNextWindow: true,
  noLongerNeeded: true,
  resetByAdmin: true,
  complete: true,
};
const isAction = (name: string): name is AdminAction => Object.hasOwn(actions, name);

const parse = (body: string): unknown => {
  const value = parseJson(body);
  if (value === undefined) throw new TypeError('The body must be JSON.');
  return value;
};

type Handler = (sandbox: Sandbox, body: string, id: string, action: string) => unknown;

const setFaults = (sandbox: Sandbox, body: string) => {
  const value = parse(body);
  const faults = (Array.isArray(value) ? value : [value]).map(parseFault);
  sandbox.faults.splice(0, Number.POSITIVE_INFINITY, ...faults);
  return sandbox.faults;
};

const handlers: Record<string, Handler> = {
  'GET ': sandbox => ({
    clock: clockBody(sandbox),
    accounts,
    projects: [...sandbox.projects().values()].map(projectBody),
    faults: sandbox.faults,
  }),
  'GET projects/{id}': (sandbox, _body, id) => {
    const project = sandbox.project(id);
    if (!project) throw new TypeError(`There is no project ${id}.`);
    return projectBody(project);
  },
  'PUT projects/{id}': (sandbox, body, id) => projectBody(sandbox.setup(id, parseSetup(parse(body)))),
  'DELETE projects/{id}': (sandbox, _body, id) => sandbox.removeProject(id),
  'POST projects/{id}/{action}': (sandbox, _body, id, action) => {
    if (!isAction(action)) throw new TypeError(`Actions are ${Object.keys(actions).join(', ')}.`);
    return projectBody(sandbox.administer(id, action));
  },
  'POST projects/{id}/events': (sandbox, body, id) =>
    projectBody(sandbox.addEvents(id, parseEvents(parse(body)))),
  'GET clock': clockBody,
  'PUT clock': (sandbox, body) => {
    setClock(sandbox, parse(body));
    return clockBody(sandbox);
  },
  'DELETE clock': sandbox => {
    sandbox.clock.reset();
    return clockBody(sandbox);
  },
  'GET faults': sandbox => ({ on: sandbox.faults, known: faultNames }),
  'PUT faults': setFaults,
  'POST faults': (sandbox, body) => {
    sandbox.faults.push(parseFault(parse(body)));
    return sandbox.faults;
  },
  'DELETE faults': sandbox => {
    sandbox.faults.length = 0;
  },
  'GET requests': sandbox => sandbox.requests,
  'DELETE requests': sandbox => {
    sandbox.requests.length = 0;
  },
  'GET tokens': sandbox => sandbox.tokens(),
};

/** What stands at `/`, for whoever opens the address in a browser. */
export const greeting = ({ url }: Sandbox): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: `This is not MongoDB Atlas: it is the sandbox of the GitHub Action "Atlas maintenance gate", an Atlas in memory
for trying things out. Its projects and keys are made up, and all of it is gone when it ends.

${url}/sandbox           projects, keys and clock, as JSON
${url}/sandbox/faults    what can be made to go wrong
${url}/sandbox/requests  what has arrived
${url}/api/atlas/v2/…    what Atlas would answer

The terminal that started it shows commands to try.
`,
});

/** Answers a call to `/sandbox`, the back door that a real Atlas has not. */
export const control = (sandbox: Sandbox, method: string, target: string, body: string): Answer => {
  const [, , kind = '', id = '', action = ''] = target.split('?', 1).join('').split('/');
  const path = [kind, id && '{id}', action && '{action}'].filter(Boolean).join('/');
  const handler = handlers[`${method} ${kind}/{id}/${action}`] ?? handlers[`${method} ${path}`];
  if (!handler) return json(404, { error: `There is no ${method} ${target}.`, known: Object.keys(handlers) });
  try {
    return json(200, handler(sandbox, body, id, action) ?? null);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return json(400, { error: error.message });
    throw error;
  }
};
