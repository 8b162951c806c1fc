/**
 * The record as the build leaves it: linked, one JSON file per noun, and cut into shards, so that a question parses only
 * what it needs. A linked record holds no open ends (they are left out), so plain JSON keeps all of it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type LegalRecord,
  type Question,
  recordOf,
  type Shard,
  type ShardIndex,
  shardsFor,
  shardsOf,
} from '../../src/index.ts';

/** Writes a record into a folder, whole or not at all. */
export function writePrebuilt(record: LegalRecord, folder: string): void {
  const { hash, horizon, ...nouns } = record;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(fresh, `${name}.json`), JSON.stringify(value));
  for (const [noun, things] of Object.entries(nouns)) write(noun, things);
  const { shards, index } = shardsOf(record);
  shards.forEach((shard, number) => {
    write(`shard-${number}`, shard);
  });
  write('shards', index);
  write('record', { hash, horizon, nouns: Object.keys(nouns) });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** The prebuilt record of a folder; each noun is read when it is first looked at. Throws when the folder holds none. */
export function readPrebuilt(folder: string): LegalRecord {
  const read = readerOf(folder);
  const { hash, horizon, nouns } = read('record') as { hash: string; horizon: number; nouns: readonly string[] };
  const record = { hash, horizon };
  for (const noun of nouns) {
    Object.defineProperty(record, noun, {
      enumerable: true,
      configurable: true,
      get() {
        const value = read(noun);
        Object.defineProperty(record, noun, { value, enumerable: true });
        return value;
      },
    });
  }
  return record as unknown as LegalRecord;
}

/** As much of the record as one question can turn on; it is answered alike from this part and from the whole. */
export function readPart(folder: string, whole: LegalRecord, question: Question): LegalRecord {
  const read = readerOf(folder);
  const numbers = shardsFor(read('shards') as ShardIndex, whole.states, question);
  return recordOf(
    whole,
    numbers.map((number) => read(`shard-${number}`) as Shard),
  );
}

const readerOf =
  (folder: string) =>
  (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
