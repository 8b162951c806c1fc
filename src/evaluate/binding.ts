/** Whom a law binds, and when: by State, by dated membership of a group, or everyone. */
import type { LegalRecord } from '../law/record.ts';
import type { Law } from '../law/vocabulary.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';

/** The stretches in which a law binds a State. */
export function bindingOf(record: LegalRecord, law: Law, state: string): readonly Interval[] {
  if (law.binds.everyone === true || law.binds.states?.includes(state)) return [{ from: BEGINNING, until: FOREVER }];
  const group = law.binds.group === undefined ? undefined : record.groups[law.binds.group];
  return (group?.members ?? [])
    .filter((member) => member.state === state)
    .map(({ from, until }) => ({ from: from ?? BEGINNING, until: until ?? FOREVER }));
}

export const bindsAt = (spans: readonly Interval[], at: Instant): boolean => spans.some(({ from, until }) => from <= at && at < until);
