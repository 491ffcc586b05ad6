import { Complaint } from '../complaint.ts';
import { quoted } from '../text.ts';
import { startLines } from './deployStarts.ts';
import { type DeployLine, occurrences, parseDeployWindow, windowDifference } from './deployWindow.ts';
import { carriedAlone, type Difference, differenceAt } from './difference.ts';
import { parseDuration } from './duration.ts';
import type { EpochMs, Interval } from './interval.ts';
import { clocksOf, type Instants } from './offsets.ts';
import { formatInZone, formatOffset, type ParsedInstant, parseInstant } from './time.ts';
import { DAY, HORIZON, LONGEST } from './units.ts';
import type { Zone } from './zone.ts';

/** When a deploy takes place, as far as the inputs alone tell. */
export type Deploy =
  | SingleDeploy
  /** Two or more, in the order of their starts, each start once. */
  | { readonly kind: 'planned'; readonly zone: Zone; readonly releases: readonly Release[] }
  | { readonly kind: 'standing'; readonly zone: Zone; readonly lines: readonly DeployLine[] };

interface SingleDeploy {
  readonly kind: 'once';
  readonly zone: Zone;
  /** Absent: when it is asked. */
  readonly start?: ParsedInstant;
  /** A time, or so many milliseconds after the start. */
  readonly end: { readonly at: ParsedInstant } | { readonly after: number };
}

/** One of several planned deploys. */
interface Release extends SingleDeploy {
  /** As written, with its comment. */
  readonly line: string;
  readonly start: ParsedInstant;
}

/** Does it start whenever it is asked about? */
export const startsNow = (deploy: Deploy): boolean => deploy.kind === 'once' && deploy.start === undefined;

/** A deploy as an interval. */
export interface DeployInterval extends Interval {
  /** The line of the planned starts or of the standing deploy window that it comes from; absent for a single deploy. */
  readonly line?: string;
  /** When it should have begun, where that is past and it is judged as beginning now. */
  readonly planned?: EpochMs;
}

/** As they are written. One that is needed and absent could not be read: the other problems are found all the same. */
export interface DeployInputs {
  readonly zone?: Zone;
  /** `now` or ISO 8601; or several times, one a line. Blank lines do not count, and `#` begins a comment. */
  readonly deployStart?: string;
  readonly deployDuration?: string;
  /** Where it is given, the duration does not count. */
  readonly deployEnd?: string;
  /** Where it is given, nothing else counts. */
  readonly deployWindow?: string;
}

export interface DeployProblem {
  readonly input: 'deployStart' | 'deployDuration' | 'deployEnd' | 'deployWindow';
  /** Follows the name of the input; without a full stop. */
  readonly phrase: string;
}

/** A start that could be read. */
interface Written {
  readonly text: string;
  readonly line: string;
  /** `undefined`: now. */
  readonly start: ParsedInstant | undefined;
}

/** Reads the deploy inputs, and reports every problem at once: none, where one that could not be read is all. */
export function parseDeploy(
  inputs: DeployInputs,
):
  | { readonly problems: readonly DeployProblem[] }
  | { readonly deploy: Deploy; readonly notes: readonly string[] } {
  const { deployStart, deployDuration, deployEnd, deployWindow } = inputs;
  const zone = inputs.zone ?? { id: 'UTC' };
  if (deployWindow !== undefined) {
    const { lines, problems } = parseDeployWindow(deployWindow);
    return problems.length === 0 && inputs.zone
      ? { deploy: { kind: 'standing', zone, lines }, notes: [] }
      : { problems: problems.map(phrase => ({ input: 'deployWindow', phrase })) };
  }

  const problems: DeployProblem[] = [];
  const notes: string[] = [];
  /** What `read` makes of an input, or nothing and one more problem. */
  function attempt<T>(input: DeployProblem['input'], read: () => T, subject = ''): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      problems.push({ input, phrase: `${subject}${error.message}` });
      return undefined;
    }
  }
  function instant(
    input: 'deployStart' | 'deployEnd',
    text: string,
    subject?: string,
  ): ParsedInstant | undefined {
    const at = attempt(input, () => parseInstant(text, zone), subject);
    const twice = at && (at.readings ?? [at]).find(reading => reading && reading.earlier !== reading.later);
    if (twice) notes.push(twiceNote(input, text, zone, twice));
    return at;
  }
  function length(text: string | undefined): SingleDeploy['end'] | undefined {
    if (text === undefined) return undefined;
    const after = attempt('deployDuration', () => parseDuration(text), `${quoted(text)} `);
    return after === undefined ? undefined : { after };
  }
  function time(text: string): SingleDeploy['end'] | undefined {
    const at = instant('deployEnd', text);
    return at && { at };
  }

  const lines =
    deployStart === undefined ? [] : (attempt('deployStart', () => startLines(deployStart)) ?? []);
  const written: Written[] = [];
  for (const { text, line, subject } of lines) {
    const now = text === 'now';
    const start = now ? undefined : instant('deployStart', text, subject);
    if (now && lines.length > 1) problems.push({ input: 'deployStart', phrase: `${subject}${AMONG_OTHERS}` });
    else if (now || start) written.push({ text, line, start });
  }
  const same = Map.groupBy(written, ({ start }) => JSON.stringify(start));
  const starts = [...same.values()].flatMap(each => each.slice(0, 1));
  const repeated = written.length - starts.length;
  if (repeated > 0) notes.push(repeatedNote(repeated));
  const end = deployEnd === undefined ? length(deployDuration) : time(deployEnd);
  if (deployEnd !== undefined && lines.length - repeated > 1)
    problems.push({ input: 'deployEnd', phrase: ONE_END });

  const [first, ...more] = starts;
  if (first === undefined || end === undefined || problems.length > 0) return { problems };
  if (more.length > 0) {
    const releases = starts
      .flatMap(({ line, start }): Release[] => (start ? [{ kind: 'once', zone, line, start, end }] : []))
      .sort((a, b) => a.start.earlier - b.start.earlier || a.start.later - b.start.later);
    return inputs.zone ? { deploy: { kind: 'planned', zone, releases }, notes } : { problems };
  }
  const { start } = first;
  const deploy: SingleDeploy = { kind: 'once', zone, end, ...(start && { start }) };
  const comparable = inputs.zone !== undefined || [first.text, deployEnd ?? ''].every(hasOffset);
  const found = start && comparable ? single(deploy, start.earlier) : undefined;
  if (typeof found === 'string') problems.push({ input: 'deployEnd', phrase: found });
  return problems.length > 0 || !inputs.zone ? { problems } : { deploy, notes };
}

/** What a deploy comes to at a moment. */
export interface Resolved {
  /**
   * Those to judge, in the order of their starts: of a standing window all that end after that moment and start within
   * the `HORIZON`; else all that are not over. One that should have begun already, and whose planned end has not
   * passed, is judged as beginning at that moment, with its whole duration.
   */
  readonly deploys: readonly DeployInterval[];
  /** Those that are over, as they were planned, in the order of their starts; a standing window has none. */
  readonly over: readonly DeployInterval[];
}

/**
 * The deploys to judge, at least one.
 * @throws {Complaint} a sentence without a full stop, when all are over, or as `deploysLeft` does
 */
export function resolveDeploys(deploy: Deploy, now: EpochMs): Resolved {
  const resolved = deploysLeft(deploy, now);
  const last = resolved.over.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY);
  if (resolved.deploys.length > 0) return resolved;
  const shown = (at: EpochMs) => formatInZone(at, deploy.zone.id);
  throw new Complaint(
    deploy.kind === 'once'
      ? `The deploy is over: it was to end ${shown(last)}, and it is ${shown(now)} now. Check deployStart, and plan the deploy anew if it has not happened`
      : `All ${resolved.over.length} planned deploys are over: the last was to end ${shown(last)}, and it is ${shown(now)} now. Check deployStart, and plan the next deploy`,
  );
}

/**
 * The deploys to judge: none, where all are over.
 * @throws {Complaint} a phrase, when one that starts now ends before, or is longer than the `LONGEST`
 */
export function deploysLeft(deploy: Deploy, now: EpochMs): Resolved {
  if (deploy.kind === 'standing') {
    const deploys = deploy.lines
      .flatMap(line =>
        occurrences(line, deploy.zone.id, now, now + HORIZON).map(found => ({ ...found, line: line.text })),
      )
      .sort((a, b) => a.start - b.start || a.end - b.end);
    return { deploys, over: [] };
  }
  const deploys: DeployInterval[] = [];
  const over: DeployInterval[] = [];
  for (const release of deploy.kind === 'planned' ? deploy.releases : [deploy]) {
    const planned = plannedAt(release, now);
    if (planned.end <= now) over.push(planned);
    else deploys.push(fromNowOn(planned, release, now));
  }
  return { deploys, over };
}

/** Of an instant that could be read. */
const hasOffset = (instant: string) => /Z|[+-]\d{2}:/.test(instant);

/**
 * Where the rules of the deploy's zone differ for a time of the deploy: the first such time.
 * @param now when a standing window is judged from
 */
export function deployDifference(deploy: Deploy, now: EpochMs): Difference | undefined {
  const zone = deploy.zone.id;
  const clocks = clocksOf(zone);
  if (clocks.length === 1) return carriedAlone(zone, now, clocks);
  if (deploy.kind === 'standing') {
    const each = deploy.lines.map(line => windowDifference(line, clocks, now, now + HORIZON));
    const [first] = each
      .filter(instants => instants !== undefined)
      .sort((a, b) => Math.min(...a) - Math.min(...b));
    return first && differenceAt(zone, clocks, first);
  }
  const times =
    deploy.kind === 'planned'
      ? deploy.releases.filter(release => plannedAt(release, now).end > now).map(({ start }) => start)
      : [deploy.start, 'at' in deploy.end ? deploy.end.at : undefined];
  const readings = times.find(time => time?.readings)?.readings;
  return (
    readings &&
    differenceAt(
      zone,
      clocks,
      readings.map(reading => reading?.earlier),
    )
  );
}

/** @returns where it is none, a phrase that follows `deployEnd` */
function single({ start, end, zone }: SingleDeploy, now: EpochMs): Interval | string {
  const [first, last] = start === undefined ? [now, now] : [start.earlier, start.later];
  if ('after' in end) return { start: first, end: last + end.after };
  const shown = (at: EpochMs) => formatInZone(at, zone.id);
  // By every release of the zone's rules on its own: the start by one and the end by another prove nothing.
  const pairs = (end.at.readings ?? start?.readings ?? [undefined]).map((_, i) => ({
    from: (start?.readings ? start.readings[i] : start) ?? { earlier: first, later: last },
    to: (end.at.readings ? end.at.readings[i] : end.at) ?? end.at,
  }));
  // Also where both are the same time, shown twice by the clock.
  const wrong = pairs.find(({ from, to }) => to.later <= from.earlier || to.later === from.later);
  if (wrong !== undefined)
    return `(${shown(wrong.to.later)}) is not after the start of the deploy (${shown(wrong.from.earlier)}): give a later end`;
  if (end.at.later - first > LONGEST)
    return `(${shown(end.at.later)}) is more than ${LONGEST / DAY} days after the start of the deploy (${shown(first)})`;
  return { start: first, end: end.at.later };
}

/** A deploy that is not over: late, it begins now. */
function fromNowOn(planned: DeployInterval, { end: ends }: SingleDeploy, now: EpochMs): DeployInterval {
  const { start, end } = planned;
  if (start >= now) return planned;
  // The length of one: a start that the clock shows twice is covered to the end of the later one.
  const length = 'after' in ends ? ends.after : end - start;
  return { ...planned, start: now, end: Math.max(now + length, end), planned: start };
}

/** @throws {Complaint} a phrase, where a deploy that starts now ends before, or is longer than the `LONGEST` */
function plannedAt(deploy: SingleDeploy | Release, now: EpochMs): DeployInterval {
  const found = single(deploy, now);
  if (typeof found === 'string') throw new Complaint(`deployEnd ${found}`);
  return { ...found, ...('line' in deploy && { line: deploy.line }) };
}

const AMONG_OTHERS =
  '"now" cannot stand among other starts: write its date and time, such as 2026-03-01T21:00, or judge a deploy that starts now in a step of its own';

const ONE_END =
  'is one time, and several starts cannot share it: give deployDuration instead, which counts for each of them';

const repeatedNote = (count: number) =>
  `deployStart names ${count === 1 ? 'a start' : `${count} starts`} that an earlier line holds already: each start counts once.`;

function twiceNote(input: string, text: string, zone: Zone, { earlier, later }: Instants): string {
  const local = Date.parse(`${text}Z`);
  return (
    `${input} ${quoted(text)} comes twice in ${zone.id}, with offset ${formatOffset(local - earlier)} and again ` +
    `with ${formatOffset(local - later)}: the deploy is taken to cover both. Give an offset to choose one.`
  );
}
