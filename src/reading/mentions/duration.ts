import type { Line } from '../line.ts';
import { numberAt } from './number.ts';

/** A length of time, as ISO 8601 text. */
export type DurationMark = {
  readonly kind: 'duration';
  readonly fromToken: number;
  readonly toToken: number;
  readonly period: string;
};

const LETTERS: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y', decade: 'Y' };

/** Durations: `30-day`, `six months`, `another year`, `for a decade`, `۶ ماه`, `13 mois`. Not those that count from a day ("six days later"). */
export function durationsIn(line: Line): DurationMark[] {
  const marks: DurationMark[] = [];
  for (let index = 0; index < line.tokens.length; index++) {
    const count = countAt(line, index);
    if (count === undefined) continue;
    const at = line.norm(count.to) === '-' ? count.to + 1 : count.to;
    const unit = line.allAt(at).find((hit) => hit.group === 'time' && LETTERS[hit.name] !== undefined);
    if (unit === undefined) continue;
    if (
      line
        .allAt(unit.to)
        .some(
          (hit) =>
            hit.group === 'time' && (hit.name === 'ago' || (hit.name === 'later' && count.value < 90 && !count.word)),
        )
    )
      continue;
    const value = unit.name === 'decade' ? count.value * 10 : count.value;
    marks.push({ kind: 'duration', fromToken: index, toToken: unit.to, period: `P${value}${LETTERS[unit.name]}` });
    index = unit.to - 1;
  }
  return marks;
}

function countAt(
  line: Line,
  index: number,
): { readonly value: number; readonly to: number; readonly word: boolean } | undefined {
  const number = numberAt(line, index);
  if (number)
    return number.value >= 1 && number.value < 2000 ? { value: number.value, to: number.to, word: false } : undefined;
  const word = line.allAt(index).find((hit) => hit.group === 'time' && hit.name === 'another');
  return word && { value: 1, to: word.to, word: true };
}
