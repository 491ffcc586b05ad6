import type { MaintenanceWindow } from '../atlas/window.ts';
import type { Input, Table } from '../inputs/environment.ts';
import type { Reader, Reading } from '../inputs/reader.ts';
import { weeklyDifference } from '../schedule/difference.ts';
import type { EpochMs, Interval } from '../schedule/interval.ts';
import { sentence } from '../words/phrases.ts';
import type { Account, Frame, Notice, Problem, Row, Telling, Told } from '../words/told.ts';
import { zoneNotices } from '../words/zones.ts';
import { eachInTurns, type Failed, type Outcome, type Project, type Runtime } from './project.ts';
import { deferralsUsed, WINDOW_COLUMNS, waveText, windowCells, windowFacts, windowRows } from './window.ts';

/** What a step can be asked to do. */
export interface Operation {
  readonly inputs: Readonly<Record<string, Input<unknown>>>;
  /** Reads its own inputs; absent where they hold a problem. */
  prepare(name: string, reading: Reading): Job | undefined;
}

/** An operation whose inputs are read. */
export interface Job {
  /** What the inputs ask for. */
  readonly wish: unknown;
  /** What it does that projects have to be named by id for. */
  readonly onlyById?: string | undefined;
  /** Does the work on all projects; what it returns tells how it ended. */
  run(projects: readonly Project[], runtime: Runtime): Promise<(scene: Scene) => Account>;
  /** Tells that nobody can say which projects there are. */
  fail(error: Problem): (scene: Scene) => Account;
}

/** An operation that tells what its own work came to. */
interface TellingOperation<E extends Ending, W> extends Operation {
  /** Tells how the work on each project ended; of one without an outcome, that it was not reached. */
  tell(
    name: string,
    wish: W,
    scene: Scene,
    projects: readonly ToldProject[],
    outcomes: readonly Outcome<E>[],
  ): Account;
}

/** What is told of a project besides how the work on it ended. */
type ToldProject = Pick<Project, 'id' | 'name' | 'window'>;

/** What is known when an ending is told. */
export interface Scene {
  readonly now: EpochMs;
  /** Who started the run, in words of theirs. */
  readonly actor?: string | undefined;
  /** Milliseconds. */
  readonly maintenanceDuration: number;
}

/** A way in which the work on a project can end, and the window that it leaves, if anybody looked. */
export interface Ending {
  readonly did: string;
  readonly window?: MaintenanceWindow;
}

/** How each ending is told, by its name: one that nobody tells does not compile. */
type Tellers<E extends Ending, W> = {
  readonly [D in E['did']]: (ending: Extract<E, { did: D }>, scene: Scene, wish: W) => Telling;
};

interface Definition<V, W, E extends Ending> {
  /** Its own; those of all operations stand in the step's table. */
  readonly inputs: Table<V>;
  /** What the inputs ask for together; absent where that is one more problem. Without it: their values as they are. */
  wish?(reader: Reader<V>): W | undefined;
  /** What it does that is too much for one typo: for that, projects have to be named by id. */
  onlyById?(wish: W): string | undefined;
  readonly tell: Tellers<E, W>;
}

/** An operation that does its work on each project for itself. */
export const operation = <V, E extends Ending, W = V>(
  definition: Definition<V, W, E> & {
    run(project: Project, wish: W): Promise<E>;
    /** Several projects that ended well, in a sentence. */
    passed?(told: readonly Told[]): string;
  },
): TellingOperation<E, W> =>
  fleetOperation<V, E, W>({
    ...definition,
    frame: name => ({
      heading: `Atlas maintenance window · ${name}`,
      failure: `${name} failed`,
      failed: () => 'failed',
      erred: 'failed',
      passed: definition.passed ?? changedText,
      columns: [...WINDOW_COLUMNS, 'Wave', 'Deferrals used'],
      assumptions: [],
    }),
    run: (projects, wish, { progress }) =>
      eachInTurns(
        projects,
        project => definition.run(project, wish),
        (project, outcome) => progress(project, 'done' in outcome ? 'is done' : 'has failed'),
      ),
    cells: (window, { now }) => [
      ...windowCells(window, now),
      window ? waveText(window) : '',
      window?.configured ? deferralsUsed(window) : '',
    ],
  });

const changedText = (told: readonly Told[]): string =>
  `All ${told.length} projects are done: ${told.filter(({ facts }) => facts.changed).length} changed.`;

/** An operation that looks at all projects together. */
export function fleetOperation<V, E extends Ending, W = V>(
  definition: Definition<V, W, E> & {
    frame(name: string, wish: W, scene: Scene): Frame;
    /** What came of each project, in their order. */
    run(projects: readonly Project[], wish: W, runtime: Runtime): Promise<readonly Outcome<E>[]>;
    /** The zone of the step, if it has one besides the project's. */
    zone?(wish: W): string;
    /** What it says of a project that failed, besides why. */
    failed?(failure: Failed, scene: Scene, wish: W): Partial<Telling>;
    cells(window: MaintenanceWindow | undefined, scene: Scene, wish: W): readonly string[];
  },
): TellingOperation<E, W> {
  const { inputs, tell } = definition;
  const told = (project: ToldProject, outcome: Outcome<E>, scene: Scene, wish: W): Told => {
    const { now, maintenanceDuration } = scene;
    const window = 'done' in outcome ? outcome.done.window : project.window;
    const own = definition.zone?.(wish);
    const zones = zonesOf(window, own);
    const facts = windowFacts(window, now, maintenanceDuration);
    const telling =
      'done' in outcome
        ? tellingOf(tell, outcome.done, scene, wish)
        : { ...failure(outcome), ...definition.failed?.(outcome, scene, wish) };
    const { rows = [], ...others } = telling;
    const settings = windowRows(window, now, own === undefined ? zones : [own]);
    // What stands elsewhere: the next start of the week, which the sentences tell of or a deferral left, and changes.
    const { changes = [], facts: { overlap, deferred } = {} } = telling;
    const isTold = ([name, , kind]: Row) =>
      changes.some(([changed]) => changed === name) || (kind === 'time' && (overlap || deferred));
    return {
      groupId: project.id,
      name: project.name ?? null,
      short: telling.sentences[0],
      error: 'error' in outcome ? outcome.error : null,
      warnings: [],
      bars: [],
      changes: [],
      zones,
      ...others,
      cells: telling.cells ?? definition.cells(window, scene, wish),
      notices: telling.notices ?? windowNotices(window, scene),
      rows: [...rows, ...settings.filter(row => !isTold(row))],
      facts: { ...facts, ...telling.facts },
    };
  };
  const account: TellingOperation<E, W>['tell'] = (name, wish, scene, projects, outcomes) => ({
    frame: definition.frame(name, wish, scene),
    told: projects.map((project, index) => told(project, outcomes[index] ?? NOT_REACHED, scene, wish)),
  });
  return {
    inputs,
    tell: account,
    prepare(name, reading) {
      const before = reading.problems.length;
      const reader = reading.reader(inputs);
      // Without a problem the values are all there; without a wish of its own they are the wish.
      const wish = definition.wish ? definition.wish(reader) : (reader.readAll() as unknown as W);
      if (wish === undefined || reading.problems.length > before) return undefined;
      return {
        wish,
        onlyById: definition.onlyById?.(wish),
        async run(projects, runtime) {
          const outcomes = await definition.run(projects, wish, runtime);
          return scene => account(name, wish, scene, projects, outcomes);
        },
        fail: error => scene => account(name, wish, scene, [UNKNOWN_PROJECT], [{ error, did: {} }]),
      };
    },
  };
}

const NOT_REACHED: Failed = {
  error: { code: 'INTERNAL', message: 'The project was not reached' },
  did: {},
};

/** Stands for whatever projects there may be. */
const UNKNOWN_PROJECT: ToldProject = { id: '' };

/** The only teller that fits an ending is the one of its name, which the type of a table cannot say. */
const tellingOf = <E extends Ending, W>(tell: Tellers<E, W>, ending: E, scene: Scene, wish: W): Telling =>
  (tell[ending.did as E['did']] as (ending: E, scene: Scene, wish: W) => Telling)(ending, scene, wish);

const failure = ({ error, did }: Failed): Telling => ({
  standing: 'failed',
  sentences: [sentence(error.message)],
  facts: did,
});

/** The zones that a person of this step thinks in: the project's, the step's own, UTC; each once. */
const zonesOf = (window: MaintenanceWindow | undefined, zone: string | undefined): string[] => [
  ...new Set([window?.timeZoneId, zone, 'UTC'].filter(zone => zone !== undefined)),
];

/** @param deploys those that the window's starts could meet, in the order of their starts */
export const windowNotices = (
  window: MaintenanceWindow | undefined,
  { now, maintenanceDuration }: Scene,
  deploys: readonly Interval[] = [],
): Notice[] =>
  window?.configured
    ? zoneNotices("the window's start", weeklyDifference(window, deploys, maintenanceDuration, now))
    : [];
