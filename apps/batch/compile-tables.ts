/** The law as tables for engines that people already run: cells of a declared set, their segments, answers and legend. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledLedger,
  HEADLINES,
  type Interval,
  type LedgerAnswer,
  OUTCOMES,
  PRECISIONS,
  rolesOf,
  type TablesShape,
} from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { BatchFault } from './batch-fault.ts';
import { Cells } from './cells.ts';
import { type Database, quoted } from './duckdb.ts';
import { partialOf } from './output.ts';
import { createSlots, createTable, writeLegend } from './tables.ts';
import type { RunView } from './viewpoint.ts';

/** The set of cells: every combination of these codes. An empty text is a word that a ledger leaves out. */
export type Declared = Readonly<Record<'from' | 'to' | 'goods' | 'activity' | 'recipient', readonly string[]>>;

const FIELDS = ['from', 'to', 'goods', 'activity', 'recipient'] as const;

/** What stands in `manifest.json` beside the tables. */
export type Manifest = TablesShape & {
  readonly format: 1;
  readonly version: unknown;
  readonly asKnown: string;
  readonly zone: string;
  readonly laws: readonly string[] | null;
  readonly cells: number;
  readonly segments: number;
  /** The words that codes stand for, by code. */
  readonly codes: Readonly<Record<'outcome' | 'strictest' | 'p', readonly string[]>>;
};

/** Writes the tables into a folder; the folder appears only when they are whole and have been checked. */
export async function compileTables(
  database: Database,
  session: Session,
  view: RunView,
  declared: Declared,
  within: Interval,
  folder: string,
): Promise<Manifest> {
  const ledger = new CompiledLedger(session.program(view), view.days, view.positions);
  const cells = new Cells(session, view, ledger);
  const roles = rolesOf(
    session.record,
    [...new Set([...declared.from, ...declared.to])].filter((code) => code !== ''),
    within,
  );
  const numbers = new Map(
    FIELDS.map((field) => [field, numbered(declared[field], field === 'from' || field === 'to' ? roles : undefined)]),
  );
  const found: { readonly key: readonly number[]; readonly p: number; readonly line: number }[] = [];
  for (const combination of combinations(FIELDS.map((field) => numbers.get(field)!.leaders))) {
    const words = Object.fromEntries(
      FIELDS.flatMap((field, i) => (combination[i]!.word === '' ? [] : [[field, combination[i]!.word]])),
    );
    for (const p of PRECISIONS.keys()) {
      const worked = await cells.workOut({ words, precision: p, first: within.from, last: within.until - 1 });
      if ('fault' in worked)
        throw new BatchFault(`the cell ${JSON.stringify(words)} cannot be compiled: ${worked.fault.reason}`);
      found.push({ key: combination.map(({ number }) => number), p, line: worked.line });
    }
  }
  if (cells.faults.length > 0)
    throw new BatchFault(`a name means different States at different times: ${cells.faults[0]!.reason} Declare codes.`);
  const { lines, slots } = ledger.layOut();
  const building = partialOf(folder);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  await createTable(database, 'cell', [
    ...FIELDS.map((field, i) => ({
      name: `n_${field}`,
      type: 'INTEGER' as const,
      values: found.map(({ key }) => key[i]!),
    })),
    { name: 'p', type: 'INTEGER', values: found.map(({ p }) => p) },
    ...(['base', 'low', 'high', 'shift'] as const).map((name) => ({
      name,
      type: 'BIGINT' as const,
      values: found.map(({ line }) => lines[line]![name]),
    })),
  ]);
  await createTable(database, 'word', wordColumns(numbers));
  await createSlots(database, slots);
  await database.run('CREATE OR REPLACE TEMP TABLE segment AS SELECT * FROM slot');
  await createTable(database, 'answer', answerColumns(ledger.legend.answers, view.positions));
  await assertWhole(database, slots.changes.length);
  for (const table of ['cell', 'word', 'segment', 'answer'])
    await database.run(`COPY ${table} TO ${quoted(join(building, `${table}.parquet`))} (FORMAT parquet)`);
  await writeLegend(database, ledger.legend.entries, join(building, 'why.parquet'));
  const manifest: Manifest = {
    format: 1,
    version: session.version,
    asKnown: String(view.shared.asKnown),
    zone: view.zone,
    laws: (view.shared.law as readonly string[] | undefined) ?? null,
    fields: FIELDS,
    positions: view.positions,
    changes: slots.changes.length,
    since: within.from,
    until: within.until,
    cells: found.length,
    segments: slots.count,
    codes: { outcome: HEADLINES, strictest: OUTCOMES, p: PRECISIONS },
  };
  writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  replaceFolder(building, folder);
  return manifest;
}

type Numbered = {
  readonly texts: readonly { readonly text: string; readonly number: number }[];
  /** One word of each number. */
  readonly leaders: readonly { readonly word: string; readonly number: number }[];
};

/** Numbers words; those with the same role share a number. */
function numbered(words: readonly string[], roles: ReadonlyMap<string, string> | undefined): Numbered {
  const numbers = new Map<string, number>();
  const leaders: { word: string; number: number }[] = [];
  const texts = [...new Set(words)].map((text) => {
    const role = roles?.get(text) ?? text;
    const known = numbers.get(role);
    if (known !== undefined) return { text, number: known };
    const number = numbers.size;
    numbers.set(role, number);
    leaders.push({ word: text, number });
    return { text, number };
  });
  return { texts, leaders };
}

function* combinations<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const one of first) for (const others of combinations(rest)) yield [one, ...others];
}

function wordColumns(numbers: ReadonlyMap<string, Numbered>) {
  const all = [...numbers].flatMap(([field, { texts }]) => texts.map((one) => ({ field, ...one })));
  return [
    { name: 'field', type: 'VARCHAR' as const, values: all.map(({ field }) => field) },
    { name: 'text', type: 'VARCHAR' as const, values: all.map(({ text }) => text) },
    { name: 'number', type: 'INTEGER' as const, values: all.map(({ number }) => number) },
  ];
}

function answerColumns(answers: readonly LedgerAnswer[], positions: readonly string[]) {
  const integers = (name: string, value: (answer: LedgerAnswer, i: number) => number) => ({
    name,
    type: 'INTEGER' as const,
    values: answers.map(value),
  });
  return [
    integers('answer', (_, i) => i),
    integers('outcome', ({ outcome }) => outcome),
    ...positions.map((position, i) => integers(`outcome_${position}`, (answer) => answer.positions[i]!)),
    integers('strictest', ({ strictest }) => strictest),
    integers('mildest', ({ mildest }) => mildest),
    integers('why', ({ why }) => why),
  ];
}

/** That every row of a ledger meets one cell, one segment and one answer at most, and a row of a cell at least one of each. */
async function assertWhole(database: Database, changes: number): Promise<void> {
  const keys = [...FIELDS.map((field) => `n_${field}`), 'p'].join(', ');
  const checks: readonly (readonly [string, string])[] = [
    ['a cell stands twice', `SELECT count(*) FROM (SELECT 1 FROM cell GROUP BY ${keys} HAVING count(*) > 1)`],
    ['a word stands twice', 'SELECT count(*) FROM (SELECT 1 FROM word GROUP BY field, text HAVING count(*) > 1)'],
    ['a segment stands twice', 'SELECT count(*) FROM (SELECT 1 FROM segment GROUP BY slot HAVING count(*) > 1)'],
    [
      'a segment is missing',
      `SELECT count(*) FROM (SELECT DISTINCT base, base + ((high - low) >> shift) AS last FROM cell) c
       WHERE (SELECT count(*) FROM segment s WHERE s.slot BETWEEN c.base AND c.last) <> c.last - c.base + 1`,
    ],
    [
      'changes of a segment are out of order',
      changes < 2
        ? 'SELECT 0'
        : `SELECT count(*) FROM segment WHERE ${Array.from({ length: changes - 1 }, (_, i) => `c${i + 1} > c${i + 2}`).join(' OR ')}`,
    ],
    [
      'an answer is missing',
      `SELECT count(*) FROM segment WHERE ${Array.from({ length: changes + 1 }, (_, i) => `a${i} NOT IN (SELECT answer FROM answer)`).join(' OR ')}`,
    ],
  ];
  for (const [what, sql] of checks) {
    const [[count]] = (await database.rows(sql)) as [[bigint]];
    if (Number(count) > 0) throw new Error(`compiled tables: ${what}, ${count} times`);
  }
}

function replaceFolder(building: string, folder: string): void {
  if (existsSync(folder)) {
    if (!existsSync(join(folder, 'manifest.json')))
      throw new BatchFault(`\`${folder}\` exists and holds no compiled tables. Name another folder.`);
    rmSync(folder, { recursive: true });
  }
  renameSync(building, folder);
}

/** The manifest of a folder of compiled tables. */
export function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    throw new BatchFault(`\`${folder}\` holds no compiled tables: \`snapback compile --tables ${folder}\` makes them.`);
  }
}
