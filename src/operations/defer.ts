import type { ConfiguredWindow } from '../atlas/window.ts';
import { DEPLOY, readDeploy } from '../inputs/deploy.ts';
import { input, type ValuesOf } from '../inputs/environment.ts';
import { oneOf } from '../inputs/kinds.ts';
import type { Reader } from '../inputs/reader.ts';
import { announcedHindrance, deferralSpan, type Hindrance, moveOf } from '../schedule/deferral.ts';
import { type Deploy, deploysLeft, startsNow } from '../schedule/deploy.ts';
import { maintenanceState } from '../schedule/maintenance.ts';
import { formatInZone } from '../schedule/time.ts';
import { tellWouldSend, wouldSend } from './dryRun.ts';
import { Failure } from './failure.ts';
import { deploysAt, look } from './gate/view.ts';
import { HINDRANCES } from './hindrances.ts';
import { sendOnce } from './once.ts';
import { operation } from './operation.ts';
import { isRefusal, type Project, read, requireWindow } from './project.ts';
import { changesOf, movedText } from './window.ts';

const INPUTS = { ...DEPLOY, onNothingScheduled: input(oneOf('ignore', 'fail'), 'ignore') };

interface Wish {
  readonly onNothingScheduled: 'ignore' | 'fail';
  /** Only what meets it, and would not a week later, is deferred; absent: whatever is scheduled. */
  readonly deploy?: Deploy;
}

/** GET → POST defer → GET; succeeded means that `numberOfDeferrals` rose. Given a deploy, its events are read first. */
export const defer = operation({
  inputs: INPUTS,
  wish: readWish,
  async run(project, { onNothingScheduled, deploy }) {
    const sight = deploy && (await lookFor(project, deploy));
    const before = requireWindow(sight?.window ?? (await read(project)));
    const nothing = { did: 'nothingScheduled', window: before } as const;
    if (sight?.why === 'nothingScheduled') {
      if (onNothingScheduled === 'ignore') return nothing;
      // Atlas is not asked: it may have scheduled what the events do not tell of yet, and that may meet no deploy.
      throw Failure.because(
        'ATLAS_MAINTENANCE_NOT_SCHEDULED',
        'Atlas has announced no maintenance for this project, so there is nothing to defer',
      );
    }
    if (sight?.why !== undefined)
      return { did: 'left', window: before, why: sight.why, span: sight.span } as const;
    if (project.dryRun)
      return { ...wouldSend(project.atlas.defer(project.id), before), span: sight?.span, move: sight?.move };
    try {
      return {
        did: 'deferred',
        window: await deferOnce(project, before),
        before,
        move: sight?.move,
      } as const;
    } catch (error) {
      if (!isRefusal(error, 'ATLAS_MAINTENANCE_NOT_SCHEDULED') || onNothingScheduled === 'fail') throw error;
      return nothing;
    }
  },
  tell: {
    deferred: ({ window, before, move }, { now }) => ({
      standing: 'changed',
      sentences: [
        'The scheduled maintenance was deferred by one week.',
        ...(move ? [movedText(move, move.zone, now)] : []),
      ],
      changes: changesOf(before, window),
      facts: { changed: true, deferred: true },
    }),
    nothingScheduled: () => ({
      standing: 'nothingToDo',
      sentences: ['No maintenance is scheduled, so there was nothing to defer.'],
    }),
    left: ({ why, span }) => ({
      standing: MEETS.includes(why) ? 'warned' : 'nothingToDo',
      sentences: [`Nothing was deferred: ${REASONS[why]}.`, ...spanTexts(span)],
    }),
    wouldSend: ending =>
      tellWouldSend(ending, `defer the scheduled maintenance by one week${moveText(ending.move)}`, {
        consequences: spanTexts(ending.span),
      }),
  },
});

function readWish(reader: Reader<ValuesOf<typeof INPUTS>>): Wish | undefined {
  const onNothingScheduled = reader.read('onNothingScheduled');
  // Without a deploy whatever is scheduled is deferred: that must not come of a variable that is not set.
  if (reader.isEmpty('deployStart'))
    reader.problems.push(
      'deployStart is empty: probably a variable that is not set. Set it, or leave the input out to defer whatever is scheduled.',
    );
  const deploy = readDeploy(reader);
  if (onNothingScheduled === undefined || deploy === undefined) return undefined;
  const given = !startsNow(deploy) || (deploy.kind === 'once' && 'at' in deploy.end);
  return { onNothingScheduled, ...(given ? { deploy } : {}) };
}

/** Why nothing is deferred, where a deploy is given. */
type Why = Hindrance | 'notMet' | 'over';

/** What announced maintenance means for the deploy; without events nobody knows, and that is a failure here. */
async function lookFor(project: Project, deploy: Deploy) {
  const { window, events } = await look(project);
  if ('unreadable' in events)
    throw Failure.because(
      'EVENTS_UNREADABLE',
      `Whether maintenance meets the deploy is unknown, as the project's events could not be read. ${events.unreadable}`,
    );
  const now = project.atlas.now();
  const set = requireWindow(window);
  const { state } = maintenanceState(events, set, now);
  const { deploys } = deploysAt(deploy, now, deploysLeft);
  const { maintenanceDuration } = project;
  const why: Why | undefined =
    deploys.length === 0
      ? 'over'
      : announcedHindrance({ window: set, state, deploys, maintenanceDuration, now });
  const [scheduled] = state.scheduled;
  const span = scheduled && deferralSpan(scheduled);
  const move = moveOf(state, set);
  const { id: zone } = deploy.zone;
  return { window, why, span: span && { ...span, zone }, move: move && { ...move, zone } };
}

type Move = NonNullable<Awaited<ReturnType<typeof lookFor>>['move']>;

const moveText = (move: Move | undefined): string =>
  move ? `, from ${formatInZone(move.from, move.zone)} to ${formatInZone(move.to, move.zone)}` : '';

/** A person has to see to it: a deploy meets maintenance, or may. */
const MEETS: readonly Why[] = ['running', 'unknown', 'overdue', 'several', 'noHelp'];

const REASONS: Readonly<Record<Why, string>> = {
  ...HINDRANCES,
  notMet: 'the announced maintenance meets no deploy',
  over: 'all the deploys are over',
};

/** When Atlas lets it be deferred. */
const spanTexts = (
  span: { readonly start: number; readonly end: number; readonly zone: string } | undefined,
): string[] =>
  span === undefined
    ? []
    : [
        `Atlas lets this maintenance be deferred from ${formatInZone(span.start, span.zone)} until ${formatInZone(span.end, span.zone)}.`,
      ];

/** Spends one deferral, never two. */
export async function deferOnce(project: Project, before: ConfiguredWindow): Promise<ConfiguredWindow> {
  return requireWindow(
    await sendOnce(
      project,
      project.atlas.defer(project.id),
      window => window.configured && window.numberOfDeferrals > before.numberOfDeferrals,
    ),
  );
}
