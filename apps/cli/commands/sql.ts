import { DIALECTS, ledgerSql } from '../../../src/ledger.ts';
import { BatchFault } from '../../batch/batch-fault.ts';
import { readManifest } from '../../batch/compile-tables.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';

export default command({
  usage: '--dialect D --tables DIR',
  says: [
    'Prints the query that joins a ledger to the compiled tables: tables `ledger`, `word`, `cell`, `segment`, `answer` by those names.',
    '`ledger` has id, from, to, goods, activity, recipient (text), t (the second its time begins) and p (0 instant, 1 day, 2 month, 3 year).',
  ].join('\n'),
  options: {
    dialect: { kind: 'text', value: 'D', says: DIALECTS.join(', ') },
    tables: { kind: 'text', value: 'DIR', says: 'the folder that `snapback compile` wrote' },
  },
  run({ values: { dialect, tables } }, io) {
    const known = DIALECTS.find((one) => one === dialect);
    if (known === undefined)
      throw new UsageError(
        `\`--dialect\` is one of ${DIALECTS.join(', ')}${dialect === undefined ? '' : `, not \`${dialect}\``}.`,
      );
    if (tables === undefined) throw new UsageError('`--tables` names the folder that `snapback compile` wrote.');
    try {
      io.print(`${ledgerSql(known, readManifest(tables))};`);
    } catch (error) {
      if (error instanceof BatchFault) throw new UsageError(error.message);
      throw error;
    }
    return ExitCode.Ok;
  },
});
