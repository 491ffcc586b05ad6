/** The one of `names` that is spelled so, in any case. */
export const called = <T extends string>(name: string, names: readonly T[]): T | undefined => {
  const wanted = name.toLowerCase();
  return names.find(known => known.toLowerCase() === wanted);
};

/**
 * The one of `names` that `name` was probably meant to be: spelled the same but for case, `-`, `_` and spaces, or
 * with up to a third of the letters mistyped. Absent where none is that near.
 */
export function nearest<T extends string>(name: string, names: readonly T[]): T | undefined {
  const written = bare(name);
  let found: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  const slip = (candidate: T) => Math.abs(written.length - bare(candidate).length);
  // Of two that are as near, the one of the same length: `gaet` is `gate` rather than `get`.
  for (const candidate of names.toSorted((a, b) => slip(a) - slip(b))) {
    const wanted = bare(candidate);
    const most = Math.floor(Math.min(written.length, wanted.length) / 3);
    if (slip(candidate) > most) continue;
    const distance = editDistance(written, wanted);
    if (distance <= most && distance < least) {
      found = candidate;
      least = distance;
    }
  }
  return found;
}

const bare = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let older: readonly number[] = [];
  let old: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(old, j) + 1,
          at(row, j - 1) + 1,
          at(old, j - 1) + (same ? 0 : 1),
          swapped ? at(older, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    older = old;
    old = row;
  }
  return at(old, b.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;
