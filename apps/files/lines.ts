/**
 * The lines of a stream of text, none longer than `longest` characters and a little: of a longer one the beginning is
 * given, enough to see that it is too long, and the rest passes by without being kept.
 */
export async function* linesOf(stream: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield withoutReturn(held + chunk.slice(start, Math.min(end, start + longest + 1)));
      held = '';
      start = end + 1;
    }
    if (held.length <= longest) held += chunk.slice(start, start + longest + 1);
  }
  if (held !== '') yield withoutReturn(held);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
