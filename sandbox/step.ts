/**
 * A step as a workflow runner runs it: inputs and their defaults as `INPUT_*`, files for outputs and summary,
 * the committed bundle as a child process.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');

export interface Step {
  /** The `with` of the step. */
  readonly with?: Readonly<Record<string, string>>;
  /** The `env` of the step; `undefined` takes a variable of the runner away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called once with the child, for a test that sends it a signal. */
  readonly started?: (child: {
    kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): boolean;
    stdout: Readable;
  }) => void;
  /** Another entry than the committed bundle. */
  readonly main?: string;
  readonly cwd?: string;
  /** Another Node than this one. */
  readonly node?: string;
}

export interface StepResult {
  readonly exitCode: number;
  /** Standard output and error together, in the order of their arrival. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Defaults of the inputs as a runner takes them from `action.yml`; expressions are not evaluated. */
const defaults = readFile(join(root, 'action.yml'), 'utf8').then(text => {
  const { inputs }: { inputs: Record<string, { default?: string }> } = parse(text);
  return Object.entries(inputs).map(([name, input]): [string, string] => {
    const value = input.default ?? '';
    return [name, value.includes('${{') ? '' : value];
  });
});

const inputVariable = (name: string) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

/** What a runner sets for a step, beside the variables of its own. */
export async function environmentOf(step: Step, runners: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
  const env: NodeJS.ProcessEnv = { GITHUB_ACTIONS: 'true', ...runners };
  for (const [name, value] of [...(await defaults), ...Object.entries(step.with ?? {})])
    env[inputVariable(name)] = value;
  for (const [name, value] of Object.entries(step.env ?? {}))
    if (value === undefined) delete env[name];
    else env[name] = value;
  return env;
}

export async function runStep(step: Step): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'step-'));
  try {
    const outputFile = join(folder, 'output');
    const summaryFile = join(folder, 'summary');
    await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
    const env = await environmentOf(step, {
      PATH: process.env.PATH,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
    });

    const { exitCode, log } = await new Promise<Pick<StepResult, 'exitCode' | 'log'>>((resolve, reject) => {
      const child = spawn(step.node ?? process.execPath, [step.main ?? join(root, 'dist/index.js')], {
        env,
        cwd: step.cwd ?? folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (code === null) reject(new Error(`The step was ended by ${signal}:\n${text}`));
        else resolve({ exitCode: code, log: text });
      });
      step.started?.(child);
    });
    return {
      exitCode,
      log,
      outputs: parseOutputs(await readFile(outputFile, 'utf8').catch(() => '')),
      summary: await readFile(summaryFile, 'utf8').catch(() => ''),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file format of GITHUB_OUTPUT: `name<<delimiter`, the value's lines, the delimiter. */
export function parseOutputs(file: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = file.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Output ${name} has no end`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
