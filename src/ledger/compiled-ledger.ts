/**
 * The law as a ledger needs it: cells (what rows say besides their time) in, lines of segments out. Each kin of questions
 * is answered once for each stretch of time in which its answer cannot change.
 */
import type { Program } from '../compile/program.ts';
import { totalsOf } from '../evaluate/assess.ts';
import type { Question } from '../law/question.ts';
import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { type Kin, Kins } from './kin.ts';
import { Legend, type LegendEntry } from './legend.ts';
import { type Days, PRECISIONS, type Precision } from './precision.ts';
import { type Layout, Timelines } from './slots.ts';
import { type Step, stepsOf } from './timeline.ts';

export class CompiledLedger {
  readonly legend: Legend;
  readonly #program: Program;
  readonly #days: Days;
  readonly #timelines = new Timelines();
  readonly #lines = new Map<string, number>();
  readonly #kins: Kins;

  constructor(program: Program, days: Days, positions: readonly string[], before: readonly LegendEntry[] = []) {
    this.#program = program;
    this.#days = days;
    this.#kins = new Kins(program);
    this.legend = new Legend(program.record, positions, before);
  }

  /** The tables of all lines asked for so far. */
  layOut(): Layout {
    return this.#timelines.layOut();
  }

  /** The number of the line for rows that ask this question within a stretch of time, known as exactly as `precision` says. */
  lineOf(question: Question, precision: Precision, within: Interval): number {
    return this.#lineOf(this.#kins.kinOf(question), question, precision, within);
  }

  /** The numbers of the lines for every precision, in the order of `PRECISIONS`. */
  linesOf(question: Question, within: Interval): readonly number[] {
    const kin = this.#kins.kinOf(question);
    return PRECISIONS.map((precision) => this.#lineOf(kin, question, precision, within));
  }

  #lineOf({ number, cuts }: Kin, question: Question, precision: Precision, within: Interval): number {
    const key = `${precision} ${within.from} ${within.until} ${number}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const steps = stepsOf(cuts, within, precision, this.#days, (at) => this.answerAt(question, at));
    const line = this.#timelines.numberOf(steps);
    this.#lines.set(key, line);
    return line;
  }

  /** The number of the line of steps worked out elsewhere: of words whose meaning turns on the time. */
  lineOfSteps(steps: readonly Step[]): number {
    return this.#timelines.numberOf(steps);
  }

  /** The number of the answer to a question at a time; the question's own time counts for nothing. */
  answerAt(question: Question, at: Interval): number {
    const { headline, totals } = totalsOf(this.#program, { ...question, at });
    return this.legend.numberOf(headline, totals);
  }

  /** The instants at which the answer to a question may change. */
  cutsOf(question: Question): readonly Instant[] {
    return this.#kins.kinOf(question).cuts;
  }
}
