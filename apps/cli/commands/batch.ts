import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  isLedgerField,
  LEDGER_FIELDS,
  type LedgerField,
  nearest,
  WORD_FIELDS,
  type WordField,
} from '../../../src/ledger.ts';
import { Batch, type BatchResult, type BatchWishes } from '../../batch/batch.ts';
import { BatchFault } from '../../batch/batch-fault.ts';
import { readValueMap } from '../../batch/dictionaries.ts';
import { Database } from '../../batch/duckdb.ts';
import { explainRow } from '../../batch/explain-row.ts';
import { type Format, formatOf, type InputFile, inputFiles } from '../../batch/inputs.ts';
import { checkPlace, sendToStdout } from '../../batch/output.ts';
import { countText, Progress } from '../../batch/progress.ts';
import { spoolStdin } from '../../batch/stdin.ts';
import { runViewOf } from '../../batch/viewpoint.ts';
import { command, type Values } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openSession, recordOption } from '../open-session.ts';
import { printMemo } from '../print-memo.ts';
import { questionOptions } from '../question-options.ts';

const { law, 'according-to': accordingTo, 'as-known': asKnown, suppose, zone } = questionOptions;
const { from, to, goods, activity, recipient, region, party, contract } = questionOptions;

const options = {
  out: { kind: 'text', value: 'OUT', says: 'the file to write: .csv, .ndjson or .parquet; `-` is standard output' },
  map: {
    kind: 'many',
    value: 'FIELD=COLUMN',
    says: `the column that holds a field (${LEDGER_FIELDS.join(', ')}); \`--map goods=weapons.csv\` maps its values, from a CSV of two columns`,
  },
  from,
  to,
  goods,
  activity,
  recipient,
  region,
  party,
  contract,
  law,
  'according-to': accordingTo,
  'as-known': asKnown,
  suppose,
  zone: { ...zone, says: 'the zone of dates and times that name none; UTC when left out' },
  format: { kind: 'text', value: 'FORMAT', says: 'csv, ndjson or parquet, whatever the name of OUT ends in' },
  memory: { kind: 'text', value: 'SIZE', says: 'the most memory to use, such as 2GB; more is spilled to disk' },
  threads: { kind: 'text', value: 'N', says: 'how many cores to use; all when left out' },
  explain: { kind: 'text', value: 'ID', says: 'write nothing; print the answer to the row with this id in full' },
  json: { kind: 'flag', says: 'the summary as JSON' },
  record: recordOption,
} as const;

type Given = Values<typeof options>;

export default command({
  usage: 'IN… --out OUT [--map FIELD=COLUMN]… [--according-to ACTORS] [options]',
  says: [
    'Answers a ledger of transfers, millions of rows at a time: every row as `ask` would.',
    'IN: CSV, NDJSON or Parquet files, patterns, folders, or `-`. OUT has for each row its id (else its number), outcome, outcome_POSITION,',
    'strictest, mildest and why; beside it stand OUT.why.parquet, the legend of why, and OUT.rejects.ndjson, the rows that got no answer.',
    'Exit code 2 when there were any. A run over many files that was broken off goes on when it is started again.',
  ].join('\n'),
  positionals: 100_000,
  options,
  async run({ values, positionals }, io) {
    if (positionals.length === 0) throw new UsageError('which ledger? `snapback batch ledger.csv --out answers.csv`.');
    if (values.out === undefined && values.explain === undefined)
      throw new UsageError('`--out` names the file to write, or `-`; `--explain ID` prints one answer instead.');
    try {
      return await inScratch(values.out, (scratch) => answer(values, positionals, scratch, io));
    } catch (error) {
      if (error instanceof BatchFault) throw new UsageError(error.message);
      throw error;
    }
  },
});

/** A folder for what is spilled and spooled: beside the output, where the room was reckoned with. */
async function inScratch<T>(out: string | undefined, work: (scratch: string) => Promise<T>): Promise<T> {
  const beside = out === undefined || out === '-' ? tmpdir() : dirname(out);
  if (out !== undefined && out !== '-') checkPlace(out);
  const scratch = mkdtempSync(join(beside, '.snapback-batch-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  const stopped = (): never => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', stopped);
  process.once('SIGTERM', stopped);
  try {
    return await work(scratch);
  } finally {
    process.off('SIGINT', stopped);
    process.off('SIGTERM', stopped);
    remove();
  }
}

async function answer(values: Given, positionals: readonly string[], scratch: string, io: Io): Promise<ExitCode> {
  const session = await openSession(values.record);
  const view = await runViewOf(
    {
      law: values.law,
      accordingTo: values['according-to'],
      asKnown: values['as-known'],
      suppose: values.suppose,
      zone: values.zone,
    },
    session,
  );
  const database = await Database.open({
    memory: values.memory,
    threads: threadsOf(values.threads),
    spill: join(scratch, 'spill'),
  });
  try {
    const files = await filesOf(positionals, database, scratch);
    const wishes = wishesOf(values, files, scratch);
    if (values.explain !== undefined) {
      const explained = await explainRow(database, session, view, wishes, values.explain);
      if (values.json) io.print(JSON.stringify(explained.json, null, 2));
      else printMemo(explained.memo, io);
      return explained.undetermined ? ExitCode.Undetermined : ExitCode.Ok;
    }
    const result = await new Batch(database, session, view, wishes, new Progress(process.stderr.isTTY === true)).run();
    await tell(result, values, wishes, database, io);
    return result.rejected > 0 ? ExitCode.BadInput : ExitCode.Ok;
  } finally {
    database.close();
  }
}

async function filesOf(named: readonly string[], database: Database, scratch: string): Promise<readonly InputFile[]> {
  if (named.includes('-')) {
    if (named.length > 1)
      throw new BatchFault('standard input (`-`) is a ledger by itself; leave out the other files.');
    return [await spoolStdin(scratch)];
  }
  return inputFiles(named, async (pattern) => {
    const { quoted } = await import('../../batch/duckdb.ts');
    const [found = []] = await database.columns(`SELECT file FROM glob(${quoted(pattern)}) ORDER BY file`);
    return found.map(String);
  });
}

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('`--threads` takes a number of cores, such as 2.');
  return Number(text);
}

function wishesOf(values: Given, files: readonly InputFile[], scratch: string): BatchWishes {
  const mapped: Partial<Record<LedgerField, string>> = {};
  const lists: Partial<Record<WordField, ReadonlyMap<string, string>>> = {};
  for (const one of values.map ?? []) {
    const [, field = '', wanted = ''] = /^([^=]*)=([\s\S]*)$/.exec(one) ?? [];
    if (wanted === '') throw new UsageError(`\`--map ${one}\` is none: write \`--map from=COLUMN\`.`);
    if (!isLedgerField(field)) {
      const meant = nearest(field, LEDGER_FIELDS);
      throw new UsageError(
        `there is no field \`${field}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`} The fields are ${LEDGER_FIELDS.join(', ')}.`,
      );
    }
    if (/\.csv$/i.test(wanted) && field !== 'id' && field !== 'on') lists[field] = readValueMap(wanted);
    else mapped[field] = wanted;
  }
  const given = Object.fromEntries(
    WORD_FIELDS.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [[field, typeof value === 'string' ? value : JSON.stringify(value)]];
    }),
  );
  const out = values.out === undefined || values.out === '-' ? join(scratch, 'out') : values.out;
  return {
    files,
    out,
    format: outFormat(values),
    rejects: `${out}.rejects.ndjson`,
    legend: `${out}.why.parquet`,
    mapped,
    values: lists,
    given,
  };
}

function outFormat({ out, format }: Given): Format {
  if (format !== undefined) {
    if (format !== 'csv' && format !== 'ndjson' && format !== 'parquet')
      throw new UsageError(`\`--format\` is csv, ndjson or parquet, not \`${format}\`.`);
    return format;
  }
  if (out === undefined || out === '-') return 'csv';
  const told = formatOf(out);
  if (told === undefined || /\.(?:gz|zst)$/i.test(out))
    throw new UsageError(`\`${basename(out)}\` has none of the endings .csv, .ndjson, .parquet; say \`--format\`.`);
  return told;
}

async function tell(
  result: BatchResult,
  values: Given,
  wishes: BatchWishes,
  database: Database,
  io: Io,
): Promise<void> {
  const { rows, rejected, seconds, resumed, unread } = result;
  if (values.out === '-') await sendToStdout(wishes.out);
  const say = values.out === '-' ? io.warn : io.print;
  if (values.json) return say(JSON.stringify(result));
  if (values.zone === undefined) say('Dates and times that name no zone were read in UTC; `--zone` names another.');
  const beside = values.out === '-' ? '' : `, why: ${wishes.legend}`;
  say(`${rowsText(rows)} answered in ${seconds.toFixed(1)} s (${countText(rows / seconds)} a second)${beside}`);
  if (unread.length > 0) say(`Columns that were not read: ${unread.map(unreadText).join(', ')}.`);
  if (resumed > 0) say(`${resumed} of ${result.files} files had been answered before.`);
  if (rejected > 0) {
    say(`${rowsText(rejected)} got no answer${values.out === '-' ? '' : `: ${wishes.rejects}`}`);
    for (const reason of await commonReasons(database, wishes.rejects)) say(`  ${reason}`);
  }
}

/** A misspelt column looks like any other that is of no interest; what it may have been meant for is told. */
function unreadText(name: string): string {
  const meant = nearest(name.toLowerCase(), LEDGER_FIELDS);
  return `\`${name}\`${meant === undefined ? '' : ` (if it is \`${meant}\`: \`--map ${meant}=${name}\`)`}`;
}

const rowsText = (count: number): string => `${countText(count)} ${count === 1 ? 'row' : 'rows'}`;

/** The reasons that most rejected rows share. */
async function commonReasons(database: Database, rejects: string): Promise<readonly string[]> {
  const { quoted } = await import('../../batch/duckdb.ts');
  const rows = await database.rows(
    `SELECT count(*) AS n, "column", any_value(reason) FROM read_json(${quoted(rejects)}, format = 'newline_delimited', columns = {'column': 'VARCHAR', 'code': 'VARCHAR', 'reason': 'VARCHAR'}) GROUP BY "column", code ORDER BY n DESC, "column" LIMIT 5`,
  );
  return rows.map(
    ([count, column, reason]) => `${countText(Number(count))} × ${column === null ? '' : `\`${column}\`: `}${reason}`,
  );
}
