/**
 * Names in, an index out: words in a table, each name a run of word numbers, each word the names it stands in, and sorted hashes
 * that lead from a word's sound to words like it. Typed arrays only, so that it is written and read as it lies in memory.
 */
export type NameIndex = {
  /** Words: their texts (code units, one after the other), and what `Token` says of them. */
  readonly text: Uint16Array;
  readonly textStart: Uint32Array;
  readonly latin: Uint16Array;
  readonly latinStart: Uint32Array;
  readonly sound: Uint16Array;
  readonly soundStart: Uint32Array;
  readonly kind: Uint8Array;
  readonly script: Uint8Array;
  readonly value: Int32Array;
  /** Names: the run of words of each, what they are the names of, legal forms as bits, whether weak, and whose they are. */
  readonly nameStart: Uint32Array;
  readonly nameWord: Uint32Array;
  readonly nameOf: Uint8Array;
  readonly nameForms: Uint8Array;
  readonly nameWeak: Uint8Array;
  readonly nameSubject: Uint32Array;
  readonly nameWeight: Float32Array;
  /** Words to the names they stand in. */
  readonly postingStart: Uint32Array;
  readonly posting: Uint32Array;
  /** Sorted hashes and what they lead to. */
  readonly wordKey: Uint32Array;
  readonly wordKeyTo: Uint32Array;
  readonly wholeKey: Uint32Array;
  readonly wholeKeyTo: Uint32Array;
  readonly identifierKey: Uint32Array;
  readonly identifierKeyTo: Uint32Array;
};

/** What the index needs of one listed subject: its names, of what kind, and its identifying numbers. */
export type Subject = {
  /** How its names are read: more than one way where the list leaves open what it is. */
  readonly of: readonly ('person' | 'organisation' | 'vessel')[];
  readonly names: readonly { readonly text: string; readonly weak: boolean }[];
  readonly identifiers: readonly string[];
};
