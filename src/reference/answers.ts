/** How an actor answers a point at a time (DESIGN section 3, "Resolution of a stance" and "Withdrawal"). */
import type { Unknown } from '../law/outcome.ts';
import type { Stance } from '../law/position.ts';
import type { LegalRecord } from '../law/record.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';

/** `why`: for want of what the answer is undetermined. */
export type Answer = { readonly answer: 'yes' | 'no' | 'undetermined'; readonly why?: Unknown };

/** What an actor has itself said or done on a point, known by K, earliest first. */
export const stancesOf = (record: LegalRecord, actor: string, point: string, asKnown: Instant): readonly Stance[] =>
  (record.positions[actor]?.stances ?? [])
    .filter((stance) => stance.point === point && stance.knownFrom <= asKnown)
    .sort((a, b) => a.said.from - b.said.from);

/** Own statement latest by K, else conduct, else the default if no stance live at K departs from it, else undetermined. */
export function answerAt(record: LegalRecord, actor: string, point: string, asKnown: Instant, at: Instant): Answer {
  const stance = heldAt(held(record, actor, point, asKnown), at);
  if (stance !== undefined)
    return stance.answer === 'undetermined' ? { answer: 'undetermined', why: 'declared' } : { answer: stance.answer };
  const { default: plain, kind } = record.points[point]!;
  if (plain !== undefined && !departsFrom(record, point, plain, asKnown)) return { answer: plain };
  return { answer: 'undetermined', why: kind === 'doubt' ? 'unverified' : 'no-stance' };
}

/** The instants at which an actor's answer turns, for it turned from then on only. */
export const turnsOf = (record: LegalRecord, actor: string, point: string, asKnown: Instant): readonly Instant[] =>
  held(record, actor, point, asKnown).map(({ said }) => said.from);

/** The stances that count: statements if there are any, else conduct, an act of a group being its members' conduct. */
function held(record: LegalRecord, actor: string, point: string, asKnown: Instant): readonly Stance[] {
  const own = stancesOf(record, actor, point, asKnown);
  const statements = own.filter(({ kind }) => kind === 'statement');
  if (statements.length > 0) return statements;
  const shared = Object.values(record.groups).flatMap(({ id, members }) =>
    stancesOf(record, id, point, asKnown).filter(({ said }) =>
      members.some(
        ({ state, from = BEGINNING, until = FOREVER }) => state === actor && from <= said.from && said.from < until,
      ),
    ),
  );
  return [...own, ...shared].sort((a, b) => a.said.from - b.said.from);
}

/** The last stance holds for all time, back to where the actor turned from then on only: before that the one before it holds. */
function heldAt(stances: readonly Stance[], at: Instant): Stance | undefined {
  const last = stances.at(-1);
  if (last === undefined || stances.length === 1 || last.withdraws === 'from-the-start' || last.said.from <= at)
    return last;
  return heldAt(stances.slice(0, -1), at);
}

/** Whether some actor, as it stands at K, holds anything else than the plain reading. */
const departsFrom = (record: LegalRecord, point: string, plain: 'yes' | 'no', asKnown: Instant): boolean =>
  Object.keys(record.positions).some((actor) => {
    const own = stancesOf(record, actor, point, asKnown);
    const statements = own.filter(({ kind }) => kind === 'statement');
    const live = (statements.length > 0 ? statements : own).at(-1);
    return live !== undefined && live.answer !== plain;
  });
