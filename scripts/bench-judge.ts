/**
 * Prints the CPU time, in milliseconds, of judging 1,000 windows against standing hours over 53 weeks. The argument is
 * the number of time zones that they are in: each has its changes of clock looked up once.
 */
import { parseDeploy, resolveDeploys } from '../src/schedule/deploy.ts';
import { judge } from '../src/schedule/judge.ts';
import { parseZone } from '../src/schedule/zone.ts';

const deployWindow = 'Mon-Fri 09:00-17:00\nSat 22:00-02:00';
const parsed = parseDeploy({ zone: parseZone('America/New_York'), deployStart: 'now', deployWindow });
if ('problems' in parsed) throw new Error('The standing deploy window is wrong');
const every = Intl.supportedValuesOf('timeZone');
const step = Math.floor(every.length / Number(process.argv[2] ?? 10));
const zones = every.filter((_, index) => index % step === 0);
const days = [1, 2, 3, 4, 5, 6, 7] as const;
const now = Date.parse('2026-03-06T12:00:00Z');

const before = process.cpuUsage();
const { deploys } = resolveDeploys(parsed.deploy, now);
for (let index = 0; index < 1000; index += 1) {
  const timeZoneId = zones[index % zones.length] ?? 'UTC';
  const window = { dayOfWeek: days[index % days.length] ?? 1, hourOfDay: index % 24, timeZoneId };
  const maintenanceDuration = 4 * 3_600_000;
  judge({
    window,
    state: { running: [], scheduled: [], unknown: [] },
    deploys,
    maintenanceDuration,
    blockOn: 'window',
    now,
  });
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
