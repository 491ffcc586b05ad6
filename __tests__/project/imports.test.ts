/** Who imports whom. Types count too: what a file must know to be read is what it depends on. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Know nothing of the others, and everybody may use them. */
const LEAVES = ['text', 'turns', 'nearest', 'node', 'complaint'];

/** The rooms of the action itself, but for the file that starts it. */
const ACTION = ['main', 'step', 'projects', 'github', 'report', 'inputs', 'operations', 'atlas', 'schedule'];

/**
 * From which rooms a room may import besides its own: only from those that stand below it here, so that no way leads
 * back up. `schedule` and `atlas` do not know each other, and what an operation does with both stands in `operations`.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // What these two share is in `sandbox`.
  __tests__: [...ACTION, 'sandbox'],
  scripts: [...ACTION, 'sandbox'],
  index: ['main', 'github', 'report'],
  main: ['github', 'report', 'step', 'projects', 'inputs', 'operations', 'atlas', 'schedule'],
  // Left: the deadline is nothing of Atlas's, and the environment nothing of the inputs'.
  github: ['report', 'inputs', 'atlas', 'schedule'],
  // Left: all but `schedule`. Operations are to tell what they did, so that the report needs to know none of them.
  report: ['step', 'inputs', 'operations', 'atlas', 'schedule'],
  step: ['projects', 'operations', 'inputs', 'atlas', 'schedule'],
  projects: ['atlas'],
  // Left: each operation is to have its own inputs.
  operations: ['atlas', 'schedule'],
  // Left: what a credential is, `atlas` says.
  inputs: ['atlas', 'schedule'],
  atlas: [],
  schedule: [],
  sandbox: [],
};

/** What each file imports, in the order of its lines; paths from the root. */
type Graph = ReadonlyMap<string, readonly string[]>;

/** `import`, `export … from` and `import()`, of files of this repository only. */
const IMPORT = /\b(?:from|import)\s*\(?\s*['"`](\.{1,2}\/[^'"`]+)['"`]/g;

const graphOf = (sources: Readonly<Record<string, string>>): Graph =>
  new Map(
    Object.entries(sources).map(([file, text]) => [
      file,
      [...text.matchAll(IMPORT)].map(([, path = '']) => join(dirname(file), path)),
    ]),
  );

/** The files of each circle, the first one again at the end. */
function circlesIn(graph: Graph): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const before = way.indexOf(file);
    if (before >= 0) circles.push([...way.slice(before), file].join(' → '));
    if (before >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

/** `src/atlas/client.ts` is in `atlas`, `src/text.ts` in `text`, `sandbox/server.ts` in `sandbox`. */
const roomOf = (file: string) => /^(?:src\/)?([^/.]+)/.exec(file)?.[1] ?? file;

/** Imports from a room that this one may not know, and files whose room nobody has thought of. */
const strayIn = (graph: Graph): string[] =>
  [...graph].flatMap(([file, imports]) => {
    const room = roomOf(file);
    const known = LEAVES.includes(room) ? [] : ROOMS[room] && [...ROOMS[room], ...LEAVES];
    if (known === undefined) return [`${file} is in no room of the table`];
    return imports
      .filter(path => roomOf(path) !== room && !known.includes(roomOf(path)))
      .map(path => `${file} imports ${path}`);
  });

describe('the files of this repository', () => {
  const files = globSync('{src,sandbox,scripts,__tests__}/**/*.ts').sort();
  const graph = graphOf(Object.fromEntries(files.map(file => [file, readFileSync(file, 'utf8')])));

  it('import each other without a circle', () => expect(circlesIn(graph)).toEqual([]));

  it('import only from the rooms that their own may know', () => expect(strayIn(graph)).toEqual([]));

  it('are all seen, with what they import', () => {
    // Tests and scripts hold sources as texts, too.
    const sources = [...graph].filter(([file]) => /^(?:src|sandbox)\//.test(file));
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(([, imports]) => imports).filter(path => !graph.has(path))).toEqual([]);
  });
});

describe('the table of rooms', () => {
  it('leads down only', () => {
    const order = Object.keys(ROOMS);
    const up = Object.entries(ROOMS).flatMap(([room, known]) =>
      known.filter(other => order.indexOf(other) <= order.indexOf(room)).map(other => `${room} → ${other}`),
    );
    expect(up).toEqual([]);
  });
});

describe('what is planted is found', () => {
  it.each([
    [
      'two files',
      { 'a.ts': "import { b } from './b.ts'", 'b.ts': "import type { A } from './a.ts'" },
      'a b a',
    ],
    [
      'the long way round',
      {
        'in.ts': "import './a.ts'",
        'a.ts': "export { b } from './b/c.ts'",
        'b/c.ts': "const { d } = await import('../d.ts')",
        'd.ts': "import {\n  type A,\n} from './a.ts'",
      },
      'a b/c d a',
    ],
    ['itself', { 'a.ts': "import { a } from './a.ts'" }, 'a a'],
  ])('a circle: %s', (_, sources, circle) => {
    const written = circle.split(' ').map(name => `${name}.ts`);
    expect(circlesIn(graphOf(sources))).toEqual([written.join(' → ')]);
  });

  it('and two ways to one file are not a circle', () => {
    const sources = {
      'a.ts': "import './b.ts';\nimport './c.ts'",
      'b.ts': "import './c.ts'",
      'c.ts': "import 'node:fs'",
    };
    expect(circlesIn(graphOf(sources))).toEqual([]);
  });

  it.each([
    ['src/schedule/judge.ts', '../atlas/window.ts', 'src/atlas/window.ts'],
    ['src/atlas/client.ts', '../schedule/units.ts', 'src/schedule/units.ts'],
    ['src/operations/get.ts', '../main.ts', 'src/main.ts'],
    ['src/report/words.ts', '../github/check.ts', 'src/github/check.ts'],
    ['src/text.ts', './report/markdown.ts', 'src/report/markdown.ts'],
    ['sandbox/server.ts', '../src/atlas/window.ts', 'src/atlas/window.ts'],
    ['src/main.ts', '../sandbox/server.ts', 'sandbox/server.ts'],
    ['scripts/bench.ts', '../__tests__/report/cases.ts', '__tests__/report/cases.ts'],
    ['__tests__/turns.test.ts', '../scripts/tools.ts', 'scripts/tools.ts'],
  ])('an import that leads up or aside: %s of %s', (file, path, found) => {
    expect(strayIn(graphOf({ [file]: `import type { One } from '${path}'` }))).toEqual([
      `${file} imports ${found}`,
    ]);
  });

  it('a new room', () => {
    expect(strayIn(graphOf({ 'src/words/told.ts': '' }))).toEqual([
      'src/words/told.ts is in no room of the table',
    ]);
  });
});
