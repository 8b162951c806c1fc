/**
 * One file of the record, from text to plain values. Comes in: YAML text and the name of its file. Goes out: the
 * values, with the place of each in `Places`, and what was wrong. Dates stay text. Only the plain part of YAML is
 * read: no tags, anchors or aliases, no key twice, text keys only.
 */
import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Places, placeIn, type Sheet } from './places.ts';

/** The largest file that is read, in UTF-16 code units; a legal text or a list of names stays far below it. */
export const LARGEST_FILE = 4 * 1024 * 1024;

const DEEPEST = 64;

/** Whoever has made so many mistakes in one file will not read more of them. */
const MOST_FAULTS = 100;

/** A file of the record: its path below the record's folder, with `/`, and its text. */
export type RecordFile = { readonly path: string; readonly text: string };

/** The values of a file; undefined when something in it could not be read. */
export type Parsed = { readonly value: unknown; readonly faults: readonly Diagnostic[] };

export function parse({ path, text }: RecordFile, places: Places): Parsed {
  const sheet: Sheet = { file: path, text };
  if (text.length > LARGEST_FILE) return refused('file-too-large', sheet, { limit: LARGEST_FILE / 1024 / 1024 });
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof YAMLException) return unparsed(error, sheet);
    throw error;
  }
  const { value, faults } = new Reader(sheet, events, places).read();
  if (faults.length > 0) return { value: undefined, faults };
  return value === null || value === undefined ? refused('empty-file', sheet) : { value, faults };
}

const refused = (code: 'file-too-large' | 'empty-file', { file }: Sheet, facts = {}): Parsed => ({
  value: undefined,
  faults: [diagnose(code, { file, line: 1, column: 1 }, facts)],
});

function unparsed({ reason, mark }: YAMLException, sheet: Sheet): Parsed {
  const place = placeIn(sheet, Math.min(mark?.position ?? 0, sheet.text.length));
  const isDeep = reason.includes('maxDepth');
  return {
    value: undefined,
    faults: [isDeep ? diagnose('nested-too-deeply', place) : diagnose('not-yaml', place, { why: reason })],
  };
}

/** A mapping or sequence being filled. */
type Open = {
  readonly value: Record<string, unknown> | unknown[];
  readonly keys: Map<string | number, number>;
  readonly values: Map<string | number, number>;
  key: string | undefined;
};

/** Turns the events of one file into values, noting where each stands. */
class Reader {
  readonly #faults: Diagnostic[] = [];
  readonly #open: Open[] = [];
  readonly #sheet: Sheet;
  readonly #events: readonly Event[];
  readonly #places: Places;
  #root: unknown;
  #documents = 0;

  constructor(sheet: Sheet, events: readonly Event[], places: Places) {
    this.#sheet = sheet;
    this.#events = events;
    this.#places = places;
  }

  read(): Parsed {
    const depths: boolean[] = []; // of everything open, whether it is a holder (a document is not)
    for (const event of this.#events) {
      if (this.#faults.length >= MOST_FAULTS) break;
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          depths.push(false);
          this.#documents += 1;
          break;
        case EVENT_ID.SEQUENCE:
        case EVENT_ID.MAPPING:
          depths.push(true);
          this.#holder(event);
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.#refuse('no-aliases', event.anchorStart - 1);
          this.#put(null, event.anchorStart);
          break;
        case EVENT_ID.POP:
          if (depths.pop()) this.#open.pop();
      }
    }
    if (this.#documents > 1) this.#refuse('two-documents', 0);
    return { value: this.#root, faults: this.#faults };
  }

  #holder(event: Extract<Event, { start: number }>): void {
    this.#refuseMarks(event);
    const value = event.type === EVENT_ID.MAPPING ? {} : [];
    const parent = this.#open.at(-1)?.value;
    const open: Open = { value, keys: new Map(), values: new Map(), key: undefined };
    const { keys, values } = open;
    this.#places.note(value, { sheet: this.#sheet, start: event.start, keys, values, ...(parent && { parent }) });
    if (this.#isKey()) this.#refuse('key-not-text', event.start);
    this.#put(value, event.start);
    this.#open.push(open);
  }

  #scalar(event: ScalarEvent): void {
    this.#refuseMarks(event);
    const text = event.valueStart < 0 ? '' : getScalarValue(this.#sheet.text, event);
    const at = event.valueStart < 0 || event.valueStart === event.valueEnd ? undefined : event.valueStart;
    if (this.#isKey()) this.#put(text, at);
    else this.#put(event.style === SCALAR_STYLE.PLAIN ? resolved(text) : text, at);
  }

  /** Whether the next node is the key of a mapping. */
  #isKey(): boolean {
    const top = this.#open.at(-1);
    return top !== undefined && !Array.isArray(top.value) && top.key === undefined;
  }

  #put(value: unknown, at: number | undefined): void {
    const top = this.#open.at(-1);
    if (top === undefined) this.#root = value;
    else if (Array.isArray(top.value)) {
      top.values.set(top.value.length, at ?? 0);
      top.value.push(value);
    } else if (top.key === undefined) this.#key(top, String(value), at ?? 0);
    else {
      top.values.set(top.key, at ?? top.keys.get(top.key)!);
      assign(top.value, top.key, value);
      top.key = undefined;
    }
  }

  #key(top: Open, key: string, at: number): void {
    if (top.keys.has(key)) this.#refuse('double-key', at);
    top.keys.set(key, at);
    top.key = key;
  }

  #refuseMarks({ anchorStart, tagStart }: { readonly anchorStart: number; readonly tagStart: number }): void {
    if (anchorStart >= 0) this.#refuse('no-aliases', anchorStart - 1);
    if (tagStart >= 0) this.#refuse('no-tags', tagStart);
  }

  #refuse(code: 'no-aliases' | 'no-tags' | 'key-not-text' | 'double-key' | 'two-documents', at: number): void {
    this.#faults.push(diagnose(code, placeIn(this.#sheet, Math.max(at, 0))));
  }
}

/** A plain assignment to `__proto__` would vanish; defined, it is an unknown key like any other. */
function assign(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true });
  else map[key] = value;
}

/** How a scalar begins that may be something else than text; most texts don't, and need no closer look. */
const MAYBE_NO_TEXT = /^(?:$|[~nNtTfF.\d+-])/;

/** What a plain scalar means in YAML 1.2: nothing, a truth value, a number, else text. */
function resolved(text: string): unknown {
  if (!MAYBE_NO_TEXT.test(text)) return text;
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}
