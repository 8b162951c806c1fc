import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';
import { ListFault } from './list-fault.ts';

/** One element of a record: its local name, attributes without prefixes, children, and all its own text. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };

/**
 * The records of an XML file, each as a small tree, one at a time: the outermost elements of the names given. The attributes of
 * the root come first, as an element without children. Memory is bounded by `limits`; entity declarations are refused.
 */
export async function* xmlRecords(texts: AsyncIterable<string>, records: ReadonlySet<string>): AsyncGenerator<Element> {
  const ready: Element[] = [];
  const stack: Open[] = [];
  let depth = 0;
  let inside = 0;
  let size = 0;
  let lastEvent = 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  const met = (): void => {
    lastEvent = parser.position;
  };
  parser.on('error', (error) => {
    throw new ListFault(
      'list-unreadable',
      { why: error.message.replace(/\.$/, '') },
      { line: parser.line, column: parser.column },
    );
  });
  parser.on('doctype', (text) => {
    if (/ENTITY|\[|SYSTEM|PUBLIC/.test(text)) throw new ListFault('list-declares-entities', {}, { line: parser.line });
  });
  parser.on('opentag', ({ name, attributes }) => {
    met();
    depth++;
    if (depth > limits.depth)
      throw new ListFault(
        'list-too-long',
        { what: 'the nesting of elements', limit: `${limits.depth} levels` },
        { line: parser.line },
      );
    const element: Open = {
      name: local(name),
      attributes: plain(attributes as Record<string, string>),
      children: [],
      text: '',
    };
    if (depth === 1) ready.push(element);
    if (inside > 0 || (depth > 1 && records.has(element.name))) {
      inside++;
      size += 64;
      const parent = stack.at(-1);
      parent?.children.push(element);
      if (parent !== undefined && parent.children.length > limits.children)
        tooLong('an element', `${limits.children} children`, parser.line);
      stack.push(element);
    }
  });
  const text = (more: string): void => {
    met();
    const element = stack.at(-1);
    if (element === undefined) return;
    element.text += more;
    size += more.length;
    if (size > limits.record) tooLong('a record', `${limits.record} characters`, parser.line);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', met);
  parser.on('processinginstruction', met);
  parser.on('closetag', () => {
    met();
    depth--;
    if (inside === 0) return;
    inside--;
    const element = stack.pop()!;
    element.text = element.text.trim();
    if (inside === 0) {
      size = 0;
      ready.push(element);
    }
  });
  for await (const chunk of texts) {
    for (let at = 0; at < chunk.length; at += step) {
      parser.write(chunk.slice(at, at + step));
      if (parser.position - lastEvent > limits.text)
        tooLong('what stands between two tags', `${limits.text} characters`, parser.line);
      yield* ready.splice(0);
    }
  }
  parser.close();
  yield* ready;
}

const step = 65_536;

function tooLong(what: string, limit: string, line: number): never {
  throw new ListFault('list-too-long', { what, limit }, { line });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) out[local(name)] = value;
  return out;
}

/** The text of the first element down a path of names (`Names/Name/Name6`), or nothing where it is missing or empty. */
export function textAt(element: Element, path: string): string | undefined {
  return elementsAt(element, path)
    .map(({ text }) => text)
    .find((text) => text !== '');
}

/** The texts of all elements down a path, those with any. */
export const textsAt = (element: Element, path: string): readonly string[] =>
  elementsAt(element, path)
    .map(({ text }) => text)
    .filter((text) => text !== '');

/** All elements down a path of names. */
export function elementsAt(element: Element, path: string): readonly Element[] {
  let found: readonly Element[] = [element];
  for (const name of path.split('/'))
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** All elements of a name anywhere below. */
export function elementsNamed(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}
