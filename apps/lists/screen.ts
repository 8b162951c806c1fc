import type { ListStanding } from '../../src/index.ts';
import {
  asKnownOn,
  type Because,
  compareFacts,
  type Entry,
  type Facts,
  holdsOn,
  matchFrom,
  readingsOf,
  type Spell,
} from '../../src/lists.ts';
import type { Instant } from '../../src/time/instant.ts';
import type { Kept, KeptLists } from './kept-lists.ts';
import type { RecordLists } from './record-lists.ts';

/** One name to be screened, and what else is known of who bears it. */
export type ScreenQuery = { readonly name: string; readonly schema?: string } & Facts;

export type ScreenOptions = {
  /** ISO date as of which the lists are asked. */
  readonly on: string;
  readonly lists?: readonly string[];
  readonly from?: number;
  readonly limit?: number;
} & Viewpoint;

/** With what had been made public by an instant (all that is kept, if none is given), and in whose view (else everybody's who differs). */
export type Viewpoint = { readonly asKnown?: Instant; readonly accordingTo?: readonly string[] };

/** A stretch on a list; `positions` in whose view it has effect on the day, where that is disputed. */
export type Designated = Spell & {
  readonly act: string | null;
  readonly positions: readonly string[];
} & Partial<Omit<ListStanding, 'positions'>>;

export type Match = {
  readonly id: string;
  readonly caption: string;
  readonly list: string;
  readonly score: number;
  readonly match: boolean;
  readonly designated: readonly Designated[];
  readonly because: readonly Because[];
};

export type Screened = {
  readonly query: ScreenQuery;
  readonly on: string;
  /** The last day of what was known, and the positions asked, where the question named them. */
  readonly asKnown?: string;
  readonly accordingTo?: readonly string[];
  readonly matches: readonly Match[];
};

/** Whether being on these lists of the record has effect on a day, and for whom. */
export type StandingOf = (lists: readonly string[], day: string, view: Viewpoint) => ListStanding | undefined;

/** Lists of the record that a part of an official list is, by the list's id and the programme it prints. */
const recordedLists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  un_sc_sanctions: { Iran: ['un/1737-list', 'un/2231-list'] },
};

/** Makes a screener of the lists kept and of the record's own; `countryOf` gives a code for what lists print. */
export function screener(
  kept: KeptLists,
  recorded: RecordLists,
  standingOf: StandingOf,
  countryOf: (text: string) => string,
) {
  return (query: ScreenQuery, options: ScreenOptions): Screened => {
    const from = options.from ?? matchFrom;
    const limit = options.limit ?? 10;
    const wanted = options.lists === undefined ? undefined : new Set(options.lists);
    const knownOn = options.asKnown === undefined ? undefined : dayOfInstant(options.asKnown);
    const asked = { of: readingsOf(query.schema), from: Math.max(0, from - mostAdded), limit: limit * 3 };
    const hits = [
      ...kept
        .search(query.name, {
          ...asked,
          among: (number) =>
            (wanted === undefined || wanted.has(kept.listOf(number))) && kept.stood(number, options.on, knownOn),
        })
        .map((hit) => ({ ...hit, found: kept.subject(hit.subject), acts: undefined })),
      ...recorded
        .search(query.name, {
          ...asked,
          among: (number) => isMeant(recorded.subjects[number]!, wanted, options.on, knownOn),
        })
        .map((hit) => ({ ...hit, found: recorded.subjects[hit.subject]!, acts: recorded.subjects[hit.subject]!.acts })),
    ];
    for (const identifier of query.identifiers ?? [])
      hits.push(...identified(identifier, wanted, options.on, knownOn, hits));
    const matches = hits
      .map(({ found, acts, because, score }) => matchOf(query, found, acts, because, score, options))
      .filter(({ score }) => score >= from)
      .sort((a, b) => b.score - a.score || (a.list < b.list ? -1 : 1))
      .slice(0, limit);
    return {
      query,
      on: options.on,
      ...(knownOn !== undefined && { asKnown: knownOn }),
      ...(options.accordingTo !== undefined && { accordingTo: options.accordingTo }),
      matches,
    };
  };

  /** Who bears a number though no name met: those that a name has found already are left to it. */
  function identified(
    number: string,
    wanted: ReadonlySet<string> | undefined,
    day: string,
    knownOn: string | undefined,
    met: readonly { readonly found: Kept }[],
  ) {
    const known = new Set(met.map(({ found }) => `${found.list} ${found.entry.id}`));
    return [
      ...kept
        .search(number, {
          of: [],
          among: (subject) =>
            (wanted === undefined || wanted.has(kept.listOf(subject))) && kept.stood(subject, day, knownOn),
        })
        .map((hit) => ({ ...hit, found: kept.subject(hit.subject), acts: undefined })),
      ...recorded
        .search(number, { of: [], among: (subject) => isMeant(recorded.subjects[subject]!, wanted, day, knownOn) })
        .map((hit) => ({ ...hit, found: recorded.subjects[hit.subject]!, acts: recorded.subjects[hit.subject]!.acts })),
    ].filter(({ found }) => !known.has(`${found.list} ${found.entry.id}`));
  }

  function isMeant(
    { list, spells }: Kept,
    wanted: ReadonlySet<string> | undefined,
    day: string,
    knownOn: string | undefined,
  ): boolean {
    return (
      (wanted === undefined || wanted.has(list)) && asKnownOn(spells, knownOn).some((spell) => holdsOn(spell, day))
    );
  }

  function matchOf(
    query: ScreenQuery,
    found: Kept,
    acts: readonly (string | undefined)[] | undefined,
    names: readonly Because[],
    score: number,
    options: ScreenOptions,
  ): Match {
    const byNumber = names.some(({ feature }) => feature === 'identifier');
    const facts = compareFacts(byNumber ? { ...query, identifiers: [] } : query, found.entry, countryOf);
    const raw = score + facts.reduce((total, line) => total + line.score, 0);
    const total = Math.max(0, Math.min(1, raw));
    // What goes beyond 0 or 1 is shown too, so that the summands still add up.
    const cut: Because[] =
      Math.abs(total - raw) < 1e-9 ? [] : [{ feature: 'bounds', score: total - raw, query: '', candidate: '' }];
    return {
      id: found.entry.id,
      caption: found.entry.names[0]?.text ?? found.entry.id,
      list: found.list,
      score: rounded(total),
      match: total >= matchFrom,
      designated: designatedOf(found, acts, options),
      because: [...names, ...facts, ...cut].map((line) => ({ ...line, score: rounded(line.score) })),
    };
  }

  function designatedOf(
    { entry, list, spells }: Kept,
    acts: readonly (string | undefined)[] | undefined,
    { on: day, ...view }: ScreenOptions,
  ): readonly Designated[] {
    const lists =
      acts === undefined
        ? (entry.programmes ?? []).flatMap((programme) => recordedLists[list]?.[programme] ?? [])
        : [list];
    const standing = lists.length > 0 ? standingOf(lists, day, view) : undefined;
    const known = view.asKnown === undefined ? spells : asKnownOn(spells, dayOfInstant(view.asKnown));
    return known.map((spell, i) => ({
      ...spell,
      act: acts === undefined ? actOf(entry) : (acts[i] ?? null),
      positions: [],
      ...(holdsOn(spell, day) && standing),
    }));
  }
}

/** The most that facts beside the name can add, but for identifiers, which are found by themselves. */
const mostAdded = 0.09;
const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;
const dayOfInstant = (at: Instant): string => new Date(at * 1000).toISOString().slice(0, 10);
const actOf = ({ acts, programmes }: Entry): string | null => acts?.[0] ?? programmes?.[0] ?? null;
