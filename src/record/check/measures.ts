import type { Measure } from '../../law/norm.ts';
import type { LegalRecord } from '../../law/record.ts';
import type { TimeExpression } from '../../law/time-expression.ts';
import { formatInstant } from '../../time/instant.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';
import { type Start, startsOf } from './starts.ts';

/** What a measure lacks that every question needs, and ends that come before the start. */
export function checkMeasures(record: LegalRecord, files: ReadFiles, ids: Ids): void {
  for (const { value } of files.instrument) {
    for (const { measures = [], openings = [] } of value.provisions) {
      for (const text of [...measures, ...openings]) {
        const norm = record.norms[`${value.instrument}#${text.id}`];
        if (norm === undefined) continue;
        if (norm.kind === 'measure') checkMeasure(norm, text, ids);
        (text.ends ?? []).forEach((end, index) => {
          if (norm.ends.length === text.ends?.length) checkEnd(norm.start, norm.ends[index]!.at, end, record, ids);
        });
      }
    }
  }
}

function checkMeasure(measure: Measure, text: object, ids: Ids): void {
  const { target, activities, direction } = measure;
  const isAimed = target.states.length > 0 || target.regions.length > 0 || target.list !== undefined;
  const needsAim = direction !== undefined || activities.includes('freeze') || activities.includes('travel');
  if (!isAimed && needsAim && !('target' in text)) ids.report('no-target', text);
  if (activities.includes('goods') && !('goods' in text)) ids.report('no-goods', text, 'activities');
}

function checkEnd(start: TimeExpression, end: TimeExpression, holder: object, record: LegalRecord, ids: Ids): void {
  const [from, until] = [only(startsOf(start, record)), only(startsOf(end, record))];
  if (from === undefined || until === undefined || until.at > from.at) return;
  ids.report('ends-before-it-starts', holder, 'at', { start: formatInstant(from.at), end: formatInstant(until.at) });
}

const only = (starts: readonly Start[]): Start | undefined => (starts.length === 1 ? starts[0] : undefined);
