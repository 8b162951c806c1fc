import { citationText, type InForceView, type LegalRecord, positionName } from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';

const STATUS: Readonly<Record<string, string>> = {
  'in-force': 'in force',
  undetermined: 'cannot be said',
  suspended: 'suspended',
};

/** What is in force, one table for each law and for each group of positions that see it alike. */
export function inForceTable(views: readonly InForceView[], record: LegalRecord): string {
  const shown = views.filter(({ measures }) => measures.length > 0);
  if (shown.length === 0)
    return '<p>No measure on record is in force. That is no word on ordinary export licensing.</p>';
  return shown.map((view) => table(view, record)).join('');
}

function table({ law, positions, measures }: InForceView, record: LegalRecord): string {
  const who = positions.length === 0 ? '' : `, as ${positions.map((id) => positionName(record, id)).join(', ')} see it`;
  const name = `${record.laws[law]?.name ?? law}${who}`;
  const rows = measures.map(({ measure, status, stretch }) => {
    const { symbol } = record.instruments[measure.instrument]!;
    const since =
      stretch.from === undefined
        ? ''
        : formatInstant(stretch.from.from)
            .slice(0, stretch.from.precision === 'day' ? 10 : 16)
            .replace('T', ' ');
    const link = `<a href="/provision?id=${encodeURIComponent(measure.id)}">${escaped(citationText({ symbol, at: measure.provision }))}</a>`;
    const call = measure.force === 'decides' ? '' : ' (call)';
    return `<tr><td>${link}${call}</td><td>${escaped(measure.title)}</td><td>${escaped(since)}</td><td>${STATUS[status] ?? status}${measure.evidence === 'unverified' ? ' [unverified]' : ''}</td></tr>`;
  });
  return `<section><h2>${escaped(name)}</h2><div class="scroll" role="region" aria-label="${escaped(name)}" tabindex="0"><table><thead><tr><th scope="col">Provision</th><th scope="col">What</th><th scope="col">Since (UTC)</th><th scope="col">Status</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
