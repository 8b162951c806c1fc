/** Rules that come to their time and change nothing, whatever anybody holds: they name a norm that cannot be acted on. */
import type { Viewpoint } from '../compile/program.ts';
import { compile } from '../compile/program.ts';
import type { Phase } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import { endOfDay } from '../time/civil-date.ts';

/** The ids of rules without effect. A rule that waits for what has not happened, or whose condition fails, is not idle. */
export function idleRules(record: LegalRecord): readonly string[] {
  const acted = new Set<string>();
  const silent = new Set<string>();
  const program = compile(record, endOfDay(record.horizon));
  const seen = new Set<string>();
  for (const norm of Object.values(record.norms)) {
    const component = program.componentOf(norm.id);
    if (seen.has(component.key)) continue;
    seen.add(component.key);
    for (const viewpoint of viewpointsOn(component.points, program.holders, program.viewpointOf)) {
      for (const { value } of program.coursesOf(component, viewpoint)) {
        for (const { swept } of value.courses) {
          for (const life of Object.values(swept.lives)) for (const phase of life) noteActs(phase, acted);
          for (const { rule } of swept.silences) if (rule !== undefined) silent.add(rule);
        }
      }
    }
  }
  return Object.values(record.rules)
    .filter((rule) => isIdle(rule, record, acted, silent))
    .map(({ id }) => id);
}

function noteActs({ reasons, renewals }: Phase, acted: Set<string>): void {
  for (const reason of [...reasons, ...renewals]) if (reason.kind === 'rule') acted.add(reason.rule);
}

function isIdle(rule: Rule, record: LegalRecord, acted: ReadonlySet<string>, silent: ReadonlySet<string>): boolean {
  // `lapse` states that a renewal did not come; where the end had passed anyway it has nothing left to do.
  if (rule.do === 'lapse' || acted.has(rule.id) || silent.has(rule.id)) return false;
  const { at } = rule;
  const end = endOfDay(record.horizon);
  switch (at.kind) {
    case 'instant':
      return at.at < end;
    case 'date':
      return at.date <= record.horizon;
    case 'event':
      return at.plus === undefined && record.events[at.event]?.occurred !== undefined;
    // Whether and when these come due depends on more than can be told here.
    default:
      return false;
  }
}

/** Everybody who holds something on the points, and nobody; what they leave open settled both ways, so that nothing branches. */
function* viewpointsOn(
  points: readonly string[],
  holders: (point: string) => readonly string[],
  viewpointOf: (position: string) => Viewpoint,
): Generator<Viewpoint> {
  for (const position of new Set(['', ...points.flatMap(holders)])) {
    const base = viewpointOf(position);
    for (const settled of ['yes', 'no'] as const) {
      yield {
        answer: (point) =>
          base
            .answer(point)
            .map((step) => (step.value.answer === 'undetermined' ? { ...step, value: { answer: settled } } : step)),
      };
    }
  }
}
