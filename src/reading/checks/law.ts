/** What became of measures: that they stay, that none is left, that they ended or came back. Asked of the engine, position by position. */

import { remember } from '../../compile/remember.ts';
import type { Measure } from '../../law/norm.ts';
import { type CivilDate, civilDateOf, startOfDay } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Facts } from '../facts.ts';
import type { EventFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { checkEnd } from './ending.ts';
import { contradicted, day, supported } from './finding.ts';
import { evidenceOf, measureCites, THINGS } from './measures.ts';
import { isNegated } from './polarity.ts';
import { checkReturn } from './returning.ts';
import { familiesNamed, inForceOn, turnsOf } from './turns.ts';

/** The State whose measures a clause speaks of: one named in the sentence with measures on it, else the document's. */
export function targetOf(scan: Scan, clause: Clause, context: Context): string | undefined {
  const isTarget = (state: string): boolean => context.facts.targets.has(state);
  const inClause = scan.states.filter(({ from, to }) => from >= clause.from && to <= clause.to).map(({ name }) => name);
  return [...inClause, ...scan.states.map(({ name }) => name), ...context.topics.slice(0, 5)].find(isTarget);
}

export function checkLaw(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const { from, to } = clause;
  const target = targetOf(scan, clause, context);
  if (target === undefined) return [];
  const concepts = new Set(line.within('concept', from, to).map(({ name }) => name));
  const trigger = triggered(scan, clause, context);
  if (trigger) return trigger;
  const returning = line.first('reimpose', from, to);
  if (returning) return checkReturn(scan, clause, returning, target, context);
  const isWhole = isQuantified(scan, clause);
  const ending = line.first('end', from, to);
  const isOfLaw = ['legally', 'embargo', 'arms', 'end', 'impose', 'expire'].some((word) => concepts.has(word));
  if (isWhole && isOfLaw && (ending || concepts.has('none')) && !isAboutDraft(concepts)) {
    const whole = checkWhole(scan, clause, target, context);
    if (whole.length > 0) return whole;
  }
  if (ending && !isNegated(line, ending, from, to) && !isAboutDraft(concepts))
    return checkEnd(scan, clause, target, context);
  if (concepts.has('keep') && !isAboutDraft(concepts)) return checkRunning(scan, clause, target, context);
  return [];
}

/** "all restrictions", "no legal restriction": the quantifier stands at the thing. */
const isQuantified = ({ line }: Scan, { from, to }: Clause): boolean =>
  line
    .within('concept', from, to)
    .some(
      (thing) =>
        (thing.name === 'sanctions' || thing.name === 'legally') &&
        line
          .within('concept', Math.max(from, thing.from - 4), thing.from + 1)
          .some(
            ({ name, to: end }) =>
              (name === 'none' && thing.from - end <= 1) || (name === 'alls' && thing.from - end <= 3),
          ),
    );

const isAboutDraft = (concepts: ReadonlySet<string>): boolean =>
  concepts.has('draft') || concepts.has('submit') || concepts.has('fail') || concepts.has('veto');

const notices = new WeakMap<Facts, readonly EventFact[]>();

/** Letters by which something was notified. */
const noticesOf = (facts: Facts): readonly EventFact[] =>
  remember(notices, facts, () =>
    facts.events.filter(({ kind, signature }) => kind === 'letter' && signature.concepts.has('notify')),
  );

/** "The trigger mechanism was activated", told before any notice under resolution 2231 para 11: another procedure is meant. */
function triggered({ line }: Scan, { from, to }: Clause, context: Context): Finding[] | undefined {
  const snapback = line.first('snapback', from, to);
  const act = line.first('notify', from, to);
  if (!snapback || !act || Math.abs(snapback.from - act.from) > 5 || isNegated(line, act, from, to)) return undefined;
  if (line.hits.some((hit) => hit.group === 'word' && hit.name === 'hedge' && Math.abs(hit.from - act.from) <= 4))
    return undefined;
  const limit = writtenBy(context);
  const notices = noticesOf(context.facts).filter(({ date }) => date < limit);
  if (notices.some(({ text }) => text.includes('para 11'))) return undefined;
  const other = notices.findLast(({ signature }) => signature.concepts.has('dispute'));
  if (other === undefined) return undefined;
  const common = {
    kind: 'reimposition' as const,
    from: Math.min(act.from, snapback.from, from),
    to: Math.max(act.to, snapback.to),
    stated: { instrument: 'snapback of resolution 2231' },
    citations: [other.cite],
    evidence: other.evidence,
  };
  return [
    contradicted(
      common,
      { instrument: `${other.cite.symbol} (dispute resolution), not resolution 2231 para 11`, date: day(other.date) },
      `${day(other.date)}: ${other.text}`,
    ),
  ];
}

/** That measures stay in force: those of each family named, on the day of the text. */
function checkRunning({ line }: Scan, clause: Clause, target: string, context: Context): Finding[] {
  const concepts = line.within('concept', clause.from, clause.to).map(({ name }) => name);
  if (!THINGS.some((thing) => concepts.includes(thing))) return [];
  const families = familiesNamed(concepts);
  const { agreed } = inForceOn(context.facts, target, startOfDay((writtenBy(context) - 1) as CivilDate));
  const running = agreed.filter(({ family }) =>
    families.length === 0 ? family !== 'machinery' : families.includes(family),
  );
  if (running.length === 0 || families.some((family) => !running.some((measure) => measure.family === family)))
    return [];
  const told =
    families.length === 0
      ? running.slice(0, 3)
      : families.map((family) => running.find((measure) => measure.family === family)!);
  return [
    supported({
      kind: 'measure-scope',
      from: clause.from,
      to: clause.to,
      citations: measureCites(told, context),
      evidence: evidenceOf(told),
      because: told.map(({ title, provision }) => `${title} (${provision}) was in force.`),
    }),
  ];
}

/** "All restrictions", "no restriction": those that were left show otherwise. */
function checkWhole(scan: Scan, clause: Clause, target: string, context: Context): Finding[] {
  const own = scan.dates.findLast(({ precision, fromToken }) => precision === 'day' && fromToken < clause.to)?.from;
  const written = (writtenBy(context) - 1) as CivilDate;
  const carried =
    context.day?.from !== undefined && context.day.from >= written - 400 && context.day.from < written
      ? context.day.from
      : written;
  const at = startOfDay(own ?? carried);
  const { agreed, disputed } = inForceOn(context.facts, target, at);
  const left = agreed.filter(
    ({ force, family, activities }) =>
      force === 'decides' && family !== 'machinery' && !activities.includes('reporting'),
  );
  if (left.length === 0) return [];
  const isLater = (measure: Measure): boolean => disputed.length === 0 || agreed.includes(measure);
  const families = [...new Set(left.filter(isLater).map(({ family }) => family))];
  const until = turnsOf(context.facts, target)
    .filter((turn) => turn.kind === 'end' && turn.at > at && left.includes(turn.measure))
    .map((turn) => turn.at)
    .sort((a, b) => a - b)[0];
  const scope = `${families.join(', ')} measures stayed`;
  return [
    contradicted(
      {
        kind: 'measure-scope',
        from: clause.from,
        to: clause.to,
        stated: { scope: 'no restriction' },
        citations: measureCites(left, context),
        evidence: evidenceOf(left),
      },
      { scope, ...(until !== undefined && { until: day(civilDateOf(until)) }) },
      `On ${day(civilDateOf(at))} these were in force: ${[...new Set(left.map(({ title, provision }) => `${title} (${provision})`))].slice(0, 5).join('; ')}.`,
    ),
  ];
}
