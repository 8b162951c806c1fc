import { describe, expect, it } from 'vitest';
import { smallRecord } from '../record/small-record.ts';
import { formatInstant, instant } from '../time/instant.ts';
import { type SurveyNeed, understandSurvey } from './survey.ts';
import { vocabularyOf } from './vocabulary.ts';

const vocabulary = vocabularyOf(smallRecord().record);
const ask = (words: unknown, needs: readonly SurveyNeed[] = []) =>
  understandSurvey(words, needs, vocabulary, { now: instant(0) });
const codes = (words: unknown, needs?: readonly SurveyNeed[]): readonly string[] => {
  const asked = ask(words, needs);
  return asked.ok ? [] : asked.errors.map(({ code }) => code);
};

describe('a question about a State', () => {
  it('names it by code or name, and a time', () => {
    const asked = ask({ target: 'Somalia', on: '2023-11-30' }, ['target', 'on']);
    expect(asked).toMatchObject({ ok: true, value: { target: 'SO', suppose: [], notes: [] } });
    expect(asked.ok && formatInstant(asked.value.at!.until)).toBe('2023-12-01T00:00:00Z');
    expect(asked.ok && formatInstant(asked.value.asKnown)).toBe('2024-12-31T23:59:59Z');
  });

  it('takes a plain day to compare as its end, and an instant as it is', () => {
    const asked = ask({ target: 'SO', from: '2023-11-30', to: '2023-12-01T12:00:00Z' });
    const { from, to } = (asked.ok && asked.value.between) || {};
    expect([from!, to!].map(formatInstant)).toEqual(['2023-11-30T23:59:59Z', '2023-12-01T12:00:00Z']);
  });

  it.each([
    [{ on: '2023-01-01' }, ['target', 'on'], 'target-missing'],
    [{ target: 'SO' }, ['target', 'on'], 'day-missing'],
    [{ target: 'SO', from: '2023-01-02', to: '2023-01-01' }, ['from', 'to'], 'days-backwards'],
    [{ target: 'SO', from: '2023-01-02', to: '2023-01-02' }, ['from', 'to'], 'days-backwards'],
    [{ target: 'Somaliia' }, [], 'unknown-state'],
    [{ target: 'SO', goods: 'arms' }, [], 'unknown-field'],
    [{ target: 'SO', on: '2023-02-29' }, [], 'impossible-date'],
    [{ target: 'SO', on: '2023-02-01T10:00' }, [], 'local-time-without-zone'],
    [{ target: 'SO', law: 'XX' }, [], 'unknown-law'],
    ['SO', [], 'not-a-question'],
  ] as const)('%j lacks or spoils something: %j gives `%s`', (words, needs, code) =>
    expect(codes(words, needs)).toContain(code),
  );
});
