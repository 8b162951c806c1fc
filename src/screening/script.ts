/** The writing systems that names come in, as far as they differ in how a match is judged. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'arabic'
  | 'hebrew'
  | 'greek'
  | 'armenian'
  | 'georgian'
  | 'hangul'
  | 'kana'
  | 'han'
  | 'other';

/** The script of a folded word: that of its first letter. */
export function scriptOf(word: string): Script {
  for (const letter of word) {
    const code = letter.codePointAt(0)!;
    if (code < 0x41) continue;
    if (code < 0x250) return 'latin';
    for (const [from, until, script] of blocks) if (from <= code && code < until) return script;
    return 'other';
  }
  return 'latin';
}

const blocks: readonly (readonly [from: number, until: number, Script])[] = [
  [0x1e00, 0x1f00, 'latin'],
  [0x0370, 0x0400, 'greek'],
  [0x1f00, 0x2000, 'greek'],
  [0x0400, 0x0530, 'cyrillic'],
  [0x0530, 0x0590, 'armenian'],
  [0x0590, 0x0600, 'hebrew'],
  [0x0600, 0x0780, 'arabic'],
  [0x08a0, 0x0900, 'arabic'],
  [0x10a0, 0x1100, 'georgian'],
  [0x3040, 0x3100, 'kana'],
  [0x1100, 0x1200, 'hangul'],
  [0xac00, 0xd7a4, 'hangul'],
  [0x3400, 0xa000, 'han'],
  [0xf900, 0xfb00, 'han'],
  [0x20000, 0x32000, 'han'],
];

/** Written without most vowels: what a romanisation of it says of vowels is worth little. */
export const isAbjad = (script: Script): boolean => script === 'arabic' || script === 'hebrew';

/** One character is a syllable: a difference of one character is a difference of a whole word elsewhere. */
export const isSyllabic = (script: Script): boolean => script === 'han' || script === 'hangul' || script === 'kana';
