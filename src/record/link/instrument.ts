import type { Attested } from '../../law/citation.ts';
import type { LegalEvent, Moment } from '../../law/event.ts';
import type { Instrument, Provision } from '../../law/instrument.ts';
import type { Norm } from '../../law/norm.ts';
import type { Rule } from '../../law/rule.ts';
import type { TimeExpression } from '../../law/time-expression.ts';
import { civilDateOf, parseCivilDate } from '../../time/civil-date.ts';
import { parseInstant } from '../../time/instant.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attested, attestedFact, sourced } from './attested.ts';
import { momentAt } from './dates.ts';
import { linkMeasure } from './measure.ts';
import { linkOpening } from './opening.ts';
import type { ReadFiles } from './read-files.ts';
import { linkRule } from './rule.ts';
import type { Standing } from './standing.ts';
import { linkVote } from './vote.ts';

type InstrumentText = ReadFiles['instrument'][number]['value'];
type ProvisionText = InstrumentText['provisions'][number];

/** An instrument with everything that it lays down, and the event of its adoption. */
export type LinkedInstrument = {
  readonly instrument: Instrument;
  readonly norms: readonly Norm[];
  readonly rules: readonly Rule[];
  readonly adoption: LegalEvent;
};

/** Undefined, with a fault, when the day of its adoption does not exist: nothing of it could be placed in time. */
export function linkInstrument(
  text: InstrumentText,
  addresseeOf: (law: string) => 'states' | 'persons',
  ids: Ids,
): LinkedInstrument | undefined {
  const adopted = momentAt(text.dates, 'adopted', ids);
  if (adopted === undefined) return undefined;
  ids.refer('law', text.law, text, 'law');
  if (text.regime !== undefined) ids.refer('regime', text.regime, text, 'regime');
  const facts = text.evidence === undefined ? attested(text) : sourced(text, undefined, ids);
  const addressee = text['directly-applicable'] ? 'persons' : addresseeOf(text.law);
  const linked = text.provisions.map((provision) => linkProvision(text, provision, adopted, addressee, ids));
  const instrument = instrumentOf(
    text,
    adopted,
    facts,
    linked.map(({ provision }) => provision),
    ids,
  );
  const norms = linked.flatMap((one) => one.norms);
  if (text.regime === undefined && norms.some(({ kind }) => kind === 'measure'))
    ids.report('measure-without-regime', text, 'instrument');
  return { instrument, norms, rules: linked.flatMap((one) => one.rules), adoption: adoptionOf(instrument) };
}

function instrumentOf(
  text: InstrumentText,
  adopted: Moment,
  facts: Attested,
  provisions: readonly Provision[],
  ids: Ids,
): Instrument {
  return {
    ...facts,
    id: text.instrument,
    symbol: text.symbol,
    names: text.names ?? [],
    law: text.law,
    adopted,
    implements: ids.referAll('instrument', text.implements),
    provisions,
    ...given({
      title: text.title,
      regime: text.regime,
      organ: text.organ,
      basis: text.basis,
      published: momentAt(text.dates, 'published', ids),
      inForce: momentAt(text.dates, 'in-force', ids),
      applied: momentAt(text.dates, 'applied', ids),
      directlyApplicable: text['directly-applicable'],
      vote: text.vote && linkVote(text.vote, facts, ids),
      meeting: text.meeting,
      url: text.url,
    }),
  };
}

function linkProvision(
  text: InstrumentText,
  provision: ProvisionText,
  adopted: Moment,
  addressee: Standing['addressee'],
  ids: Ids,
): { readonly provision: Provision; readonly norms: readonly Norm[]; readonly rules: readonly Rule[] } {
  const facts = attestedFact(provision, text, ids);
  const standing = standingOf(text, provision, facts, adopted, addressee);
  const norms = [
    ...(provision.measures ?? []).flatMap((measure) => linkMeasure(measure, standing, ids)),
    ...(provision.openings ?? []).map((opening) => linkOpening(opening, standing, ids)),
  ];
  const rules = (provision.rules ?? []).map((rule) => linkRule(rule, standing, ids));
  const linked = {
    ...facts,
    at: provision.at,
    says: provision.says,
    norms: norms.map(({ id }) => id),
    rules: rules.map(({ id }) => id),
  };
  return { provision: linked, norms, rules };
}

function standingOf(
  text: InstrumentText,
  provision: ProvisionText,
  facts: Attested,
  adopted: Moment,
  addressee: Standing['addressee'],
): Standing {
  const shared = { instrument: text.instrument, provision: provision.at, says: provision.says };
  return {
    ...shared,
    attested: facts,
    addressee,
    defaultStart: effectOf(text, adopted),
    // A horizontal act belongs to no one regime; its openings carry an empty one.
    base: (id, own) => ({ ...own, ...shared, id, regime: text.regime ?? '', law: text.law }),
  };
}

/** When an act takes effect that doesn't say so clause by clause: as its in-force date says, else with its adoption. */
function effectOf(text: InstrumentText, adopted: Moment): TimeExpression {
  const date = text.dates['in-force'];
  if (date === undefined) return { kind: 'event', event: `adopted:${text.instrument}`, zone: 'UTC' };
  const at = parseInstant(date);
  if (at !== undefined) return { kind: 'instant', at };
  const day = parseCivilDate(date) ?? civilDateOf(adopted.from);
  return { kind: 'date', date: day, reading: 'hour-not-recorded', zone: 'UTC' };
}

/** The adoption of an instrument happened, like any other event; it is known from its publication, else from its day. */
const adoptionOf = (instrument: Instrument): LegalEvent => ({
  evidence: instrument.evidence,
  sources: instrument.sources,
  id: `adopted:${instrument.id}`,
  kind: 'adoption',
  what: `${instrument.symbol} was adopted`,
  occurred: instrument.adopted,
  knownFrom: (instrument.published ?? instrument.adopted).from,
  actors: [],
  symbol: instrument.symbol,
  ...given({ vote: instrument.vote, regime: instrument.regime }),
});
