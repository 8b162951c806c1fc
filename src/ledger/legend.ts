/** The distinct answers of a ledger, numbered: what the rows of its tables point at, told once. */

import type { Total } from '../evaluate/assess.ts';
import { HEADLINES } from '../evaluate/cells.ts';
import { citationOfNorm } from '../explain/citation.ts';
import type { Finding } from '../law/assessment.ts';
import { type Headline, OUTCOMES, type Outcome } from '../law/outcome.ts';
import type { LegalRecord } from '../law/record.ts';

/** What a row gets: outcomes by code (`HEADLINES`, `OUTCOMES`), and the number of the reason. */
export type LedgerAnswer = {
  readonly outcome: number;
  readonly strictest: number;
  readonly mildest: number;
  /** By position, in the order they were asked for. */
  readonly positions: readonly number[];
  readonly why: number;
};

/** Why an answer is what it is. */
export type LegendEntry = {
  readonly why: number;
  readonly outcome: Headline;
  readonly strictest: Outcome;
  readonly mildest: Outcome;
  readonly regimes: readonly string[];
  readonly laws: readonly string[];
  readonly measures: readonly string[];
  readonly provisions: readonly string[];
  readonly missing: readonly string[];
  readonly undetermined: string | null;
  readonly text: string;
};

export class Legend {
  readonly #record: LegalRecord;
  readonly #positions: readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #answers = new Map<string, number>();
  readonly entries: LegendEntry[];
  readonly answers: LedgerAnswer[] = [];

  /** `before`: entries of an earlier part of the same run, which keep their numbers. */
  constructor(record: LegalRecord, positions: readonly string[], before: readonly LegendEntry[] = []) {
    this.#record = record;
    this.#positions = positions;
    this.entries = [...before];
    for (const entry of before) this.#numbers.set(keyOf(entry), entry.why);
  }

  /** The number, in `answers`, of what some totals come to. */
  numberOf(headline: Finding, totals: readonly Total[]): number {
    const positions = this.#positions.map((position) => {
      const total = totals.find((one) => one.positions.includes(position));
      return HEADLINES.indexOf((total?.finding ?? headline).outcome);
    });
    const answer: LedgerAnswer = {
      outcome: HEADLINES.indexOf(headline.outcome),
      strictest: OUTCOMES.indexOf(headline.strictest),
      mildest: OUTCOMES.indexOf(headline.mildest),
      positions,
      why: this.#why(headline, totals),
    };
    const key = JSON.stringify(answer);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#answers.set(key, this.answers.length);
    this.answers.push(answer);
    return this.answers.length - 1;
  }

  #why(headline: Finding, totals: readonly Total[]): number {
    const measures = [...new Set(totals.flatMap(({ controls }) => controls))].sort();
    const norms = measures.map((id) => this.#record.norms[id]!);
    const entry: LegendEntry = {
      why: this.entries.length,
      outcome: headline.outcome,
      strictest: headline.strictest,
      mildest: headline.mildest,
      regimes: distinct(norms.map(({ regime }) => regime)),
      laws: distinct(norms.map(({ law }) => law)),
      measures,
      provisions: measures.map((id) => this.#cited(id)),
      missing: headline.missing,
      undetermined:
        headline.undetermined ?? totals.find(({ finding }) => finding.undetermined)?.finding.undetermined ?? null,
      text: totals.map((total) => this.#text(total, totals.length)).join('; '),
    };
    const key = keyOf(entry);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, entry.why);
    this.entries.push(entry);
    return entry.why;
  }

  #text({ positions, finding, controls }: Total, count: number): string {
    const whose = count > 1 || positions.length > 0 ? ` (${positions.join(', ') || 'nobody in particular'})` : '';
    const open = finding.undetermined === undefined ? '' : `: ${finding.undetermined}`;
    const missing = finding.missing.length === 0 ? '' : `, turning on ${finding.missing.join(', ')}`;
    const cited = controls.length === 0 ? '' : `: ${controls.map((id) => this.#cited(id)).join(', ')}`;
    return `${finding.outcome}${open}${missing}${whose}${cited}`;
  }

  #cited(id: string): string {
    const { symbol, at } = citationOfNorm(this.#record, this.#record.norms[id]!);
    return at === undefined ? symbol : `${symbol} ${at}`;
  }
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

const keyOf = ({ why, ...rest }: LegendEntry): string => JSON.stringify(rest);
