/** Ledgers in, answers out: every file's cells are worked out once, its rows joined to them, the parts put together. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { CompiledLedger, columnsByField, type LedgerField, type WordField } from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import {
  answersQuery,
  compileCells,
  findCells,
  findMalformed,
  formatClause,
  hasTimesInWords,
  rejectsQuery,
} from './answer-file.ts';
import { BatchFault, diskFault } from './batch-fault.ts';
import { Cells } from './cells.ts';
import { checkInput } from './check-input.ts';
import { createDictionary, understandTimes } from './dictionaries.ts';
import { type Database, quoted } from './duckdb.ts';
import type { Format, InputFile } from './inputs.ts';
import { joinedQuery } from './joined-parts.ts';
import { checkApart, discard, partialOf, settle } from './output.ts';
import { type PartCount, Parts } from './parts.ts';
import type { Progress } from './progress.ts';
import { columnsOf, type RowsWanted } from './relation.ts';
import { writeLegend } from './tables.ts';
import type { RunView } from './viewpoint.ts';

export type BatchWishes = {
  readonly files: readonly InputFile[];
  readonly out: string;
  readonly format: Format;
  readonly rejects: string;
  readonly legend: string;
  /** Columns mapped by hand. */
  readonly mapped: Readonly<Partial<Record<LedgerField, string>>>;
  /** Lists of values, by field. */
  readonly values: Readonly<Partial<Record<WordField, ReadonlyMap<string, string>>>>;
  /** Words given for all rows. */
  readonly given: Readonly<Partial<Record<WordField, string>>>;
};

export type BatchResult = PartCount & {
  readonly files: number;
  /** Files that an earlier run had answered. */
  readonly resumed: number;
  readonly seconds: number;
  /** Columns that hold no field, of the files that were read. */
  readonly unread: readonly string[];
};

export class Batch {
  readonly #database: Database;
  readonly #session: Session;
  readonly #view: RunView;
  readonly #wishes: BatchWishes;
  readonly #progress: Progress;
  readonly #unread = new Set<string>();

  constructor(database: Database, session: Session, view: RunView, wishes: BatchWishes, progress: Progress) {
    this.#database = database;
    this.#session = session;
    this.#view = view;
    this.#wishes = wishes;
    this.#progress = progress;
  }

  async run(): Promise<BatchResult> {
    const { files, out, legend, rejects, mapped, given, format } = this.#wishes;
    checkApart(
      [out, legend, rejects],
      files.map(({ path }) => path),
    );
    const wishes = [mapped, given, format, this.#view.shared, this.#session.version, this.#valueTexts()];
    const parts = files.length > 1 ? new Parts(out, files, wishes) : undefined;
    const ledger = new CompiledLedger(
      this.#session.program(this.#view),
      this.#view.days,
      this.#view.positions,
      parts?.legend,
    );
    for (const [field, map] of Object.entries(this.#wishes.values)) await createDictionary(this.#database, field, map);
    const counts: PartCount[] = [];
    let resumed = 0;
    try {
      for (const [number, file] of files.entries()) {
        const before = parts?.done(number);
        if (before !== undefined) resumed++;
        counts.push(before ?? (await this.#answerFile(file, number, parts, ledger)));
      }
      if (parts !== undefined) await this.#join(files, parts);
      await writeLegend(this.#database, ledger.legend.entries, partialOf(legend));
      for (const path of [legend, rejects, out]) settle(path);
    } catch (error) {
      discard([out, legend, rejects]);
      throw diskFault(error);
    }
    parts?.remove();
    const sum = (pick: (count: PartCount) => number): number => counts.reduce((all, count) => all + pick(count), 0);
    return {
      files: files.length,
      resumed,
      rows: sum(({ rows }) => rows),
      rejected: sum(({ rejected }) => rejected),
      seconds: this.#progress.seconds,
      unread: [...this.#unread],
    };
  }

  #valueTexts(): unknown {
    return Object.entries(this.#wishes.values).map(([field, map]) => [field, [...map]]);
  }

  /** Answers one file: into its part, or where it is the only one into the output itself. */
  async #answerFile(
    file: InputFile,
    number: number,
    parts: Parts | undefined,
    ledger: CompiledLedger,
  ): Promise<PartCount> {
    const answers = parts?.answers(number) ?? this.#wishes.out;
    const rejects = parts?.rejects(number) ?? this.#wishes.rejects;
    const wanted = await this.#wanted(file);
    const { connection } = this.#database;
    const cells = await this.#progress.during(`reading ${file.path}`, connection, undefined, () =>
      findCells(this.#database, wanted),
    );
    const worker = new Cells(this.#session, this.#view, ledger, this.#wishes.given);
    const changes = await compileCells(this.#database, cells, worker, this.#view.positions);
    const compiled = { inWords: hasTimesInWords(cells), turning: worker.faults.length > 0, changes };
    const [[rows, faulty]] = (await this.#database.rows(
      'SELECT (SELECT coalesce(sum(rows), 0) FROM cell)::BIGINT, (SELECT coalesce(sum(rows), 0) FROM cell JOIN fault USING (cell))::BIGINT',
    )) as [[bigint, bigint]];
    const format = parts === undefined ? formatClause(this.#wishes.format) : 'FORMAT parquet';
    const answered = await this.#progress.during(`answering ${file.path}`, connection, Number(rows), () =>
      this.#database.run(
        `COPY (${answersQuery(wanted, this.#view.positions, compiled)}) TO ${quoted(partialOf(answers))} (${format})`,
      ),
    );
    const malformed = await findMalformed(this.#database, wanted);
    if (malformed > 0 && wanted.byField.id === undefined && file.format !== 'parquet')
      throw await this.#unnumbered(file);
    let rejected = malformed;
    if (malformed > 0 || faulty > 0 || compiled.turning)
      rejected = await this.#database.run(
        `COPY (${rejectsQuery(wanted, compiled)}) TO ${quoted(partialOf(rejects))} (FORMAT json)`,
      );
    else writeFileSync(partialOf(rejects), '');
    // One match a row: what was read is either answered or told among the rejects.
    if (answered + rejected !== Number(rows) + malformed)
      throw new Error(`${file.path}: ${rows} rows read, ${answered} answered, ${rejected - malformed} rejected`);
    const count = { rows: answered, rejected };
    if (parts !== undefined) {
      for (const path of [rejects, answers]) settle(path);
      parts.finish(number, count, ledger.legend.entries);
    }
    return count;
  }

  /** Which columns hold what, and how the file is to be read. */
  async #wanted(file: InputFile): Promise<RowsWanted> {
    await checkInput(file);
    const columns = await columnsOf(this.#database, file);
    const { found, faults } = columnsByField(
      [...columns.keys()],
      this.#wishes.mapped,
      new Set(Object.keys(this.#wishes.given)),
    );
    if (faults.length > 0) throw new BatchFault(`${file.path}: ${faults.join('\n')}`);
    const used = new Set(Object.values(found));
    for (const name of columns.keys()) if (!used.has(name)) this.#unread.add(name);
    const plain: RowsWanted = {
      file,
      columns,
      byField: found,
      offset: this.#view.offset,
      replaced: new Set(Object.keys(this.#wishes.values) as WordField[]),
      times: false,
      numbered: found.id === undefined,
    };
    return { ...plain, times: await understandTimes(this.#database, plain, this.#session, this.#view) };
  }

  /** Rows that are counted by number cannot be told apart any more once a line was left out. */
  async #unnumbered({ path }: InputFile): Promise<BatchFault> {
    const [[line, reason]] = (await this.#database.rows(
      'SELECT line, reason FROM malformed ORDER BY line LIMIT 1',
    )) as [[bigint, string]];
    return new BatchFault(
      `${path}: line ${line} cannot be read (${reason}), and without an \`id\` column its number would shift those of the rows after it. Mend the line, or map an id: \`--map id=COLUMN\`.`,
    );
  }

  async #join(files: readonly InputFile[], parts: Parts): Promise<void> {
    const { out, rejects, format } = this.#wishes;
    const query = await joinedQuery(
      this.#database,
      files.map((_, number) => parts.answers(number)),
      this.#view.positions,
    );
    await this.#progress.during('putting the parts together', this.#database.connection, undefined, () =>
      this.#database.run(`COPY (${query}) TO ${quoted(partialOf(out))} (${formatClause(format)})`),
    );
    writeFileSync(partialOf(rejects), '');
    for (const number of files.keys()) appendFileSync(partialOf(rejects), readFileSync(parts.rejects(number)));
  }
}
