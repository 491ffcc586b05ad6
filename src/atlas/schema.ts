import { custom, type GenericSchema, getDotPath, object, pipe, safeParse } from 'valibot';

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

/**
 * Reads a page of a list that was asked for by so many `entries` a page. The length comes first: looking at each entry of
 * a page that is longer than that may take for ever.
 */
export function parsePage<T>(
  page: GenericSchema<unknown, T>,
  most: number,
  entries: string,
  input: unknown,
): Parsed<T> {
  const results = custom<unknown[]>(
    value => Array.isArray(value) && value.length <= most,
    `a list of at most ${most} ${entries}`,
  );
  const length = parse(pipe(record, object({ results })), input);
  return 'problem' in length ? length : parse(page, input);
}
