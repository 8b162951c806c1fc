/** Chains of renewals: each comes before the end it moves, and moves it on. */
import type { LegalRecord } from '../../law/record.ts';
import type { Rule } from '../../law/rule.ts';
import { FOREVER, formatInstant, type Instant } from '../../time/instant.ts';
import type { Ids } from '../ids.ts';
import { type Start, startsOf } from './starts.ts';

type Renewal = { readonly rule: Rule; readonly at: Start; readonly until: Instant };

export function checkRenewals(record: LegalRecord, ids: Ids): void {
  if (ids.isIncomplete) return;
  const chains = new Map<string, Renewal[]>();
  const restarted = new Set<string>();
  for (const rule of Object.values(record.rules)) {
    for (const norm of rule.what) {
      if (rule.do !== 'extend') restarted.add(norm);
      else if (rule.if === undefined) chains.set(norm, [...(chains.get(norm) ?? []), ...renewalOf(rule, record)]);
    }
  }
  const told = new Set<string>();
  // A norm that other rules end or bring back has no single chain; running the law shows what becomes of it.
  for (const [norm, renewals] of chains) if (!restarted.has(norm)) checkChain(norm, renewals, record, ids, told);
}

/** When a renewal comes and what it comes to, as far as one instant each can be told. */
function renewalOf(rule: Rule, record: LegalRecord): readonly Renewal[] {
  const at = only(startsOf(rule.at, record));
  const until = rule.until?.at === undefined ? FOREVER : only(startsOf(rule.until.at, record))?.at;
  return at === undefined || until === undefined ? [] : [{ rule, at, until }];
}

function checkChain(id: string, renewals: readonly Renewal[], record: LegalRecord, ids: Ids, told: Set<string>): void {
  let end = firstEnd(id, record);
  for (const { rule, at, until } of [...renewals].sort((a, b) => a.at.at - b.at.at)) {
    const tell = (
      code: 'renewal-after-the-end' | 'renewal-moves-nothing',
      key: string,
      facts: Record<string, string>,
    ): void => {
      // One date that is wrong is told once, although the rule may renew many norms.
      const same = `${code} ${rule.id}`;
      if (!told.has(same)) ids.report(code, ids.origin('rule', rule.id)!, key, { norm: id, ...facts });
      told.add(same);
    };
    if (end !== undefined && end < FOREVER) {
      if (at.at > end)
        tell('renewal-after-the-end', 'do', { renewed: formatInstant(at.at), ended: formatInstant(end) });
      else if (until <= end)
        tell('renewal-moves-nothing', 'until', { until: formatInstant(until), before: formatInstant(end) });
    }
    end = until;
  }
}

/** The first renewable end of a norm, where it can be told. */
function firstEnd(id: string, record: LegalRecord): Instant | undefined {
  const ends = (record.norms[id]?.ends ?? []).filter(({ kind }) => kind === 'renewable');
  const [first] = ends;
  return ends.length === 1 && first !== undefined && first.if === undefined
    ? only(startsOf(first.at, record))?.at
    : undefined;
}

const only = (starts: readonly Start[]): Start | undefined => (starts.length === 1 ? starts[0] : undefined);
