import type { End, Norm } from '../../law/norm.ts';
import type { TimeExpression } from '../../law/time-expression.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { ConditionText, TimeText } from '../schema.ts';
import { linkCondition } from './condition.ts';
import { linkTime } from './time.ts';

/** When a norm starts and ends, as files say it. */
export type LifeText = {
  readonly start?: TimeText;
  readonly if?: ConditionText;
  readonly ends?: readonly {
    readonly at: TimeText;
    readonly kind: 'final' | 'renewable';
    readonly if?: ConditionText;
    readonly note?: string;
  }[];
};

export function linkLife(text: LifeText, defaultStart: TimeExpression, ids: Ids): Pick<Norm, 'start' | 'if' | 'ends'> {
  const start = text.start === undefined ? undefined : linkTime(text.start, text, 'start', 'hour-not-recorded', ids);
  const condition = text.if === undefined ? undefined : linkCondition(text.if, ids);
  const ends = (text.ends ?? []).flatMap((end): readonly End[] => {
    const at = linkTime(end.at, end, 'at', 'end-of-day', ids);
    const only = end.if === undefined ? undefined : linkCondition(end.if, ids);
    return at === undefined ? [] : [{ at, kind: end.kind, ...given({ if: only, note: end.note }) }];
  });
  return { start: start ?? defaultStart, ends, ...given({ if: condition }) };
}
