import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, parse } from './parse.ts';
import { Places } from './places.ts';

const read = (text: string, places = new Places()) => parse({ path: 'events/x.yaml', text }, places);
const told = (text: string) => read(text).faults.map(({ code, place }) => [code, place.line, place.column]);

describe('a file of the record, read', () => {
  it('keeps dates, and the country code of Norway, as text', () => {
    expect(read('on: 2006-12-23\nat: 2006-12-23T10:00:00Z\nstate: NO\nother: [yes, off]').value).toEqual({
      on: '2006-12-23',
      at: '2006-12-23T10:00:00Z',
      state: 'NO',
      other: ['yes', 'off'],
    });
  });

  it('knows nothing, truth values and numbers from text, and quoted numbers are text', () => {
    expect(read('a: 8\nb: "8"\nc: true\nd:\ne: ~\nf: -1.5\ng: 1e3\nh: >-\n  two\n  lines\n').value).toEqual({
      a: 8,
      b: '8',
      c: true,
      d: null,
      e: null,
      f: -1.5,
      g: 1000,
      h: 'two lines',
    });
  });

  it('remembers where each value and key stands', () => {
    const places = new Places();
    const value = read('events:\n  - id: a\n    to: [IR,\n      KP]\n', places).value as {
      events: { id: string; to: string[] }[];
    };
    const [event] = value.events;
    expect(places.of(event!, 'id')).toMatchObject({ file: 'events/x.yaml', line: 2, column: 9 });
    expect(places.ofKey(event!, 'to')).toMatchObject({ line: 3, column: 5 });
    expect(places.of(event!.to, 1)).toMatchObject({ line: 4, column: 7, within: 'a' });
  });

  it.each([
    ['a key given twice', 'a: 1\nb: 2\na: 3\n', 'double-key', 3],
    ['an anchor', 'a: &x 1\n', 'no-aliases', 1],
    ['an alias', 'a: 1\nb: *x\n', 'no-aliases', 2],
    ['a tag', 'a: !!str 1\n', 'no-tags', 1],
    ['a tag of its own', 'a: 1\nb: !secret {}\n', 'no-tags', 2],
    ['a key that is a list', '[a, b]: 1\n', 'key-not-text', 1],
    ['two documents', 'a: 1\n---\nb: 2\n', 'two-documents', 1],
    ['nothing', '\n# only a remark\n', 'empty-file', 1],
    ['a bracket that is never closed', 'a: 1\nb: [1, 2\n', 'not-yaml', undefined],
    ['wrong indentation', 'a:\n  b: 1\n c: 2\n', 'not-yaml', 3],
  ])('refuses %s, once, and says where', (_, text, code, line) => {
    const faults = told(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]![0]).toBe(code);
    if (line !== undefined) expect(faults[0]![1]).toBe(line);
    expect(read(text).value).toBeUndefined();
  });

  it('refuses a bomb of aliases without unfolding it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `l${i}: &l${i} [${Array(9)
          .fill(`*l${i - 1}`)
          .join(', ')}]`,
    );
    const faults = told(`base: &base x\n${levels.join('\n')}`);
    expect(new Set(faults.map(([code]) => code))).toEqual(new Set(['no-aliases']));
  });

  it.each([
    ['[', 100_000],
    ['{a: ', 50_000],
    ['- ', 50_000],
  ])('refuses %s nested thousands deep', (opening, times) => {
    expect(told(opening.repeat(times)).map(([code]) => code)).toEqual(['nested-too-deeply']);
  });

  it('stops counting mistakes after a hundred', () => {
    expect(told('a: 1\n'.repeat(300_000))).toHaveLength(100);
  });

  it('refuses a file above the limit without reading it', () => {
    expect(told(`a: ${'x'.repeat(LARGEST_FILE)}`).map(([code]) => code)).toEqual(['file-too-large']);
  });

  it('keeps a hostile key as an own key, where the shape then refuses it', () => {
    const { value } = read('__proto__: {polluted: true}\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
