/** `npm run readme`: writes the tables of README.md that are made from action.yml. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ActionFile, readActionFile } from '../sandbox/actionFile.ts';

/**
 * The text with its marked blocks (`<!-- inputs:start -->` ... `<!-- inputs:end -->`, and the same for
 * outputs) filled from the action; every other character stays.
 * @throws when a marker is missing
 */
function withTables(readme: string, action: ActionFile): string {
  const inputs = Object.entries(action.inputs).map(([name, { default: value, description }]) => [
    code(name),
    value === undefined ? '' : code(value),
    description,
  ]);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]);
  const filled = withBlock(readme, 'inputs', table(['Input', 'Default', 'Meaning'], inputs));
  return withBlock(filled, 'outputs', table(['Output', 'Meaning'], outputs));
}

function withBlock(text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md: ${start} ... ${end} is missing.`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

const readme = readFileSync('README.md', 'utf8');
writeFileSync('README.md', withTables(readme, readActionFile()));
