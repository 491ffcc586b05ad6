/** The output `results` is what docs/results.schema.json promises, whatever the step did and however it ended. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import { projectId, projects } from '../../sandbox/server.ts';
import { stage } from './stage.ts';

const at = stage();

const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8'));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
// Under Node the package itself is the function, whatever its types say.
(formats as unknown as (to: Ajv2020) => void)(ajv);
const validate = ajv.compile(schema);
const promised = Object.keys(schema.items.properties);

const everyState = Object.values(projects).join('\n');

const steps: [string, Record<string, string>][] = [
  ['a look at a window', {}],
  ['a look at every state', { groupId: everyState }],
  ['a project that is not there', { groupId: projectId(7) }],
  ['a gate over every state', { operation: 'gate', groupId: everyState }],
  [
    'a gate that blocks on what is announced',
    { operation: 'gate', groupId: everyState, blockOn: 'scheduled' },
  ],
  ['a gate on standing hours', { operation: 'gate', deployWindow: 'daily 00:00-06:00' }],
  ['a gate that may pass', { operation: 'gate', groupId: projects.none, onUnknown: 'warn' }],
  [
    'an update',
    { operation: 'update', dayOfWeek: 'Monday', hourOfDay: '0', protectedHours: '9-17', waveAssignment: '2' },
  ],
  ['a deferral', { operation: 'defer', groupId: projects.scheduled }],
  ['a deferral that is refused', { operation: 'defer', groupId: projects.deferredTwice }],
  ['a toggle', { operation: 'autoDefer' }],
  ['a dry run', { operation: 'reset', dryRun: 'true' }],
  ['a look at a project by its name', { groupId: '', projectName: 'window' }],
  ['a reset', { operation: 'reset' }],
];

it.each(steps)('of %s', async (_title, inputs) => {
  const { outputs } = await at.step(inputs);
  const results: object[] = JSON.parse(outputs.results ?? '');
  expect(validate(results), ajv.errorsText(validate.errors)).toBe(true);
  expect(results.length).toBe((inputs.groupId ?? '').split('\n').length);
  // Nothing comes along that the schema does not tell of.
  for (const result of results) expect(Object.keys(result).toSorted()).toEqual(promised.toSorted());
});

it('of a step that never looked is an empty list', async () => {
  const { outputs } = await at.step({ operation: 'update', hourOfDay: '24' });
  expect(JSON.parse(outputs.results ?? '')).toEqual([]);
  expect(validate([])).toBe(true);
});

it('and what is promised to be there must be there', () => {
  expect(validate([{ groupId: projects.window }])).toBe(false);
  expect(validate([null])).toBe(false);
});
