import { limits } from './limits.ts';
import { ListFault } from './list-fault.ts';

/** The objects of a JSON file, one at a time: of a top array, of an array in a top object (`results`), or one a line. */
export async function* jsonRecords(texts: AsyncIterable<string>): AsyncGenerator<unknown> {
  let record = '';
  let depth = 0;
  /** At which depth of brackets the records lie: 0 for one a line, 1 in a top array, 2 in an array of a top object. */
  let recordDepth: number | undefined;
  let quoted = false;
  let escaped = false;
  let line = 1;
  let opened = '';
  for await (const text of texts) {
    let from = record === '' ? -1 : 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!;
      if (letter === '\n') line++;
      if (escaped) escaped = false;
      else if (quoted) {
        if (letter === '\\') escaped = true;
        else if (letter === '"') quoted = false;
      } else if (letter === '"') quoted = true;
      else if (letter === '{' || letter === '[') {
        if (recordDepth === undefined) {
          opened += letter;
          recordDepth = opened === '[' ? 1 : opened === '{[' ? 2 : opened.length > 1 || letter === '[' ? 0 : undefined;
        }
        if (recordDepth === undefined && depth === 0 && letter === '{') from = at;
        if (depth === recordDepth && letter === '{') from = at;
        depth++;
        if (recordDepth === 2 && depth === 2 && letter === '[') {
          from = -1;
          record = '';
        }
      } else if (letter === '}' || letter === ']') {
        depth--;
        if (depth === 0 && recordDepth === undefined) recordDepth = 0;
        if (letter === '}' && depth === recordDepth && from >= 0) {
          yield parse(record + text.slice(from, at + 1), line);
          record = '';
          from = -1;
        }
      }
    }
    if (from >= 0) record += text.slice(from);
    if (record.length > limits.record)
      throw new ListFault('list-too-long', { what: 'an object', limit: `${limits.record} characters` }, { line });
  }
  if (depth !== 0 || quoted) throw new ListFault('list-unreadable', { why: 'the JSON has no end' }, { line });
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ListFault('list-unreadable', { why: (error as Error).message }, { line });
  }
}
