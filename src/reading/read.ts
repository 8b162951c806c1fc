/**
 * A document against the record: sentences, mentions, clauses, statements, and what the record says of each.
 * Comes in: a text, what is known about it, a compiled program. Goes out: every statement with its verdict, the right value
 * where it is wrong, and what it rests on. A sentence in which nothing is recognised is left alone, and counted as unchecked.
 */
import type { Program } from '../compile/program.ts';
import type { Language } from '../law/vocabulary.ts';
import { addDays, type CivilDate, formatCivilDate } from '../time/civil-date.ts';
import type { Zone } from '../time/zone.ts';
import { checkEvent } from './checks/event.ts';
import { unverifiable } from './checks/finding.ts';
import { checkLaw } from './checks/law.ts';
import { checkLimit } from './checks/limit.ts';
import { checkListed } from './checks/listed.ts';
import { checkNames } from './checks/name.ts';
import { checkOffices } from './checks/office.ts';
import { checkParticipation } from './checks/participation.ts';
import { checkPoints } from './checks/point.ts';
import { modalityOf } from './checks/polarity.ts';
import { checkSpeech, type Speech, speechIn } from './checks/position.ts';
import { checkScope } from './checks/scope.ts';
import { checkVote } from './checks/vote.ts';
import { type Clause, clausesOf, isAct, trim } from './clause.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { languageOf } from './language.ts';
import type { Line } from './line.ts';
import { mentionsOf } from './mention.ts';
import { merge } from './merge.ts';
import { type Scan, scan } from './scan.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import type { Finding, Mention, Reading, Statement, Verdict } from './statement.ts';
import { topicsOf } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ReadOptions = {
  readonly language?: Language;
  /** The days on which it may have been published: one, or those of a month. */
  readonly published?: { readonly from: CivilDate; readonly until: CivilDate };
  readonly zone?: Zone;
  readonly inferred?: readonly string[];
};

/** Reads a text; undefined when its language is none of the seven. */
export function readDocument(program: Program, text: string, options: ReadOptions = {}): Reading | undefined {
  const language = options.language ?? languageOf(text);
  if (language === undefined) return undefined;
  const facts = factsOf(program);
  const { published } = options;
  const reference = published ? addDays(published.until, -1) : program.record.horizon;
  const sentences = linesOf(text, language, facts.vocabulary);
  const opening = openingOf(sentences);
  const context: Context = {
    facts,
    language,
    reference,
    topics: topicsOf(
      opening.map(({ line }) => line),
      facts.targets,
    ),
    ...(published && { published }),
    ...(options.zone && { zone: options.zone }),
  };
  const timeline = isTimeline(opening, context);
  const mentions: Mention[] = [];
  const statements: Statement[] = [];
  let unchecked = 0;
  for (const { sentence, line } of chain(opening, sentences)) {
    const scanned = scan(
      line,
      language,
      { date: referenceOf(context), future: isAhead(sentence) },
      context.isDealKnown,
    );
    if (timeline && isEntry(sentence, scanned)) {
      context.entry = scanned.dates[0]!;
      delete context.vote;
      delete context.misdated;
      context.isNamed = false;
      mentions.push(...mentionsOf(text, scanned));
      continue;
    }
    mentions.push(...mentionsOf(text, scanned));
    noteResolution(scanned, context);
    if (scanned.line.has('deal')) context.isDealKnown = true;
    const found = statementsOf(text, scanned, context);
    if (found.length === 0) unchecked++;
    statements.push(...found);
    const named = scanned.dates.findLast(
      ({ precision, yearGiven, relative }) => precision === 'day' && (yearGiven || !relative),
    );
    if (named) context.day = named;
  }
  return {
    document: {
      text,
      language,
      published: published ? publishedText(published) : null,
      zone: options.zone ?? null,
      inferred: options.inferred ?? [],
    },
    mentions,
    statements,
    summary: summarize(statements, unchecked),
  };
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

/** Everything a sentence says that can be checked, each with its verdict. */
function statementsOf(text: string, scanned: Scan, context: Context): Statement[] {
  const clauses = clausesOf(scanned);
  const speech = speechIn(scanned, clauses);
  const statements: Statement[] = [];
  for (const whole of clauses) {
    const clause = speech ? afterCue(scanned, whole, speech) : whole;
    if (speech && clause !== whole)
      for (const finding of checkParticipation(scanned, beforeCue(scanned, whole, speech), context))
        statements.push(statementOf(text, scanned, finding, undefined));
    if (clause === undefined) continue;
    const findings = merge(contentOf(scanned, clause, context), clause);
    for (const finding of findings) statements.push(statementOf(text, scanned, finding, speech));
  }
  if (speech) statements.push(statementOf(text, scanned, checkSpeech(scanned, speech, context), speech, 'attribution'));
  for (const finding of checkOffices(scanned, context))
    statements.push(statementOf(text, scanned, finding, undefined, 'attribution'));
  return distinct(statements);
}

/** What stands before the cue tells who speaks, and what they are. */
const beforeCue = ({ line }: Scan, { from, to }: Clause, { cue }: Speech): Clause =>
  trim(line, { from, to: Math.max(from + 1, Math.min(to, cue.from)) });

/** Of the clause with the cue what is reported, without the speaker; nothing when that is hardly anything. */
function afterCue({ line }: Scan, clause: Clause, { cue, content }: Speech): Clause | undefined {
  const holdsCue = clause.from <= cue.from && cue.to <= clause.to;
  if (!holdsCue || content.from < cue.to) return clause;
  const rest = trim(line, { from: Math.min(content.from, clause.to), to: clause.to });
  return rest.to - rest.from >= 4 ? rest : undefined;
}

/** The more particular ones first: of contradictions on the same words the first one stays. */
const CHECKS = [checkNames, checkParticipation, checkListed, checkVote, checkLimit, checkLaw, checkPoints, checkScope];

function contentOf(scanned: Scan, clause: Clause, context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...check(scanned, clause, context));
  // An event of another day contradicts only what no other check knew better.
  const events = checkEvent(scanned, clause, context).filter(
    ({ verdict }) => verdict === 'supported' || findings.every((finding) => finding.verdict === 'supported'),
  );
  if (findings.length + events.length > 0) return [...findings, ...events];
  return isCheckable(scanned, clause) ? [unverifiable({ kind: 'other', from: clause.from, to: clause.to })] : [];
}

/** Somebody does something that a record could hold. */
function isCheckable(scanned: Scan, { from, to }: Clause): boolean {
  const { line } = scanned;
  const within = ({ from: start, to: end }: { from: number; to: number }): boolean => start >= from && end <= to;
  if (to - from < 3) return false;
  const acts = line.hits.some((hit) => (isAct(hit) || hit.group === 'cue') && within(hit));
  const names = [...scanned.states, ...scanned.bodies, ...scanned.persons].some(within);
  const times = [...scanned.dates, ...scanned.durations].some(
    ({ fromToken, toToken }) => fromToken >= from && toToken <= to,
  );
  const matters = line.hits.filter((hit) => hit.group === 'concept' && MATTERS.has(hit.name) && within(hit)).length;
  return (acts && (names || times || matters > 0)) || (names && times) || matters > 1 || (matters > 0 && names);
}

/** What this field is about. */
const MATTERS = new Set([
  'sanctions',
  'resolution',
  'deal',
  'arms',
  'embargo',
  'freeze',
  'travel',
  'missile',
  'nuclear',
  'enrichment',
  'experts',
  'mandate',
  'list',
  'snapback',
  'dispute',
  'noflyzone',
  'ceasefire',
  'occupation',
  'civilians',
  'means',
  'nucleartest',
  'order',
  'agreement',
  'unlawful',
  'standing',
  'joint',
  'observers',
  'presidency',
]);

function statementOf(
  text: string,
  { line }: Scan,
  finding: Finding,
  speech: Speech | undefined,
  aspect: Statement['aspect'] = 'content',
): Statement {
  const { start, end } = line.span(finding.from, finding.to);
  const isReported = speech !== undefined && (aspect === 'attribution' || finding.from >= speech.content.from);
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind: finding.kind,
    aspect,
    attribution: isReported ? speech.attribution : null,
    stated: { ...finding.stated, polarity: 'affirmed', modality: modalityOf(line, finding.from, finding.to) },
    verdict: finding.verdict,
    near: finding.near,
    evidence: finding.evidence,
    correct: finding.correct,
    contestedBy: finding.contestedBy,
    reason: finding.reason,
    because: finding.because,
    citations: finding.citations,
  };
}

/** Of two statements on the same stretch the one that knows more stays. */
function distinct(statements: readonly Statement[]): Statement[] {
  const best = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.start} ${statement.end}`;
    const known = best.get(key);
    if (known === undefined || rank(statement.verdict) > rank(known.verdict)) best.set(key, statement);
  }
  return [...best.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

const rank = (verdict: Verdict): number => ({ unverifiable: 0, supported: 1, contested: 2, contradicted: 3 })[verdict];

function summarize(statements: readonly Statement[], unchecked: number): Reading['summary'] {
  const summary = {
    statements: statements.length,
    supported: 0,
    contradicted: 0,
    contested: 0,
    unverifiable: 0,
    unchecked,
  };
  for (const { verdict } of statements) summary[verdict]++;
  return summary;
}
