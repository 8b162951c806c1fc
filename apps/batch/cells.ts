/** Cells of a ledger worked out: the words of each become a question, and the question a line of segments, or a fault. */
import type { Checked, Question } from '../../src/index.ts';
import {
  BEGINNING,
  type CompiledLedger,
  FOREVER,
  formatInstant,
  type Instant,
  type Interval,
  instant,
  PRECISIONS,
  type Step,
  spanText,
  statesNamed,
  stepsOf,
  type WordField,
} from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { IN_WORDS, NO_TIME } from './relation.ts';
import type { RunView } from './viewpoint.ts';

/** What rows of one cell have in common: their words, how exactly their time is known, and from when to when they are. */
export type Cell = {
  readonly words: Readonly<Partial<Record<WordField, string>>>;
  readonly precision: number;
  readonly first: number;
  readonly last: number;
  /** A time that only words tell. */
  readonly inWords?: string;
};

/** Why rows get no answer: the field it lies in, and a sentence. */
export type Fault = { readonly field: string; readonly code: string; readonly reason: string };

export type Worked = { readonly line: number } | { readonly fault: Fault };

export class Cells {
  readonly ledger: CompiledLedger;
  /** Faults that hold for some time only; the answer number `-1 - i` means fault i. */
  readonly faults: Fault[] = [];
  readonly #session: Session;
  readonly #view: RunView;
  readonly #given: Cell['words'];
  readonly #turning = new Map<string, readonly Instant[]>();

  /** `given`: words that all rows share. */
  constructor(session: Session, view: RunView, ledger: CompiledLedger, given: Cell['words'] = {}) {
    this.#session = session;
    this.#view = view;
    this.ledger = ledger;
    this.#given = given;
  }

  /** The number of the line that answers a cell's rows. */
  async workOut(cell: Cell): Promise<Worked> {
    const { precision, first, last, inWords } = cell;
    const words = { ...this.#given, ...cell.words };
    if (precision === NO_TIME || precision === IN_WORDS) {
      const understood = await this.#understand(words, inWords);
      if (!understood.ok) return { fault: faultOf(understood) };
      const at = understood.value.at;
      return { line: this.ledger.lineOfSteps([{ from: at.from, answer: this.ledger.answerAt(understood.value, at) }]) };
    }
    const exactly = PRECISIONS[precision]!;
    const within: Interval = { from: instant(first), until: instant(last + 1) };
    const turns = this.#turnsOf(words).filter((turn) => turn !== BEGINNING && turn !== FOREVER);
    if (turns.length > 0) return this.#workOutTurning({ ...cell, words }, turns, within);
    const understood = await this.#understand(words, formatInstant(within.from));
    if (!understood.ok) return { fault: faultOf(understood) };
    return { line: this.ledger.lineOf(understood.value, exactly, within) };
  }

  /** The name of a place can mean one State before a day and another after it: each step is understood for itself. */
  async #workOutTurning({ words, precision }: Cell, turns: readonly Instant[], within: Interval): Promise<Worked> {
    const exactly = PRECISIONS[precision]!;
    const spans: Interval[] = [];
    const questions: Question[] = [];
    for (const from of [within.from, ...turns]) {
      const understood = await this.#understand(words, formatInstant(from));
      if (understood.ok) questions.push(understood.value);
    }
    const cuts = [...new Set([...turns, ...questions.flatMap((question) => this.ledger.cutsOf(question))])];
    // The steps are looked for first, then understood one by one, for understanding may have to wait for tables.
    stepsOf(cuts, within, exactly, this.#view.days, (at) => spans.push(at));
    const steps: Step[] = [];
    for (const at of spans) {
      const understood = await this.#understand(words, spanText(at.from, exactly, this.#view.days));
      const question = understood.ok ? { ...understood.value, at } : undefined;
      const answer = question === undefined ? this.#faulty(faultOf(understood)) : this.ledger.answerAt(question, at);
      if (steps.at(-1)?.answer !== answer) steps.push({ from: at.from, answer });
    }
    return { line: this.ledger.lineOfSteps(steps) };
  }

  #faulty(fault: Fault): number {
    this.faults.push(fault);
    return -this.faults.length;
  }

  #understand(words: Cell['words'], on: string | undefined): Promise<Checked<Question>> {
    return this.#session.understand({ ...this.#view.shared, ...unlisted(words), ...(on !== undefined && { on }) });
  }

  /** The instants at which the meaning of a cell's words may change: States that share a name come and go. */
  #turnsOf({ from, to }: Cell['words']): readonly Instant[] {
    return [from, to].flatMap((text) => (text === undefined ? [] : this.#turnsOfPlace(text)));
  }

  #turnsOfPlace(text: string): readonly Instant[] {
    const known = this.#turning.get(text);
    if (known !== undefined) return known;
    const states = statesNamed(text, undefined, this.#session.vocabulary);
    const turns =
      states.length < 2
        ? []
        : states.flatMap((state) => {
            const { exists } = this.#session.record.states[state]!;
            return [exists.from, exists.until].filter((turn) => turn !== undefined);
          });
    this.#turning.set(text, turns);
    return turns;
  }
}

/** Lists came as JSON; a text that only looks like one stays a text. */
export function unlisted(words: Cell['words']): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...words };
  for (const field of ['goods', 'party'] as const) {
    const text = words[field];
    if (text === undefined || !/^\[[\s\S]*\]$/.test(text)) continue;
    try {
      fields[field] = JSON.parse(text);
    } catch {
      // No JSON after all.
    }
  }
  return fields;
}

export function faultOf(checked: Checked<unknown>): Fault {
  if (checked.ok) throw new Error('what was understood has no fault');
  const [first] = checked.errors;
  const field = first?.place.within ?? 'question';
  return {
    field,
    code: first?.code ?? 'not-a-question',
    reason: checked.errors.map(({ message }) => message).join(' '),
  };
}
