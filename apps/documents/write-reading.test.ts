import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/documents.ts';
import { writeReading } from './write-reading.ts';

const statement = { quote: 'text', start: 5, end: 9, verdict: 'supported' } as Part['statements'][number];
const mention = (start: number, value: string) => ({
  quote: 'A text.'.slice(start, 7),
  start,
  end: 7,
  type: 'date',
  value,
});
const document = (text: string) => ({ text, language: 'en', published: null, zone: null, inferred: [] }) as const;

async function written(text: string, parts: readonly Part[]): Promise<unknown> {
  let out = '';
  await writeReading({ document: document(text), parts }, (piece) => void (out += piece));
  return JSON.parse(out);
}

describe('a reading written piece by piece', () => {
  it('is the JSON of the whole', async () => {
    const parts: Part[] = [
      { mentions: [mention(2, '2025'), mention(3, '2025')], statements: [statement, statement], isUnchecked: false },
      { mentions: [mention(6, 'x')], statements: [], isUnchecked: true },
    ];
    expect(await written('A text.', parts)).toEqual({
      document: document('A text.'),
      statements: [statement, statement],
      mentions: parts.flatMap(({ mentions }) => mentions),
      summary: { statements: 2, supported: 2, contradicted: 0, contested: 0, unverifiable: 0, unchecked: 1 },
    });
  });

  it('keeps a text that is longer than a piece, signs of two units and quotes in it', async () => {
    const text = `${'x'.repeat(65_535)}😀"\n${'ی'.repeat(70_000)}`;
    expect(await written(text, [])).toMatchObject({ document: { text }, statements: [], mentions: [] });
  });

  it('waits where it is asked to', async () => {
    let isFree = true;
    const write = async (): Promise<void> => {
      expect(isFree).toBe(true);
      isFree = false;
      await Promise.resolve();
      isFree = true;
    };
    await writeReading(
      { document: document('A'), parts: [{ mentions: [], statements: [statement, statement], isUnchecked: false }] },
      write,
    );
    expect.hasAssertions();
  });
});
