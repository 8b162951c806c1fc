/** Whether a measure is about a question at all, before any missing fact is filled in. */
import type { Measure } from '../law/norm.ts';
import type { AskedActivity, Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { FOREVER } from '../time/instant.ts';

const asksForGoods = (activity: AskedActivity): boolean => activity === 'transfer' || activity === 'supply' || activity === 'procure';

/** The measures that a question may meet; goods, recipients, regions and listed parties are looked at per completion. */
export function measuresReaching(record: LegalRecord, question: Question): readonly Measure[] {
  return Object.values(record.norms).filter((norm): norm is Measure => norm.kind === 'measure' && isAbout(record, norm, question));
}

function isAbout(record: LegalRecord, measure: Measure, question: Question): boolean {
  if (actsThroughList(measure)) return question.parties.length > 0 && meetsParty(measure, question);
  return meetsActivity(measure, question) && meetsPlace(record, measure, question);
}

/** A freeze, a travel ban or a world-wide list: it acts only through a named party. */
export const actsThroughList = ({ target }: Measure): boolean =>
  target.list !== undefined && target.states.length === 0 && target.regions.length === 0;

function meetsParty(measure: Measure, { activity }: Question): boolean {
  const reaches = (name: string): boolean => measure.activities.includes(name);
  // A freeze reaches goods: to supply a frozen party is to make an economic resource available to it.
  if (activity === 'transfer' || activity === 'supply') return reaches('freeze') || reaches('goods');
  return reaches(activity);
}

function meetsActivity(measure: Measure, { activity }: Question): boolean {
  if (!asksForGoods(activity)) return measure.activities.includes(activity) || (activity === 'training' && measure.activities.includes('assistance'));
  if (!measure.activities.includes('goods')) return false;
  if (activity === 'supply') return measure.duties.includes('supplier');
  if (activity === 'procure') return measure.duties.includes('buyer');
  return true;
}

function meetsPlace(record: LegalRecord, measure: Measure, { from, to }: Question): boolean {
  if (measure.direction === undefined) return false;
  const [target, other] = measure.direction === 'to' ? [to, from] : [from, to];
  if (target === undefined || (other !== undefined && measure.target.exceptStates.includes(other))) return false;
  const states = [...measure.target.states, ...measure.target.regions.map((region) => record.regions[region]?.state ?? '')];
  return states.some((state) => isTerritory(record, measure, state, target));
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
