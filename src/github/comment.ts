import { link } from '../report/markdown.ts';
import { type Api, checked, confirmed, listIn } from './api.ts';
import { HASH_LENGTH, hash, type Run } from './run.ts';

/** GitHub's 65,536 characters are taken as bytes, with room for the marker. */
const MOST_COMMENT = 65_000;

/** Updates the comment of this gate, or writes it where there is none and `create` says so. */
export async function comment(
  api: Api,
  run: Run,
  projects: readonly string[] | undefined,
  create: boolean,
  text: (most: number) => string,
): Promise<string> {
  const { owner, repo, subject } = run;
  const issue_number = subject.pullRequest;
  if (issue_number === undefined)
    return 'commentOnPullRequest: this run belongs to no pull request, so there is none to comment on.';
  const own = markerOf(run, projects);
  const bodyWith = (marker: string) =>
    `${marker}\n${text(MOST_COMMENT)}\n<sub>From ${link('this run', run.url)}; the next one updates it.</sub>\n`;
  const on = `pull request ${issue_number}`;
  const found = await findComment(api, { owner, repo, issue_number }, own, projects !== undefined);
  if (found !== undefined) {
    const marker = projects === undefined ? found.marker : own;
    checked(await api.issues.updateComment({ owner, repo, comment_id: found.id, body: bodyWith(marker) }));
    return `Updated the comment on ${on}.`;
  }
  if (!create) return `Nothing stands in the way, and ${on} has no comment to update.`;
  confirmed(await api.issues.createComment({ owner, repo, issue_number, body: bodyWith(own) }));
  return `Commented on ${on}.`;
}

const MARKER = /^<!-- atlas-maintenance-gate [0-9a-f]{20} -->/;
const UNKNOWN = '0'.repeat(HASH_LENGTH);
const marker = (digits: string) => `<!-- atlas-maintenance-gate ${digits} -->`;

/** Invisible; hashes of the place and of the projects, so that no name in it can end the HTML comment. */
const markerOf = ({ place }: Run, projects: readonly string[] | undefined) =>
  marker(place + (projects === undefined ? UNKNOWN : hash([...projects].sort())));

/** The marker of the same place, whatever its projects. */
const placeIn = (text: string) => text.slice(0, marker('').length - ' -->'.length + HASH_LENGTH);

interface Found {
  readonly id: number;
  readonly marker: string;
}

/**
 * The comment that bears the marker. A gate that knows its projects takes over one that was written when they could
 * not be read; a gate that cannot read them takes the only one of its place, as it may well be its own.
 */
async function findComment(
  api: Api,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  own: string,
  known: boolean,
): Promise<Found | undefined> {
  const here = await commentsFrom(api, issue, placeIn(own));
  const exact = here.find(comment => comment.marker === own);
  if (exact !== undefined) return exact;
  const others = known ? here.filter(comment => comment.marker.includes(`${UNKNOWN} -->`)) : here;
  return others.length === 1 ? others[0] : undefined;
}

const PER_PAGE = 100;

/**
 * The comments that start with a marker of this place and that this token's owner wrote: anybody can see a marker and
 * post it. The tokens of jobs and apps write as bots, as nobody else can; of a person's token GitHub tells the person.
 */
async function commentsFrom(
  api: Api,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  place: string,
): Promise<Found[]> {
  const byBots: Found[] = [];
  const byPeople: (Found & { readonly author: number })[] = [];
  // By number, not by following links that an answer holds.
  for (let page = 1; ; page += 1) {
    const comments = listIn(await api.issues.listComments({ ...issue, per_page: PER_PAGE, page }));
    for (const { id, body, user } of comments) {
      const [marker] = MARKER.exec(body ?? '') ?? [];
      if (marker === undefined || !marker.startsWith(place) || user === null) continue;
      if (user.type === 'Bot') byBots.push({ id, marker });
      else byPeople.push({ id, marker, author: user.id });
    }
    if (comments.length < PER_PAGE) break;
  }
  if (byPeople.length === 0) return byBots;
  const me = await api.users
    .getAuthenticated()
    .then(answer => checked(answer).data.id)
    .catch(() => undefined);
  return [...byBots, ...byPeople.filter(({ author }) => author === me && me !== undefined)];
}
