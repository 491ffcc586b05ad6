/**
 * GitHub's own language service, as its editors run it, over the workflows, the actions, the examples and README: what
 * it would mark there, unknown inputs and outputs of this action included.
 */
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { type DescriptionDictionary, data, isDescriptionDictionary } from '@actions/expressions';
import type { ValidationConfig } from '@actions/languageservice';
import {
  type ActionMetadata,
  type ActionReference,
  parseActionReference,
} from '@actions/languageservice/action';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, stringify } from 'yaml';
import { placeholder } from '../../sandbox/actionFile.ts';
import { workflowOf, yamlBlocks } from '../../sandbox/stories.ts';
import type { Stranger } from './stranger.ts';

export const githubsParser: Stranger = {
  name: "GitHub's own parser",
  meet: async () => {
    const texts: [string, string][] = globSync([
      'action.yml',
      '.github/actions/*/action.yml',
      '.github/workflows/*.yml',
      'examples/*.yml',
    ])
      .sort()
      .map(file => [file, readFileSync(file, 'utf8')]);
    for (const [i, block] of yamlBlocks(readFileSync('README.md', 'utf8')).entries())
      texts.push([`README.md, YAML block ${i + 1}`, stringify(workflowOf(parse(block)))]);
    const { registerLogger, validate } = await load();
    const marks: string[] = [];
    // What it cannot look at it only logs, which would pass for nothing to mark.
    const gaveUp = (message: string) => marks.push(`GitHub's parser gave up: ${message}`);
    registerLogger({ error: gaveUp, warn: gaveUp, info: () => undefined, log: () => undefined });
    for (const [name, text] of texts)
      for (const { message, range } of await validate(asDocument(name, text), config))
        marks.push(`${name}:${range.start.line + 1}: ${message}`);
    if (marks.length > 0) throw new Error(marks.join('\n'));
    return `nothing to mark in ${texts.length} workflows, actions, examples and blocks of README`;
  },
};

/** It is made for bundlers: Node wants to be told that what it imports is JSON. */
async function load() {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
    },
  });
  return await import('@actions/languageservice');
}

/** Actions in this repository are looked up only by a name with an owner, so they get one. */
const [owner = '', rest = ''] = placeholder.split(/\/(.*)/);
const [repository = '', version = ''] = rest.split('@');

/** The text as its editor would hold it: with its place, which tells a workflow from an action. */
function asDocument(name: string, text: string): TextDocument {
  const uri = name.endsWith('action.yml') ? `file:///${name}` : `file:///.github/workflows/${name}.yml`;
  const named = text.replaceAll(/\buses: \.(\/\S*)/g, (_, path: string) =>
    path === '/' ? `uses: ${placeholder}` : `uses: ${owner}/${repository}${path}@${version}`,
  );
  return TextDocument.create(uri, 'yaml', 1, named);
}

const config: ValidationConfig = {
  actionsMetadataProvider: { fetchActionMetadata: async action => metadataOf(action) },
  contextProviderConfig: {
    getContext: async (name, context, { job }) => {
      if (name !== 'steps' || context === undefined) return undefined;
      for (const step of job?.steps ?? [])
        if ('uses' in step) declareOutputs(context, step.id, step.uses.value);
      return context;
    },
  },
};

/** Of an action of others only the name is known here: then it has whatever inputs and outputs it is given. */
function metadataOf(action: ActionReference): ActionMetadata {
  const isOurs = action.owner === owner && action.name === repository;
  if (!isOurs) return { name: action.name, description: '' };
  return parse(readFileSync(join(action.path ?? '.', 'action.yml'), 'utf8'));
}

/** In the context of `steps`: the outputs of a step that runs an action of this repository, and no others. */
function declareOutputs(steps: DescriptionDictionary, id: string, uses: string) {
  const action = parseActionReference(uses);
  const step = steps.get(id);
  const outputs = step && isDescriptionDictionary(step) ? step.get('outputs') : undefined;
  const declared = action && metadataOf(action).outputs;
  if (declared === undefined || outputs === undefined || !isDescriptionDictionary(outputs)) return;
  for (const name of Object.keys(declared)) outputs.add(name, new data.Null());
  outputs.complete = true;
}
