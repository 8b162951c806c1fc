/** States that no measure tells apart: they stand in for each other, so that a table over all pairs of States stays small. */
import { bindingOf } from '../evaluate/binding.ts';
import { placesOf } from '../evaluate/reach.ts';
import type { Measure } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import { territoriesOf } from '../law/territory.ts';
import { type Interval, intersect } from '../time/interval.ts';

/**
 * The role of each State within a stretch of time: the State itself where a measure aims at it or its territory, else
 * what binds it then and which measures leave it out. States of one role get the same answers in the same place. Where
 * parties are named, a State whose nationals are listed has a role of its own too: entry into it can be spared to them.
 */
export function rolesOf(
  record: LegalRecord,
  states: readonly string[],
  within: Interval,
  withParties: boolean,
): ReadonlyMap<string, string> {
  const measures = Object.values(record.norms).filter((norm): norm is Measure => norm.kind === 'measure');
  const aimedAt = new Set(measures.flatMap((measure) => [...placesOf(record, measure)]));
  const listed = withParties ? Object.values(record.lists).flatMap(({ designations }) => designations) : [];
  const homes = new Set(listed.flatMap(({ nationalities }) => nationalities));
  return new Map(
    states.map((state) => {
      const own = homes.has(state) || [...territoriesOf(record.states, state)].some((code) => aimedAt.has(code));
      if (own) return [state, state];
      const binding = Object.values(record.laws).map((law) =>
        bindingOf(record, law, state).flatMap((span) => {
          const during = intersect(span, within);
          return during === undefined ? [] : [`${during.from} ${during.until}`];
        }),
      );
      const leftOut = measures.filter(({ target }) => target.exceptStates.includes(state)).map(({ id }) => id);
      return [state, JSON.stringify([binding, leftOut])];
    }),
  );
}
