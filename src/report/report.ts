import { formatDuration } from '../schedule/duration.ts';
import { SECOND } from '../schedule/units.ts';
import { shortened } from '../text.ts';
import { firstLine } from '../words/phrases.ts';
import { type Account, hasFailed, isFailure, type Notice, type Told } from '../words/told.ts';
import { type About, failureHeading } from './heading.ts';
import { called, isOverridden, isWarning, overrideOf, stepMessage } from './message.ts';
import { toOutputs, toResult } from './outputs.ts';
import type { Publication } from './publication.ts';
import { TITLE } from './sink.ts';
import { errorSummary, summary } from './summary.ts';
import { textChart } from './textChart.ts';
import { near } from './timeline.ts';

export interface Annotation {
  /** `success`: a line in the log, no annotation. */
  readonly level: 'error' | 'warning' | 'notice' | 'success';
  readonly message: string;
  readonly title?: string;
}

/** All that a step writes; each text once. */
export interface Report {
  readonly succeeded: boolean;
  /** Folded lines of the log. */
  readonly groups: readonly Group[];
  /** The first line that is not folded. */
  readonly verdict: Annotation;
  /** What is worth knowing besides. */
  readonly annotations: readonly Annotation[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly publication: Publication;
}

interface Group {
  readonly title: string;
  readonly lines: readonly string[];
  /** In text; empty where there is none. */
  readonly picture: string;
}

/** What concerns the step as a whole. */
export interface Surroundings {
  /** Of Atlas, without a trailing slash. */
  readonly baseUrl: string;
  readonly notices: readonly string[];
  /** Milliseconds by which the runner's clock is ahead of Atlas's, where that is over a minute. */
  readonly skew: number | undefined;
  /** Atlas answered, and never told its time. */
  readonly runnersClock: boolean;
}

/** Everything that is written, out of what was told. */
export function toReport(account: Account, surroundings: Surroundings): Report {
  const { frame, told } = account;
  const { baseUrl, skew, runnersClock } = surroundings;
  const results = told.map(toResult);
  const message = stepMessage(account);
  const failed = hasFailed(told);
  const many = told.length > 1;
  const named = (one: Told, text: string) => (many ? `Project ${called(one)}: ${text}` : text);

  const warnings = told.flatMap(one => one.warnings.map(warning => named(one, warning)));
  const notices = [
    ...(many ? told.filter(isWorthKnowing).map(one => named(one, one.sentences.join('\n'))) : []),
    ...surroundings.notices,
    ...onceEach(told.flatMap(one => one.notices)),
    ...(skew === undefined ? [] : [skewText(skew)]),
  ];
  const annotations: Annotation[] = [
    ...warnings.map(message => ({ level: 'warning', message, title: TITLE }) as const),
    ...notices.map(message => ({ level: 'notice', message, title: TITLE }) as const),
    ...(runnersClock ? [{ level: 'warning', message: RUNNERS_CLOCK, title: TITLE } as const] : []),
  ];
  return {
    succeeded: !failed,
    groups: told
      .map(one => ({
        title: `Project ${called(one)}${called(one) === one.groupId ? '' : ` (${one.groupId})`}`,
        lines: [
          ...(many ? one.sentences : []),
          ...one.changes.map(([name, before, after]) => `${name}: ${before} → ${after}`),
          ...one.rows.map(([name, value]) => `${name}: ${value}`),
        ],
        picture: many ? '' : textChart(near(one.bars), frame.zone ?? 'UTC'),
      }))
      .filter(({ lines }) => lines.length > 0),
    verdict: {
      // One fact a line.
      message: many || !told[0] ? message : [...overrideOf(account), ...told[0].sentences].join('\n'),
      ...(failed
        ? { level: 'error', title: `${TITLE}: ${frame.failure}` }
        : told.some(isWarning)
          ? { level: 'warning', title: `${TITLE}: ${isOverridden(account) ? 'overridden' : 'warning'}` }
          : !many && told.some(isWorthKnowing)
            ? { level: 'notice', title: TITLE }
            : { level: 'success' }),
    },
    annotations,
    outputs: toOutputs(results, message),
    summary: summary(account, baseUrl),
    publication: {
      state: failed ? (isWaiting(told) ? 'pending' : 'failure') : 'success',
      description: many || !told[0] ? firstLine(message) : [...overrideOf(account), told[0].short].join(' '),
      inTheWay: failed || results.some(({ overlap }) => overlap === true),
      comment: most => summary(account, baseUrl, most),
    },
  };
}

/**
 * A step that came to no verdict: the outputs are set all the same.
 *
 * @param about what failed, for the title
 * @param verdict `fail` for a gate
 */
export function toFailureReport(message: string, about: About, verdict: 'fail' | undefined): Report {
  const heading = failureHeading(about, verdict);
  return {
    succeeded: false,
    groups: [],
    verdict: { level: 'error', message, title: `${TITLE}: ${about}` },
    annotations: [],
    outputs: toOutputs([], message, verdict),
    summary: errorSummary(heading, message),
    publication: {
      state: 'failure',
      description: firstLine(message),
      inTheWay: true,
      // An entity for each sign takes less than that.
      comment: most => errorSummary(heading, shortened(message, most / 20)),
    },
  };
}

/** Nothing is in the way but that it is too early to know. */
const isWaiting = (told: readonly Told[]): boolean =>
  told.length > 0 && told.filter(isFailure).every(({ standing }) => standing === 'tooEarly');

/** The first of those that are about one thing. */
const onceEach = (notices: readonly Notice[]): string[] =>
  [...Map.groupBy(notices, ({ about }) => about).values()].flatMap(([first]) => (first ? [first.text] : []));

/** A success that a person should hear of: a deferral was spent, or nothing had to be done. */
const isWorthKnowing = (told: Told): boolean =>
  !isFailure(told) && (told.facts.deferred || told.standing === 'nothingToDo');

const RUNNERS_CLOCK =
  "Atlas sent no usable Date, so the runner's clock is used: if that is wrong, so is everything that depends on the time. Look for a gateway or proxy that removes the header.";

const skewText = (skew: number) =>
  `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / SECOND) * SECOND)} ${skew > 0 ? 'ahead of' : 'behind'} Atlas's; Atlas's time is used.`;
