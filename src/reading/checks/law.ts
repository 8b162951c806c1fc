/** What became of measures: that they ended, when, which of them, and that they came back. Asked of the engine, position by position. */

import { remember } from '../../compile/remember.ts';
import type { Measure } from '../../law/norm.ts';
import { type CivilDate, civilDate, civilDateOf, civilParts, startOfDay } from '../../time/civil-date.ts';
import { formatInstant, type Instant } from '../../time/instant.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import { type Cite, citeOf, type EventFact, type Facts } from '../facts.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Scan } from '../scan.ts';
import type { Finding, Values, View } from '../statement.ts';
import { contested, contradicted, day, supported } from './finding.ts';
import { isNegated } from './polarity.ts';
import { dissenters, familiesNamed, inForceOn, type Returns, returnsOf, type Turn, turnsOf } from './turns.ts';
import { meets, type When, whenOf } from './when.ts';

const THINGS = [
  'regime',
  'approval',
  'sanctions',
  'arms',
  'embargo',
  'travel',
  'freeze',
  'missile',
  'nuclear',
  'enrichment',
  'legally',
  'oil',
];

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

const MOST_CITES = 4;

/** Where the first few of some measures stand. */
function measureCites(measures: readonly Measure[], { facts }: Context): readonly Cite[] {
  const cites = new Map<string, Cite>();
  for (const { instrument, provision } of measures) {
    if (cites.size === MOST_CITES) break;
    remember(cites, `${instrument} ${provision}`, () => ({
      ...citeOf(facts.record.instruments[instrument]!),
      para: provision,
    }));
  }
  return [...cites.values()];
}

const evidenceOf = (measures: readonly Measure[]): 'verified' | 'unverified' =>
  measures.every(({ evidence }) => evidence === 'verified') ? 'verified' : 'unverified';

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

/** That measures ended, by a day or an hour. */
function checkEnd(scan: Scan, clause: Clause, target: string, context: Context): Finding[] {
  const { line } = scan;
  const concepts = line.within('concept', clause.from, clause.to).map(({ name }) => name);
  const named = resolutionEnded(scan, clause, context);
  if (named) return named;
  const expired = dealExpired(scan, clause, context);
  if (expired) return expired;
  if (isProposal(scan, clause)) return [];
  if (!THINGS.some((thing) => concepts.includes(thing)) && !isCarriedOver(scan, clause)) return [];
  const families = familiesNamed(concepts);
  const ends = turnsOf(context.facts, target).filter(
    (turn) => turn.kind === 'end' && (families.length === 0 || families.includes(turn.measure.family)),
  );
  const when = whenOf(scan, clause, context, line.first('end', clause.from, clause.to)?.from);
  if (when?.date === undefined) return endedWithoutDay(clause, families, target, ends, context);
  const hits = ends.filter(({ at }) => fits(when, at));
  const common = { kind: 'expiry' as const, ...narrowed(scan, clause, when), stated: statedTime(when) };
  if (hits.length > 0) {
    const measures = hits.map(({ measure }) => measure);
    const cited = { ...common, citations: measureCites(measures, context), evidence: evidenceOf(measures) };
    if (hits.every((turn) => dissenters(context.facts, target, turn).length > 0))
      return [parted(cited, hits, target, context)];
    return [
      supported({
        ...cited,
        because: measures.slice(0, 3).map(({ title, provision }) => `${title} (${provision}) ended then.`),
      }),
    ];
  }
  const near = nearestTurn(ends, when);
  if (near === undefined) return [];
  const cited = { ...common, citations: measureCites([near.measure], context), evidence: evidenceOf([near.measure]) };
  return [
    contradicted(
      cited,
      timeOf(near, when),
      `${near.measure.title} ended at ${formatInstant(near.at)}.`,
      nearness(near, when),
    ),
  ];
}

/** That the deal of 2015 expired, told before its resolution was due to end. */
function dealExpired({ line }: Scan, { from, to }: Clause, context: Context): Finding[] | undefined {
  const expiry = line.first('expire', from, to);
  const deal = line.first('deal', from, to);
  const adoption = context.facts.record.events['iran/adoption-day'];
  const resolution = context.facts.resolution(2231);
  if (!expiry || !deal || !adoption?.occurred || !resolution || Math.abs(deal.from - expiry.from) > 4) return undefined;
  const { year, month, day: dayOfMonth } = civilParts(civilDateOf(adoption.occurred.from));
  const end = civilDate(year + 10, month, dayOfMonth)!;
  if (writtenBy(context) > end) return undefined;
  const common = {
    kind: 'expiry' as const,
    from: expiry.from,
    to: Math.max(expiry.to, deal.to),
    citations: [{ ...resolution.cite, para: 'para 8' }],
    evidence: resolution.evidence,
  };
  return [
    contradicted(
      common,
      { instrument: resolution.symbol, date: day(end) },
      `The JCPOA had not expired: resolution 2231 was due to end on ${day(end)} (para 8).`,
    ),
  ];
}

/** "a resolution to lift the sanctions", "voting on lifting": not that they are lifted. */
function isProposal({ line }: Scan, { from, to }: Clause): boolean {
  const end = line.first('end', from, to)!;
  return (
    (line.has('resolution', from, end.from) || line.has('vote', from, to)) &&
    (line.norm(end.from - 1) === 'to' ||
      line.hits.some((hit) => hit.group === 'word' && hit.name === 'hedge' && hit.from >= from && hit.to <= to))
  );
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

/** In a long clause the words of the end itself: the thing, the act and the day. */
function narrowed({ line }: Scan, clause: Clause, when: When): Clause {
  const hits = [
    line.first('end', clause.from, clause.to),
    ...THINGS.map((thing) => line.first(thing, clause.from, clause.to)),
  ].filter((hit) => hit !== undefined);
  if (clause.to - clause.from <= 24 || hits.length === 0 || when.to <= when.from) return clause;
  const near = hits.filter((hit) => Math.abs(hit.from - when.from) <= 14);
  if (near.length === 0) return clause;
  return {
    from: Math.min(when.from, ...near.map(({ from }) => from)),
    to: Math.max(when.to, ...near.map(({ to }) => to)),
  };
}

/** The words before it named the measures: "These restrictions ended", "this arrangement ends". */
const isCarriedOver = ({ line }: Scan, { from, to }: Clause): boolean =>
  line.tokens
    .slice(from, Math.min(to, from + 3))
    .some(({ norm }) =>
      ['these', 'they', 'it', 'that', 'this', 'این', 'они', 'он', 'ils', 'elles', 'sie', 'diese'].includes(norm),
    ) && line.has('end', from, to);

const statedTime = ({ date, instants }: When): Values =>
  instants.length > 0 ? { instant: formatInstant(instants[0]!.at) } : date ? { date: day(date.from) } : {};

/** Whether an instant is the time told: on the clock, where there is one, else on the day, "until D" included. */
function fits({ date, instants }: When, at: Instant): boolean {
  if (instants.length > 0) return instants.some((told) => told.at === at);
  return (
    date !== undefined &&
    (meets(date, at) || (at % 86_400 === 0 && meets(date, (at - 1) as Instant) && date.precision !== 'day'))
  );
}

const DAY = 86_400;

function nearestTurn(turns: readonly Turn[], { date, instants }: When): Turn | undefined {
  if (date === undefined) return undefined;
  const told = instants[0]?.at ?? startOfDay(date.from);
  const slack = date.precision === 'day' ? 45 * DAY : date.precision === 'month' ? 100 * DAY : 370 * DAY;
  const near = turns
    .filter(({ at }) => Math.abs(at - told) <= slack || isYearOff(at, told))
    .sort((a, b) => Math.abs(a.at - told) - Math.abs(b.at - told));
  return near[0];
}

const isYearOff = (a: number, b: number): boolean =>
  [365, 366, 730, 731, 1095, 1096].includes(Math.round(Math.abs(a - b) / DAY));

const timeOf = (turn: Turn, { instants }: When): Values =>
  instants.length > 0
    ? { instant: formatInstant(turn.at), date: day(civilDateOf(turn.at)) }
    : { date: day(civilDateOf(turn.at)) };

function nearness(turn: Turn, { date, instants }: When): string | undefined {
  const told = instants[0]?.at ?? (date ? startOfDay(date.from) : undefined);
  if (told === undefined) return undefined;
  const apart = Math.abs(told - turn.at);
  if (apart === 0) return undefined;
  if (apart < 3600) return `${apart / 60} ${apart === 60 ? 'minute' : 'minutes'} off`;
  return apart <= DAY * 1.1
    ? instants.length > 0
      ? `${Math.round(apart / 3600)} ${Math.round(apart / 3600) === 1 ? 'hour' : 'hours'} off`
      : 'a day off'
    : undefined;
}

/** No day told: is the measure over on the day of the text? */
function endedWithoutDay(
  clause: Clause,
  families: readonly string[],
  target: string,
  ends: readonly Turn[],
  context: Context,
): Finding[] {
  if (families.length === 0 || families.includes('machinery')) return [];
  const at = startOfDay((writtenBy(context) - 1) as CivilDate);
  const { agreed, disputed } = inForceOn(context.facts, target, at);
  const running = agreed.filter(({ family }) => families.includes(family));
  const past = ends.filter((turn) => turn.at <= at + DAY);
  if (running.length > 0 || past.length === 0 || disputed.some(({ family }) => families.includes(family))) return [];
  const measures = past.slice(-3).map(({ measure }) => measure);
  return [
    supported({
      kind: 'expiry',
      from: clause.from,
      to: clause.to,
      citations: measureCites(measures, context),
      evidence: evidenceOf(measures),
      because: measures.map(({ title }) => `${title} is over.`),
    }),
  ];
}

/** "Resolution 2231 is terminated": the whole resolution, on which positions may part. */
function resolutionEnded(scan: Scan, clause: Clause, context: Context): Finding[] | undefined {
  const { line } = scan;
  const mark = scan.instruments.find(
    ({ form, fromToken, toToken }) => form === 'resolution' && fromToken >= clause.from && toToken <= clause.to,
  );
  const isWhole =
    line.has('provision', clause.from, clause.to) &&
    (line.has('resolution', clause.from, clause.to) || context.resolution?.instrument !== undefined);
  const instrument =
    mark?.number !== undefined
      ? context.facts.resolution(mark.number)?.instrument
      : isWhole
        ? context.resolution?.instrument
        : undefined;
  if (instrument === undefined || (mark && !isSubjectOfEnd(scan, clause, mark.fromToken))) return undefined;
  const target =
    instrument.regime === undefined ? undefined : context.facts.record.regimes[instrument.regime]?.targets[0];
  if (target === undefined) return undefined;
  const ends = turnsOf(context.facts, target).filter(
    (turn) => turn.kind === 'end' && turn.measure.instrument === instrument.id,
  );
  const last = new Map<string, Turn>();
  for (const turn of ends.filter(({ open }) => !open))
    for (const position of turn.positions) if ((last.get(position)?.at ?? 0) < turn.at) last.set(position, turn);
  const instants = new Set([...last.values()].map(({ at }) => at));
  if (instants.size < 2) return undefined;
  const when = whenOf(scan, clause, context);
  const told = [...last.values()].filter(
    ({ at }) => when?.date === undefined || fits(when, at) || meets(when.date, (at - 1) as Instant),
  );
  const common = {
    kind: 'expiry' as const,
    from: clause.from,
    to: clause.to,
    stated: when ? statedTime(when) : {},
    citations: [{ symbol: instrument.symbol, ...(instrument.url !== undefined && { url: instrument.url }) }],
    evidence: instrument.evidence,
  };
  if (told.length === 0) return undefined;
  return [parted(common, [...last.values()], target, context)];
}

/** The resolution itself ends, not something under it. */
function isSubjectOfEnd({ line }: Scan, clause: Clause, at: number): boolean {
  const end = line.first('end', clause.from, clause.to);
  return end !== undefined && end.from > at && !['under', 'of', 'by'].includes(line.norm(at - 1));
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

/** That measures are back, will be, or came back on a day. */
function checkReturn(scan: Scan, clause: Clause, act: Hit, target: string, context: Context): Finding[] {
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

/** Positions part on some turns. Silence and "cannot say" are no views. */
function parted(
  common: Parameters<typeof contested>[0],
  turns: readonly Turn[],
  target: string,
  context: Context,
): Finding {
  const views = remember(viewsKept, turns, () => viewsOn(turns, target, context));
  return contested(
    { ...common, because: views.map(({ positions, says }) => `${positions.join(', ')}: ${says}`) },
    views,
  );
}

const viewsKept = new WeakMap<readonly Turn[], readonly View[]>();

/** Who holds what of some turns. */
function viewsOn(turns: readonly Turn[], target: string, context: Context): readonly View[] {
  const holders = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const turn of turns) {
    const says =
      turn.kind === 'return'
        ? `They apply again as of ${formatInstant(turn.at)}.`
        : `It ended at ${formatInstant(turn.at)}.`;
    const known = holders.get(says) ?? new Set<string>();
    for (const position of turn.positions) known.add(position);
    holders.set(says, known);
    for (const position of dissenters(context.facts, target, turn)) others.add(position);
  }
  const held = new Set([...holders.values()].flatMap((positions) => [...positions]));
  const views: View[] = [...holders]
    .filter(([, positions]) => positions.size > 0)
    .map(([says, positions]) => ({ positions: [...positions].sort(), says }));
  const rest = [...others].filter((position) => !held.has(position)).sort();
  if (rest.length > 0)
    views.push({
      positions: rest,
      says: turns[0]!.kind === 'return' ? 'Nothing was re-applied.' : 'It did not end so.',
    });
  return views;
}
