/** The words for goods, to codes of the record's vocabulary. */
import type { AskedGoods } from '../law/question.ts';
import { cutAtCommas } from './fields.ts';
import { type Findings, isFull, refuse, shown } from './findings.ts';
import { readGoodsCode } from './goods-codes.ts';
import { nameKey, stem, wordKeys } from './name-key.ts';
import { holds, type Vocabulary } from './vocabulary.ts';

/**
 * The goods that a text names: one, or several with commas or `and` between them. Names as they are on record go before
 * a list of goods, and that before a name among other words. Empty with the reason among the findings.
 */
export function understandGoods(text: string, vocabulary: Vocabulary, findings: Findings): readonly AskedGoods[] {
  const whole = goodsNamed(text, vocabulary);
  if (whole.length > 0) return decided(text, whole, vocabulary, findings);
  const inputs = partsOf(text);
  if (inputs.length > MOST_PARTS) return tooMany(inputs.length, findings);
  const parts = inputs.map((input) => ({ input, found: goodsMeant(input, vocabulary) }));
  const isList = cutAtCommas(text).length > 1 || (parts.length > 1 && parts.every(({ found }) => found.length === 1));
  return isList
    ? parts.flatMap(({ input, found }) => decided(input, found, vocabulary, findings))
    : decided(text, goodsMeant(text, vocabulary), vocabulary, findings);
}

const MOST_PARTS = 100;

function tooMany(count: number, findings: Findings): readonly AskedGoods[] {
  refuse(findings, 'too-many-values', 'goods', { field: 'goods', count, limit: MOST_PARTS });
  return [];
}

type Found = Omit<AskedGoods, 'input'>;

function decided(
  input: string,
  found: readonly Found[],
  vocabulary: Vocabulary,
  findings: Findings,
): readonly AskedGoods[] {
  if (found.length === 1) return [noted(input, found[0]!, vocabulary, findings)];
  if (isFull(findings)) return [];
  const candidates = found.map(({ code }) => code).join(', ');
  if (found.length > 1) refuse(findings, 'ambiguous-goods', 'goods', { input, candidates });
  else refuse(findings, 'unknown-goods', 'goods', { input, nearest: vocabulary.goods.suggest(input) });
  return [];
}

function noted(input: string, { code, how }: Found, { record }: Vocabulary, findings: Findings): AskedGoods {
  if (how === 'approximate')
    findings.notes.push(`\`${shown(input)}\` was read as ${code} (${record.goods[code]!.name}).`);
  return { input, code, how };
}

const AND = / (?:and|und|et|y|и|و) /iu;

const partsOf = (text: string): readonly string[] =>
  cutAtCommas(text.replace(/\s+/g, ' '))
    .flatMap((part) => part.split(AND))
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a text is the name of: a code, a name in some language, another form of a name. */
function goodsNamed(text: string, vocabulary: Vocabulary): readonly Found[] {
  const code = readGoodsCode(text, vocabulary);
  if (code !== undefined) return [code];
  const system = /^system:\s*(.+)$/iu.exec(text)?.[1];
  if (system !== undefined) return goodsMeant(system, vocabulary).filter((found) => found.code.startsWith('system:'));
  const named = vocabulary.goods.find(text);
  const found = named.length > 0 ? named : vocabulary.goods.findInflected(text);
  return widest(found, vocabulary).map((id) => ({ code: id, how: 'exact' }));
}

/** What a text can mean: what it names, a version of a system, or a name among words that add nothing. */
function goodsMeant(text: string, vocabulary: Vocabulary): readonly Found[] {
  const named = goodsNamed(text, vocabulary);
  return named.length > 0 ? named : (variant(nameKey(text), text, vocabulary) ?? described(text, vocabulary));
}

/** A name that a class and one of its members share means the class. */
function widest(ids: readonly string[], { record }: Vocabulary): readonly string[] {
  return ids.filter((id) => !ids.some((other) => other !== id && record.goods[id]!.in.includes(other)));
}

const LONGEST_SUFFIX = 6;

/**
 * A version of a named system: `Su-35S`, `S-300PMU1`. The longest designation it begins with, where that one holds a
 * number and is not cut off inside a number or a word: `T-720` is no T-72.
 */
function variant(key: string, text: string, vocabulary: Vocabulary): readonly Found[] | undefined {
  if (!/\d/.test(key) || /\s/.test(text.trim().replace(/^\p{L}+\s/u, ''))) return undefined;
  const ids = vocabulary.goods.findBeginning(key, (id, length) => id.startsWith('system:') && isEdge(key, length));
  return ids.length === 1 ? [{ code: ids[0]!, how: 'approximate' }] : undefined;
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && letter >= '0' && letter <= '9';

const isEdge = (key: string, length: number): boolean =>
  /\d/.test(key.slice(0, length)) &&
  key.length - length <= LONGEST_SUFFIX &&
  isDigit(key[length - 1]) &&
  !isDigit(key[length]);

const MOST_WORDS = 12;

/**
 * A known name among words that add nothing: numbers, `of all types`, and with a named system the words for what it is
 * (`12 Su-35 fighter aircraft`). Any other word can change the goods (`spare parts for the Su-35`), so then nothing is found.
 */
function described(text: string, vocabulary: Vocabulary): readonly Found[] {
  const words = wordKeys(text);
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const name = words.slice(start, start + length).join(' ');
      const around = [...words.slice(0, start), ...words.slice(start + length)];
      const ids = widest(vocabulary.goods.find(name), vocabulary);
      const fitting = ids.filter((id) => around.every((word) => addsNothing(word, id, vocabulary)));
      if (fitting.length > 0) return fitting.map((code) => ({ code, how: 'approximate' }));
    }
  }
  return [];
}

const NEUTRAL = new Set('the of all any types kinds units unit pieces pcs new used'.split(' '));

const addsNothing = (word: string, code: string, vocabulary: Vocabulary): boolean =>
  /^\d+x?$/.test(word) ||
  NEUTRAL.has(word) ||
  (code.startsWith('system:') && kindWords(code, vocabulary).has(stem(word)));

/** Lists and families whose names speak of parts and equipment too, so that they do not tell what a system is. */
const WIDE = /^(?:arms$|(?:ml|usml|mtcr|nsg|hs):)/;

/** The words, as stems, in the names of a system and of the classes it is or may be in. */
function kindWords(system: string, { record }: Vocabulary): ReadonlySet<string> {
  const one = record.goods[system]!;
  const classes = [...one.in, ...one.mayBe].filter((code) => !WIDE.test(code) && holds(record.goods, code));
  const names = [one, ...classes.map((code) => record.goods[code]!)].flatMap((known) => [
    known.name,
    ...Object.values(known.names).flat(),
    ...known.aliases,
  ]);
  return new Set(names.flatMap((name) => wordKeys(name).map(stem)));
}
