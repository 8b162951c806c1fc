/** One record, opened: words understood, questions answered. What the commands, the server and the tests share. */
import {
  type Assessment,
  type AssessOptions,
  assess,
  type Checked,
  compile,
  ENGINE_VERSION,
  type LegalRecord,
  type Program,
  type Question,
  type Surroundings,
  type SurveyNeed,
  type SurveyQuestion,
  stillNeeded,
  understandQuestion,
  understandSurvey,
  type Version,
  type Vocabulary,
  versionOf,
  vocabularyOf,
} from '../src/index.ts';
import { endOfDay } from '../src/time/civil-date.ts';
import { type Instant, instant } from '../src/time/instant.ts';

/** How many knowledge times are kept compiled at once. */
const MOST_PROGRAMS = 64;

export class Session {
  readonly record: LegalRecord;
  readonly version: Version;
  readonly vocabulary: Vocabulary;
  readonly #programs = new Map<string, Program>();
  readonly #now: () => Instant;
  readonly #partFor: (question: Question) => LegalRecord;
  #tables: Surroundings['tables'];
  #findParty: Surroundings['findParty'];

  /** `now` is only asked where a question says `now`; `partFor` gives the part of the record that one question needs. */
  constructor(record: LegalRecord, now: () => Instant, partFor: (question: Question) => LegalRecord = () => record) {
    this.record = record;
    this.version = versionOf(record, ENGINE_VERSION, process.versions.tz ?? 'unknown');
    this.vocabulary = vocabularyOf(record);
    this.#now = now;
    this.#partFor = partFor;
  }

  /** The question that words ask. Calendars and the lists of names are loaded when the words turn out to need them. */
  understand(words: unknown): Promise<Checked<Question>> {
    return this.#understanding((surroundings) => understandQuestion(words, this.vocabulary, surroundings));
  }

  /** What words ask about one State; `needs` are the fields that must be given. */
  understandSurvey(words: unknown, needs: readonly SurveyNeed[]): Promise<Checked<SurveyQuestion>> {
    return this.#understanding((surroundings) => understandSurvey(words, needs, this.vocabulary, surroundings));
  }

  async #understanding<T>(understand: (surroundings: Surroundings) => Checked<T>): Promise<Checked<T>> {
    for (;;) {
      const understood = understand({
        now: this.#now(),
        ...(this.#tables && { tables: this.#tables }),
        ...(this.#findParty && { findParty: this.#findParty }),
      });
      const needed = stillNeeded(understood);
      if (needed.length === 0) return understood;
      if (needed.includes('tables')) this.#tables = (await import('../src/asking/calendar-tables.ts')).calendarTables;
      if (needed.includes('parties'))
        this.#findParty = (await import('../src/asking/parties.ts')).partyFinder(this.record);
    }
  }

  /** The record compiled for a knowledge time, under suppositions. */
  program({ asKnown, suppose }: Pick<Question, 'asKnown' | 'suppose'>): Program {
    const key = JSON.stringify([asKnown, suppose]);
    const kept = this.#programs.get(key);
    if (kept !== undefined) return kept;
    if (this.#programs.size >= MOST_PROGRAMS) this.#programs.clear();
    const made = compile(this.record, asKnown, suppose);
    this.#programs.set(key, made);
    return made;
  }

  /** The record compiled with all that it knows. */
  latest(): Program {
    return this.program({ asKnown: instant(endOfDay(this.record.horizon) - 1), suppose: [] });
  }

  /** Answers a question that comes alone: only the part of the record that it needs is read and compiled. */
  answerAlone(question: Question): Answered {
    const part = this.#partFor(question);
    return answered(question, (suppose) => compile(part, question.asKnown, suppose));
  }

  answer(question: Question, options?: AssessOptions): Answered {
    return answered(question, (suppose) => this.program({ ...question, suppose }), options);
  }
}

/** An answer, the program it was worked out from, and where the question supposes something the answer without that. */
export type Answered = { readonly assessment: Assessment; readonly program: Program; readonly before?: Assessment };

function answered(
  question: Question,
  programFor: (suppose: Question['suppose']) => Program,
  options?: AssessOptions,
): Answered {
  const program = programFor(question.suppose);
  const assessment = assess(program, question, options);
  if (question.suppose.length === 0) return { assessment, program };
  const plain = { ...question, suppose: [] };
  return { assessment, program, before: assess(programFor([]), plain, { ...options, changes: false }) };
}
