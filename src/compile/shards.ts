/**
 * The record cut into parts that can be asked alone: norms that act on each other, with all of their regime (whose
 * horizon is one). A door that answers one question loads the parts its places need, and gets the same answer.
 */
import type { Measure } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { territoriesOf } from '../law/territory.ts';
import { type Component, givePartition, partitionOf } from './components.ts';
import { giveHorizons, type Horizons, horizonsOf, keyOf } from './horizons.ts';

const CUT = ['instruments', 'norms', 'rules', 'events'] as const;

/** The nouns that are cut (the others are small, or load when they are used), and what is found once for every question. */
export type Shard = Pick<LegalRecord, (typeof CUT)[number]> & {
  readonly components: readonly Component[];
  readonly horizons: Horizons;
};

/** Which shards a question needs. */
export type ShardIndex = {
  /** By State: a measure aims at it, or a regime is about it. */
  readonly byState: Readonly<Record<string, readonly number[]>>;
  /** Openings that reach measures by description. */
  readonly always: readonly number[];
  /** Measures that act through a list alone. */
  readonly byList: readonly number[];
};

export function shardsOf(record: LegalRecord): { readonly shards: readonly Shard[]; readonly index: ShardIndex } {
  const groups = groupByRegime(record);
  const shards = groups.map((ids) => cut(record, new Set(ids)));
  const byState: Record<string, number[]> = {};
  const always: number[] = [];
  const byList: number[] = [];
  shards.forEach((shard, number) => {
    const norms = Object.values(shard.norms);
    for (const state of statesOf(record, norms)) (byState[state] ??= []).push(number);
    if (norms.some((norm) => norm.kind === 'opening' && !('measures' in norm.on))) always.push(number);
    if (norms.some((norm) => norm.kind === 'measure' && norm.target.list !== undefined)) byList.push(number);
  });
  return { shards, index: { byState, always, byList } };
}

function groupByRegime(record: LegalRecord): readonly (readonly string[])[] {
  const leader = new Map<string, string>();
  const root = (key: string): string => {
    const above = leader.get(key);
    return above === undefined ? key : root(above);
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) leader.set(x, y);
  };
  for (const { norms } of partitionOf(record).components) {
    const [first] = norms;
    for (const id of norms) {
      join(`norm ${first}`, `norm ${id}`);
      join(`norm ${id}`, `regime ${record.norms[id]!.regime}`);
    }
  }
  for (const norm of Object.values(record.norms))
    if (norm.kind === 'opening' && 'measures' in norm.on)
      for (const id of norm.on.measures) join(`norm ${norm.id}`, `norm ${id}`);
  const groups = new Map<string, string[]>();
  for (const id of Object.keys(record.norms)) {
    const key = root(`norm ${id}`);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()];
}

/** The norms named, with the rules that act on them, their instruments, and every event. */
function cut(record: LegalRecord, ids: ReadonlySet<string>): Shard {
  const norms = Object.fromEntries([...ids].map((id) => [id, record.norms[id]!]));
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
  return { instruments, norms, rules, events, components, horizons };
}

/** A record of some shards, which takes its other nouns from the whole, when they are looked at. */
export function recordOf(whole: LegalRecord, shards: readonly Shard[]): LegalRecord {
  const part = Object.create(whole) as LegalRecord;
  for (const noun of CUT) {
    const value = Object.assign({}, ...shards.map((shard) => shard[noun]));
    Object.defineProperty(part, noun, { value, enumerable: true });
  }
  givePartition(
    part,
    shards.flatMap(({ components }) => components),
  );
  giveHorizons(part, Object.assign({}, ...shards.map(({ horizons }) => horizons)));
  return part;
}

function statesOf(record: LegalRecord, norms: readonly LegalRecord['norms'][string][]): ReadonlySet<string> {
  const measures = norms.filter((norm): norm is Measure => norm.kind === 'measure');
  return new Set([
    ...measures.flatMap(({ target }) => [
      ...target.states,
      ...target.regions.map((region) => record.regions[region]?.state ?? ''),
    ]),
    ...norms.flatMap(({ regime }) => record.regimes[regime]?.targets ?? []),
  ]);
}

/** The shards that a question about these places needs; with parties named, also those of every list. */
export function shardsFor(
  { byState, always, byList }: ShardIndex,
  states: LegalRecord['states'],
  { from, to, parties }: Pick<Question, 'from' | 'to' | 'parties'>,
): readonly number[] {
  const places = [from, to].flatMap((place) => (place === undefined ? [] : [...territoriesOf(states, place)]));
  const needed = [...always, ...(parties.length > 0 ? byList : []), ...places.flatMap((place) => byState[place] ?? [])];
  return [...new Set(needed)].sort((a, b) => a - b);
}
