import { plain, shortened } from '../text.ts';
import { type Api, confirmed, listIn } from './api.ts';
import type { Run } from './run.ts';

export type State = 'success' | 'pending' | 'failure';
/** From bad to good. */
const STATES: readonly State[] = ['failure', 'pending', 'success'];

export interface Finding {
  readonly state: State;
  /** In a sentence or two; cut to GitHub's length. */
  readonly description: string;
}

/** Where the statuses of one gate go. */
export interface Target {
  readonly api: Api;
  readonly run: Run;
  readonly sha: string;
  readonly context: string;
  /** Tells this gate from others of the same attempt. */
  readonly gate: string;
  /** Tries a request again while that may help. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
}

/** More than a handful of gates that end at the very same time. */
const MOST_ROUNDS = 10;

/**
 * Publishes what this gate found, or what another gate of the same attempt found that is worse.
 *
 * Each status says after the `#` of its address which gate wrote it and what that gate itself found, and shows the
 * worst of all. GitHub has no compare-and-swap, so whoever shows less than a failure looks again afterwards, until
 * what is shown is the worst: the one who wrote last puts it right. What remains: between such a write and the look
 * after it a success may show for the length of a request, and stays if the process is killed just then.
 *
 * @param found asked anew each time, since it may get worse meanwhile
 * @throws what kept it from reading the others; then it shows `pending` at best
 */
export async function settle(target: Target, found: () => Finding): Promise<string> {
  let written: Written | undefined;
  let unread: { readonly error: unknown } | undefined;
  for (let round = 1; ; round += 1) {
    const own = found();
    const { last, others } =
      own.state === 'failure'
        ? { last: written, others: [] }
        : await look(target).catch(error => {
            unread = { error };
            return UNREAD;
          });
    const worst = worstOf([own, ...others]);
    // An answer may lag behind what was just written.
    const shown = written !== undefined && !(last !== undefined && last.id > written.id) ? written : last;
    const stands = written?.own === own.state && shown?.state === worst.state;
    if (written === undefined || !(stands || round > MOST_ROUNDS))
      written = { id: await post(target, worst, own.state), own: own.state, state: worst.state };
    if (unread !== undefined) throw unread.error;
    if (stands || worst.state === 'failure' || round > MOST_ROUNDS) return line(target, written.state);
  }
}

/** Shows `pending` without a look at others: another that failed says so again when this one ends. */
export async function begin(target: Target, description: string): Promise<string> {
  await post(target, { state: 'pending', description }, 'pending');
  return line(target, 'pending');
}

const line = ({ context, sha }: Target, state: State) =>
  `Commit status ${plain(context)}: ${state}, on ${sha}.`;

/** The first of the worst. */
const worstOf = ([first, ...more]: readonly [Finding, ...Finding[]]): Finding =>
  more.reduce(
    (worst, next) => (STATES.indexOf(next.state) < STATES.indexOf(worst.state) ? next : worst),
    first,
  );

interface Shown {
  readonly id: number;
  readonly state: State;
}
interface Written extends Shown {
  readonly own: State;
}
interface View {
  /** The last status of this attempt. */
  readonly last?: Shown | undefined;
  /** What the gates of this attempt, apart from this one, found last. */
  readonly others: readonly Finding[];
}
const UNREAD: View = {
  others: [{ state: 'pending', description: 'What other gates of this run found could not be read.' }],
};

const PER_PAGE = 100;
/** GitHub keeps a thousand statuses of a context. */
const MOST_PAGES = 10;

async function look({ api, run, sha, context, gate, patiently }: Target): Promise<View> {
  const { owner, repo } = run;
  let last: Shown | undefined;
  const findings = new Map<string, Finding>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const statuses = await patiently(async () =>
      listIn(await api.repos.listCommitStatusesForRef({ owner, repo, ref: sha, per_page: PER_PAGE, page })),
    );
    // Newest first.
    for (const status of statuses) {
      const [, writer, state] = recordIn(status.target_url, run) ?? [];
      if (status.context !== context || writer === undefined || !isState(state)) continue;
      if (isState(status.state)) last ??= { id: status.id, state: status.state };
      if (!findings.has(writer)) findings.set(writer, { state, description: status.description ?? '' });
    }
    if (statuses.length < PER_PAGE) break;
  }
  findings.delete(gate);
  return { last, others: [...findings.values()] };
}

const isState = (text: string | undefined): text is State => STATES.some(state => state === text);

const recordIn = (address: string | null, { url }: Run) =>
  address?.startsWith(`${url}#`) ? /^gate-([0-9a-f]+)-([a-z]+)$/.exec(address.slice(url.length + 1)) : null;

/** GitHub's limit, in characters. */
const MOST_DESCRIPTION = 140;

async function post(
  { api, run, sha, context, gate, patiently }: Target,
  { state, description }: Finding,
  own: State,
): Promise<number> {
  const { data } = await patiently(async () =>
    confirmed(
      await api.repos.createCommitStatus({
        owner: run.owner,
        repo: run.repo,
        sha,
        state,
        context,
        description: shortened(plain(description, 1000), MOST_DESCRIPTION),
        target_url: `${run.url}#gate-${gate}-${own}`,
      }),
    ),
  );
  return data.id;
}
