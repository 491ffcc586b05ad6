import { describe, expect, it } from 'vitest';
import { Complaint } from '../../src/complaint.ts';
import { organization, projectNames, projectTags } from '../../src/inputs/kinds.ts';

const ORG = '64a1b2c3d4e5f60718293a4b';

/** The complaint about a value, as it goes on after the input's name. */
const complaint = (kind: (text: string) => unknown, text: string): string => {
  try {
    return `no complaint: ${JSON.stringify(kind(text))}`;
  } catch (error) {
    if (error instanceof Complaint) return error.message;
    throw error;
  }
};

describe('orgId', () => {
  it('is 24 of 0-9 and a-f', () => expect(organization(ORG)).toBe(ORG));

  it.each([
    [ORG.slice(1), /^"4a1b.*" is not an organization id .*Organization Settings in Atlas; this has 23\)$/],
    [ORG.toUpperCase(), /upper-case letters/],
    [`${ORG},${ORG}`, /is not an organization id .*this has 49/],
    ['My Org', /is not an organization id/],
    ['../groups', /is not an organization id/],
  ])('is not %j', (text, says) => expect(complaint(organization, text)).toMatch(says));
});

describe('projectName', () => {
  it.each([
    ['prod-*', ['prod-*']],
    ['Shop (EU), ledger', ['Shop (EU)', 'ledger']],
    ['\n a\n\n  b \r\nc,d\n', ['a', 'b', 'c', 'd']],
    ['a\na', ['a', 'a']],
  ])('%j is a list of names, by commas or lines', (text, names) => {
    expect(projectNames(text)).toEqual(names);
  });

  it.each([
    ['a,,b', '(2 of 3)'],
    ['a,', '(2 of 2)'],
    [',a', '(1 of 2)'],
    ['a,\n\n,b', '(2 of 3)'],
  ])('%j has a hole where a project would go unseen', (text, where) => {
    expect(complaint(projectNames, text)).toBe(
      `has an empty entry between its commas ${where}: probably a variable that is not set. Set it, or remove the comma`,
    );
  });
});

describe('projectTags', () => {
  it.each([
    ['environment=production', [['environment', 'production']]],
    [
      ' environment = production ,team=a b\n\nnote=x=y',
      [
        ['environment', 'production'],
        ['team', 'a b'],
        ['note', 'x=y'],
      ],
    ],
    ['a=1,a=1', [['a', '1']]],
    ['__proto__=1', [['__proto__', '1']]],
  ])('%j is a list of keys and values', (text, tags) => {
    expect(projectTags(text)).toEqual(tags);
  });

  it.each([
    ['environment', '"environment" is not a tag such as `environment=production`'],
    ['environment: production', '"environment: production" is not a tag such as `environment=production`'],
    ['environment=', '"environment=" has no value after its `=`: probably a variable that is not set'],
    ['a=1, = 2', '"= 2" has no key before its `=`'],
    ['=', '"=" has no key before its `=`'],
    ['a=1,,b=2', 'has an empty entry between its commas (2 of 3): probably a variable that is not set'],
    ['a=1,b,c', '"b" is not a tag such as `environment=production`. "c" is not a tag'],
    ['a=1,a=2', 'asks for "a=1" and "a=2", but a project has one value for a key'],
  ])('%j is not one', (text, says) => expect(complaint(projectTags, text)).toContain(says));
});
