import type { Line } from './line.ts';

/** States a text is about, the most named first; those under measures of the Council count twice. */
export function topicsOf(lines: readonly Line[], targets: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const { name } of line.within('state'))
      counts.set(name, (counts.get(name) ?? 0) + (targets.has(name) ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([state]) => state);
}
