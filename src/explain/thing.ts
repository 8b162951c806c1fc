/** What a question is about, as the object of a sentence. */
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumeratedShort, lowered } from './enumeration.ts';
import { stateInSentence } from './names.ts';

/** The same thing after "must prevent …", after "you may not …", and once it has been named. */
export type Thing = { readonly prevented: string; readonly done: string; readonly again: string };

type Noun = { readonly noun: string; readonly goods: string; readonly carriedOut: string };

const NOUNS: Readonly<Record<string, Noun>> = {
  transfer: { noun: 'transfer', goods: 'of', carriedOut: 'carry out' },
  supply: { noun: 'supply', goods: 'of', carriedOut: 'carry out' },
  procure: { noun: 'procurement', goods: 'of', carriedOut: 'carry out' },
  assistance: { noun: 'assistance', goods: 'with', carriedOut: 'give' },
  training: { noun: 'training', goods: 'with', carriedOut: 'give' },
  finance: { noun: 'financing', goods: 'of', carriedOut: 'take part in' },
  brokering: { noun: 'brokering', goods: 'of', carriedOut: 'take part in' },
  transit: { noun: 'transit', goods: 'of', carriedOut: 'carry out' },
  investment: { noun: 'investment', goods: 'in', carriedOut: 'make' },
  bunkering: { noun: 'bunkering', goods: 'of', carriedOut: 'carry out' },
};

const MOST_GOODS = 3;

/** `bearer`: the State that the sentence is about, which needs no naming again. */
export function thingOf(record: LegalRecord, question: Question, bearer?: string): Thing {
  const party = question.parties.map(({ input }) => input).join(' and ');
  switch (question.activity) {
    case 'travel':
      return { prevented: `the entry of ${party}`, done: `admit ${party}`, again: 'this entry' };
    case 'freeze':
      return {
        prevented: `payments to ${party} and have its assets frozen`,
        done: `pay ${party}, and must freeze its assets`,
        again: 'such payments and have the assets frozen',
      };
    case 'inspection':
      return {
        prevented: `the passage of ${cargo(record, question)} without inspection`,
        done: 'let the cargo pass without inspection',
        again: 'this passage',
      };
    default: {
      const { noun, carriedOut, goods } = NOUNS[question.activity] ?? NOUNS.transfer!;
      const what = `${noun}${goodsText(record, question, goods)}${places(record, question, bearer)}`;
      return { prevented: `the ${what}`, done: `${carriedOut} the ${what}`, again: `this ${noun}` };
    }
  }
}

const cargo = (record: LegalRecord, question: Question): string => `cargo${places(record, question)}`;

function goodsText(record: LegalRecord, { goods }: Question, preposition: string): string {
  if (goods.length === 0) return '';
  const names = goods.map(({ input, code }) =>
    isCode(input, code) ? lowered(record.goods[code]?.name ?? input) : input,
  );
  return ` ${preposition} ${enumeratedShort(names, MOST_GOODS)}`;
}

/** What was asked by its code is told by its name. */
const isCode = (input: string, code: string): boolean =>
  input.includes(':') || input.toLowerCase() === code.toLowerCase();

function places(record: LegalRecord, { from, to, region }: Question, bearer?: string): string {
  const there = region === undefined ? '' : ` (${record.regions[region]?.names.en?.[0] ?? region})`;
  const start = from === undefined || from === bearer ? '' : ` from ${stateInSentence(record, from)}`;
  const end = to === undefined || to === bearer ? '' : ` to ${stateInSentence(record, to)}`;
  return `${start}${end}${there}`;
}
