import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnostics/catalogue.ts';
import { readQuestionRow, readQuestionRows, rejected } from './question-row.ts';

describe('a line of questions', () => {
  it('is words with an id', () =>
    expect(readQuestionRow('{"id":"q1","to":"IR"}\r\n')).toEqual({
      ok: true,
      id: 'q1',
      words: { id: 'q1', to: 'IR' },
    }));

  it.each([
    ['{"id":7}', 7],
    ['{"id":null}', null],
    ['{"id":{"a":1}}', null],
    ['{"to":"IR"}', null],
    ['\ufeff{"id":"first"}', 'first'],
  ])('%s has the id %s', (line, id) => expect(readQuestionRow(line)).toMatchObject({ ok: true, id }));

  it.each(['', '  ', '\r', '\ufeff'])('may be blank', (line) => expect(readQuestionRow(line)).toBeUndefined());

  it.each([
    ['{"id":"q1",', 'unreadable-row'],
    ['hello', 'unreadable-row'],
    ['[1,2]', 'unreadable-row'],
    ['7', 'unreadable-row'],
    ['null', 'unreadable-row'],
    ["{'id':'q1'}", 'unreadable-row'],
    [`{"id":"${'x'.repeat(70_000)}"}`, 'row-too-long'],
    ['['.repeat(60_000), 'unreadable-row'],
  ])('that is no question is rejected', (line, code) =>
    expect(readQuestionRow(line)).toMatchObject({ ok: false, rejected: { id: null, error: { code } } }),
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void readQuestionRow(line)));
    fc.assert(fc.property(fc.json(), (line) => void readQuestionRow(line)));
  });
});

it('reads a file line by line, blank lines left out', () =>
  expect([...readQuestionRows(['{"id":1}', '', 'x', '{"id":2}'])].map((row) => row.ok)).toEqual([true, false, true]));

it('prints the first code and all the words of what is wrong with a row', () => {
  const errors = [diagnose('date-missing', { within: 'on' }), diagnose('places-missing', { within: 'from' })];
  const { id, error } = rejected('q1', errors);
  expect([id, error.code]).toEqual(['q1', 'date-missing']);
  expect(error.message).toMatch(/^on: .* from: /);
});
