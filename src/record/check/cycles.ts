/**
 * Circles. A rule's condition reads what was so strictly before, so it can wait for anything; but rules whose times
 * wait for one another without any delay never fire, and rules that judge, at one instant, what the other does at that
 * instant have no order that a reader could know. Both are refused, and named. So are classes that contain themselves.
 */
import type { Condition } from '../../law/condition.ts';
import type { LegalRecord } from '../../law/record.ts';
import type { Rule } from '../../law/rule.ts';
import type { TimeExpression } from '../../law/time-expression.ts';
import { parseDuration } from '../../time/duration.ts';
import type { IdKind, Ids } from '../ids.ts';
import { cyclesIn } from './graph.ts';

export function checkCycles(record: LegalRecord, ids: Ids): void {
  for (const cycle of cyclesIn(ruleGraph(record))) tell('cycle-without-delay', 'rule', cycle, ids);
  const goods = Object.values(record.goods).map(({ code, in: classes, parts }) => [code, classes, parts] as const);
  for (const cycle of cyclesIn(new Map(goods.map(([code, classes]) => [code, classes]))))
    tell('cycle-of-classes', 'goods', cycle, ids);
  for (const cycle of cyclesIn(new Map(goods.map(([code, , parts]) => [code, parts]))))
    tell('cycle-of-classes', 'goods', cycle, ids);
  const regions = new Map(Object.values(record.regions).map(({ code, contains }) => [code, contains]));
  for (const cycle of cyclesIn(regions)) tell('cycle-of-classes', 'region', cycle, ids);
  for (const cycle of cyclesIn(continuations(record))) tell('cycle-of-continuations', 'norm', cycle, ids);
}

function tell(
  code: 'cycle-without-delay' | 'cycle-of-classes' | 'cycle-of-continuations',
  kind: IdKind,
  cycle: readonly string[],
  ids: Ids,
): void {
  const [first] = cycle;
  ids.report(code, ids.origin(kind, first!) ?? {}, 'id', {
    cycle: [...cycle, first].map((id) => `\`${id}\``).join(' → '),
  });
}

const continuations = (record: LegalRecord): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.values(record.norms).map((norm) => [norm.id, norm.kind === 'measure' ? norm.continues : []]));

/** From each rule to those it waits for without any delay. */
function ruleGraph(record: LegalRecord): ReadonlyMap<string, readonly string[]> {
  const rules = Object.values(record.rules);
  const acting = new Map<string, Rule[]>();
  for (const rule of rules) for (const norm of rule.what) acting.set(norm, [...(acting.get(norm) ?? []), rule]);
  return new Map(
    rules.map((rule) => {
      const times = [rule.at, ...timesIn(rule.if)];
      const atOnce = normsIn(rule.if)
        .flatMap((norm) => acting.get(norm) ?? [])
        .filter((other) => other !== rule && moment(other, record) === moment(rule, record))
        .map(({ id }) => id);
      return [rule.id, [...new Set([...times.flatMap(withoutDelay), ...atOnce])]];
    }),
  );
}

/** A name for when a rule fires: that of the rule it follows at once, else its own time. */
function moment(rule: Rule, record: LegalRecord, depth = 0): string {
  const { at } = rule;
  const followed = at.kind === 'rule' && withoutDelay(at).length > 0 ? record.rules[at.rule] : undefined;
  return followed === undefined || depth > 20 ? JSON.stringify(at) : moment(followed, record, depth + 1);
}

/** The rules whose firing a time names with nothing added. */
function withoutDelay(time: TimeExpression): readonly string[] {
  if (time.kind === 'earliest' || time.kind === 'latest') return time.of.flatMap(withoutDelay);
  if (time.kind !== 'rule') return [];
  const isLater = time.reading === 'end-of-day' || time.reading === 'midnight-after';
  const isDelayed = time.plus !== undefined && Object.values(parseDuration(time.plus) ?? {}).some((part) => part > 0);
  return isLater || isDelayed ? [] : [time.rule];
}

function timesIn(condition: Condition | undefined): readonly TimeExpression[] {
  switch (condition?.kind) {
    case 'absent':
      return [condition.from, condition.until];
    case 'all':
    case 'any':
      return condition.of.flatMap(timesIn);
    case 'not':
      return timesIn(condition.of);
    default:
      return [];
  }
}

function normsIn(condition: Condition | undefined): readonly string[] {
  switch (condition?.kind) {
    case 'in-force':
      return [condition.norm];
    case 'all':
    case 'any':
      return condition.of.flatMap(normsIn);
    case 'not':
      return normsIn(condition.of);
    default:
      return [];
  }
}
