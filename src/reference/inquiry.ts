/** A question with all that may matter to it: measures, facts, actors, laws, and the stretches of time it asks about. */
import type { Moment } from '../law/event.ts';
import type { Measure, Norm, Opening } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { BEGINNING, FOREVER, type Instant, isSentinel } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { type Answer, answerAt, stancesOf, turnsOf } from './answers.ts';
import { allFacts, type Facts, firstInstant } from './facts.ts';
import { exactly, type Mark, markOf } from './order.ts';
import { pointsTouching } from './points.ts';
import { measuresAbout, openingsOf } from './reach.ts';
import { momentsOf, type World } from './status.ts';

export type Inquiry = {
  readonly record: LegalRecord;
  readonly question: Question;
  readonly measures: readonly Measure[];
  readonly openings: ReadonlyMap<Measure, readonly Opening[]>;
  readonly facts: readonly Facts[];
  /** The points that can touch the norms at hand. */
  readonly points: readonly string[];
  /** The actors asked for, or that have answered one of the points; if there are none, `''`, who has answered nothing. */
  readonly actors: readonly string[];
  /** The laws looked at, and when each binds a party to the question. */
  readonly laws: ReadonlyMap<string, readonly Interval[]>;
  readonly stretches: readonly Stretch[];
  /** Worlds made before, by the points answered yes, each with the statuses found in it; left out: nothing is kept. */
  readonly worlds?: Map<string, World>;
};

/** From a moment on until the next; `late` are the acts of an unrecorded hour that come only later on their day. */
export type Stretch = { readonly begins: Moment; readonly ends: Moment; readonly late: readonly Mark[] };

/** Who answers the points; `flipped` is a point whose answer is given instead. */
export type View = { readonly actor: string; readonly flipped?: readonly [point: string, answer: 'yes' | 'no'] };

export function inquire(record: LegalRecord, question: Question, isLarge: boolean): Inquiry {
  const measures = measuresAbout(record, question);
  const openings = new Map(measures.map((measure) => [measure, openingsOf(record, measure)]));
  const norms = [...measures, ...[...openings.values()].flat()];
  const laws = lawsOf(record, question);
  const own = measures.filter(({ law, consequence }) => laws.has(law) && consequence === 'bar');
  const facts = allFacts(
    record,
    question,
    own,
    own.flatMap((measure) => openings.get(measure)!),
  );
  const points = pointsTouching(
    record,
    norms.map(({ id }) => id),
  );
  const spoke = holdersOf(record, points, question.asKnown);
  const actors = question.accordingTo ?? (spoke.length > 0 ? spoke : ['']);
  const kept = isLarge ? { worlds: new Map<string, World>() } : {};
  const inquiry = { record, question, measures, openings, facts, points, actors, laws, stretches: [], ...kept };
  return { ...inquiry, stretches: stretchesWithin(momentsAbout(inquiry, norms), question.at) };
}

/** The actors that have themselves answered one of these points by K. */
export const holdersOf = (record: LegalRecord, points: readonly string[], asKnown: Instant): readonly string[] =>
  Object.keys(record.positions).filter((actor) =>
    points.some((point) => stancesOf(record, actor, point, asKnown).length > 0),
  );

/** The laws asked for, or all that bind one of the parties at some time (rule 8). */
function lawsOf(record: LegalRecord, { from, to, laws }: Question): ReadonlyMap<string, readonly Interval[]> {
  if (laws !== undefined) return new Map(laws.map((law) => [law, [{ from: BEGINNING, until: FOREVER }]]));
  const spans = Object.values(record.laws).map(({ id, binds }) => {
    const bound = [from, to].flatMap((state): readonly Partial<Interval>[] => {
      if (state === undefined) return [];
      if (binds.everyone || binds.states?.includes(state)) return [{}];
      const members = record.groups[binds.group ?? '']?.members ?? [];
      return [
        ...(binds.unMembers ? (record.states[state]?.unMember ?? []) : []),
        ...members.filter((member) => member.state === state),
      ];
    });
    return [id, bound.map(({ from = BEGINNING, until = FOREVER }) => ({ from, until }))] as const;
  });
  return new Map(spans.filter(([, bound]) => bound.length > 0));
}

export const bindsIn = ({ laws }: Inquiry, law: string, { begins }: Stretch): boolean =>
  (laws.get(law) ?? []).some(({ from, until }) => from <= begins.from && begins.from < until);

/** Every moment at which anything about some norms, for this question, may change, whatever the answers to the points. */
export function momentsAbout(inquiry: Inquiry, norms: readonly Norm[]): readonly Moment[] {
  const { record, question, points, actors, laws } = inquiry;
  const named = question.parties.flatMap((one) => [...one.designations, ...one.candidates.map(({ id }) => id)]);
  const spells = Object.values(record.lists)
    .flatMap(({ designations }) => designations)
    .filter(({ id }) => named.includes(id))
    .flatMap((one) => one.spells.flatMap(({ listed, delisted }) => (delisted ? [listed, delisted] : [listed])));
  const turns = actors.flatMap((actor) => points.flatMap((point) => turnsOf(record, actor, point, question.asKnown)));
  const cuts = norms.flatMap((norm) =>
    norm.kind === 'opening' && norm.for.performedBefore !== undefined ? [firstInstant(norm.for.performedBefore)] : [],
  );
  const edges = [...laws.values()].flat().flatMap(({ from, until }) => [from, until]);
  const lives = everyChoice(points).flatMap((yes) =>
    norms.flatMap(({ id }) => momentsOf(worldOf(inquiry, yes), id, FOREVER)),
  );
  return [...lives, ...spells, ...[...turns, ...cuts, ...edges].filter((at) => !isSentinel(at)).map(exactly)];
}

/**
 * The stretches that may hold at some instant of an interval. Up to the next moment, or, of an act whose hour is not
 * recorded, up to the end of its day, during which it may have come and may be late.
 */
export function stretchesWithin(moments: readonly Moment[], { from, until }: Interval): readonly Stretch[] {
  const byMark = new Map(moments.map((moment) => [markOf(moment), moment]));
  const cuts = [...byMark.values()].sort((a, b) => markOf(a) - markOf(b));
  return [exactly(BEGINNING), ...cuts].flatMap((begins, i) => {
    const days = cuts.slice(0, Math.max(0, i - 1)).filter((one) => one.precision === 'day' && begins.from < one.until);
    return everyChoice(days).flatMap((late): readonly Stretch[] => {
      const possible = [...late, ...cuts.slice(i), exactly(FOREVER)];
      const [ends] = possible.sort((a, b) => a.until - b.until) as [Moment];
      const isPossible = begins.from < until && from < ends.until;
      return isPossible ? [{ begins, ends, late: late.map(markOf) }] : [];
    });
  });
}

/** One world for each way of settling the points that a view leaves open at that time, and what leaves them open. */
export function worldsOf(inquiry: Inquiry, view: View, { begins }: Stretch) {
  const answers = inquiry.points.map((point) => ({ point, ...answerOf(inquiry, view, point, begins.from) }));
  const yes = answers.filter(({ answer }) => answer === 'yes').map(({ point }) => point);
  const open = answers.filter(({ answer }) => answer === 'undetermined');
  const worlds = everyChoice(open.map(({ point }) => point)).map((settled) => worldOf(inquiry, [...yes, ...settled]));
  return { worlds, open };
}

/** Every subset. */
const everyChoice = <T>(of: readonly T[]): readonly (readonly T[])[] =>
  of.reduce<readonly (readonly T[])[]>((all, one) => all.flatMap((some) => [some, [...some, one]]), [[]]);

function worldOf({ record, question: { asKnown, suppose }, worlds }: Inquiry, yes: readonly string[]): World {
  const world: World = { record, asKnown, suppose, answer: (point) => yes.includes(point) };
  if (worlds === undefined) return world;
  const key = [...yes].sort().join();
  const known = worlds.get(key) ?? { ...world, found: new Map() };
  worlds.set(key, known);
  return known;
}

export function answerOf({ record, question }: Inquiry, { actor, flipped }: View, point: string, at: Instant): Answer {
  if (flipped?.[0] === point) return { answer: flipped[1] };
  const supposed = question.suppose.findLast((one) => one.kind === 'stance' && one.point === point);
  if (supposed?.kind !== 'stance') return answerAt(record, actor, point, question.asKnown, at);
  return supposed.answer === 'undetermined' ? { answer: 'undetermined', why: 'declared' } : { answer: supposed.answer };
}
