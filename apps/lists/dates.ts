/** Dates as official lists print them, as ISO dates as far as known. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const pad = (part: string | number): string => String(part).padStart(2, '0');

/**
 * `29 Dec 1962`, `Dec 1962`, `circa 1957`, `1957`, `1957-03`, `01/00/1960`, `29/12/1962`; of two that are not ISO the day comes
 * first unless `american`. Several (`1958; 1959`) or a range (`1958 to 1960`, `1958-1960`) come back as they are.
 */
export function isoDates(text: string, american = false): readonly string[] {
  return text
    .split(/;|\bor\b|,(?=\s*\d{4}\s*$)/)
    .map((part) => isoDate(part, american))
    .filter((date) => date !== undefined);
}

export function isoDate(text: string, american = false): string | undefined {
  const plain = text
    .trim()
    .replace(/^\(?[a-z]\)\s*/i, '')
    .replace(/^(?:circa|c\.|ca\.?|approximately|approx\.?|about|between|born)\s*/i, '')
    .replace(/T.*$/, '');
  const range = /^(\d{4})\s*(?:to|and|-|–|\/)\s*(\d{4})$/i.exec(plain);
  if (range) return `${range[1]}/${range[2]}`;
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (iso) return joined(iso[1]!, iso[2], iso[3]);
  const worded = /^(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(plain);
  if (worded) return joined(worded[3]!, monthOf(worded[2]!), worded[1]);
  const wordedFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),\s*(\d{4})$/i.exec(plain);
  if (wordedFirst) return joined(wordedFirst[3]!, monthOf(wordedFirst[1]!), wordedFirst[2]);
  const slashed = /^(\w{1,2})[/.](\w{1,2})[/.](\d{4})$/.exec(plain);
  if (!slashed) return undefined;
  return american ? joined(slashed[3]!, slashed[1], slashed[2]) : joined(slashed[3]!, slashed[2], slashed[1]);
}

const monthOf = (word: string): string | undefined => {
  const month = months.indexOf(word.toLowerCase()) + 1;
  return month > 0 ? String(month) : undefined;
};

/** What of year, month and day is a number that can be; `00` and `dd` mean that it is not known. */
function joined(year: string, month?: string, day?: string): string {
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12)) return year;
  return d >= 1 && d <= 31 ? `${year}-${pad(m)}-${pad(d)}` : `${year}-${pad(m)}`;
}
