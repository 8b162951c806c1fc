import { isAbjad, isSyllabic, type Script } from './script.ts';

/** How far two spellings of a sound are apart, in letters: a letter that is often written for another counts as part of one. */

/** Which letters may stand for each other in the scripts two words came from. */
export type Hearing = 'alphabetic' | 'abjad' | 'syllabic';

/** How well a script says what was heard. */
export const hearingOf = (script: Script): Hearing =>
  isAbjad(script) ? 'abjad' : isSyllabic(script) || script === 'other' ? 'syllabic' : 'alphabetic';

/** How two words of these scripts are heard side by side: the worse of the two decides, and in one script none is. */
export function hearingBetween(a: { readonly script: Script; readonly hearing: Hearing }, b: typeof a): Hearing {
  if (a.script === b.script) return 'alphabetic';
  if (a.hearing === 'syllabic' || b.hearing === 'syllabic') return 'syllabic';
  return a.hearing === 'abjad' ? 'abjad' : b.hearing;
}

const letters = 'abcdefghijklmnopqrstuvwxyzCJSX0123456789';
export const letterCount = letters.length;
const codes = new Map([...letters].map((letter, code) => [letter, code]));

/** A sound as numbers, for `distance`; letters that are no sounds are left out. */
export function encode(sound: string): Uint8Array {
  const out = new Uint8Array(sound.length);
  let length = 0;
  for (let i = 0; i < sound.length; i++) {
    const code = codes.get(sound[i]!);
    if (code !== undefined) out[length++] = code;
  }
  return length === out.length ? out : out.subarray(0, length);
}

/** Parts of a letter that one sound differs from another; what is not here is a whole letter. */
const confusions: readonly (readonly [pairs: string, cost: number])[] = [
  ['ou ei', 0.2],
  ['ae ao ai au eo eu iu io', 0.35],
  ['kX kC kg Xh XC Xg hg Cs', 0.4],
  ['Ji Jz JC JS Jg JX', 0.4],
  ['CS Ss sz Sz Cz', 0.3],
  ['vu vf vb bp pf', 0.4],
  ['td dz tC', 0.5],
  ['mn lr', 0.6],
  ['o0 i1 l1 e3 a4 s5 b8 g9 z2 t7', 0.5],
];
/** Further ones where a script has no letter for a sound. */
const furtherAbjad: typeof confusions = [
  ['ou vo vu iu ei ie ae ai au ao', 0.1],
  ['pb vf gJ gk gX kX kg CS Ct td sS ts zs dz', 0.25],
];
const furtherSyllabic: typeof confusions = [
  ['ae ao ai au eo eu iu io ou ei', 0.3],
  ['lr bv fh pf bp vf vu sS zJ sz CS tC td gk gJ kC zs ts si', 0.25],
];

type Costs = { readonly swap: Float32Array; readonly drop: Float32Array };

function costsOf(tables: readonly (typeof confusions)[], drops: Readonly<Record<string, number>>): Costs {
  const swap = new Float32Array(letterCount * letterCount).fill(1);
  for (let i = 0; i < letterCount; i++) swap[i * letterCount + i] = 0;
  for (const [pairs, cost] of tables.flat()) {
    for (const [a, b] of pairs.split(' ').map((pair) => [codes.get(pair[0]!)!, codes.get(pair[1]!)!] as const)) {
      swap[a * letterCount + b] = cost;
      swap[b * letterCount + a] = cost;
    }
  }
  const drop = new Float32Array(letterCount).fill(1);
  for (const [letter, cost] of Object.entries(drops)) drop[codes.get(letter)!] = cost;
  return { swap, drop };
}

const costs: Readonly<Record<Hearing, Costs>> = {
  alphabetic: costsOf([confusions], { a: 0.5, e: 0.5, i: 0.5, o: 0.5, u: 0.5, h: 0.35, J: 0.9 }),
  abjad: costsOf([confusions, furtherAbjad], { a: 0.05, e: 0.05, i: 0.15, o: 0.1, u: 0.15, h: 0.3, v: 0.5 }),
  syllabic: costsOf([confusions, furtherSyllabic], {
    a: 0.3,
    e: 0.25,
    i: 0.25,
    o: 0.2,
    u: 0.15,
    h: 0.2,
    n: 0.5,
    r: 0.3,
    g: 0.6,
  }),
};

const longest = 48;
const rows = [new Float32Array(longest + 1), new Float32Array(longest + 1), new Float32Array(longest + 1)];
const swapTurn = 0.8;

/** How much there is to differ: the number of sounds; where a script leaves some out, half of that and half of what dropping them all costs. */
export function sizeOf(sound: Uint8Array, hearing: Hearing): number {
  if (hearing === 'alphabetic') return Math.max(sound.length, 3);
  const { drop } = costs[hearing];
  let size = sound.length / 2;
  for (const letter of sound) size += drop[letter]! / 2;
  return Math.max(size, 1);
}

/**
 * The sum of the cheapest changes that make `b` of `a` (drops, swaps, turns of two neighbours), or infinity as soon as it is
 * more than `most`; words over 48 sounds are cut.
 */
export function distance(a: Uint8Array, b: Uint8Array, hearing: Hearing, most = Number.POSITIVE_INFINITY): number {
  const { swap, drop } = costs[hearing];
  const rowsOf = Math.min(a.length, longest);
  const columns = Math.min(b.length, longest);
  let before = rows[0]!;
  let previous = rows[1]!;
  let current = rows[2]!;
  previous[0] = 0;
  let leastBefore = 0;
  for (let j = 1; j <= columns; j++) previous[j] = previous[j - 1]! + drop[b[j - 1]!]!;
  for (let i = 1; i <= rowsOf; i++) {
    const from = a[i - 1]!;
    const dropped = drop[from]!;
    current[0] = previous[0]! + dropped;
    let least = current[0];
    for (let j = 1; j <= columns; j++) {
      const to = b[j - 1]!;
      let best = previous[j - 1]! + swap[from * letterCount + to]!;
      const less = previous[j]! + dropped;
      if (less < best) best = less;
      const more = current[j - 1]! + drop[to]!;
      if (more < best) best = more;
      if (i > 1 && j > 1 && from === b[j - 2] && a[i - 2] === to && from !== to) {
        const turned = before[j - 2]! + swapTurn;
        if (turned < best) best = turned;
      }
      current[j] = best;
      if (best < least) least = best;
    }
    // A turn reaches back two rows, at its own price.
    if (least > most && leastBefore + swapTurn > most) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return previous[columns]!;
}
