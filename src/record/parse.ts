/**
 * One file of the record, from text to plain values. Comes in: YAML text and the name of its file. Goes out: the
 * values, with the place of each in `Places`, and what was wrong. Dates stay text. Only the plain part of YAML is
 * read: no tags, anchors or aliases, no key twice, text keys only.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Places } from './places.ts';

/** The largest file that is read, in UTF-16 code units; a legal text or a list of names stays far below it. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** A file of the record: its path below the record's folder, with `/`, and its text. */
export type RecordFile = { readonly path: string; readonly text: string };

/** The values of a file; undefined when it could not be read as YAML at all. */
export type Parsed = { readonly value: unknown; readonly faults: readonly Diagnostic[] };

export function parse({ path, text }: RecordFile, places: Places): Parsed {
  if (text.length > LARGEST_FILE) return refused('file-too-large', path, { limit: LARGEST_FILE / 1024 / 1024 });
  const lines = new LineCounter();
  let root: Node | null;
  let errors: readonly YAMLError[];
  try {
    const document = parseDocument(text, { lineCounter: lines, schema: 'core', merge: false, logLevel: 'silent' });
    root = document.contents;
    errors = document.errors;
  } catch (error) {
    // The parser is recursive: a text nested thousands deep exhausts the stack, and nothing worse.
    if (error instanceof RangeError) return refused('nested-too-deeply', path);
    throw error;
  }
  const faults = errors.length > 0 ? errorsOf(errors, path, lines) : [];
  if (faults.length > 0) return { value: undefined, faults };
  if (root === null || (isScalar(root) && root.value === null)) return refused('empty-file', path);
  return new Reader(path, lines, places).read(root);
}

const refused = (code: 'file-too-large' | 'nested-too-deeply' | 'empty-file', file: string, facts = {}): Parsed => ({
  value: undefined,
  faults: [diagnose(code, { file, line: 1, column: 1 }, facts)],
});

/** Keys given twice, each; of other errors only the first, since the rest mostly follow from it. */
function errorsOf(errors: readonly YAMLError[], file: string, lines: LineCounter): readonly Diagnostic[] {
  const twice = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const other = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const place = (error: YAMLError): Place => ({ file, ...positionAt(lines, error.pos[0]) });
  return [
    ...twice.map((error) => diagnose('double-key', place(error))),
    ...(other === undefined ? [] : [diagnose('not-yaml', place(other), { why: firstLine(other.message) })]),
  ];
}

const firstLine = (message: string): string => message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');

function positionAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Turns the nodes of one file into values, noting where each stands. */
class Reader {
  readonly #faults: Diagnostic[] = [];

  constructor(
    readonly file: string,
    readonly lines: LineCounter,
    readonly places: Places,
  ) {}

  read(root: Node): Parsed {
    const value = this.#valueOf(root, undefined);
    return { value: this.#faults.length > 0 ? undefined : value, faults: this.#faults };
  }

  #position(node: unknown): { line: number; column: number } {
    const range = (node as Node | null)?.range;
    return positionAt(this.lines, range?.[0] ?? 0);
  }

  #refuse(code: 'no-aliases' | 'no-tags' | 'key-not-text', node: unknown): void {
    this.#faults.push(diagnose(code, { file: this.file, ...this.#position(node) }));
  }

  #valueOf(node: unknown, parent: object | undefined): unknown {
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return this.#refuse('no-aliases', node);
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (anchor !== undefined) return this.#refuse('no-aliases', node);
    if (tag !== undefined) return this.#refuse('no-tags', node);
    if (isMap(node)) return this.#mapOf(node.items, node, parent);
    if (isSeq(node)) return this.#listOf(node.items, node, parent);
    return isScalar(node) ? node.value : null;
  }

  #mapOf(pairs: readonly { key: unknown; value: unknown }[], node: Node, parent: object | undefined): object {
    const map: Record<string, unknown> = {};
    const keys = new Map<string, { line: number; column: number }>();
    const values = new Map<string, { line: number; column: number }>();
    this.places.note(map, { file: this.file, ...(parent && { parent }), self: this.#position(node), keys, values });
    for (const { key, value } of pairs) {
      if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined || typeof key.value === 'object') {
        this.#refuse('key-not-text', key ?? node);
        continue;
      }
      const name = String(key.source ?? key.value);
      keys.set(name, this.#position(key));
      values.set(name, this.#position((value as Node | null)?.range ? value : key));
      // A plain assignment to `__proto__` would vanish; defined, it is an unknown key like any other.
      Object.defineProperty(map, name, {
        value: this.#valueOf(value, map),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return map;
  }

  #listOf(items: readonly unknown[], node: Node, parent: object | undefined): object {
    const list: unknown[] = [];
    const values = new Map(items.map((item, index) => [index, this.#position(item)]));
    this.places.note(list, {
      file: this.file,
      ...(parent && { parent }),
      self: this.#position(node),
      keys: values,
      values,
    });
    for (const item of items) list.push(this.#valueOf(item, list));
    return list;
  }
}
