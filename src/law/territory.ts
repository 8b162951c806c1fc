import type { State } from './vocabulary.ts';

/** A State with those it came from, and the one that carried it on: measures on any of them may reach it (rule 10). */
export function territoriesOf(states: Readonly<Record<string, State>>, state: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [state, ...(states[state]?.successors.slice(0, 1) ?? [])];
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    queue.push(...(states[code]?.predecessors ?? []));
  }
  return found;
}
