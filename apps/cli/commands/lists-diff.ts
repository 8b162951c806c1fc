import { existsSync } from 'node:fs';
import { changesBetween, type Entry, nearest, toScreenAgain } from '../../../src/lists.ts';
import { dataFolder, placesIn } from '../../lists/data-folder.ts';
import { ListFault } from '../../lists/list-fault.ts';
import { readManifest, snapshotAt, snapshotsIn } from '../../lists/manifest.ts';
import { readList } from '../../lists/read-list.ts';
import { readSnapshot } from '../../lists/store.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { dataOption, tellingFaults } from '../lists-options.ts';

export default command({
  usage: 'A B [options]',
  says: 'What changed between two snapshots: who came, who went, who changed in what, and against whom customers are to be screened again. A and B are `LIST@DAY` (as it stood that day), `LIST` (the last), or files.',
  positionals: 2,
  options: { data: dataOption, json: { kind: 'flag', says: 'the same as JSON' } },
  run({ values, positionals }, io) {
    const [a, b] = positionals;
    if (a === undefined || b === undefined)
      throw new UsageError(
        'two snapshots are compared: `snapback lists diff un_sc_sanctions@2020-12-01 un_sc_sanctions@2025-11-18`.',
      );
    return tellingFaults(io, async () => {
      const folder = dataFolder(values.data, io.env);
      const changes = changesBetween(await entriesOf(folder, a), await entriesOf(folder, b));
      const again = toScreenAgain(changes);
      if (values.json) {
        io.print(
          JSON.stringify(
            {
              came: changes.came.map(brief),
              went: changes.went.map(brief),
              changed: changes.changed.map(({ before, after, fields }) => ({
                ...brief(after),
                fields,
                before: pick(before, fields),
                after: pick(after, fields),
              })),
              screenAgain: again.map(({ id, names }) => ({ id, names: names.map(({ text }) => text) })),
            },
            null,
            2,
          ),
        );
        return ExitCode.Ok;
      }
      io.print(
        `${changes.came.length} came, ${changes.went.length} went, ${changes.changed.length} changed; screen again against ${again.length}.`,
      );
      for (const entry of changes.came) io.print(`+ ${line(entry)}`);
      for (const entry of changes.went) io.print(`- ${line(entry)}`);
      for (const { after, fields } of changes.changed) io.print(`~ ${line(after)}: ${fields.join(', ')}`);
      return ExitCode.Ok;
    });
  },
});

const brief = ({ id, schema, names, listedOn, programmes }: Entry) => ({
  id,
  schema,
  caption: names[0]?.text ?? id,
  listedOn: listedOn ?? null,
  programmes: programmes ?? [],
});
const pick = (entry: Entry, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, entry[field as keyof Entry] ?? null]));
const line = ({ id, names }: Entry): string => `${id} ${names[0]?.text ?? ''}`;

async function entriesOf(folder: string, what: string): Promise<readonly Entry[]> {
  const snapshots = snapshotsIn(readManifest(placesIn(folder).manifest));
  const [list = '', day] = what.split('@');
  const kept = snapshotAt(snapshots, list, day ?? '9999-12-31');
  if (kept !== undefined) return readSnapshot(folder, kept);
  const byDigest = /^[0-9a-f]{8,64}$/.test(what) ? snapshots.find(({ digest }) => digest.startsWith(what)) : undefined;
  if (byDigest !== undefined) return readSnapshot(folder, byDigest);
  if (existsSync(what)) return (await readList(what)).entries;
  throw new ListFault('list-unknown', {
    list: what,
    nearest: nearest(list, [...new Set(snapshots.map((snapshot) => snapshot.list))]),
  });
}
