/**
 * Timelines laid out for equality joins: each line's time is cut into slots of equal width (a power of two), numbered
 * through all lines. A slot is one row: the answer it begins with, and the few changes inside it. A row of a ledger
 * computes its slot, finds exactly one row, and compares its time with the changes; no engine needs a range join.
 */
import type { Step } from './timeline.ts';

/** After every time a ledger holds: the sentinel of a change that is not there, so that none is ever null. */
export const LATEST = 300_000_000_000;

/** Where a line's slots are: a row at `t` is in slot `base + ((clamp(t, low, high) - low) >> shift)`. */
export type Line = { readonly base: number; readonly low: number; readonly high: number; readonly shift: number };

/** Rows of the slot table by column: `answers[0]` until `changes[0]` (seconds), then `answers[1]` until `changes[1]` … */
export type SlotTable = {
  readonly count: number;
  readonly answers: readonly (readonly number[])[];
  readonly changes: readonly (readonly number[])[];
};

export type Layout = { readonly lines: readonly Line[]; readonly slots: SlotTable };

/** Slots a line may have for each of its changes: where changes stand so close that it needs more, a slot holds more changes. */
const MOST_SLOTS_PER_CHANGE = 64;

/** Timelines by number; equal ones share one. */
export class Timelines {
  readonly #numbers = new Map<string, number>();
  readonly #timelines: (readonly Step[])[] = [];

  /** INVARIANT: there is a first step; it holds for whatever comes before it too. */
  numberOf(steps: readonly Step[]): number {
    const key = steps.map(({ from, answer }, i) => `${i === 0 ? '' : from} ${answer}`).join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#timelines.length);
    return this.#timelines.push(steps) - 1;
  }

  /** All of them laid out in one table, with as few changes to a slot as they allow. */
  layOut(): Layout {
    const cuts = this.#timelines.map((steps) => steps.slice(1).map(({ from }) => from as number));
    let most = 2;
    while (cuts.some((line) => shiftFor(line, most) === undefined)) most *= 2;
    const answers: number[][] = Array.from({ length: most + 1 }, () => []);
    const changes: number[][] = Array.from({ length: most }, () => []);
    let base = 0;
    const lines = cuts.map((line, number): Line => {
      const low = lowOf(line);
      const high = line.at(-1) ?? low;
      const shift = shiftFor(line, most)!;
      const count = slotAt(high, low, shift) + 1;
      let next = 0;
      for (let slot = 0; slot < count; slot++) {
        let answer = this.#timelines[number]![next]!.answer;
        answers[0]!.push(answer);
        for (let place = 0; place < most; place++) {
          const inside = next < line.length && slotAt(line[next]!, low, shift) === slot;
          changes[place]!.push(inside ? line[next]! : LATEST);
          if (inside) answer = this.#timelines[number]![++next]!.answer;
          answers[place + 1]!.push(answer);
        }
      }
      const laid = { base, low, high, shift };
      base += count;
      return laid;
    });
    return { lines, slots: { count: base, answers, changes } };
  }
}

/** Before the first change and after the last one nothing differs: rows out there are looked up at its edge. */
const lowOf = (cuts: readonly number[]): number => (cuts[0] ?? 1) - 1;

const slotAt = (at: number, low: number, shift: number): number => Math.floor((at - low) / 2 ** shift);

/** The widest slots in which no more than `most` changes fall; undefined where they would be too many. */
function shiftFor(cuts: readonly number[], most: number): number | undefined {
  const low = lowOf(cuts);
  const span = (cuts.at(-1) ?? low) - low;
  let shift = Math.ceil(Math.log2(span + 1));
  for (; shift > 0; shift--) {
    const width = shift;
    if (cuts.every((cut, i) => i < most || slotAt(cut, low, width) !== slotAt(cuts[i - most]!, low, width))) break;
  }
  return Math.floor(span / 2 ** shift) > MOST_SLOTS_PER_CHANGE * (cuts.length + 1) && most < cuts.length
    ? undefined
    : shift;
}

/** The answer a row gets: what the SQL computes, for those who hold the tables as arrays. */
export function answerIn({ answers, changes }: SlotTable, { base, low, high, shift }: Line, at: number): number {
  const row = base + slotAt(Math.min(Math.max(at, low), high), low, shift);
  let place = 0;
  while (place < changes.length && at >= changes[place]![row]!) place++;
  return answers[place]![row]!;
}
