/** Whether a measure is about a question at all, before any missing fact is filled in. */
import { remember } from '../compile/remember.ts';
import type { Measure } from '../law/norm.ts';
import type { AskedActivity, Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { territoriesOf } from '../law/territory.ts';
import { FOREVER } from '../time/instant.ts';

/** The limbs of a measure that answer to an activity as asked, other than moving goods. */
const LIMBS: Readonly<Record<string, readonly string[]>> = {
  assistance: ['assistance'],
  training: ['training', 'assistance'],
  finance: ['finance', 'financial-services'],
  brokering: ['brokering'],
  transit: ['transit'],
  travel: ['travel'],
  freeze: ['freeze'],
  investment: ['investment'],
  inspection: ['inspection', 'seizure'],
  bunkering: ['bunkering'],
};

export const movesGoods = (activity: AskedActivity): boolean =>
  activity === 'transfer' || activity === 'supply' || activity === 'procure';

/** The limbs of measures that an activity as asked can meet. */
export const limbsOf = (activity: AskedActivity): readonly string[] =>
  movesGoods(activity) ? ['goods'] : (LIMBS[activity] ?? []);

/** The measures that a question may meet; goods, recipients, regions and listed parties are looked at per completion. */
export function measuresReaching(record: LegalRecord, question: Question): readonly Measure[] {
  const { byPlace, byList } = remember(indexes, record, () => indexMeasures(record));
  const near = new Set<Measure>(question.parties.length > 0 ? byList : []);
  for (const state of [question.from, question.to])
    if (state !== undefined)
      for (const code of territoriesOf(record.states, state)) for (const one of byPlace.get(code) ?? []) near.add(one);
  return [...near].filter((measure) => isAbout(record, measure, question));
}

/** Freezes and lists of regimes that aim at the places asked about: where nobody is named, they are told beside the answer. */
export function listsAround(record: LegalRecord, question: Question): readonly Measure[] {
  if (question.parties.length > 0) return [];
  const places = [question.from, question.to];
  return remember(indexes, record, () => indexMeasures(record)).byList.filter(
    (measure) =>
      measure.force === 'decides' &&
      meetsParty(measure, question.activity) &&
      record.regimes[measure.regime]?.targets.some((target) => places.includes(target)),
  );
}

const SERVICES: readonly AskedActivity[] = ['assistance', 'training', 'finance', 'brokering', 'transit', 'investment'];

/** Measures on services in the same places, by service, where goods were asked about: told beside the answer. */
export const servicesAround = (
  record: LegalRecord,
  question: Question,
): readonly (readonly [AskedActivity, readonly Measure[]])[] =>
  movesGoods(question.activity)
    ? SERVICES.map((activity) => [activity, measuresReaching(record, { ...question, activity })])
    : [];

type Index = { readonly byPlace: ReadonlyMap<string, readonly Measure[]>; readonly byList: readonly Measure[] };

const indexes = new WeakMap<LegalRecord, Index>();

function indexMeasures(record: LegalRecord): Index {
  const byPlace = new Map<string, Measure[]>();
  const byList: Measure[] = [];
  for (const norm of Object.values(record.norms)) {
    if (norm.kind !== 'measure') continue;
    if (actsThroughList(norm)) byList.push(norm);
    for (const place of placesOf(record, norm)) remember(byPlace, place, () => []).push(norm);
  }
  return { byPlace, byList };
}

/** The States a measure aims at, those of its regions included. */
export const placesOf = (record: LegalRecord, { target }: Measure): ReadonlySet<string> =>
  new Set([...target.states, ...target.regions.map((region) => record.regions[region]?.state ?? '')]);

function isAbout(record: LegalRecord, measure: Measure, question: Question): boolean {
  if (actsThroughList(measure)) return question.parties.length > 0 && meetsParty(measure, question.activity);
  return meetsActivity(measure, question.activity) && meetsPlace(record, measure, question);
}

/** A freeze, a travel ban or a world-wide list: it acts only through a named party. */
export const actsThroughList = ({ target }: Measure): boolean =>
  target.list !== undefined && target.states.length === 0 && target.regions.length === 0;

/** A freeze reaches goods and money: to supply or pay a frozen party is to make an economic resource or funds available to it. */
export function meetsParty(measure: Measure, activity: AskedActivity): boolean {
  const reaches = measure.activities.includes('freeze');
  if (reaches && (activity === 'transfer' || activity === 'supply' || activity === 'finance')) return true;
  return meetsActivity(measure, activity);
}

export function meetsActivity(measure: Measure, activity: AskedActivity): boolean {
  if (!limbsOf(activity).some((limb) => measure.activities.includes(limb))) return false;
  if (activity === 'supply') return measure.duties.includes('supplier');
  if (activity === 'procure') return measure.duties.includes('buyer');
  return true;
}

function meetsPlace(record: LegalRecord, measure: Measure, { from, to }: Question): boolean {
  if (measure.direction === undefined) return false;
  const [target, other] = measure.direction === 'to' ? [to, from] : [from, to];
  const { exceptStates } = measure.target;
  if (target === undefined || exceptStates.includes(target)) return false;
  if (other !== undefined && (exceptStates.includes(other) || other === target)) return false;
  return [...placesOf(record, measure)].some((state) => isTerritory(record, measure, state, target));
}

/** Measures follow the territory as it was when imposed (rule 10): a State that broke away afterwards is still in it. */
export function isTerritory(record: LegalRecord, measure: Measure, imposedOn: string, asked: string): boolean {
  if (imposedOn === asked) return true;
  const adopted = record.instruments[measure.instrument]?.adopted.from ?? FOREVER;
  const seen = new Set<string>();
  const queue = [asked];
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    if (seen.has(code)) continue;
    seen.add(code);
    const state = record.states[code];
    if (state?.exists.from === undefined || state.exists.from <= adopted) continue;
    if (state.predecessors.includes(imposedOn)) return true;
    queue.push(...state.predecessors);
  }
  const gone = record.states[asked];
  return gone?.exists.until !== undefined && gone.exists.until <= adopted && gone.successors[0] === imposedOn;
}
