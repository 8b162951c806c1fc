import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, type Row } from './csv-rows.ts';

async function* piecesOf(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield text.slice(at, at + size);
    at += size;
  }
}

async function rowsOf(text: string, sizes: readonly number[] = [1 << 18], delimiter?: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of csvRows(piecesOf(text, sizes), delimiter === undefined ? {} : { delimiter })) rows.push(row);
  return rows;
}
const cellsOf = async (text: string, delimiter?: string) =>
  (await rowsOf(text, [1 << 18], delimiter)).map(({ cells }) => cells);

describe('rows of a CSV file', () => {
  it.each([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'ends of Windows',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'ends of old Macintoshes',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['empty lines', 'a\n\n\nb\n', [['a'], ['b']]],
    ['empty cells', ',a,\n""\n', [['', 'a', '']]],
    ['quotes around a delimiter and a line end', '"a,b","c\nd"\n', [['a,b', 'c\nd']]],
    ['quotes in quotes', '"say ""yes""",b\n', [['say "yes"', 'b']]],
    [
      'quotes that are meant as such',
      'the "Star",b\n"Star" of the sea,c\n',
      [
        ['the "Star"', 'b'],
        ['"Star" of the sea', 'c'],
      ],
    ],
    ['blanks behind a quote', '"a" ,"b"  \n', [['a', 'b']]],
    ['rows of different lengths', 'a\nb,c\nd,e,f\n', [['a'], ['b', 'c'], ['d', 'e', 'f']]],
  ])('are read with %s', async (_, text, expected) => expect(await cellsOf(text)).toEqual(expected));

  it('are parted where the delimiter says', async () =>
    expect(await cellsOf('a;"b;c";d,e\n', ';')).toEqual([['a', 'b;c', 'd,e']]));

  it('know the line they start on', async () =>
    expect((await rowsOf('a\n"b\nc"\n\nd\n')).map(({ line }) => line)).toEqual([1, 2, 5]));

  it('are the same however the file comes in pieces', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é', '"', '""', ',', ' ', '\n', '\r\n', '-0-'), { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
        async (parts, sizes) => {
          const read = (by: readonly number[]) =>
            rowsOf(parts.join(''), by).then(
              (rows) => ({ rows }),
              (fault: Error) => ({ fault: fault.message }),
            );
          expect(await read(sizes)).toEqual(await read([1 << 18]));
        },
      ),
      { seed: 6, numRuns: 500 },
    ));

  it('are what was written, quoted', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        async (table) => {
          const text = table
            .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
            .join('');
          expect(await cellsOf(text)).toEqual(table);
        },
      ),
      { seed: 6, numRuns: 300 },
    ));
});
