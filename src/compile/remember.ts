type Store<K, V> = { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown };

/** What a map holds for a key, made and kept the first time it is asked for. */
export function remember<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const kept = store.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  store.set(key, made);
  return made;
}
