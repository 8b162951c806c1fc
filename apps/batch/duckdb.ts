/** DuckDB in this process: one database in memory that may spill beside the output. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { BatchFault } from './batch-fault.ts';

export type DatabaseOptions = {
  /** Such as `2GB`; DuckDB's own default when left out. */
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
  /** Where it spills to. */
  readonly spill: string;
};

/** A cell of a result, as JavaScript holds it. */
export type Value = string | number | bigint | boolean | null;

export class Database {
  readonly #instance: DuckDBInstance;
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open({ memory, threads, spill }: DatabaseOptions): Promise<Database> {
    // The library is large: it is loaded when a ledger is there to be read.
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', {
      temp_directory: spill,
      // Extensions would be fetched from the network; those that are needed are built in.
      autoinstall_known_extensions: 'false',
      ...(threads !== undefined && { threads: String(threads) }),
    });
    const database = new Database(instance, await instance.connect());
    if (memory !== undefined) await database.run(`SET memory_limit = ${quoted(memory)}`);
    // Rows stream through joins in their order: what is written on the right of a join is what is held in memory.
    await database.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    await database.run("SET TimeZone = 'UTC'");
    await database.run('SET enable_progress_bar = true');
    await database.run('SET enable_progress_bar_print = false');
    await database.run('SET progress_bar_time = 0');
    return database;
  }

  /** Runs a statement; gives back the number of rows it says it changed or wrote. */
  async run(sql: string): Promise<number> {
    return telling(async () => (await this.connection.run(sql)).rowsChanged);
  }

  /** A result column by column. */
  async columns(sql: string): Promise<readonly (readonly Value[])[]> {
    return telling(async () => (await this.connection.runAndReadAll(sql)).getColumns() as Value[][]);
  }

  /** A result row by row. */
  async rows(sql: string): Promise<readonly (readonly Value[])[]> {
    return telling(async () => (await this.connection.runAndReadAll(sql)).getRows() as Value[][]);
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

/** DuckDB's errors that a user can do something about, in plain words; the others are bugs and stay as they are. */
async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    const kind = /^([A-Za-z-]+(?: [A-Za-z-]+)*) Error:\s*/.exec(message);
    const said = message
      .slice(kind?.[0].length ?? 0)
      .split('\n')[0]!
      .trim();
    if (/No space left|max_temp_directory_size|not enough disk/i.test(message))
      throw new BatchFault(`the disk is full: ${said}`);
    switch (kind?.[1]) {
      case 'IO':
      case 'Permission':
        throw new BatchFault(said);
      case 'Invalid Input':
      case 'Conversion':
      case 'Serialization':
        throw new BatchFault(`the file cannot be read: ${said}`);
      case 'Out of Memory':
        throw new BatchFault(`the memory given is not enough: ${said} Give more with \`--memory\`.`);
      default:
        throw error;
    }
  }
}

/** A text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as an SQL identifier. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
