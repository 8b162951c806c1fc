/** Ledgers made up for tests and examples: the same seed gives the same rows. Words in several forms, times of every precision, some of it wrong. */
import type { LegalRecord } from '../../src/index.ts';
import { formatInstant, instant } from '../../src/ledger.ts';

export type LedgerRow = Readonly<
  Record<'id' | 'from' | 'to' | 'goods' | 'activity' | 'recipient' | 'region' | 'party' | 'contract' | 'on', string>
>;

/** A small repeatable generator of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST = Date.UTC(1960, 0, 1) / 1000;
const LAST = Date.UTC(2032, 0, 1) / 1000;

/** `edges`: instants near which many rows fall. */
export function randomLedger(
  record: LegalRecord,
  rows: number,
  seed: number,
  edges: readonly number[] = [],
): readonly LedgerRow[] {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const states = Object.values(record.states);
  const targets = [...new Set(Object.values(record.regimes).flatMap((regime) => regime.targets))].filter(
    (code) => record.states[code],
  );
  const goods = Object.values(record.goods);
  const barred = [
    ...new Set(Object.values(record.norms).flatMap((norm) => (norm.kind === 'measure' ? norm.goods : []))),
  ].flatMap((code) => record.goods[code] ?? []);
  const regions = Object.values(record.regions);
  const designations = Object.values(record.lists).flatMap((list) => list.designations);
  const often = <T>(chance: number, value: () => T, other: T): T => (random() < chance ? value() : other);
  const stateWords = (code: string): string => {
    const names = Object.values(record.states[code]?.names ?? {}).flat();
    return often(0.3, () => pick([code.toLowerCase(), ...names]), code);
  };
  const timeWords = (): string => {
    const at =
      edges.length > 0 && random() < 0.6
        ? pick(edges) + Math.floor(random() * 3) - 1
        : FIRST + Math.floor(random() * (LAST - FIRST));
    const text = formatInstant(instant(at));
    return pick([
      text,
      text,
      text,
      text.slice(0, 10),
      text.slice(0, 10),
      text.slice(0, 7),
      text.slice(0, 4),
      text.slice(0, 19),
      text.replace('Z', '+03:30'),
      dayInWords(text),
      ...WRONG_TIMES.slice(Math.floor(random() * 40)),
    ]);
  };
  return Array.from({ length: rows }, (_, i) => {
    const to = often(0.7, () => pick(targets), pick(states).code);
    const region = regions.filter(({ state }) => state === to);
    return {
      id: `r${i}`,
      from: often(
        0.03,
        () => pick(['', 'Atlantis', 'Yugoslavia', 'Sudan', 'Darfur', 'EU']),
        stateWords(pick(states).code),
      ),
      to: often(0.04, () => pick(['', 'Nowhere', 'Yugoslavia', 'Germany', 'Congo', 'Korea']), stateWords(to)),
      goods: often(
        0.04,
        () => pick(['', 'unobtainium', 'salw, food', 'spare parts']),
        goodsWords(pick(random() < 0.6 ? barred : goods), random() < 0.2),
      ),
      activity: often(
        0.2,
        () =>
          pick([
            'supply',
            'procure',
            'assistance',
            'finance',
            'brokering',
            'transit',
            'freeze',
            'travel',
            'экспорт',
            'juggling',
          ]),
        '',
      ),
      recipient: often(0.3, () => pick(['government', 'non-governmental', 'Regierung', 'nobody']), ''),
      region: region.length > 0 ? often(0.3, () => pick(region).code, '') : often(0.02, () => 'Darfur', ''),
      party: designations.length > 0 ? often(0.04, () => pick(designations).name, '') : '',
      contract: often(0.1, () => pick(['2004-06-30', '2011-01-01', '2026-01-01', '1999', 'yesterday']), ''),
      on: timeWords(),
    };
  });
}

const WRONG_TIMES = [
  '',
  '2020-02-30',
  '2019-13-01',
  'soon',
  '1402-05-01',
  '03/04/2025',
  '2020-01-01T24:00:00Z',
  '2020-01-01T10:00:60Z',
  '10000-01-01',
  '2020-1-1',
  '2020-01-01T10:00:00.500Z',
  '0044-03-15',
];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const dayInWords = (text: string): string =>
  `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;

const goodsWords = ({ code, name }: { readonly code: string; readonly name: string }, named: boolean): string =>
  named && !name.includes(',') ? name : code;

/** Rows as a CSV with a header. */
export const csvOf = (rows: readonly LedgerRow[]): string => {
  const columns = Object.keys(rows[0] ?? {}) as (keyof LedgerRow)[];
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\n')}\n`;
};
