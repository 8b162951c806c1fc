import type { Static } from '@sinclair/typebox';
import type { Rule } from '../../law/rule.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { ConditionText, Rule as RuleSchema, TimeText } from '../schema.ts';
import { sourced } from './attested.ts';
import { linkCondition } from './condition.ts';
import { normsOfList } from './norms-named.ts';
import type { Standing } from './standing.ts';
import { linkTime } from './time.ts';

export type RuleText = Static<typeof RuleSchema>;

/** A rule with its norms resolved; it fires when its instrument takes effect, unless it says when. */
export function linkRule(text: RuleText, standing: Standing, ids: Ids): Rule {
  const at = text.at === undefined ? undefined : linkTime(text.at, text, 'at', 'hour-not-recorded', ids);
  const contentAsOf = text['content-as-of'];
  if (text.do === 'extend' && text.until === undefined) ids.report('extend-without-until', text);
  if (text.do !== 'extend' && text.until !== undefined)
    ids.report('until-without-extend', text, 'until', { does: text.do });
  if (text.do === 're-apply' && contentAsOf === undefined) ids.report('reapply-without-content', text);
  return {
    ...sourced(text, standing.attested, ids),
    id: `${standing.instrument}#${text.id}`,
    instrument: standing.instrument,
    provision: standing.provision,
    says: text.says ?? standing.says,
    do: text.do,
    what: normsOfList(text.what, text.except, ids),
    at: at ?? standing.defaultStart,
    ...given({
      if: text.if === undefined ? undefined : linkCondition(text.if as ConditionText, ids),
      until: linkUntil(text, ids),
      contentAsOf:
        contentAsOf === undefined
          ? undefined
          : linkTime(contentAsOf as TimeText, text, 'content-as-of', 'hour-not-recorded', ids),
    }),
  };
}

function linkUntil({ until }: RuleText, ids: Ids): Rule['until'] {
  if (until === undefined) return undefined;
  if (until.at === 'open') return { kind: until.kind };
  const at = linkTime(until.at as TimeText, until, 'at', 'end-of-day', ids);
  return at && { at, kind: until.kind };
}
