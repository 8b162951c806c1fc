/**
 * A document against the record: sentences, mentions, clauses, statements, and what the record says of each.
 * Comes in: a text, what is known about it, a compiled program. Goes out: every statement with its verdict, the right value
 * where it is wrong, and what it rests on. A sentence in which nothing is recognised is left alone, and counted as unchecked.
 */
import type { Program } from '../compile/program.ts';
import type { Language } from '../law/vocabulary.ts';
import { addDays, type CivilDate, formatCivilDate } from '../time/civil-date.ts';
import type { Zone } from '../time/zone.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { languageOf } from './language.ts';
import type { Line } from './line.ts';
import { mentionsOf } from './mention.ts';
import type { DateMark } from './mentions/date.ts';
import { type Scan, scan } from './scan.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import type { DocumentFacts, Mention, Reading, Statement } from './statement.ts';
import { statementsOf } from './statements.ts';
import { addTo, emptySummary } from './summary.ts';
import { topicsOf } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ReadOptions = {
  readonly language?: Language;
  /** The days on which it may have been published: one, or those of a month. */
  readonly published?: { readonly from: CivilDate; readonly until: CivilDate };
  readonly zone?: Zone;
  readonly inferred?: readonly string[];
};

/** A text opened: what is known of it, and what its sentences say, one after another, so that a long one need not be held whole. */
export type OpenReading = { readonly document: DocumentFacts; readonly parts: Iterable<Part> };

/** What one sentence comes to. */
export type Part = {
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  /** It says nothing that is checked. */
  readonly isUnchecked: boolean;
};

/** Opens a text; undefined when its language is none of the seven. */
export function openReading(program: Program, text: string, options: ReadOptions = {}): OpenReading | undefined {
  const language = options.language ?? languageOf(text);
  if (language === undefined) return undefined;
  const { published, zone, inferred = [] } = options;
  const document = {
    text,
    language,
    published: published ? publishedText(published) : null,
    zone: zone ?? null,
    inferred,
  };
  return { document, parts: partsOf(program, text, { ...options, language }) };
}

/** Reads a text whole; undefined when its language is none of the seven. */
export function readDocument(program: Program, text: string, options: ReadOptions = {}): Reading | undefined {
  const opened = openReading(program, text, options);
  if (opened === undefined) return undefined;
  const mentions: Mention[] = [];
  const statements: Statement[] = [];
  const summary = emptySummary();
  for (const part of opened.parts) {
    mentions.push(...part.mentions);
    statements.push(...part.statements);
    addTo(summary, part);
  }
  return { document: opened.document, mentions, statements, summary };
}

function* partsOf(
  program: Program,
  text: string,
  { language, published, zone }: ReadOptions & { readonly language: Language },
): Generator<Part> {
  const facts = factsOf(program);
  const sentences = linesOf(text, language, facts.vocabulary);
  const opening = openingOf(sentences);
  const context: Context = {
    facts,
    language,
    reference: published ? addDays(published.until, -1) : program.record.horizon,
    topics: topicsOf(
      opening.map(({ line }) => line),
      facts.targets,
    ),
    ...(published && { published }),
    ...(zone && { zone }),
  };
  const timeline = isTimeline(opening, context);
  for (const { sentence, line } of chain(opening, sentences)) {
    const reference = { date: referenceOf(context), future: isAhead(sentence) };
    const found = scan(line, language, reference, context.isDealKnown);
    // Of a text that nobody knows the day of, "18 October" and "Friday" name no day.
    const isDated = context.published !== undefined || context.entry !== undefined;
    const scanned = isDated ? found : { ...found, dates: found.dates.filter(namesItself) };
    const mentions = mentionsOf(text, scanned);
    if (timeline && isEntry(sentence, scanned)) {
      context.entry = scanned.dates[0]!;
      delete context.vote;
      delete context.misdated;
      context.isNamed = false;
      yield { mentions, statements: [], isUnchecked: false };
      continue;
    }
    noteResolution(scanned, context);
    if (scanned.line.has('deal')) context.isDealKnown = true;
    const statements = isQuestion(sentence) ? [] : statementsOf(text, scanned, context);
    yield { mentions, statements, isUnchecked: statements.length === 0 };
    noteDay(scanned, context);
  }
}

/** Whether a date can be told without knowing when it was written. */
const namesItself = ({ yearGiven, relative }: DateMark): boolean => yearGiven && !relative;

/** What is asked is not said. */
const isQuestion = ({ tokens }: Sentence): boolean =>
  tokens.findLast(({ kind, norm }) => kind !== 'mark' || norm === '?')?.norm === '?';

/** A day named outright is the one that what follows is told of. */
function noteDay({ dates }: Scan, context: Context): void {
  const named = dates.findLast(({ precision, yearGiven, relative }) => precision === 'day' && (yearGiven || !relative));
  if (named) context.day = named;
}

/** A sentence with the phrases found in it. */
type Read = { readonly sentence: Sentence; readonly line: Line };

function* linesOf(text: string, language: Language, { lineOf }: Vocabulary): Generator<Read> {
  for (const sentence of sentencesOf(text)) yield { sentence, line: lineOf(sentence.tokens, language) };
}

/** How much of a text is looked at to know what it is about, and whether it is a timeline. */
const OPENING = 6_000;

/** The sentences that start in the beginning of a text, taken off the rest. */
function openingOf(sentences: Generator<Read>): Read[] {
  const opening: Read[] = [];
  for (let next = sentences.next(); !next.done; next = sentences.next()) {
    opening.push(next.value);
    if (next.value.sentence.tokens[0]!.start >= OPENING) break;
  }
  return opening;
}

function* chain<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

/** "under resolution 2231" brings it up, and does not make it what the text is about. */
const BACKGROUND = new Set([
  'under',
  'of',
  'with',
  'extend',
  'extending',
  'from',
  'تمدید',
  'طبق',
  'gemass',
  'laut',
  'segun',
  'selon',
  'по',
]);

/** "The resolution", further down, is the one named last. */
function noteResolution({ instruments, line }: Scan, context: Context): void {
  const mark = instruments.findLast(({ form }) => form === 'resolution');
  const resolution = mark?.number === undefined ? undefined : context.facts.resolution(mark.number);
  if (resolution === undefined) return;
  context.resolution = resolution;
  if (!BACKGROUND.has(line.norm(mark!.fromToken - 1)) && !line.has('draft') && !line.has('fail')) {
    context.vote = resolution;
    context.isNamed = true;
  }
}

const referenceOf = ({ entry, reference }: Context): CivilDate => entry?.from ?? reference;

const publishedText = ({ from, until }: { readonly from: CivilDate; readonly until: CivilDate }): string =>
  until - from > 1 ? formatCivilDate(from).slice(0, 7) : formatCivilDate(from);

/** Words that put a weekday into the days to come. */
const AHEAD = new Set([
  'will',
  'due',
  'tomorrow',
  'next',
  'upcoming',
  'wird',
  'werden',
  'kommenden',
  'будет',
  'خواهد',
  'sera',
  'seront',
  'sera',
  'seran',
]);
const isAhead = ({ tokens }: Sentence): boolean => tokens.some(({ norm }) => AHEAD.has(norm));

/** Two lines or more that are only dates make a timeline; one alone is the date line of a report. */
function isTimeline(opening: readonly Read[], { language, reference }: Context): boolean {
  const short = opening.filter(({ sentence }) => sentence.heading && sentence.tokens.length <= 8);
  const entries = short.filter(({ sentence, line }) =>
    isEntry(sentence, scan(line, language, { date: reference, future: false })),
  );
  return entries.length >= 2;
}

/** A line that is only a date heads an entry of a timeline. */
function isEntry(sentence: Sentence, { dates }: Scan): boolean {
  const [date] = dates;
  return (
    sentence.heading &&
    date?.precision === 'day' &&
    date.yearGiven &&
    !date.relative &&
    date.toToken - date.fromToken >= sentence.tokens.length - 1
  );
}
