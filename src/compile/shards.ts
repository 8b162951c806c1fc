/**
 * The record cut into parts that can be asked alone: norms that act on each other, by regime and place. A door that
 * answers one question loads the parts its places need, and gets the same answer.
 */
import type { Measure } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { territoriesOf } from '../law/territory.ts';
import { type Component, givePartition, partitionOf } from './components.ts';
import { giveHorizons, type Horizons, horizonsOf, keyOf } from './horizons.ts';
import { remember } from './remember.ts';

const CUT = ['instruments', 'norms', 'rules', 'events'] as const;

/** The nouns that are cut (the others are small, or load when they are used), and what is found once for every question. */
export type Shard = Pick<LegalRecord, (typeof CUT)[number]> & {
  /** Where each of its norms stands in the whole record. */
  readonly places: readonly number[];
  readonly components: readonly Component[];
  readonly horizons: Horizons;
};

/** Which shards a question needs. */
export type ShardIndex = {
  /** By State: a measure aims at it, or acts through a list of a regime that is about it. */
  readonly byState: Readonly<Record<string, readonly number[]>>;
  /** Openings that reach measures of any regime by description. */
  readonly always: readonly number[];
  /** By shard: those whose openings reach measures in it by naming their regime. */
  readonly openedBy: Readonly<Record<number, readonly number[]>>;
  /** Measures that act through a list alone. */
  readonly byList: readonly number[];
};

export function shardsOf(record: LegalRecord): { readonly shards: readonly Shard[]; readonly index: ShardIndex } {
  const shards = groupsOf(record).map((ids) => cut(record, new Set(ids)));
  const byState: Record<string, number[]> = {};
  const always: number[] = [];
  const byList: number[] = [];
  const openedBy: Record<number, number[]> = {};
  shards.forEach((shard, number) => {
    const norms = Object.values(shard.norms);
    const opened = norms.flatMap((norm) =>
      norm.kind === 'opening' && 'regimes' in norm.on ? (norm.on.regimes ?? []) : [],
    );
    shards.forEach((other, reached) => {
      if (reached !== number && Object.values(other.norms).some(({ regime }) => opened.includes(regime)))
        (openedBy[reached] ??= []).push(number);
    });
    for (const state of statesOf(record, norms)) (byState[state] ??= []).push(number);
    if (norms.some((norm) => norm.kind === 'opening' && !('measures' in norm.on) && norm.on.regimes === undefined))
      always.push(number);
    if (norms.some((norm) => norm.kind === 'measure' && norm.target.list !== undefined)) byList.push(number);
  });
  return { shards, index: { byState, always, openedBy, byList } };
}

/** Norms that act on each other stay together, and so do those of the same regimes and places. */
function groupsOf(record: LegalRecord): readonly (readonly string[])[] {
  const leader = new Map<string, string>();
  const root = (id: string): string => {
    const above = leader.get(id);
    return above === undefined ? id : root(above);
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) leader.set(x, y);
  };
  for (const { norms } of partitionOf(record).components) for (const id of norms) join(norms[0]!, id);
  for (const norm of Object.values(record.norms))
    if (norm.kind === 'opening' && 'measures' in norm.on) for (const id of norm.on.measures) join(norm.id, id);
  const clusters = gathered(Object.keys(record.norms), root);
  const alike = ([...ids]: readonly string[]): string => {
    const norms = ids.map((id) => record.norms[id]!);
    const regimes = new Set(norms.map(({ regime }) => regime));
    return `${[...regimes].sort()}|${[...statesOf(record, norms)].sort()}`;
  };
  return gathered(clusters, alike).map((same) => same.flat());
}

/** Things of one key together, in the order in which they come. */
function gathered<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) remember(groups, keyOf(thing), (): T[] => []).push(thing);
  return [...groups.values()];
}

/** The norms named, with the rules that act on them, their instruments, and every event. */
function cut(record: LegalRecord, ids: ReadonlySet<string>): Shard {
  const norms = Object.fromEntries(Object.entries(record.norms).filter(([id]) => ids.has(id)));
  const rules = Object.fromEntries(
    Object.entries(record.rules).filter(([, { what }]) => what.some((id) => ids.has(id))),
  );
  const named = new Set([...Object.values(norms), ...Object.values(rules)].map(({ instrument }) => instrument));
  const instruments = Object.fromEntries([...named].map((id) => [id, record.instruments[id]!]));
  const wanted = new Set([...named].map((id) => `adopted:${id}`));
  const text = JSON.stringify([Object.values(norms), Object.values(rules)]);
  const events = Object.fromEntries(
    Object.entries(record.events).filter(([id]) => wanted.has(id) || text.includes(JSON.stringify(id))),
  );
  const components = partitionOf(record).components.filter((component) => component.norms.some((id) => ids.has(id)));
  const keys = new Set(Object.values(norms).map((norm) => keyOf(record, norm)));
  const horizons = Object.fromEntries([...horizonsOf(record)].filter(([key]) => keys.has(key)));
  const places = Object.keys(record.norms).flatMap((id, place) => (ids.has(id) ? [place] : []));
  return { instruments, norms, rules, events, places, components, horizons };
}

/** A record of some shards, which takes its other nouns from the whole, when they are looked at. */
export function recordOf(whole: LegalRecord, shards: readonly Shard[]): LegalRecord {
  const part = Object.create(whole) as LegalRecord;
  for (const noun of CUT) {
    const value = noun === 'norms' ? inOrder(shards) : Object.assign({}, ...shards.map((shard) => shard[noun]));
    Object.defineProperty(part, noun, { value, enumerable: true });
  }
  givePartition(
    part,
    shards.flatMap(({ components }) => components),
  );
  giveHorizons(part, Object.assign({}, ...shards.map(({ horizons }) => horizons)));
  return part;
}

/** The States that the measures among some norms aim at; of one that acts through a list, those that its regime is about. */
function statesOf(record: LegalRecord, norms: readonly LegalRecord['norms'][string][]): ReadonlySet<string> {
  const measures = norms.filter((norm): norm is Measure => norm.kind === 'measure');
  return new Set(
    measures.flatMap(({ target, regime }) => [
      ...target.states,
      ...target.regions.map((region) => record.regions[region]?.state ?? ''),
      ...(target.list === undefined ? [] : (record.regimes[regime]?.targets ?? [])),
    ]),
  );
}

/** The norms of several shards, in the order of the whole record. */
function inOrder(shards: readonly Shard[]): LegalRecord['norms'] {
  const placed = shards.flatMap(({ norms, places }) =>
    Object.values(norms).map((norm, i) => ({ norm, at: places[i]! })),
  );
  return Object.fromEntries(placed.sort((a, b) => a.at - b.at).map(({ norm }) => [norm.id, norm]));
}

/** The shards that a question about these places needs; with parties named, also those of every list. */
export function shardsFor(
  { byState, always, openedBy, byList }: ShardIndex,
  states: LegalRecord['states'],
  { from, to, parties }: Pick<Question, 'from' | 'to' | 'parties'>,
): readonly number[] {
  const places = [from, to].flatMap((place) => (place === undefined ? [] : [...territoriesOf(states, place)]));
  const needed = [...always, ...(parties.length > 0 ? byList : []), ...places.flatMap((place) => byState[place] ?? [])];
  return [...new Set(needed.flatMap((number) => [number, ...(openedBy[number] ?? [])]))].sort((a, b) => a - b);
}
