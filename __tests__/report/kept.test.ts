import { expect, it } from 'vitest';
import { toReport } from '../../src/report/report.ts';
import { caseOf, cases } from './cases.ts';

const step = { baseUrl: 'https://cloud.mongodb.com', notices: [], skew: undefined, runnersClock: false };

it.each(Object.keys(cases))('the summary of "%s" is the one that was looked at', async name => {
  const { outputs, summary } = toReport(caseOf(name), step);
  const kept = `# ${name}\n\n${outputs.get('message')}\n\n---\n\n${summary}`;
  await expect(kept).toMatchFileSnapshot(`kept/${name.replace(/\W+/g, '-')}.md`);
});
