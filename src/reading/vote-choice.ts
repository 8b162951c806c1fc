import type { CivilDate } from '../time/civil-date.ts';
import type { Clause } from './clause.ts';
import { type Context, writtenBy } from './context.ts';
import type { Line } from './line.ts';
import type { DateMark } from './mentions/date.ts';
import type { VoteFact } from './passages.ts';
import type { Scan } from './scan.ts';
import { signatureOf } from './signature.ts';

/** The vote a clause speaks of: by what sign it was found, and whether its day was named wrongly. */
export type Choice = {
  readonly vote: VoteFact;
  readonly by: 'number' | 'symbol' | 'day' | 'carried' | 'context';
  readonly day?: DateMark;
  readonly dayDiffers: boolean;
};

const DAYS_BEFORE_PUBLICATION = 12;

/** Finds the vote that a clause speaks of, or none when two fit alike. */
export function chooseVote(scan: Scan, clause: Clause, context: Context): Choice | undefined {
  if (!chosen.has(clause)) chosen.set(clause, choose(scan, clause, context));
  return chosen.get(clause);
}

const OTHER_BODIES = new Set([
  'EU',
  'UNGA',
  'LAS',
  'AU',
  'ECOWAS',
  'HRC',
  'IAEA',
  'NATO',
  'ICC',
  'CONGRESS',
  'OSCE',
  'G7',
  'GCC',
  'OIC',
]);

/** What another body decides is no vote of the Council. */
function isOfAnotherBody({ bodies }: Scan, { from, to }: Clause): boolean {
  const own = bodies.filter((hit) => hit.from >= from && hit.to <= to);
  return own.length > 0 && OTHER_BODIES.has(own[0]!.name) && !own.some(({ name }) => name === 'UNSC');
}

/** Several checks ask the same of a clause. */
const chosen = new WeakMap<Clause, Choice | undefined>();

function choose(scan: Scan, clause: Clause, context: Context): Choice | undefined {
  if (isOfAnotherBody(scan, clause)) return undefined;
  const named = namedVote(scan, clause, context);
  const day = scan.dates.find(
    (mark) =>
      mark.precision === 'day' &&
      mark.fromToken >= clause.from &&
      mark.toToken <= clause.to &&
      !isLimit(scan.line, mark),
  );
  if (named !== undefined)
    return (
      named.vote && {
        vote: named.vote,
        by: named.by,
        ...(day && { day }),
        dayDiffers: day !== undefined && day.from !== named.vote.date,
      }
    );
  const told = toldOf(scan, clause, context);
  const anchor = day ?? monthOf(scan, clause) ?? (context.entry?.precision === 'day' ? context.entry : undefined);
  const scored = candidates(context, anchor, told.pending)
    .map((vote) => ({ vote, ...fitOf(vote, told, context, anchor) }))
    .filter(({ score }) => score >= 5)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (
    best === undefined ||
    (second !== undefined && second.score > best.score - 0.75 && second.vote.symbol !== best.vote.symbol)
  )
    return undefined;
  return {
    vote: best.vote,
    by: best.sameDay ? 'day' : best.vote === context.vote && context.isNamed === true ? 'carried' : 'context',
    ...(anchor?.precision === 'day' && { day: anchor }),
    dayDiffers: anchor?.precision === 'day' && !best.sameDay,
  };
}

/** Votes that can be meant at all: about the day told or a year off it, or before the publication, or the one spoken of. */
function candidates(context: Context, anchor: DateMark | undefined, pending: boolean): readonly VoteFact[] {
  const { facts, vote, published } = context;
  const spans: [number, number][] = [];
  if (anchor)
    spans.push(
      [anchor.from - 40, anchor.until + 40],
      [anchor.from - 367, anchor.from - 364],
      [anchor.from + 364, anchor.from + 368],
    );
  if (published && (anchor === undefined || anchor.precision !== 'day')) {
    const written = writtenBy(context);
    spans.push([written - 90 - (published.until - published.from), written + (pending ? PENDING : 0)]);
  }
  const found = new Set(vote ? [vote] : []);
  for (const [from, until] of spans) for (const one of votesBetween(facts.votes, from, until)) found.add(one);
  return [...found];
}

/** Votes of some days; they are kept in order of time. */
function votesBetween(votes: readonly VoteFact[], from: number, until: number): readonly VoteFact[] {
  const start = firstFrom(votes, from);
  return votes.slice(start, firstFrom(votes, until));
}

function firstFrom(votes: readonly VoteFact[], date: number): number {
  let low = 0;
  let high = votes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (votes[middle]!.date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days ahead within which a draft told of may come to the vote. */
const PENDING = 45;

/** A draft is told of, and no result. */
const isPending = ({ line }: Scan, { from, to }: Clause): boolean =>
  line.has('draft', from, to) &&
  !['fail', 'adopt', 'veto', 'abstain', 'favour'].some((word) => line.has(word, from, to));

/** A month told in the sentence before the clause or in it: "In August 2020 …; the draft failed". */
const monthOf = ({ dates }: Scan, { to }: Clause): DateMark | undefined =>
  dates.findLast((mark) => mark.precision === 'month' && mark.yearGiven && !mark.relative && mark.fromToken < to);

/** A day after "until" is a limit laid down, not the day of the vote. */
export function isLimit(line: Line, mark: DateMark): boolean {
  for (let index = mark.fromToken - 1; index >= Math.max(0, mark.fromToken - 3); index--)
    if (
      line
        .allAt(index)
        .some(({ group, name, to }) => group === 'time' && (name === 'until' || name === 'since') && to > index)
    )
      return true;
  return false;
}

function namedVote(
  scan: Scan,
  clause: Clause,
  { facts }: Context,
): { readonly vote?: VoteFact; readonly by: 'number' | 'symbol' } | undefined {
  for (const mark of scan.instruments) {
    if (mark.fromToken < clause.from || mark.toToken > clause.to) continue;
    if (mark.form === 'document' && mark.symbol !== undefined) {
      const vote = facts.votes.find(({ symbol }) => symbol === mark.symbol);
      if (vote) return { vote, by: 'symbol' };
    }
    if (mark.form === 'resolution' && mark.number !== undefined && !isBackground(scan, clause, mark.fromToken)) {
      const vote = facts.resolution(mark.number);
      return vote ? { vote, by: 'number' } : { by: 'number' };
    }
  }
  return undefined;
}

/** "under resolution 2231", "a draft to extend resolution 2231": named, and not what is voted on. */
function isBackground({ line }: Scan, clause: Clause, index: number): boolean {
  const before = line.norm(index - 1);
  if (['under', 'extend', 'extending', 'of', 'تمدید', 'with', 'from', 'по'].includes(before)) return true;
  return (
    line.has('draft', clause.from, index) ||
    line.has('fail', clause.from, clause.to) ||
    line.has('submit', clause.from, index)
  );
}

/** What a clause says, as far as it tells one vote from another. */
type Told = {
  readonly states: ReadonlySet<string>;
  /** What the document is about most. */
  readonly topics: readonly string[];
  readonly concepts: readonly { readonly concept: string; readonly weight: number }[];
  readonly procedural: boolean;
  readonly pending: boolean;
  readonly veto: boolean;
  readonly failed: boolean | undefined;
};

function toldOf(scan: Scan, clause: Clause, { topics, facts }: Context): Told {
  const { line, states } = scan;
  const { from, to } = clause;
  return {
    states: new Set(states.filter((hit) => hit.from >= from && hit.to <= to).map(({ name }) => name)),
    topics: topics.slice(0, 3),
    concepts: [...signatureOf(line, from, to).concepts]
      .filter((concept) => !OF_ANY_VOTE.has(concept))
      .map((concept) => ({ concept, weight: facts.weight(concept) })),
    procedural: line.has('procedure', from, to),
    pending: isPending(scan, clause),
    veto: line.has('veto', from, to),
    failed: saysFailed(scan, clause),
  };
}

const NO_FIT = { score: 0, sameDay: false };

function fitOf(
  vote: VoteFact,
  told: Told,
  context: Context,
  anchor: DateMark | undefined,
): { readonly score: number; readonly sameDay: boolean } {
  if (vote.procedural && !told.procedural) return NO_FIT;
  const distance = anchor && anchor.precision === 'day' ? vote.date - anchor.from : undefined;
  const time = (anchor && timeByAnchor(vote.date, anchor)) ?? timeByPublication(vote, context, told.pending);
  if (time < 0 && context.vote !== vote) return NO_FIT;
  let score = time;
  if (isAnyOf(vote.targets, (target) => told.states.has(target))) score += 3;
  else if (isAnyOf(vote.targets, (target) => told.topics.includes(target))) score += 2;
  else if (vote.targets.size > 0 && distance !== 0 && context.vote !== vote) score -= 3;
  if (context.vote === vote) score += context.isNamed === true && anchor === undefined ? 5 : 2.5;
  if (vote.sponsors.length > 0 && vote.sponsors.every((sponsor) => told.states.has(sponsor))) score += 1.5;
  if (told.failed !== undefined && told.failed !== vote.adopted) score += 1.5;
  if (told.veto) score += vote.vetoedBy.length > 0 ? 2 : -1;
  score += aboutness(vote, told);
  return { score, sameDay: distance === 0 };
}

function isAnyOf(states: ReadonlySet<string>, is: (state: string) => boolean): boolean {
  for (const state of states) if (is(state)) return true;
  return false;
}

/** How well a day or a month told agrees with the day of a vote. */
function timeByAnchor(date: CivilDate, { from, until, precision }: DateMark): number | undefined {
  if (precision !== 'day') return from <= date && date < until ? 3.5 : undefined;
  const distance = Math.abs(date - from);
  if (distance === 0) return 4;
  if (distance <= 3) return 2.5;
  if (isShifted(date, from)) return 2;
  return distance < 40 ? 1 : -2;
}

/** The same day and month of another year, or the same day a month off: how dates are told wrongly. */
const isShifted = (a: CivilDate, b: CivilDate): boolean => [28, 29, 30, 31, 365, 366].includes(Math.abs(a - b));

function timeByPublication(vote: VoteFact, context: Context, pending: boolean): number {
  if (context.published === undefined) return context.vote === vote ? 1 : -1;
  const age = writtenBy(context) - 1 - vote.date;
  if (age < 0) return pending && !vote.adopted ? 2 : -1;
  const slack = context.published.until - context.published.from;
  if (age <= 1 + slack) return 3.5;
  return age <= DAYS_BEFORE_PUBLICATION + slack ? 2.5 : context.vote === vote ? 1 : age < 90 ? 0.5 : -1;
}

/** Undefined when the clause says neither. */
export function saysFailed({ line }: Scan, { from, to }: Clause): boolean | undefined {
  if (line.has('fail', from, to) || line.has('veto', from, to)) return true;
  return line.has('adopt', from, to) ||
    line.has('extend', from, to) ||
    line.has('impose', from, to) ||
    line.has('authorize', from, to)
    ? false
    : undefined;
}

/** Words that any vote is told with. */
const OF_ANY_VOTE = new Set([
  'adopt',
  'fail',
  'resolution',
  'favour',
  'against',
  'abstain',
  'veto',
  'submit',
  'unanimous',
  'sanctions',
]);

/** How much of what the clause is about the text voted on is about too. */
function aboutness(vote: VoteFact, { concepts }: Told): number {
  let shared = 0;
  let all = 0;
  for (const { concept, weight } of concepts) {
    all += weight;
    if (vote.signature.concepts.has(concept)) shared += weight;
  }
  return all === 0 ? 0 : Math.min(2.5, shared) * (shared / all);
}
