/** GitHub's own description of its API, as the judge of what is sent to it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { GitHubRequest } from '../../sandbox/github.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: object;
}
interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: { readonly 'application/json': object } };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** Loads the description; the function it returns names what is wrong with a request, `[]` for nothing. */
export async function gitHubApi(): Promise<(request: GitHubRequest) => string[]> {
  const file = 'node_modules/@octokit/openapi/generated/api.github.com.json';
  const text = await readFile(join(import.meta.dirname, '../..', file), 'utf8');
  const description: Description = JSON.parse(text);
  // Keywords that OpenAPI adds to JSON Schema are none of this check's business.
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  // The package's types are those of CommonJS: the function stands under `default` only for the compiler.
  (formats as unknown as (to: Ajv) => void)(ajv);
  ajv.addSchema(description, 'github');
  const step = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
  const problems = (pointer: string, value: unknown) => {
    const validate = ajv.compile({ $ref: `github#${encodeURI(pointer)}` });
    return validate(value) ? [] : [`${pointer}: ${ajv.errorsText(validate.errors)}`];
  };

  return ({ method, path, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const template = Object.keys(description.paths).find(
      known =>
        method.toLowerCase() in (description.paths[known] ?? {}) &&
        new RegExp(`^${known.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname),
    );
    if (template === undefined) return [`GitHub knows no ${method} ${pathname}`];
    const operation = description.paths[template]?.[method.toLowerCase()];
    const here = `/paths/${step(template)}/${method.toLowerCase()}`;
    const query = (operation?.parameters ?? []).map(parameter =>
      '$ref' in parameter
        ? description.components.parameters[parameter.$ref.split('/').at(-1) ?? '']
        : parameter,
    );
    return [
      ...[...searchParams].flatMap(([name, value]) => {
        const parameter = query.find(known => known?.in === 'query' && known.name === name);
        if (parameter === undefined) return [`${pathname} takes no ${name}`];
        const validate = ajv.compile({ type: 'object', properties: { [name]: parameter.schema } });
        return validate({ [name]: value }) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`];
      }),
      ...(body === undefined
        ? operation?.requestBody
          ? [`${method} ${pathname} lacks a body`]
          : []
        : problems(`${here}/requestBody/content/application~1json/schema`, body)),
    ];
  };
}
