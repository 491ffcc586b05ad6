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

/** A secret and each longer line of it, since logs are written, and masked, line by line. What is blank hides nothing. */
export const secretParts = (secret: string): string[] =>
  [secret, ...secret.split(/[\r\n]+/).filter(line => line.length >= MIN_LINE)].filter(part => !isBlank(part));

/** Nothing that anybody could see: spaces, line breaks, control and zero-width characters, or none at all. */
export const isBlank = (text: string): boolean =>
  !/[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/**
 * A function that puts `***` in place of every secret, however it is spelled: whoever plays it back may have put it
 * into a URL, a form, JSON, HTML, or into several of them, one around the other. So secrets are looked for in the
 * text as it is and in all that it can be decoded to; also as `plain` leaves them, cleaned and cut.
 */
export function redactor(secrets: Iterable<string>): (text: string) => string {
  const known = new Set(
    [...secrets]
      .flatMap(secretParts)
      .flatMap(part => [part, part.toWellFormed(), plain(part, Number.POSITIVE_INFINITY)])
      .filter(part => !isBlank(part)),
  );
  if (known.size === 0) return text => text;
  return text => {
    return blotted(
      text,
      readings(text).flatMap(reading => inOriginal(occurrences(reading.text, known), reading)),
    );
  };
}

/** From a character on, up to and not including another, in UTF-16 units. */
type Span = readonly [start: number, end: number];

/** A text, and what it was decoded from; nothing, for the original. */
interface Reading {
  readonly text: string;
  readonly decoded?: { readonly from: Reading; readonly encoding: Encoding };
}

/** A spelling, and what it stands for. */
interface Change {
  readonly before: Span;
  readonly after: Span;
}

/**
 * Enough for any three encodings around each other, in whatever order. Each reading costs a walk through the text, so
 * there must be an end.
 */
const MAX_READINGS = 64;

/** A text and all that it can be decoded to, nearest first. */
function readings(text: string): Reading[] {
  const found: Reading[] = [{ text }];
  const texts = new Set([text]);
  for (const from of found)
    for (const encoding of ENCODINGS) {
      const text = decode(from.text, encoding);
      if (texts.has(text)) continue;
      if (found.length === MAX_READINGS) return found;
      texts.add(text);
      found.push({ text, decoded: { from, encoding } });
    }
  return found;
}

interface Encoding {
  readonly spelled: RegExp;
  /** `undefined`: it only looked like a spelling. */
  meaning(spelled: string): string | undefined;
}

/** A character in UTF-8; a byte that is not part of one stands for itself. */
const PERCENT =
  /%[cdCD]H%[89abAB]H|%[eE]H(?:%[89abAB]H){2}|%[fF][0-7](?:%[89abAB]H){3}|%HH|%uHHHH/.source.replaceAll(
    'H',
    '[\\da-fA-F]',
  );

function meaningInUrl(spelled: string): string {
  if (spelled.startsWith('%u')) return String.fromCharCode(Number.parseInt(spelled.slice(2), 16));
  const bytes = Buffer.from(spelled.replaceAll('%', ''), 'hex');
  const text = bytes.toString();
  return bytes.length === 1 && text === '\ufffd' ? bytes.toString('latin1') : text;
}

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** How URLs and forms, JSON and scripts, HTML and our own summary spell what they cannot write as it is. */
const ENCODINGS: readonly Encoding[] = [
  { spelled: new RegExp(PERCENT, 'g'), meaning: meaningInUrl },
  {
    spelled: new RegExp(`${PERCENT}|\\+`, 'g'),
    meaning: spelled => (spelled === '+' ? ' ' : meaningInUrl(spelled)),
  },
  {
    spelled: /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bfnrt]|[^\da-zA-Z])/g,
    meaning: spelled =>
      /^\\[ux]/.test(spelled)
        ? String.fromCharCode(Number.parseInt(spelled.slice(2), 16))
        : (LETTERS[spelled.slice(1)] ?? spelled.slice(1)),
  },
  { spelled: /&#\d{1,9};?|&#[xX][\da-fA-F]{1,9};?|&[a-zA-Z]{2,8};|<br>|<\/?code>/g, meaning: meaningInHtml },
];

/** What HTML calls the signs of ASCII; capitals are few and mean the same. */
const NAMES = new Map([
  ...[
    ...'! excl " quot # num $ dollar % percnt & amp \' apos ( lpar ) rpar * ast * midast + plus , comma . period / sol : colon ; semi < lt = equals > gt ? quest @ commat [ lsqb [ lbrack \\ bsol ] rsqb ] rbrack ^ hat _ lowbar _ underbar ` grave { lcub { lbrace | verbar | vert } rcub } rbrace'.matchAll(
      /(\S) (\S+)/g,
    ),
  ].map(([, sign = '', name = '']): [string, string] => [name, sign]),
  ['tab', '\t'],
  ['newline', '\n'],
  ['nbsp', ' '],
]);

function meaningInHtml(spelled: string): string | undefined {
  if (spelled === '<br>') return '\n';
  // Our own summary shows as code what stands between two of these.
  if (spelled.endsWith('code>')) return '`';
  const [, hex, decimal] = /^&#(?:[xX](\w+)|(\d+))/.exec(spelled) ?? [];
  if (hex === undefined && decimal === undefined) return NAMES.get(spelled.slice(1, -1).toLowerCase());
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // The summary puts a space of no width where GitHub would see a name or a link.
  if (code === 0x200b) return '';
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decode(text: string, { spelled, meaning }: Encoding, changes?: Change[]): string {
  let shift = 0;
  return text.replace(spelled, (spelling: string, at: number) => {
    const meant = meaning(spelling) ?? spelling;
    const start = at + shift;
    changes?.push({ before: [at, at + spelling.length], after: [start, start + meant.length] });
    shift += meant.length - spelling.length;
    return meant;
  });
}

/**
 * Where stretches of a reading are in the original; each spelling belongs to them as a whole or not at all. Decodes
 * once more, as it is seldom needed: a list of all changes to all readings would take far more room than the text.
 */
function inOriginal(spans: readonly Span[], { decoded }: Reading): readonly Span[] {
  if (spans.length === 0 || decoded === undefined) return spans;
  const { from, encoding } = decoded;
  const changes: Change[] = [];
  decode(from.text, encoding, changes);
  const place = (at: number, side: 0 | 1): number => {
    const change = lastUpTo(changes, at);
    if (change === undefined) return at + side;
    return at < change.after[1] ? change.before[side] : change.before[1] + at - change.after[1] + side;
  };
  return inOriginal(
    spans.map(([start, end]): Span => [place(start, 0), place(end - 1, 1)]),
    from,
  );
}

/** The last change that begins no later than a place in the decoded text. */
function lastUpTo(changes: readonly Change[], at: number): Change | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.after[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

function occurrences(text: string, words: Iterable<string>): Span[] {
  const spans: Span[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      spans.push([at, at + word.length]);
    for (let end = text.indexOf('…'); end >= 0; end = text.indexOf('…', end + 1)) {
      const length = beginningOf(word, text.slice(Math.max(0, end - word.length), end));
      if (length > 0) spans.push([end - length, end]);
    }
  }
  return spans;
}

/** How many signs at the end of a text are the beginning of a word; 0 where they are too few to say anything. */
function beginningOf(word: string, text: string): number {
  const first = word.slice(0, MIN_LINE);
  if (first.length < MIN_LINE) return 0;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1))
    if (word.startsWith(text.slice(at))) return text.length - at;
  return 0;
}

/** A text with one `***` for all that overlaps. */
function blotted(text: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    if (start >= at) left += `${text.slice(at, start)}***`;
    at = end;
  }
  return left + text.slice(at);
}

/** An error's message and its code, which must not read as part of what to do. Both without the last full stop. */
export const coded = (message: string, code: string): string => `${message}. Code: ${code}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[], word = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

/** `one row`, `5 rows`. */
export const counted = (count: number, what: string): string =>
  count === 1 ? `one ${what}` : `${count} ${what}s`;

/** How much of a list is quoted; more says no more. */
export const MAX_QUOTED = 5;

/** The first few, and how many more. */
export const fewOf = (parts: readonly string[], word = 'and'): string =>
  parts.length > MAX_QUOTED
    ? `${parts.slice(0, MAX_QUOTED).join(', ')} ${word} ${parts.length - MAX_QUOTED} more`
    : listed(parts, word);

/** Cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : undefined).replace(/[\s.,;:([]+$|[\ud800-\udbff]$/, '')}…`;
}
