import { formatDiagnostic, type Memo, type Program, type SurveyNeed, type SurveyQuestion } from '../../src/index.ts';
import type { Session } from '../session.ts';
import type { Option } from './command.ts';
import { UsageError } from './exit-code.ts';
import type { Io } from './io.ts';
import { recordOption } from './open-session.ts';
import { printMemo } from './print-memo.ts';

/** What every command about one State takes. */
export const surveyOptions = {
  law: { kind: 'text', value: 'LAWS', says: 'UN, EU, …: these laws alone' },
  'according-to': { kind: 'text', value: 'ACTORS', says: 'US, RU, UN-SEC, …: as these positions see it' },
  'as-known': { kind: 'text', value: 'DAY', says: 'with what had been made public by then; `now` reads the clock' },
  suppose: { kind: 'many', value: 'POINT=yes', says: 'flip a point or an event, as with `ask`' },
  zone: { kind: 'text', value: 'ZONE', says: 'the zone of plain dates; UTC when left out' },
  calendar: { kind: 'text', value: 'CALENDAR', says: 'gregorian or persian' },
  json: { kind: 'flag', says: 'the answer as JSON' },
  record: recordOption,
} as const satisfies Record<string, Option>;

const FIELDS = ['on', 'from', 'to', 'law', 'according-to', 'as-known', 'suppose', 'zone', 'calendar'];

/** The survey that a command line asks, and the record compiled for it; a fault ends the command in words. */
export async function understoodSurvey(
  session: Session,
  target: string | undefined,
  values: Readonly<Record<string, unknown>>,
  needs: readonly SurveyNeed[],
): Promise<{ readonly survey: SurveyQuestion; readonly program: Program }> {
  const words = Object.fromEntries(
    FIELDS.filter((name) => values[name] !== undefined).map((name) => [camel(name), values[name]]),
  );
  const understood = await session.understandSurvey({ ...words, ...(target !== undefined && { target }) }, needs);
  if (!understood.ok) throw new UsageError(understood.errors.map(faultText).join('\n'));
  return { survey: understood.value, program: session.program(understood.value) };
}

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The message of a fault alone: a command line has no lines and columns to point at. */
export const faultText = (fault: Parameters<typeof formatDiagnostic>[0]): string => {
  const formatted = formatDiagnostic(fault);
  return formatted.slice(formatted.indexOf('\n') + 1).trim();
};

/** Remarks on how the words were read go with what is shown. */
export const printNoted = (memo: Memo, notes: readonly string[], io: Io): void =>
  printMemo({ ...memo, headline: [...memo.headline, ...notes] }, io);

export const printJson = (value: unknown, io: Io): void => io.print(JSON.stringify(value, null, 2));
