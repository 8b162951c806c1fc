/** What laws come to from one view: every case tried, and what the cases come to together (DESIGN section 3, rule 5). */

import type { Norm } from '../law/norm.ts';
import type { Headline, Outcome, Unknown } from '../law/outcome.ts';
import type { Facts, Said } from './facts.ts';
import { bindsIn, type Inquiry, type Stretch, type View, worldsOf } from './inquiry.ts';
import { markOf } from './order.ts';
import { combined, effectsOf, type Outcomes, sorted, strictestOfEach } from './outcomes.ts';
import { isFor, reachedThings } from './reach.ts';
import { type Status, statusWithout, type World } from './status.ts';

/** One way of filling in the facts, at one stretch of time: what it may come to, and what leaves that open. */
export type Case = {
  readonly said: Said;
  readonly stretch: Stretch;
  readonly outcomes: Outcomes;
  readonly unknowns: readonly Unknown[];
};

export type ReferenceFinding = {
  readonly outcome: Headline;
  readonly missing: readonly string[];
  readonly strictest: Outcome;
  readonly mildest: Outcome;
  readonly cases: readonly Case[];
};

export function findingOf(inquiry: Inquiry, laws: readonly string[], view: View): ReferenceFinding {
  const { at } = inquiry.question;
  const cases = at.until - at.from <= 1 ? hourless(casesOf(inquiry, laws, view)) : casesOf(inquiry, laws, view);
  const all = sorted(cases.flatMap(({ outcomes }) => [...outcomes]));
  return {
    outcome: combined(cases.map(({ outcomes }) => outcomes)),
    missing: missingFacts(cases),
    strictest: all[0]!,
    mildest: all.at(-1)!,
    cases,
  };
}

export const casesOf = (inquiry: Inquiry, laws: readonly string[], view: View): readonly Case[] =>
  inquiry.stretches.flatMap((stretch) => {
    const { worlds, open } = worldsOf(inquiry, view, stretch);
    const settled = worlds.map((world) => settle(inquiry, world, stretch));
    const binding = laws.filter((law) => bindsIn(inquiry, law, stretch));
    return inquiry.facts.map((facts): Case => {
      // What each law may come to, world by world; laws are settled apart.
      const each = binding.map((law) => settled.map((one) => outcomesIn(inquiry, one, law, facts, stretch)));
      return {
        said: facts.said,
        stretch,
        outcomes: strictestOfEach(each.map((perWorld) => new Set(perWorld.flatMap((set) => [...set])))),
        unknowns: each.flatMap((perWorld) => [
          ...open.filter(({ point }) => turnsOn(point, worlds, perWorld)).map(({ why }) => why ?? 'no-stance'),
          ...(perWorld.some(({ size }) => size > 1) ? (['renewal-not-seen'] as const) : []),
        ]),
      };
    });
  });

/** What every norm at hand is in one world, in one stretch. */
type Settled = ReadonlyMap<Norm, Status>;

function settle({ measures, openings }: Inquiry, world: World, { begins, late }: Stretch): Settled {
  const norms: readonly Norm[] = [...measures, ...[...openings.values()].flat()];
  return new Map(norms.map((norm) => [norm, statusWithout(world, norm.id, markOf(begins), late)]));
}

/** Whether two worlds that differ in one point alone come to different outcomes. */
function turnsOn(point: string, worlds: readonly World[], perWorld: readonly Outcomes[]): boolean {
  const points = Object.keys(worlds[0]!.record.points).filter((one) => one !== point);
  const told = (set: Outcomes): string => sorted(set).join();
  return worlds.some((one, i) =>
    worlds.some(
      (other, j) =>
        points.every((same) => one.answer(same) === other.answer(same)) && told(perWorld[i]!) !== told(perWorld[j]!),
    ),
  );
}

/** The strictest of what the measures of a law may come to; a mere risk of being listed bars nothing. */
function outcomesIn(inquiry: Inquiry, settled: Settled, law: string, facts: Facts, stretch: Stretch): Outcomes {
  const { record, question, measures, openings } = inquiry;
  const own = measures.filter((measure) => measure.law === law && measure.consequence === 'bar');
  return strictestOfEach(
    own.flatMap((measure) =>
      reachedThings(record, question, measure, facts, stretch).map((things) => {
        const fitting = openings
          .get(measure)!
          .filter((one) => isFor(one.for, question, facts, things, stretch.begins.from));
        return effectsOf(measure, fitting, (norm) => settled.get(norm)!);
      }),
    ),
  );
}

/** Of one instant the hour is no missing fact: whichever stretch it lies in is unknown, so each may be. */
function hourless(cases: readonly Case[]): readonly Case[] {
  const told = (one: Case): string => sorted(one.outcomes).join();
  const keys = new Set(cases.map(({ said }) => JSON.stringify(said)));
  const groups = [...keys].map((key) => cases.filter(({ said }) => JSON.stringify(said) === key));
  return groups.map((same) => ({
    ...same[0]!,
    outcomes: new Set(same.flatMap(({ outcomes }) => [...outcomes])),
    unknowns: [
      ...same.flatMap(({ unknowns }) => unknowns),
      ...(same.some((one) => told(one) !== told(same[0]!)) ? (['hour-not-recorded'] as const) : []),
    ],
  }));
}

const FACTS = ['recipient', 'region', 'goods', 'contract', 'party', 'time'] as const;

/** The facts in which alone two cases differ that come to different outcomes. */
function missingFacts(cases: readonly Case[]): readonly string[] {
  const told = cases.map(({ said, stretch, outcomes }) => {
    const all = { ...said, time: [markOf(stretch.begins), stretch.late] };
    return { facts: FACTS.map((fact) => JSON.stringify(all[fact] ?? null)), outcomes: sorted(outcomes).join() };
  });
  return FACTS.filter((_, index) =>
    told.some((one) =>
      told.some(
        (other) =>
          one.outcomes !== other.outcomes && one.facts.every((fact, i) => i === index || fact === other.facts[i]),
      ),
    ),
  );
}
