import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { writeWhole } from './durable.ts';

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;
const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array } as const;
type Kind = keyof typeof kinds;

/** Named columns in one file: a line of JSON that says what lies where, then the columns as they lie in memory, 8 bytes aligned. */
export function writeColumns(path: string, columns: Readonly<Record<string, Column>>): void {
  let at = 0;
  const table = Object.entries(columns).map(([name, column]) => {
    const entry = { name, kind: column.constructor.name, at, length: column.length };
    at += aligned(column.byteLength);
    return entry;
  });
  const head = JSON.stringify(table);
  const start = aligned(8 + Buffer.byteLength(head));
  const first = Buffer.alloc(start);
  first.writeUInt32LE(Buffer.byteLength(head), 0);
  first.write(head, 8);
  writeWhole(path, [first, ...Object.values(columns).map(padded)]);
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

function padded(column: Column): Uint8Array {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  if (bytes.length % 8 === 0) return bytes;
  const out = new Uint8Array(aligned(bytes.length));
  out.set(bytes);
  return out;
}

/** The columns of a file, without copying: all are views of one buffer. Throws where the file is not what it says. */
export function readColumns(path: string): Record<string, Column> {
  const size = statSync(path).size;
  const buffer = new ArrayBuffer(aligned(size));
  const file = openSync(path, 'r');
  try {
    for (let at = 0; at < size; ) {
      const read = readSync(file, new Uint8Array(buffer, at, size - at));
      if (read === 0) break;
      at += read;
    }
  } finally {
    closeSync(file);
  }
  const length = new DataView(buffer).getUint32(0, true);
  const table = JSON.parse(Buffer.from(buffer, 8, length).toString('utf8')) as {
    name: string;
    kind: Kind;
    at: number;
    length: number;
  }[];
  const start = aligned(8 + length);
  return Object.fromEntries(
    table.map(({ name, kind, at, length }) => [name, new kinds[kind](buffer, start + at, length)]),
  );
}
