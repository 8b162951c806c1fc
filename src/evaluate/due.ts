/** What is due: ends, beginnings and renewals after the time to which things are known, and renewals that were due and not seen. */
import type { Program } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import type { Moment } from '../law/event.ts';
import type { Measure } from '../law/norm.ts';
import type { Instant } from '../time/instant.ts';
import { historiesOf, type Survey } from './survey.ts';
import { type Turn, turnsOf } from './turns.ts';

/** `renewal-due`: it runs out then unless prolonged; `renewal-not-seen`: that time has passed, and nothing is known of it. */
export type DueKind = 'begins' | 'ends' | 'renewal-due' | 'renewal-not-seen' | 'opens-question';

/** Measures of one regime to which the same happens at the same moment, as the same positions see it. */
export type Due = {
  readonly at: Moment;
  readonly kind: DueKind;
  readonly law: string;
  readonly regime: string;
  readonly positions: readonly string[];
  readonly measures: readonly Measure[];
};

/** In order of time. `since`: what lies before it is left out, renewals not seen apart. */
export function dueFrom(program: Program, surveys: readonly Survey[], since: Instant): readonly Due[] {
  const steps = dueInSteps(program, surveys, since);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a pause after each survey, so that whoever serves others too can let them have their turn. */
export function* dueInSteps(
  program: Program,
  surveys: readonly Survey[],
  since: Instant,
): Generator<void, readonly Due[]> {
  const found = new Map<string, Due & { measures: Measure[] }>();
  const seen = new Set<string>();
  for (const survey of surveys) {
    for (const history of historiesOf(program, survey)) {
      const { measure, positions } = history;
      for (const turn of turnsOf(program, history)) {
        const kind = kindOf(turn, since);
        if (kind === undefined) continue;
        const key = [turn.at.from, turn.at.precision, kind, measure.law, measure.regime, positions].join(' ');
        // A regime about two States is met once for each.
        if (seen.has(`${key} ${measure.id}`)) continue;
        seen.add(`${key} ${measure.id}`);
        remember(found, key, () => ({
          at: turn.at,
          kind,
          law: measure.law,
          regime: measure.regime,
          positions,
          measures: [],
        })).measures.push(measure);
      }
    }
    yield;
  }
  return [...found.values()].sort((a, b) => a.at.from - b.at.from);
}

function kindOf({ at, to, reasons }: Turn, since: Instant): DueKind | undefined {
  const isRenewal = reasons.some((reason) => reason.kind === 'own-end' && reason.end === 'renewable');
  const isPast = at.from <= since;
  if (to === 'undetermined' && isRenewal) return isPast ? 'renewal-not-seen' : 'renewal-due';
  if (isPast) return undefined;
  if (isRenewal) return 'renewal-due';
  if (to === 'in-force') return 'begins';
  return to === 'undetermined' ? 'opens-question' : 'ends';
}
