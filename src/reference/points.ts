/** Which disputed points can touch a norm: through its own terms, and through whatever acts on it. */
import type { Condition } from '../law/condition.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';

export function pointsTouching(record: LegalRecord, norms: readonly string[]): readonly string[] {
  const points = new Set<string>();
  const seen = new Set<string>();
  const visitNorm = (id: string): void => {
    const norm = record.norms[id];
    if (norm === undefined || seen.has(`norm ${id}`)) return;
    seen.add(`norm ${id}`);
    visitTime(norm.start);
    visitCondition(norm.if);
    for (const end of norm.ends) {
      visitTime(end.at);
      visitCondition(end.if);
    }
    if (norm.kind === 'opening' && norm.within !== undefined) visitNorm(norm.within);
    for (const rule of Object.values(record.rules)) if (rule.what.includes(id)) visitRule(rule.id);
  };
  const visitRule = (id: string): void => {
    const rule = record.rules[id];
    if (rule === undefined || seen.has(`rule ${id}`)) return;
    seen.add(`rule ${id}`);
    visitCondition(rule.if);
    for (const time of [rule.at, rule.until?.at, rule.contentAsOf]) if (time !== undefined) visitTime(time);
  };
  const visitTime = (time: TimeExpression): void => {
    if (time.kind === 'rule') visitRule(time.rule);
    if (time.kind === 'earliest' || time.kind === 'latest') time.of.forEach(visitTime);
  };
  const visitCondition = (condition: Condition | undefined): void => {
    if (condition?.kind === 'point') points.add(condition.point);
    if (condition?.kind === 'in-force') visitNorm(condition.norm);
    if (condition?.kind === 'not') visitCondition(condition.of);
    if (condition?.kind === 'all' || condition?.kind === 'any') condition.of.forEach(visitCondition);
    if (condition?.kind === 'absent') [condition.from, condition.until].forEach(visitTime);
  };
  norms.forEach(visitNorm);
  return [...points].sort();
}
