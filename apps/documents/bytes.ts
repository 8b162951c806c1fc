/** A document's bytes, from a file or from standard input, never more than is read. */
import { createReadStream, statSync } from 'node:fs';
import { type Checked, diagnose } from '../../src/documents.ts';

/** A report is a few kilobytes; a book a few megabytes. */
export const LARGEST_DOCUMENT = 32 * 1024 * 1024;

/** Reads a file, or standard input for `-`; one that is too large is refused before it is read. */
export async function readBytes(path: string): Promise<Checked<Buffer>> {
  const fault = (code: Parameters<typeof diagnose>[0], facts = {}): Checked<Buffer> => ({
    ok: false,
    errors: [diagnose(code, { file: path === '-' ? 'standard input' : path }, facts)],
  });
  try {
    if (path !== '-') {
      const { size } = statSync(path);
      if (size > LARGEST_DOCUMENT) return fault('document-too-large', { limit: LARGEST_DOCUMENT / 1024 / 1024 });
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      length += (chunk as Buffer).length;
      if (length > LARGEST_DOCUMENT) return fault('document-too-large', { limit: LARGEST_DOCUMENT / 1024 / 1024 });
      chunks.push(chunk as Buffer);
    }
    return { ok: true, value: Buffer.concat(chunks), warnings: [] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'permission is refused'
            : message;
    return fault('document-unreadable', { why });
  }
}
