import { nearest } from '../../../src/lists.ts';
import { dataFolder, placesIn } from '../../lists/data-folder.ts';
import { ListFault } from '../../lists/list-fault.ts';
import { readManifest, type SnapshotLine, snapshotsIn } from '../../lists/manifest.ts';
import { readSnapshot } from '../../lists/store.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { dataOption, tellingFaults } from '../lists-options.ts';

export default command({
  usage: '[ID…] [--programme NAME] [options]',
  says: 'Every snapshot that was ever kept, in the order of its days; with `--programme` how many entries each had under it.',
  positionals: 50,
  options: {
    programme: { kind: 'text', value: 'NAME', says: 'count the entries of this programme, as the list prints it' },
    data: dataOption,
    json: { kind: 'flag', says: 'a JSON a line' },
  },
  run({ values, positionals }, io) {
    return tellingFaults(io, async () => {
      const folder = dataFolder(values.data, io.env);
      const lines = readManifest(placesIn(folder).manifest).filter(
        (line): line is SnapshotLine => line.kind === 'snapshot',
      );
      const known = [...new Set(lines.map(({ list }) => list))];
      const unknown = positionals.find((list) => !known.includes(list));
      if (unknown !== undefined)
        throw new ListFault('list-unknown', { list: unknown, nearest: nearest(unknown, known) });
      const used = new Set(snapshotsIn(lines));
      const wanted = lines
        .filter(({ list }) => positionals.length === 0 || positionals.includes(list))
        .sort((a, b) => (a.list + a.on < b.list + b.on ? -1 : 1));
      for (const line of wanted) {
        const under =
          values.programme === undefined
            ? undefined
            : readSnapshot(folder, line).filter(({ programmes }) => programmes?.includes(values.programme!)).length;
        const state = line.held !== undefined ? 'held back' : used.has(line) ? 'in use' : 'superseded';
        if (values.json)
          io.print(
            JSON.stringify({ ...line, state, ...(under !== undefined && { programme: values.programme, under }) }),
          );
        else
          io.print(
            `${line.list} ${line.on}: ${line.entries} entries${under === undefined ? '' : `, ${under} under ${values.programme}`}, ${state}, sha256 ${line.digest.slice(0, 16)}…, kept ${line.added}`,
          );
      }
      return ExitCode.Ok;
    });
  },
});
