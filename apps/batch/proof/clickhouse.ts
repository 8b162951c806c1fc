/** A real ClickHouse in this process, where the `chdb` package has been installed by hand; it is no dependency. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Rows = readonly (readonly (string | number | null)[])[];

export type ClickHouse = {
  readonly version: string;
  readonly run: (sql: string) => void;
  readonly rows: (sql: string) => Rows;
  readonly close: () => void;
};

type Chdb = {
  readonly Session: new (path: string) => { query(sql: string, format?: string): string; cleanup(): void };
};

/** Undefined where it is not installed: `npm install --no-save chdb` does. */
export async function openClickHouse(): Promise<ClickHouse | undefined> {
  // The compiler must not look for a package that is not there.
  const name: string = 'chdb';
  let chdb: Chdb;
  try {
    chdb = (await import(name)) as Chdb;
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'snapback-clickhouse-'));
  const session = new chdb.Session(folder);
  const rows = (sql: string): Rows =>
    session
      .query(sql.replace(/;\s*$/, ''), 'JSONCompactEachRow')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  return {
    version: String(rows('SELECT version()')[0]![0]),
    run: (sql) => void session.query(sql),
    rows,
    close: () => {
      session.cleanup();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
