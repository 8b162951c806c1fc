import type { Condition } from '../../law/condition.ts';
import type { Ids } from '../ids.ts';
import type { ConditionText, TimeText } from '../schema.ts';
import { normsNamed } from './norms-named.ts';
import { linkTime } from './time.ts';

/** A condition with its ids resolved; undefined, with a fault, when one names nothing. */
export function linkCondition(text: ConditionText, ids: Ids): Condition | undefined {
  if ('occurred' in text)
    return ids.refer('event', text.occurred, text, 'occurred') ? { kind: 'occurred', event: text.occurred } : undefined;
  if ('point' in text)
    return ids.refer('point', text.point, text, 'point') ? { kind: 'point', point: text.point } : undefined;
  if ('in-force' in text) return inForce(text, ids);
  if ('absent' in text) return linkAbsence(text.absent, ids);
  if ('not' in text) {
    const of = linkCondition(text.not as ConditionText, ids);
    return of && { kind: 'not', of };
  }
  const kind = 'all' in text ? 'all' : 'any';
  const of = (text as Record<string, ConditionText[]>)[kind]!.map((part) => linkCondition(part, ids));
  return of.includes(undefined) ? undefined : { kind, of: of as Condition[] };
}

/** A norm is in force; an instrument is while any of its norms is. */
function inForce(text: { readonly 'in-force': string }, ids: Ids): Condition | undefined {
  const norms = normsNamed(text['in-force'], text, 'in-force', ids);
  if (norms.length === 0) return undefined;
  return norms.length === 1
    ? { kind: 'in-force', norm: norms[0]! }
    : { kind: 'any', of: norms.map((norm) => ({ kind: 'in-force', norm })) };
}

type Absence = { readonly events: readonly string[]; readonly from: unknown; readonly until: unknown };

/** In a window the first day counts whole and so does the last. */
function linkAbsence(absent: Absence, ids: Ids): Condition | undefined {
  const events = ids.referAll('event', absent.events);
  const from = linkTime(absent.from as TimeText, absent, 'from', 'start-of-day', ids);
  const until = linkTime(absent.until as TimeText, absent, 'until', 'end-of-day', ids);
  return from && until && { kind: 'absent', events, from, until };
}
