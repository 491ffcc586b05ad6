/**
 * `npm run lint:workflows`: what other people's linters and the published schemas say of the workflows, the
 * examples, the action and the repository's own GitHub files. All of it works without a network.
 * A linter that this machine can neither find nor build is named and left out.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { findTool, howToGet, type ToolName } from './tools.ts';

const workflows = globSync(['.github/workflows/*.yml', 'examples/*.yml']).sort();
const actions = ['action.yml', ...globSync('.github/actions/*/action.yml')];
const shellcheck = findTool('shellcheck') ?? '';

const zizmorOptions = ['--offline', '--pedantic', '--quiet', '--config', '.github/zizmor.yml'];

const checks: [ToolName, ...string[]][] = [
  ['actionlint', '-shellcheck', shellcheck, '-pyflakes', '', ...workflows],
  ['zizmor', ...zizmorOptions, ...actions, '.github/dependabot.yml', ...workflows],
  ['check-jsonschema', '--builtin-schema', 'vendor.github-actions', ...actions],
  ['check-jsonschema', '--builtin-schema', 'vendor.github-workflows', ...workflows],
  ['check-jsonschema', '--builtin-schema', 'vendor.dependabot', '.github/dependabot.yml'],
  ['check-jsonschema', '--builtin-schema', 'vendor.github-issue-config', '.github/ISSUE_TEMPLATE/config.yml'],
  [
    'check-jsonschema',
    '--builtin-schema',
    'vendor.github-issue-forms',
    ...globSync('.github/ISSUE_TEMPLATE/*.yml').filter(file => !file.endsWith('config.yml')),
  ],
];
if (shellcheck) checks.push(['shellcheck', '.ci/run']);

let failed = false;
for (const [name, ...args] of checks) {
  const program = findTool(name);
  if (!program) {
    console.log(`- ${name}: left out. ${howToGet(name)}`);
    continue;
  }
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  const about = args.find(argument => argument.startsWith('vendor.')) ?? '';
  console.log(`${status === 0 ? '✓' : '✗'} ${name} ${about}`.trimEnd());
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
