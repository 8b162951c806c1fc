/** That measures ended, by a day or an hour, or a whole resolution did. */
import { type CivilDate, civilDate, civilDateOf, civilParts, startOfDay } from '../../time/civil-date.ts';
import { formatInstant, type Instant } from '../../time/instant.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { contradicted, day, supported } from './finding.ts';
import { evidenceOf, measureCites, parted, THINGS } from './measures.ts';
import { DAY, fits, nearestTurn, nearness, statedTime, timeOf } from './turn-times.ts';
import { dissenters, familiesNamed, inForceOn, type Turn, turnsOf } from './turns.ts';
import { meets, type When, whenOf } from './when.ts';

/** That measures ended, by a day or an hour. */
export function checkEnd(scan: Scan, clause: Clause, target: string, context: Context): Finding[] {
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
