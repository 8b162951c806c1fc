/** The record falls into parts whose norms never act on each other; each is swept alone. */
import type { Condition } from '../law/condition.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { remember } from './remember.ts';

/** Norms and rules that belong together, and the points their conditions turn on. */
export type Component = {
  readonly key: string;
  readonly norms: readonly string[];
  readonly rules: readonly string[];
  readonly points: readonly string[];
};

export type Partition = { readonly components: readonly Component[]; readonly of: ReadonlyMap<string, Component> };

const partitions = new WeakMap<LegalRecord, Partition>();

/** The parts of a record, found once. */
export const partitionOf = (record: LegalRecord): Partition => remember(partitions, record, () => partition(record));

/** Says the parts of a record that were found before. */
export const givePartition = (record: LegalRecord, components: readonly Component[]): void => {
  partitions.set(record, byNorm(components));
};

const byNorm = (components: readonly Component[]): Partition => ({
  components,
  of: new Map(components.flatMap((component) => component.norms.map((norm) => [norm, component]))),
});

function partition(record: LegalRecord): Partition {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    while (parent.get(top) !== undefined && parent.get(top) !== top) top = parent.get(top)!;
    parent.set(id, top);
    return top;
  };
  const join = (a: string, b: string): void => {
    parent.set(root(a), root(b));
  };
  const points = new Map<string, Set<string>>();
  const tie = (
    id: string,
    conditions: readonly (Condition | undefined)[],
    times: readonly (TimeExpression | undefined)[],
  ): void => {
    for (const condition of conditions)
      visitCondition(condition, (kind, ref) => {
        if (kind === 'norm') join(id, `norm ${ref}`);
        if (kind === 'rule') join(id, `rule ${ref}`);
        if (kind === 'point') points.set(id, (points.get(id) ?? new Set()).add(ref));
      });
    for (const time of times) visitTime(time, (rule) => join(id, `rule ${rule}`));
  };
  for (const norm of Object.values(record.norms)) {
    const id = `norm ${norm.id}`;
    root(id);
    tie(id, [norm.if, ...norm.ends.map((end) => end.if)], [norm.start, ...norm.ends.map((end) => end.at)]);
    if (norm.kind === 'opening' && norm.within !== undefined) join(id, `norm ${norm.within}`);
  }
  for (const rule of Object.values(record.rules)) {
    const id = `rule ${rule.id}`;
    root(id);
    for (const norm of rule.what) join(id, `norm ${norm}`);
    tie(id, [rule.if], [rule.at, rule.until?.at, rule.contentAsOf]);
  }
  return gather([...parent.keys()], root, points);
}

function gather(
  ids: readonly string[],
  root: (id: string) => string,
  pointsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Partition {
  const groups = new Map<string, { norms: string[]; rules: string[]; points: Set<string> }>();
  for (const id of ids) {
    const group = groups.get(root(id)) ?? { norms: [], rules: [], points: new Set<string>() };
    groups.set(root(id), group);
    (id.startsWith('norm ') ? group.norms : group.rules).push(id.slice(5));
    for (const point of pointsOf.get(id) ?? []) group.points.add(point);
  }
  const components = [...groups.values()].map((group, index) => ({
    key: String(index),
    norms: group.norms,
    rules: group.rules,
    points: [...group.points].sort(),
  }));
  return byNorm(components);
}

/** Calls back for every norm, rule and point that a condition names. */
export function visitCondition(
  condition: Condition | undefined,
  found: (kind: 'norm' | 'rule' | 'point' | 'event', id: string) => void,
): void {
  if (condition === undefined) return;
  switch (condition.kind) {
    case 'occurred':
      found('event', condition.event);
      break;
    case 'absent':
      for (const event of condition.events) found('event', event);
      for (const time of [condition.from, condition.until]) {
        visitTime(time, (rule) => found('rule', rule));
        visitEventsOf(time, (event) => found('event', event));
      }
      break;
    case 'in-force':
      found('norm', condition.norm);
      break;
    case 'point':
      found('point', condition.point);
      break;
    case 'all':
    case 'any':
      for (const part of condition.of) visitCondition(part, found);
      break;
    case 'not':
      visitCondition(condition.of, found);
  }
}

/** Calls back for every rule whose firing a time is reckoned from. */
export function visitTime(time: TimeExpression | undefined, found: (rule: string) => void): void {
  if (time?.kind === 'rule') found(time.rule);
  if (time?.kind === 'earliest' || time?.kind === 'latest') for (const part of time.of) visitTime(part, found);
}

const events = new WeakMap<Component, ReadonlySet<string>>();

/** Every event that the norms and rules of a component turn on, in conditions or in times. */
export const eventsIn = (record: LegalRecord, component: Component): ReadonlySet<string> =>
  remember(events, component, () => {
    const found = new Set<string>();
    const condition = (one: Condition | undefined): void =>
      visitCondition(one, (kind, id) => {
        if (kind === 'event') found.add(id);
      });
    const time = (one: TimeExpression | undefined): void => visitEventsOf(one, (event) => found.add(event));
    for (const id of component.norms) {
      const norm = record.norms[id]!;
      condition(norm.if);
      time(norm.start);
      for (const end of norm.ends) {
        condition(end.if);
        time(end.at);
      }
    }
    for (const id of component.rules) {
      const rule = record.rules[id]!;
      condition(rule.if);
      for (const one of [rule.at, rule.until?.at, rule.contentAsOf]) time(one);
    }
    return found;
  });

/** Calls back for every event from which a time is reckoned. */
function visitEventsOf(time: TimeExpression | undefined, found: (event: string) => void): void {
  if (time?.kind === 'event') found(time.event);
  if (time?.kind === 'earliest' || time?.kind === 'latest') for (const part of time.of) visitEventsOf(part, found);
}
