/**
 * The oldest Node that has all that the action uses (`URL.parse`, `Promise.withResolvers`, iterators with methods,
 * `process.getBuiltinModule`). A runner that follows `action.yml` brings a newer one.
 */
const OLDEST = { major: 22, minor: 3 };

/** What is wrong with a version of Node such as `24.1.0`; `undefined` where nothing is. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `This action needs Node 24, or at least ${OLDEST.major}.${OLDEST.minor}, and was started with Node ${version}, so nothing was asked of Atlas. A current GitHub runner brings Node 24 along: update the runner, or do not start the action with a Node of your own.`;
}
