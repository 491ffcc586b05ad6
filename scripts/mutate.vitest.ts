/** How `npm run mutate` runs tests. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rules on many cases take longer than a few examples, scenarios longer than both, and longest the one that reads charts. */
const SLOW = [/property|zoneRules/, /scenarios/, /timeline/];
const rank = ({ moduleId }: TestSpecification) => SLOW.findIndex(slow => slow.test(moduleId));

/** A mutant is done with at the first test that fails. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((a, b) => rank(a) - rank(b));
  }
}

export default {
  test: {
    // Not by Stryker's own option, under which no change to a constant comes into force.
    include: process.env.MUTANTS_TESTS?.split(' ') ?? [],
    // Else each file of tests would load the action anew, for each mutant.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    // Counting what is reached takes time, and a slow test is not a failed one.
    testTimeout: 60_000,
  },
};
