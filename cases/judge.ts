/** Puts a case to the engine through its public doors and says where the answer departs from the known one. */

import { calendarTables } from '../src/asking/calendar-tables.ts';
import { partyFinder } from '../src/asking/parties.ts';
import { understandQuestion } from '../src/asking/question.ts';
import { type Vocabulary, vocabularyOf } from '../src/asking/vocabulary.ts';
import {
  assess,
  assessmentJson,
  compile,
  ENGINE_VERSION,
  type LegalCase,
  type LegalRecord,
  type Program,
  versionOf,
} from '../src/index.ts';
import { endOfDay } from '../src/time/civil-date.ts';

/** The parts of an answer's JSON that cases look at. */
type Answer = {
  readonly outcome: string;
  readonly undetermined?: string | null;
  readonly missing: readonly string[];
  readonly parts: readonly { readonly when: Readonly<Record<string, unknown>>; readonly outcome: string }[];
  readonly views: readonly {
    readonly undetermined: string | null;
    readonly measures: readonly {
      readonly instrument: string;
      readonly provision: string;
      readonly controls: boolean;
    }[];
  }[];
};

/** Judges cases against one record; programs are kept by knowledge time and supposition. */
export class Judge {
  readonly #record: LegalRecord;
  readonly #vocabulary: Vocabulary;
  readonly #programs = new Map<string, Program>();

  constructor(record: LegalRecord) {
    this.#record = record;
    this.#vocabulary = vocabularyOf(record);
  }

  /** Where the engine's answer departs from the case, a line each; none when it agrees. */
  departures(one: LegalCase): readonly string[] {
    const answer = this.#answer(one.ask);
    if (typeof answer === 'string') return [answer];
    return [
      ...differs('outcome', answer.outcome, one.outcome),
      ...(one.undetermined === undefined ? [] : kindDiffers(answer, one.undetermined)),
      ...(one.missing === undefined ? [] : differs('missing', sorted(answer.missing), sorted(one.missing))),
      ...partsMissing(answer, one),
      ...citationMissing(answer, one),
      ...Object.entries(one.views ?? {}).flatMap(([position, outcome]) => {
        const view = this.#answer({ ...one.ask, accordingTo: position });
        return typeof view === 'string'
          ? [`${position}: ${view}`]
          : differs(`according to ${position}`, view.outcome, outcome);
      }),
    ];
  }

  #answer(words: LegalCase['ask']): Answer | string {
    const understood = understandQuestion(words, this.#vocabulary, {
      now: endOfDay(this.#record.horizon),
      tables: calendarTables,
      findParty: partyFinder(this.#record),
    });
    if (!understood.ok) return understood.errors.map(({ message }) => message).join(' ');
    const question = understood.value;
    const key = JSON.stringify([question.asKnown, question.suppose]);
    const program = this.#programs.get(key) ?? compile(this.#record, question.asKnown, question.suppose);
    this.#programs.set(key, program);
    const version = versionOf(this.#record, ENGINE_VERSION, 'none');
    return assessmentJson(assess(program, question, { changes: false }), program, version) as unknown as Answer;
  }
}

const sorted = (words: readonly string[]): string => [...words].sort().join(', ') || 'nothing';

const differs = (what: string, found: string, known: string): readonly string[] =>
  found === known ? [] : [`${what} is ${found}, and should be ${known}`];

function kindDiffers(answer: Answer, known: string): readonly string[] {
  const kinds = [answer.undetermined, ...answer.views.map(({ undetermined }) => undetermined)].filter(
    (kind) => kind != null,
  );
  return kinds.includes(known) ? [] : [`undetermined is ${sorted(kinds as string[])}, and should be ${known}`];
}

function partsMissing({ parts }: Answer, { parts: known = [] }: LegalCase): readonly string[] {
  return known
    .filter(({ when, outcome }) => !parts.some((part) => part.outcome === outcome && covers(part.when, when)))
    .map(
      ({ when, outcome }) => `no part says ${outcome} when ${JSON.stringify(when)}; there are ${JSON.stringify(parts)}`,
    );
}

/** Whether a part says at least what a case asks of it. */
const covers = (found: Readonly<Record<string, unknown>>, known: object): boolean =>
  Object.entries(known).every(([fact, value]) => JSON.stringify(found[fact]) === JSON.stringify(value));

function citationMissing({ views }: Answer, { controls = [] }: LegalCase): readonly string[] {
  if (controls.length === 0) return [];
  const cited = views.flatMap(({ measures }) =>
    measures.filter((one) => one.controls).map((one) => `${one.instrument} ${one.provision}`.trim()),
  );
  if (cited.some((citation) => controls.includes(citation))) return [];
  return [`it rests on ${sorted([...new Set(cited)])}, and should on ${controls.join(' or ')}`];
}
