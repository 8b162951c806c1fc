import { isAct } from '../clause.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Line } from '../line.ts';
import type { Modality, Stated } from '../statement.ts';

/** Whether a word of negation stands near an act: just before it, or (Persian and German verbs come last) just after. */
export function isNegated(line: Line, act: Hit, from: number, to: number): boolean {
  const reach = line.tokens[act.from]!.script === 'arabic' ? [4, 4] : [4, 2];
  return line.hits.some(
    (hit) =>
      hit.group === 'word' &&
      hit.name === 'negation' &&
      hit.from >= Math.max(from, act.from - reach[0]!) &&
      hit.from < Math.min(to, act.to + reach[1]!) &&
      (hit.from < act.from || reach[1] === 4 || isFinal(line, hit)),
  );
}

/** Denied when what is done in a stretch is negated. */
export const polarityOf = (line: Line, from: number, to: number): Stated['polarity'] =>
  line.word('negation', Math.max(0, from - 4), to) !== undefined &&
  line.hits.some((hit) => isAct(hit) && hit.from >= from && hit.to <= to && isNegated(line, hit, from, to))
    ? 'denied'
    : 'affirmed';

/** German "nicht" and French "pas" stand behind the verb. */
const isFinal = (line: Line, { from }: Hit): boolean => ['nicht', 'pas', 'не'].includes(line.norm(from));

/** Plans and conditions are not facts. */
export function modalityOf(line: Line, from: number, to: number): Modality {
  if (line.word('hedge', from, to) === undefined) return 'fact';
  const hedges = line.hits
    .filter((hit) => hit.group === 'word' && hit.name === 'hedge' && hit.from >= from && hit.to <= to)
    .map((hit) => line.norm(hit.from));
  if (
    hedges.some((word) => ['if', 'unless', 'wenn', 'falls', 'si', 'если', 'اگر', 'إذا', 'لو', 'whether'].includes(word))
  )
    return 'condition';
  return hedges.length > 0 ? 'plan' : 'fact';
}
