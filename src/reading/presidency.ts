import type { LegalRecord } from '../law/record.ts';
import { type CivilDate, civilParts } from '../time/civil-date.ts';

/**
 * The presidency of the Council passes each month in the English alphabetical order of the members' names (rule 18 of its
 * provisional rules of procedure). Reckoned forward from January 2000, the United States; before that, not at all.
 */
export function presidencyOf(
  record: LegalRecord,
  date: CivilDate,
  council: (date: CivilDate) => ReadonlySet<string>,
): string | undefined {
  const { year, month } = civilParts(date);
  const target = year * 12 + month - 1;
  if (target < 2000 * 12) return undefined;
  let current = 'US';
  for (let at = 2000 * 12 + 1; at <= target; at++) {
    const members = [...council(firstOf(at))];
    if (members.length < 15) return undefined;
    current = nextInOrder(record, members, current);
  }
  return current;
}

const firstOf = (months: number): CivilDate =>
  (Date.UTC(Math.floor(months / 12), months % 12, 1) / 86_400_000) as CivilDate;

/** The order goes by the names used in the Council, some of which differ from the common ones. */
const COUNCIL_NAMES: Readonly<Record<string, string>> = {
  US: 'United States of America',
  GB: 'United Kingdom',
  RU: 'Russian Federation',
  KR: 'Republic of Korea',
  VN: 'Viet Nam',
  BO: 'Bolivia (Plurinational State of)',
  VE: 'Venezuela (Bolivarian Republic of)',
  TZ: 'United Republic of Tanzania',
  AE: 'United Arab Emirates',
  CD: 'Democratic Republic of the Congo',
  SY: 'Syrian Arab Republic',
  LY: 'Libyan Arab Jamahiriya',
  NL: 'Netherlands',
  CI: "Côte d'Ivoire",
  CG: 'Congo',
  TR: 'Türkiye',
  CZ: 'Czech Republic',
  DO: 'Dominican Republic',
  VC: 'Saint Vincent and the Grenadines',
};

function nextInOrder(record: LegalRecord, members: readonly string[], current: string): string {
  const name = (code: string): string =>
    (COUNCIL_NAMES[code] ?? record.states[code]?.names.en?.[0] ?? code)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
  const own = name(current);
  const sorted = members.filter((code) => code !== current).sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return sorted.find((code) => name(code) > own) ?? sorted[0]!;
}
