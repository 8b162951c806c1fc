/** Bytes as text: by the encoding named, by a mark at the start, by what a page declares, else UTF-8 and nothing else. */
import { type Checked, diagnose } from '../../src/documents.ts';

export function textOf(bytes: Uint8Array, named: string | undefined, file: string): Checked<string> {
  const fault = (code: Parameters<typeof diagnose>[0], facts = {}): Checked<string> => ({
    ok: false,
    errors: [diagnose(code, { file }, facts)],
  });
  const encoding = named ?? markOf(bytes) ?? declaredIn(bytes) ?? 'utf-8';
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) return fault('document-binary');
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return fault('document-encoding', { input: encoding });
  }
  if (text.trim() === '') return fault('document-empty');
  return { ok: true, value: text, warnings: [] };
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** The encoding a page declares in its first kilobytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_-]{2,20})/i.exec(head)?.[1];
}

/** Zero bytes and other controls in the beginning: a picture, an archive, a program. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const sample = bytes.subarray(0, 4096);
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return sample.length > 0 && controls / sample.length > 0.02;
}
