/** A document ready to be read: its text, and what its page or its name tell about it. */
import type { Checked } from '../../src/documents.ts';
import { readBytes } from './bytes.ts';
import { isHtml } from './is-html.ts';
import { textOf } from './text.ts';

export type OpenedDocument = {
  readonly text: string;
  readonly language?: string;
  readonly published?: string;
  readonly publisher?: string;
};

/** Opens a text, Markdown or HTML file, or standard input. Of HTML the article is taken. */
export async function openDocument(path: string, encoding: string | undefined): Promise<Checked<OpenedDocument>> {
  const file = path === '-' ? 'standard input' : path;
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = textOf(bytes.value, encoding, file);
  if (!text.ok) return text;
  if (!isHtml(text.value) && !/\.x?html?$/i.test(path)) return { ok: true, value: { text: text.value }, warnings: [] };
  const { articleOf } = await import('./html.ts');
  const { warnings, ...article } = articleOf(text.value, file);
  return { ok: true, value: article, warnings };
}
