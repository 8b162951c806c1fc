/** The words for goods, to codes of the record's vocabulary. */
import type { AskedGoods } from '../law/question.ts';
import { cutAtCommas } from './fields.ts';
import { type Findings, refuse, shown } from './findings.ts';
import { readGoodsCode } from './goods-codes.ts';
import { nameKey, stem, wordKeys } from './name-key.ts';
import { holds, type Vocabulary } from './vocabulary.ts';

/** The goods that a text names: one, or several with commas or `and` between them. Empty with the reason among the findings. */
export function understandGoods(text: string, vocabulary: Vocabulary, findings: Findings): readonly AskedGoods[] {
  const whole = goodsNamed(text, vocabulary);
  if (whole.length === 1) return [noted(text, whole[0]!, vocabulary, findings)];
  const parts = partsOf(text).map((input) => ({ input, found: goodsNamed(input, vocabulary) }));
  if (whole.length === 0 && parts.length > 1) {
    const all = parts.every(({ found }) => found.length === 1);
    if (all || cutAtCommas(text).length > 1)
      return parts.flatMap(({ input, found }) => decided(input, found, vocabulary, findings) ?? []);
  }
  return decided(text, whole, vocabulary, findings) ?? [];
}

type Found = Omit<AskedGoods, 'input'> & { readonly note?: string };

function decided(
  input: string,
  found: readonly Found[],
  vocabulary: Vocabulary,
  findings: Findings,
): readonly AskedGoods[] | undefined {
  if (found.length === 1) return [noted(input, found[0]!, vocabulary, findings)];
  if (found.length > 1)
    return refuse(findings, 'ambiguous-goods', 'goods', {
      input,
      candidates: found.map(({ code }) => code).join(', '),
    });
  return refuse(findings, 'unknown-goods', 'goods', { input, nearest: vocabulary.goods.suggest(input) });
}

function noted(input: string, { code, how }: Found, { record }: Vocabulary, findings: Findings): AskedGoods {
  if (how === 'approximate')
    findings.notes.push(`\`${shown(input)}\` was read as ${code} (${record.goods[code]!.name}).`);
  return { input, code, how };
}

const AND = /\s+(?:and|und|et|y|и|و)\s+/iu;

const partsOf = (text: string): readonly string[] =>
  cutAtCommas(text)
    .flatMap((part) => part.split(AND))
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a text can mean: a code, a name, another form of a name, or a known name among words that only describe it. */
function goodsNamed(text: string, vocabulary: Vocabulary): readonly Found[] {
  const code = readGoodsCode(text, vocabulary);
  if (code !== undefined) return [code];
  const system = /^system:\s*(.+)$/iu.exec(text)?.[1];
  if (system !== undefined) return goodsNamed(system, vocabulary).filter((found) => found.code.startsWith('system:'));
  const named = vocabulary.goods.find(text);
  if (named.length > 0) return widest(named, vocabulary).map((id) => ({ code: id, how: 'exact' }));
  const inflected = vocabulary.goods.findInflected(text);
  if (inflected.length > 0) return widest(inflected, vocabulary).map((id) => ({ code: id, how: 'exact' }));
  return variant(nameKey(text), text, vocabulary) ?? described(text, vocabulary);
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
 * A known name with words around it that only say what it is anyway: `12 Su-35 fighter aircraft`. Any other word can
 * change the goods (`spare parts for the Su-35`), so then nothing is found.
 */
function described(text: string, vocabulary: Vocabulary): readonly Found[] {
  const words = wordKeys(text);
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const name = words.slice(start, start + length).join(' ');
      const around = [...words.slice(0, start), ...words.slice(start + length)];
      const ids = widest(vocabulary.goods.find(name), vocabulary).filter((id) =>
        around.every((word) => saysNoMore(word, id, vocabulary)),
      );
      if (ids.length > 0) return ids.map((code) => ({ code, how: 'approximate' }));
    }
  }
  return [];
}

const saysNoMore = (word: string, code: string, vocabulary: Vocabulary): boolean =>
  /^\d+x?$/.test(word) || word === 'the' || wordsAbout(code, vocabulary).has(stem(word));

/** The words, as stems, in the names of goods and of every class they are in. */
function wordsAbout(code: string, { record }: Vocabulary): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<string>();
  const queue = [code];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || !holds(record.goods, next)) continue;
    seen.add(next);
    const { name, names, aliases, in: above, mayBe } = record.goods[next]!;
    for (const known of [name, ...Object.values(names).flat(), ...aliases]) {
      for (const word of wordKeys(known)) words.add(stem(word));
    }
    queue.push(...above, ...mayBe);
  }
  return words;
}
