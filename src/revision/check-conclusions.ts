/** What an actor concluded is a test of how its position is recorded: the model of the position must come to it. */
import { compile, type Program } from '../compile/program.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Moment } from '../law/event.ts';
import type { Expectation } from '../law/position.ts';
import type { LoadedRecord } from '../record/load.ts';
import { endOfDay } from '../time/civil-date.ts';
import { BEGINNING, FOREVER, formatInstant, type Instant } from '../time/instant.ts';
import { lifeOverTime } from './life-over-time.ts';

/** A fault for each conclusion that does not follow from the record. */
export function checkConclusions({ record, ids }: LoadedRecord): readonly Diagnostic[] {
  const programs = new Map<Instant, Program>();
  return Object.values(record.positions).flatMap((position) =>
    position.expects.flatMap((expected, index) => {
      const asKnown = expected.asKnown ?? endOfDay(record.horizon);
      const program = programs.get(asKnown) ?? compile(record, asKnown);
      programs.set(asKnown, program);
      const found = statusOf(program, position.id, expected);
      if (found === expected.status) return [];
      const file = ids.origin('position', position.id) as { readonly expects: readonly object[] };
      const facts = {
        position: position.id,
        norm: expected.norm,
        at: formatInstant(expected.at),
        expected: expected.status,
        found,
      };
      return [diagnose('conclusion-not-reached', ids.places.of(file.expects[index]!, 'status'), facts)];
    }),
  );
}

function statusOf(program: Program, position: string, { norm, at }: Expectation): Expectation['status'] {
  const life = lifeOverTime(program, program.viewpointOf(position), program.record.norms[norm]!);
  const possible = life.filter(({ from, until }) => (from?.from ?? BEGINNING) <= at && at < lastOf(until));
  const [only] = possible;
  if (only === undefined) return 'not-in-force';
  // On a day in which it begins or ends at an hour not recorded it may have been either.
  const isCertain = (only.from?.until ?? BEGINNING) <= at && at < (only.until?.from ?? FOREVER);
  if (possible.length > 1 || !isCertain || only.status === 'undetermined') return 'undetermined';
  return only.status === 'in-force' ? 'in-force' : 'not-in-force';
}

const lastOf = (until: Moment | undefined): Instant => until?.until ?? FOREVER;
