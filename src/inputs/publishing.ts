/** What a gate tells GitHub. */

import { called } from '../nearest.ts';
import { plain } from '../text.ts';
import { COMMON } from './common.ts';
import { type Environment, input, textsOf, type ValuesOf } from './environment.ts';
import { asWritten, boolean, oneOf } from './kinds.ts';
import { keyOfProjects } from './projects.ts';
import type { Reader } from './reader.ts';

const COMMENTS = ['never', 'onOverlap', 'always'] as const;

export const PUBLISHING = {
  githubToken: COMMON.githubToken,
  commitStatus: input(boolean, 'false'),
  commitStatusContext: input(asWritten, 'atlas/maintenance-window'),
  commentOnPullRequest: input(oneOf(...COMMENTS), 'never'),
};

/** Reads these inputs for their problems alone: `readPublishing` bears with mistakes. */
export function checkPublishing({ read, given, problems }: Reader<ValuesOf<typeof PUBLISHING>>): void {
  const commitStatus = read('commitStatus') === true;
  const comment = read('commentOnPullRequest') ?? 'never';
  if ((commitStatus || comment !== 'never') && given('githubToken') === '')
    problems.push(
      'githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job.',
    );
  if (commitStatus) read('commitStatusContext');
}

/** Reads what concerns GitHub apart from all else: GitHub shows a failure for inputs that cannot be used as well. */
export function readPublishing(env: Environment) {
  const texts = textsOf(env, { ...COMMON, ...PUBLISHING });
  const { given } = texts;
  const when = given('commentOnPullRequest') || PUBLISHING.commentOnPullRequest.default;
  const comment = called(when, COMMENTS) ?? 'onOverlap';
  const commitStatus = !/^(?:false|False|FALSE)?$/.test(given('commitStatus'));
  if (!commitStatus && comment === 'never') return undefined;
  const projects = keyOfProjects(texts);
  return {
    token: given('githubToken'),
    commentOnPullRequest: comment,
    ...(commitStatus
      ? {
          commitStatusContext:
            plain(given('commitStatusContext'), 255) || PUBLISHING.commitStatusContext.default,
        }
      : {}),
    ...(projects === undefined ? {} : { projects }),
  };
}
