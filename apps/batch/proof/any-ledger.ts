/** Ledgers drawn at random over the States, goods, regions and people of a random record, in the words of a ledger. */
import * as fc from 'fast-check';
import { DESIGNATIONS, FIRST_DAY, GOODS, REGIONS, STATES } from '../../../src/proof/any-record.ts';
import { addDays, formatCivilDate } from '../../../src/time/civil-date.ts';
import { type Declared, TABLE_FIELDS, type TableField } from '../declared.ts';

/** The words of a row, blank where left out. */
export type AnyRow = Readonly<Record<TableField | 'contract' | 'on', string>>;

/** A ledger, and the words that tables over it are compiled for: most of its rows use no others. */
export type AnyLedger = { readonly rows: readonly AnyRow[]; readonly declared: Declared };

const WORDS: Readonly<Record<TableField, readonly string[]>> = {
  from: STATES,
  to: STATES,
  goods: GOODS,
  activity: ['supply', 'procure', 'assistance', 'finance', 'travel', 'freeze'],
  recipient: ['government', 'non-governmental'],
  region: REGIONS,
  party: [...DESIGNATIONS, 'somebody'],
};

/** Every word more multiplies the cells. */
const MOST_DECLARED: Readonly<Record<TableField, number>> = {
  ...{ from: 3, to: 3, goods: 3, activity: 1, recipient: 1, region: 1, party: 1 },
};

/** How often a field is filled in, for each time that it is left out. */
const FILLED_IN: Readonly<Record<TableField, number>> = {
  ...{ from: 6, to: 6, goods: 30, activity: 1, recipient: 1, region: 1, party: 1 },
};

const day = fc.integer({ min: -1, max: 75 }).map((number) => formatCivilDate(addDays(FIRST_DAY, number)));
const clock = fc
  .oneof(fc.constantFrom(0, 1, 43_200, 86_399), fc.integer({ min: 0, max: 86_399 }))
  .map((second) => new Date(second * 1000).toISOString().slice(11, 19));

/** Instants, often at the edge of a day; days, months and years. */
const time = fc.oneof(
  fc.tuple(day, clock).map(([date, at]) => `${date}T${at}Z`),
  fc.tuple(day, clock).map(([date, at]) => `${date} ${at}`),
  day,
  fc.constantFrom('2019-12', '2020-01', '2020-02', '2020-03'),
  fc.constantFrom('2019', '2020', '2021'),
);

const recordOf = <T>(of: (field: TableField) => fc.Arbitrary<T>): fc.Arbitrary<Record<TableField, T>> =>
  fc.record(Object.fromEntries(TABLE_FIELDS.map((field) => [field, of(field)])) as Record<TableField, fc.Arbitrary<T>>);

const anyDeclared: fc.Arbitrary<Declared> = fc
  .tuple(
    recordOf((field) => fc.subarray([...WORDS[field]], { maxLength: MOST_DECLARED[field] })),
    fc.boolean(),
  )
  .filter(([{ from, to, goods }]) => from.length + to.length > 0 && goods.length > 0)
  .map(([words, contracts]) => ({ ...words, contracts }));

const anyRow = (declared: Declared): fc.Arbitrary<AnyRow> =>
  fc
    .tuple(
      recordOf((field) =>
        fc.oneof(
          { weight: 6, arbitrary: fc.constant('') },
          {
            weight: FILLED_IN[field] * 5,
            arbitrary: fc.constantFrom(...(declared[field].length > 0 ? declared[field] : [''])),
          },
          { weight: FILLED_IN[field], arbitrary: fc.constantFrom(...WORDS[field]) },
        ),
      ),
      fc.oneof({ weight: declared.contracts ? 1 : 9, arbitrary: fc.constant('') }, day),
      time,
    )
    .map(([words, contract, on]) => ({ ...words, contract, on }));

export const anyLedger = (rows: number): fc.Arbitrary<AnyLedger> =>
  anyDeclared.chain((declared) =>
    fc.array(anyRow(declared), { minLength: rows, maxLength: rows }).map((drawn) => ({ rows: drawn, declared })),
  );
