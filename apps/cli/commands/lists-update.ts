import { formatDiagnostic, nearest } from '../../../src/lists.ts';
import { dataFolder, placesIn } from '../../lists/data-folder.ts';
import { readSources } from '../../lists/sources.ts';
import { mayShrinkBy } from '../../lists/store.ts';
import { updateList } from '../../lists/update.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { dataOption, now, numberOption, tellingFaults, warnAll } from '../lists-options.ts';

export default command({
  usage: '[ID…] [options]',
  says: 'Gets the official lists from their addresses and keeps what changed. Addresses can be added or changed in `sources.json` of the data folder, or with `--from`.',
  positionals: 50,
  options: {
    from: { kind: 'many', value: 'ID=URL', says: 'another address for a list; may be given again' },
    'may-shrink': {
      kind: 'text',
      value: 'PERCENT',
      says: `how much of a list may go at once; ${mayShrinkBy} when left out`,
    },
    'most-megabytes': { kind: 'text', value: 'MB', says: 'the most that is got of one list; 1024 when left out' },
    timeout: { kind: 'text', value: 'SECONDS', says: 'how long one list may take; 900 when left out' },
    silence: { kind: 'text', value: 'SECONDS', says: 'how long a server may say nothing; 60 when left out' },
    data: dataOption,
    json: { kind: 'flag', says: 'what became of each list, a JSON a line' },
  },
  run({ values, positionals }, io) {
    const folder = dataFolder(values.data, io.env);
    const mayShrink = numberOption(values['may-shrink'], 'may-shrink', 0, 100);
    const limits = {
      bytes: (numberOption(values['most-megabytes'], 'most-megabytes', 0, 100_000) ?? 1024) * 1024 ** 2,
      whole: (numberOption(values.timeout, 'timeout', 0, 86_400) ?? 900) * 1000,
      silence: (numberOption(values.silence, 'silence', 0, 86_400) ?? 60) * 1000,
    };
    return tellingFaults(io, async () => {
      const own = (values.from ?? []).map((text) => ownSource(text));
      const sources = { ...readSources(placesIn(folder).sources), ...Object.fromEntries(own) };
      const wanted =
        positionals.length > 0 ? positionals : own.length > 0 ? own.map(([list]) => list) : Object.keys(sources);
      let failed = false;
      for (const list of wanted) {
        const source = sources[list];
        if (source === undefined) {
          const meant = nearest(list, Object.keys(sources));
          throw new UsageError(
            `no address is known for \`${list}\`.${meant === undefined ? ' Give one with `--from`.' : ` Did you mean \`${meant}\`?`}`,
          );
        }
        const updated = await updateList(folder, list, source, {
          now: now().toISOString(),
          limits,
          ...(mayShrink !== undefined && { mayShrink }),
          ...(io.isTTY && { progress: (says: string) => void process.stderr.write(`\r\u001b[K${says}`) }),
        });
        if (io.isTTY) process.stderr.write('\r\u001b[K');
        if (updated.became === 'failed') failed = true;
        if (updated.became === 'new') warnAll(updated.warnings, io);
        if (values.json) io.print(JSON.stringify(updated));
        else if (updated.became === 'failed') io.warn(formatDiagnostic(updated.fault));
        else if (updated.became === 'unchanged') io.print(`${list}: unchanged`);
        else
          io.print(
            `${list}: ${updated.line.entries} entries as of ${updated.line.on}, sha256 ${updated.line.digest.slice(0, 16)}…`,
          );
      }
      return failed ? ExitCode.BadInput : ExitCode.Ok;
    });
  },
});

function ownSource(text: string): readonly [string, { name: string; url: string }] {
  const at = text.indexOf('=');
  const [list, url] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !URL.canParse(url))
    throw new UsageError(`\`--from ${text}\` is not an id and an address: \`un_sc_sanctions=https://…\`.`);
  return [list, { name: list, url }];
}
