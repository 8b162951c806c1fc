/** What had been made public by a knowledge time: the part of the record that an answer may rest on. */
import type { LegalEvent } from '../law/event.ts';
import type { Supposition } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Instant } from '../time/instant.ts';
import { exactly } from './moment.ts';

/** The events known, with suppositions applied. An instrument counts from the day its adoption was public, unless it is supposed never to have been adopted. */
export type Known = {
  readonly asKnown: Instant;
  readonly event: (id: string) => LegalEvent | undefined;
  readonly instrument: (id: string) => boolean;
};

export function knownBy(record: LegalRecord, asKnown: Instant, suppose: readonly Supposition[] = []): Known {
  const supposed = new Map<string, LegalEvent>();
  for (const one of suppose) {
    if (one.kind !== 'event') continue;
    const event = record.events[one.event];
    if (event === undefined) continue;
    const { occurred: _, ...rest } = event;
    supposed.set(
      one.event,
      one.occurred === 'none' ? rest : { ...rest, occurred: exactly(one.occurred), knownFrom: asKnown },
    );
  }
  const event = (id: string): LegalEvent | undefined => {
    const found = supposed.get(id) ?? record.events[id];
    return found !== undefined && found.knownFrom <= asKnown ? found : undefined;
  };
  return { asKnown, event, instrument: (id) => event(`adopted:${id}`)?.occurred !== undefined };
}
