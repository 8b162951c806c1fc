import {
  historiesOf,
  type LegalRecord,
  lanesOf,
  type Program,
  type Survey,
  stateName,
  type Version,
} from '../../src/index.ts';
import { type Instant, instant } from '../../src/time/instant.ts';
import type { TimelinePicture } from './timeline-svg.ts';

/** Families that are drawn unless others are named: what moves goods, money and people. */
export const FAMILIES_SHOWN = ['arms', 'missile', 'nuclear', 'trade', 'commodities', 'freeze', 'travel'];

const YEAR = 31_557_600;

/** The picture of a State's measures up to a knowledge time. `families`: `all`, or names with commas. */
export function timelinePicture(
  program: Program,
  record: LegalRecord,
  survey: Survey,
  asKnown: Instant,
  version: Version,
  families: string | undefined,
): TimelinePicture {
  const shown = families === undefined ? FAMILIES_SHOWN : families.split(',').map((name) => name.trim());
  const histories = historiesOf(program, survey).filter(
    ({ measure }) => families === 'all' || shown.includes(measure.family),
  );
  const lanes = lanesOf(histories);
  const starts = lanes.flatMap(({ stretches }) =>
    stretches.flatMap(({ from }) => (from === undefined ? [] : [from.from])),
  );
  const laws = survey.laws === undefined ? '' : `${survey.laws.join(', ')} `;
  return {
    title: `${stateName(record, survey.target)}: ${laws}sanctions law in time`,
    lanes,
    record,
    footer: `Record ${version.record.slice(0, 19)}, horizon ${version.horizon}, engine ${version.engine}. Not legal advice.`,
    from: instant(Math.floor(Math.min(asKnown - 5 * YEAR, ...starts) - YEAR / 2)),
    until: asKnown,
  };
}
