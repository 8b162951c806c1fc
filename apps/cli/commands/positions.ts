import { type PositionsAbout, positionsJson, positionsMemo, understandSubject } from '../../../src/index.ts';
import type { Session } from '../../session.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { openSession } from '../open-session.ts';
import { printMemo } from '../print-memo.ts';
import { faultText, printJson, surveyOptions, understoodSurvey } from '../survey-options.ts';

const { 'as-known': asKnown, json, record } = surveyOptions;

export default command({
  usage: '[STATE | ACTOR | POINT] [options]',
  says: 'Says who holds what on the disputed points, since when and in which words; all of it, of one actor, or on one point.',
  positionals: 1,
  options: { 'as-known': asKnown, json, record },
  async run({ values, positionals: [text] }, io) {
    const session = await openSession(values.record);
    const about: PositionsAbout = text === undefined ? { kind: 'all' } : asked(text, session);
    const { program } = await understoodSurvey(session, undefined, values, []);
    if (values.json === true) printJson(positionsJson(about, program, session.version), io);
    else printMemo(positionsMemo(about, program, session.version), io);
    return ExitCode.Ok;
  },
});

/** A State is asked about as the actor that it is. */
function asked(text: string, session: Session): PositionsAbout {
  const subject = understandSubject(text, session.vocabulary);
  if (!subject.ok) throw new UsageError(subject.errors.map(faultText).join('\n'));
  const { kind, id } = subject.value;
  if (kind === 'point') return { kind, id };
  if (kind === 'position' || kind === 'state') return { kind: 'position', id };
  throw new UsageError(`\`${text}\` is neither an actor nor a disputed point. \`snapback positions\` lists both.`);
}
