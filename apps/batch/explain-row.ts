/** One row of a ledger, asked by itself: what `ask` says of its words. */
import { assessmentJson, type Memo, memoOf } from '../../src/index.ts';
import { columnsByField } from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import type { BatchWishes } from './batch.ts';
import { BatchFault } from './batch-fault.ts';
import { unlisted } from './cells.ts';
import { checkInput } from './check-input.ts';
import { createDictionary } from './dictionaries.ts';
import { type Database, named, quoted } from './duckdb.ts';
import { columnsOf, type RowsWanted, rowWords, wordFields } from './relation.ts';
import type { RunView } from './viewpoint.ts';

export type ExplainedRow = {
  readonly memo: Memo;
  readonly json: Record<string, unknown>;
  readonly undetermined: boolean;
};

/** Finds the row with an id (or number) in the files and answers it in full. */
export async function explainRow(
  database: Database,
  session: Session,
  view: RunView,
  { files, mapped, values, given }: BatchWishes,
  id: string,
): Promise<ExplainedRow> {
  for (const [field, map] of Object.entries(values)) await createDictionary(database, field, map);
  for (const file of files) {
    await checkInput(file);
    const columns = await columnsOf(database, file);
    const { found, faults } = columnsByField([...columns.keys()], mapped, new Set(Object.keys(given)));
    if (faults.length > 0) throw new BatchFault(`${file.path}: ${faults.join('\n')}`);
    const wanted: RowsWanted = {
      file,
      columns,
      byField: found,
      offset: view.offset,
      replaced: new Set(Object.keys(values) as (keyof typeof values)[]),
      times: false,
      numbered: found.id === undefined,
    };
    const key = found.id === undefined ? 'row::VARCHAR' : 'id::VARCHAR';
    const fields = wordFields(wanted);
    const rows = await database.rows(
      `SELECT on_words, ${['NULL', ...fields.map((field) => named(`w_${field}`))].join(', ')} FROM (${rowWords(wanted)}) WHERE ${key} = ${quoted(id)} LIMIT 1`,
    );
    const [row] = rows;
    if (row === undefined) continue;
    const words = Object.fromEntries(
      fields.flatMap((field, i) => (row[i + 2] === null ? [] : [[field, String(row[i + 2])]])),
    );
    const understood = await session.understand({
      ...view.shared,
      ...unlisted({ ...given, ...words }),
      on: row[0] ?? undefined,
    });
    if (!understood.ok)
      throw new BatchFault(
        `the row \`${id}\` of ${file.path} gets no answer.\n${understood.errors.map(({ message, place }) => `${place.within}: ${message}`).join('\n')}`,
      );
    const { assessment, program } = session.answer(understood.value);
    return {
      memo: memoOf(assessment, program, session.version),
      json: assessmentJson(assessment, program, session.version),
      undetermined: assessment.outcome === 'undetermined',
    };
  }
  throw new BatchFault(`no row has the id \`${id}\`.`);
}
