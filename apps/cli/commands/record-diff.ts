import { type LegalRecord, revise, revisionTexts } from '../../../src/index.ts';
import { readAndLink } from '../../files/read-and-link.ts';
import { isFolder } from '../../files/read-record.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';

export default command({
  usage: 'BEFORE AFTER',
  says: [
    'Tells in words what the differences between two records do to the law: which measures are new or gone, which read',
    'otherwise, and which run at other times, for whom. BEFORE and AFTER are folders that each hold a record.',
  ].join('\n'),
  options: { json: { kind: 'flag', says: 'print `{before, after, revisions}` as JSON' } },
  positionals: 2,
  run({ values, positionals }, io) {
    const [from, to] = positionals;
    if (from === undefined || to === undefined)
      throw new UsageError('`record diff` compares two folders: BEFORE and AFTER.');
    const [before, after] = [linked(from), linked(to)];
    const revisions = revise(before, after);
    const told = revisionTexts(revisions, before, after);
    if (values.json) {
      const plain = revisions.map(({ norm, ...rest }) => ({ norm: norm.id, ...rest }));
      io.print(JSON.stringify({ before: before.hash, after: after.hash, told, revisions: plain }, null, 2));
    } else io.print(told.length > 0 ? told.join('\n') : 'Nothing that the law says, or when it holds, is different.');
    return ExitCode.Ok;
  },
});

/** The record of a folder. One with faults is not compared: what it says is not settled. */
function linked(folder: string): LegalRecord {
  if (!isFolder(folder)) throw new UsageError(`\`${folder}\` is no folder.`);
  const read = readAndLink(folder);
  if (read.ok) return read.value;
  const errors = read.errors.filter(({ severity }) => severity === 'error').length;
  throw new UsageError(
    `the record in \`${folder}\` has ${errors} error${errors === 1 ? '' : 's'}; \`snapback record check ${folder}\` tells them.`,
  );
}
