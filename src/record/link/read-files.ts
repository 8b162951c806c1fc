import type { FileKind, FileOf } from '../schema.ts';

/** The files that have the right shape, by kind, with their paths. */
export type ReadFiles = { readonly [K in FileKind]: readonly { readonly path: string; readonly value: FileOf<K> }[] };
