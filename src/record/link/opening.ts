import type { Static } from '@sinclair/typebox';
import type { Opening } from '../../law/norm.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { Opening as OpeningSchema } from '../schema.ts';
import { sourced } from './attested.ts';
import { type LifeText, linkLife } from './life.ts';
import { linkGate } from './measure.ts';
import { normsOfList } from './norms-named.ts';
import { linkScope } from './scope.ts';
import type { Standing } from './standing.ts';

export type OpeningText = Static<typeof OpeningSchema>;

/** A gate or exemption of another provision than the bar it opens, with a life of its own. */
export function linkOpening(text: OpeningText, standing: Standing, ids: Ids): Opening {
  const id = `${standing.instrument}#${text.id}`;
  if (text.kind === 'gate' && text.gate === undefined) ids.report('gate-without-kind', text, 'kind');
  const gate = text.kind === 'gate' && text.gate !== undefined ? linkGate({ ...text, gate: text.gate }) : undefined;
  return {
    ...standing.base(id, sourced(text, standing.attested, ids)),
    ...linkLife(text as LifeText, standing.defaultStart, ids),
    kind: 'opening',
    opens: text.kind,
    says: text.says,
    on: linkOn(text, ids),
    for: linkScope(text.for, ids),
    ...given({ gate }),
  };
}

function linkOn({ on }: OpeningText, ids: Ids): Opening['on'] {
  if (Array.isArray(on)) {
    if (on.length === 0) ids.report('nothing-to-open', on);
    return { measures: normsOfList(on, undefined, ids) };
  }
  if (Object.keys(on).length === 0) ids.report('nothing-to-open', on);
  if (on.law !== undefined) ids.refer('law', on.law, on, 'law');
  return given({
    law: on.law,
    regimes: on.regimes && ids.referAll('regime', on.regimes),
    exceptRegimes: on['except-regimes'] && ids.referAll('regime', on['except-regimes']),
    families: on.families,
    activities: on.activities,
  });
}
