import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toReport } from '../../src/report/report.ts';
import { caseOf, cases } from './cases.ts';

const step = { baseUrl: 'https://cloud.mongodb.com', notices: [], skew: undefined, runnersClock: false };
const fileOf = (name: string) => `${name.replace(/\W+/g, '-')}.md`;

it.each(Object.keys(cases))('the summary of "%s" is the one that was looked at', async name => {
  const { outputs, summary } = toReport(caseOf(name), step);
  const kept = `# ${name}\n\n${outputs.get('message')}\n\n---\n\n${summary}`;
  await expect(kept).toMatchFileSnapshot(`kept/${fileOf(name)}`);
});

it('no summary is kept of a case that is gone', () => {
  expect(readdirSync(join(import.meta.dirname, 'kept')).sort()).toEqual(
    Object.keys(cases).map(fileOf).sort(),
  );
});
