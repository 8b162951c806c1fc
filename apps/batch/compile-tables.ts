/** The law as tables for engines that people already run: cells of a declared set, their segments, answers and legend. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allContractCuts,
  CompiledLedger,
  formatInstant,
  HEADLINES,
  type Interval,
  instant,
  type LedgerAnswer,
  type LegendEntry,
  OUTCOMES,
  PRECISIONS,
  rolesOf,
  spanAround,
} from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { BatchFault, diskFault } from './batch-fault.ts';
import { faultOf } from './cells.ts';
import {
  checkWord,
  type Declared,
  type Numbered,
  numberContracts,
  numberWords,
  stateCode,
  TABLE_FIELDS,
} from './declared.ts';
import { type Database, quoted } from './duckdb.ts';
import { type Manifest, TABLES_FORMAT } from './manifest.ts';
import { discard, partialOf } from './output.ts';
import { createSlots, createTable, writeLegend } from './tables.ts';
import type { RunView } from './viewpoint.ts';
import { assertWhole } from './whole-tables.ts';

/**
 * Writes the tables into a folder; the folder appears only when they are whole and have been checked. `announce` is told how
 * many cells there are to work out before that is begun.
 */
export async function compileTables(
  database: Database,
  session: Session,
  view: RunView,
  declared: Declared,
  within: Interval,
  folder: string,
  announce: (cells: number) => void = () => {},
): Promise<Manifest> {
  checkFolder(folder);
  const contractCuts = declared.contracts ? allContractCuts(session.record) : [];
  const numbered = [
    ...(await numberedWords(session, view, declared, within)),
    ...(declared.contracts ? [numberContracts(contractCuts)] : []),
  ];
  const fields = numbered.map(({ field }) => field);
  announce(numbered.reduce((cells, { asked }) => cells * asked.length, PRECISIONS.length as number));
  const ledger = new CompiledLedger(session.program(view), view.days, view.positions);
  const { found, leftOut } = await workOutAll(session, view, ledger, numbered, within);
  if (found.length === 0) throw new BatchFault('no combination of the declared words is a question.');
  const { lines, slots } = ledger.layOut();
  await createTable(database, 'cell', [
    ...fields.map((field, i) => ({
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
  await createTable(database, 'word', wordColumns(numbered));
  await createSlots(database, slots);
  await database.run('CREATE OR REPLACE TEMP TABLE segment AS SELECT * FROM slot');
  await createTable(database, 'answer', answerColumns(ledger.legend.answers, view.positions));
  await assertWhole(database, fields, slots.changes.length);
  const manifest: Manifest = {
    format: TABLES_FORMAT,
    version: session.version,
    asKnown: String(view.shared.asKnown),
    zone: view.zone,
    laws: (view.shared.law as readonly string[] | undefined) ?? null,
    suppose: (view.shared.suppose as readonly string[] | undefined) ?? [],
    fields,
    contractCuts,
    positions: view.positions,
    changes: slots.changes.length,
    since: within.from,
    until: within.until,
    cells: found.length,
    segments: slots.count,
    leftOut,
    codes: { outcome: HEADLINES, strictest: OUTCOMES, p: PRECISIONS },
  };
  await writeFolder(database, manifest, ledger.legend.entries, folder);
  return manifest;
}

/** All of it or nothing. */
async function writeFolder(
  database: Database,
  manifest: Manifest,
  legend: readonly LegendEntry[],
  folder: string,
): Promise<void> {
  const building = partialOf(folder);
  try {
    discard([folder]);
    mkdirSync(building, { recursive: true });
    for (const table of ['cell', 'word', 'segment', 'answer'])
      await database.run(`COPY ${table} TO ${quoted(join(building, `${table}.parquet`))} (FORMAT parquet)`);
    await writeLegend(database, legend, join(building, 'why.parquet'));
    writeFileSync(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  } catch (error) {
    discard([folder]);
    throw diskFault(error);
  }
}

/** The words of each field that counts, numbered; a word that means nothing, or not one thing at all times, ends the compile. */
async function numberedWords(
  session: Session,
  view: RunView,
  declared: Declared,
  within: Interval,
): Promise<readonly Numbered[]> {
  const codes = new Map<string, string>();
  for (const field of ['from', 'to'] as const)
    for (const word of declared[field])
      if (word !== '' && !codes.has(word)) codes.set(word, await stateCode(session, view.shared, field, word));
  // A year that begins within the stretch of time may end after it.
  const reach = {
    from: spanAround(within.from, 'year', view.days).from,
    until: spanAround(instant(within.until - 1), 'year', view.days).until,
  };
  const roles = rolesOf(session.record, [...codes.values()], reach, declared.party.length > 0);
  const numbered: Numbered[] = [];
  for (const field of TABLE_FIELDS) {
    const words = declared[field].filter((word) => word !== '');
    if (field === 'from' || field === 'to')
      numbered.push(
        numberWords(
          field,
          words,
          (word) => codes.get(word)!,
          (code) => roles.get(code)!,
        ),
      );
    else {
      for (const word of words) await checkWord(session, view, field, word);
      if (words.length > 0 || (field !== 'region' && field !== 'party')) numbered.push(numberWords(field, words));
    }
  }
  return numbered;
}

type FoundCell = { readonly key: readonly number[]; readonly p: number; readonly line: number };

/** Every combination of the numbers, at every precision; those that are no question are counted by what is wrong with them. */
async function workOutAll(
  session: Session,
  view: RunView,
  ledger: CompiledLedger,
  numbered: readonly Numbered[],
  within: Interval,
) {
  const found: FoundCell[] = [];
  const leftOut: Record<string, number> = {};
  for (const key of combinations(numbered.map(({ asked }) => asked.map((_, number) => number)))) {
    const words = Object.fromEntries(
      numbered.flatMap(({ field, asked }, i) => {
        const word = asked[key[i]!];
        return word === undefined ? [] : [[field, word]];
      }),
    );
    // Codes mean the same at all times: any instant will do to understand them by.
    const understood = await session.understand({ ...view.shared, ...words, on: formatInstant(within.from) });
    if (!understood.ok) {
      const { code } = faultOf(understood);
      leftOut[code] = (leftOut[code] ?? 0) + 1;
      continue;
    }
    for (const [p, line] of ledger.linesOf(understood.value, within).entries()) found.push({ key, p, line });
  }
  return { found, leftOut };
}

function* combinations<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const one of first) for (const others of combinations(rest)) yield [one, ...others];
}

function wordColumns(numbered: readonly Numbered[]) {
  const all = numbered.flatMap(({ field, texts }) => texts.map((one) => ({ field, ...one })));
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

/** Only a folder of compiled tables is replaced. */
function checkFolder(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, 'manifest.json')))
    throw new BatchFault(`\`${folder}\` exists and holds no compiled tables. Name another folder.`);
}
