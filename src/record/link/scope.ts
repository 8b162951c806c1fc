import type { OpeningScope, Recipient } from '../../law/norm.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { linkTime } from './time.ts';

export type ScopeText = {
  readonly recipients?: readonly Recipient[];
  readonly goods?: readonly string[];
  readonly 'except-goods'?: readonly string[];
  readonly activities?: readonly string[];
  readonly 'contract-before'?: string;
  readonly 'performed-before'?: string;
  readonly purpose?: string;
};

/** For whom and what an opening opens; "before D" is before D begins. */
export function linkScope(text: ScopeText | undefined, ids: Ids): OpeningScope {
  if (text === undefined) return {};
  const before = (key: 'contract-before' | 'performed-before') => {
    const date = text[key];
    return date === undefined ? undefined : linkTime(date, text, key, 'start-of-day', ids);
  };
  return given({
    recipients: text.recipients,
    goods: text.goods && ids.referAll('goods', text.goods),
    exceptGoods: text['except-goods'] && ids.referAll('goods', text['except-goods']),
    activities: text.activities,
    contractBefore: before('contract-before'),
    performedBefore: before('performed-before'),
    purpose: text.purpose,
  });
}
