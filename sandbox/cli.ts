import { ATLAS_MEDIA_TYPE } from './http.ts';
import { accounts, faultNames, organization, projects, startSandbox } from './server.ts';

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

const sandbox = await startSandbox({ port: portFrom(process.argv.slice(2)) });
const { owner, readOnly, outsider } = accounts;
const { url } = sandbox;
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

process.stdout.write(`Atlas in memory at ${url}
${account('Project Owner', owner)}
${account('Project Read Only', readOnly)}
${account('In no project', outsider)}

Projects
  ${projects.window}  a window, Sunday 02:00 UTC, nothing scheduled
  ${projects.none}  no window
  ${projects.scheduled}  maintenance in about 60 h: it can be deferred
  ${projects.deferredTwice}  the same, deferred twice already
  ${projects.frozen}  maintenance in about 30 h: too late to defer
  ${projects.running}  maintenance that has been running for about 2 h

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
