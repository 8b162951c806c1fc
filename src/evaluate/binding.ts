/** Whom a law binds, and when: by State, by dated membership of the United Nations or of a group, or everyone. */
import type { LegalRecord } from '../law/record.ts';
import type { Law } from '../law/vocabulary.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import { covers, type Interval } from '../time/interval.ts';

/** The stretches in which a law binds a State. */
export function bindingOf(record: LegalRecord, law: Law, state: string): readonly Interval[] {
  const { everyone, unMembers, group, states } = law.binds;
  if (everyone === true || states?.includes(state)) return [{ from: BEGINNING, until: FOREVER }];
  const spans = unMembers === true ? (record.states[state]?.unMember ?? []) : [];
  const members =
    group === undefined ? [] : (record.groups[group]?.members ?? []).filter((member) => member.state === state);
  return [...spans, ...members].map(({ from, until }) => ({ from: from ?? BEGINNING, until: until ?? FOREVER }));
}

export const bindsAt = (spans: readonly Interval[], at: Instant): boolean => spans.some((span) => covers(span, at));
