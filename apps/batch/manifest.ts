/** `manifest.json` of a folder of compiled tables: what they hold, and what their numbers mean. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TablesShape } from '../../src/ledger.ts';
import { BatchFault } from './batch-fault.ts';

/** Grows when the tables or the query over them change, so that one is not read by the other's rules. */
export const TABLES_FORMAT = 2;

export type Manifest = TablesShape & {
  readonly format: typeof TABLES_FORMAT;
  readonly version: unknown;
  readonly asKnown: string;
  /** The zone in which the days, months and years of `p` begin. */
  readonly zone: string;
  readonly laws: readonly string[] | null;
  readonly suppose: readonly string[];
  readonly cells: number;
  readonly segments: number;
  /** How many combinations of the declared words are no question, by what is wrong with them; they have no cell. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** The words that codes stand for, by code. */
  readonly codes: Readonly<Record<'outcome' | 'strictest' | 'p', readonly string[]>>;
};

/** The manifest of a folder of compiled tables. */
export function readManifest(folder: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    throw new BatchFault(`\`${folder}\` holds no compiled tables: \`snapback compile --tables ${folder}\` makes them.`);
  }
  if (manifest.format !== TABLES_FORMAT)
    throw new BatchFault(`the tables in \`${folder}\` are of another version of Snapback: compile them again.`);
  return manifest;
}
