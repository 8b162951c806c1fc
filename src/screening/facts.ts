import type { Because } from './compare.ts';
import type { Entry } from './entry.ts';
import { identifierKey } from './keys.ts';

/** What is known of a query beside its name. Dates are ISO as far as known; countries are codes or names, as `countryOf` reads them. */
export type Facts = {
  readonly born?: readonly string[];
  readonly countries?: readonly string[];
  readonly identifiers?: readonly string[];
  readonly gender?: string;
};

/** What a fact adds to a score or takes from it. */
export const factWeights = {
  'same-birth-date': 0.06,
  'same-birth-year': 0.03,
  /** A slip of a year, or day and month turned. */
  'near-birth-date': 0,
  'birth-date-differs': -0.12,
  'birth-year-differs': -0.3,
  'same-country': 0.03,
  'country-differs': -0.1,
  'gender-differs': -0.2,
  'same-identifier': 1,
  /** A ship keeps its IMO number for life, whatever it is called and whoever owns it. */
  'imo-differs': -0.35,
} as const;

type Feature = keyof typeof factWeights;

/** The facts of a query against those of an entry, as summands; where either says nothing there is none. */
export function compareFacts(query: Facts, entry: Entry, countryOf: (text: string) => string): readonly Because[] {
  const because: Because[] = [];
  const add = (feature: Feature, mine: string, theirs: string): void => {
    if (factWeights[feature] !== 0)
      because.push({ feature, score: factWeights[feature], query: mine, candidate: theirs });
  };
  const birth = compareBirths(query.born ?? [], entry.born ?? []);
  if (birth !== undefined) add(birth.feature, birth.mine, birth.theirs);
  const mine = query.countries ?? [];
  const theirs = entry.countries ?? [];
  if (mine.length > 0 && theirs.length > 0) {
    const shared = mine.find((one) => theirs.some((other) => countryOf(one) === countryOf(other)));
    if (shared === undefined) add('country-differs', mine.join(', '), theirs.join(', '));
    else add('same-country', shared, theirs.find((other) => countryOf(other) === countryOf(shared))!);
  }
  if (query.gender !== undefined && entry.gender !== undefined && query.gender !== entry.gender)
    add('gender-differs', query.gender, entry.gender);
  const numbers = new Map((entry.documents ?? []).map(({ number }) => [identifierKey(number), number]));
  for (const identifier of query.identifiers ?? []) {
    const key = identifierKey(identifier);
    const met = key === undefined ? undefined : numbers.get(key);
    if (met !== undefined) add('same-identifier', identifier, met);
  }
  const [asked, listed] = [(query.identifiers ?? []).filter(isImo), [...numbers.values()].filter(isImo)];
  if (asked.length > 0 && listed.length > 0 && !asked.some((number) => numbers.has(identifierKey(number))))
    add('imo-differs', asked.join(', '), listed.join(', '));
  return because;
}

/** Seven digits of which the last checks the others, with or without IMO before them. */
function isImo(number: string): boolean {
  const digits = /^(?:IMO[\s:.-]*)?(\d{7})$/i.exec(number.trim())?.[1];
  if (digits === undefined) return false;
  const sum = [...digits].slice(0, 6).reduce((total, digit, i) => total + Number(digit) * (7 - i), 0);
  return sum % 10 === Number(digits[6]);
}

/** The likest pair of dates decides: lists print several where they are not sure. */
function compareBirths(
  mine: readonly string[],
  theirs: readonly string[],
): { feature: Feature; mine: string; theirs: string } | undefined {
  const order: readonly Feature[] = [
    'same-birth-date',
    'same-birth-year',
    'near-birth-date',
    'birth-date-differs',
    'birth-year-differs',
  ];
  let best: { feature: Feature; mine: string; theirs: string } | undefined;
  for (const a of mine) {
    for (const b of theirs) {
      const feature = compareDates(a, b);
      if (best === undefined || order.indexOf(feature) < order.indexOf(best.feature))
        best = { feature, mine: a, theirs: b };
    }
  }
  return best;
}

function compareDates(a: string, b: string): Feature {
  const [from, to] = yearsOf(a);
  const [since, till] = yearsOf(b);
  const apart = Math.max(0, since - to, from - till);
  if (apart > 2) return 'birth-year-differs';
  if (apart > 0) return 'near-birth-date';
  if (a.length < 10 || b.length < 10 || a.includes('/') || b.includes('/')) return 'same-birth-year';
  if (a === b) return 'same-birth-date';
  const turned = `${b.slice(0, 4)}-${b.slice(8, 10)}-${b.slice(5, 7)}`;
  return a === turned || sharedDigits(a, b) >= 9 ? 'near-birth-date' : 'birth-date-differs';
}

function yearsOf(date: string): readonly [number, number] {
  const [first = '', last = first] = date.split('/');
  return [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
}

const sharedDigits = (a: string, b: string): number => [...a].filter((letter, i) => letter === b[i]).length;
