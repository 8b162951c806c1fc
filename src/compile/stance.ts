/**
 * Which answer a position gives to a point, as known at K: its own statement, latest first; else its votes and
 * conduct, and that of the groups it belonged to then; else the point's default while nobody departs from it;
 * else undetermined. Silence is not consent.
 */
import type { Point, Stance } from '../law/position.ts';
import type { LegalRecord } from '../law/record.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import { constant, type Steps, steps } from '../time/timeline.ts';

/** `declared`: the actor said that it cannot say; `unverified`: the editors could not settle it. */
export type Unknowing = 'declared' | 'no-stance' | 'unverified';

/** An answer at an instant, and the stance (and group) it comes from; neither: the point's default, or nothing. */
export type Answer = {
  readonly answer: 'yes' | 'no' | 'undetermined';
  readonly why?: Unknowing;
  readonly stance?: Stance;
  readonly via?: string;
};

export type AnswerOverTime = Steps<Answer>;

export function answerOf(record: LegalRecord, position: string, point: Point, asKnown: Instant): AnswerOverTime {
  const own = stancesOn(record, position, point.id, asKnown);
  const statements = own.filter(({ stance }) => stance.kind === 'statement');
  if (statements.length > 0) return spliced(statements);
  const conduct = [...own, ...groupStances(record, position, point.id, asKnown)].sort(bySaid);
  if (conduct.length > 0) return spliced(conduct);
  if (point.default !== undefined && !anyoneDeparts(record, point, asKnown)) return constant({ answer: point.default });
  return constant({ answer: 'undetermined', why: point.kind === 'doubt' ? 'unverified' : 'no-stance' });
}

/** Whether an actor itself has answered a point, by K. */
export const hasStance = (record: LegalRecord, position: string, point: string, asKnown: Instant): boolean =>
  stancesOn(record, position, point, asKnown).length > 0;

type Heard = { readonly stance: Stance; readonly via?: string };

const bySaid = (a: Heard, b: Heard): number => a.stance.said.from - b.stance.said.from;

function stancesOn(record: LegalRecord, position: string, point: string, asKnown: Instant): Heard[] {
  return (record.positions[position]?.stances ?? [])
    .filter((stance) => stance.point === point && stance.knownFrom <= asKnown)
    .map((stance) => ({ stance }))
    .sort(bySaid);
}

/** A group's act is its members' conduct, for those who belonged to it when it was done. */
function groupStances(record: LegalRecord, position: string, point: string, asKnown: Instant): Heard[] {
  return Object.values(record.groups).flatMap((group) =>
    stancesOn(record, group.id, point, asKnown)
      .filter(({ stance }) =>
        group.members.some(
          ({ state, from, until }) =>
            state === position && (from ?? BEGINNING) <= stance.said.from && stance.said.from < (until ?? FOREVER),
        ),
      )
      .map(({ stance }) => ({ stance, via: group.id })),
  );
}

/** The latest holds for all time, except where it turned only the future: then the earlier one holds before it. */
function spliced(heard: readonly Heard[]): AnswerOverTime {
  let since = 0;
  heard.forEach(({ stance }, i) => {
    if (stance.withdraws === 'from-the-start') since = i;
  });
  const live = heard.slice(since);
  const first = answering(live[0]!);
  const starts = live.slice(1).map(({ stance }) => stance.said.from);
  return steps(
    first,
    live.slice(1).map((one, i) => ({ at: starts[i]!, value: answering(one) })),
  );
}

const answering = ({ stance, via }: Heard): Answer => ({
  answer: stance.answer,
  ...(stance.answer === 'undetermined' && { why: 'declared' as const }),
  stance,
  ...(via !== undefined && { via }),
});

function anyoneDeparts(record: LegalRecord, point: Point, asKnown: Instant): boolean {
  return Object.keys(record.positions).some((position) => {
    const own = stancesOn(record, position, point.id, asKnown);
    // As for its own answer: what it said goes before what it did.
    const latest = own.findLast(({ stance }) => stance.kind === 'statement') ?? own.at(-1);
    return latest !== undefined && latest.stance.answer !== point.default;
  });
}
