/** Job summaries on one page, as GitHub would show them: its Markdown, its alerts, its style, and Mermaid. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export interface Section {
  readonly title: string;
  readonly markdown: string;
  readonly log?: string;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** GitHub-flavoured Markdown as HTML; alerts and Mermaid charts are marked up for the page's style and script. */
export function render(markdown: string): string {
  // Raw HTML stays, as it does on GitHub but for what GitHub then cleans away: nothing hostile may rely on that.
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return html
    .replace(
      /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n?([\s\S]*?)<\/blockquote>/g,
      (_, kind: string, rest: string) => {
        const name = kind.toLowerCase();
        const title = name[0]?.toUpperCase() + name.slice(1);
        const body = rest.startsWith('</p>') ? rest.slice('</p>'.length) : `<p>${rest}`;
        return `<div class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">${title}</p>${body}</div>`;
      },
    )
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    );
}

/** One page that needs no network. */
export async function page(sections: readonly Section[]): Promise<string> {
  const style = await readFile(inModules('github-markdown-css/github-markdown.css'), 'utf8');
  const body = [index(sections), ...sections.map(sectionHtml)].join('\n');
  const charts = body.includes('<pre class="mermaid">') ? await mermaidScript() : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Atlas maintenance gate</title>
<style>
${style}
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fff, #0d1117); }
main { max-width: 1012px; margin: 0 auto; padding: 24px; }
nav { columns: 20rem; font: 14px/1.6 sans-serif; color: light-dark(#1f2328, #f0f6fc); }
nav ol { margin: 0; padding-left: 2.5em; }
nav a { color: light-dark(#0969da, #4493f8); overflow-wrap: anywhere; }
main > h2 { font: 600 20px/1.4 sans-serif; color: light-dark(#1f2328, #f0f6fc); margin: 40px 0 8px; }
article { border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: 6px; padding: 24px; }
article > :first-child { margin-top: 0 !important; }
pre.mermaid { background: none !important; padding: 0 !important; text-align: center; }
details.aside { margin: 8px 0; font: 12px/1.5 sans-serif; color: light-dark(#59636e, #9198a1); }
details.aside pre { overflow-x: auto; white-space: pre-wrap; font: 12px/1.5 monospace; }
</style>
</head>
<body>
<main>
${body}
</main>
${charts}
</body>
</html>
`;
}

/** Links to the sections, where there are several. */
function index(sections: readonly Section[]): string {
  const links = sections.map(({ title }, at) => `<li><a href="#${anchor(at)}">${asText(title)}</a></li>`);
  return links.length > 1 ? `<nav aria-label="Index"><ol>\n${links.join('\n')}\n</ol></nav>` : '';
}

const anchor = (at: number) => `summary-${at + 1}`;

function sectionHtml({ title, markdown, log, outputs }: Section, at: number): string {
  const aside = (name: string, text: string) =>
    `<details class="aside"><summary>${name}</summary><pre>${asText(text)}</pre></details>`;
  return [
    `<h2 id="${anchor(at)}">${asText(title)}</h2>`,
    `<article class="markdown-body">${render(markdown)}</article>`,
    ...(log === undefined ? [] : [aside('Log', log)]),
    ...(outputs === undefined
      ? []
      : [
          aside(
            'Outputs',
            Object.entries(outputs)
              .map(([name, value]) => `${name}=${value}`)
              .join('\n'),
          ),
        ]),
  ].join('\n');
}

const asText = (text: string): string =>
  text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

const inModules = (path: string) => join(import.meta.dirname, '..', 'node_modules', path);

async function mermaidScript(): Promise<string> {
  const source = await readFile(inModules('mermaid/dist/mermaid.min.js'), 'utf8');
  return `<script>${source.replaceAll('</script', '<\\/script')}</script>
<script>
// A chart that is folded away has no width to be drawn in.
const folded = [...document.querySelectorAll('article details')];
for (const fold of folded) fold.open = true;
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default',
});
mermaid
  .run()
  .catch(error => document.body.setAttribute('data-mermaid-error', String(error)))
  .finally(() => {
    for (const fold of folded) fold.open = false;
    document.body.setAttribute('data-ready', '');
  });
</script>`;
}
