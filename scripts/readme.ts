/**
 * `npm run readme`: writes what is made from action.yml and action-types.yml: the tables of README.md, and
 * docs/results.schema.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ActionFile, type ActionTypes, readActionFile, readActionTypes } from '../sandbox/actionFile.ts';

/**
 * The text with its marked blocks (`<!-- inputs:start -->` ... `<!-- inputs:end -->`, and the same for
 * outputs) filled from the action; every other character stays.
 * @throws when a marker is missing
 */
function withTables(readme: string, action: ActionFile): string {
  const inputs = Object.entries(action.inputs).map(([name, { default: value, description }]) => [
    code(name),
    value === undefined ? '' : code(value),
    description,
  ]);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]);
  const filled = withBlock(readme, 'inputs', table(['Input', 'Default', 'Meaning'], inputs));
  return withBlock(filled, 'outputs', table(['Output', 'Meaning'], outputs));
}

function withBlock(text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md: ${start} ... ${end} is missing.`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A JSON schema of the output `results`: the other outputs of each project, `null` where they do not apply. */
function resultsSchema(action: ActionFile, types: ActionTypes): object {
  const shared = Object.entries(action.outputs)
    .filter(([name]) => name !== 'results')
    .map(([name, { description }]) => {
      const type = types.outputs[name];
      if (type === undefined) throw new Error(`action-types.yml: the output ${name} is missing.`);
      return [name, { description, ...(inResults[name] ?? orNull(type)) }] as const;
    });
  const { groupId, ...others } = Object.fromEntries(shared);
  const properties = { groupId, name: nameInResults, ...others, error: errorInResults };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Atlas maintenance gate: the output results',
    description: RESULTS,
    type: 'array',
    items: { type: 'object', required: Object.keys(properties), properties },
  };
}

/** As the type of an output says, for most. */
function orNull(type: ActionTypes['outputs'][string]): object {
  return 'allowed-values' in type
    ? { enum: [...type['allowed-values'], null] }
    : { type: [type.type, 'null'] };
}

const instant = { type: ['string', 'null'], format: 'date-time' };

/** Where more is known than the type of the output. */
const inResults: Record<string, object> = {
  groupId: { type: 'string' },
  dayOfWeek: { type: ['integer', 'null'], minimum: 1, maximum: 7 },
  hourOfDay: { type: ['integer', 'null'], minimum: 0, maximum: 23 },
  window: { type: ['object', 'null'] },
  changed: { type: 'boolean' },
  deferred: { type: 'boolean' },
  nextStart: instant,
  nextEnd: instant,
  scheduledStart: instant,
  clearAt: instant,
  message: { type: 'string' },
};

const RESULTS =
  'One object a project. Where all of them would be longer than GitHub takes, the last one stands for those that are left out: its groupId is empty, its error has the code RESULTS_CUT, and it tells what holds for several: the worst verdict, any change, deferral or overlap.';

/** What is no output by itself. */
const nameInResults = {
  description: 'Name of the project; `null` where it was given by its id.',
  type: ['string', 'null'],
};
const errorInResults = {
  description: 'Why this project failed, if it did.',
  type: ['object', 'null'],
  required: ['code', 'message'],
  properties: { code: { type: 'string' }, message: { type: 'string' } },
};

const action = readActionFile();
writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), action));
writeFileSync(
  'docs/results.schema.json',
  `${JSON.stringify(resultsSchema(action, readActionTypes()), undefined, 2)}\n`,
);
