import { basename } from 'node:path';
import { dataFolder } from '../../lists/data-folder.ts';
import { formats } from '../../lists/formats.ts';
import { importList, mayShrinkBy } from '../../lists/store.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { dataOption, dayOption, now, numberOption, tellingFaults, warnAll } from '../lists-options.ts';

export default command({
  usage: 'FILE --list ID [--on DAY] [options]',
  says: [
    'Reads an official list from a file and keeps it as it stood on a day. Ids are those that OpenSanctions uses (`un_sc_sanctions`, `us_ofac_sdn`, …).',
    `Formats: ${Object.entries(formats)
      .map(([name, { says }]) => `${name} (${says})`)
      .join('; ')}.`,
  ].join('\n'),
  positionals: 1,
  options: {
    list: { kind: 'text', value: 'ID', says: 'which list it is' },
    on: { kind: 'text', value: 'DAY', says: 'of which day it is; when left out, the day that the file says' },
    format: { kind: 'text', value: 'FORMAT', says: 'when left out, what the file looks like' },
    accept: { kind: 'flag', says: 'take it although it shrank, breaks off, or another is kept for the day' },
    'may-shrink': {
      kind: 'text',
      value: 'PERCENT',
      says: `how much of a list may go at once; ${mayShrinkBy} when left out`,
    },
    data: dataOption,
    json: { kind: 'flag', says: 'what was kept, as JSON' },
  },
  run({ values, positionals }, io) {
    const [file] = positionals;
    if (file === undefined) throw new UsageError('which file? `snapback lists import FILE --list ID`.');
    if (values.list === undefined || !/^[a-z0-9][a-z0-9_-]*$/.test(values.list))
      throw new UsageError('`--list` takes the id of the list in small letters, such as `un_sc_sanctions`.');
    const on = dayOption(values.on, 'on');
    const mayShrink = numberOption(values['may-shrink'], 'may-shrink', 0, 100);
    return tellingFaults(io, async () => {
      const { line, already, warnings } = await importList(dataFolder(values.data, io.env), {
        list: values.list!,
        file,
        source: basename(file),
        now: now().toISOString(),
        ...(on !== undefined && { on }),
        ...(values.format !== undefined && { format: values.format }),
        ...(mayShrink !== undefined && { mayShrink }),
        accept: values.accept === true,
      });
      warnAll(warnings, io);
      if (values.json) io.print(JSON.stringify({ ...line, already }));
      else
        io.print(
          `${line.list} as of ${line.on}: ${line.entries} entries, ${line.names} names (${line.format}), sha256 ${line.digest.slice(0, 16)}…${already ? ' was kept already' : ''}`,
        );
      return ExitCode.Ok;
    });
  },
});
