/** `npm run notes -- vX.Y.Z`: prints the release notes of a version, taken from CHANGELOG.md. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/**
 * The part of a changelog (Keep a Changelog 1.1.0) under `## [version]`, without its heading.
 * @param version such as `1.2.3`
 * @throws when there is no such heading or nothing stands under it
 */
function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).map(section => section.trim());
  const section = sections.find(text => text.startsWith(`[${version}]`));
  const notes = section?.split('\n').slice(1).join('\n').trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing under "## [${version}]".`);
  // Link definitions stand at the end of the file and so in its last section.
  return notes.replace(/^\[[^\]]+\]: .*\n?/gm, '').trim();
}

const tag = process.argv[2] ?? '';
const { version } = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);
if (tag !== `v${version}`) throw new Error(`The tag is "${tag}", but package.json names version ${version}.`);
console.log(notesOf(readFileSync('CHANGELOG.md', 'utf8'), version));
