import { writeFileSync } from 'node:fs';
import { dueCalendar, dueFrom, dueJson, dueMemo } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { openSession } from '../open-session.ts';
import { printJson, printNoted, surveyOptions, understoodSurvey } from '../survey-options.ts';

const { law, 'according-to': accordingTo, 'as-known': asKnown, suppose, json, record } = surveyOptions;

export default command({
  usage: '[STATE] [--ics FILE] [options]',
  says: [
    'Lists what is due after the horizon of the record, or after `--as-known`: expiries, renewals, deadlines, and renewals',
    'that were due and not seen. Without a State, of every regime.',
  ].join('\n'),
  positionals: 1,
  options: {
    ics: { kind: 'text', value: 'FILE', says: 'write an iCalendar file (`-` prints it)' },
    law,
    'according-to': accordingTo,
    'as-known': asKnown,
    suppose,
    json,
    record,
  },
  async run({ values, positionals: [state] }, io) {
    const session = await openSession(values.record);
    const { survey, program } = await understoodSurvey(session, state, values, []);
    const { target, asKnown: since } = survey;
    const targets = target === undefined ? everyTarget(program.record) : [target];
    const dues = dueFrom(
      program,
      targets.map((one) => ({ ...survey, target: one })),
      since,
    );
    const { ics } = values;
    if (ics !== undefined) {
      const text = dueCalendar(dues, since, program.record);
      if (ics === '-') io.print(text.trimEnd());
      else writeCalendar(ics, text);
      if (ics !== '-') io.print(`${dues.length === 1 ? '1 entry' : `${dues.length} entries`} written to ${ics}.`);
    } else if (values.json === true) printJson(dueJson(dues, target, since, program.record, session.version), io);
    else printNoted(dueMemo(dues, target, since, program.record, session.version), survey.notes, io);
    return ExitCode.Ok;
  },
});

const everyTarget = ({
  regimes,
}: {
  readonly regimes: Readonly<Record<string, { readonly targets: readonly string[] }>>;
}) => [...new Set(Object.values(regimes).flatMap(({ targets }) => targets))];

function writeCalendar(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new UsageError(`\`${file}\` cannot be written. Name a file in a folder that exists.`);
  }
}
