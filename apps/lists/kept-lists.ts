import { createHash } from 'node:crypto';
import { existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildIndex,
  type Entry,
  type NameIndex,
  openIndex,
  readingsOf,
  type Search,
  type Sighting,
  type Spell,
  type Subject,
  spellsOf,
} from '../../src/lists.ts';
import { placesIn } from './data-folder.ts';
import { writeWhole } from './durable.ts';
import { readColumns, writeColumns } from './index-file.ts';
import { readManifest, type SnapshotLine, snapshotsIn } from './manifest.ts';
import { readSnapshot } from './store.ts';

/** One entry of a list through all kept snapshots: as last printed, under every name it ever had, and when it stood there. */
export type Kept = { readonly list: string; readonly entry: Entry; readonly spells: readonly Spell[] };

/** All kept lists, ready to be searched as of any day. */
export type KeptLists = {
  readonly search: Search;
  readonly snapshots: readonly SnapshotLine[];
  readonly subject: (number: number) => Kept;
  readonly listOf: (number: number) => string;
  /** Whether a subject stood on its list on a day (ISO), as far as was known by the end of another. */
  readonly stood: (number: number, day: string, knownOn?: string) => boolean;
};

/** Changed whenever what an index holds or how it is found changes, so that old ones are built anew. */
const indexVersion = '7';

/** Opens the kept lists of a data folder; builds their index once for each set of snapshots, and keeps it. */
export function openKeptLists(folder: string, progress: (says: string) => void = () => {}): KeptLists {
  const places = placesIn(folder);
  const snapshots = snapshotsIn(readManifest(places.manifest));
  const key = createHash('sha256')
    .update(JSON.stringify([indexVersion, ...snapshots.map(({ list, on, digest }) => [list, on, digest])]))
    .digest('hex')
    .slice(0, 24);
  const [columns, subjects] = [join(places.index, `${key}.columns`), join(places.index, `${key}.ndjson`)];
  if (!existsSync(columns) || !existsSync(subjects)) {
    progress(`building the index of ${snapshots.length} snapshots`);
    build(folder, snapshots, columns, subjects);
    for (const old of existsSync(places.index) ? readdirSync(places.index) : [])
      if (!old.includes(key) && !old.endsWith('.tmp')) rmSync(join(places.index, old), { force: true });
  }
  return open(columns, subjects, snapshots);
}

function build(folder: string, snapshots: readonly SnapshotLine[], columns: string, subjects: string): void {
  const kept = gatherSubjects(folder, snapshots);
  const index = buildIndex(kept.map(subjectOf));
  const lists = [...new Set(kept.map(({ list }) => list))];
  const lines = kept.map((one) => Buffer.from(`${JSON.stringify(one)}\n`));
  const starts = new Uint32Array(kept.length + 1);
  lines.forEach((line, i) => {
    starts[i + 1] = starts[i]! + line.length;
  });
  const spells = kept.flatMap(({ spells }, subject) =>
    spells.map((spell) => ({
      subject,
      from: dayNumber(spell.from, neverBegan),
      until: dayNumber(spell.until, neverEnds),
    })),
  );
  const spellStart = new Uint32Array(kept.length + 1);
  for (const { subject } of spells) spellStart[subject + 1]!++;
  for (let i = 0; i < kept.length; i++) spellStart[i + 1]! += spellStart[i]!;
  writeWhole(subjects, lines);
  writeColumns(columns, {
    ...index,
    subjectStart: starts,
    subjectList: Uint8Array.from(kept, ({ list }) => lists.indexOf(list)),
    spellStart,
    spellFrom: Int32Array.from(spells, ({ from }) => from),
    spellUntil: Int32Array.from(spells, ({ until }) => until),
    lists: new Uint8Array(Buffer.from(JSON.stringify(lists))),
  });
}

type Gathered = Kept & { readonly names: Entry['names'] };

function gatherSubjects(folder: string, snapshots: readonly SnapshotLine[]): readonly Gathered[] {
  const out: Gathered[] = [];
  for (const list of new Set(snapshots.map((snapshot) => snapshot.list))) {
    const own = snapshots.filter((snapshot) => snapshot.list === list);
    const found = new Map<string, { entry: Entry; names: Map<string, Entry['names'][number]>; seen: Sighting[] }>();
    for (const snapshot of own) {
      for (const entry of readSnapshot(folder, snapshot)) {
        const known = found.get(entry.id) ?? {
          entry,
          names: new Map<string, Entry['names'][number]>(),
          seen: [] as Sighting[],
        };
        known.entry = entry;
        for (const name of entry.names) known.names.set(`${name.quality} ${name.text}`, name);
        known.seen.push({ on: snapshot.on, ...(entry.listedOn !== undefined && { listedOn: entry.listedOn }) });
        found.set(entry.id, known);
      }
    }
    const days = own.map(({ on }) => on);
    for (const { entry, names, seen } of found.values())
      out.push({ list, entry, spells: untilPrinted(spellsOf(days, seen), entry), names: [...names.values()] });
  }
  return out;
}

/** A list that prints the end of a listing knows it better than the days we happen to have kept. */
function untilPrinted(spells: readonly Spell[], { until }: Entry): readonly Spell[] {
  const last = spells.at(-1);
  if (until === undefined || last === undefined || (last.until !== null && last.until <= until)) return spells;
  return [...spells.slice(0, -1), { ...last, until }];
}

const subjectOf = ({ entry, names }: Gathered): Subject => ({
  of: readingsOf(entry.schema),
  names: names.map(({ text, quality }) => ({ text, weak: quality === 'weak' })),
  identifiers: (entry.documents ?? []).map(({ number }) => number),
});

const neverBegan = -0x80000000;
const neverEnds = 0x7fffffff;
/** Days since 1970-01-01; what is no date counts as open. */
function dayNumber(day: string | null, open: number): number {
  const at =
    day === null
      ? Number.NaN
      : Date.parse(`${day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day}T00:00:00Z`);
  return Number.isNaN(at) ? open : Math.floor(at / 86_400_000);
}

function open(columnsFile: string, subjectsFile: string, snapshots: readonly SnapshotLine[]): KeptLists {
  const lines = openSync(subjectsFile, 'r');
  const columns = readColumns(columnsFile);
  const at = (name: string): Uint32Array => columns[name] as Uint32Array;
  const [starts, lists, spellStart] = [at('subjectStart'), columns.subjectList as Uint8Array, at('spellStart')];
  const [from, until] = [columns.spellFrom as Int32Array, columns.spellUntil as Int32Array];
  const names = JSON.parse(Buffer.from(columns.lists as Uint8Array).toString('utf8')) as readonly string[];
  return {
    search: openIndex(columns as unknown as NameIndex),
    snapshots,
    listOf: (number) => names[lists[number]!]!,
    subject: (number) => JSON.parse(slice(lines, starts[number]!, starts[number + 1]!)) as Kept,
    stood: (number, day, knownOn) => {
      const asked = dayNumber(day, neverEnds);
      const known = knownOn === undefined ? neverEnds - 1 : dayNumber(knownOn, neverEnds - 1);
      for (let i = spellStart[number]!; i < spellStart[number + 1]!; i++)
        if (from[i]! <= Math.min(asked, known) && (asked < until[i]! || known < until[i]!)) return true;
      return false;
    },
  };
}

/** One line of an open file. It stays open, so that an index built meanwhile, which removes this one, doesn't take it away. */
function slice(file: number, from: number, until: number): string {
  const bytes = Buffer.alloc(until - from);
  readSync(file, bytes, 0, bytes.length, from);
  return bytes.toString('utf8');
}
