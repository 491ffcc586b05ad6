/** What has to be known even of inputs that cannot be used, since that failure has to be told, and told safely. */

import { plain } from '../text.ts';
import { type Environment, secretsOf, textsOf } from './environment.ts';
import { INPUTS, OPERATIONS } from './table.ts';

/** Every secret that the environment holds. */
export const secretsIn = (env: Environment): string[] => secretsOf(env, INPUTS);

/** Is this the step of a gate, for all that can be known? What cannot be read may be meant as one. */
export function mayBeGate(env: Environment): boolean {
  const operation = env.INPUT_OPERATION?.trim();
  return operation !== undefined && (operation === 'gate' || !OPERATIONS.some(known => known === operation));
}

/** What a gate tells GitHub and how, where that is asked for, or may be. */
export interface GitHubWish {
  readonly token: string;
  /** Context of the commit status; absent: none is published. */
  readonly commitStatusContext?: string;
  readonly commentOnPullRequest: 'never' | 'onOverlap' | 'always';
  /** What tells this gate from others at the same place; absent where that cannot be read. */
  readonly projects?: readonly string[];
}

/** Reads the inputs about GitHub apart from all others: inputs that cannot be used are a failure that GitHub shows, too. */
export function readGitHubInputs(env: Environment): GitHubWish | undefined {
  const { given, either } = textsOf(env, INPUTS);
  const when = given('commentOnPullRequest') || INPUTS.commentOnPullRequest.default;
  const commitStatus = !/^(?:false|False|FALSE)?$/.test(given('commitStatus'));
  if (!mayBeGate(env) || (!commitStatus && when === 'never')) return undefined;
  const projects = either('groupId')
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const legible = projects.length > 0 && projects.every(id => /^[a-f0-9]{24}$/.test(id));
  return {
    token: given('githubToken'),
    commentOnPullRequest: when === 'never' || when === 'always' ? when : 'onOverlap',
    ...(commitStatus
      ? {
          commitStatusContext: plain(given('commitStatusContext'), 255) || INPUTS.commitStatusContext.default,
        }
      : {}),
    ...(legible ? { projects: [...new Set(projects)].sort() } : {}),
  };
}
