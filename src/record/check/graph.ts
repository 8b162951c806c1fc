/** One circle of each knot in a graph, as the nodes along it; none where every way ends. */
export function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: (readonly string[])[] = [];
  for (const start of graph.keys()) walk(start);
  return cycles;

  /** Depth first without recursion, since chains of renewals can be long. */
  function walk(start: string): void {
    if (done.has(start)) return;
    const path: string[] = [];
    const stack: { readonly node: string; next: number }[] = [{ node: start, next: 0 }];
    path.push(start);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = graph.get(top.node)?.[top.next++];
      if (next === undefined) {
        done.add(top.node);
        stack.pop();
        path.pop();
      } else if (path.includes(next)) {
        const cycle = path.slice(path.indexOf(next));
        if (!cycles.some((known) => known.some((node) => cycle.includes(node)))) cycles.push(cycle);
      } else if (!done.has(next)) {
        stack.push({ node: next, next: 0 });
        path.push(next);
      }
    }
  }
}
