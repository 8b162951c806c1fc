/** Which measures a question may meet, and what opens them (DESIGN section 3, rules 1, 3, 7 and 10). */
import type { Designation } from '../law/designation.ts';
import type { Moment } from '../law/event.ts';
import { familyOf } from '../law/family.ts';
import type { Measure, Opening, OpeningScope, Recipient } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { FOREVER, type Instant } from '../time/instant.ts';
import { type Facts, firstInstant, MOVES_GOODS, type Thing } from './facts.ts';
import { type Mark, markOf } from './order.ts';

/** The activities of measures that one as asked falls under. */
export const limbsOf = (activity: string): readonly string[] => {
  if (MOVES_GOODS.includes(activity)) return ['goods'];
  if (activity === 'training') return ['training', 'assistance'];
  if (activity === 'finance') return ['finance', 'financial-services'];
  if (activity === 'inspection') return ['inspection', 'seizure'];
  return [activity];
};

/** The measures that may be about a question, whatever the facts it leaves out. */
export const measuresAbout = (record: LegalRecord, question: Question): readonly Measure[] =>
  measuresOf(record).filter((measure) =>
    isWorldWide(measure)
      ? question.parties.length > 0 && (barsDealing(measure, question) || isActivity(measure, question))
      : isActivity(measure, question) && isPlace(record, measure, question),
  );

export const measuresOf = (record: LegalRecord): readonly Measure[] =>
  Object.values(record.norms).filter((norm): norm is Measure => norm.kind === 'measure');

/** A list alone: it reaches whoever is on it, wherever (rule 7). */
export const isWorldWide = ({ target }: Measure): boolean =>
  target.list !== undefined && target.states.length === 0 && target.regions.length === 0;

/** A freeze reaches goods and money made available to whoever is frozen. */
const barsDealing = ({ activities }: Measure, { activity }: Question): boolean =>
  activities.includes('freeze') && ['transfer', 'supply', 'finance'].includes(activity);

function isActivity({ activities, duties }: Measure, { activity }: Question): boolean {
  if (activity === 'supply' && !duties.includes('supplier')) return false;
  if (activity === 'procure' && !duties.includes('buyer')) return false;
  return limbsOf(activity).some((limb) => activities.includes(limb));
}

function isPlace(record: LegalRecord, measure: Measure, { from, to }: Question): boolean {
  if (measure.direction === undefined) return false;
  const [aimedAt, other] = measure.direction === 'to' ? [to, from] : [from, to];
  if (aimedAt === undefined || aimedAt === other) return false;
  if ([aimedAt, other].some((state) => state !== undefined && measure.target.exceptStates.includes(state)))
    return false;
  return placesOf(record, measure).some((state) => isTerritory(record, measure, state, aimedAt));
}

export const placesOf = (record: LegalRecord, { target }: Measure): readonly string[] => [
  ...target.states,
  ...target.regions.map((region) => record.regions[region]!.state),
];

/** Measures follow the territory as it was when imposed (rule 10): that of a State then, or carried on by it. */
export function isTerritory(record: LegalRecord, measure: Measure, imposedOn: string, asked: string): boolean {
  const imposed = record.instruments[measure.instrument]?.adopted.from ?? FOREVER;
  const wasPartOf = (state: string): boolean => {
    if (state === imposedOn) return true;
    const { exists, predecessors } = record.states[state] ?? { exists: {}, predecessors: [] };
    return exists.from !== undefined && exists.from > imposed && predecessors.some(wasPartOf);
  };
  const old = record.states[asked];
  const wasCarriedOn =
    old?.exists.until !== undefined && old.exists.until <= imposed && old.successors[0] === imposedOn;
  return wasPartOf(asked) || wasCarriedOn;
}

/** What opens a measure: named by it, or described so that it fits. */
export const openingsOf = (record: LegalRecord, measure: Measure): readonly Opening[] =>
  Object.values(record.norms).filter((norm): norm is Opening => {
    if (norm.kind !== 'opening') return false;
    if ('measures' in norm.on) return norm.on.measures.includes(measure.id);
    const { law, regimes, exceptRegimes, families, activities } = norm.on;
    return (
      (law === undefined || law === measure.law) &&
      (regimes === undefined || regimes.includes(measure.regime)) &&
      !exceptRegimes?.includes(measure.regime) &&
      (families === undefined || families.includes(familyOf(record, measure))) &&
      (activities === undefined || activities.some((one) => measure.activities.includes(one)))
    );
  });

/** The things (or, for a measure without goods, the whole question) that a measure reaches under these facts, in a stretch. */
export function reachedThings(
  record: LegalRecord,
  question: Question,
  measure: Measure,
  facts: Facts,
  { begins, late }: { readonly begins: Moment; readonly late: readonly Mark[] },
): readonly (readonly Thing[])[] {
  const { target, recipients, goods, exceptGoods, direction } = measure;
  const onList =
    target.list === undefined
      ? []
      : listed(
          record,
          target.list,
          facts,
          (moment) => markOf(moment) <= markOf(begins) && !late.includes(markOf(moment)),
        );
  const isRecipient =
    recipients.length === 0 ||
    isOneOf(facts.recipient, recipients) ||
    (recipients.includes('listed') && onList.length > 0);
  if (!isRecipient) return [];
  const place = direction === 'from' ? question.from : question.to;
  const isInside = target.regions.some((region) => facts.regions.has(region));
  if (target.regions.length > 0 && !isInside && !target.states.some((state) => state === place)) return [];
  if (isWorldWide(measure) && !onList.some((one) => mayNot(one, question, measure))) return [];
  if (goods.length === 0) return [facts.things];
  return facts.things.filter(({ codes }) => isAmong(codes, goods, exceptGoods)).map((thing) => [thing]);
}

const isOneOf = (recipient: Recipient, scope: readonly Recipient[]): boolean =>
  scope.includes(recipient) || (recipient === 'listed' && scope.includes('non-governmental'));

const isAmong = (codes: ReadonlySet<string>, scope: readonly string[], except: readonly string[]): boolean =>
  scope.some((code) => codes.has(code)) && !except.some((code) => codes.has(code));

const listed = (
  record: LegalRecord,
  list: string,
  { designations }: Facts,
  hasCome: (moment: Moment) => boolean,
): readonly Designation[] =>
  record.lists[list]!.designations.filter(
    ({ id, spells }) =>
      designations.has(id) &&
      spells.some((spell) => hasCome(spell.listed) && !(spell.delisted !== undefined && hasCome(spell.delisted))),
  );

/** A travel ban names individuals, and need not keep a State's own nationals out. */
const mayNot = (
  { kind, nationalities }: Designation,
  { activity, to }: Question,
  { ownNationalsApart }: Measure,
): boolean =>
  activity !== 'travel' ||
  (kind === 'individual' && !(ownNationalsApart && to !== undefined && nationalities.includes(to)));

/** Whether what an opening tests is so under these facts; for a purpose that no question can state it never is. */
export function isFor(
  scope: OpeningScope,
  { activity }: Question,
  facts: Facts,
  things: readonly Thing[],
  at: Instant,
) {
  if (scope.purpose !== undefined) return false;
  if (scope.recipients !== undefined && !isOneOf(facts.recipient, scope.recipients)) return false;
  const except = scope.exceptGoods ?? [];
  if (scope.goods !== undefined && things.length === 0) return false;
  if (!things.every(({ codes }) => isAmong(codes, scope.goods ?? ['any'], except))) return false;
  if (scope.activities !== undefined && !scope.activities.some((one) => limbsOf(activity).includes(one))) return false;
  if (scope.contractBefore !== undefined)
    if (facts.contract === undefined || facts.contract >= firstInstant(scope.contractBefore)) return false;
  return scope.performedBefore === undefined || at < firstInstant(scope.performedBefore);
}
