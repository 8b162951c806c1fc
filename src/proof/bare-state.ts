import type { State } from '../law/vocabulary.ts';
import { instant } from '../time/instant.ts';

/** A State with a code and nothing else, a member of the United Nations from 1970 on. */
export const bareState = (code: string, more: Partial<State> = {}): State => ({
  code,
  names: {},
  aliases: [],
  exists: {},
  predecessors: [],
  successors: [],
  unMember: [{ from: instant(0) }],
  ...more,
});
