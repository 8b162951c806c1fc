/** What was met on the way: how many bytes were not in the encoding that the file claims. */
export type Decoding = { repaired: number };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Bytes as text, chunk by chunk. The byte order mark decides, else the XML declaration where it names a Latin encoding, else it is
 * UTF-8; single bytes that are no UTF-8 are read as Windows-1252, as some official files have them in between. A Ctrl-Z at the
 * end, left by DOS, is dropped.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>, met: Decoding): AsyncGenerator<string> {
  let held: Uint8Array = new Uint8Array(0);
  let encoding: Encoding | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    if (encoding === undefined) {
      held = held.length === 0 ? chunk : concat(held, chunk);
      if (held.length < 256) continue;
      encoding = encodingOf(held);
      decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
      const start = held;
      held = new Uint8Array(0);
      if (decoder !== undefined) yield withoutEnd(decoder.decode(start, { stream: true }));
      else {
        const { text, rest } = repairUtf8(start, met, false);
        held = rest;
        yield withoutMark(text);
      }
      continue;
    }
    if (decoder !== undefined) {
      yield withoutEnd(decoder.decode(chunk, { stream: true }));
      continue;
    }
    const { text, rest } = repairUtf8(held.length === 0 ? chunk : concat(held, chunk), met, false);
    held = rest;
    if (text !== '') yield text;
  }
  if (encoding === undefined) {
    encoding = encodingOf(held);
    const text = encoding === 'utf-8' ? repairUtf8(held, met, true).text : new TextDecoder(encoding).decode(held);
    yield withoutMark(withoutEnd(text));
  } else yield withoutEnd(decoder === undefined ? repairUtf8(held, met, true).text : decoder.decode());
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
// Only ever at the end of a file: no text of a list contains it.
const withoutEnd = (text: string): string => (text.includes('\u001a') ? text.replaceAll('\u001a', '') : text);

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return declared !== undefined && /^(iso-8859-1|latin1|windows-1252|cp1252)$/.test(declared)
    ? 'windows-1252'
    : 'utf-8';
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin = new TextDecoder('windows-1252');

function repairUtf8(bytes: Uint8Array, met: Decoding, last: boolean): { text: string; rest: Uint8Array } {
  const end = last ? bytes.length : bytes.length - unfinished(bytes);
  const whole = bytes.subarray(0, end);
  const rest = bytes.slice(end);
  try {
    return { text: withoutEnd(strict.decode(whole)), rest };
  } catch {
    return { text: withoutEnd(byteByByte(whole, met)), rest };
  }
}

/** How many bytes at the end begin a character whose other bytes are still to come. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const length = sequenceLength(bytes[bytes.length - back]!);
    if (length > back) return back;
    if (length > 0) return 0;
  }
  return 0;
}

/** How long the sequence is that this byte starts; 0 for one that starts none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

function byteByByte(bytes: Uint8Array, met: Decoding): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at]!);
    if (length === 1 || (length > 0 && isCharacter(bytes.subarray(at, at + length), length))) {
      at += length;
      continue;
    }
    parts.push(strict.decode(bytes.subarray(from, at)), latin.decode(bytes.subarray(at, at + 1)));
    met.repaired++;
    at++;
    from = at;
  }
  parts.push(strict.decode(bytes.subarray(from)));
  return parts.join('');
}

function isCharacter(bytes: Uint8Array, length: number): boolean {
  if (bytes.length < length) return false;
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
