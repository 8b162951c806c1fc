/** 32 bits of FNV-1a over the code units of a text; `seed` keeps kinds of keys apart. */
export function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Where in a list of hashes the run of one of them starts; its length if there is none. */
export type FirstOf = (wanted: number) => number;

/** Hashes lie evenly: the first bits of one say nearly where it stands, which spares most of a search by halves. */
export function firstIn(sorted: Uint32Array): FirstOf {
  const bits = Math.max(1, Math.min(20, 32 - Math.clz32(sorted.length)));
  const shift = 32 - bits;
  const starts = new Uint32Array((1 << bits) + 1).fill(sorted.length);
  for (let i = sorted.length - 1; i >= 0; i--) starts[sorted[i]! >>> shift] = i;
  // A stretch without hashes begins where the next one does.
  for (let i = starts.length - 2; i >= 0; i--) if (starts[i]! > starts[i + 1]!) starts[i] = starts[i + 1]!;
  return (wanted) => {
    let low = starts[wanted >>> shift]!;
    let high = starts[(wanted >>> shift) + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && sorted[low] === wanted ? low : sorted.length;
  };
}
