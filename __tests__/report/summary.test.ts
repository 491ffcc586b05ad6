import { describe, expect, it } from 'vitest';
import { toResult } from '../../src/report/outputs.ts';
import { stepMessage } from '../../src/report/report.ts';
import { summary } from '../../src/report/summary.ts';
import { cases } from './cases.ts';

describe.each(Object.entries(cases))('%s', (name, { outcomes, context }) => {
  const message = stepMessage(
    outcomes.map(outcome => toResult(outcome, context)),
    context.operation === 'gate',
  );

  it('has the summary that is kept', async () => {
    const kept = `# ${name}\n\n${message}\n\n---\n\n${summary(outcomes, message, context)}`;
    await expect(kept).toMatchFileSnapshot(`kept/${name.replace(/\W+/g, '-')}.md`);
  });
});
