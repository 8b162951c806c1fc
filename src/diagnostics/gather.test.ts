import { expect, it } from 'vitest';
import { diagnose } from './catalogue.ts';
import { gather } from './gather.ts';

it('tells an id that names nothing once, with the other places that use it', () => {
  const at = (line: number, cited: string) => diagnose('unknown-regime', { file: 'a.yaml', line }, { cited });
  const told = gather([at(1, 'un/x'), at(2, 'un/y'), at(3, 'un/x')]);
  expect(told.map(({ place, also }) => [place.line, also.map(({ line }) => line)])).toEqual([
    [1, [3]],
    [2, []],
  ]);
});

it('keeps apart what is the same mistake made twice, in words that name nothing', () => {
  const at = (line: number) => diagnose('missing-evidence', { file: 'a.yaml', line });
  expect(gather([at(1), at(2)])).toHaveLength(2);
});
