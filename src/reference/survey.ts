import type { Measure } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Instant } from '../time/instant.ts';
import { type Inquiry, momentsAbout, stretchesWithin, worldsOf } from './inquiry.ts';
import { markOf } from './order.ts';
import { pointsTouching } from './points.ts';
import { statusWithout } from './status.ts';

/** What a measure is at an instant as an actor sees it: undetermined where what it leaves open, or the hour, makes a difference. */
export function statusAt(
  record: LegalRecord,
  { asKnown, suppose }: Pick<Question, 'asKnown' | 'suppose'>,
  measure: Measure,
  actor: string,
  at: Instant,
): 'in-force' | 'suspended' | 'ended' | 'not-yet' | 'undetermined' {
  const when = { from: at, until: (at + 1) as Instant };
  const question: Question = { goods: [], activity: 'transfer', at: when, parties: [], notes: [], asKnown, suppose };
  const inquiry: Inquiry = {
    record,
    question,
    measures: [measure],
    openings: new Map(),
    facts: [],
    points: pointsTouching(record, [measure.id]),
    actors: [actor],
    laws: new Map(),
    stretches: [],
  };
  const found = stretchesWithin(momentsAbout(inquiry, [measure]), when).flatMap((stretch) =>
    worldsOf(inquiry, { actor }, stretch).worlds.map((world) =>
      statusWithout(world, measure.id, markOf(stretch.begins), stretch.late),
    ),
  );
  const [only, ...others] = new Set(found);
  return only === undefined || others.length > 0 || only === 'unseen' ? 'undetermined' : only;
}
