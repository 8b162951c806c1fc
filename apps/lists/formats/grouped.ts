/** Rows that follow each other under one key, together: how several lists print one entry on many rows. */
export async function* grouped<T>(
  rows: AsyncIterable<T>,
  keyOf: (row: T) => string,
): AsyncGenerator<{ readonly key: string; readonly rows: readonly T[] }> {
  let key: string | undefined;
  let held: T[] = [];
  for await (const row of rows) {
    const next = keyOf(row);
    if (key !== undefined && next !== key) {
      yield { key, rows: held };
      held = [];
    }
    key = next;
    held.push(row);
  }
  if (key !== undefined) yield { key, rows: held };
}
