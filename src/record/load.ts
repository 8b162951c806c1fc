/**
 * The stage from files to a checked record: parse, check shapes, link, check what only the whole can show.
 * Comes in: the texts of `record/` and their hash. Goes out: a linked record with warnings, or every fault found.
 */
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { LegalRecord } from '../law/record.ts';
import { type CivilDate, parseCivilDate } from '../time/civil-date.ts';
import { idsInBrokenFile } from './broken.ts';
import { checkLinked } from './check/check-linked.ts';
import { fileKind, folders } from './file-kind.ts';
import { Ids } from './ids.ts';
import { link } from './link/link.ts';
import type { ReadFiles } from './link/read-files.ts';
import { parse, type RecordFile } from './parse.ts';
import { Places } from './places.ts';
import { type FileKind, fileSchemas } from './schema.ts';
import { validateShape } from './validate-shape.ts';

export type { RecordFile } from './parse.ts';

/** A record with what is needed to point at its files. */
export type LoadedRecord = { readonly record: LegalRecord; readonly ids: Ids };

export function loadRecord(files: readonly RecordFile[], hash: string): Checked<LoadedRecord> {
  const places = new Places();
  const { read, faults, broken } = readFiles(files, places);
  const horizon = horizonOf(read, faults, broken, places);
  const ids = new Ids(places, broken);
  const record = link(read, horizon, hash, ids);
  checkLinked(record, read, ids);
  const all = [...faults, ...ids.faults].sort(byPlace);
  return all.some(({ severity }) => severity === 'error')
    ? { ok: false, errors: all }
    : { ok: true, value: { record, ids }, warnings: all };
}

type Reading = { readonly read: ReadFiles; readonly faults: Diagnostic[]; readonly broken: Set<string> };

/** Every file that can be read and has the right shape; of the others the faults, and the ids they declare. */
function readFiles(files: readonly RecordFile[], places: Places): Reading {
  const read = Object.fromEntries(Object.keys(fileSchemas).map((kind) => [kind, []])) as unknown as Record<
    FileKind,
    { path: string; value: unknown }[]
  >;
  const faults: Diagnostic[] = [];
  const broken = new Set<string>();
  for (const file of files) {
    const kind = fileKind(file.path);
    if (kind === undefined) {
      faults.push(
        diagnose('file-out-of-place', { file: file.path }, { nearest: nearest(file.path.split('/')[0]!, folders) }),
      );
      continue;
    }
    const { value, faults: unread } = parse(file, places);
    const wrong = unread.length > 0 ? unread : validateShape(value, fileSchemas[kind], places, file.path);
    faults.push(...wrong);
    if (wrong.length === 0) read[kind].push({ path: file.path, value });
    else for (const id of [file.path, ...idsInBrokenFile(file.path, file.text)]) broken.add(id);
  }
  return { read: read as unknown as ReadFiles, faults, broken };
}

/** The last day the record claims to know. Without one nothing is known to have happened, so the year 1 stands in. */
function horizonOf(read: ReadFiles, faults: Diagnostic[], broken: ReadonlySet<string>, places: Places): CivilDate {
  const nothing = parseCivilDate('0001-01-01')!;
  const file = read.record[0];
  if (file === undefined) {
    const isMissing = !broken.has('record.yaml');
    if (isMissing)
      faults.push(
        diagnose(
          'missing-file',
          { file: 'record.yaml' },
          { file: 'record.yaml', holds: 'its `horizon`, the last day it claims to know' },
        ),
      );
    return nothing;
  }
  const horizon = parseCivilDate(file.value.horizon);
  if (horizon === undefined)
    faults.push(diagnose('no-such-date', places.of(file.value, 'horizon'), { text: file.value.horizon }));
  return horizon ?? nothing;
}

const SEVERE = { error: 0, warning: 1 } as const;

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const files = compare(a.place.file ?? '', b.place.file ?? '');
  return (
    files ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    SEVERE[a.severity] - SEVERE[b.severity] ||
    compare(a.code, b.code)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
