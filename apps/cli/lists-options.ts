import { type Diagnostic, formatDiagnostic } from '../../src/lists.ts';
import { ListFault } from '../lists/list-fault.ts';
import type { Option } from './command.ts';
import { ExitCode, UsageError } from './exit-code.ts';
import type { Io } from './io.ts';

/** The option by which every command about lists takes another data folder. */
export const dataOption = {
  kind: 'text',
  value: 'DIR',
  says: 'the folder the lists are kept in; SNAPBACK_DATA, or where the system keeps data',
} as const satisfies Option;

/** Runs a command about lists; a fault of a list or of the folder is told in words and gives exit code 2. */
export async function tellingFaults(io: Io, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ListFault) {
      io.warn(formatDiagnostic(error.diagnostic));
      return ExitCode.BadInput;
    }
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' || code === 'EROFS')
      throw new UsageError(`\`${path ?? 'a file'}\` cannot be read or written (${code}).`);
    throw error;
  }
}

/** At most so many warnings of one run are told one by one. */
const mostTold = 5;

export function warnAll(warnings: readonly Diagnostic[], io: Io): void {
  for (const warning of warnings.slice(0, mostTold)) io.warn(formatDiagnostic(warning));
  if (warnings.length > mostTold) io.warn(`and ${warnings.length - mostTold} more warnings`);
}

/** A plain day, or a fault of usage. */
export function dayOption(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
    throw new UsageError(`\`--${name} ${text}\` is no day. Write it as \`2020-09-30\`.`);
  return text;
}

/** A number in bounds, or a fault of usage. */
export function numberOption(text: string | undefined, name: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new UsageError(`\`--${name} ${text}\` is no number from ${least} to ${most}.`);
  return value;
}

/** The current instant, where the doors of the house may read the clock. */
export const now = (): Date => new Date();
