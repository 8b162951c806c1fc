/**
 * Timelines laid out for equality joins: each line's time is cut into slots of equal width (a power of two), numbered
 * through all lines, and a segment stands in every slot that it touches. A row computes its slot and looks among few.
 */
import type { Step } from './timeline.ts';

/** Before every time a ledger holds (years count from 1), and after it: sentinels, so that no bound is ever null. */
export const EARLIEST = -100_000_000_000;
export const LATEST = 300_000_000_000;

/** Where a line's slots are: a row at `t` is in slot `base + ((clamp(t, low, high) - low) >> shift)`. */
export type Line = { readonly base: number; readonly low: number; readonly high: number; readonly shift: number };

/** Rows of the segment table, column by column: `[from, until)` in seconds, and the number of an answer. */
export type Segments = {
  readonly slot: readonly number[];
  readonly from: readonly number[];
  readonly until: readonly number[];
  readonly answer: readonly number[];
};

/** A line has at most this many slots for each of its segments: more cost memory, fewer cost comparisons. */
const SLOTS_PER_SEGMENT = 4;

export class Slots {
  readonly #lines = new Map<string, Line>();
  readonly #slot: number[] = [];
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  readonly #answer: number[] = [];
  #next = 0;

  get segments(): Segments {
    return { slot: this.#slot, from: this.#from, until: this.#until, answer: this.#answer };
  }

  /** Where the steps of a timeline are to be found; equal timelines share their slots. INVARIANT: there is a first step. */
  lineOf(steps: readonly Step[]): Line {
    const key = steps.map(({ from, answer }, i) => `${i === 0 ? '' : from} ${answer}`).join();
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const line = this.#layOut(steps);
    this.#lines.set(key, line);
    return line;
  }

  #layOut(steps: readonly Step[]): Line {
    const cuts = steps.slice(1).map(({ from }) => from as number);
    // Before the first change and after the last one nothing differs: rows out there are looked up at its edge.
    const low = (cuts[0] ?? 1) - 1;
    const high = cuts.at(-1) ?? low;
    let shift = 0;
    while (Math.floor((high - low) / 2 ** shift) + 1 > SLOTS_PER_SEGMENT * steps.length) shift++;
    const base = this.#next;
    const slotOf = (at: number): number => base + Math.floor((at - low) / 2 ** shift);
    steps.forEach(({ answer }, i) => {
      const from = i === 0 ? EARLIEST : cuts[i - 1]!;
      const until = cuts[i] ?? LATEST;
      const last = slotOf(Math.min(high, until - 1));
      for (let slot = slotOf(Math.max(low, from)); slot <= last; slot++) {
        this.#slot.push(slot);
        this.#from.push(from);
        this.#until.push(until);
        this.#answer.push(answer);
      }
    });
    this.#next = slotOf(high) + 1;
    return { base, low, high, shift };
  }
}

/** The answer a row gets: what the SQL computes, for the tests and for those who hold the tables as arrays. */
export function answerIn(segments: Segments, { base, low, high, shift }: Line, at: number): number {
  const slot = base + Math.floor((Math.min(Math.max(at, low), high) - low) / 2 ** shift);
  const found = segments.slot.findIndex((one, i) => one === slot && segments.from[i]! <= at && at < segments.until[i]!);
  if (found < 0) throw new RangeError(`slot ${slot} has no segment for ${at}`);
  return segments.answer[found]!;
}
