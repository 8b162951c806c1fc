import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CivilDate, parseCivilDate } from '../../../src/ledger.ts';
import { BatchFault } from '../../batch/batch-fault.ts';
import { compileTables } from '../../batch/compile-tables.ts';
import type { Declared } from '../../batch/declared.ts';
import { Database } from '../../batch/duckdb.ts';
import type { Manifest } from '../../batch/manifest.ts';
import { countText } from '../../batch/progress.ts';
import { runViewOf } from '../../batch/viewpoint.ts';
import type { Session } from '../../session.ts';
import { command, type Values } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openSession, recordOption } from '../open-session.ts';
import { questionOptions } from '../question-options.ts';

const { law, 'according-to': accordingTo, 'as-known': asKnown, suppose, zone } = questionOptions;
const list = (says: string) => ({ kind: 'text', value: 'CODES', says }) as const;

const options = {
  tables: { kind: 'text', value: 'DIR', says: 'the folder to write' },
  from: list('States that goods come from; all when left out'),
  to: list('States that they go to; all when left out'),
  goods: list('codes of goods; those that measures name when left out'),
  activity: list('activities besides transfer'),
  recipient: list('government, non-governmental'),
  region: list('regions; a ledger that names one cannot be answered without'),
  party: { kind: 'many', value: 'NAME', says: 'a party that the ledger names; may be given again' },
  contracts: { kind: 'flag', says: 'the ledger says when contracts were signed' },
  since: { kind: 'text', value: 'DAY', says: 'the first day the tables hold for; 1990-01-01 when left out' },
  until: { kind: 'text', value: 'DAY', says: 'the first day they no longer hold for; 2035-01-01 when left out' },
  law,
  'according-to': accordingTo,
  'as-known': asKnown,
  suppose,
  zone,
  json: { kind: 'flag', says: 'the manifest as JSON' },
  record: recordOption,
} as const;

/** So many take minutes, and gigabytes of memory. */
const MANY_CELLS = 1_000_000;

export default command({
  usage: '--tables DIR [--from CODES] [--to CODES] [--goods CODES] [--according-to ACTORS] [options]',
  says: [
    'Writes the law as tables of integers (Parquet) for engines that people already run: cell, segment, answer, and in words word and why.',
    '`snapback sql` prints the query that joins a ledger to them. They hold for the declared set of cells and the stretch of time alone:',
    'a row outside gets a null, never another answer. What a ledger leaves out is always among the words. What cannot be expressed ends it.',
  ].join('\n'),
  options,
  async run({ values }, io) {
    if (values.tables === undefined)
      throw new UsageError('`--tables` names the folder to write: `snapback compile --tables law --to IR,LY`.');
    const folder = resolve(values.tables);
    const session = await openSession(values.record);
    const scratch = mkdtempSync(join(tmpdir(), 'snapback-compile-'));
    const database = await Database.open({ spill: scratch });
    try {
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
      const { startOf } = view.days;
      const within = {
        from: startOf(dayOf(values.since ?? '1990-01-01', 'since')),
        until: startOf(dayOf(values.until ?? '2035-01-01', 'until')),
      };
      if (within.from >= within.until) throw new UsageError('`--since` must come before `--until`.');
      const announce = (cells: number): void => {
        if (cells > MANY_CELLS)
          io.warn(
            `${countText(cells)} cells to work out, which takes many minutes; \`--from\`, \`--to\` and \`--goods\` with the words of your ledger make them fewer.`,
          );
      };
      const declared = declaredBy(values, session);
      const manifest = await compileTables(database, session, view, declared, within, folder, announce);
      if (values.json) io.print(JSON.stringify(manifest, null, 2));
      else tell(manifest, values.tables, io);
      return ExitCode.Ok;
    } catch (error) {
      if (error instanceof BatchFault) throw new UsageError(error.message);
      throw error;
    } finally {
      database.close();
      rmSync(scratch, { recursive: true, force: true });
    }
  },
});

function tell({ cells, segments, leftOut }: Manifest, folder: string, io: Io): void {
  io.print(`${cells} cells, ${segments} segments in ${folder}`);
  const left = Object.entries(leftOut).map(([code, count]) => `${count} (${code})`);
  if (left.length > 0) io.print(`Combinations that are no question have no cell: ${left.join(', ')}.`);
}

function dayOf(text: string, option: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new UsageError(`\`--${option}\` takes a day: 1990-01-01, not \`${text}\`.`);
  return date;
}

function declaredBy(values: Values<typeof options>, { record }: Session): Declared {
  const listed = (text: string | undefined, all: () => readonly string[] = () => []): readonly string[] =>
    text === undefined ? all() : text.split(',').map((one) => one.trim());
  const named = (): readonly string[] => {
    const codes = Object.values(record.norms).flatMap((norm) =>
      norm.kind === 'measure' ? [...norm.goods, ...norm.exceptGoods] : [],
    );
    return [...new Set(codes)].filter((code) => code !== 'any' && record.goods[code] !== undefined).sort();
  };
  return {
    from: listed(values.from, () => Object.keys(record.states)),
    to: listed(values.to, () => Object.keys(record.states)),
    goods: listed(values.goods, named),
    activity: listed(values.activity),
    recipient: listed(values.recipient),
    region: listed(values.region),
    party: values.party ?? [],
    contracts: values.contracts === true,
  };
}
