import type { Hit } from './lexicon/matcher.ts';
import type { Line } from './line.ts';
import type { Scan } from './scan.ts';

/** A stretch of a sentence that says one thing; tokens `[from, to)`. */
export type Clause = { readonly from: number; readonly to: number };

/** Words for what somebody does or what becomes of something: what a clause turns on. */
export const ACTS: ReadonlySet<string> = new Set(
  'adopt fail vote veto abstain against favour submit extend end suspend impose create reimpose ease widen keep endorse refer authorize demand call ask list delist withdraw recall notify write ratify expel accredit warrant charge sign ban breach reduce shootdown strike launch supply inspect threshold presidency nucleartest pledge admit seize war coup brokered stepdown cooperate anniversary unanimous freeze meeting visit begin accept noaction objection command'.split(
    ' ',
  ),
);

/** Acts that a clause is cut by; the others are as often nouns ("asset freeze", "exports"). */
const SOFT = new Set([
  'supply',
  'freeze',
  'meeting',
  'visit',
  'cooperate',
  'unanimous',
  'anniversary',
  'keep',
  'launch',
  'call',
  'begin',
  'accept',
  'noaction',
  'objection',
  'command',
]);

const VOTES = new Set(['favour', 'against', 'abstain', 'unanimous', 'veto', 'vote']);

/** What a tally belongs to. */
const TELL = new Set(['fail', 'adopt']);

export const isAct = (hit: Hit): boolean => hit.group === 'concept' && ACTS.has(hit.name);

type Anchor = { readonly at: number; readonly vote: boolean; readonly tells: boolean };

/** Cuts a sentence into clauses where both sides have something to turn on; a tally is not cut. */
export function clausesOf({ line, language }: Scan): Clause[] {
  const anchors: Anchor[] = line.hits
    .filter((hit) => (isAct(hit) && !SOFT.has(hit.name)) || hit.group === 'cue')
    .map((hit) => ({
      at: hit.from,
      vote: hit.group === 'concept' && VOTES.has(hit.name),
      tells: hit.group === 'concept' && TELL.has(hit.name),
    }));
  const cuts = boundaries(line, language);
  const clauses: Clause[] = [];
  let from = 0;
  for (const [i, cut] of cuts.entries()) {
    const left = anchors.filter(({ at }) => at >= from && at < cut);
    const next = cuts[i + 1] ?? line.tokens.length;
    const right = anchors.filter(({ at }) => at >= cut && at < next);
    if (
      (!isParted(line, from, cut, next) && ((left.length === 0 && !isSaying(line, from, cut)) || right.length === 0)) ||
      (left.some(({ vote, tells }) => vote || tells) && right.every(({ vote }) => vote))
    )
      continue;
    clauses.push({ from, to: cut });
    from = cut;
  }
  clauses.push({ from, to: line.tokens.length });
  return clauses.map((clause) => trim(line, clause)).filter(({ from: start, to }) => to > start);
}

/** A semicolon parts what stands on both sides, if that is more than a word or two. */
const isParted = (line: Line, from: number, cut: number, next: number): boolean =>
  line.norm(cut - 1) === ';' && cut - from >= 5 && next - cut >= 5;

/** Without an act, a stretch of some length with a figure in it, before a "but" or a semicolon, still says something. */
function isSaying(line: Line, from: number, cut: number): boolean {
  const parting =
    ['but', 'mais', 'aber', 'но', 'اما', 'pero', 'while'].includes(line.norm(cut)) || line.norm(cut - 1) === ';';
  return (
    parting &&
    cut - from >= 6 &&
    line.tokens.slice(from, cut).some(({ kind }, i) => kind === 'number' || line.at('number', from + i) !== undefined)
  );
}

function boundaries(line: Line, language: string): number[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let index = 1; index < line.tokens.length; index++) {
    const token = line.tokens[index]!;
    const before = line.norm(index - 1);
    if (token.norm === '(') depth++;
    if (token.norm === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (
      isMidSentence(line, index) ||
      isInside(line, index) ||
      isBetweenLikes(line, index) ||
      goesOn(line, index, language)
    )
      continue;
    const isJoint =
      line.allAt(index).some(({ group, name }) => group === 'word' && name === 'joint') && !isRestrictive(line, index);
    if (
      before === ';' ||
      before === ':' ||
      before === '—' ||
      (before === '-' && line.tokens[index - 1]!.spaced && token.spaced)
    )
      cuts.push(index);
    else if (before === ',' && token.kind !== 'number') cuts.push(index);
    else if (
      isJoint &&
      token.kind === 'word' &&
      !(language === 'de' && ['der', 'die', 'das', 'den', 'mit'].includes(token.norm))
    )
      cuts.push(index);
  }
  return cuts;
}

const PERSIAN_VERBS = new Set(
  'است بود شد شده کرد کردند کرده داد دادند دهد دهند گفت گفتند یافت رسید دارد دارند شود شوند کند کنند هستند نیست خواهد گرفت گرفتند نیاورد اورد داشت داشتند'.split(
    ' ',
  ),
);

/** Persian and Arabic join nouns and sentences with the same "and": it parts sentences only after a verb. */
function isMidSentence(line: Line, index: number): boolean {
  const token = line.tokens[index]!;
  if (token.script !== 'arabic' || !line.allAt(index).some(({ group, name }) => group === 'word' && name === 'and'))
    return false;
  const before = line.norm(index - 1);
  return (
    token.norm === 'و' &&
    !PERSIAN_VERBS.has(before) &&
    !['می', 'نمی'].includes(line.norm(index - 2)) &&
    ![',', '.', ';'].includes(before)
  );
}

/** A phrase of the lexicon is never cut. */
const isInside = (line: Line, index: number): boolean =>
  line.hits.some((hit) => hit.from < index && index < hit.to && hit.group !== 'word');

const VERBS = new Set(
  'is are was were has have had will would been be to ist sind hat haben wurde wurden wird werden est sont ont sera seront es son ha han fue fueron sera'.split(
    ' ',
  ),
);

const PREPOSITIONS = new Set(
  'on of for at under from in by sur sous auf im am von en sobre по о об в на от'.split(' '),
);

/** After a comma a verb, a preposition or an infinitive goes on with what stood before it. */
function goesOn(line: Line, index: number, language: string): boolean {
  if (line.norm(index - 1) !== ',') return false;
  if (VERBS.has(line.norm(index)) || PREPOSITIONS.has(line.norm(index))) return true;
  if (language !== 'de') return false;
  for (let at = index; at < line.tokens.length && ![',', ';', '.'].includes(line.norm(at)); at++)
    if (line.norm(at) === 'zu' && [',', '.', ';', ''].includes(line.norm(at + 2))) return true;
  return false;
}

/** "the text that fell", "the draft with which": a relative clause that belongs to its noun; after a comma or a cue it says something new. */
function isRestrictive(line: Line, index: number): boolean {
  const word = line.norm(index);
  if (!['that', 'which', 'who', 'که', 'что', 'que', 'qui', 'dont', 'whom', 'with', 'الذي', 'التي'].includes(word))
    return false;
  if (word === 'with') return ['which', 'whom'].includes(line.norm(index + 1));
  if ([',', ':'].includes(line.norm(index - 1))) return false;
  return !line.hits.some((hit) => hit.group === 'cue' && hit.to <= index && index - hit.to <= 2);
}

const LIKES = new Set(['state', 'body', 'number', 'person', 'listed', 'month', 'weekday']);

/** An "and" or a comma inside a list: of States, of figures, of things. */
function isBetweenLikes(line: Line, index: number): boolean {
  const isAnd = line.allAt(index).some(({ group, name }) => group === 'word' && name === 'and');
  const at = isAnd ? index : line.norm(index - 1) === ',' ? index - 1 : undefined;
  if (at === undefined) return false;
  const next = isAnd ? index + 1 : index;
  return line.hits.some(
    (left) =>
      left.to === at - (isAnd && line.norm(at - 1) === ',' ? 1 : 0) &&
      line
        .allAt(next)
        .some(
          (right) =>
            right.group === left.group &&
            (LIKES.has(left.group) || (left.group === 'concept' && isThing(left) && isThing(right))),
        ),
  );
}

const isThing = (hit: Hit): boolean => !isAct(hit) || SOFT.has(hit.name);

const EDGES = new Set([',', ';', ':', '.', '—', '"', "'", '!', '?', '»', '«', '“', '”', '`', ')', '-']);
const JOINING = new Set([
  'and',
  'but',
  'و',
  'اما',
  'и',
  'а',
  'но',
  'et',
  'mais',
  'und',
  'aber',
  'y',
  'pero',
  'that',
  'که',
  'что',
  'que',
  'dass',
  'which',
  'who',
  'while',
  'with',
  'as',
  'because',
]);

/** Takes joining words and marks off both ends. */
export function trim(line: Line, { from, to }: Clause): Clause {
  let start = from;
  let end = to;
  while (start < end && (isEdge(line, start, true) || JOINING.has(line.norm(start)))) start++;
  while (end > start && isEdge(line, end - 1, false)) end--;
  return { from: start, to: end };
}

function isEdge(line: Line, index: number, atStart: boolean): boolean {
  const { norm } = line.tokens[index]!;
  if (norm === '.' && !atStart && line.tokens[index - 1]?.norm.length === 1 && line.norm(index - 2) === '.')
    return false;
  return EDGES.has(norm);
}
