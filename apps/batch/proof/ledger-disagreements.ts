/**
 * Where the reference model, the engine, `batch`, and the compiled tables in DuckDB (and ClickHouse) come to different answers
 * over one ledger. Empty: nowhere. What rows get no answer must get none anywhere.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LegalRecord, Question } from '../../../src/index.ts';
import { HEADLINES, type Interval, instant, ledgerSql, OUTCOMES, PRECISIONS, spanAround } from '../../../src/ledger.ts';
import { assessSlowly } from '../../../src/reference/assess.ts';
import { Session } from '../../session.ts';
import { Batch } from '../batch.ts';
import { compileTables } from '../compile-tables.ts';
import { type Declared, TABLE_FIELDS } from '../declared.ts';
import { Database, quoted } from '../duckdb.ts';
import { readManifest } from '../manifest.ts';
import { Progress } from '../progress.ts';
import { type RunView, runViewOf } from '../viewpoint.ts';
import type { AnyRow } from './any-ledger.ts';
import type { ClickHouse } from './clickhouse.ts';

/** A ledger and how it is asked; `folder` is one to work in, emptied afterwards. */
export type LedgerCase = {
  readonly record: LegalRecord;
  readonly rows: readonly AnyRow[];
  /** What the tables are compiled for; a row that says more must get no answer from them. */
  readonly declared: Declared;
  readonly words: Readonly<Record<string, unknown>>;
  readonly folder: string;
  /** The stretch of time that the tables hold for. */
  readonly within: Interval;
  /** Whether the reference model, which is slow on a large record, is asked too. */
  readonly slowly: boolean;
  readonly clickhouse?: ClickHouse | undefined;
};

/** What a row gets: the headline, the outcome of each position, and the bounds, as words; undefined where it is no question. */
type Answer = readonly string[] | undefined;

/** How many rows were answered, how many of them by the tables too, and what was found. */
export type Compared = { readonly answered: number; readonly byTables: number; readonly found: readonly string[] };

export async function ledgerDisagreements({
  record,
  rows,
  declared,
  words,
  folder,
  within,
  slowly,
  clickhouse,
}: LedgerCase): Promise<Compared> {
  mkdirSync(folder, { recursive: true });
  const session = new Session(record, () => instant(1_790_000_000));
  const view = await runViewOf(words, session);
  const questions: (Question | undefined)[] = [];
  for (const row of rows) {
    const understood = await session.understand({ zone: 'UTC', ...words, ...filledIn(row) });
    questions.push(understood.ok ? understood.value : undefined);
  }
  const engine = questions.map((question) => question && answerOfEngine(session, question, view));
  const reference = slowly
    ? questions.map((question) => question && answerOfReference(record, question, view))
    : engine;
  const database = await Database.open({ spill: join(folder, 'spill') });
  try {
    const batch = await answersOfBatch(database, session, view, rows, folder);
    const tables = await answersOfTables(database, session, view, { declared, within }, rows, questions, folder);
    const warehouse = clickhouse && answersOfClickHouse(clickhouse, tables.sql.clickhouse, folder);
    return {
      answered: engine.filter((answer) => answer !== undefined).length,
      byTables: tables.answers.filter(({ answer }) => answer !== undefined).length,
      found: rows.flatMap((row, i) => [
        ...differences('the reference', reference[i], engine[i], row),
        ...differences('batch', batch[i], engine[i], row),
        ...differences('the tables', tables.answers[i]!.answer, isDeclared(row, declared) ? engine[i] : undefined, row),
        ...(warehouse === undefined
          ? []
          : differences('ClickHouse, bit by bit,', warehouse[i], tables.answers[i]!.bits, row)),
      ]),
    };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const isDeclared = (row: AnyRow, { contracts, ...words }: Declared): boolean =>
  (contracts || row.contract === '') &&
  TABLE_FIELDS.every((field) => row[field] === '' || words[field].includes(row[field]));

const filledIn = (row: AnyRow): Partial<AnyRow> =>
  Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));

function answerOfEngine(session: Session, question: Question, { positions }: RunView): Answer {
  const { assessment } = session.answer(question, { changes: false });
  const single = positions.map((position) => {
    const asked = { ...question, accordingTo: [position] };
    return session.answer(asked, { changes: false }).assessment.outcome;
  });
  return [assessment.outcome, ...single, assessment.strictest, assessment.mildest];
}

function answerOfReference(record: LegalRecord, question: Question, { positions }: RunView): Answer {
  const { headline } = assessSlowly(record, question);
  const single = positions.map((position) => assessSlowly(record, { ...question, accordingTo: [position] }).headline);
  return [headline.outcome, ...single.map(({ outcome }) => outcome), headline.strictest, headline.mildest];
}

async function answersOfBatch(
  database: Database,
  session: Session,
  view: RunView,
  rows: readonly AnyRow[],
  folder: string,
): Promise<readonly Answer[]> {
  const [input, out] = [join(folder, 'in.ndjson'), join(folder, 'out.parquet')];
  writeFileSync(input, rows.map((row, id) => `${JSON.stringify({ id, ...row })}\n`).join(''));
  const files = { out, legend: `${out}.why.parquet`, rejects: `${out}.rejects.ndjson` };
  const wishes = { ...files, files: [{ path: input, format: 'ndjson' as const }], format: 'parquet' as const };
  await new Batch(database, session, view, { ...wishes, mapped: {}, values: {}, given: {} }, new Progress(false)).run();
  const answers: Answer[] = rows.map(() => undefined);
  for (const [id, ...told] of await database.rows(`SELECT * EXCLUDE (why) FROM read_parquet(${quoted(out)})`))
    answers[Number(id)] = told.map(String);
  const rejected = readFileSync(files.rejects, 'utf8').split('\n').length - 1;
  const unanswered = answers.filter((answer) => answer === undefined).length;
  if (rejected !== unanswered) throw new Error(`batch rejected ${rejected} rows and left ${unanswered} unanswered`);
  return answers;
}

/** The tables and the ledger as a warehouse would hold them, and what the query gives. */
async function answersOfTables(
  database: Database,
  session: Session,
  view: RunView,
  { declared, within }: Pick<LedgerCase, 'declared' | 'within'>,
  rows: readonly AnyRow[],
  questions: readonly (Question | undefined)[],
  folder: string,
) {
  const tables = join(folder, 'tables');
  const manifest = await compileTables(database, session, view, declared, within, tables);
  const ledger = rows.map((row, id) => {
    const at = questions[id]?.at;
    const p = PRECISIONS.findIndex((precision) => {
      const span = at && spanAround(at.from, precision, view.days);
      return span?.from === at?.from && span?.until === at?.until;
    });
    const texts = TABLE_FIELDS.map((field) => textOf(row[field]));
    return `(${[id, ...texts, numberOf(questions[id]?.contract), numberOf(at?.from), at === undefined ? 'NULL' : p]})`;
  });
  const columns = ['id', ...TABLE_FIELDS, 'contract', 't', 'p'].map((name) => `"${name}"`);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE ledger AS SELECT id::INTEGER AS id, * EXCLUDE (id, contract, t, p), contract::BIGINT AS contract, t::BIGINT AS t, p::INTEGER AS p FROM (VALUES ${ledger.join(', ')}) v (${columns})`,
  );
  await database.run(`COPY ledger TO ${quoted(join(folder, 'ledger.parquet'))} (FORMAT parquet)`);
  for (const table of TABLES)
    await database.run(
      `CREATE OR REPLACE TEMP VIEW ${table}_read AS SELECT * FROM read_parquet(${quoted(join(tables, `${table}.parquet`))})`,
    );
  const shape = readManifest(tables);
  if (shape.cells !== manifest.cells) throw new Error('the manifest is not what was compiled');
  const renamed = ledgerSql('duckdb', shape).replace(
    /\b(FROM|JOIN) (word|cell|segment|answer)\b/g,
    (_, verb, table) => `${verb} ${table}_read`,
  );
  const answers: { answer: Answer; bits: readonly string[] }[] = [];
  for (const [id, ...codes] of await database.rows(`SELECT * FROM (${renamed})`)) {
    const numbers = codes.map((code) => (code === null ? null : Number(code)));
    const answer = numbers[0] === null ? undefined : inWords(numbers as number[], view.positions.length);
    answers[Number(id)] = { answer, bits: numbers.map(String) };
  }
  if (answers.length !== rows.length) throw new Error('the query dropped or doubled rows');
  return { answers, sql: { clickhouse: ledgerSql('clickhouse', shape) } };
}

const TABLES = ['word', 'cell', 'segment', 'answer'] as const;
const textOf = (text: string): string => (text === '' ? 'NULL::VARCHAR' : quoted(text));
const numberOf = (value: number | undefined): string => (value === undefined ? 'NULL' : String(value));

/** Headline, positions, strictest, mildest; the number of the reason is left out. */
const inWords = (codes: readonly number[], positions: number): readonly string[] => [
  ...codes.slice(0, 1 + positions).map((code) => HEADLINES[code]!),
  ...codes.slice(1 + positions, 3 + positions).map((code) => OUTCOMES[code]!),
];

/** The same files, the same query, another engine. */
function answersOfClickHouse(clickhouse: ClickHouse, sql: string, folder: string): readonly (readonly string[])[] {
  for (const table of TABLES) {
    const file = join(folder, 'tables', `${table}.parquet`);
    if (!existsSync(file)) throw new Error(`no ${file}`);
    clickhouse.run(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM file(${quoted(file)}, 'Parquet')`);
  }
  clickhouse.run(
    `CREATE OR REPLACE VIEW ledger AS SELECT * FROM file(${quoted(join(folder, 'ledger.parquet'))}, 'Parquet')`,
  );
  const answers: (readonly string[])[] = [];
  for (const [id, ...codes] of clickhouse.rows(sql)) answers[Number(id)] = codes.map(String);
  return answers;
}

function differences(who: string, told: unknown, engine: unknown, row: AnyRow): readonly string[] {
  const [left, right] = [JSON.stringify(told), JSON.stringify(engine)];
  return left === right ? [] : [`${who} says ${left}, not ${right}, of ${JSON.stringify(row)}`];
}
