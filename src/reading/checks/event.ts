/** Dated events: that something happened, and on which day. */
import { addDays, type CivilDate, civilParts } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import { isAct } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import { eventsBetween, eventsLike, type Likeness } from '../event-index.ts';
import type { Facts } from '../facts.ts';
import type { DateMark } from '../mentions/date.ts';
import type { EventFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import { signatureOf } from '../signature.ts';
import type { Finding, Kind } from '../statement.ts';
import { isLimit } from '../vote-choice.ts';
import { contradicted, day, supported } from './finding.ts';
import { isNegated, modalityOf } from './polarity.ts';

export function checkEvent(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const isTelling = line.hits.some(
    (hit) =>
      hit.from >= clause.from &&
      hit.to <= clause.to &&
      (hit.group === 'cue' || (hit.group === 'concept' && TELLING.has(hit.name))),
  );
  const acts = line.hits.filter((hit) => isAct(hit) && hit.from >= clause.from && hit.to <= clause.to);
  if (acts.length === 0 || acts.every((act) => isNegated(line, act, clause.from, clause.to))) return [];
  const { concepts, actors } = signatureOf(line, clause.from, clause.to);
  const told = new Set([...concepts].filter((concept) => !NOISE.has(concept)));
  if (told.size === 0) return [];
  const named = new Set(actors.size > 0 ? actors : context.topics.slice(0, 1));
  const date =
    scan.dates.find(
      (mark) => mark.fromToken >= clause.from && mark.toToken <= clause.to && !isLimit(scan.line, mark),
    ) ??
    orderedOn(scan, told) ??
    context.entry;
  const kind = kindOf(told);
  const isPlanned = modalityOf(line, clause.from, clause.to) !== 'fact';
  if (date === undefined) return undated(clause, told, named, kind, isTelling, isPlanned, context);
  const subject = subjectOf(scan, clause);
  const milder = expelled(clause, told, named, date, context);
  if (milder) return [milder];
  const ordered = datedOrder(scan, clause, date, named, context);
  if (ordered)
    return ordered.from < clause.from
      ? [ordered, ...undated(clause, told, named, kind, isTelling, isPlanned, context)]
      : [ordered];
  const onTime = eventsLike(context.facts, told, named, {
    window: [date.from, date.until],
    share: 0,
    adoptions: true,
  }).find(
    (one) =>
      isSame(one, told, named, date.precision === 'day' && date !== context.entry) &&
      isBy(one, subject) &&
      isOfThese(one, named, subject) &&
      hasMeasures(one, told) &&
      (date.precision === 'day' || hasActs(one, told)) &&
      (isTelling || !SAYINGS.has(one.event.kind)),
  );
  const isOutside = date !== context.entry && (date.fromToken < clause.from || date.toToken > clause.to);
  if (onTime) return [found(clause, onTime, kind, date)];
  const wrong = misdated(isOutside ? upToOrder(scan, clause, date) : clause, told, named, subject, kind, date, context);
  return isOutside ? [...wrong, ...undated(clause, told, named, kind, isTelling, isPlanned, context)] : wrong;
}

/** That something was said bears out that it was said, not that it is so. */
const SAYINGS = new Set(['statement', 'letter', 'declaration', 'note']);
const TELLING = new Set([
  'write',
  'notify',
  'call',
  'ask',
  'demand',
  'submit',
  'withdraw',
  'reduce',
  'offer',
  'accept',
  'noaction',
  'objection',
  'dispute',
  'experts',
  'mandate',
]);

/** Of the States named beside the doer at least one is in the event too, if it names any. */
function isOfThese({ event }: Likeness, named: ReadonlySet<string>, subject: string | undefined): boolean {
  const others = [...named].filter((actor) => actor.length === 2 && actor !== subject);
  return (
    others.length === 0 ||
    others.some((actor) => event.signature.actors.has(actor) || event.actors.includes(actor)) ||
    ![...event.signature.actors].some((actor) => actor.length === 2)
  );
}

/** Kinds of measures: an act is borne out only by one about the same. */
const MEASURES = ['arms', 'missile', 'freeze', 'travel', 'oil', 'noflyzone'];

const hasMeasures = ({ event }: Likeness, told: ReadonlySet<string>): boolean =>
  event.kind !== 'adoption' || MEASURES.every((name) => !told.has(name) || event.signature.concepts.has(name));

/** Acts that make an event another one. */
const DECISIVE = ['veto', 'fail', 'end', 'reimpose', 'withdraw', 'expel'];

/** In a month or a year much happens: what turns the matter is in the event too, or another one is meant. */
const hasActs = ({ event }: Likeness, told: ReadonlySet<string>): boolean =>
  DECISIVE.every((name) => !told.has(name) || event.signature.concepts.has(name));

/** Who does it: the first State or body of the clause, when it stands before the act. */
function subjectOf({ line, states, bodies }: Scan, { from, to }: Clause): string | undefined {
  const act = line.hits.find((hit) => isAct(hit) && hit.from >= from && hit.to <= to);
  return [...states, ...bodies]
    .filter((hit) => hit.from >= from && act !== undefined && hit.to <= act.from)
    .sort((a, b) => a.from - b.from)[0]?.name;
}

/** An event of others is not the one told of. */
const isBy = ({ event }: Likeness, subject: string | undefined): boolean =>
  subject === undefined ||
  event.actors.length === 0 ||
  event.actors.includes(subject) ||
  (subject === 'E3' && event.actors.includes('FR') && event.actors.includes('DE')) ||
  (event.signature.actors.has(subject) && !ORGANISATIONS.has(subject));
/** An act of one State is not what is told of another. */
const ofNamed = ({ event }: Likeness, named: ReadonlySet<string>): boolean =>
  event.actors.length === 0 || event.actors.some((actor) => named.has(actor));
const ORGANISATIONS = new Set(['NATO', 'EU', 'LAS', 'AU', 'ECOWAS', 'UNGA', 'ICC', 'IAEA']);

/** An order or document named by its number, with a day beside it: the day on record is the measure. */
function datedOrder(
  scan: Scan,
  clause: Clause,
  date: DateMark,
  named: ReadonlySet<string>,
  { facts }: Context,
): Finding | undefined {
  const { from, to } = clause;
  const isOutside = date.fromToken < from || date.toToken > to;
  const mark = scan.instruments.find(
    ({ form, fromToken, toToken }) => form === 'order' && fromToken >= from && toToken <= to,
  );
  if (date.precision !== 'day' || !scan.line.has('order', from, to)) return undefined;
  const event = mark?.symbol !== undefined ? facts.eventsCiting(mark.symbol)[0] : orderNear(scan, date, named, facts);
  if (event === undefined) return undefined;
  const symbol = mark?.symbol ?? event.cite.symbol;
  const span = isOutside ? upToOrder(scan, clause, date) : clause;
  const common = {
    kind: 'executive-act' as const,
    from: span.from,
    to: span.to,
    stated: { date: day(date.from), instrument: symbol },
    citations: [event.cite],
    evidence: event.evidence,
  };
  const off = Math.abs(event.date - date.from);
  if (off === 0) return supported({ ...common, because: [event.text] });
  return contradicted(
    common,
    { date: day(event.date) },
    `${symbol} is of ${day(event.date)}: ${event.text}`,
    off <= 2 ? `${off} ${off === 1 ? 'day' : 'days'} off` : undefined,
  );
}

/** Days between an order and what is told of it that still point to the same one. */
const NEAR_DAYS = 4;

/** The only order of that State about that day. */
function orderNear(
  { states, persons }: Scan,
  date: DateMark,
  named: ReadonlySet<string>,
  facts: Facts,
): EventFact | undefined {
  const owners = new Set([
    ...named,
    ...states.map(({ name }) => name),
    ...persons.flatMap(({ name }) => facts.held(name).map(({ office }) => office.of)),
  ]);
  const near = eventsBetween(facts, addDays(date.from, -NEAR_DAYS), addDays(date.from, NEAR_DAYS + 1)).filter(
    (event) => event.signature.concepts.has('order') && event.actors.some((actor) => owners.has(actor)),
  );
  const symbols = new Set(near.map(({ cite }) => cite.symbol.replace(/,.*$/, '')));
  return symbols.size === 1 ? near[0] : undefined;
}

/** "Ousted", "expelled", where rights were suspended. */
function expelled(
  { from, to }: Clause,
  told: ReadonlySet<string>,
  named: ReadonlySet<string>,
  date: DateMark,
  { facts }: Context,
): Finding | undefined {
  if (!told.has('expel')) return undefined;
  const other = new Set([...told].map((concept) => (concept === 'expel' ? 'suspend' : concept)));
  const like = eventsLike(facts, other, named, {
    window: [addDays(date.from, -1), addDays(date.until, 1)],
    share: 0.3,
    adoptions: false,
  }).find(
    ({ event, actors }) =>
      actors > 0 && event.signature.concepts.has('suspend') && !event.signature.concepts.has('expel'),
  );
  if (like === undefined) return undefined;
  return contradicted(
    {
      kind: 'adoption',
      from,
      to,
      stated: { effect: 'expelled' },
      citations: [like.event.cite],
      evidence: like.event.evidence,
    },
    { effect: 'rights of membership suspended, no expulsion' },
    like.event.text,
    'a suspension, told as an expulsion',
  );
}

/** From who announced it to the order itself. */
function upToOrder({ line, persons }: Scan, clause: Clause, date: DateMark): Clause {
  const order = line.first('order', clause.from, clause.to);
  return { from: Math.min(persons[0]?.from ?? date.fromToken, date.fromToken), to: order?.to ?? clause.to };
}

/** "announced on the 22nd that he had issued an order": the day told for the announcement is taken for the order's. */
const orderedOn = ({ dates, persons }: Scan, told: ReadonlySet<string>): DateMark | undefined =>
  told.has('order') && persons.length > 0 ? dates.find(({ precision }) => precision === 'day') : undefined;

/** Words that say nothing about which event it is. */
const NOISE = new Set([
  'resolution',
  'agreement',
  'letter',
  'report',
  'call',
  'ask',
  'individuals',
  'cooperate',
  'automatic',
  'situation',
  'membership',
  'process',
  'contains',
]);

const KINDS: readonly (readonly [string, Kind])[] = [
  ['reimpose', 'reimposition'],
  ['notify', 'notification'],
  ['write', 'notification'],
  ['order', 'executive-act'],
  ['sign', 'executive-act'],
  ['charge', 'executive-act'],
  ['veto', 'vote'],
  ['adopt', 'adoption'],
  ['endorse', 'adoption'],
  ['impose', 'adoption'],
  ['extend', 'adoption'],
];
const kindOf = (concepts: ReadonlySet<string>): Kind =>
  KINDS.find(([concept]) => concepts.has(concept))?.[1] ?? 'date-of-event';

/** Alike enough to be the same: most of what is told, or much of it with the same actors. */
function isSame(
  { share, weight, actors }: Likeness,
  told: ReadonlySet<string>,
  named: ReadonlySet<string>,
  isDay: boolean,
): boolean {
  if (named.size > 0 && actors === 0) return share > 0.85 && weight > 5 && told.size > 1;
  if (isDay && actors > 0 && weight >= 2) return true;
  return (share >= 0.5 && weight >= 2) || (share >= 0.34 && actors >= Math.min(2, named.size) && weight >= 2);
}

const found = ({ from, to }: Clause, { event }: Likeness, kind: Kind, date?: DateMark): Finding =>
  supported({
    kind,
    from,
    to,
    ...(date && { stated: { date: day(date.from) } }),
    citations: [event.cite],
    evidence: event.evidence,
    because: [`${day(event.date)}: ${event.text}`],
  });

/** No day told: it happened, by the time of the text. */
function undated(
  clause: Clause,
  told: ReadonlySet<string>,
  named: ReadonlySet<string>,
  kind: Kind,
  isTelling: boolean,
  isPlanned: boolean,
  context: Context,
): Finding[] {
  if (told.size < 2) return [];
  const limit = writtenBy(context);
  const best = eventsLike(context.facts, told, named, { share: 0.45, weight: 3.5, adoptions: false }).find(
    (one) =>
      one.event.date < limit &&
      (isTelling || !SAYINGS.has(one.event.kind)) &&
      isAlikeWithoutDay(one, named, limit, isPlanned),
  );
  return best ? [found(clause, best, kind)] : [];
}

/** Days before the text within which an event is likely the one meant. */
const RECENT = 200;

const isAlikeWithoutDay = (
  { event, share, actors, acts }: Likeness,
  named: ReadonlySet<string>,
  limit: CivilDate,
  isPlanned: boolean,
): boolean =>
  acts > 0 &&
  (limit - event.date < RECENT
    ? share >= 0.45 && (named.size === 0 || actors > 0)
    : // Long ago only what is told of somebody can be told apart; one vote is much like another, and no plan is of then.
      share >= 0.6 && actors > 0 && event.kind !== 'vote' && !isPlanned);

/** The same event on another day of the record: a wrong date, if nothing else it could be meant for. */
function misdated(
  clause: Clause,
  told: ReadonlySet<string>,
  named: ReadonlySet<string>,
  subject: string | undefined,
  kind: Kind,
  date: DateMark,
  context: Context,
): Finding[] {
  if (date.precision === 'week' || (date.relative && date.precision !== 'day')) return [];
  const alike = eventsLike(context.facts, told, named, { share: 0.75, weight: 4, adoptions: true }).filter(
    (one) =>
      one.acts > 0 &&
      ofNamed(one, named) &&
      !SAYINGS.has(one.event.kind) &&
      isBy(one, subject) &&
      isOfThese(one, named, subject) &&
      (named.size === 0 || one.actors >= Math.min(2, named.size)),
  );
  const [best, second] = alike;
  if (
    best === undefined ||
    (second !== undefined && second.share > best.share - 0.12 && Math.abs(second.event.date - best.event.date) > 1)
  )
    return [];
  const off = Math.abs(best.event.date - date.from);
  const isShifted = sameDayOfYear(best.event.date, date.from) && off > 300 && off < 800;
  if (date.precision === 'day' ? off > 21 && !isShifted : off > 400 || date.precision === 'year') return [];
  if (best.event.date >= addDays(writtenBy(context), 800)) return [];
  return [
    contradicted(
      {
        kind,
        from: clause.from,
        to: clause.to,
        stated: { date: day(date.from) },
        citations: [best.event.cite],
        evidence: best.event.evidence,
      },
      { date: day(best.event.date) },
      `${day(best.event.date)}: ${best.event.text}`,
      off <= 2 ? `${off} ${off === 1 ? 'day' : 'days'} off` : undefined,
    ),
  ];
}

function sameDayOfYear(a: CivilDate, b: CivilDate): boolean {
  const [one, two] = [civilParts(a), civilParts(b)];
  return one.month === two.month && Math.abs(one.day - two.day) <= 1;
}
