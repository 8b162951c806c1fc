/** The events of the record by what they are about, so that a clause is compared only with those that share a word with it. */
import type { CivilDate } from '../time/civil-date.ts';
import { ACTS } from './clause.ts';
import type { EventFact, Facts } from './facts.ts';

export type Likeness = {
  readonly event: EventFact /** The share of the clause's weight that the event has too. */;
  readonly share: number;
  readonly weight: number;
  readonly actors: number /** Acts told that the event has too. */;
  readonly acts: number;
};

const kept = new WeakMap<Facts, ReadonlyMap<string, readonly EventFact[]>>();

function indexOf(facts: Facts): ReadonlyMap<string, readonly EventFact[]> {
  let index = kept.get(facts);
  if (index !== undefined) return index;
  const made = new Map<string, EventFact[]>();
  for (const event of facts.events)
    for (const concept of event.signature.concepts) {
      const list = made.get(concept);
      if (list) list.push(event);
      else made.set(concept, [event]);
    }
  kept.set(facts, (index = made));
  return index;
}

/** Concepts too common to find an event by; they weigh in the comparison all the same. */
const TOO_COMMON = 120;

/** Events that share something telling with a clause, the most alike first. */
export function eventsLike(
  facts: Facts,
  concepts: ReadonlySet<string>,
  actors: ReadonlySet<string>,
  window?: readonly [CivilDate, CivilDate],
): Likeness[] {
  const index = indexOf(facts);
  const seen = new Set<EventFact>();
  const found: Likeness[] = [];
  let total = 0;
  for (const concept of concepts) total += facts.weight(concept);
  if (total === 0) return [];
  const rareFirst = [...concepts]
    .filter((concept) => index.has(concept))
    .sort((a, b) => index.get(a)!.length - index.get(b)!.length);
  for (const [i, concept] of rareFirst.entries()) {
    const events = index.get(concept)!;
    if (i > 0 && events.length > TOO_COMMON && window === undefined) break;
    for (const event of events) {
      if (seen.has(event) || (window && (event.date < window[0] || event.date >= window[1]))) continue;
      seen.add(event);
      let shared = 0;
      for (const one of concepts) if (event.signature.concepts.has(one)) shared += facts.weight(one);
      const actorsShared = [...actors].filter(
        (actor) => event.signature.actors.has(actor) || event.actors.includes(actor),
      ).length;
      found.push({
        event,
        share: shared / total,
        weight: shared,
        actors: actorsShared,
        acts: [...concepts].filter((one) => ACTS.has(one) && event.signature.concepts.has(one)).length,
      });
    }
  }
  return found.sort((a, b) => b.share + b.actors * 0.15 - (a.share + a.actors * 0.15));
}
