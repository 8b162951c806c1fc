/** That measures are back, will be, or came back on a day. */
import { type CivilDate, civilDateOf, startOfDay } from '../../time/civil-date.ts';
import { formatInstant } from '../../time/instant.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Cite } from '../passages.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { contradicted, day, supported } from './finding.ts';
import { evidenceOf, measureCites, parted } from './measures.ts';
import { isNegated } from './polarity.ts';
import { DAY, nearestTurn, nearness, statedTime } from './turn-times.ts';
import { type Returns, returnsOf } from './turns.ts';
import { meets, type When, whenOf } from './when.ts';

/** That measures are back, will be, or came back on a day. */
export function checkReturn(scan: Scan, clause: Clause, act: Hit, target: string, context: Context): Finding[] {
  const { line } = scan;
  if (isAim(scan, clause, act)) return mechanism(scan, clause, context);
  const returns = returnsOf(context.facts, target);
  const decided = byDecision(scan, clause, act, target, returns, context);
  if (decided) return decided;
  const [first] = returns.instants;
  if (first === undefined) return [];
  if (isNegated(line, act, clause.from, clause.to)) return deniedReturn(scan, clause, target, returns, context);
  const when = whenOf(scan, clause, context, act.from);
  const common = {
    kind: 'reimposition' as const,
    from: clause.from,
    to: clause.to,
    stated: when ? statedTime(when) : {},
    citations: measureCites(returns.measures, context),
    evidence: evidenceOf(returns.measures),
  };
  if (when?.date === undefined || when.date.precision === 'year') {
    if (startOfDay(writtenBy(context)) < first - 45 * DAY) return [];
    return [parted(common, returns.turns, target, context)];
  }
  const { date } = when;
  if (
    returns.instants.some((at) =>
      when.instants.length === 0 ? meets(date, at) : when.instants.some((told) => told.at === at),
    )
  )
    return [parted(common, returns.turns, target, context)];
  const near = nearestTurn(returns.turns, when);
  if (near) {
    if (date.precision !== 'day') return [];
    const narrow = { ...common, to: Math.max(clause.to, when.to) };
    return [
      contradicted(
        narrow,
        { instant: formatInstant(near.at) },
        `Where they are held to apply again, they do so from ${formatInstant(near.at)}; the others hold that nothing came back.`,
        nearness(near, when) ?? 'the day or the hour is missed',
      ),
    ];
  }
  return date.precision === 'day' && date.from < civilDateOf(first)
    ? notReturned(common, date.from, when, target, context)
    : [];
}

/** A return that nobody holds, as known now, to have taken place. */
function notReturned(
  common: Parameters<typeof contradicted>[0],
  date: CivilDate,
  when: When,
  target: string,
  context: Context,
): Finding[] {
  const withdrawn = Object.values(context.facts.record.positions).flatMap(({ stances }) =>
    stances.filter(
      (stance) =>
        stance.answer === 'no' &&
        stance.said.from > startOfDay(date) &&
        stances.some(
          (earlier) =>
            earlier.point === stance.point &&
            earlier.answer === 'yes' &&
            earlier.said.from < stance.said.from &&
            Math.abs(civilDateOf(earlier.said.from) - date) < 100,
        ),
    ),
  );
  const points = withdrawn.map(({ point }) => point);
  const letters = withdrawn.flatMap(({ symbol, said }) => (symbol ? [{ symbol, at: said.from }] : []));
  const claim = context.facts.events
    .filter(
      (event) =>
        Math.abs(event.date - date) <= 2 &&
        event.signature.concepts.has('reimpose') &&
        event.signature.actors.has(target),
    )
    .sort((a, b) => Math.abs(a.date - date) - Math.abs(b.date - date))[0];
  const cites: Cite[] = [
    ...letters.slice(0, 1).map(({ symbol }) => ({ symbol })),
    ...(claim ? [claim.cite] : common.citations.slice(0, 1)),
  ];
  const told = when.instants[0] ? formatInstant(when.instants[0].at) : day(date);
  return [
    contradicted(
      {
        ...common,
        citations: cites,
        because: points.map((point) => context.facts.record.points[point]?.question ?? point),
      },
      { effect: 'no re-application', ...(claim && { instant: formatInstant(claim.moment.from) }) },
      `Nothing was re-applied at ${told}: as known now no position holds it${letters.length > 0 ? ', the claim having been withdrawn' : ''}.`,
    ),
  ];
}

/** "The sanctions have not returned": the other side of the same dispute. */
function deniedReturn(
  scan: Scan,
  clause: Clause,
  target: string,
  { turns, measures, instants }: Returns,
  context: Context,
): Finding[] {
  const when = whenOf(scan, clause, context);
  const at = when?.date ? startOfDay(when.date.from) : startOfDay(writtenBy(context));
  if (at < instants[0]!) return [];
  return [
    parted(
      {
        kind: 'reimposition',
        from: clause.from,
        to: clause.to,
        stated: {},
        citations: measureCites(measures, context),
        evidence: evidenceOf(measures),
      },
      turns,
      target,
      context,
    ),
  ];
}

/** Aims, offers, drafts and mechanisms: to bring sanctions back is not to say that they are back. */
function isAim({ line }: Scan, { from, to }: Clause, act: Hit): boolean {
  const before = line.tokens.slice(Math.max(from, act.from - 3), act.from).map(({ norm }) => norm);
  const own = line.tokens.slice(act.from, act.to).map(({ norm }) => norm);
  const isInfinitive =
    before.at(-1) === 'to' &&
    !['due', 'set', 'opted', 'decided', 'sanctions'].some((word) =>
      line.tokens.slice(Math.max(from, act.from - 5), act.from).some(({ norm }) => norm === word),
    );
  const isGerund =
    own[0]?.endsWith('ing') === true && ['for', 'of', 'from', 'to', 'before', 'without'].includes(before.at(-1) ?? '');
  const aims = ['draft', 'submit', 'ask', 'offer', 'jpoa'].some((word) => line.has(word, from, to));
  const postponed = line.has('extend', from, to);
  const tried = line.hits.some(
    (hit) =>
      hit.group === 'word' &&
      hit.name === 'hedge' &&
      hit.from >= Math.max(from, act.from - 5) &&
      hit.to <= Math.min(to, act.to + (line.tokens[act.from]!.script === 'arabic' ? 5 : 1)) &&
      !['expected', 'будут', 'dürfte', 'dürften', 'durften', 'durfte'].includes(line.norm(hit.from)),
  );
  return isInfinitive || isGerund || aims || postponed || tried;
}

/** How a return works, told as a rule: "a breach would bring the sanctions back", "the automatic return". */
function mechanism({ line }: Scan, { from, to }: Clause, { facts }: Context): Finding[] {
  if (
    !['automatic', 'snapback', 'breach', 'trigger30', 'process'].some((word) => line.has(word, from, to)) ||
    line.has('draft', from, to)
  )
    return [];
  const passage = [...(facts.resolution(2231)?.passages ?? []), ...facts.events].find(
    ({ signature, cite }) =>
      signature.concepts.has('reimpose') && (cite.para?.includes('12') === true || cite.symbol === 'JCPOA para 37'),
  );
  if (passage === undefined) return [];
  return [
    supported({
      kind: 'reimposition',
      from,
      to,
      citations: [passage.cite],
      evidence: passage.evidence,
      because: [passage.text],
    }),
  ];
}

/** "The Council decided to reimpose": the measures return by operation of the text, without a decision. */
function byDecision(
  { line, bodies, states }: Scan,
  { from, to }: Clause,
  act: Hit,
  target: string,
  { instants, measures }: Returns,
  context: Context,
): Finding[] | undefined {
  const council = bodies.find((hit) => hit.name === 'UNSC' && hit.from >= from && hit.to <= act.from + 8);
  if (
    council === undefined ||
    states.some(
      (hit) =>
        hit.from < council.from &&
        hit.from >= from &&
        hit.name !== target &&
        line.tokens.slice(hit.to, council.from).length < 3,
    )
  )
    return undefined;
  const deed = line
    .within('concept', council.to, to)
    .find(({ name }) => name === 'decide' || name === 'adopt' || name === 'impose' || name === 'vote');
  const direct = act.from >= council.to && act.from - council.to <= 3;
  const [first] = instants;
  if (first === undefined || (!deed && !direct) || (deed && Math.abs(deed.from - act.from) > 16)) return undefined;
  if (line.hits.some((hit) => hit.group === 'word' && hit.name === 'negation' && hit.from >= from && hit.to <= to))
    return undefined;
  const earliest = formatInstant(first);
  if (startOfDay(writtenBy(context)) < first - 45 * DAY) return undefined;
  const rule = context.facts.resolution(2231);
  return [
    contradicted(
      {
        kind: 'reimposition',
        from,
        to,
        stated: { act: 'a decision of the Council' },
        citations: rule ? [{ ...rule.cite, para: 'paras 11-12' }] : measureCites(measures.slice(0, 1), context),
        evidence: rule?.evidence ?? evidenceOf(measures),
      },
      {
        act: 'no Council decision; return by operation of para 12, where it is held to have happened',
        date: earliest.slice(0, 10),
      },
      `The Council took no decision to reimpose: where the measures are held to apply again, they do so by themselves from ${earliest}, no resolution to continue their termination having been adopted.`,
    ),
  ];
}
