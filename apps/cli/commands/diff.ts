import { differenceMemo, differencesBetween, differencesJson } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openSession } from '../open-session.ts';
import { printJson, printNoted, surveyOptions, understoodSurvey } from '../survey-options.ts';

export default command({
  usage: 'STATE --from DAY --to DAY [options]',
  says: 'Tells what came into force against a State, went and changed between two times, and by what act. A plain day means its end.',
  positionals: 1,
  options: {
    from: { kind: 'text', value: 'WHEN', says: 'the earlier day, or an instant with its zone' },
    to: { kind: 'text', value: 'WHEN', says: 'the later one' },
    ...surveyOptions,
  },
  async run({ values, positionals: [state] }, io) {
    const session = await openSession(values.record);
    const { survey, program } = await understoodSurvey(session, state, values, ['target', 'from', 'to']);
    const [target, between] = [survey.target!, survey.between!];
    const differences = differencesBetween(program, { ...survey, target }, between);
    const { record } = program;
    if (values.json === true) printJson(differencesJson(target, between, differences, record, session.version), io);
    else printNoted(differenceMemo(target, between, differences, record, session.version), survey.notes, io);
    return ExitCode.Ok;
  },
});
