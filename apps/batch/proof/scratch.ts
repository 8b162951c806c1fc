import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { Database } from '../duckdb.ts';

/** A fresh folder and a database for each test of a file, handed over before it and gone after it. */
export function eachInScratch(name: string, take: (folder: string, database: Database) => void): void {
  const scratch = mkdtempSync(join(tmpdir(), `snapback-${name}-`));
  let count = 0;
  let database: Database;
  beforeEach(async () => {
    const folder = join(scratch, String(count++));
    mkdirSync(folder);
    database = await Database.open({ spill: join(folder, 'spill') });
    take(folder, database);
  });
  afterEach(() => database.close());
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
}
