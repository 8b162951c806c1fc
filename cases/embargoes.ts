/** Which arms embargoes the record has in force in a year: its side of the comparison with published yearly lists. */

import type { Program } from '../src/compile/program.ts';
import { historiesOfMeasure } from '../src/evaluate/survey.ts';
import type { Measure } from '../src/law/norm.ts';
import { civilDate, startOfDay } from '../src/time/civil-date.ts';
import type { Interval } from '../src/time/interval.ts';

/** The embargoes of a law in force at some instant of a civil year (UTC): the places each regime aims at, by regime. */
export function embargoesIn(program: Program, law: string, year: number): Readonly<Record<string, string>> {
  const during: Interval = { from: startOfDay(civilDate(year, 1, 1)!), until: startOfDay(civilDate(year + 1, 1, 1)!) };
  const aims = new Map<string, Set<string>>();
  for (const norm of Object.values(program.record.norms)) {
    if (norm.kind !== 'measure' || norm.law !== law || !isEmbargo(norm) || !stands(program, norm, during)) continue;
    const aim = aims.get(norm.regime) ?? new Set<string>();
    for (const place of aimOf(norm)) aim.add(place);
    aims.set(norm.regime, aim);
  }
  return Object.fromEntries([...aims].sort().map(([regime, aim]) => [regime, [...aim].sort().join(' ')]));
}

/**
 * A bar on weapons going to a target, binding or taken on in common: mere calls are none, nor are risks of being listed.
 * Missile goods count, because the published lists have Iran before 2010 for the technology of delivery systems alone.
 */
const isEmbargo = ({ family, force, direction, activities, consequence }: Measure): boolean =>
  ['arms', 'missile'].includes(family) &&
  ['decides', 'political'].includes(force) &&
  direction !== 'from' &&
  activities.includes('goods') &&
  consequence === 'bar';

const aimOf = ({ target: { list, states, regions } }: Measure): readonly string[] =>
  list === undefined ? [...states, ...regions] : ['listed'];

/** In force at some instant of the time; nobody disputes the embargoes of the years that are compared. */
const stands = (program: Program, measure: Measure, during: Interval): boolean =>
  historiesOfMeasure(program, measure, [''])
    .flatMap(({ stretches }) => stretches)
    .some(
      ({ status, from, until }) =>
        status === 'in-force' &&
        (from === undefined || from.from < during.until) &&
        (until === undefined || until.until > during.from),
    );
