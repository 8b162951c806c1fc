/** What can touch the life of a norm: the norms, rules and disputed points that its own terms and whatever acts on it turn on. */
import type { LegalRecord } from '../law/record.ts';
import { visitCondition, visitTime } from './components.ts';
import { remember } from './remember.ts';

/** Everything that can touch a norm. No change outside it can change the norm's life. */
export type Influence = {
  readonly norms: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
};

type Known = { readonly actors: ReadonlyMap<string, readonly string[]>; readonly influences: Map<string, Influence> };

const known = new WeakMap<LegalRecord, Known>();

export function influenceOn(record: LegalRecord, norm: string): Influence {
  const { actors, influences } = remember(known, record, () => ({ actors: actorsIn(record), influences: new Map() }));
  return remember(influences, norm, () => reach(record, norm, actors));
}

/** For each norm, the rules that act on it. */
function actorsIn(record: LegalRecord): ReadonlyMap<string, readonly string[]> {
  const actors = new Map<string, string[]>();
  for (const { id, what } of Object.values(record.rules))
    for (const norm of what) remember(actors, norm, () => []).push(id);
  return actors;
}

function reach(record: LegalRecord, start: string, actors: ReadonlyMap<string, readonly string[]>): Influence {
  const found = { norm: new Set([start]), rule: new Set<string>(), point: new Set<string>() };
  const queue: { readonly kind: 'norm' | 'rule'; readonly id: string }[] = [{ kind: 'norm', id: start }];
  const look = (kind: 'norm' | 'rule' | 'point' | 'event', id: string): void => {
    if (kind === 'event' || found[kind].has(id)) return;
    found[kind].add(id);
    if (kind !== 'point') queue.push({ kind, id });
  };
  const rule = (id: string): void => look('rule', id);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next.kind === 'norm') {
      const norm = record.norms[next.id];
      if (norm === undefined) continue;
      visitCondition(norm.if, look);
      visitTime(norm.start, rule);
      for (const end of norm.ends) {
        visitCondition(end.if, look);
        visitTime(end.at, rule);
      }
      if (norm.kind === 'opening' && norm.within !== undefined) look('norm', norm.within);
      for (const actor of actors.get(next.id) ?? []) rule(actor);
    } else {
      const acting = record.rules[next.id];
      if (acting === undefined) continue;
      visitCondition(acting.if, look);
      for (const time of [acting.at, acting.until?.at, acting.contentAsOf]) visitTime(time, rule);
    }
  }
  return { norms: found.norm, rules: found.rule, points: found.point };
}
