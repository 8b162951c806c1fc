/** What a question is about, as the object of a sentence. */
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumeratedShort, lowered } from './enumeration.ts';
import { stateInSentence } from './names.ts';

/** The same thing after "must prevent …", after "you may not …" and after "about …"; the last two once it has been named. */
export type Thing = {
  readonly prevented: string;
  readonly done: string;
  readonly about: string;
  readonly again: string;
  readonly aboutAgain: string;
};

/** `to`: the preposition before the State that it goes to, or is rendered for. */
type Noun = { readonly noun: string; readonly goods: string; readonly carriedOut: string; readonly to?: string };

const NOUNS: Readonly<Record<string, Noun>> = {
  transfer: { noun: 'transfer', goods: 'of', carriedOut: 'carry out' },
  supply: { noun: 'supply', goods: 'of', carriedOut: 'carry out' },
  procure: { noun: 'procurement', goods: 'of', carriedOut: 'carry out' },
  assistance: { noun: 'assistance', goods: 'with', carriedOut: 'give', to: 'for' },
  training: { noun: 'training', goods: 'with', carriedOut: 'give', to: 'for' },
  finance: { noun: 'financing', goods: 'of', carriedOut: 'take part in', to: 'for' },
  brokering: { noun: 'brokering', goods: 'of', carriedOut: 'take part in', to: 'for' },
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
      return alike(`the entry of ${party}`, `admit ${party}`, 'this entry');
    case 'freeze':
      return {
        prevented: `payments to ${party} and have its assets frozen`,
        done: `pay ${party}, and must freeze its assets`,
        about: `payments to ${party}`,
        again: 'such payments and have the assets frozen',
        aboutAgain: 'such payments',
      };
    case 'inspection':
      return alike(
        `the passage of cargo${places(record, question, 'to')} without inspection`,
        'let the cargo pass without inspection',
        'this passage',
      );
    default: {
      const { noun, carriedOut, goods, to = 'to' } = NOUNS[question.activity] ?? NOUNS.transfer!;
      const what = `${noun}${goodsText(record, question, goods)}${places(record, question, to, bearer)}`;
      return alike(`the ${what}`, `${carriedOut} the ${what}`, `this ${noun}`);
    }
  }
}

const alike = (prevented: string, done: string, again: string): Thing => ({
  prevented,
  done,
  about: prevented,
  again,
  aboutAgain: again,
});

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

function places(record: LegalRecord, { from, to, region }: Question, preposition: string, bearer?: string): string {
  const there = region === undefined ? '' : ` (${record.regions[region]?.names.en?.[0] ?? region})`;
  const start = from === undefined || from === bearer ? '' : ` from ${stateInSentence(record, from)}`;
  const end = to === undefined || to === bearer ? '' : ` ${preposition} ${stateInSentence(record, to)}`;
  return `${start}${end}${there}`;
}
