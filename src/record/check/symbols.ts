import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';

const RESOLUTION = /^S\/RES\/(\d+) \((\d{4})\)$/;

/** One symbol is one act; a resolution's symbol, id and date of adoption name the same year. */
export function checkSymbols(files: ReadFiles, ids: Ids): void {
  const seen = new Map<string, object>();
  for (const { value } of files.instrument) {
    const other = seen.get(value.symbol);
    if (other === undefined) seen.set(value.symbol, value);
    else {
      const { file, line } = ids.places.of(other);
      ids.report('double-symbol', value, 'symbol', { symbol: value.symbol, other: `${file}:${line}` });
    }
    const [, number, year] = RESOLUTION.exec(value.symbol) ?? [];
    if (number === undefined || year === undefined) continue;
    const expected = `un/s-res-${number}-${year}`;
    if (value.instrument !== expected)
      ids.report('id-and-symbol', value, 'instrument', { id: value.instrument, symbol: value.symbol, expected });
    if (!value.dates.adopted.startsWith(year)) {
      ids.report('year-and-date', value.dates, 'adopted', { symbol: value.symbol, date: value.dates.adopted });
    }
  }
}
