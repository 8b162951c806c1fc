import type { Static } from '@sinclair/typebox';
import type { Gate, Measure, Opening } from '../../law/norm.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { Measure as MeasureSchema } from '../schema.ts';
import { sourced } from './attested.ts';
import { type LifeText, linkLife } from './life.ts';
import { linkScope } from './scope.ts';
import type { Standing } from './standing.ts';

export type MeasureText = Static<typeof MeasureSchema>;
type GateText = NonNullable<MeasureText['gates']>[number];

/** Activities that run between a target and others, so that a direction can be told. */
const DIRECTED = [
  'goods',
  'assistance',
  'training',
  'finance',
  'brokering',
  'transit',
  'investment',
  'bunkering',
  'financial-services',
  'insurance',
  'mercenaries',
];

/** A measure, and the gates and exemptions of its own provision, which share its life. */
export function linkMeasure(text: MeasureText, standing: Standing, ids: Ids): readonly [Measure, ...Opening[]] {
  const id = `${standing.instrument}#${text.id}`;
  const direction =
    text.direction ?? (text.activities.some((activity) => DIRECTED.includes(activity)) ? 'to' : undefined);
  const measure: Measure = {
    ...standing.base(id, sourced(text, standing.attested, ids)),
    ...linkLife(text as LifeText, standing.defaultStart, ids),
    kind: 'measure',
    title: text.title ?? standing.says,
    force: text.force,
    addressee: text.addressee ?? standing.addressee,
    family: text.family,
    activities: text.activities,
    duties: text.duties ?? (direction === undefined ? [] : direction === 'to' ? ['supplier'] : ['buyer']),
    target: linkTarget(text, ids),
    recipients: text.recipients ?? [],
    goods: ids.referAll('goods', text.goods),
    exceptGoods: ids.referAll('goods', text['except-goods']),
    consequence: text.consequence ?? 'bar',
    ownNationalsApart: text['own-nationals-apart'] ?? false,
    obligations: text.obligations ?? [],
    continues: ids.referAll('norm', text.continues),
    ...given({
      call: text.call,
      direction,
      forces: text.forces,
      goodsReference: text['goods-reference'],
      presumption: text.presumption,
      nexus: text.nexus,
    }),
  };
  return [measure, ...openingsWithin(measure, text, ids)];
}

function linkTarget(text: MeasureText, ids: Ids): Measure['target'] {
  const target = text.target ?? {};
  const list = target.list !== undefined && ids.refer('list', target.list, target, 'list') ? target.list : undefined;
  return {
    states: ids.referAll('state', target.states),
    regions: ids.referAll('region', target.regions),
    exceptStates: ids.referAll('state', target['except-states']),
    ...given({ list }),
  };
}

function openingsWithin(measure: Measure, text: MeasureText, ids: Ids): readonly Opening[] {
  const { id, evidence, sources, instrument, provision, says, regime, law, start, ends } = measure;
  const shared = { evidence, sources, instrument, provision, regime, law, start, ends, ...given({ if: measure.if }) };
  const opening = (name: string, words: string | undefined, scope: Opening['for'], gate?: Gate): Opening => ({
    ...shared,
    id: `${id}/${name}`,
    kind: 'opening',
    opens: gate === undefined ? 'exemption' : 'gate',
    says: words ?? says,
    on: { measures: [id] },
    for: scope,
    within: id,
    ...given({ gate }),
  });
  return [
    ...(text.gates ?? []).map((gate, i) =>
      opening(`gate-${i + 1}`, gate.says, linkScope(gate.for, ids), linkGate(gate)),
    ),
    ...(text.exemptions ?? []).map((one, i) => opening(`exemption-${i + 1}`, one.says, linkScope(one.for, ids))),
  ];
}

/** Who must be asked or told, and how long before. */
export const linkGate = (
  text: Pick<GateText, 'gate' | 'days' | 'working-days' | 'by' | 'filer' | 'presumption' | 'residual'>,
): Gate => ({
  gate: text.gate,
  residual: text.residual ?? false,
  ...given({
    days: text.days,
    workingDays: text['working-days'],
    by: text.by,
    filer: text.filer,
    presumption: text.presumption,
  }),
});
