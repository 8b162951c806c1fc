/** What several possible cases come to together (rule 5): one outcome, or which facts are missing and what each decides. */
import type { Finding, MissingFact, Part, When } from '../law/assessment.ts';
import { combine, isSingle, mildestOf, type OutcomeSet, strictestOf, type Unknown } from '../law/outcome.ts';
import type { Interval } from '../time/interval.ts';
import type { Completion } from './completion.ts';
import type { Epoch } from './epochs.ts';

/** One case: a completion in one or (for an instant whose hour is open) several epochs, and the outcomes it may have. */
export type Case = { readonly said: Completion['said']; readonly epoch: Epoch; readonly set: OutcomeSet };

/** Whether the parts of a finding are wanted; they cost more than the rest. */
export type Told = 'with-parts' | 'bare';

const FACTS: readonly Exclude<MissingFact, 'time'>[] = ['recipient', 'region', 'goods', 'contract', 'party'];

export function findingOf(
  cases: readonly Case[],
  asked: Interval,
  unknowns: readonly Unknown[],
  told: Told = 'with-parts',
): Finding {
  const outcome = combine(cases.map(({ set }) => set));
  const any = cases.reduce((all, { set }) => all | set, 0);
  const bounds = { strictest: strictestOf(any), mildest: mildestOf(any) };
  const undetermined = outcome === 'undetermined' ? { undetermined: unknowns[0] ?? ('no-stance' as const) } : {};
  if (isSingle(any)) return { outcome, missing: [], parts: [], ...bounds };
  const missing = missingFacts(cases);
  const parts = told === 'bare' ? [] : partsOf(cases, missing, asked);
  return { outcome, ...undetermined, missing, parts: parts.length > 1 ? parts : [], ...bounds };
}

const keyOf = (one: Case, facts: readonly MissingFact[]): string =>
  facts.map((fact) => (fact === 'time' ? one.epoch.index : (one.said[fact] ?? ''))).join('|');

/** The facts of which two cases that differ in nothing else come to different outcomes. */
function missingFacts(cases: readonly Case[]): readonly MissingFact[] {
  const [first] = cases;
  // A fact that is the same in all cases makes no difference, and tells no two of them apart.
  const all = ([...FACTS, 'time'] as const).filter((fact) =>
    cases.some((one) => keyOf(one, [fact]) !== keyOf(first!, [fact])),
  );
  return all.filter((fact) => {
    const others = all.filter((other) => other !== fact);
    const seen = new Map<string, OutcomeSet>();
    return cases.some((one) => {
      const key = keyOf(one, others);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, one.set);
      return before !== undefined && before !== one.set;
    });
  });
}

/** One part for each way the missing facts may turn out; what comes to the same is told as one where it has a common name. */
function partsOf(cases: readonly Case[], missing: readonly MissingFact[], asked: Interval): readonly Part[] {
  const facts = FACTS.filter((fact) => missing.includes(fact));
  const bySetting = new Map<string, Case[]>();
  for (const one of cases) {
    const key =
      keyOf(
        one,
        facts.filter((fact) => fact !== 'goods'),
      ) + (missing.includes('time') ? `@${one.epoch.index}` : '');
    bySetting.set(key, [...(bySetting.get(key) ?? []), one]);
  }
  const parts: (Part & { key: string; first: Epoch; last: Epoch })[] = [];
  for (const setting of bySetting.values()) {
    const ways = facts.includes('goods') ? goodsWays(setting, '') : [{ cases: setting }];
    for (const { goods, cases: group } of ways) {
      const one = group[0]!;
      const together = combine(group.map(({ set }) => set));
      const outcome = together === 'conditional' ? 'undetermined' : together;
      const said = { ...one.said, ...(goods !== undefined && { goods }) };
      const when: When = Object.fromEntries(
        facts.flatMap((fact) => (said[fact] === undefined ? [] : [[fact, said[fact]]])),
      );
      const key = JSON.stringify(when);
      const before = parts.findLast((part) => part.key === key);
      if (missing.includes('time') && before?.outcome === outcome && before.last.index === one.epoch.index - 1)
        parts[parts.indexOf(before)] = { ...before, last: one.epoch };
      else parts.push({ when, outcome, key, first: one.epoch, last: one.epoch });
    }
  }
  return parts.map(({ when, outcome, first, last }) => ({
    when: missing.includes('time') ? { ...when, time: stretch(first, last, asked) } : when,
    outcome,
  }));
}

type Way = { readonly goods?: string; readonly cases: readonly Case[] };

/** Cases by the goods they are about: the largest parts whose cases all come to the same, else their parts in turn. */
function goodsWays(cases: readonly Case[], above: string): readonly Way[] {
  const depth = above === '' ? 0 : above.split(STEP).length;
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const way = (one.said.goods ?? '')
      .split(STEP)
      .slice(0, depth + 1)
      .join(STEP);
    groups.set(way, [...(groups.get(way) ?? []), one]);
  }
  return [...groups].flatMap(([way, group]): readonly Way[] => {
    const alike = group.every(({ set }) => set === group[0]!.set);
    if (alike || way === above) return [{ goods: alike ? lastOf(way) : way, cases: group }];
    return goodsWays(group, way);
  });
}

const STEP = ' > ';
const lastOf = (way: string): string => way.split(STEP).at(-1)!;

/** From when to when, within what was asked; an edge at an hour that is not recorded is left out. */
function stretch(first: Epoch, last: Epoch, asked: Interval): NonNullable<When['time']> {
  const { begins } = first;
  const { ends } = last;
  const surelyBegun = begins === undefined || begins.until <= asked.from;
  const from = surelyBegun ? asked.from : begins.precision === 'instant' ? begins.from : undefined;
  const until =
    ends === undefined || ends.from >= asked.until ? asked.until : ends.precision === 'instant' ? ends.from : undefined;
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}
