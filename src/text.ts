/**
 * One safe line out of text that somebody else wrote (a server, a workflow author): no control or
 * direction-changing character, no line break, nothing that a runner would take for a command.
 *
 * Runners act on `::command::` at the start of a line and on the older `##[command]` anywhere in it.
 *
 * @param max longest result, in UTF-16 units; what is cut is shown as `…`
 */
export function plain(text: string, max = 300): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replaceAll('##[', '# #[')
    .replace(/:(?=:)/g, ': ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** `"text"`, safe to stand in a sentence: what a user or a server sent, shown back. */
export const quoted = (text: string, max = 80): string => `"${plain(text, max)}"`;

/** Shorter lines of a multi-line secret (a brace, a marker's end) say nothing and would hide innocent text. */
const MIN_LINE = 8;

/** A secret and each longer line of it, since logs are written, and masked, line by line. */
export const secretParts = (secret: string): string[] =>
  [secret, ...secret.split(/[\r\n]+/).filter(line => line.length >= MIN_LINE)].filter(part => part !== '');

/** A secret as it is, as a query or a form writes it, and as JSON does: a server may play back any of them. */
const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret.toWellFormed()),
  JSON.stringify(secret).slice(1, -1),
];

/** A function that puts `***` in place of every secret, longest first, so that none hides in another. */
export function redactor(secrets: Iterable<string>): (text: string) => string {
  const known = [...new Set([...secrets].flatMap(secretParts).flatMap(spellings))].sort(
    (a, b) => b.length - a.length,
  );
  return text => known.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[], word = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

/** Cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : undefined).replace(/[\s.,;:([]+$|[\ud800-\udbff]$/, '')}…`;
}
