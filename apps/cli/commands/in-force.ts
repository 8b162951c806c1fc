import { inForceAt, inForceJson, inForceMemo } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openSession } from '../open-session.ts';
import { printJson, printNoted, surveyOptions, understoodSurvey } from '../survey-options.ts';

export default command({
  usage: 'STATE --on WHEN [options]',
  says: [
    'Lists the measures in force against a State at a time, by law and position.',
    'Exit code 3: whether they are in force cannot be said of any of them.',
  ].join('\n'),
  positionals: 1,
  options: {
    on: { kind: 'text', value: 'WHEN', says: 'a day, a month, a year, or an instant with its zone' },
    ...surveyOptions,
  },
  async run({ values, positionals: [state] }, io) {
    const session = await openSession(values.record);
    const { survey, program } = await understoodSurvey(session, state, values, ['target', 'on']);
    const [target, at] = [survey.target!, survey.at!];
    const views = inForceAt(program, { ...survey, target }, at);
    if (values.json === true) printJson(inForceJson(target, at, views, program.record, session.version), io);
    else printNoted(inForceMemo(target, at, views, program.record, session.version), survey.notes, io);
    const measures = views.flatMap((view) => view.measures);
    const open = measures.length > 0 && measures.every(({ status }) => status === 'undetermined');
    return open ? ExitCode.Undetermined : ExitCode.Ok;
  },
});
