/**
 * From the values of files to the nouns of `law/`: every id is resolved, every default written out, every date read.
 * Comes in: the files that have the right shape. Goes out: a record without the things that could not be resolved;
 * what was wrong is in `ids.faults`.
 */

import type { LegalEvent } from '../../law/event.ts';
import type { Instrument, Regime } from '../../law/instrument.ts';
import type { Norm } from '../../law/norm.ts';
import type { LegalRecord } from '../../law/record.ts';
import type { Rule } from '../../law/rule.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attested } from './attested.ts';
import { declareIds } from './declare.ts';
import { linkList } from './designation.ts';
import { linkEvents } from './event.ts';
import { linkInstrument } from './instrument.ts';
import { linkOffice } from './office.ts';
import { linkPoint, linkPosition } from './position.ts';
import type { ReadFiles } from './read-files.ts';
import { linkGoods, linkGroup, linkLaw, linkRegion, linkState } from './vocabulary.ts';

export function link(files: ReadFiles, horizon: CivilDate, hash: string, ids: Ids): LegalRecord {
  declareIds(files, ids);
  const held = new Set(
    files.instrument.flatMap(({ value: { law, provisions } }) =>
      provisions.some(({ measures = [] }) => measures.length > 0) ? [law] : [],
    ),
  );
  const laws = byId(
    files.laws.flatMap(({ value }) => value.laws).map((law) => linkLaw(law, held.has(law.law), ids)),
    ({ id }) => id,
  );
  const instruments = linkInstruments(files, (law) => laws[law]?.addressee ?? 'states', ids);
  const events = files.events.flatMap(({ value }) => linkEvents(value, horizon, ids));
  return {
    hash,
    horizon,
    instruments: instruments.instruments,
    norms: instruments.norms,
    rules: instruments.rules,
    events: byId([...instruments.adoptions, ...events], ({ id }) => id),
    points: byId(
      files.points.flatMap(({ value }) => value.points).map((point) => linkPoint(point, ids)),
      ({ id }) => id,
    ),
    positions: byId(
      files.position.map(({ value }) => linkPosition(value, ids)),
      ({ id }) => id,
    ),
    regimes: byId(
      files.regime.map(({ value }) => linkRegime(value, ids)),
      ({ id }) => id,
    ),
    lists: byId(
      files.list.map(({ value }) => linkList(value, ids)),
      ({ id }) => id,
    ),
    states: byId(
      files.states.flatMap(({ value }) => value.states).map((state) => linkState(state, ids)),
      ({ code }) => code,
    ),
    regions: byId(
      files.regions.flatMap(({ value }) => value.regions).map((region) => linkRegion(region, ids)),
      ({ code }) => code,
    ),
    groups: byId(
      files.groups.flatMap(({ value }) => value.groups).map((group) => linkGroup(group, ids)),
      ({ id }) => id,
    ),
    laws,
    goods: byId(
      files.goods.flatMap(({ value }) => value.goods).map((goods) => linkGoods(goods, ids)),
      ({ code }) => code,
    ),
    offices: byId(
      files.offices.flatMap(({ value }) => value.offices).map((office) => linkOffice(office, ids)),
      ({ id }) => id,
    ),
  };
}

function linkInstruments(files: ReadFiles, addresseeOf: (law: string) => 'states' | 'persons', ids: Ids) {
  const instruments: Record<string, Instrument> = {};
  const norms: Record<string, Norm> = {};
  const rules: Record<string, Rule> = {};
  const adoptions: LegalEvent[] = [];
  for (const { value } of files.instrument) {
    if (ids.origin('instrument', value.instrument) !== value) continue; // another file bears the id, and that was said
    const linked = linkInstrument(value, addresseeOf, ids);
    if (linked === undefined) continue;
    instruments[linked.instrument.id] = linked.instrument;
    for (const norm of linked.norms) norms[norm.id] ??= norm;
    for (const rule of linked.rules) rules[rule.id] ??= rule;
    adoptions.push(linked.adoption);
  }
  return { instruments, norms, rules, adoptions };
}

function linkRegime(text: ReadFiles['regime'][number]['value'], ids: Ids): Regime {
  ids.refer('law', text.law, text, 'law');
  return {
    ...attested(text),
    id: text.regime,
    law: text.law,
    name: text.name,
    // A regime is aimed at a State, or at a region under a ban of its own.
    targets: text.targets.filter((code, i) => ids.has('region', code) || ids.refer('state', code, text.targets, i)),
    summary: text.summary,
    covers: text.covers,
    openQuestions: text['open-questions'] ?? [],
    ...given({ committee: text.committee }),
  };
}

/** Things by id; of two with one id the first, since the fault has been told. */
function byId<T>(things: readonly T[], idOf: (thing: T) => string): Readonly<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const thing of things) found[idOf(thing)] ??= thing;
  return found;
}
