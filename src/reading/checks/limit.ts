/** Until when, for how long: mandates, renewals, and the periods that mechanisms work by. */

import { remember } from '../../compile/remember.ts';
import { type CivilDate, civilDate, civilParts } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import type { Facts } from '../facts.ts';
import type { DateMark } from '../mentions/date.ts';
import type { DurationMark } from '../mentions/duration.ts';
import { numberAt } from '../mentions/number.ts';
import { type Limit, type LimitedThing, limitedThing, type Passage, type VoteFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { chooseVote, isLimit } from '../vote-choice.ts';
import { contradicted, day, ofVote, supported, unverifiable } from './finding.ts';

export function checkLimit(scan: Scan, clause: Clause, context: Context): Finding[] {
  const anniversary = anniversaryOf(scan, clause, context);
  if (anniversary) return [anniversary];
  const limits = scan.dates.filter(
    (mark) => mark.precision === 'day' && inside(mark, clause) && isLimit(scan.line, mark) && !isSince(scan, mark),
  );
  const durations = scan.durations.filter((mark) => inside(mark, clause));
  if (limits.length === 0 && durations.length === 0) return [];
  const vote = chooseVote(scan, clause, context)?.vote ?? context.vote;
  return [
    ...limits.flatMap((mark, i) => untilDay(scan, clause, mark, limits[i - 1], vote)),
    ...durations.flatMap((mark) => forPeriod(scan, clause, mark, vote, context)),
  ];
}

/** "the fifth anniversary of the deal": the day told, that many years after one of its days. */
function anniversaryOf(
  { line, dates }: Scan,
  { from, to }: Clause,
  { facts, day: last }: Context,
): Finding | undefined {
  const cue = line.first('anniversary', from, to);
  const date = dates.findLast(({ precision }) => precision === 'day') ?? last;
  if (cue === undefined || date === undefined) return undefined;
  const number =
    [cue.from - 1, cue.from - 2].map((at) => numberAt(line, at)).find((one) => one !== undefined) ??
    numberAt(line, cue.to);
  if (number === undefined || !line.has('deal', from, to)) return undefined;
  const { year, month, day: dayOfMonth } = civilParts(date.from);
  const then = civilDate(year - number.value, month, dayOfMonth);
  const event = facts.events.find(
    (one) => one.date === then && (one.signature.concepts.has('deal') || one.signature.concepts.has('adoptionday')),
  );
  return (
    event &&
    supported({
      kind: 'deadline-or-duration',
      from,
      to,
      stated: { period: `P${number.value}Y` },
      citations: [event.cite],
      evidence: event.evidence,
      because: [`${day(event.date)}: ${event.text}`],
    })
  );
}

const inside = ({ fromToken, toToken }: { fromToken: number; toToken: number }, { from, to }: Clause): boolean =>
  fromToken >= from && toToken <= to;

const isSince = ({ line }: Scan, mark: DateMark): boolean =>
  [1, 2].some((back) =>
    line.allAt(mark.fromToken - back).some(({ name, group }) => group === 'time' && name === 'since'),
  ) &&
  ![1, 2].some((back) =>
    line.allAt(mark.fromToken - back).some(({ name, group }) => group === 'time' && name === 'until'),
  );

function untilDay(
  scan: Scan,
  clause: Clause,
  mark: DateMark,
  before: DateMark | undefined,
  vote: VoteFact | undefined,
): Finding[] {
  const about = limitedThing(scan.line, mark.fromToken);
  const from = before ? before.toToken : clause.from;
  const stated = { date: day(mark.from) };
  if (vote === undefined) return [unverifiable({ kind: 'deadline-or-duration', from, to: mark.toToken, stated })];
  const common = { kind: 'deadline-or-duration' as const, from, to: mark.toToken, stated, ...ofVote(vote) };
  const right = vote.ends.filter((limit) => limit.about === about);
  if (
    vote.ends.some(({ date }) => date === mark.from) &&
    (right.length === 0 || right.some(({ date }) => date === mark.from))
  )
    return [supported({ ...common, because: [`${vote.symbol} names ${day(mark.from)}.`] })];
  const one = nearestEnd(right, mark.from);
  if (one === undefined || about === 'report') return [unverifiable(common)];
  const off = Math.abs(one - mark.from);
  return [
    contradicted(
      common,
      { date: day(one) },
      `${vote.symbol}: until ${day(one)}${about === 'experts' ? ' for the experts' : ''}.`,
      off <= 1 ? 'a day off' : undefined,
    ),
  ];
}

/** The last day an act lays down for a thing; of several the one nearest to the day named. */
function nearestEnd(limits: readonly Limit[], named: CivilDate): CivilDate | undefined {
  return [...limits].sort((a, b) => Math.abs(a.date - named) - Math.abs(b.date - named))[0]?.date;
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.44, Y: 365.25 };

/** The length of `P6M` in days, about; months and years vary, so it is compared with some play. */
export const daysIn = (period: string): number => Number(/\d+/.exec(period)![0]) * DAYS[period.at(-1)!]!;

const alike = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1, Math.min(a, b) * 0.025);

function forPeriod(
  scan: Scan,
  clause: Clause,
  mark: DurationMark,
  vote: VoteFact | undefined,
  context: Context,
): Finding[] {
  const { line } = scan;
  const length = daysIn(mark.period);
  const mechanism = periodOfMechanism(scan, clause, mark, context);
  if (mechanism !== undefined) return mechanism;
  if (vote === undefined || length < 14) return [];
  const isRenewal = ['extend', 'mandate', 'experts', 'reimpose', 'process'].some((word) =>
    line.has(word, clause.from, clause.to),
  );
  if (!isRenewal) return fromPassages(clause, mark, vote.passages, scan);
  const about =
    limitedThing(line, mark.toToken) === 'experts' && !line.has('sanctions', clause.from, clause.to)
      ? ('experts' as LimitedThing)
      : limitedThing(line, mark.fromToken);
  const ends = vote.ends.filter((limit) => limit.about === about && limit.date > vote.date);
  const common = {
    kind: 'deadline-or-duration' as const,
    from: clause.from,
    to: clause.to,
    stated: { period: mark.period },
    ...ofVote(vote),
  };
  if (
    ends.some(({ date }) => Math.abs(date - vote.date - length) <= Math.max(4, length * 0.03)) ||
    vote.passages.some(({ periods }) => periods.some((period) => alike(daysIn(period), length)))
  )
    return [supported({ ...common, because: [`${vote.symbol} runs for that time.`] })];
  const end = nearestEnd(ends, (vote.date + length) as CivilDate);
  if (end === undefined || !line.has('extend', clause.from, clause.to)) return [];
  const months = Math.round((end - vote.date) / 30.44);
  return [
    contradicted(
      { ...common, from: Math.max(clause.from, mark.fromToken - 6), to: clause.to },
      { period: months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`, until: day(end) },
      `${vote.symbol} runs until ${day(end)}, about ${months} months.`,
    ),
  ];
}

function fromPassages({ from, to }: Clause, mark: DurationMark, passages: readonly Passage[], scan: Scan): Finding[] {
  const concepts = scan.line.within('concept', from, to).map(({ name }) => name);
  const passage = passages.find(
    ({ periods, signature }) =>
      periods.some((period) => alike(daysIn(period), daysIn(mark.period))) &&
      concepts.some((name) => signature.concepts.has(name)),
  );
  if (passage === undefined) return [];
  return [
    supported({
      kind: 'deadline-or-duration',
      from,
      to,
      stated: { period: mark.period },
      citations: [passage.cite],
      evidence: passage.evidence,
      because: [passage.text],
    }),
  ];
}

const MECHANISMS = ['snapback', 'reimpose', 'notify', 'dispute', 'process'];

const kept = new WeakMap<Facts, readonly Passage[]>();

/** The texts that lay down periods: resolution 2231 and the deal. */
const mechanisms = (facts: Facts): readonly Passage[] =>
  remember(kept, facts, () => [
    ...(facts.resolution(2231)?.passages ?? []),
    ...facts.events.filter(({ cite }) => cite.symbol.startsWith('JCPOA')),
  ]);

/** The thirty days of resolution 2231 para 11, the fifteen of JCPOA para 36, the five, eight and ten years of Annex B. */
function periodOfMechanism(scan: Scan, clause: Clause, mark: DurationMark, context: Context): Finding[] | undefined {
  const { line } = scan;
  const { facts } = context;
  const isOfIran =
    scan.states.some(({ name }) => name === 'IR') ||
    context.topics.slice(0, 2).includes('IR') ||
    line.has('deal', clause.from, clause.to);
  if (!isOfIran || line.has('extend', Math.max(clause.from, mark.fromToken - 5), Math.min(clause.to, mark.toToken + 5)))
    return undefined;
  const texts = mechanisms(facts);
  const length = daysIn(mark.period);
  const concepts = new Set(line.within('concept', clause.from, clause.to).map(({ name }) => name));
  const isMechanism = MECHANISMS.some((word) => concepts.has(word));
  const found = texts.find(
    ({ periods, signature }) =>
      periods.some((period) => alike(daysIn(period), length)) &&
      ([...concepts].some((name) => signature.concepts.has(name)) || isMechanism),
  );
  const common = {
    kind: 'deadline-or-duration' as const,
    from: clause.from,
    to: clause.to,
    stated: { period: mark.period },
  };
  if (found)
    return [supported({ ...common, citations: [found.cite], evidence: found.evidence, because: [found.text] })];
  if (!(concepts.has('snapback') && concepts.has('process')) || mark.period.at(-1) === 'Y') return undefined;
  const para = texts.find(({ cite, periods }) => cite.para === 'para 11' || periods.includes('P30D'));
  if (para === undefined) return undefined;
  return [
    contradicted(
      { ...common, citations: [para.cite], evidence: para.evidence },
      { period: 'P30D' },
      'The period of resolution 2231 paras 11-12 is thirty days from the notification.',
    ),
  ];
}
