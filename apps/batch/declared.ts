/** The set of words that tables are compiled for, each checked by itself and numbered. */
import { BLANK, formatInstant, type Instant, statesNamed, type WordField } from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { BatchFault } from './batch-fault.ts';

/** Fields whose words stand in the table `word`. */
export const TABLE_FIELDS = ['from', 'to', 'goods', 'activity', 'recipient', 'region', 'party'] as const;
export type TableField = (typeof TABLE_FIELDS)[number] & WordField;

/** The words of each field; the blank one, which stands for what a ledger leaves out, is in every field anyway. */
export type Declared = Readonly<Record<TableField, readonly string[]>> & {
  /** Whether ledgers say when a contract was signed. */
  readonly contracts: boolean;
};

/** A field's words and their numbers; words of one number get the same answers. */
export type Numbered = {
  readonly field: WordField;
  readonly texts: readonly { readonly text: string; readonly number: number }[];
  /** What is asked for each number, by number; undefined for the blank one. */
  readonly asked: readonly (string | undefined)[];
};

/** Numbers the words of a field. States are numbered by role, under the words as declared and under their codes. */
export function numberWords(
  field: TableField,
  words: readonly string[],
  codeOf: (word: string) => string = (word) => word,
  roleOf: (code: string) => string = (code) => code,
): Numbered {
  const numbers = new Map<string, number>();
  const texts = new Map<string, number>([['', BLANK]]);
  const asked: (string | undefined)[] = [undefined];
  for (const word of words) {
    if (word === '') continue;
    const code = codeOf(word);
    const role = roleOf(code);
    const number = numbers.get(role) ?? asked.push(code) - 1;
    numbers.set(role, number);
    texts.set(word, number).set(code, number);
  }
  return { field, texts: [...texts].map(([text, number]) => ({ text, number })), asked };
}

/** Contracts as numbers: left out, or signed before the first cut, before the second, …, after the last. */
export const numberContracts = (cuts: readonly Instant[]): Numbered => {
  const moments = [...cuts.slice(0, 1).map((first) => first - 1), ...cuts];
  return {
    field: 'contract',
    texts: [],
    asked: [undefined, ...(moments.length === 0 ? ['2000-01-01'] : moments.map((at) => formatInstant(at as Instant)))],
  };
};

/** The code of the one State that a word names at all times; a fault where there is none. */
export async function stateCode(
  session: Session,
  shared: Readonly<Record<string, unknown>>,
  field: 'from' | 'to',
  word: string,
): Promise<string> {
  const [code, ...others] = statesNamed(word, undefined, session.vocabulary);
  if (others.length > 0)
    throw new BatchFault(
      `\`${word}\` names different States at different times (${[code, ...others].join(', ')}): give \`--${field}\` their codes.`,
    );
  if (code !== undefined) return code;
  const understood = await session.understand({ ...shared, [field]: word, activity: 'assistance', on: '2000-01-01' });
  if (!understood.ok) throw notUnderstood(field, word, understood.errors[0]!.message);
  throw new BatchFault(
    `\`${word}\` is a region, not a State: give \`--${field}\` the State ${understood.value[field]}, and the region to \`--region\`.`,
  );
}

/** Fails with the reason where a word means nothing by itself; what only some company forbids is no fault of the word. */
export async function checkWord(
  session: Session,
  { anyState, shared }: { readonly anyState: string; readonly shared: Readonly<Record<string, unknown>> },
  field: TableField,
  word: string,
): Promise<void> {
  const words = { ...shared, from: anyState, to: anyState, on: '2000-01-01', [field]: word };
  const understood = await session.understand(words);
  const fault = understood.ok
    ? undefined
    : understood.errors.find(({ code, place }) => place.within === field && code !== 'region-elsewhere');
  if (fault !== undefined) throw notUnderstood(field, word, fault.message);
}

const notUnderstood = (field: string, word: string, message: string): BatchFault =>
  new BatchFault(`\`--${field} ${word}\` cannot be compiled: ${message}`);
