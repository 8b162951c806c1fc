import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

async function* chunks(...parts: string[]) {
  yield* parts;
}

const linesIn = async (longest: number, ...parts: string[]): Promise<string[]> => {
  const found: string[] = [];
  for await (const line of linesOf(chunks(...parts), longest)) found.push(line);
  return found;
};

describe('lines of a stream', () => {
  it('are joined across chunks, and lose their line break', async () => {
    expect(await linesIn(10, 'a\nb', 'c\r\n', 'd')).toEqual(['a', 'bc', 'd']);
  });

  it('keep only the beginning of one that is too long, and find the next one', async () => {
    const found = await linesIn(4, 'x'.repeat(1000), 'x'.repeat(1000), 'y\nok\n');
    expect(found).toHaveLength(2);
    expect(found[0]!.length).toBeGreaterThan(4);
    expect(found[0]!.length).toBeLessThan(20);
    expect(found[1]).toBe('ok');
  });
});
