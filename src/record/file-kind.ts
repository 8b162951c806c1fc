import type { FileKind } from './schema.ts';

const kinds: Readonly<Record<string, FileKind>> = {
  instruments: 'instrument',
  regimes: 'regime',
  events: 'events',
  points: 'points',
  positions: 'position',
  designations: 'list',
  goods: 'goods',
  offices: 'offices',
};

/** What a file of the record holds, by the folder it lies in; undefined when files do not belong there. */
export function fileKind(path: string): FileKind | undefined {
  if (path === 'record.yaml') return 'record';
  const vocabulary = /^states\/(regions|groups|laws|states[^/]*)\.ya?ml$/.exec(path)?.[1];
  if (vocabulary !== undefined) return vocabulary.startsWith('states') ? 'states' : (vocabulary as FileKind);
  const folder = /^([^/]+)\/.+\.ya?ml$/.exec(path)?.[1];
  return folder === undefined ? undefined : kinds[folder];
}

/** The folders that a record has. */
export const folders: readonly string[] = [...Object.keys(kinds), 'states'];
