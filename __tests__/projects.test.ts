import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedProject } from '../src/atlas/projects.ts';
import { chooseProjects, foundLines, matching, type ProjectWish } from '../src/projects.ts';

const ORG = '5a9db0c5a9db0c5a9db0c0a1';
const OTHER = '5a9db0c5a9db0c5a9db0c0b2';

let made = 0;
const project = (name: string, tags: Record<string, string> = {}, orgId = ORG): ListedProject => {
  made += 1;
  return {
    groupId: made.toString(16).padStart(24, '0'),
    name,
    orgId,
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
};

const choose = (wish: Partial<ProjectWish>, listed: readonly ListedProject[]) =>
  chooseProjects({ names: [], tags: [], ...wish }, listed);
const chosen = (wish: Partial<ProjectWish>, listed: readonly ListedProject[]) => {
  const choice = choose(wish, listed);
  return 'chosen' in choice ? choice.chosen.map(({ name }) => name) : choice;
};
const problem = (wish: Partial<ProjectWish>, listed: readonly ListedProject[]) => {
  const choice = choose(wish, listed);
  return 'problem' in choice ? choice.problem : choice;
};

const PRODUCTION = { environment: 'production' };
const FLEET = [
  project('shop-eu', { ...PRODUCTION, team: 'shop' }),
  project('shop-us', { ...PRODUCTION, team: 'shop' }),
  project('shop-test', { environment: 'staging', team: 'shop' }),
  project('ledger', { ...PRODUCTION, team: 'money' }),
  project('Playground'),
];

/** Letters, of which some are signs of a regular expression, and the sign that stands for any text. */
const letter = fc.constantFrom('a', 'b', '.', '+', '\n', '😀');
const text = fc.string({ unit: letter, maxLength: 8 });
const pattern = fc.string({ unit: fc.oneof(letter, fc.constant('*')), maxLength: 8 });

/** What a pattern means, letter by letter: too slow for names that strangers choose, and plain to see. */
function means(wished: string, name: string): boolean {
  if (wished === '') return name === '';
  if (wished[0] === '*') return means(wished.slice(1), name) || (name !== '' && means(wished, name.slice(1)));
  return wished[0] === name[0] && means(wished.slice(1), name.slice(1));
}

describe('a name with *', () => {
  it.each([
    ['prod-*', 'prod-eu prod-', 'prod Prod-eu my-prod-eu'],
    ['*-prod', 'eu-prod -prod', 'prod eu-prod-2'],
    ['*', 'anything', ''],
    ['a*b*c', 'abc a-b-c abbcc', 'acb ab bc'],
    ['ab*ba', 'abba ab-ba', 'aba'],
    ['*ab*ab*', 'abab ab-ab', 'ab'],
    ['**', 'a', ''],
    ['a.c', 'a.c', 'abc'],
    ['prod', 'prod', 'prod-eu PROD'],
  ])('%s stands for %s, and not for %s', (wished, yes, no) => {
    const all = `${yes} ${no}`.trim().split(' ');
    expect(all.filter(matching(wished))).toEqual(yes.split(' '));
  });

  it('stands for any text, and everything else for itself', () => {
    fc.assert(
      fc.property(pattern, text, (wished, name) => {
        expect(matching(wished)(name)).toBe(means(wished, name));
      }),
    );
  });

  it('stands for every name in which text takes the place of *', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(text, { minLength: 4 }),
        (parts, fill) => {
          const name = parts
            .map((part, index) => (index === 0 ? part : `${fill[index - 1]}${part}`))
            .join('');
          expect(matching(parts.join('*'))(name)).toBe(true);
        },
      ),
    );
  });

  it('takes no time to speak of, however many ways there are to match it', () => {
    expect(matching(`${'*a'.repeat(1000)}*b`)('a'.repeat(100_000))).toBe(false);
  });
});

describe('the projects that are chosen', () => {
  it('are all of an organization', () => {
    expect(chosen({ orgId: ORG }, FLEET)).toEqual(FLEET.map(({ name }) => name));
  });

  it('are those with the names, in the order of Atlas and each once', () => {
    expect(chosen({ names: ['ledger', 'shop-*', '*-eu', 'ledger'] }, FLEET)).toEqual([
      'shop-eu',
      'shop-us',
      'shop-test',
      'ledger',
    ]);
  });

  it('carry all of the tags, with these values', () => {
    expect(chosen({ tags: [['environment', 'production']] }, FLEET)).toEqual([
      'shop-eu',
      'shop-us',
      'ledger',
    ]);
    expect(
      chosen(
        {
          orgId: ORG,
          names: ['*'],
          tags: [
            ['environment', 'production'],
            ['team', 'shop'],
          ],
        },
        FLEET,
      ),
    ).toEqual(['shop-eu', 'shop-us']);
    expect(chosen({ names: ['shop-*'], tags: [['environment', 'staging']] }, FLEET)).toEqual(['shop-test']);
  });

  it('may be of several organizations where each name says which', () => {
    const abroad = project('abroad', {}, OTHER);
    expect(chosen({ names: ['ledger', 'abroad'] }, [...FLEET, abroad])).toEqual(['ledger', 'abroad']);
  });

  it('match a name and carry the tags, all that do, and every name has one', () => {
    const tags = fc.dictionary(fc.constantFrom('k', 'l'), fc.constantFrom('1', '2'), { maxKeys: 2 });
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 });
    const wishes = fc.record({
      names: fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 3 }), { maxLength: 3 }),
      tags: tags.map(Object.entries<string>),
    });
    const lists = fc.array(
      fc.tuple(short, tags, fc.constantFrom(ORG, ORG, ORG, OTHER)).map(given => project(...given)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(wishes, lists, fc.boolean(), (wish, listed, anywhere) => {
        const all = anywhere ? listed : listed.filter(({ orgId }) => orgId === ORG);
        const carrying = all.filter(one =>
          wish.tags.every(([key, value]) => one.tags.some(tag => tag.key === key && tag.value === value)),
        );
        const perName = (wish.names.length > 0 ? wish.names : ['*']).map(name =>
          carrying.filter(one => means(name, one.name)),
        );
        const found = perName.every(group => group.length > 0);
        const clear = !anywhere || perName.every(group => new Set(group.map(({ orgId }) => orgId)).size < 2);
        const choice = choose(anywhere ? wish : { ...wish, orgId: ORG }, all);
        expect('chosen' in choice).toBe(found && clear);
        if ('chosen' in choice)
          expect(choice.chosen).toEqual(carrying.filter(one => perName.some(group => group.includes(one))));
      }),
    );
  });
});

describe('it is an error, never "nothing to do",', () => {
  it('that nothing is listed', () => {
    expect(problem({ names: ['*'] }, [])).toBe(
      'There is no project that the credential sees. Check the credential; if it is right, the key or service account has yet to be added to the projects in Atlas',
    );
    expect(problem({ orgId: ORG }, [])).toContain(
      `There is no project that the credential sees in organization ${ORG}. Check orgId`,
    );
  });

  it('that one of several names matches nothing', () => {
    expect(problem({ names: ['ledger', 'shop-ue'] }, FLEET)).toBe(
      'None of the 5 projects that the credential sees matches projectName "shop-ue" (did you mean "shop-eu"?). Case counts, and only `*` stands for any text; if the project exists, add the key or service account to it in Atlas',
    );
  });

  it.each([
    [['playground'], '"playground" (did you mean "Playground"?).'],
    [['Shop-*'], '"Shop-*" (did you mean "shop-eu"?).'],
    [['shop-?', 'warehouse'], '"shop-?" or "warehouse".'],
    [['ware-*'], '"ware-*".'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], '"a", "b", "c", "d", "e" or 2 more.'],
  ])('that %j matches nothing, with the name that was meant', (names, says) => {
    expect(problem({ orgId: ORG, names }, FLEET)).toContain(
      `None of the 5 projects that the credential sees in organization ${ORG} matches projectName ${says}`,
    );
  });

  it('that the only project has another name', () => {
    expect(problem({ names: ['shop'] }, [project('ledger')])).toMatch(
      /^The only project that the credential sees does not match projectName "shop"\. /,
    );
  });

  it.each<[ProjectWish['tags'], readonly string[], string]>([
    [
      [['environment', 'prod']],
      [],
      'No project that the credential sees carries the tag "environment=prod" (there is "environment=production" and "environment=staging"). Correct projectTags, or tag the project in Atlas',
    ],
    [[['enviroment', 'production']], [], '"enviroment=production" (did you mean "environment=production"?)'],
    [[['Team', 'shop']], [], 'carries the tag "Team=shop" (did you mean "team=shop"?)'],
    [[['tier', '1']], [], 'carries the tag "tier=1". '],
    [
      [
        ['environment', 'staging'],
        ['team', 'money'],
      ],
      [],
      'carries all of the projectTags "environment=staging" and "team=money" together. ',
    ],
    [
      [['environment', 'production']],
      ['shop-*', 'Playground', 'shop-test'],
      'No project that the credential sees matches projectName "Playground" or "shop-test" and carries the tag "environment=production" (there is "environment=staging"). ',
    ],
  ])('that nothing carries the tags %j, also of one name only', (tags, names, says) => {
    expect(problem({ names, tags }, FLEET)).toContain(says);
  });

  it('that a name stands for projects of several organizations', () => {
    const fleet = [...FLEET, project('ledger', {}, OTHER)];
    expect(problem({ names: ['shop-*', 'ledger'] }, fleet)).toBe(
      `Projects of 2 organizations match projectName "ledger": ${ORG} and ${OTHER}. Give orgId to say which one is meant`,
    );
    expect(chosen({ names: ['ledger'], tags: [['team', 'money']] }, fleet)).toEqual(['ledger']);
  });

  it('that tags alone do', () => {
    const fleet = [...FLEET, project('abroad', PRODUCTION, OTHER)];
    expect(problem({ tags: [['environment', 'production']] }, fleet)).toMatch(
      /^Projects of 2 organizations match projectTags: .*Give orgId/,
    );
  });

  it('told in a line that nothing of a stranger acts in', () => {
    const hostile = '::error::\u001b[31mx\u202e\n##[error]y';
    const told = problem({ names: [hostile.toUpperCase()], tags: [] }, [project(hostile), project('b')]);
    expect(told).toMatch(/did you mean/);
    expect(told).not.toMatch(/[\p{Cc}\p{Cf}]|##\[|::/u);
    const tagged = problem({ tags: [[hostile, 'a']] }, [project('a', { [hostile]: hostile })]);
    expect(tagged).toMatch(/there is/);
    expect(tagged).not.toMatch(/[\p{Cc}\p{Cf}]|##\[|::/u);
  });
});

describe('the log', () => {
  const found = FLEET.map(({ groupId: id, name }) => ({ id, name }));

  it('says how many were found, and the first few or all of them', () => {
    expect(foundLines(found.slice(0, 2), false)).toEqual(['2 projects were found: "shop-eu" and "shop-us".']);
    expect(foundLines(found.slice(3, 4), true)).toEqual([
      'One project was found:',
      `- "ledger" (${FLEET[3]?.groupId})`,
    ]);
  });

  it('says nothing of a project that was named by its id', () => {
    expect(foundLines([{ id: ORG }], false)).toEqual([]);
    expect(foundLines([{ id: ORG }], true)).toEqual([]);
  });
});
