/** The columns of a ledger that say what a row asks, by the names they are found under. */
import { nearest } from '../diagnostics/nearest.ts';

/** Columns whose words, all together, make a row's cell. */
export const WORD_FIELDS = ['from', 'to', 'goods', 'activity', 'recipient', 'region', 'party', 'contract'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

export const LEDGER_FIELDS = ['id', ...WORD_FIELDS, 'on'] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

export const isLedgerField = (text: string): text is LedgerField => (LEDGER_FIELDS as readonly string[]).includes(text);

/** Which column holds which field. */
export type ColumnsByField = Readonly<Partial<Record<LedgerField, string>>>;

const plain = (name: string): string => name.trim().toLowerCase();

/**
 * The columns of a file by field: the one mapped by hand, else the one that bears the field's name, whatever its case.
 * Fields that the run gives to all rows (`given`) need no column. What is wrong comes back as sentences.
 */
export function columnsByField(
  columns: readonly string[],
  mapped: Readonly<Partial<Record<LedgerField, string>>>,
  given: ReadonlySet<string>,
): { readonly found: ColumnsByField; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const found: Partial<Record<LedgerField, string>> = {};
  const listed = columns.map((name) => `\`${name}\``).join(', ');
  for (const field of LEDGER_FIELDS) {
    const wanted = mapped[field];
    const matching = columns.filter((name) => plain(name) === plain(wanted ?? field));
    const exact = matching.find((name) => name === wanted) ?? (matching.length === 1 ? matching[0] : undefined);
    if (exact !== undefined && !(wanted === undefined && given.has(field))) found[field] = exact;
    else if (matching.length > 1)
      faults.push(`the columns ${matching.map((name) => `\`${name}\``).join(', ')} all are \`${field}\`: map one.`);
    else if (wanted !== undefined) {
      const meant = nearest(wanted, columns);
      faults.push(
        `there is no column \`${wanted}\` to take \`${field}\` from${meant === undefined ? '' : ` (did you mean \`${meant}\`?)`}. The columns are ${listed}.`,
      );
    }
  }
  const has = (field: LedgerField): boolean => found[field] !== undefined || given.has(field);
  if (!has('on') && mapped.on === undefined) faults.push(missing('on', 'the day or instant of the transfer', listed));
  if (!has('from') && !has('to') && mapped.from === undefined && mapped.to === undefined)
    faults.push(missing('from', 'where the goods come from (or `to`, where they go)', listed));
  if (!has('goods') && !has('activity') && mapped.goods === undefined)
    faults.push(missing('goods', 'what is transferred', listed));
  return { found, faults };
}

const missing = (field: string, means: string, listed: string): string =>
  `no column is named \`${field}\`, ${means}. Map one: \`--map ${field}=COLUMN\`. The columns are ${listed}.`;
