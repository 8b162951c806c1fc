/**
 * A text cut into words, numbers and marks in one pass. Each keeps its place in the original text (UTF-16 units) beside
 * the form that is compared: lower case, no accents or vowel signs, Western digits, one letter for ی/ي and ک/ك. So
 * nothing is rewritten, and offsets need no map.
 */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'other';

export type Token = {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  readonly script: Script;
  /** Starts with a capital letter. */
  readonly upper: boolean;
  /** Preceded by a space, a line break or a zero-width joiner. */
  readonly spaced: boolean;
  /** Line breaks before it. */
  readonly breaks: number;
};

const LETTER = /[\p{L}\p{M}]/u;
const APOSTROPHES = "'\u2019\u02BC";

/** Cuts `text` from `from` to `until`; time and memory grow with the length of that stretch. */
export function tokenize(text: string, from = 0, until = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let breaks = 0;
  let spaced = true;
  while (at < until) {
    const char = text[at]!;
    if (isSpace(char)) {
      if (char === '\n') breaks++;
      spaced = true;
      at++;
      continue;
    }
    const end = endOfToken(text, at, until);
    tokens.push(tokenOf(text, at, end, spaced, breaks));
    at = end;
    breaks = 0;
    spaced = false;
  }
  return tokens;
}

/** Zero-width joiners split a word as a space does: a Persian suffix is a word of its own. Direction marks are nothing. */
function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code <= 0x7f) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/.test(char);
}

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);

/** Letters and the marks on them. The plain alphabets are told by their place; the rest by the Unicode tables. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if ((code >= 0xc0 && code <= 0x24f) || (code >= 0x400 && code <= 0x481)) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x620 && code <= 0x65f) return true;
  return LETTER.test(String.fromCodePoint(code));
}

function endOfToken(text: string, at: number, until: number): number {
  const first = text.codePointAt(at)!;
  let end = at + (first > 0xffff ? 2 : 1);
  if (isDigit(first)) {
    while (end < until && isDigit(text.charCodeAt(end))) end++;
    return end;
  }
  if (!isLetter(first)) return end;
  while (end < until) {
    const code = text.codePointAt(end)!;
    if (!isLetter(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

function tokenOf(text: string, start: number, end: number, spaced: boolean, breaks: number): Token {
  const { norm, kind, script, upper } = formOf(text.slice(start, end));
  return { norm, start, end, kind, script, upper, spaced, breaks };
}

type Form = Pick<Token, 'norm' | 'kind' | 'script' | 'upper'>;

/** Words come again and again; what is known of them is kept, up to a number. */
const KEPT_FORMS = 20_000;
const forms = new Map<string, Form>();

function formOf(raw: string): Form {
  const known = forms.get(raw);
  if (known !== undefined) return known;
  if (forms.size > KEPT_FORMS) forms.clear();
  // Put together anew, for a slice would keep alive the whole text that it was cut from.
  const word = raw.split('').join('');
  const first = word[0]!;
  const code = word.codePointAt(0)!;
  const kind = isDigit(code) ? 'number' : isLetter(code) ? 'word' : 'mark';
  const form = {
    norm: kind === 'mark' ? markOf(word) : normalize(word),
    kind,
    script: scriptOf(word),
    upper: kind === 'word' && first !== first.toLowerCase(),
  } as const;
  forms.set(word, form);
  return form;
}

const markOf = (raw: string): string => {
  if (APOSTROPHES.includes(raw)) return "'";
  if ('\u2010\u2011\u2012\u2013\u2212'.includes(raw)) return '-';
  if (raw === '\u2014' || raw === '\u2015') return '\u2014';
  if ('\u060C\u3001'.includes(raw)) return ',';
  if (raw === '\u061B') return ';';
  if (raw === '\u061F') return '?';
  if (raw === '\u06D4') return '.';
  if (raw === '\u066B') return '.';
  if (raw === '\u066C') return ',';
  return '"«»\u201C\u201D\u201E`'.includes(raw) ? '"' : raw;
};

/** The form in which words are compared. */
export function normalize(word: string): string {
  let plain = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(plain)) return plain;
  plain = plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[øœæł]/g, (c) => ({ ø: 'o', œ: 'oe', æ: 'ae', ł: 'l' })[c] ?? c);
  return plain
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ة/g, 'ه')
    .replace(/ـ/g, '');
}

function scriptOf(raw: string): Script {
  const code = raw.charCodeAt(0);
  if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) return 'latin';
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic';
  if ((code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f) || (code >= 0xfb50 && code <= 0xfeff))
    return 'arabic';
  return 'other';
}
