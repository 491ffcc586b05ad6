/** GitHub-flavoured Markdown out of facts and of text that others wrote. */

const ZERO_WIDTH_SPACE = '&#8203;';

/**
 * Text that somebody else wrote, made inert: anywhere but at the start of a line it shows as it is, without markup,
 * link, mention or reference.
 *
 * Entities take the meaning of the signs for Markdown and HTML. GitHub looks for mentions, references and e-mail
 * addresses only after those are resolved, so a space of no width goes between the sign and the name. Sign by sign,
 * so that a part of a text is spelled the same alone as within it: that is how a secret is found again.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>`\\*_[\]#|~$]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/@|&#35;|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/\r?\n/g, '<br>');

/** A sentence of ours with words of others in it: inert too, but what stands between backticks is shown as code. */
export const prose = (text: string): string =>
  escaped(text).replace(/&#96;((?:(?!&#96;|<br>).)+)&#96;/g, '<code>$1</code>');

/**
 * A link to an address that an input supplied and that is a URL; no sign in it can end the link.
 *
 * @param text Markdown already
 */
export const link = (text: string, url: string): string =>
  `[${text}](${url.replace(/[()\\`|*_~$&'"<>]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)})`;

export type Alert = 'NOTE' | 'TIP' | 'WARNING' | 'CAUTION';

export const alert = (kind: Alert, paragraphs: readonly string[]): string =>
  [`[!${kind}]`, paragraphs.join('\n\n')]
    .join('\n')
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** Cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => ':--'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

export const details = (summary: string, body: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
