/**
 * The shortest of several runs, in seconds of processor time (all threads of this process, the system's share included): on
 * a machine shared with others the clock on the wall measures the neighbours, and the shortest run is the least disturbed.
 */
export function bestOf(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best / 1_000_000;
}

/** A small repeatable generator of numbers in [0, 1): the same seed gives the same data everywhere. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
