import { dataFolder, placesIn } from '../../lists/data-folder.ts';
import { readManifest, type SnapshotLine, snapshotsIn } from '../../lists/manifest.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { dataOption, now, tellingFaults } from '../lists-options.ts';

export default command({
  usage: '[options]',
  says: 'The lists that are kept: of which day, how old, how many entries and names, from where, under which digest; and what was held back.',
  options: { data: dataOption, json: { kind: 'flag', says: 'the same as JSON' } },
  run({ values }, io) {
    return tellingFaults(io, async () => {
      const folder = dataFolder(values.data, io.env);
      const lines = readManifest(placesIn(folder).manifest);
      const used = snapshotsIn(lines);
      const lists = [...new Set(lines.map(({ list }) => list))].sort().map((list) => {
        const own = used.filter((line) => line.list === list);
        const last = own.at(-1);
        const held = lines
          .filter(
            (line): line is SnapshotLine =>
              line.kind === 'snapshot' &&
              line.list === list &&
              line.held !== undefined &&
              line.added > (last?.added ?? ''),
          )
          .at(-1);
        const checked = lines
          .filter((line) => line.list === list)
          .map((line) => (line.kind === 'checked' ? line.at : line.added))
          .at(-1);
        const on = last?.on ?? null;
        return {
          list,
          on,
          days: on === null ? null : Math.floor((now().getTime() - Date.parse(`${on}T00:00:00Z`)) / 86_400_000),
          entries: last?.entries ?? 0,
          names: last?.names ?? 0,
          snapshots: own.length,
          source: last?.source ?? null,
          digest: last?.digest ?? null,
          checked: checked ?? null,
          held: held?.held ?? null,
        };
      });
      if (values.json) io.print(JSON.stringify({ folder, lists }, null, 2));
      else if (lists.length === 0)
        io.print(
          `No list is kept in ${folder}. \`snapback lists update\` gets them, \`snapback lists import FILE --list ID\` takes a file.`,
        );
      else
        for (const { list, on, days, entries, names, snapshots, source, digest, held } of lists) {
          io.print(
            `${list}: ${on === null ? 'no snapshot in use' : `as of ${on} (${days} days old), ${entries} entries, ${names} names, ${snapshots} snapshots, from ${source}, sha256 ${digest?.slice(0, 16)}…`}`,
          );
          if (held !== null) io.print(`  held back: ${held}`);
        }
      return ExitCode.Ok;
    });
  },
});
