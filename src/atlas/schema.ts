import { custom, type GenericSchema, getDotPath, safeParse } from 'valibot';

/** A JSON object; valibot's `object` alone would take `[]` for `{}`. */
export const record = custom<Record<string, unknown>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'a JSON object',
);

export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/**
 * Reads a value that Atlas sent. A schema's message is what the value should be: `an hour from 0 to 23`.
 * The problem quotes what the server sent, so it has to be made safe before it is shown.
 */
export function parse<T>(schema: GenericSchema<unknown, T>, input: unknown): Parsed<T> {
  const result = safeParse(schema, input, { abortEarly: true });
  if (result.success) return { value: result.output };
  const [issue] = result.issues;
  const where = getDotPath(issue) ?? 'it';
  return {
    problem:
      issue.input === undefined
        ? `${where} is missing`
        : `${where} is ${issue.received}, not ${issue.message}`,
  };
}
