import type { Credential } from '../credential.ts';
import { listed } from '../text.ts';
import { COMMON, type CommonValues } from './common.ts';
import type { Reader } from './reader.ts';

/** In the order of precedence. The secret half comes last in each. */
const CREDENTIALS = [
  { kind: 'accessToken', title: 'access token', names: ['accessToken'] },
  { kind: 'serviceAccount', title: 'service account', names: ['clientId', 'clientSecret'] },
  { kind: 'apiKey', title: 'API key', names: ['publicKey', 'privateKey'] },
] as const;

type Half = (typeof CREDENTIALS)[number]['names'][number];
type TextOf = (name: Half) => string;

const variableOf = (name: Half) => COMMON[name].env[0];

const eachWay = (spelled: TextOf) => CREDENTIALS.map(({ names }) => listed(names.map(spelled))).join(', or ');

const NO_SECRETS = 'pull requests from forks and from Dependabot get no secrets';

/** How to sign in; absent where that is one more problem. */
export function readCredential({
  given,
  either,
  standIn,
  problems,
  origins,
}: Reader<CommonValues>): Credential | undefined {
  const mentioned = (text: TextOf) =>
    CREDENTIALS.filter(({ names }) => names.some(name => text(name) !== ''));

  const asInputs = mentioned(given);
  const whole = asInputs.filter(({ names }) => names.every(name => given(name) !== ''));
  if (whole.length > 1) {
    problems.push(
      `Two kinds of credentials are given, ${listed(whole.map(({ title, names }) => `${title} (${names.join(', ')})`))}: keep one.`,
    );
    return undefined;
  }
  // Inputs beat the environment, which may still supply the other half of a pair.
  const candidates = asInputs.length > 0 ? asInputs : mentioned(either).slice(0, 1);
  const [winner] = candidates;
  if (winner === undefined) {
    problems.push(
      `No credentials: give ${eachWay(name => name)}; or set ${eachWay(variableOf)}. If the workflow passes them already, they are empty: ${NO_SECRETS}.`,
    );
    return undefined;
  }
  const halves = candidates.filter(({ names }) => names.some(name => either(name) === ''));
  problems.push(...halves.map(({ names }) => halfProblem(names, either, given)));
  if (halves.length > 0) return undefined;

  const source = winner.names.map(name => (given(name) === '' ? (standIn(name) ?? name) : `input ${name}`));
  origins.push(`Signing in with the ${winner.title} from ${listed(source)}.`);
  switch (winner.kind) {
    case 'accessToken':
      return { kind: winner.kind, accessToken: either('accessToken') };
    case 'serviceAccount':
      return { kind: winner.kind, clientId: either('clientId'), clientSecret: either('clientSecret') };
    case 'apiKey':
      return { kind: winner.kind, publicKey: either('publicKey'), privateKey: either('privateKey') };
  }
}

/** Names the half that is missing. */
function halfProblem(names: readonly Half[], text: TextOf, given: TextOf): string {
  const has = names
    .filter(name => text(name) !== '')
    .map(name => (given(name) === '' ? `${name} (from ${variableOf(name)})` : name));
  const lacks = names.filter(name => text(name) === '');
  const why = lacks.some(name => 'secret' in COMMON[name])
    ? ` (if it comes from a secret, that secret is empty: ${NO_SECRETS})`
    : '';
  return `${lacks.join('')} is missing or empty, but ${has.join('')} is given: the two go together. Set it, or ${lacks.map(variableOf).join('')} in the environment${why}.`;
}
