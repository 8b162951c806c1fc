import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import {
  checkLaw,
  type Diagnostic,
  formatDiagnostic,
  type Gathered,
  gather,
  loadRecord,
  type Place,
} from '../../../src/index.ts';
import { isFolder, readRecordFolder } from '../../files/read-record.ts';
import { recordFolder } from '../../files/record-folder.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { type Io, styled } from '../io.ts';

export default command({
  usage: '[--record DIR] [PATH…]',
  says: [
    'Checks the files of the record: their shape, ids, dates, votes, and what the rules do to one another.',
    'With PATHs (files or folders of the record, or one other folder that holds a record) only what is wrong',
    'there is told, although everything is read. Exit code 2 when an error was told.',
  ].join('\n'),
  options: {
    record: {
      kind: 'text',
      value: 'DIR',
      says: 'the folder of the record (by default `record` here, else the one that came with Snapback)',
    },
    json: { kind: 'flag', says: 'print `{record, files, diagnostics}` as JSON' },
  },
  positionals: Number.MAX_SAFE_INTEGER,
  run({ values, positionals }, io) {
    const { folder, only } = whatToCheck(values.record, positionals);
    const { files, hash, faults } = readRecordFolder(folder);
    const loaded = loadRecord(files, hash);
    const found = [...faults, ...(loaded.ok ? [...loaded.warnings, ...checkLaw(loaded.value)] : loaded.errors)].map(
      (one) => fromHere(one, folder),
    );
    const told = found.filter((one) => only.length === 0 || only.some((path) => isIn(one.place.file, path)));
    const isBad = told.some(({ severity }) => severity === 'error');
    if (values.json) io.print(JSON.stringify({ record: hash, files: files.length, diagnostics: told }, null, 2));
    else tell(told, files.length, io);
    return isBad ? ExitCode.BadInput : ExitCode.Ok;
  },
});

/** The record to read, and the paths to tell about: a single folder with a `record.yaml` is a record itself. */
function whatToCheck(
  record: string | undefined,
  paths: readonly string[],
): { readonly folder: string; readonly only: readonly string[] } {
  const [only] = paths;
  if (record === undefined && paths.length === 1 && isFolder(only!) && isFolderOfRecord(only!))
    return { folder: only!, only: [] };
  if (record !== undefined && !isFolder(record)) throw new UsageError(`\`${record}\` is no folder.`);
  const folder = recordFolder(record);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`there is no file or folder \`${missing}\`.`);
  const outside = paths.find((path) => !isIn(resolve(path), folder));
  if (outside !== undefined)
    throw new UsageError(
      `\`${outside}\` is not in the record at \`${fromCwd(folder)}\`. Name that record with --record.`,
    );
  return { folder, only: paths.map((path) => resolve(path)) };
}

/** A folder that is a part of the record at hand is not one of its own. */
const isFolderOfRecord = (path: string): boolean => {
  const here = recordFolder(undefined);
  return resolve(path) === here || !isIn(resolve(path), here);
};

const isIn = (path: string | undefined, folder: string): boolean => {
  if (path === undefined) return true;
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..');
};

const fromCwd = (path: string): string => relative(process.cwd(), path) || '.';

/** A diagnostic with the path of its file as one would open it from here. */
function fromHere(one: Diagnostic, folder: string): Diagnostic {
  const { file } = one.place;
  return file === undefined ? one : { ...one, place: { ...one.place, file: fromCwd(resolve(folder, file)) } };
}

function tell(told: readonly Diagnostic[], files: number, io: Io): void {
  const gathered = gather(told);
  for (const one of gathered) io.print(`${formatDiagnostic(one)}${elsewhere(one)}`);
  const errors = gathered.filter(({ severity }) => severity === 'error').length;
  const counts = [plural(errors, 'error'), plural(gathered.length - errors, 'warning')].join(', ');
  io.print(styled(io, errors > 0 ? 'red' : 'green', `${plural(files, 'file')}: ${counts}.`));
}

/** Where else the same is wrong: the first places, and how many more. */
function elsewhere({ also }: Gathered): string {
  if (also.length === 0) return '';
  const spot = ({ file, line }: Place): string => `${file}:${line}`;
  const rest = also.length > 3 ? ` and in ${plural(also.length - 3, 'more place')}` : '';
  return `\n  (also at ${also.slice(0, 3).map(spot).join(', ')}${rest})`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
