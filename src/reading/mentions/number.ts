import type { Line } from '../line.ts';

/** A number in figures or words: its value, and the token after it. */
export type NumberMark = { readonly value: number; readonly from: number; readonly to: number };

/** Reads the number that starts at a token: `11`, `1,200`, `twenty-six`, `بیست و هفتم`. */
export function numberAt(line: Line, index: number): NumberMark | undefined {
  const token = line.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return figures(line, index);
  const word = line.at('number', index);
  if (word === undefined) return undefined;
  const value = Number(word.name);
  const next = line.norm(word.to) === '-' ? word.to + 1 : word.to;
  const unit = line.at('number', next);
  if (value >= 20 && value % 10 === 0 && unit && Number(unit.name) < 10 && Number(unit.name) > 0)
    return { value: value + Number(unit.name), from: index, to: unit.to };
  return { value, from: index, to: word.to };
}

/** Figures, with thousands grouped by a comma, a point or a thin mark when three digits follow. */
function figures(line: Line, index: number): NumberMark | undefined {
  let digits = line.norm(index);
  let to = index + 1;
  while (to - index < 12) {
    const mark = line.tokens[to];
    const group = line.tokens[to + 1];
    if (!mark || !group || mark.spaced || group.spaced || group.kind !== 'number' || group.norm.length !== 3) break;
    if (mark.norm !== ',' && mark.norm !== '.') break;
    if (digits.length > 3 && to === index + 1) break;
    digits += group.norm;
    to += 2;
  }
  return digits.length > 15 ? undefined : { value: Number(digits), from: index, to };
}
