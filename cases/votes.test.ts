import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRecordFolder } from '../apps/files/read-record.ts';
import { loadRecord } from '../src/index.ts';

// The Library's tables are public but not ours to ship: they lie beside the checkout of who develops this.
const tables = fileURLToPath(new URL('../../shared/data/unsc/dhl_action_tables/', import.meta.url));
const page = readFileSync(new URL('../docs/votes.md', import.meta.url), 'utf8');

/** What a yearly table says after each resolution's symbol: its tally as for-against-abstaining, or other words. */
function talliesIn(table: string): ReadonlyMap<string, string> {
  const tallies = new Map<string, string>();
  for (const row of table.split(/<tr/i)) {
    const words = row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const [, number, year, after] of words.matchAll(/S\/RES\/(\d+) ?\((\d{4})\)(.*?)(?=S\/RES\/|Draft|$)/g)) {
      const tally = /(\d{1,2}) ?- ?(\d{1,2}) ?- ?(\d{1,2})/.exec(after!);
      tallies.set(`S/RES/${number} (${year})`, tally === null ? after!.trim() : tally.slice(1, 4).join('-'));
    }
  }
  return tallies;
}

describe.skipIf(!existsSync(tables))('votes (skipped where ../shared/data is absent)', () => {
  it('that the tables of the UN Library tally otherwise, or not at all, are told in docs/votes.md, each', () => {
    const loaded = loadRecord(readRecordFolder(new URL('../record', import.meta.url).pathname).files, 'votes');
    if (!loaded.ok) throw new Error('The record has faults: see `snapback record check record`.');
    const known = new Map(readdirSync(tables).flatMap((name) => [...talliesIn(readFileSync(tables + name, 'utf8'))]));
    const compared = Object.values(loaded.value.record.instruments).filter(
      ({ symbol, vote }) => vote !== undefined && known.has(symbol),
    );
    expect(compared.length).toBeGreaterThan(300);
    const otherwise = compared
      .filter(({ symbol, vote }) => known.get(symbol) !== `${vote!.for}-${vote!.against}-${vote!.abstaining}`)
      .map(({ symbol }) => symbol);
    expect(otherwise.length).toBeGreaterThan(0);
    expect(otherwise.filter((symbol) => !page.includes(symbol))).toEqual([]);
  });
});
