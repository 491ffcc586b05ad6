/** A step that is watched: whatever it meets, it leaks no secret, and nothing that it writes acts on a reader. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import { type Fault, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import { runStep, type Step, type StepResult } from '../../sandbox/step.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { line, NOON, stepOn } from './stage.ts';

export interface Watched extends StepResult {
  /** The requests of the step, as `line` writes them. */
  readonly sent: readonly string[];
  /** The sandbox after the step, which is closed. */
  readonly sandbox: Sandbox;
}

/** One step against a sandbox of its own, where these faults are switched on. */
export async function rehearse(
  faults: Fault | readonly Fault[] = [],
  inputs: Record<string, string> = {},
  options: SandboxOptions = {},
): Promise<Watched> {
  const sandbox = await startSandbox({ now: NOON, ...options });
  try {
    sandbox.faults.push(...[faults].flat());
    return await watched(sandbox, inputs);
  } finally {
    await sandbox.close();
  }
}

export async function watched(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  more: Omit<Step, 'with'> = {},
): Promise<Watched> {
  const step = stepOn(sandbox.url, inputs, more);
  const result = await runStep(step);
  const html = rendered(result.summary);
  expectNoSecret(result, html, [...new Set([...secretsOf(step), ...tokensIn(sandbox)])]);
  expectInert(result);
  expectInertMarkdown(result.summary, html);
  return { ...result, sent: sandbox.requests.map(line), sandbox };
}

/** What a step was given to keep to itself. */
function secretsOf({ with: inputs = {}, env = {} }: Step): string[] {
  const { privateKey, clientId, clientSecret, accessToken, githubToken } = inputs;
  return [
    privateKey,
    clientSecret,
    accessToken,
    githubToken,
    clientSecret && Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
    env.MONGODB_ATLAS_PRIVATE_API_KEY,
    env.MONGODB_ATLAS_CLIENT_SECRET,
    env.MONGODB_ATLAS_ACCESS_TOKEN,
    URL.parse(env.https_proxy ?? '')?.password,
  ].filter((secret): secret is string => secret !== undefined && secret !== '');
}

/** Tokens that the step was given by the sandbox, and signed with. */
const tokensIn = ({ requests }: Sandbox): string[] =>
  requests.flatMap(
    ({ headers: { authorization } }) => /^Bearer (.+)$/.exec(String(authorization))?.[1] ?? [],
  );

/** A runner takes these lines as commands and shows none of them. */
const withoutMasks = (log: string) => log.replaceAll(/^::add-mask::[^\n]*$/gm, '');

/** Shorter lines of a secret say nothing. */
const TELLING = 8;

function expectNoSecret(result: StepResult, html: string, secrets: readonly string[]): void {
  const log = withoutMasks(result.log);
  const unescaped = log.replaceAll(/%(0D|0A|3A|2C|25)/g, code => decodeURIComponent(code));
  const written = [
    log,
    unescaped,
    ...Object.values(result.outputs),
    result.summary,
    html.replaceAll(/<[^>]*>/g, ''),
  ].join('\n');
  const shown = secrets.filter(secret =>
    [secret, ...secret.split(/[\r\n]+/).filter(part => part.length >= TELLING)]
      .flatMap(part => [part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1), part.slice(0, 20)])
      .some(spelled => written.includes(spelled)),
  );
  expect(shown).toEqual([]);
}

/** As GitHub renders it, before what GitHub itself takes out. */
const rendered = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The commands that the action has a use for. */
const COMMAND =
  /^::(?:add-mask|debug|group|endgroup)::|^::(?:notice|warning|error) title=Atlas maintenance gate[^:]*::/;

/** What a summary is made of. */
const TAGS = new Set(
  'a blockquote br code details em h2 h3 hr li ol p pre strong sub summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);

function expectInert({ log, outputs }: StepResult): void {
  const commands = log.split('\n').filter(written => written.startsWith('::'));
  expect(commands.filter(command => !COMMAND.test(command))).toEqual([]);
  const shown = withoutMasks(log);
  expect(shown).not.toContain('##[');
  // Escape sequences, bells, carriage returns; what turns the direction of reading.
  expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);

  // The runner reads a line `name<<delimiter` as the start of an output: one of another name was injected.
  const known: readonly string[] = OUTPUTS;
  expect(Object.keys(outputs).filter(name => !known.includes(name))).toEqual([]);
}

/** No tag or link but ours, no comment, no mention, no reference. */
export function expectInertMarkdown(markdown: string, html = rendered(markdown)): void {
  const tags = [...html.matchAll(/<\/?([a-z]\w*)([^>]*)>/gi)].filter(
    ([, name = '', attributes = '']) => !TAGS.has(name.toLowerCase()) || /\bon\w+=|hostile/i.test(attributes),
  );
  expect(tags.map(([tag]) => tag)).toEqual([]);
  expect(html).not.toContain('<!--');
  // GitHub turns these into mentions, references and links after it has rendered the rest.
  const text = html.replaceAll(/<(a|code)\b.*?<\/\1>/gs, '').replaceAll(/&#8203;/g, '\u200b');
  expect(text).not.toMatch(/@\w|(?<![&\w])#\d|\bhttps?:\/\/|\bwww\./i);
}
