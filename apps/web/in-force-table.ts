import {
  citationText,
  counted,
  type InForceView,
  type LegalRecord,
  positionsInFull,
  positionsShort,
} from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';

const STATUS: Readonly<Record<string, string>> = {
  'in-force': 'in force',
  undetermined: 'cannot be said',
  suspended: 'suspended',
};

/** What is in force: a sentence a law, then one table for each law and for each group of positions that see it alike. */
export function inForceTable(views: readonly InForceView[], record: LegalRecord): string {
  const laws = [...new Set(views.map(({ law }) => law))].sort((a, b) =>
    a === 'UN' ? -1 : b === 'UN' ? 1 : a < b ? -1 : 1,
  );
  const shown = laws
    .map((law) => views.filter((view) => view.law === law))
    .filter((own) => own.some(({ measures }) => measures.length > 0));
  if (shown.length === 0)
    return '<p class="lead">No measure on record is in force. That is no word on ordinary export licensing.</p>';
  const ids = new Map(shown.flat().map((view, i) => [view, `view-${i + 1}`]));
  const sums = shown.map((own) => `<li>${summary(own, record, ids)}</li>`).join('');
  const tables = shown.flat().filter(({ measures }) => measures.length > 0);
  return `<ul class="sums">${sums}</ul>${tables.map((view) => table(view, record, ids.get(view)!)).join('')}`;
}

const lawName = (record: LegalRecord, law: string): string => capital(record.laws[law]?.name ?? law);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function summary(views: readonly InForceView[], record: LegalRecord, ids: ReadonlyMap<InForceView, string>): string {
  const told = views.map((view) => {
    const { positions, measures } = view;
    const words =
      measures.length === 0 ? 'none' : `<a href="#${ids.get(view)}">${counted(measures.length, 'measure')}</a>`;
    return positions.length === 0 ? words : `${words} according to ${escaped(positionsShort(record, positions))}`;
  });
  return `<strong>${escaped(lawName(record, views[0]!.law))}</strong>: ${told.join('; ')}.`;
}

function table({ law, positions, measures }: InForceView, record: LegalRecord, id: string): string {
  const name = lawName(record, law);
  const who =
    positions.length === 0 ? '' : `<p class="note">According to ${escaped(positionsInFull(record, positions))}.</p>`;
  const rows = measures.map(({ measure, status, stretch }) => {
    const { symbol } = record.instruments[measure.instrument]!;
    const since =
      stretch.from === undefined
        ? ''
        : formatInstant(stretch.from.from)
            .slice(0, stretch.from.precision === 'day' ? 10 : 16)
            .replace('T', ' ')
            .replace(' 00:00', '');
    const link = `<a href="/provision?id=${encodeURIComponent(measure.id)}">${escaped(citationText({ symbol, at: measure.provision }))}</a>`;
    const call = measure.force === 'decides' ? '' : ' (call)';
    return `<tr><th scope="row">${link}${call}</th><td>${escaped(measure.title)}</td><td class="day">${escaped(since)}</td><td>${STATUS[status] ?? status}${measure.evidence === 'unverified' ? ' [unverified]' : ''}</td></tr>`;
  });
  return `<section id="${id}"><h2>${escaped(name)}</h2>${who}<div class="scroll" role="region" aria-label="${escaped(`${name}, ${id}`)}" tabindex="0"><table><thead><tr><th scope="col">Provision</th><th scope="col">What</th><th scope="col">Since (UTC)</th><th scope="col">Status</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

export const IN_FORCE_STYLE = `
.sums{list-style:none;padding:0;margin:1rem 0;columns:20rem;column-gap:2.5rem}.sums li{padding:.3rem 0;break-inside:avoid;border-bottom:1px solid var(--line)}
section table{table-layout:fixed;min-width:34rem}section th:nth-child(1){width:34%}section th:nth-child(3){width:9.5rem}section th:nth-child(4){width:9rem}
`;
