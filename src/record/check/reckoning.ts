import type { LegalRecord } from '../../law/record.ts';
import type { Reckoning, TimeExpression } from '../../law/time-expression.ts';
import { civilDateOf, formatCivilDate } from '../../time/civil-date.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';
import { basesOf, reckon } from './starts.ts';

type Reckoned = { readonly event?: string; readonly rule?: string; readonly plus: string } & Omit<
  Reckoning,
  'plus' | 'zone'
> & { readonly zone?: string };

/** Every `plus` of a file leads to a day that exists, whatever the times it may be reckoned from. */
export function checkReckoning(record: LegalRecord, files: ReadFiles, ids: Ids): void {
  for (const { value } of files.instrument) {
    for (const text of reckonedIn(value)) {
      const from = { ...text, zone: text.zone ?? 'UTC' };
      const time =
        text.event === undefined
          ? { kind: 'rule', rule: text.rule!, ...from }
          : { kind: 'event', event: text.event, ...from };
      checkSum(time as Extract<TimeExpression, { kind: 'event' | 'rule' }>, text, record, ids);
    }
  }
}

function checkSum(
  time: Extract<TimeExpression, { kind: 'event' | 'rule' }>,
  text: Reckoned,
  record: LegalRecord,
  ids: Ids,
): void {
  for (const base of basesOf(time, record)) {
    const sum = reckon(base, time);
    if ('at' in sum) continue;
    const { plus } = text;
    const date = formatCivilDate(civilDateOf(base.at));
    if (sum.why === 'no-such-day') {
      ids.report('no-such-day', text, 'plus', {
        plus,
        date,
        down: formatCivilDate(sum.down),
        up: formatCivilDate(sum.up),
      });
    } else ids.report(sum.why === 'out-of-range' ? 'beyond-the-calendar' : 'hours-on-a-day', text, 'plus', { plus });
    return;
  }
}

/** Every time with a `plus`, however deep in conditions and alternatives it stands. */
function* reckonedIn(node: unknown): Generator<Reckoned> {
  if (typeof node !== 'object' || node === null) return;
  const time = node as { plus?: unknown; event?: unknown; rule?: unknown };
  if (typeof time.plus === 'string' && (typeof time.event === 'string' || typeof time.rule === 'string'))
    yield node as Reckoned;
  for (const value of Object.values(node)) yield* reckonedIn(value);
}
