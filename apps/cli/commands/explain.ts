import { subjectJson, subjectMemo, understandSubject } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { openSession } from '../open-session.ts';
import { printMemo } from '../print-memo.ts';
import { faultText, printJson, surveyOptions, understoodSurvey } from '../survey-options.ts';

const { 'as-known': asKnown, suppose, json, record } = surveyOptions;

export default command({
  usage: 'ID… [options]',
  says: [
    'Explains one thing of the record: an instrument or a provision by its symbol ("S/RES/1929 (2010) para 8"), a measure,',
    'rule, point, event, regime or list by its id, goods by code or name, a State, an actor. Says what it lays down in our',
    'words, when that was in force and according to whom, on which texts it rests, and what is doubtful.',
  ].join('\n'),
  positionals: 20,
  options: { 'as-known': asKnown, suppose, json, record },
  async run({ values, positionals }, io) {
    const session = await openSession(values.record);
    const text = positionals.join(' ');
    if (text === '')
      throw new UsageError('nothing to explain is named. Try `snapback explain "S/RES/1929 (2010) para 8"`.');
    const subject = understandSubject(text, session.vocabulary);
    if (!subject.ok) throw new UsageError(subject.errors.map(faultText).join('\n'));
    const { program } = await understoodSurvey(session, undefined, values, []);
    if (values.json === true) printJson(subjectJson(subject.value, program, session.version), io);
    else printMemo(subjectMemo(subject.value, program, session.version), io);
    return ExitCode.Ok;
  },
});
