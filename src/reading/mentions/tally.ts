import type { Line } from '../line.ts';
import { numberAt } from './number.ts';

export type Side = 'for' | 'against' | 'abstaining';

/** How many voted how, as far as a text says; `to` and `from` bound the words. */
export type TallyMark = {
  readonly kind: 'tally';
  readonly fromToken: number;
  readonly toToken: number;
  readonly counts: Readonly<Partial<Record<Side, number>>>;
  readonly unanimous: boolean;
};

const SIDES: Readonly<Record<string, Side>> = { favour: 'for', against: 'against', abstain: 'abstaining' };

/** The tally of a stretch of a sentence: figures beside words for yes, no and abstention, `11-2-2`, `12 votes to 2`, unanimity. */
export function tallyIn(line: Line, from = 0, to = line.tokens.length): TallyMark | undefined {
  return rowOfFigures(line, from, to) ?? besideCues(line, from, to);
}

/** `11-2-2`, always for, against, abstaining; the sum is that of a Council or less. */
function rowOfFigures(line: Line, from: number, to: number): TallyMark | undefined {
  for (let index = from; index + 4 < to; index++) {
    const parts = [line.tokens[index]!, line.tokens[index + 2]!, line.tokens[index + 4]!];
    if (
      parts.some((token) => token.kind !== 'number' || token.norm.length > 3) ||
      line.norm(index + 1) !== '-' ||
      line.norm(index + 3) !== '-' ||
      line.norm(index + 5) === '-'
    )
      continue;
    const [yes, no, abstained] = parts.map(({ norm }) => Number(norm)) as [number, number, number];
    if (yes + no + abstained > 193 || line.norm(index - 1) === '-') continue;
    return {
      kind: 'tally',
      fromToken: index,
      toToken: index + 5,
      counts: { for: yes, against: no, abstaining: abstained },
      unanimous: false,
    };
  }
  return undefined;
}

type Cue = { readonly side: Side; readonly from: number; readonly to: number };

function besideCues(line: Line, from: number, to: number): TallyMark | undefined {
  const cues: Cue[] = line
    .within('concept', from, to)
    .flatMap((hit) => (SIDES[hit.name] ? [{ side: SIDES[hit.name]!, from: hit.from, to: hit.to }] : []));
  const counts: Partial<Record<Side, number>> = {};
  let first = to;
  let last = from;
  const note = (side: Side, value: number, start: number, end: number): void => {
    if (counts[side] !== undefined) return;
    counts[side] = value;
    first = Math.min(first, start);
    last = Math.max(last, end);
  };
  for (const [i, cue] of cues.entries()) {
    const floor = Math.max(from, cues[i - 1]?.to ?? from);
    const opens = opensClause(line, cue.from);
    const before = opens ? undefined : countBefore(line, cue.from, floor);
    if (before) note(cue.side, before.value, before.from, cue.to);
    else {
      const after = countAfter(line, cue.to, cues[i + 1]?.from ?? to, opens);
      if (after) note(cue.side, after.value, cue.from, after.to);
    }
  }
  const versus = votesTo(line, from, to);
  if (versus) {
    note('for', versus.counts[0], versus.from, versus.to);
    note('against', versus.counts[1], versus.from, versus.to);
  }
  const unanimous = line.within('concept', from, to).find(({ name }) => name === 'unanimous');
  if (unanimous) {
    first = Math.min(first, unanimous.from);
    last = Math.max(last, unanimous.to);
  }
  if (Object.keys(counts).length === 0 && unanimous === undefined) return undefined;
  return { kind: 'tally', fromToken: first, toToken: last, counts, unanimous: unanimous !== undefined };
}

/** Arabic writes "and" as part of a verb, which comes first: "وامتنعت خمس دول", "and five States abstained". */
const opensClause = (line: Line, index: number): boolean =>
  line.tokens[index]!.script === 'arabic' && /^و.{4}/.test(line.norm(index));

const MAX_GAP = 5;

/** The figure before a cue with nothing between them that could be counted instead: `13 votes in favour`, `Ten of the 15 members voted yes`. */
function countBefore(
  line: Line,
  cue: number,
  floor: number,
): { readonly value: number; readonly from: number } | undefined {
  let found: { value: number; from: number } | undefined;
  for (let index = cue - 1; index >= Math.max(floor, cue - 12); index--) {
    if (isBoundary(line, index) && found === undefined && cue - index > 1) return undefined;
    const number = numberAt(line, index);
    if (number === undefined || number.to > cue) continue;
    if (line.at('number', index - 1) && numberAt(line, index - 1)?.to === number.to) continue;
    if (isYearOrSize(line, number.from, number.to, number.value)) {
      found = undefined;
      continue;
    }
    found = { value: number.value, from: number.from };
    if (ofThe(line, index)) continue;
    break;
  }
  return found && cue - found.from <= 12 && gapIsCountable(line, found.from, cue) ? found : undefined;
}

/** In "ten of the 15 members" the second figure is the size of the body. */
const ofThe = (line: Line, index: number): boolean =>
  ['of', 'der', 'des', 'из', 'von', 'de', 'los', 'عضو', 'از'].includes(line.norm(index - 1)) ||
  ['of', 'der', 'des', 'из', 'von', 'de'].includes(line.norm(index - 2));

function isYearOrSize(line: Line, from: number, to: number, value: number): boolean {
  if (value > 193) return true;
  const isCompound = line.norm(to) === '-' && line.tokens[to + 1]?.kind === 'word' && !line.tokens[to]!.spaced;
  return isCompound || (ofThe(line, from) && value === 15);
}

const isBoundary = (line: Line, index: number): boolean => [';', '(', ')', ':'].includes(line.norm(index));

/** No State or date between a figure and its cue: then it counts something else. */
const gapIsCountable = (line: Line, from: number, cue: number): boolean =>
  cue - from <= MAX_GAP + 5 &&
  !line.hits.some((hit) => (hit.group === 'state' || hit.group === 'month') && hit.from > from && hit.to <= cue);

/** A figure after its cue: `abstentions: 2`, `against (2)`. */
function countAfter(
  line: Line,
  from: number,
  limit: number,
  isDirect: boolean,
): { readonly value: number; readonly to: number } | undefined {
  let at = from;
  while (at < from + 2 && [':', '(', '-'].includes(line.norm(at))) at++;
  if ((at === from && !isDirect) || at >= limit) return undefined;
  const number = numberAt(line, at);
  return number && number.value <= 193 ? { value: number.value, to: number.to } : undefined;
}

const VERSUS = new Set(['to', 'zu', 'contre', 'contra', 'against', 'در', 'به', 'مقابل']);

/** `12 votes to 2`, `mit 12 zu 2 Stimmen`, `by 114 votes to 17`. */
function votesTo(
  line: Line,
  from: number,
  to: number,
): { readonly counts: readonly [number, number]; readonly from: number; readonly to: number } | undefined {
  for (let index = from; index < to; index++) {
    if (!VERSUS.has(line.norm(index))) continue;
    const after = numberAt(line, index + 1);
    const vote = line.at('concept', index - 1)?.name === 'vote';
    const before = numberAt(line, vote ? index - 2 : index - 1);
    if (!after || !before || before.value > 193 || after.value > 193) continue;
    if (
      !vote &&
      line.at('concept', after.to)?.name !== 'vote' &&
      !['stimmen', 'votes', 'voix', 'votos'].includes(line.norm(after.to))
    )
      continue;
    return { counts: [before.value, after.value], from: before.from, to: after.to };
  }
  return undefined;
}
