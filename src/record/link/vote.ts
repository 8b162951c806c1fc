import type { Static } from '@sinclair/typebox';
import type { Attested } from '../../law/citation.ts';
import type { Vote } from '../../law/event.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { Vote as VoteSchema } from '../schema.ts';
import { sourced } from './attested.ts';

export type VoteText = Static<typeof VoteSchema>;

/** A vote in numbers and names; where only names are given they are counted. */
export function linkVote(text: VoteText, outer: Attested, ids: Ids): Vote {
  const names = { against: text.against ?? [], abstaining: text.abstaining ?? [], notVoting: text['not-voting'] ?? [] };
  for (const list of [text.for, text.against, text.abstaining, text['not-voting']])
    if (typeof list === 'object') ids.referAll('state', list);
  return {
    ...sourced(text, outer, ids),
    for: typeof text.for === 'number' ? text.for : text.for.length,
    against: text['against-count'] ?? names.against.length,
    abstaining: text['abstaining-count'] ?? names.abstaining.length,
    notVoting: names.notVoting.length,
    ...given({ forNames: typeof text.for === 'number' ? undefined : text.for }),
    againstNames: names.against,
    abstainingNames: names.abstaining,
    notVotingNames: names.notVoting,
    procedural: text.procedural ?? false,
    consensus: text.consensus ?? false,
  };
}
