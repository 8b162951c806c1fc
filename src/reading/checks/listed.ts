/** Who is on a list, as what, and how many. */
import { remember } from '../../compile/remember.ts';
import type { Designation } from '../../law/designation.ts';
import type { Measure } from '../../law/norm.ts';
import { startOfDay } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Facts } from '../facts.ts';
import { numberAt } from '../mentions/number.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { chooseVote } from '../vote-choice.ts';
import { contradicted, ofVote, supported } from './finding.ts';
import { targetOf } from './law.ts';

export function checkListed(scan: Scan, clause: Clause, context: Context): Finding[] {
  return [
    ...travelOfEntities(scan, clause, context),
    ...namedOnList(scan, clause, context),
    ...counts(scan, clause, context),
  ];
}

const bans = new WeakMap<Facts, readonly Measure[]>();

const travelBans = (facts: Facts): readonly Measure[] =>
  remember(bans, facts, () =>
    Object.values(facts.record.norms).filter(
      (norm): norm is Measure => norm.kind === 'measure' && norm.family === 'travel',
    ),
  );

/** A ban on travel binds natural persons; firms do not travel. */
function travelOfEntities(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const travel = line.first('travel', clause.from, clause.to);
  const entities = line.first('entities', clause.from, clause.to);
  if (
    !travel ||
    !entities ||
    line.has('freeze', clause.from, clause.to) ||
    line.has('individuals', clause.from, clause.to) ||
    Math.abs(travel.from - entities.from) > 8
  )
    return [];
  const number = [entities.from - 1, entities.from - 2, entities.from - 3]
    .map((at) => numberAt(line, at))
    .find((one) => one !== undefined && one.to <= entities.from + 1);
  const target = targetOf(scan, clause, context);
  const lists = Object.values(context.facts.record.lists).filter(
    ({ regime, law }) =>
      law === 'UN' && target !== undefined && context.facts.record.regimes[regime]?.targets.includes(target),
  );
  const measure = travelBans(context.facts).find(
    (norm) =>
      lists.some(({ id }) => norm.target.list === id) &&
      (!scan.instruments[0]?.number || norm.instrument.includes(`-${scan.instruments[0].number}-`)),
  );
  const individuals = number?.value;
  const common = {
    kind: 'listed-person-or-entity' as const,
    from: clause.from,
    to: clause.to,
    stated: { party: `${individuals ?? ''} entities`.trim() },
    citations: measure
      ? [{ symbol: context.facts.record.instruments[measure.instrument]!.symbol, para: measure.provision }]
      : [{ symbol: lists[0]?.name ?? 'UN list' }],
    evidence: measure?.evidence ?? ('unverified' as const),
  };
  return [
    contradicted(
      common,
      {
        party: `${individuals === undefined ? '' : `${individuals} `}individuals (natural persons)`,
        ...(individuals !== undefined && { count: individuals }),
      },
      'A travel ban applies to individuals; listed entities are under the asset freeze only.',
    ),
  ];
}

const isOn = (designation: Designation, at: number): boolean =>
  designation.spells.some(
    ({ listed, delisted }) => listed.from <= at && (delisted === undefined || at < delisted.from),
  );

/** A name of a list with words for being listed or sanctioned. */
function namedOnList(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  if (!['list', 'sanctions', 'freeze', 'travel'].some((word) => line.has(word, clause.from, clause.to))) return [];
  const hits = line.within('listed').filter(({ from, to }) => from >= clause.from - 14 && to <= clause.to);
  const at = startOfDay(writtenBy(context));
  return hits.slice(0, 1).flatMap((hit) => {
    const [list, id] = hit.name.split(' ') as [string, string];
    const designation = context.facts.record.lists[list]?.designations.find((one) => one.id === id);
    if (designation === undefined || !isOn(designation, at)) return [];
    return [
      supported({
        kind: 'listed-person-or-entity',
        from: Math.min(hit.from, clause.from),
        to: clause.to,
        stated: { party: designation.name },
        citations: [{ symbol: context.facts.record.lists[list]!.name, para: id }],
        evidence: designation.evidence,
        because: [`${designation.name} is on it.`],
      }),
    ];
  });
}

/** "adds 40 entities to the list": counted on the list itself, by the act that listed them. */
function counts(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const act = line.first('list', clause.from, clause.to);
  const what = line
    .within('concept', clause.from, clause.to)
    .find(({ name }) => name === 'entities' || name === 'individuals');
  if (!act || !what) return [];
  const number = [what.from - 1, what.from - 2]
    .map((at) => numberAt(line, at))
    .find((one) => one !== undefined && one.to <= what.from);
  const vote = chooseVote(scan, clause, context)?.vote ?? context.vote;
  if (number === undefined || vote === undefined) return [];
  const kinds = what.name === 'entities' ? ['entity', 'vessel'] : ['individual'];
  const listed = Object.values(context.facts.record.lists).flatMap(({ designations }) =>
    designations.filter((one) => kinds.includes(one.kind) && one.spells.some(({ by }) => by === vote.symbol)),
  );
  const ids = new Set(listed.map(({ id }) => id));
  // Names that have since left a list may be missing from it, so only a count that is met, or nearly so, says something.
  if (ids.size === 0 || Math.abs(ids.size - number.value) > Math.max(1, number.value * 0.05)) return [];
  return [
    supported({
      kind: 'listed-person-or-entity',
      from: clause.from,
      to: clause.to,
      stated: { count: number.value },
      ...ofVote(vote),
      because: [`${ids.size} names on the lists of the record were put there by ${vote.symbol}.`],
    }),
  ];
}
