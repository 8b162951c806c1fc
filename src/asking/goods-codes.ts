import type { AskedGoods } from '../law/question.ts';
import { plainDigits } from './name-key.ts';
import { type GoodsCodes, holds, type Vocabulary } from './vocabulary.ts';

/** Other ways to name a list of goods before a code: `Register category IV`, `CN 8802`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  register: 'unroca',
  'un register': 'unroca',
  'register of conventional arms': 'unroca',
  'un register of conventional arms': 'unroca',
  hts: 'hs',
  cn: 'hs',
  taric: 'hs',
};

const LONGEST_CODE = 80;

type FoundCode = Omit<AskedGoods, 'input'>;

/**
 * Goods by a code: with its list before it in any case (`UNROCA:iv`, `ML10`, `HS 8802.30`), or a bare tariff heading
 * (`8802.30`). A finer code than the record has leads to the finest that it has, and is then approximate.
 */
export function readGoodsCode(text: string, vocabulary: Vocabulary): FoundCode | undefined {
  if (holds(vocabulary.record.goods, text)) return { code: text, how: 'exact' };
  if (text.length > LONGEST_CODE) return undefined;
  const codes = vocabulary.goodsCodes();
  const plain = plainDigits(text).toLowerCase().trim();
  const code = codes.bySpelling.get(plain.replace(/\s+/g, ''));
  if (code !== undefined) return { code, how: 'exact' };
  if (/^\d{4}(?:\.?\d{2}){0,3}$/.test(plain)) return tariffCode(plain, HEADING, codes);
  for (const [name, list] of [...codes.lists.map((list) => [list, list] as const), ...Object.entries(OTHER_NAMES)]) {
    if (!plain.startsWith(name) || /^\p{L}/u.test(plain.slice(name.length))) continue;
    const rest = plain.slice(name.length).replace(/^[\s:.-]*(?:(?:category|cat|heading|code|item)\b)?[\s:.-]*/, '');
    const found = list === 'hs' ? tariffCode(rest, CHAPTER, codes) : listCode(list, rest.replace(/\s+/g, ''), codes);
    if (found !== undefined) return found;
  }
  return undefined;
}

const CHAPTER = 2;
const HEADING = 4;

/** The finest tariff heading on record that the digits begin with, of at least so many digits. */
function tariffCode(text: string, shortest: number, { bySpelling }: GoodsCodes): FoundCode | undefined {
  if (!/^\d[\d.\s]*$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  for (let length = digits.length; length >= shortest; length -= 1) {
    const start = digits.slice(0, length);
    const code = bySpelling.get(`hs:${start}`) ?? bySpelling.get(`hs:${pointed(start)}`);
    if (code !== undefined) return { code, how: length === digits.length ? 'exact' : 'approximate' };
  }
  return undefined;
}

/** `880240` as `8802.40`. */
const pointed = (digits: string): string =>
  [digits.slice(0, HEADING), ...(digits.slice(HEADING).match(/\d{1,2}/g) ?? [])].join('.');

/** Lists whose entries have numbered parts; a Register category has only the parts that it names. */
const DIVIDED: ReadonlySet<string> = new Set(['ml', 'usml', 'mtcr', 'nsg']);

/** A code of a list; its own prefix may be left out (`ml:10`). Parts of an entry that are not on record lead to the entry. */
function listCode(list: string, local: string, { bySpelling }: GoodsCodes): FoundCode | undefined {
  let rest = local;
  for (let how: FoundCode['how'] = 'exact'; rest !== ''; how = 'approximate') {
    const code = bySpelling.get(`${list}:${rest}`) ?? bySpelling.get(`${list}:${list}${rest}`);
    if (code !== undefined) return { code, how };
    if (!DIVIDED.has(list)) return undefined;
    const shorter = rest.replace(/(?:\([^()]*\)|[.\-/][^.\-/()]*|(?<=\d)[a-z])$/, '');
    if (shorter === rest) return undefined;
    rest = shorter;
  }
  return undefined;
}
