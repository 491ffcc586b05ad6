import { describe, expect, it } from 'vitest';
import { openCheck } from '../../src/github/check.ts';
import type { Outcome } from '../../src/operations/project.ts';
import type { ReportContext } from '../../src/report/context.ts';
import { type Ending, progress, report } from '../../src/report/report.ts';
import type { Sink } from '../../src/report/sink.ts';
import type { Step } from '../../src/step.ts';
import { cases, fleet } from './cases.ts';
import { deployOf, gateOf, NOON, scheduled } from './outcomes.ts';

/** Writes down what a person would see. */
function paper(more: Partial<Sink> = {}) {
  const lines: string[] = [];
  const outputs = new Map<string, string>();
  const write = (kind: string) => (text: string, properties?: { title?: string }) => {
    lines.push(`${kind}${properties?.title === undefined ? '' : ` [${properties.title}]`}: ${text}`);
  };
  const sink: Sink = {
    info: write('info'),
    debug: write('debug'),
    notice: write('notice'),
    warning: write('warning'),
    error: write('error'),
    startGroup: write('group'),
    endGroup: () => lines.push('end'),
    mask: () => {},
    redact: text => text,
    setOutputs: values => {
      for (const [name, value] of values) outputs.set(name, value);
    },
    writeSummary: async () => {
      lines.push('summary');
    },
    ...more,
  };
  return { sink, lines, outputs };
}

async function told(
  outcomes: readonly Outcome[],
  context: ReportContext,
  given: {
    readonly ending?: Partial<Ending>;
    readonly sink?: Partial<Sink>;
    readonly inputs?: Partial<Step>;
  } = {},
) {
  const { sink, lines, outputs } = paper(given.sink);
  const inputs: Step = {
    groupIds: outcomes.map(({ groupId }) => groupId),
    credential: { kind: 'accessToken', accessToken: 'secret' },
    baseUrl: context.baseUrl,
    task: context.gate ? { ...context.gate, operation: 'gate' } : { operation: 'get' },
    maintenanceDuration: context.maintenanceDuration,
    dryRun: false,
    timeout: 60_000,
    origins: [],
    notices: [],
    ...given.inputs,
  };
  const succeeded = await report(
    sink,
    outcomes,
    inputs,
    { now: NOON, skew: undefined, closing: Promise.resolve(undefined), ...given.ending },
    openCheck({}, new AbortController().signal, sink),
  );
  const annotations = lines.filter(line => /^(error|warning|notice)/.test(line));
  return { succeeded, lines, annotations, outputs };
}
const one = (...args: Parameters<typeof gateOf>) => {
  const { outcome, context } = gateOf(...args);
  return told([outcome], context);
};

describe('annotations', () => {
  it('are one for a verdict: an error, a warning or none', async () => {
    const state = scheduled('2026-03-08T20:00Z');
    const blocked = await one({ state });
    expect(blocked.succeeded).toBe(false);
    expect(blocked.annotations).toEqual([expect.stringMatching(/^error \[.*: blocked\]: Blocked: /)]);

    const warned = await one({ state, task: { onOverlap: 'warn' } });
    expect(warned.succeeded).toBe(true);
    expect(warned.annotations).toEqual([expect.stringMatching(/^warning \[.*\]: Warning: /)]);

    const clear = await one({ deploy: deployOf('2026-03-07T20:30Z') });
    expect(clear.succeeded).toBe(true);
    expect(clear.annotations).toEqual([]);
    expect(clear.lines.at(-1)).toMatch(/^info: Clear: /);
  });

  it('are a notice for a deferral that was used, and for nothing to do', async () => {
    for (const name of [
      'defer',
      'defer, nothing scheduled',
      'update, nothing to change',
      'deferred and clear',
    ]) {
      const { outcomes, context } = cases[name] ?? { outcomes: [], context: gateOf().context };
      const { annotations } = await told(outcomes, context);
      expect(annotations).toEqual([expect.stringMatching(/^notice/)]);
    }
  });

  it('say each thing once', async () => {
    for (const { outcomes, context } of Object.values(cases).filter(made => made.outcomes.length === 1)) {
      const { lines } = await told(outcomes, context);
      const texts = lines.map(line => line.replace(/^\w+( \[.*?\])?: /, '')).filter(text => text.length > 60);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('tell of a clock that is off, an alias, and a token that was not revoked', async () => {
    const { outcome, context } = gateOf({ deploy: deployOf('2026-03-07T20:30Z') });
    const { annotations } = await told([outcome], context, {
      ending: { skew: -90_000, closing: Promise.resolve('The token was not revoked.') },
      inputs: {
        notices: ['deployTimeZone "US/Eastern" is another name of America/New_York, which is used.'],
      },
    });
    expect(annotations).toEqual([
      expect.stringMatching(/^notice.*another name/),
      expect.stringMatching(/^notice.*The runner's clock is 1m30s behind Atlas's/),
      expect.stringMatching(/^warning.*not revoked/),
    ]);
  });

  it('come after outputs and summary', async () => {
    const { lines } = await one();
    expect(lines.indexOf('summary')).toBeLessThan(lines.findIndex(line => line.startsWith('error')));
  });
});

describe('of several projects', () => {
  const { outcomes, context } = fleet(3, index =>
    gateOf({ deploy: deployOf(index === 1 ? '2026-03-08T20:30Z' : '2026-03-07T20:30Z') }),
  );

  it('one error names those that block, and the details are folded', async () => {
    const { annotations, lines, succeeded } = await told(outcomes, context);
    expect(succeeded).toBe(false);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatch(/1 of 3 projects blocks the deploy:\n- 5a9db0c5a9db0c5a9db00002: Blocked/);
    expect(lines.filter(line => line.startsWith('group: Project'))).toHaveLength(3);
  });

  it('each is told in the log as it is done', () => {
    const { sink, lines } = paper();
    const tell = progress(sink, outcomes.length);
    for (const outcome of outcomes) tell(outcome);
    expect(lines).toEqual([
      'info: 1 of 3: project 5a9db0c5a9db0c5a9db00001 ✅ clear',
      'info: 2 of 3: project 5a9db0c5a9db0c5a9db00002 ⛔ blocked',
      'info: 3 of 3: project 5a9db0c5a9db0c5a9db00003 ✅ clear',
    ]);
  });

  it('a single one needs no such line', () => {
    const { sink, lines } = paper();
    for (const outcome of outcomes.slice(1, 2)) progress(sink, 1)(outcome);
    expect(lines).toEqual([]);
  });
});

describe('what the runner does not take', () => {
  const { outcome, context } = gateOf({ deploy: deployOf('2026-03-07T20:30Z') });

  it('a summary that cannot be written is a warning', async () => {
    const writeSummary = () => {
      throw new Error('EACCES: no access');
    };
    const { succeeded, annotations } = await told([outcome], context, { sink: { writeSummary } });
    expect(succeeded).toBe(true);
    expect(annotations).toEqual([expect.stringMatching(/^warning.*summary could not be written: EACCES/)]);
  });

  it('outputs that cannot be written are a failure', async () => {
    const setOutputs = () => {
      throw new Error('ENOSPC: no space');
    };
    const { succeeded, annotations } = await told([outcome], context, { sink: { setOutputs } });
    expect(succeeded).toBe(false);
    expect(annotations).toEqual([expect.stringMatching(/^error.*GITHUB_OUTPUT names: ENOSPC/)]);
  });
});
