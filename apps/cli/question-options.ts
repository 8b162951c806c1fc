import type { Option } from './command.ts';

/** The words of a question, by the option that takes each; the same names in camelCase make a row of `--questions`. */
export const questionOptions = {
  from: { kind: 'text', value: 'STATE', says: 'where the goods come from' },
  to: { kind: 'text', value: 'STATE', says: 'where they go' },
  goods: { kind: 'text', value: 'GOODS', says: 'a name, a family or a code: Su-35, arms, unroca:IV, hs:8802' },
  on: { kind: 'text', value: 'WHEN', says: 'a day, a month, a year, or an instant with its zone' },
  activity: {
    kind: 'text',
    value: 'WHAT',
    says: 'transfer (default), supply, procure, assistance, finance, brokering, transit, travel, freeze',
  },
  recipient: { kind: 'text', value: 'WHO', says: 'government or non-governmental' },
  region: { kind: 'text', value: 'REGION', says: 'a region that regimes name, such as Darfur' },
  party: { kind: 'many', value: 'NAME', says: 'a person, company or vessel that takes part; may be given again' },
  contract: { kind: 'text', value: 'DAY', says: 'when the contract was signed' },
  law: { kind: 'text', value: 'LAWS', says: 'UN, EU, …: these laws alone, whomever they bind' },
  'according-to': { kind: 'text', value: 'ACTORS', says: 'US, RU, UN-SEC, …: as these positions see it' },
  'as-known': { kind: 'text', value: 'DAY', says: 'with what had been made public by then; `now` reads the clock' },
  suppose: {
    kind: 'many',
    value: 'POINT=yes',
    says: 'flip a point (`iran/notice-2025=no`) or an event (`event:ID=2025-09-20`)',
  },
  zone: { kind: 'text', value: 'ZONE', says: 'the zone of plain dates; UTC when left out' },
  calendar: { kind: 'text', value: 'CALENDAR', says: 'gregorian or persian' },
} as const satisfies Record<string, Option>;

/** The options given, under the names of the fields of a question. */
export function wordsOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.keys(questionOptions).filter((name) => values[name] !== undefined);
  return Object.fromEntries(
    fields.map((name) => [name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), values[name]]),
  );
}
