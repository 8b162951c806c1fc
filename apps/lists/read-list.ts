import { createReadStream, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic, Entry } from '../../src/lists.ts';
import { diagnose, nearest } from '../../src/lists.ts';
import { type Decoding, decode } from './decode.ts';
import { type OfacFiles, readOfacCsv } from './formats/ofac-csv.ts';
import { formatOf, formats } from './formats.ts';
import { limits } from './limits.ts';
import { ListFault } from './list-fault.ts';
import type { ListItem } from './list-item.ts';

/** A list read whole: what it holds, of which day it says it is, and what was left out or repaired. */
export type ReadList = {
  readonly format: string;
  readonly entries: readonly Entry[];
  /** It says only what changed; `gone` are the ids that it takes away. */
  readonly delta: boolean;
  readonly gone: readonly string[];
  readonly published?: string;
  readonly warnings: readonly Diagnostic[];
};

export type ReadOptions = {
  readonly format?: string;
  readonly progress?: (entries: number) => void /** Keep what was read before a fault. */;
  readonly lenient?: boolean;
};

/** Reads a list file in any known format; throws a ListFault where it breaks off, is hostile, or holds nothing. */
export async function readList(file: string, options: ReadOptions = {}): Promise<ReadList> {
  const met: Decoding = { repaired: 0 };
  const texts = decode(bytesOf(file), met);
  const { head, rest } = await peek(texts);
  const format = options.format ?? formatOf(head);
  if (format === undefined)
    throw new ListFault('list-format-unknown', { formats: Object.keys(formats).join(', ') }, { file });
  if (formats[format] === undefined)
    throw new ListFault('list-format-unnamed', { input: format, nearest: nearest(format, Object.keys(formats)) });
  const items = format === 'ofac-csv' ? readOfacCsv(withSiblings(file, rest, met)) : formats[format].read(rest);
  return { format, ...(await gatherItems(items, file, met, options)) };
}

async function gatherItems(items: AsyncIterable<ListItem>, file: string, met: Decoding, options: ReadOptions) {
  const entries: Entry[] = [];
  const ids = new Map<string, number>();
  const gone: string[] = [];
  const warnings: Diagnostic[] = [];
  let published: string | undefined;
  let count: number | undefined;
  let delta = false;
  try {
    for await (const item of items) {
      if (item.kind === 'entry') {
        const fault = faultOf(item.entry);
        if (fault === undefined) entries.push(underOwnId(item.entry, ids));
        else warnings.push(diagnose('list-row-skipped', { file, within: item.entry.id }, { why: fault }));
        if (entries.length > limits.entries)
          throw new ListFault('list-too-long', { what: 'the list', limit: `${limits.entries} entries` });
        if (entries.length % 1000 === 0) options.progress?.(entries.length);
      } else if (item.kind === 'published') published ??= item.on === '' ? undefined : item.on;
      else if (item.kind === 'count') count = item.count;
      else if (item.kind === 'delta') delta = true;
      else if (item.kind === 'gone') gone.push(item.id);
      else
        warnings.push(
          diagnose(
            'list-row-skipped',
            { file, ...(item.line !== undefined && { line: item.line }) },
            { why: item.why },
          ),
        );
    }
  } catch (error) {
    const fault = placed(error, file);
    if (!options.lenient || !(fault instanceof ListFault) || entries.length === 0) throw fault;
    warnings.push({ ...fault.diagnostic, severity: 'warning' });
  }
  if (met.repaired > 0) warnings.push(diagnose('list-bytes-repaired', { file }, { count: met.repaired }));
  if (entries.length === 0 && gone.length === 0) throw new ListFault('list-empty', {}, { file });
  if (count !== undefined && count !== entries.length && !options.lenient)
    throw new ListFault('list-count-differs', { counted: entries.length, printed: count }, { file });
  return { entries, delta, gone, warnings, ...(published !== undefined && { published }) };
}

/** Lists slip: a number printed twice gets a counter, so that neither entry is lost. */
function underOwnId(entry: Entry, ids: Map<string, number>): Entry {
  const times = (ids.get(entry.id) ?? 0) + 1;
  ids.set(entry.id, times);
  return times === 1 ? entry : { ...entry, id: `${entry.id} (${times})` };
}

function faultOf({ id, names }: Entry): string | undefined {
  if (id === '') return 'it has no id';
  return names.some(({ text }) => text !== '') ? undefined : 'it has no name';
}

const placed = (error: unknown, file: string): unknown => {
  if (!(error instanceof ListFault) || error.diagnostic.place.file !== undefined) return error;
  const again = error as ListFault & { diagnostic: Diagnostic };
  return Object.assign(again, { diagnostic: { ...again.diagnostic, place: { file, ...again.diagnostic.place } } });
};

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limits.file) throw new ListFault('list-too-long', { what: 'the file', limit: `${limits.file} bytes` });
    yield chunk;
  }
}

/** The first characters of a file, and all of it once more. */
async function peek(texts: AsyncGenerator<string>): Promise<{ head: string; rest: AsyncGenerator<string> }> {
  const first: string[] = [];
  let head = '';
  while (head.length < 4096) {
    const { value, done } = await texts.next();
    if (done) break;
    first.push(value);
    head += value;
  }
  async function* rest(): AsyncGenerator<string> {
    yield* first;
    yield* texts;
  }
  return { head: head.slice(0, 65_536), rest: rest() };
}

/** The files that lie beside OFAC's primary one under the names OFAC gives them. */
function siblingsOf(file: string): Readonly<Partial<Record<'aliases' | 'addresses' | 'comments', string>>> {
  const [folder, name] = [dirname(file), basename(file)];
  const beside = (old: string, sdn: string): string | undefined => {
    const other = /prim/i.test(name) ? name.replace(/prim/i, old) : name.replace(/sdn/i, sdn);
    return other !== name && existsSync(join(folder, other)) ? join(folder, other) : undefined;
  };
  const found = {
    aliases: beside('alt', 'alt'),
    addresses: beside('add', 'add'),
    comments: beside('comments', 'sdn_comments'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path !== undefined));
}

function withSiblings(file: string, primary: AsyncIterable<string>, met: Decoding): OfacFiles {
  const texts = Object.entries(siblingsOf(file)).map(([what, path]) => [what, decode(bytesOf(path), met)]);
  return { primary, ...Object.fromEntries(texts) };
}

/** All files that a list was read from. */
export const filesOf = (file: string, format: string): readonly string[] =>
  format === 'ofac-csv' ? [file, ...Object.values(siblingsOf(file))] : [file];
