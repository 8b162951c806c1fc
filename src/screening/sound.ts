/**
 * How a word in Latin letters may sound, whoever spelled it: an English, French, German, Polish or Spanish clerk. One capital
 * letter stands for one sound that these languages write with several: C as in church, J as in jam or measure, S as in ship,
 * X as in Bach. Different spellings need not fall together here: what stays apart is near by `distance`.
 */
const spellings: readonly (readonly [from: RegExp, to: string])[] = [
  [/shch|szcz|schtsch|stsch/g, 'S'],
  [/dzh|dsch|dj|zh|dž/g, 'J'],
  [/tsch|tch|tsh|cz/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/ch/g, 'C'],
  [/kh/g, 'X'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/rh/g, 'r'],
  [/ck|cq|qu(?=[ei])|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/^(?:x|hs)/g, 'S'],
  [/x/g, 'ks'],
  [/tz|ts/g, 'ts'],
  [/w/g, 'v'],
  [/oo|ou|oe(?=[^iu]|$)/g, 'u'],
  [/ee|ie(?=[^aou]|$)|iy|ij|yi|ii/g, 'i'],
  [/y/g, 'i'],
  [/j/g, 'J'],
  [/([a-zA-Z])\1+/g, '$1'],
];

const soundOnly = /[^a-zA-Z0-9]/g;

const known = new Map<string, string>();
const mostKnown = 100_000;

/** The sounds of a folded Latin word; what is not a Latin letter or a digit is left out. */
export function soundOf(latin: string): string {
  const met = known.get(latin);
  if (met !== undefined) return met;
  let sound = latin;
  for (const [from, to] of spellings) sound = sound.replace(from, to);
  sound = sound.replace(soundOnly, '');
  if (known.size >= mostKnown) known.clear();
  known.set(latin, sound);
  return sound;
}

/** The sound without vowels, glides and h, near sounds as one: words with the same skeleton are worth comparing. */
export function skeletonOf(sound: string): string {
  let out = '';
  for (const letter of sound) {
    const key = near[letter] ?? letter;
    if (key !== '' && out.at(-1) !== key) out += key;
  }
  return out === '' ? sound.slice(0, 2) : out;
}

/** The first sound of a word, near sounds as one; `a` for every vowel. */
export const onsetOf = (letter: string): string => near[letter] || 'a';

const near: Readonly<Record<string, string>> = {
  a: '',
  e: '',
  i: '',
  o: '',
  u: '',
  h: '',
  v: 'f',
  f: 'f',
  b: 'p',
  p: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  X: 'k',
  z: 's',
  s: 's',
  S: 's',
  C: 's',
  J: 's',
  n: 'n',
  m: 'n',
  l: 'l',
  r: 'r',
};
