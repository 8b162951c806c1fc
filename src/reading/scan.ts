/** A sentence with everything found in it: dates, times, durations, instruments, the figures and the names. */
import type { Language } from '../law/vocabulary.ts';
import type { Hit } from './lexicon/matcher.ts';
import { Line } from './line.ts';
import { type ClockMark, clocksIn } from './mentions/clock.ts';
import { type DateMark, datesIn, type Reference } from './mentions/date.ts';
import { type DurationMark, durationsIn } from './mentions/duration.ts';
import { type InstrumentMark, instrumentsIn } from './mentions/instrument.ts';
import type { Token } from './token.ts';

export type Scan = {
  readonly line: Line;
  readonly language: Language;
  readonly dates: readonly DateMark[];
  readonly clocks: readonly ClockMark[];
  readonly durations: readonly DurationMark[];
  readonly instruments: readonly InstrumentMark[];
  /** States, in order; one hit a place. */
  readonly states: readonly Hit[];
  readonly bodies: readonly Hit[];
  readonly persons: readonly Hit[];
  readonly offices: readonly Hit[];
};

export function scan(found: Line, language: Language, reference: Reference, isDealKnown = false): Scan {
  const line = isDealKnown ? withDeal(found) : found;
  const instruments = instrumentsIn(line);
  const inInstrument = (from: number): boolean =>
    instruments.some((mark) => mark.form !== 'known' && mark.fromToken <= from && from < mark.toToken);
  const dates = datesIn(line, reference).filter((mark) => !inInstrument(mark.fromToken));
  const bodies = line.within('body');
  const persons = namedPersons(line);
  return {
    line,
    language,
    dates,
    clocks: clocksIn(line).filter(
      (clock) =>
        !dates.some(
          (date) =>
            date.fromToken < clock.toToken &&
            clock.fromToken < date.toToken &&
            date.precision === 'day' &&
            clock.toToken - clock.fromToken < 2,
        ),
    ),
    durations: durationsIn(line).filter(
      (mark) => !dates.some((date) => date.fromToken <= mark.fromToken && mark.toToken <= date.toToken),
    ),
    instruments,
    states: onePerPlace(line.within('state')).filter(
      (hit) => isState(line, hit) && !persons.some((person) => person.from <= hit.from && hit.to <= person.to),
    ),
    bodies: onePerPlace(bodies),
    persons,
    offices: onePerPlace(line.within('office')),
  };
}

/** Once the deal of 2015 has been named, "the agreement" is it. */
function withDeal(line: Line): Line {
  if (!line.has('thedeal')) return line;
  return new Line(
    line.tokens,
    line.hits.map((hit) => (hit.group === 'concept' && hit.name === 'thedeal' ? { ...hit, name: 'deal' } : hit)),
  );
}

/** In Latin letters the name of a State, and most of a person, is capitalised: "turkey" is a bird and "us" a pronoun. */
function isState(line: Line, hit: Hit): boolean {
  const token = line.tokens[hit.from]!;
  if (token.script !== 'latin' && token.script !== 'cyrillic') return true;
  if (token.norm === 'us' && line.norm(hit.from + 1) !== '.')
    return line.tokens[hit.from]!.end - line.tokens[hit.from]!.start === 2 && token.upper && isAllCaps(token);
  return token.upper || !/^(?:turkey|china|chad|mali|niger|oman|polish|us|male)$/.test(token.norm);
}
const isAllCaps = (token: Token): boolean => token.upper;

const namedPersons = (line: Line): Hit[] =>
  onePerPlace(line.within('person')).filter(
    (hit) => line.tokens[hit.from]!.upper || line.tokens[hit.from]!.script === 'arabic',
  );

/** Where one word has several meanings of a group the first stands; which one is meant is settled by what stands around it. */
function onePerPlace(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) if (kept.at(-1)?.from !== hit.from) kept.push(hit);
  return kept;
}
