/** Where a measure meets a question once the missing facts are filled in, and what opens it there. */
import type { Designation } from '../law/designation.ts';
import type { Measure, Opening, OpeningScope, Recipient } from '../law/norm.ts';
import { barOf, type Outcome, outcomeOfGate, stricter } from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Instant } from '../time/instant.ts';
import { type Completion, cutOf } from './completion.ts';
import { hasCome, type Place } from './epochs.ts';
import { type GoodsAlternative, isAmong } from './goods.ts';
import { actsThroughList, limbsOf } from './reach.ts';

/** A measure that applies, if it is in force, with the openings that fit: they count if they are in force too. */
export type Meeting = {
  readonly measure: Measure;
  /** What it comes to when nothing opens it. */
  readonly bar: Outcome;
  readonly gates: readonly { readonly opening: Opening; readonly outcome: Outcome }[];
  readonly exemptions: readonly Opening[];
};

/** When a measure is looked at: its place orders acts of one day, its instant is what dates are compared with. */
export type Now = { readonly place: Place; readonly at: Instant };

/** The meetings of a measure with a completion, one for each thing it reaches. */
export function meetingsOf(
  record: LegalRecord,
  question: Question,
  measure: Measure,
  openings: readonly Opening[],
  completion: Completion,
  now: Now,
): readonly Meeting[] {
  if (!meetsRecipient(record, measure, completion, now) || !meetsRegion(question, measure, completion)) return [];
  if (actsThroughList(measure) && !meetsListed(record, question, measure, completion, now)) return [];
  return thingsMet(measure, completion.goods).map((things) =>
    meeting(question, measure, openings, completion, things, now),
  );
}

/** What a measure reaches of some goods: all of them together where it names none, else each that it names. */
const thingsMet = (
  { goods, exceptGoods }: Measure,
  things: readonly GoodsAlternative[],
): readonly (readonly GoodsAlternative[])[] =>
  goods.length === 0
    ? [things]
    : things.filter(({ codes }) => isAmong(codes, goods, exceptGoods)).map((thing) => [thing]);

/** Whether a measure reaches some goods, whoever receives them and when. */
export const meetsGoods = (measure: Measure, goods: readonly GoodsAlternative[]): boolean =>
  thingsMet(measure, goods).length > 0;

function meeting(
  question: Question,
  measure: Measure,
  openings: readonly Opening[],
  completion: Completion,
  things: readonly GoodsAlternative[],
  now: Now,
): Meeting {
  const fitting = openings.filter((opening) =>
    fits(opening.for, completion, things, limbsOf(question.activity), now.at),
  );
  return {
    measure,
    bar: barOf(measure),
    gates: fitting.flatMap((opening) =>
      opening.gate === undefined || opening.gate.residual
        ? []
        : [{ opening, outcome: outcomeOfGate[opening.gate.gate] }],
    ),
    exemptions: fitting.filter((opening) => opening.opens === 'exemption'),
  };
}

/** Whether a measure bars anything; who crosses another risks being listed, which is told as exposure. */
export const isBar = ({ consequence }: Measure): boolean => consequence === 'bar';

/** What a measure in force comes to under the gates in force: the strictest of the ordinary regime, else the bar. */
export const gated = (bar: Outcome, gates: readonly Outcome[]): Outcome =>
  gates.length === 0 || bar === 'non-binding-call' ? bar : gates.reduce(stricter);

function meetsRecipient(
  record: LegalRecord,
  { recipients, target }: Measure,
  completion: Completion,
  now: Now,
): boolean {
  if (recipients.length === 0) return true;
  if (isAmongRecipients(completion.recipient, recipients)) return true;
  return (
    recipients.includes('listed') &&
    target.list !== undefined &&
    listedOn(record, target.list, completion, now).length > 0
  );
}

/** Whoever is listed is no government, so what reaches non-governmental recipients reaches them too. */
const isAmongRecipients = (recipient: Recipient | undefined, scope: readonly Recipient[]): boolean =>
  recipient !== undefined &&
  (scope.includes(recipient) || (recipient === 'listed' && scope.includes('non-governmental')));

function meetsRegion({ from, to }: Question, { target, direction }: Measure, { regions }: Completion): boolean {
  if (target.regions.length === 0) return true;
  const place = direction === 'from' ? from : to;
  return (place !== undefined && target.states.includes(place)) || target.regions.some((region) => regions.has(region));
}

function meetsListed(
  record: LegalRecord,
  question: Question,
  measure: Measure,
  completion: Completion,
  now: Now,
): boolean {
  const listed = listedOn(record, measure.target.list!, completion, now);
  return question.activity === 'travel'
    ? listed.some((designation) => isBarredFromEntry(designation, question.to, measure))
    : listed.length > 0;
}

/** A travel ban names individuals, and a State need not keep its own nationals out. */
export const isBarredFromEntry = (designation: Designation, into: string | undefined, measure: Measure): boolean =>
  designation.kind === 'individual' &&
  !(measure.ownNationalsApart && into !== undefined && designation.nationalities.includes(into));

/** The parties of a completion that stood on a list then. */
export function listedOn(
  record: LegalRecord,
  list: string,
  { designations }: Completion,
  { place }: Now,
): readonly Designation[] {
  if (designations.size === 0) return [];
  return (record.lists[list]?.designations ?? []).filter(
    (designation) =>
      designations.has(designation.id) &&
      designation.spells.some(
        ({ listed, delisted }) => hasCome(listed, place) && (delisted === undefined || !hasCome(delisted, place)),
      ),
  );
}

/** Whether what an opening can test is so. One for a purpose that a question cannot state is never decisive. */
function fits(
  scope: OpeningScope,
  { recipient, contract }: Completion,
  things: readonly GoodsAlternative[],
  limbs: readonly string[],
  at: Instant,
): boolean {
  if (scope.purpose !== undefined) return false;
  if (scope.recipients !== undefined && !isAmongRecipients(recipient, scope.recipients)) return false;
  if (
    scope.goods !== undefined &&
    !(things.length > 0 && things.every(({ codes }) => isAmong(codes, scope.goods!, scope.exceptGoods)))
  )
    return false;
  if (scope.goods === undefined && things.some(({ codes }) => scope.exceptGoods?.some((code) => codes.has(code))))
    return false;
  if (scope.activities !== undefined && !scope.activities.some((activity) => limbs.includes(activity))) return false;
  if (scope.contractBefore !== undefined && (contract === undefined || contract >= cutOf(scope.contractBefore)))
    return false;
  return scope.performedBefore === undefined || at < cutOf(scope.performedBefore);
}
