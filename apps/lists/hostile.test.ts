import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { decode } from './decode.ts';
import { formats } from './formats.ts';
import { jsonRecords } from './json-records.ts';
import { ListFault } from './list-fault.ts';
import { xmlRecords } from './xml-records.ts';

async function* repeat(start: string, again: string, times: number, end = ''): AsyncGenerator<string> {
  yield start;
  for (let i = 0; i < times; i++) yield again;
  yield end;
}

async function faultOf(items: AsyncIterable<unknown>): Promise<string | undefined> {
  try {
    for await (const _ of items);
    return undefined;
  } catch (error) {
    if (error instanceof ListFault) return error.diagnostic.code;
    throw error;
  }
}

const records = new Set(['entry']);
const megabyte = 'a'.repeat(1 << 20);

describe('hostile and broken XML', () => {
  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><l><entry>&b;</entry></l>',
      'list-declares-entities',
    ],
    ['an entity from outside', '<!DOCTYPE l SYSTEM "http://localhost/x.dtd"><l/>', 'list-declares-entities'],
    ['an entity that nobody declared', '<l><entry>&b;</entry></l>', 'list-unreadable'],
    ['a file that breaks off', '<l><entry><name>Erika</name></entry><entry>', 'list-unreadable'],
    ['tags that cross', '<l><entry><a></entry></a></l>', 'list-unreadable'],
    ['two roots', '<l/><l/>', 'list-unreadable'],
    ['nesting without end', `<l>${'<a>'.repeat(100)}`, 'list-too-long'],
    ['a character that XML forbids', '<l><entry>\u0001</entry></l>', 'list-unreadable'],
  ])('%s is a fault', async (_, text, code) =>
    expect(await faultOf(xmlRecords(repeat(text, '', 0), records))).toBe(code),
  );

  it.each([
    ['text', '<l><entry>', megabyte],
    ['an attribute', '<l><entry a="', megabyte],
    ['a comment', '<l><!--', megabyte],
    ['a CDATA section', '<l><![CDATA[', megabyte],
    ['a tag name', '<', megabyte],
    ['a record', '<l><entry>', `<a>${'x'.repeat(1000)}</a>`.repeat(1000)],
    ['a list of children', '<l><entry>', '<a/>'.repeat(10_000)],
  ])('%s without end is refused early', async (_, start, again) => {
    let read = 0;
    async function* texts() {
      for await (const text of repeat(start, again, 4096)) {
        read += text.length;
        yield text;
      }
    }
    expect(await faultOf(xmlRecords(texts(), records))).toBe('list-too-long');
    expect(read).toBeLessThan(20 * (1 << 20));
  });

  it('reads what is sound whatever chunks it comes in', async () => {
    const text = '<?xml version="1.0"?><l made="2020"><entry id="1"><name>É &amp; Ж</name></entry><entry id="2"/></l>';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), async (sizes) => {
        async function* pieces() {
          let at = 0;
          for (const size of sizes) yield text.slice(at, (at += size));
          yield text.slice(at);
        }
        const found = [];
        for await (const element of xmlRecords(pieces(), records))
          found.push([element.name, element.attributes, element.children[0]?.text]);
        expect(found).toEqual([
          ['l', { made: '2020' }, undefined],
          ['entry', { id: '1' }, 'É & Ж'],
          ['entry', { id: '2' }, undefined],
        ]);
      }),
    );
  });
});

describe('hostile and broken CSV and JSON', () => {
  it.each([
    ['a quoted field without end', 'a,"', megabyte],
    ['a line without end', 'a,b,', megabyte],
    ['a row of endless fields', '', 'a,'.repeat(1 << 19)],
  ])('%s is refused early', async (_, start, again) => {
    let read = 0;
    async function* texts() {
      for await (const text of repeat(start, again, 2048)) {
        read += text.length;
        yield text;
      }
    }
    expect(await faultOf(csvRows(texts()))).toBe('list-too-long');
    expect(read).toBeLessThan(40 * (1 << 20));
  });

  it('a quoted field that a file breaks off in is a fault, the rows before it are not lost', async () => {
    const rows: unknown[] = [];
    await expect(
      (async () => {
        for await (const { cells } of csvRows(repeat('a,b\n1,2\n3,"4', '', 0))) rows.push(cells);
      })(),
    ).rejects.toThrow(ListFault);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['a JSON text without end', '{"results":[{"name":"', megabyte, 'list-too-long'],
    ['a JSON file that breaks off', '{"results":[{"name":"x"}', '', 'list-unreadable'],
    ['a broken object', '[{"name":}]', '', 'list-unreadable'],
  ])('%s is a fault', async (_, start, again, code) =>
    expect(await faultOf(jsonRecords(repeat(start, again, 64)))).toBe(code),
  );

  it.each([
    ['[{"a":1},{"a":[{"b":2}]}]', [{ a: 1 }, { a: [{ b: 2 }] }]],
    ['{"total":2,"meta":{"x":[1]},"results":[{"a":"}"},{"a":"\\"{"}]}', undefined],
    ['{"results":[{"a":"}"},{"a":"\\"{"}]}', [{ a: '}' }, { a: '"{' }]],
    ['{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['{"a":{"b":[1,2]}}', [{ a: { b: [1, 2] } }]],
  ])('the objects of %s are found', async (text, objects) => {
    const found: unknown[] = [];
    for await (const object of jsonRecords(repeat(text, '', 0))) found.push(object);
    if (objects !== undefined) expect(found).toEqual(objects);
    else expect(found.length).toBeGreaterThan(0);
  });
});

describe('bytes as they come', () => {
  async function text(...chunks: readonly (readonly number[])[]): Promise<{ text: string; repaired: number }> {
    const met = { repaired: 0 };
    async function* bytes() {
      for (const chunk of chunks) yield Uint8Array.from(chunk);
    }
    let out = '';
    for await (const part of decode(bytes(), met)) out += part;
    return { text: out, repaired: met.repaired };
  }
  const utf8 = (value: string): number[] => [...new TextEncoder().encode(value)];

  it.each([
    ['UTF-8', [utf8('Ж é')], 'Ж é', 0],
    ['a byte order mark', [[0xef, 0xbb, 0xbf], utf8('x')], 'x', 0],
    ['Latin-1 bytes among UTF-8', [utf8('Ж '), [0xe9], utf8(' Ж')], 'Ж é Ж', 1],
    ['a character cut between two chunks', [utf8('x').concat(0xd0), [0x96]], 'xЖ', 0],
    ['a character cut at the end of the file', [utf8('x').concat(0xd0)], 'xÐ', 1],
    ['a Ctrl-Z at the end', [utf8('a,b\r\n'), [0x1a]], 'a,b\r\n', 0],
    ['UTF-16 with its mark', [[0xff, 0xfe, 0x16, 0x04]], 'Ж', 0],
    [
      'a declared Latin encoding',
      [utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), [0xe9]],
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é',
      0,
    ],
    ['nothing', [], '', 0],
  ])('reads %s', async (_, chunks, expected, repaired) =>
    expect(await text(...chunks)).toEqual({ text: expected, repaired }),
  );

  it('is the same however it is cut', async () => {
    const whole = utf8('Ж é 日本 '.repeat(60));
    whole.splice(100, 0, 0xe9, 0xff);
    const { text: expected } = await text(whole);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 30 }), async (sizes) => {
        const chunks: number[][] = [];
        let at = 0;
        for (const size of sizes) chunks.push(whole.slice(at, (at += size)));
        chunks.push(whole.slice(at));
        expect((await text(...chunks)).text).toBe(expected);
      }),
    );
  });
});

it('no reader throws anything but a fault, whatever it is given', async () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '<',
      '>',
      '</entry>',
      '<INDIVIDUAL>',
      '<sanctionEntity ',
      '<sdnEntry>',
      '<record>',
      '<target ssid="1">',
      '<Designation>',
      '"',
      ',',
      ';',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '{"id":"x","schema":"Person"',
      '-0- ',
      'name,type\n',
      '&amp;',
      '&x;',
      '\u0000',
      '\ud800',
      '١٢',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(formats)),
      fc.array(piece, { maxLength: 40 }),
      async (format, pieces) => {
        await faultOf(formats[format]!.read(repeat('', pieces.join(''), 1)));
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);
