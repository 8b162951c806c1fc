import anyAscii from 'any-ascii';
import { encode, type Hearing, hearingOf } from './distance.ts';
import { type FormKind, legalFormAt, splitGluedForm } from './legal-forms.ts';
import { clean, fold, unmix } from './letters.ts';
import { fatherIn, isServant } from './name-parts.ts';
import { abbreviations, commonWords, hasKin, isTens, numberOf, particles, shipWords, titles } from './name-words.ts';
import { isRomanised, romanise, romaniseSounds } from './romanise.ts';
import { isSyllabic, type Script, scriptOf } from './script.ts';
import { soundOf } from './sound.ts';

/** What a name is the name of; it decides which words are titles, legal forms, initials. */
export type NameOf = 'person' | 'organisation' | 'vessel';

export type TokenKind = 'word' | 'common' | 'initial' | 'number' | 'particle' | 'title';

/** One word of a name, ready to be compared. */
export type Token = {
  /** Folded, in its own script. */
  readonly text: string;
  readonly latin: string;
  readonly sound: string;
  readonly codes: Uint8Array;
  readonly script: Script;
  readonly hearing: Hearing;
  readonly kind: TokenKind;
  /** How much of the name it is, before the others are known. */
  readonly weight: number;
  readonly value: number | undefined;
  /** It has pet forms or other spellings in the tables. */
  readonly kin: boolean;
  /** Of a patronymic, how many of its sounds are the father's name; else 0. */
  readonly father: number;
  /** Abdul and a name, as one word. */
  readonly servant: boolean;
};

/** A name taken apart. */
export type Name = {
  readonly text: string;
  readonly of: NameOf;
  readonly tokens: readonly Token[];
  readonly forms: readonly FormKind[];
};

const weights: Readonly<Record<TokenKind, number>> = {
  word: 1,
  common: 0.55,
  initial: 0.45,
  number: 0.6,
  particle: 0.15,
  title: 0.06,
};
/** How much of a name a word of this kind is. */
export const tokenWeight = (kind: TokenKind): number => weights[kind];
/** A name longer than this is cut: no list has such, and comparing is quadratic. */
const mostTokens = 24;
const mostLetters = 400;

/** A name in any script, taken apart into words with their sounds; legal forms are set aside, numbers are read. */
export function readName(text: string, of: NameOf): Name {
  const cleaned = clean(text).slice(0, mostLetters);
  const words = wordsOf(of === 'person' ? inOrder(cleaned) : cleaned, of);
  const { rest, forms } = of === 'person' ? { rest: words, forms: [] } : withoutForms(words);
  const spoken = joinCompounds(rest.flatMap((word) => spokenWords(word, of === 'person' && rest.length === 1)));
  const tokens = readNumbers(spoken, of).slice(0, mostTokens);
  return { text, of, tokens: tokens.length > 0 ? tokens : spoken.map((word) => tokenOf(word, 'word')), forms };
}

/** "Family, Given" the other way round, so that what belongs together stands together. */
function inOrder(text: string): string {
  const comma = text.search(/[,،、]/);
  return comma > 0 && comma === text.search(/[,،、](?!.*[,،、])/)
    ? `${text.slice(comma + 1)} ${text.slice(0, comma)}`
    : text;
}

function wordsOf(text: string, of: NameOf): string[] {
  const folded = fold(of === 'person' ? text : text.replace(/&/g, ' and '));
  const plain = folded
    .replace(/(?<=[צגזץ])['’׳]/gu, '׳')
    .replace(/(?<=[\p{L}\p{N}])['’‘`ʼʻ´"″]+(?=[\p{L}\p{N}])/gu, '')
    .replace(/['’‘`ʼʻ´]/g, '');
  const words = (plain.match(/[\p{L}\p{M}\p{N}׳ー]+/gu) ?? []).map(unmix);
  return of === 'person' ? words : joinSingles(words);
}

/** `a b c company` is `abc company`: firms write their letters with and without dots. */
function joinSingles(words: readonly string[]): string[] {
  const out: string[] = [];
  let run = '';
  for (const word of words) {
    if (word.length === 1 && /\p{L}/u.test(word) && !isSyllabic(scriptOf(word))) run += word;
    else {
      if (run !== '') out.push(run);
      run = '';
      out.push(word);
    }
  }
  if (run !== '') out.push(run);
  return out;
}

function withoutForms(words: readonly string[]): { rest: string[]; forms: FormKind[] } {
  const rest: string[] = [];
  const forms: FormKind[] = [];
  for (let at = 0; at < words.length; ) {
    const form = legalFormAt(words, at);
    if (form !== undefined) {
      forms.push(form.kind);
      at += form.words;
      continue;
    }
    const parts = splitGluedForm(words[at]!);
    if (parts !== undefined) {
      rest.push(parts[0]);
      forms.push(legalFormAt([parts[1]], 0)!.kind);
    } else rest.push(words[at]!);
    at++;
  }
  // "Management Company": where the form is all there is, it is the name.
  return rest.length > 0 ? { rest, forms } : { rest: [...words], forms: [] };
}

/** `latin` in plain letters; `sounds` is the same with one letter a sound where the script says so itself. */
type Spoken = { readonly text: string; readonly latin: string; readonly sounds: string; readonly script: Script };

function spokenWords(word: string, alone: boolean): Spoken[] {
  const script = scriptOf(word);
  if (script === 'latin') return [{ text: word, latin: word, sounds: word, script }];
  return splitByScript(word, script, alone).map((text) => ({ text, ...inLatin(text, script), script }));
}

function inLatin(text: string, script: Script): { latin: string; sounds: string } {
  if (isRomanised(script)) return { latin: romanise(text, script), sounds: romaniseSounds(text, script) };
  const latin = (script === 'kana' ? kanaInLatin(text) : anyAscii(text)).toLowerCase().replace(/[^a-z0-9]/g, '');
  return { latin, sounds: latin };
}

/** A small vowel takes the place of the one before it (フィ is fi), and what only lengthens is left out. */
function kanaInLatin(text: string): string {
  let out = '';
  for (const kana of text) {
    if ('ーッっ'.includes(kana)) continue;
    if ('ァィゥェォぁぃぅぇぉャュョゃゅょ'.includes(kana)) out = out.replace(/[aeiou]$/, '');
    out += anyAscii(kana);
  }
  return out;
}

function splitByScript(word: string, script: Script, wholePerson: boolean): string[] {
  if (script === 'arabic' && /^ال\p{L}{2,}/u.test(word)) return ['ال', word.slice(2)];
  // Family name first, of one syllable (two, where there are four): the way the names of both scripts are read.
  if ((script === 'han' || script === 'hangul') && wholePerson) {
    const syllables = [...word];
    if (syllables.length < 2 || syllables.length > 4) return [word];
    const family = syllables.length === 4 ? 2 : 1;
    return [syllables.slice(0, family).join(''), syllables.slice(family).join('')];
  }
  return [word];
}

const servant = new Set('abd abdul abdel abdal abdol abdoul abdu abdulla'.split(' '));
const article = new Set('al el ul ol as ash ar an at az ad ud ed'.split(' '));
const faith = new Set('din deen dine eddin eddine uddin'.split(' '));

/** `Abd al-Aziz` and `Abdul Aziz` are one name, as `Salah al-Din` and `Salahuddin` are. */
function joinCompounds(words: readonly Spoken[]): Spoken[] {
  const out: Spoken[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const after = words[i + 2];
    if (servant.has(word.latin) && next !== undefined) {
      const tail = article.has(next.latin) ? after : next;
      if (tail !== undefined && tail.latin.length > 1 && !particles.has(tail.latin)) {
        out.push({
          text: [word.text, tail === after ? next.text : '', tail.text].join(''),
          latin: `abdul${tail.latin}`,
          sounds: `abdul${tail.sounds}`,
          script: word.script,
        });
        i += tail === after ? 2 : 1;
        continue;
      }
    }
    if (article.has(word.latin) && next !== undefined && faith.has(next.latin) && out.length > 0) {
      const before = out.pop()!;
      out.push({
        text: before.text + word.text + next.text,
        latin: `${before.latin}ud${next.latin}`,
        sounds: `${before.sounds}ud${next.sounds}`,
        script: before.script,
      });
      i++;
      continue;
    }
    out.push(word);
  }
  return out;
}

/** Written before a number and not of it. */
const numero = new Set(['no', 'nr', 'num', 'number', 'n']);

function readNumbers(words: readonly Spoken[], of: NameOf): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (of !== 'person' && numero.has(word.latin) && /^\d/.test(words[i + 1]?.latin ?? '')) continue;
    const value = of === 'person' && !/^\d/.test(word.latin) ? undefined : numberOf(word.latin, i > 0);
    if (value === undefined) {
      out.push(tokenOf(word, kindOf(word, of)));
      continue;
    }
    const next = isTens(value) && i + 1 < words.length ? numberOf(words[i + 1]!.latin, false) : undefined;
    if (next !== undefined && next > 0 && next < 10) {
      out.push(tokenOf({ ...word, text: `${word.text} ${words[i + 1]!.text}` }, 'number', value + next));
      i++;
    } else out.push(tokenOf(word, 'number', value));
  }
  return out;
}

function kindOf({ latin, script }: Spoken, of: NameOf): TokenKind {
  if (of === 'person' && latin.length === 1 && !isSyllabic(script)) return 'initial';
  if (particles.has(latin)) return 'particle';
  if (of === 'person') return titles.has(latin) ? 'title' : 'word';
  if (of === 'vessel') return shipWords.has(latin) ? 'title' : 'word';
  return commonWords.has(abbreviations.get(latin) ?? latin) ? 'common' : 'word';
}

function tokenOf({ text, latin, sounds, script }: Spoken, kind: TokenKind, value?: number): Token {
  const known = kind === 'number' ? String(value) : abbreviations.get(latin);
  return makeToken(text, known ?? latin, soundOf(known ?? sounds), script, kind, value);
}

/** Every token is made here, with its fields in one order: words are compared by the million. */
export function makeToken(
  text: string,
  latin: string,
  sound: string,
  script: Script,
  kind: TokenKind,
  value: number | undefined,
): Token {
  return {
    text,
    latin,
    sound,
    codes: encode(sound),
    script,
    hearing: hearingOf(script),
    kind,
    weight: weights[kind],
    value,
    kin: hasKin(latin),
    father: fatherIn(sound),
    servant: isServant(latin),
  };
}
