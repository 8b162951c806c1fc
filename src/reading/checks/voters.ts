import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import type { Line } from '../line.ts';
import type { Side } from '../mentions/tally.ts';
import type { VoteFact } from '../passages.ts';
import type { Scan } from '../scan.ts';

/** States that a clause says voted in one way. `only` when the list is meant to be whole. */
export type Voters = {
  readonly side: Side;
  readonly states: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly only: boolean;
};

const SIDE_OF: Readonly<Record<string, Side>> = { favour: 'for', against: 'against', abstain: 'abstaining' };

type List = { readonly states: readonly string[]; readonly from: number; readonly to: number };

/** Who voted how, as the clause tells it: lists of States beside words for yes, no and abstention. */
export function votersIn(scan: Scan, { from, to }: Clause): Voters[] {
  const { line } = scan;
  const lists = listsOf(scan, from, to);
  const cues = line
    .within('concept', from, to)
    .flatMap((hit) => (SIDE_OF[hit.name] ? [{ side: SIDE_OF[hit.name]!, from: hit.from, to: hit.to }] : []));
  const taken = new Set<List>();
  const found: Voters[] = [];
  for (const [i, cue] of cues.entries()) {
    const floor = cues[i - 1]?.to ?? from;
    const ceiling = cues[i + 1]?.from ?? to;
    const after = lists.find(
      (list) => list.from >= cue.to && list.from < ceiling && !taken.has(list) && isIntroduced(scan, cue.to, list.from),
    );
    const before = lists.findLast(
      (list) => list.to <= cue.from && list.from >= floor && !taken.has(list) && isSubject(scan, list.to, cue.from),
    );
    const list = after ?? before;
    if (list === undefined) continue;
    taken.add(list);
    found.push({
      side: cue.side,
      states: list.states,
      from: Math.min(list.from, cue.from),
      to: Math.max(list.to, cue.to),
      only: !isPartial(scan, list.from),
    });
  }
  return found;
}

/** Runs of State names with nothing but commas and "and" between them. */
export function listsOf({ line, states }: Scan, from = 0, to = line.tokens.length): List[] {
  const lists: { states: string[]; from: number; to: number }[] = [];
  for (const hit of states) {
    if (hit.from < from || hit.to > to) continue;
    const last = lists.at(-1);
    if (last && isGlue(line.tokens.slice(last.to, hit.from).map(({ norm }) => norm))) {
      if (!last.states.includes(hit.name)) last.states.push(hit.name);
      last.to = hit.to;
    } else lists.push({ states: [hit.name], from: hit.from, to: hit.to });
  }
  return lists;
}

const GLUE = new Set([
  ',',
  'and',
  '&',
  'و',
  'и',
  'et',
  'und',
  'y',
  'e',
  'the',
  'la',
  'le',
  'les',
  'l',
  "'",
  'los',
  'el',
  'sowie',
  'as',
  'well',
  'also',
  'republic',
  'federation',
  '.',
  'both',
  'а',
  'также',
  'den',
  'die',
  'der',
  'das',
]);
const isGlue = (words: readonly string[]): boolean => words.length <= 4 && words.every((word) => GLUE.has(word));

/** Verb first: "За резолюцию проголосовали Россия, …", "صوتت لصالح المشروع روسيا …". */
function isOnlyWords(line: Line, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const hit = line.within('concept', from, to).find((one) => one.from <= index && index < one.to);
    if (hit === undefined || !['vote', 'draft', 'resolution', 'text'].includes(hit.name)) return false;
  }
  return line.tokens[from]!.script !== 'latin';
}

/** "abstentions, by Russia and China", "abstained: Russia, …", "2 in favor (US and …)", "رأی منفی از آن آمریکا". */
function isIntroduced({ line }: Scan, cue: number, list: number): boolean {
  if (list - cue > 4) return false;
  if (list === cue || isOnlyWords(line, cue, list)) return true;
  const between = line.tokens.slice(cue, list).map(({ norm }) => norm);
  return (
    between.length > 0 &&
    between.every((word) =>
      [
        '(',
        ':',
        ',',
        '-',
        '—',
        'by',
        'from',
        'von',
        'de',
        'par',
        'по',
        'were',
        'are',
        'came',
        'از',
        'ان',
        'of',
        'durch',
        'des',
        'were',
        'was',
        'من',
        'the',
        'la',
        'le',
        'les',
        'los',
      ].includes(word),
    ) &&
    between.some((word) =>
      ['(', ':', 'by', 'from', 'von', 'de', 'par', 'ان', 'were', 'was', 'des', 'من', '-'].includes(word),
    )
  );
}

const PARTING = new Set(['while', 'whereas', 'but', 'with', 'where', 'when', ';']);

/** "Russia and China abstained", "China, Russia, Pakistan and Algeria were the four countries in favor". */
function isSubject({ line }: Scan, list: number, cue: number): boolean {
  if (cue - list > 7) return false;
  return (
    !line.tokens
      .slice(list, cue)
      .some(
        (token, i) =>
          PARTING.has(token.norm) || (token.norm === "'" && i === 0) || line.at('time', list + i)?.name === 'until',
      ) &&
    !line.hits.some(
      (hit) =>
        hit.group === 'number' &&
        hit.from >= list &&
        hit.to <= cue &&
        line.at('concept', hit.to)?.name !== 'member' &&
        !['countries', 'members', 'states', 'of'].includes(line.norm(hit.to)),
    )
  );
}

const isPartial = ({ line }: Scan, list: number): boolean =>
  [1, 2, 3].some((back) =>
    [
      'including',
      'among',
      'those',
      'darunter',
      'dont',
      'incluidos',
      'از جمله',
      'جمله',
      'including',
      'включая',
      'such',
    ].includes(line.norm(list - back)),
  );

/** The members on one side; undefined where the names on record do not show it. */
export function side(vote: VoteFact, which: Side, { facts }: Context): ReadonlySet<string> | undefined {
  const { vote: recorded } = vote;
  if (recorded === undefined) return undefined;
  const { againstNames, abstainingNames, notVotingNames, forNames } = recorded;
  if (which === 'against') return againstNames.length === recorded.against ? new Set(againstNames) : undefined;
  if (which === 'abstaining')
    return abstainingNames.length === recorded.abstaining ? new Set(abstainingNames) : undefined;
  if (forNames !== undefined) return new Set(forNames);
  if (againstNames.length !== recorded.against || abstainingNames.length !== recorded.abstaining) return undefined;
  const others = new Set([...againstNames, ...abstainingNames, ...notVotingNames]);
  const members = [...facts.council(vote.date)].filter((state) => !others.has(state));
  return members.length === recorded.for ? new Set(members) : undefined;
}
