/** What the workflows of `examples/` and README are tried with, and what must come of it. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { stepsUsingThisAction } from './actionFile.ts';
import type { GitHub, Issue } from './github.ts';
import type { Inbox } from './inbox.ts';
import type { playAhead } from './playing.ts';
import { organization, projectId, type Sandbox } from './server.ts';

/** Who the workflow talks to. */
export interface World {
  sandbox: Sandbox;
  github: GitHub;
  /** Where the webhook of a chat leads. */
  inbox: Inbox;
}

/** The commit that a pull request proposes; what a runner checks out is a merge commit. */
export const headSha = '5a9db0c55a9db0c55a9db0c55a9db0c55a9db0c5';

/** Where the workflow stands. */
export const repositoryName = 'your-org/your-repository';

export interface Story {
  /** A file: an example, or where the workflow is shown. */
  file: string;
  title: string;
  /** The workflow itself, where it is not the file. */
  workflow?: string;
  /** Files of this repository that it calls. */
  beside?: string[];
  /** Inputs of a workflow that somebody starts. */
  inputs?: Record<string, string>;
  /** The event that starts the workflow. */
  event: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch';
  /** Sets the world; returns the variables of the repository. */
  given: (world: World) => Record<string, string>;
  /** What happens while the workflow waits, by the minutes that have passed then: they pass in no time. */
  during?: (world: World) => Parameters<typeof playAhead>[1];
  succeeds: boolean;
  says?: string[];
  neverSays?: string[];
  /** What is wrong with the world afterwards. */
  after?: (world: World) => string[];
}

const project = projectId(0);
const production = { environment: 'production' };
const DAY = 24 * 60 * 60_000;

/** A weekly start that is three days away, whenever this runs. */
function farFromNow() {
  return { dayOfWeek: new Date(Date.now() + 3 * DAY).getUTCDay() + 1, hourOfDay: 12 };
}

/** The project, with maintenance that runs. */
function maintained({ sandbox }: World): Record<string, string> {
  sandbox.setup(project, { runningForHours: 2 });
  return { ATLAS_PROJECT_ID: project };
}

/** The project, with no maintenance near. */
function undisturbed({ sandbox }: World): Record<string, string> {
  sandbox.setup(project, farFromNow());
  return { ATLAS_PROJECT_ID: project };
}

/** A weekly start tomorrow or so, near enough that Atlas would have announced what comes. */
function inOneDay() {
  const then = new Date(Date.now() + DAY);
  return { dayOfWeek: then.getUTCDay() + 1, hourOfDay: then.getUTCHours() };
}

const exampleStories: Story[] = [
  {
    file: 'examples/gate-deploy.yml',
    title: 'deploys when nothing overlaps',
    event: 'push',
    given: undisturbed,
    succeeds: true,
    says: ['Your deploy goes here.'],
    neverSays: ['is clear from'],
  },
  {
    file: 'examples/gate-deploy.yml',
    title: 'does not deploy into maintenance, and says when to try again',
    event: 'push',
    given: maintained,
    succeeds: false,
    says: ['A deploy of 45 minutes is clear from'],
    neverSays: ['Your deploy goes here.'],
  },
  {
    file: 'examples/defer-before-release.yml',
    title: 'moves announced maintenance off the next release',
    event: 'schedule',
    given: ({ sandbox }) => {
      const { maintenance } = sandbox.setup(project, { scheduledInHours: 60 });
      const release = new Date(maintenance?.start ?? 0).toISOString().slice(0, 16);
      return { ATLAS_PROJECT_ID: project, RELEASE_PLAN: `2020-01-01T21:00\n2099-01-01T21:00\n${release}` };
    },
    succeeds: true,
    after: deferred(1),
  },
  {
    file: 'examples/defer-before-release.yml',
    title: 'leaves maintenance alone that no release meets',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { scheduledInHours: 60 });
      return { ATLAS_PROJECT_ID: project, RELEASE_PLAN: '2020-01-01T21:00\n2099-01-01T21:00' };
    },
    succeeds: true,
    after: deferred(0),
  },
  {
    file: 'examples/defer-before-release.yml',
    title: 'moves it off the second of two releases that are close to each other',
    event: 'schedule',
    given: ({ sandbox }) => {
      const { maintenance } = sandbox.setup(project, { scheduledInHours: 60 });
      const at = (hours: number) =>
        new Date((maintenance?.start ?? 0) + hours * 3_600_000).toISOString().slice(0, 16);
      return { ATLAS_PROJECT_ID: project, RELEASE_PLAN: `# spring\n${at(-3)} # 4.1\n${at(1)} # 4.2` };
    },
    succeeds: true,
    after: deferred(1),
  },
  {
    file: 'examples/defer-before-release.yml',
    title: 'does not take a plan that is not set for "whatever is scheduled"',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { scheduledInHours: 60 });
      return { ATLAS_PROJECT_ID: project };
    },
    succeeds: false,
    says: ['deployStart is empty'],
  },
  {
    file: 'examples/wait.yml',
    title: 'deploys when the maintenance is over',
    event: 'push',
    given: maintained,
    during: ({ sandbox }) => [[11.5, () => sandbox.administer(project, 'complete')]],
    succeeds: true,
    says: ['Waiting for 1h at most', 'The gate waited 12m.', 'Your deploy goes here.'],
  },
  {
    file: 'examples/override.yml',
    title: 'lets an emergency pass, and says who and why',
    event: 'workflow_dispatch',
    inputs: { override: 'Checkout is down' },
    given: maintained,
    succeeds: true,
    says: ['Overridden by', 'Checkout is down', 'Your deploy goes here.'],
  },
  {
    file: 'examples/override.yml',
    title: 'respects the gate where no reason is given',
    event: 'workflow_dispatch',
    given: maintained,
    succeeds: false,
    neverSays: ['Your deploy goes here.'],
  },
  ...[true, false].map(
    (succeeds): Story => ({
      file: '.github/workflows/gate.yml',
      title: succeeds ? 'lets the workflow that calls it go on' : 'stops the workflow that calls it',
      workflow: readFileSync('sandbox/caller.yml', 'utf8'),
      beside: ['.github/workflows/gate.yml'],
      event: 'push',
      given: succeeds ? undisturbed : maintained,
      succeeds,
      [succeeds ? 'says' : 'neverSays']: ['Deploying after pass'],
    }),
  ),
  {
    file: 'examples/nightly-deploy-window.yml',
    title: 'passes when deploys and maintenance keep apart',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { dayOfWeek: 1, hourOfDay: 2 });
      sandbox.setup(projectId(1), { dayOfWeek: 6, hourOfDay: 20, timeZoneId: 'America/New_York' });
      return { ATLAS_PROJECT_IDS: `${project}, ${projectId(1)}` };
    },
    succeeds: true,
  },
  {
    file: 'examples/nightly-deploy-window.yml',
    title: 'fails when one project is maintained in deploy hours',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { dayOfWeek: 1, hourOfDay: 2 });
      sandbox.setup(projectId(1), { dayOfWeek: 3, hourOfDay: 8, timeZoneId: 'Europe/London' });
      return { ATLAS_PROJECT_IDS: `${project}, ${projectId(1)}` };
    },
    succeeds: false,
    says: [projectId(1)],
  },
  {
    file: 'examples/fleet.yml',
    title: 'judges all projects with a tag, and no other',
    event: 'workflow_dispatch',
    given: ({ sandbox }) => {
      sandbox.setup(project, { ...farFromNow(), name: 'shop', tags: production });
      sandbox.setup(projectId(1), { ...farFromNow(), name: 'search', tags: production });
      sandbox.setup(projectId(2), { runningForHours: 1, name: 'trial' });
      return { ATLAS_ORG_ID: organization };
    },
    succeeds: true,
    says: [
      '2 projects were found: "shop" and "search".',
      'none of the 2 projects has maintenance in the way',
    ],
  },
  {
    file: 'examples/fleet.yml',
    title: 'names the project that is being maintained',
    event: 'workflow_dispatch',
    given: ({ sandbox }) => {
      sandbox.setup(project, { ...farFromNow(), name: 'shop', tags: production });
      sandbox.setup(projectId(1), { runningForHours: 1, name: 'search', tags: production });
      return { ATLAS_ORG_ID: organization };
    },
    succeeds: false,
    says: ['1 of 2 projects blocks the deploy', '- search: Blocked'],
  },
  {
    file: 'examples/fleet-matrix.yml',
    title: 'judges 260 projects in three parts and gathers one table, longer than a variable can be',
    event: 'workflow_dispatch',
    given: ({ sandbox }) => {
      const regions = ['europe', 'europe', 'europe', 'europe', 'america', 'asia'];
      for (let index = 0; index < 260; index += 1)
        sandbox.setup(projectId(index), {
          ...farFromNow(),
          name: `shop-${index}`,
          tags: { ...production, region: regions[index % regions.length] ?? '' },
        });
      sandbox.setup(project, { runningForHours: 1 });
      return { ATLAS_ORG_ID: organization };
    },
    succeeds: false,
    says: ['260 projects, 1 blocked', '| shop-0 | fail |', '| shop-259 | pass |'],
  },
  {
    file: 'examples/required-status-check.yml',
    title: 'publishes a red status and a comment on a pull request that meets maintenance',
    event: 'pull_request',
    given: maintained,
    succeeds: false,
    after: ({ github }) => [
      ...published(github, 'failure'),
      ...(github.comments.length === 1 ? [] : [`there are ${github.comments.length} comments`]),
    ],
  },
  {
    file: 'examples/required-status-check.yml',
    title: 'publishes a green status when nothing overlaps',
    event: 'pull_request',
    given: undisturbed,
    succeeds: true,
    after: ({ github }) => published(github, 'success'),
  },
  {
    file: 'examples/environment.yml',
    title: 'judges behind the approval, and deploys when nothing overlaps',
    event: 'push',
    given: undisturbed,
    succeeds: true,
    says: ['Your deploy goes here.'],
  },
  {
    file: 'examples/environment.yml',
    title: 'does not deploy into maintenance, though it was approved',
    event: 'push',
    given: maintained,
    succeeds: false,
    neverSays: ['Your deploy goes here.'],
  },
  {
    file: 'examples/chat-message.yml',
    title: 'tells Slack that maintenance runs, and that it fails no run',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { runningForHours: 2 });
      return { ATLAS_PROJECT_ID: project, CHAT: 'slack' };
    },
    succeeds: true,
    after: ({ inbox }) =>
      told(inbox, /^\[\{"text":".*running.* <http\S+\/actions\/runs\/\d+\|View the run>"\}\]$/),
  },
  {
    file: 'examples/chat-message.yml',
    title: 'tells Teams that the project has no window',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, {});
      return { ATLAS_PROJECT_ID: project, CHAT: 'teams' };
    },
    succeeds: true,
    after: ({ inbox }) => told(inbox, /^\[\{"type":"message",.*"wrap":true,"text":"[^"]*window/),
  },
  {
    file: 'examples/chat-message.yml',
    title: 'keeps quiet on a quiet day',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, inOneDay());
      return { ATLAS_PROJECT_ID: project, CHAT: 'slack' };
    },
    succeeds: true,
    after: ({ inbox }) => told(inbox, /^\[\]$/),
  },
  {
    file: 'examples/nightly-issue.yml',
    title: 'opens an issue when deploys and maintenance meet',
    event: 'schedule',
    given: ({ sandbox }) => {
      sandbox.setup(project, { dayOfWeek: 3, hourOfDay: 8, timeZoneId: 'Europe/London' });
      return { ATLAS_PROJECT_IDS: project };
    },
    succeeds: false,
    after: ({ github }) => issues(github, 'open', /maintenance/),
  },
  {
    file: 'examples/nightly-issue.yml',
    title: 'brings the open issue up to date instead of opening a second one',
    event: 'schedule',
    given: ({ sandbox, github }) => {
      sandbox.setup(project, { dayOfWeek: 3, hourOfDay: 8, timeZoneId: 'Europe/London' });
      github.issues.push(ofLastNight());
      return { ATLAS_PROJECT_IDS: project };
    },
    succeeds: false,
    after: ({ github }) => issues(github, 'open', /maintenance/),
  },
  {
    file: 'examples/nightly-issue.yml',
    title: 'closes the issue when they are apart again',
    event: 'schedule',
    given: ({ sandbox, github }) => {
      sandbox.setup(project, { dayOfWeek: 1, hourOfDay: 2 });
      github.issues.push(ofLastNight());
      return { ATLAS_PROJECT_IDS: project };
    },
    succeeds: true,
    after: ({ github }) => issues(github, 'closed', /^What the last night found$/),
  },
];

/** Each YAML block of README that uses this action, with nothing in its way: it must succeed. */
function readmeStories(): Story[] {
  return yamlBlocks(readFileSync('README.md', 'utf8')).flatMap((block, index) => {
    const content: unknown = parse(block);
    if (stepsUsingThisAction(content).length === 0) return [];
    return {
      file: 'README.md',
      title: `YAML block ${index + 1}`,
      workflow: stringify(workflowOf(content)),
      event: 'push' as const,
      given: ({ sandbox }: World) => {
        const [, name = 'my-project'] = /projectName: (\S+)/.exec(block) ?? [];
        for (const id of [project, ...(block.match(/\b[0-9a-f]{24}\b/g) ?? [])])
          sandbox.setup(id, { ...farFromNow(), name, tags: production });
        const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
        return { ATLAS_PROJECT_ID: project, ATLAS_ORG_ID: organization, RELEASE_START: inAnHour };
      },
      succeeds: true,
    };
  });
}

export const stories: Story[] = [...exampleStories, ...readmeStories()];

/** The YAML blocks of a Markdown text, without the indentation of a list that they stand in. */
export function yamlBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The workflow that a piece of YAML is, or that it is shown as a part of: the steps of a job, or a job with steps. */
export function workflowOf(content: unknown): unknown {
  const ofJob = Array.isArray(content) ? { steps: content } : content;
  return isJob(ofJob) ? { on: 'push', jobs: { steps: { 'runs-on': 'ubuntu-latest', ...ofJob } } } : content;
}

/** Has it steps of its own? A whole workflow has them below its jobs. */
function isJob(yaml: unknown): yaml is { steps: unknown } {
  return typeof yaml === 'object' && yaml !== null && 'steps' in yaml;
}

/** What arrived in a chat, as JSON. */
/** How often the maintenance of the project has to have been deferred. */
function deferred(times: number): NonNullable<Story['after']> {
  return ({ sandbox }) => {
    const deferrals = sandbox.project(project)?.maintenance?.numberOfDeferrals;
    return deferrals === times ? [] : [`maintenance was deferred ${deferrals} times`];
  };
}

function told({ messages }: Inbox, wanted: RegExp): string[] {
  const text = JSON.stringify(messages);
  return wanted.test(text) ? [] : [`the chat got ${text} instead of ${wanted}`];
}

function ofLastNight(): Issue {
  return {
    repository: repositoryName,
    number: 1,
    title: 'Atlas maintenance',
    body: 'What the last night found',
    labels: ['atlas-maintenance'],
    state: 'open',
  };
}

/** One issue is there, in this state, with such a body. */
function issues(github: GitHub, state: string, body: RegExp): string[] {
  const [issue, ...more] = github.issues;
  const isRight = more.length === 0 && issue?.state === state && body.test(issue.body);
  return isRight ? [] : [`the issues are ${JSON.stringify(github.issues)}`];
}

/** A gate says first that it looks, so that no older success stands meanwhile. */
function published(github: GitHub, state: string): string[] {
  const wanted = ['pending', state].map(each => `${headSha} atlas/maintenance-window ${each}`).join();
  const statuses = github.statuses.map(status => `${status.sha} ${status.context} ${status.state}`).join();
  return statuses === wanted ? [] : [`the statuses are "${statuses}" instead of "${wanted}"`];
}
