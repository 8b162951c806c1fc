import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assessmentJson, memoOf } from '../../src/index.ts';
import { questionsAbout } from '../../src/proof/real-questions.ts';
import { instant } from '../../src/time/instant.ts';
import { Session } from '../session.ts';
import { readPart, readPrebuilt, writePrebuilt } from './prebuilt.ts';
import { readAndLink } from './read-and-link.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapback-prebuilt-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A small repeatable generator of numbers from 0 up to 1. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the part of the prebuilt record that a question needs', () => {
  const read = readAndLink(undefined);
  if (!read.ok) throw new Error('the record has faults');
  writePrebuilt(read.value, folder);
  const record = readPrebuilt(folder);
  const session = new Session(
    record,
    () => instant(0),
    (question) => readPart(folder, record, question),
  );
  const { times, question, pick } = questionsAbout(read.value, drawing(20260928));

  it('gives the answer of the whole, in JSON and in words', () => {
    for (let asked = 0; asked < 150; asked++) {
      const drawn = question(pick(times));
      const alone = session.answerAlone(drawn);
      const whole = session.answer(drawn);
      const json = ({ assessment, program }: typeof alone) => assessmentJson(assessment, program, session.version);
      const words = ({ assessment, program }: typeof alone) => memoOf(assessment, program, session.version);
      expect(json(alone), JSON.stringify(drawn)).toEqual(json(whole));
      expect(words(alone)).toEqual(words(whole));
    }
  });
});
