/**
 * `npm run strangers`: programs that others wrote hold the sandbox, the action and the workflows to what they know of
 * Atlas, HTTP Digest, workflows and time. A line each; one that this machine lacks the language for is named and left
 * out, any other that does not run is a failure. `--release` adds what takes a minute.
 */
import { apache } from './apache.ts';
import { atlasSdk } from './atlasSdk.ts';
import { curl } from './curl.ts';
import { githubsParser } from './githubsParser.ts';
import type { Stranger } from './stranger.ts';
import { weeklyStartsInPython, zonesInPython } from './zones.ts';

const strangers: readonly Stranger[] = [
  atlasSdk,
  curl,
  apache,
  githubsParser,
  zonesInPython,
  ...(process.argv.includes('--release') ? [weeklyStartsInPython] : []),
];

for (const { name, lacks, meet } of strangers) {
  const sentence = lacks?.();
  if (sentence) {
    console.log(`- ${name}: skipped. ${sentence}`);
    continue;
  }
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    console.log(`✓ ${name}: ${await meet()} (${seconds()})`);
  } catch (error) {
    console.log(`✗ ${name} (${seconds()})\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
