/**
 * Questions as cells: all that a question says besides its time makes a cell, and each cell has one line of segments
 * in which the answer for an instant does not change. Lookup is a hop to the cell and a binary search in typed arrays.
 */
import type { Program } from '../compile/program.ts';
import type { Assessment } from '../law/assessment.ts';
import type { Headline } from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import { BEGINNING, FOREVER, type Instant, instant } from '../time/instant.ts';
import { assess, planFor } from './assess.ts';
import { possible } from './epochs.ts';

/** The answers a segment can have, by code; a code fits in a byte. */
export const HEADLINES: readonly Headline[] = [
  'prohibited',
  'approval-required',
  'notification-required',
  'conditions-apply',
  'non-binding-call',
  'no-measure-found',
  'conditional',
  'undetermined',
  'contested',
];

/** From `from` (seconds since the epoch) until the next segment of its cell. */
export type Segment = { readonly from: Instant; readonly assessment: Assessment };

/** Every instant's answer to a question, whatever its own time; the first segment starts at BEGINNING. */
export function segmentsOf(program: Program, question: Question): readonly Segment[] {
  const cuts = new Set<Instant>([BEGINNING]);
  for (const epoch of planFor(program, question).epochs) {
    const { from, until } = possible(epoch);
    cuts.add(from);
    if (until !== FOREVER) cuts.add(until);
    if (epoch.ends !== undefined) cuts.add(epoch.ends.from);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((from, i) => {
    const at = from === BEGINNING ? instant((starts[i + 1] ?? 1) - 1) : from;
    return {
      from,
      assessment: assess(program, { ...question, at: { from: at, until: instant(at + 1) } }, { changes: false }),
    };
  });
}

/** Cells with their segments in typed arrays. INVARIANT: cell c has the segments `offsets[c]` up to `offsets[c + 1]`. */
export type CellTable = { readonly offsets: Uint32Array; readonly starts: Float64Array; readonly outcomes: Uint8Array };

/** The table of several cells, each a question; neighbouring segments with the same outcome are one. */
export function cellTable(program: Program, questions: readonly Question[]): CellTable {
  const offsets = new Uint32Array(questions.length + 1);
  const starts: number[] = [];
  const outcomes: number[] = [];
  questions.forEach((question, cell) => {
    let last = -1;
    for (const { from, assessment } of segmentsOf(program, question)) {
      const code = HEADLINES.indexOf(assessment.outcome);
      if (code === last) continue;
      starts.push(from);
      outcomes.push(code);
      last = code;
    }
    offsets[cell + 1] = starts.length;
  });
  return { offsets, starts: Float64Array.from(starts), outcomes: Uint8Array.from(outcomes) };
}

/** Answers rows of cell and instant; `out[i]` is an index of HEADLINES. All arrays have the same length. */
export function lookUp(
  { offsets, starts, outcomes }: CellTable,
  cells: Uint32Array,
  at: Float64Array,
  out: Uint8Array,
): void {
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    const when = at[row]!;
    let low = offsets[cell]!;
    let high = offsets[cell + 1]!;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= when) low = middle;
      else high = middle;
    }
    out[row] = outcomes[low]!;
  }
}

/** Numbers cells by the words of their facts, so that a row of strings finds its cell by hopping through maps. */
export class CellIndex {
  readonly #root = new Map<string, unknown>();
  readonly #depth: number;
  #count = 0;

  /** `depth` facts make a cell, always in the same order. */
  constructor(depth: number) {
    this.#depth = depth;
  }

  get size(): number {
    return this.#count;
  }

  /** The number of a cell; a new one when these facts were not seen before. */
  cellOf(facts: readonly string[]): number {
    let level = this.#root;
    const last = this.#depth - 1;
    for (let i = 0; i < last; i++) {
      let next = level.get(facts[i]!) as Map<string, unknown> | undefined;
      if (next === undefined) {
        next = new Map();
        level.set(facts[i]!, next);
      }
      level = next;
    }
    const found = level.get(facts[last]!) as number | undefined;
    if (found !== undefined) return found;
    level.set(facts[last]!, this.#count);
    return this.#count++;
  }
}
