import { columnFaults, DIALECTS, LEDGER_COLUMNS, ledgerSql } from '../../../src/ledger.ts';
import { BatchFault } from '../../batch/batch-fault.ts';
import { readManifest } from '../../batch/manifest.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';

export default command({
  usage: '--dialect D --tables DIR [--columns NAMES]',
  says: [
    'Prints the query that joins a ledger to the compiled tables: tables `ledger`, `word`, `cell`, `segment`, `answer` by those names.',
    'The columns of `ledger`: id; from, to, goods, activity, recipient, region, party (text, null where left out); contract (the second of',
    'signing, or null); t (the second its time begins) and p (0 instant, 1 day, 2 month, 3 year). `--columns` names those there are: a',
    'column that the tables know nothing of is refused. Without it all are read, and a row that fills in such a column comes out with nulls.',
  ].join('\n'),
  options: {
    dialect: { kind: 'text', value: 'D', says: DIALECTS.join(', ') },
    tables: { kind: 'text', value: 'DIR', says: 'the folder that `snapback compile` wrote' },
    columns: {
      kind: 'text',
      value: 'NAMES',
      says: `the columns that \`ledger\` has; ${LEDGER_COLUMNS.join(',')} when left out`,
    },
  },
  run({ values: { dialect, tables, columns } }, io) {
    const known = DIALECTS.find((one) => one === dialect);
    if (known === undefined)
      throw new UsageError(
        `\`--dialect\` is one of ${DIALECTS.join(', ')}${dialect === undefined ? '' : `, not \`${dialect}\``}.`,
      );
    if (tables === undefined) throw new UsageError('`--tables` names the folder that `snapback compile` wrote.');
    try {
      const manifest = readManifest(tables);
      const listed = columns?.split(',').map((one) => one.trim());
      const faults = listed === undefined ? [] : columnFaults(manifest, listed);
      if (faults.length > 0) throw new UsageError(faults.join('\n'));
      io.print(`${ledgerSql(known, manifest, listed)};`);
    } catch (error) {
      if (error instanceof BatchFault) throw new UsageError(error.message);
      throw error;
    }
    return ExitCode.Ok;
  },
});
