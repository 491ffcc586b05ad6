/** How `npm run mutate` runs tests. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const rank = ({ moduleId }: TestSpecification) => (moduleId.includes('scenarios') ? 1 : 0);

/** A mutant is done with at the first test that fails: those of a room take less time than scenarios. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.sort((a, b) => rank(a) - rank(b));
  }
}

export default {
  test: {
    // Not by Stryker's own option, under which no change to a constant comes into force.
    include: process.env.MUTANTS_TESTS?.split(' ') ?? [],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    // Counting what is reached takes time, and a slow test is not a failed one.
    testTimeout: 60_000,
  },
};
