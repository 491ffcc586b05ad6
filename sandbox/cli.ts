import { join } from 'node:path';
import { ATLAS_MEDIA_TYPE } from './http.ts';
import { accounts, faultNames, organization, projects, type Sandbox, startSandbox } from './server.ts';

const USAGE = `Usage: npm run sandbox -- [--port <number>]

Starts an Atlas in memory on 127.0.0.1, for trying out the action and for rehearsing faults.
`;

const portFrom = (args: string[]): number => {
  if (args.length === 0) return 0;
  const [flag = '', text = ''] = args.length === 1 ? (args[0] ?? '').split('=') : args;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (flag !== '--port' || args.length > 2 || port < 0 || port > 65_535) {
    process.stderr.write(USAGE);
    process.exit(args[0] === '--help' ? 0 : 2);
  }
  return port;
};

const started = async (port: number): Promise<Sandbox> => {
  try {
    return await startSandbox({ port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason =
      code === 'EACCES' ? 'may not be used without more rights' : 'is in use, perhaps by another sandbox';
    process.stderr.write(
      `Port ${port} ${reason}. Take another one, or leave --port out: then a free one is chosen.\n`,
    );
    process.exit(1);
  }
};

const sandbox = await started(portFrom(process.argv.slice(2)));
const { owner, readOnly, outsider } = accounts;
const { url } = sandbox;
const root = join(import.meta.dirname, '..');
const accept = `-H 'Accept: ${ATLAS_MEDIA_TYPE}'`;
const window = (id: string) => `${url}/api/atlas/v2/groups/${id}/maintenanceWindow`;

const account = (
  title: string,
  { publicKey, privateKey, clientId, clientSecret, accessToken }: typeof owner,
) => `
${title}
  API key          ${publicKey} / ${privateKey}
  service account  ${clientId} / ${clientSecret}
  access token     ${accessToken}`;

const states: Record<keyof typeof projects, string> = {
  window: 'A window, Sunday 02:00 UTC, nothing scheduled',
  none: 'No window',
  scheduled: 'Maintenance in about 60 h: it can be deferred',
  deferredTwice: 'The same, deferred twice already',
  frozen: 'Maintenance in about 30 h: too late to defer',
  running: 'Maintenance that has been running for about 2 h',
};
const names = Object.keys(states) as (keyof typeof states)[]; // a record with no other keys
const gate = (id: string) =>
  [
    `MONGODB_ATLAS_BASE_URL=${url}`,
    `MONGODB_ATLAS_ACCESS_TOKEN=${owner.accessToken}`,
    `MONGODB_ATLAS_PROJECT_ID=${id}`,
    'INPUT_OPERATION=gate',
    'npx node dist/index.js',
  ].join(' ');
const projectLines = names.map(name => `  ${states[name]}\n    ${gate(projects[name])}`).join('\n');

// Whoever reads only the first lines (`| head`) still wants the sandbox.
process.stdout.on('error', () => {});
process.stdout.write(`Atlas in memory at ${url}
${account('Project Owner', owner)}
${account('Project Read Only', readOnly)}
${account('In no project', outsider)}

Would a deploy of now be safe? One command per project, to run from
${root} in another terminal
${projectLines}

All are in the organization ${organization}; list them
  curl --digest -u '${owner.publicKey}:${owner.privateKey}' ${accept} ${url}/api/atlas/v2/orgs/${organization}/groups

Read a window, defer maintenance
  curl --digest -u '${owner.publicKey}:${owner.privateKey}' ${accept} ${window(projects.window)}
  curl --digest -u '${owner.publicKey}:${owner.privateKey}' ${accept} -X POST -i ${window(projects.scheduled)}/defer

Set a project's state, any 24 hexadecimal digits are an id
  curl -X PUT ${url}/sandbox/projects/${projects.window} -d '{"dayOfWeek": 3, "hourOfDay": 21, "timeZoneId": "Europe/Berlin"}'
  curl -X PUT ${url}/sandbox/projects/${projects.window} -d '{"scheduledInHours": 70, "numberOfDeferrals": 1}'
  curl -X PUT ${url}/sandbox/projects/${projects.window} -d '{"dayOfWeek": 3, "hourOfDay": 21, "plan": {"inHours": 96}}'

Name and tag a project
  curl -X PUT ${url}/sandbox/projects/${projects.window} -d '{"dayOfWeek": 1, "hourOfDay": 2, "name": "shop", "tags": {"environment": "production"}}'

Write an event into a project's feed
  curl -X POST ${url}/sandbox/projects/${projects.window}/events -d '[{"created": "2026-10-25T00:30:00Z", "eventTypeName": "MAINTENANCE_STARTED"}]'

Set the clock, and what Atlas does by itself happens
  curl -X PUT ${url}/sandbox/clock -d '{"advanceHours": 24}'
  curl -X PUT ${url}/sandbox/clock -d '{"now": "2026-10-25T00:30:00Z", "running": true}'
  curl -X DELETE ${url}/sandbox/clock

Rehearse a fault: ${Object.keys(faultNames).length} of them, listed at ${url}/sandbox/faults
  curl -X PUT ${url}/sandbox/faults -d '[{"name": "error503", "times": 2}]'
  curl -X PUT ${url}/sandbox/faults -d '[{"name": "lostAfterActing", "path": "/defer$", "times": 1}]'
  curl -X DELETE ${url}/sandbox/faults

See what arrived
  curl ${url}/sandbox/requests

Ctrl+C ends it.
`);

const end = () => {
  sandbox.close().then(() => process.exit(0));
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
