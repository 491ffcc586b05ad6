/** `action.yml` as data: what README's tables, the examples and the workflows are held against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const actionSchema = v.object({
  name: v.string(),
  description: v.string(),
  branding: v.object({ icon: v.string(), color: v.string() }),
  inputs: v.record(
    v.string(),
    v.object({ description: v.string(), default: v.optional(v.string()), required: v.optional(v.boolean()) }),
  ),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
  runs: v.object({ using: v.string(), main: v.string() }),
});

export type ActionFile = v.InferOutput<typeof actionSchema>;

/** @throws when a description is missing or a default is not a string (YAML's `false` is not `"false"`) */
export function readActionFile(path = join(import.meta.dirname, '../action.yml')): ActionFile {
  return v.parse(actionSchema, parse(readFileSync(path, 'utf8')));
}

const typeSchema = v.variant('type', [
  v.object({ type: v.picklist(['string', 'boolean', 'integer']) }),
  v.object({ type: v.literal('enum'), 'allowed-values': v.array(v.string()) }),
  v.object({
    type: v.literal('list'),
    separator: v.string(),
    'list-item': v.object({ type: v.literal('string') }),
  }),
]);
const typesSchema = v.strictObject({
  inputs: v.record(v.string(), typeSchema),
  outputs: v.record(v.string(), typeSchema),
});

export type ActionTypes = v.InferOutput<typeof typesSchema>;

/** `action-types.yml`: what `action.yml` cannot say of its inputs and outputs. */
export function readActionTypes(path = join(import.meta.dirname, '../action-types.yml')): ActionTypes {
  return v.parse(typesSchema, parse(readFileSync(path, 'utf8')));
}

/** How the documentation calls the action; a fork or a release puts its own owner here. */
export const placeholder = 'your-org/atlas-maintenance-gate@v1';

const stepSchema = v.object({
  uses: v.string(),
  id: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
});

/**
 * The inputs and outputs of this action that YAML texts name and that do not exist, each as a sentence.
 * The texts are read together, since a README shows one workflow in several pieces.
 * @throws when a text is not YAML
 */
export function unknownNames(texts: string[], action: ActionFile): string[] {
  const steps = texts.flatMap(text => stepsUsingThisAction(parse(text)));
  const ids = steps.flatMap(step => step.id ?? []);
  const inputs = steps
    .flatMap(step => Object.keys(step.with))
    .filter(name => !Object.hasOwn(action.inputs, name))
    .map(name => `input '${name}' does not exist`);
  const outputs = texts
    .flatMap(text => [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)])
    .filter(([, id = '', name = '']) => ids.includes(id) && !Object.hasOwn(action.outputs, name))
    .map(([, id, name]) => `output '${name}' of step '${id}' does not exist`);
  return [...inputs, ...outputs];
}

/** Every step, at any depth, that runs this action: by its placeholder name or from the working tree. */
export function stepsUsingThisAction(yaml: unknown): v.InferOutput<typeof stepSchema>[] {
  if (typeof yaml !== 'object' || yaml === null) return [];
  const below = Object.values(yaml).flatMap(stepsUsingThisAction);
  const isStep = v.is(stepSchema, yaml) && (yaml.uses === placeholder || yaml.uses === './');
  return isStep ? [v.parse(stepSchema, yaml), ...below] : below;
}
