import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readList } from './read-list.ts';

// Real lists are public but not ours to ship: they lie beside the checkout of who develops this, and the tests skip without them.
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const there = existsSync(`${folder}SOURCES.md`);

describe.skipIf(!there)('real lists (skipped where ../shared/data is absent)', () => {
  it.each([
    ['un/2018-06-07/consolidated.xml', 'un-xml', 1098, '2018-06-07'],
    ['un/2020-12-01/consolidated.xml', 'un-xml', 1006, '2020-12-01'],
    ['un/2025-08-02/consolidated.xml', 'un-xml', 879, '2025-08-02'],
    ['un/2025-11-18/consolidated.xml', 'un-xml', 1000, '2025-11-18'],
    ['ofac/2019-01-04/sdn.csv', 'ofac-csv', 7379, undefined],
    ['ofac/2022-01-31/sdn.csv', 'ofac-csv', 9044, undefined],
    ['ofac/cons-2018-04-06/cons_prim.csv', 'ofac-csv', 639, undefined],
    ['ofac/cons-2018-04-06/consolidated.xml', 'ofac-xml', 639, '2018-04-06'],
    ['ofac/cons-2024-05-06/consolidated.xml', 'ofac-xml', 443, '2024-05-06'],
    ['ofac/enhanced-irgc-2024-08-28/IRGC_sanctions.xml', 'ofac-enhanced-xml', 293, '2024-08-28'],
    ['ofac/sdn-history/base_2021-08-18.csv', 'ofac-csv', 9083, undefined],
    ['ca/2025-05/sema.xml', 'ca-xml', 4759, undefined],
    ['us-csl/2023-11-30/dpl.txt', 'tsv', 665, undefined],
    ['opensanctions/ua_war_sanctions/targets.simple.csv', 'opensanctions-csv', 5600, undefined],
  ])('%s is read whole', async (file, format, count, published) => {
    const read = await readList(folder + file);
    expect({
      format: read.format,
      count: read.entries.length,
      published: read.published,
      warnings: read.warnings,
    }).toEqual({ format, count, published, warnings: [] });
  });

  it('counts Iran on the UN list: 84 until 2023, none before the return, 121 since', async () => {
    const counts = [];
    for (const day of ['2018-06-07', '2020-12-01', '2025-08-02', '2025-11-18']) {
      const { entries } = await readList(`${folder}un/${day}/consolidated.xml`);
      counts.push(entries.filter(({ programmes }) => programmes?.includes('Iran')).length);
    }
    expect(counts).toEqual([84, 84, 0, 121]);
  });

  it('joins the aliases, addresses and overflowing remarks of OFAC’s CSV set', async () => {
    const { entries } = await readList(`${folder}ofac/2019-01-04/sdn.csv`);
    const aliases = readFileSync(`${folder}ofac/2019-01-04/alt.csv`, 'latin1').trim().split('\n').length;
    const listed = entries.reduce(
      (total, { names }) =>
        total + names.filter(({ kind, quality }) => kind !== 'primary' && quality === 'strong').length,
      0,
    );
    expect(Math.abs(listed - aliases)).toBeLessThan(aliases * 0.01);
    expect(entries.find(({ id }) => id === '12300')?.remarks).toContain('LINEA AEREA PUEBLOS AMAZONICOS');
  });

  it('keeps what is whole of a file that breaks off only when told so', async () => {
    const file = `${folder}us-csl/2023-11-30/csl.csv`;
    await expect(readList(file)).rejects.toThrow(/breaks off/);
    expect((await readList(file, { lenient: true })).entries.length).toBe(4226);
  });
});
