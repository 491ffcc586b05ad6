import { describe, expect, it } from 'vitest';
import { deliver, progress } from '../../src/report/deliver.ts';
import type { Publication } from '../../src/report/publication.ts';
import { type Surroundings, toReport } from '../../src/report/report.ts';
import type { Sink } from '../../src/report/sink.ts';
import { HOUR } from '../../src/schedule/units.ts';
import type { Account } from '../../src/words/told.ts';
import { caseOf, cases } from './cases.ts';
import { deployOf, firstOf, fleet, gateOf, id, NOON, scheduled } from './outcomes.ts';

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
    success: write('success'),
    picture: write('picture'),
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
  account: Account,
  given: {
    readonly surroundings?: Partial<Surroundings>;
    readonly closing?: Promise<string | undefined>;
    readonly sink?: Partial<Sink>;
  } = {},
) {
  const { sink, lines, outputs } = paper(given.sink);
  const report = toReport(account, {
    baseUrl: 'https://cloud.mongodb.com',
    notices: [],
    skew: undefined,
    runnersClock: false,
    ...given.surroundings,
  });
  const published: Publication[] = [];
  const conclude = async (publication: Publication) => {
    published.push(publication);
  };
  const succeeded = await deliver(report, sink, { conclude }, given.closing);
  const annotations = lines.filter(line => /^(error|warning|notice)/.test(line));
  return { succeeded, lines, annotations, outputs, published };
}
const one = (given: Parameters<typeof gateOf>[0] = {}, ...more: Tail<Parameters<typeof told>>) =>
  told(gateOf(given), ...more);
type Tail<T extends readonly unknown[]> = T extends [unknown, ...infer R] ? R : never;

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
    expect(clear.lines.at(-1)).toMatch(/^success: Clear: /);
  });

  it('are a warning for what was overridden, which says so first, a sentence a line', async () => {
    const { succeeded, annotations } = await told(caseOf('overridden'));
    expect(succeeded).toBe(true);
    expect(annotations).toEqual([
      expect.stringMatching(
        /^warning \[Atlas maintenance gate: overridden\]: Overridden by octocat: hotfix .*\.\nBlocked: /,
      ),
    ]);
  });

  it('are a notice for a deferral that was used, and for nothing to do', async () => {
    for (const name of [
      'defer',
      'defer, nothing scheduled',
      'update, nothing to change',
      'deferred and clear',
    ]) {
      const { annotations } = await told(caseOf(name));
      expect(annotations).toEqual([expect.stringMatching(/^notice/)]);
    }
  });

  it('say each thing once', async () => {
    for (const account of Object.values(cases).filter(made => made.told.length === 1)) {
      const { lines } = await told(account);
      const texts = lines.map(line => line.replace(/^\w+( \[.*?\])?: /, '')).filter(text => text.length > 60);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('tell of a clock that is off, an alias, and a token that was not revoked', async () => {
    const { annotations } = await told(gateOf({ deploy: deployOf('2026-03-07T20:30Z') }), {
      surroundings: {
        skew: -90_000,
        notices: ['deployTimeZone "US/Eastern" is another name for America/New_York, which is used.'],
      },
      closing: Promise.resolve('The token was not revoked.'),
    });
    expect(annotations).toEqual([
      expect.stringMatching(/^notice.*another name/),
      expect.stringMatching(/^notice.*The runner's clock is 1m30s behind Atlas's/),
      'warning [Atlas maintenance gate]: The token was not revoked.',
    ]);
  });

  it('come after the verdict, which is the first line that is not folded', async () => {
    const { lines } = await one(
      { deploy: deployOf('2026-03-07T20:30Z') },
      { surroundings: { skew: -90_000, notices: ['An alias.'] } },
    );
    const [verdict, ...others] = lines.slice(lines.lastIndexOf('end') + 1);
    expect(verdict).toMatch(/^success: Clear/);
    expect(others).toEqual([
      expect.stringMatching(/^notice.*alias/),
      expect.stringMatching(/^notice.*clock/),
    ]);
    const { lines: deferred } = await told(caseOf('defer'), {
      surroundings: { notices: ['An alias.'] },
    });
    expect(deferred.slice(deferred.lastIndexOf('end') + 1)).toEqual([
      expect.stringMatching(/^notice.*was deferred/),
      expect.stringMatching(/^notice.*alias/),
    ]);
  });

  it('come after outputs and summary', async () => {
    const { lines } = await one();
    expect(lines.indexOf('summary')).toBeLessThan(lines.findIndex(line => line.startsWith('error')));
  });
});

describe('the log', () => {
  it('has a sentence a line', async () => {
    const account = gateOf();
    const { lines } = await told(account);
    const [verdict] = lines.slice(lines.lastIndexOf('end') + 1);
    expect(verdict?.replace(/^error \[.*?\]: /, '').split('\n')).toEqual(account.told[0]?.sentences);
  });

  it.each([
    ['clear', { deploy: deployOf('2026-03-07T20:30Z') }],
    ['blocked by the weekly window', { now: NOON + 24 * HOUR }],
    ['blocked by announced maintenance', { state: scheduled('2026-03-08T20:00Z') }],
    ['too early to know', { task: { blockOn: 'scheduled' } }],
    ['not known', { window: { configured: false } }],
  ] as const)('tells the usual gate in 80 words: %s', async (_name, given) => {
    const { lines } = await one(given);
    const shown = lines
      .filter(line => !/^(?:picture|summary|end)/.test(line))
      .map(line => line.replace(/^\w+(?: \[.*\])?: /, ''));
    const signedIn = 'Signing in with the service account from input clientId and input clientSecret.';
    expect([signedIn, ...shown].join('\n').split(/\s+/).length).toBeLessThanOrEqual(80);
  });

  it('has before and after of what was changed, and does not tell that again', async () => {
    const { lines } = await told(caseOf('update'));
    const settings = lines.filter(line => line.startsWith('info: '));
    expect(settings).toEqual([
      'info: Maintenance window: every Tuesday at 04:00 (Europe/Berlin) → every Sunday at 21:00 (Europe/Berlin)',
      'info: Deferrals used: 1 of 2 → 0 of 2',
      'info: Next start: Sun 2026-03-08 21:00 Europe/Berlin (20:00 UTC)',
      'info: Automatic deferral: off',
    ]);
  });

  it('folds nothing of a project of which nothing is known', async () => {
    const { lines } = await told(caseOf('projects that cannot be listed'));
    expect(lines).toEqual(['summary', expect.stringMatching(/^error /)]);
  });

  it('has a picture of a single project', async () => {
    const pictures = (lines: readonly string[]) => lines.filter(line => line.startsWith('picture'));
    expect(pictures((await one()).lines)).toEqual([
      expect.stringMatching(/Deploy .*█.*\n.*Weekly start .*█/s),
    ]);
    expect(pictures((await told(fleet(2, () => gateOf()))).lines)).toEqual([]);
  });
});

describe('of several projects', () => {
  const account = fleet(3, index =>
    gateOf({ deploy: deployOf(index === 1 ? '2026-03-08T20:30Z' : '2026-03-07T20:30Z') }),
  );

  it('one error names those that block, and the details are folded', async () => {
    const { annotations, lines, succeeded } = await told(account);
    expect(succeeded).toBe(false);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatch(/1 of 3 projects blocks the deploy:\n- 5a9db0c5a9db0c5a9db00002: Blocked/);
    expect(lines.filter(line => line.startsWith('group: Project'))).toHaveLength(3);
  });

  it('an error is counted as an error, not as a block', async () => {
    const { annotations } = await told(caseOf('several projects'));
    expect(annotations[0]).toMatch(/: 2 of 5 projects block the deploy, and 1 could not be judged:\n- /);
    const broken = fleet(2, () => gateOf({ error: { code: 'X', message: 'Odd' } }));
    expect((await told(broken)).annotations[0]).toMatch(/: 2 of 2 projects could not be judged:\n- /);
  });

  it('a warning, and what is worth knowing of one of them, name its project', async () => {
    const unreadable = gateOf({ deploy: deployOf('2026-03-07T20:30Z'), unreadable: 'Atlas is silent' });
    const warned = await told(fleet(2, () => unreadable));
    expect(warned.annotations).toEqual(
      [id(1), id(2)].map(name => expect.stringMatching(`^warning .*: Project ${name}: .*Atlas is silent`)),
    );
    const deferred = caseOf('deferred and clear');
    const used = await told(fleet(2, index => (index === 0 ? caseOf('clear') : deferred)));
    expect(used.annotations).toEqual([
      `notice [Atlas maintenance gate]: Project ${id(2)}: ${firstOf(deferred).sentences.join('\n')}`,
    ]);
  });

  it('what failed is told in the error alone, though a deferral was spent on it', async () => {
    const { annotations } = await told(
      fleet(2, index => caseOf(index === 0 ? 'clear' : 'deferred, but the weekly start counts')),
    );
    expect(annotations).toEqual([expect.stringMatching(/^error /)]);
  });

  it('each has its folded lines under name and id, with all that is told of it', async () => {
    const account = caseOf('several projects, by name');
    const { lines } = await told(account);
    const folded = lines.filter(line => /^(group|info)/.test(line));
    expect(folded).toEqual(
      account.told.flatMap(({ name, groupId, sentences, rows }) => [
        `group: Project ${name} (${groupId})`,
        ...sentences.map(text => `info: ${text}`),
        ...rows.map(([setting, value]) => `info: ${setting}: ${value}`),
      ]),
    );
  });

  it.each([
    ['shop', 'shop (5a9db0c5a9db0c5a9db0c501)'],
    ['two\nlines', 'two lines (5a9db0c5a9db0c5a9db0c501)'],
    ['x'.repeat(81), `${'x'.repeat(79)}… (5a9db0c5a9db0c5a9db0c501)`],
    ['\u200b', '5a9db0c5a9db0c5a9db0c501'],
  ])('one is called by its name, as far as that can be shown: %j', async (name, called) => {
    const { frame, told: all } = caseOf('get');
    const { lines } = await told({ frame, told: all.map(one => ({ ...one, name })) });
    expect(lines).toContain(`group: Project ${called}`);
  });

  it('all clear is a success without an annotation, in a sentence', async () => {
    const { lines, annotations } = await told(caseOf('several projects, all clear'));
    expect(annotations).toEqual([]);
    expect(lines.at(-1)).toBe('success: Clear: none of the 3 projects has maintenance in the way.');
  });

  it('each is told in the log as it is done', () => {
    const { sink, lines } = paper();
    const tell = progress(sink, 2);
    tell({ id: '5a9db0c5a9db0c5a9db00001' }, 'is done');
    tell({ id: '5a9db0c5a9db0c5a9db00002', name: 'shop' }, 'has failed');
    expect(lines).toEqual([
      'info: 1 of 2: project 5a9db0c5a9db0c5a9db00001 is done',
      'info: 2 of 2: project shop has failed',
    ]);
  });

  it('a single one needs no such line', () => {
    const { sink, lines } = paper();
    progress(sink, 1)({ id: '5a9db0c5a9db0c5a9db00001' }, 'is done');
    expect(lines).toEqual([]);
  });

  it('none at all is a failure: nothing is known then', async () => {
    const { succeeded, annotations, outputs } = await told({ ...account, told: [] });
    expect(succeeded).toBe(false);
    expect(annotations).toEqual([expect.stringMatching(/^error.*no project/)]);
    expect(outputs.get('results')).toBe('[]');
  });
});

describe('what the runner does not take', () => {
  const account = gateOf({ deploy: deployOf('2026-03-07T20:30Z') });
  const TITLED = '[Atlas maintenance gate';

  it('a summary that cannot be written is a warning', async () => {
    const writeSummary = () => {
      throw new Error('EACCES: no access');
    };
    const { succeeded, annotations, published } = await told(account, { sink: { writeSummary } });
    expect(succeeded).toBe(true);
    expect(published).toMatchObject([{ state: 'success' }]);
    expect(annotations).toEqual([
      `warning ${TITLED}]: The job summary could not be written: EACCES: no access.`,
    ]);
  });

  it('outputs that cannot be written are a failure', async () => {
    const setOutputs = () => {
      throw new Error('ENOSPC: no space');
    };
    const { succeeded, annotations, published } = await told(account, { sink: { setOutputs } });
    expect(succeeded).toBe(false);
    expect(published).toMatchObject([{ state: 'failure' }]);
    expect(annotations).toEqual([
      `error ${TITLED}: outputs]: The outputs could not be written to the file that GITHUB_OUTPUT names: ENOSPC: no space.`,
    ]);
  });

  it('leaves the state beside the commit as it is where the deploy is in the way anyway', async () => {
    const setOutputs = () => {
      throw new Error('ENOSPC: no space');
    };
    const { published } = await told(caseOf('too early to know'), { sink: { setOutputs } });
    expect(published).toMatchObject([{ state: 'pending' }]);
  });
});

it('what GitHub shows beside the commit has lost its secrets, and says what is in the way', async () => {
  const redact = (text: string) => text.replaceAll('Berlin', '***');
  const { published } = await told(gateOf(), { sink: { redact } });
  const [{ description = '', inTheWay, comment } = {}] = published;
  expect(inTheWay).toBe(true);
  for (const text of [description, comment?.(60_000)]) {
    expect(text).toContain('***');
    expect(text).not.toContain('Berlin');
  }
});
