/** How different a suggestion may be: one letter in four, at least one, at most three. */
const allowance = (length: number): number => Math.min(3, Math.max(1, Math.floor(length / 4)));

/** Of a code of two letters the first must be right, or every other code would be near. */
const isCode = (input: string): boolean => input.length <= 2;

/** Longer inputs are no slips of the pen, and comparing them would cost time in the square of their length. */
const LONGEST = 128;

/**
 * The candidate that an input was probably meant to be, for "did you mean": the fewest letters changed, left out,
 * added or swapped with a neighbour, case apart. Of equally near ones the first. Undefined when none is near;
 * `max` is the number of letters that may differ (by default one in four).
 */
export function nearest(
  input: string,
  candidates: Iterable<string>,
  max: number = allowance(input.length),
): string | undefined {
  if (input.length === 0 || input.length > LONGEST) return undefined;
  const wanted = input.toLowerCase();
  let best: string | undefined;
  let limit = max;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - input.length) > limit) continue;
    const near = candidate.toLowerCase();
    if (isCode(wanted) && near[0] !== wanted[0]) continue;
    const distance = editDistance(wanted, near, limit);
    if (distance > limit) continue;
    if (distance === 0) return candidate;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

/** Optimal string alignment distance, or anything above `limit` as soon as it can only be above it. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
