/**
 * Values over the whole line of time. `Steps<V>` holds any value; a `Timeline` holds a status. Both are
 * made by merging, in one linear pass, and never have a gap: what is not known is said, not left out.
 */
import { BEGINNING, earliest, FOREVER, type Instant } from './instant.ts';
import { type Interval, intersect, lastStartingBy } from './interval.ts';
import { difference, type IntervalSet, isEmpty, normalise } from './interval-set.ts';

/** A value that holds from `from` up to, and not including, `until`. */
export type Step<V> = Interval & { readonly value: V };

// INVARIANT: never empty; starts at BEGINNING, ends at FOREVER, each step starts where the one before ends.
export type Steps<V> = readonly Step<V>[];

/** Within one position a proposition is in force, not in force, or undetermined: a legal fact, not missing data. */
export type Status = 'in-force' | 'not-in-force' | 'undetermined';

export type Timeline = Steps<Status>;

/** Says whether two values may share one step; of equal neighbours the earlier value is kept. */
export type Same<V> = (a: V, b: V) => boolean;

/** One value for all time. */
export const constant = <V>(value: V): Steps<V> => [{ from: BEGINNING, until: FOREVER, value }];

/** `initial` until the first change, then each change from its instant on; of several at one instant the last wins. Throws when unsorted. */
export function steps<V>(
  initial: V,
  changes: readonly { readonly at: Instant; readonly value: V }[],
  same: Same<V> = Object.is,
): Steps<V> {
  const line: Step<V>[] = [];
  let from = BEGINNING;
  let value = initial;
  for (const change of changes) {
    if (change.at < from) throw new RangeError(`changes must be in order of time: ${change.at} comes after ${from}`);
    append(line, { from, until: change.at, value }, same);
    from = change.at;
    value = change.value;
  }
  append(line, { from, until: FOREVER, value }, same);
  return line;
}

/** One value inside a set, another outside it. */
export function stepsOf<V>(set: IntervalSet, inside: V, outside: V, same?: Same<V>): Steps<V> {
  const changes = set.flatMap(({ from, until }) => [
    { at: from, value: inside },
    { at: until, value: outside },
  ]);
  return steps(outside, changes, same);
}

/** The step in which an instant lies, by binary search: its value, and in `until` when that next changes. */
export const stepAt = <V>(line: Steps<V>, at: Instant): Step<V> => line[lastStartingBy(line, at)]!;

/** The value at an instant. */
export const valueAt = <V>(line: Steps<V>, at: Instant): V => stepAt(line, at).value;

/** The steps of a line within an interval, clipped to it. */
export function stepsWithin<V>(line: Steps<V>, interval: Interval): readonly Step<V>[] {
  const inside: Step<V>[] = [];
  for (let i = lastStartingBy(line, interval.from); i < line.length && line[i]!.from < interval.until; i++) {
    const shared = intersect(line[i]!, interval);
    if (shared) inside.push({ ...shared, value: line[i]!.value });
  }
  return inside;
}

/** The same line with each value changed; neighbours that become the same are joined. */
export function mapSteps<V, W>(line: Steps<V>, change: (value: V) => W, same: Same<W> = Object.is): Steps<W> {
  const mapped: Step<W>[] = [];
  for (const { from, until, value } of line) append(mapped, { from, until, value: change(value) }, same);
  return mapped;
}

/** Combines two lines instant by instant; neighbours that become the same are joined. */
export function zipSteps<A, B, V>(
  a: Steps<A>,
  b: Steps<B>,
  combine: (a: A, b: B) => V,
  same: Same<V> = Object.is,
): Steps<V> {
  const zipped: Step<V>[] = [];
  let from = BEGINNING;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    const until = earliest(left.until, right.until);
    append(zipped, { from, until, value: combine(left.value, right.value) }, same);
    if (left.until === until) i++;
    if (right.until === until) j++;
    from = until;
  }
  return zipped;
}

/** The instants at which the value passes a test. */
export const where = <V>(line: Steps<V>, test: (value: V) => boolean): IntervalSet =>
  normalise(line.filter(({ value }) => test(value)));

/** Adds a step at the end, joining it to the last one when their values are the same and dropping it when empty. */
function append<V>(line: Step<V>[], step: Step<V>, same: Same<V>): void {
  if (step.from === step.until) return;
  const last = line.at(-1);
  if (last && same(last.value, step.value)) line[line.length - 1] = { ...last, until: step.until };
  else line.push(step);
}

/** A timeline from when a thing must, and when it may, be in force. Throws when it must be and may not. */
export function timelineFrom(must: IntervalSet, may: IntervalSet): Timeline {
  if (!isEmpty(difference(must, may))) throw new RangeError('what must be in force must also be able to be');
  const mayLine = stepsOf<Status>(may, 'undetermined', 'not-in-force');
  return zipSteps(stepsOf(must, true, false), mayLine, (certain, status) => (certain ? 'in-force' : status));
}

/** When it is in force for certain. */
export const must = (line: Timeline): IntervalSet => where(line, (status) => status === 'in-force');

/** When it is in force or undetermined. */
export const may = (line: Timeline): IntervalSet => where(line, (status) => status !== 'not-in-force');

const rank: Record<Status, number> = { 'not-in-force': 0, undetermined: 1, 'in-force': 2 };

/** Kleene's strong conjunction: the weaker of the two. */
export const andStatus = (a: Status, b: Status): Status => (rank[a] <= rank[b] ? a : b);

/** Kleene's strong disjunction: the stronger of the two. */
export const orStatus = (a: Status, b: Status): Status => (rank[a] >= rank[b] ? a : b);

/** Kleene's negation: what is undetermined stays so. */
export function notStatus(status: Status): Status {
  if (status === 'undetermined') return status;
  return status === 'in-force' ? 'not-in-force' : 'in-force';
}

/** Both, at each instant. */
export const and = (a: Timeline, b: Timeline): Timeline => zipSteps(a, b, andStatus);

/** Either, at each instant. */
export const or = (a: Timeline, b: Timeline): Timeline => zipSteps(a, b, orStatus);

/** The opposite, at each instant. */
export const not = (line: Timeline): Timeline => mapSteps(line, notStatus);
