import { historiesOf, lanesOf, stateName, timelineJson } from '../../../src/index.ts';
import { timelinePage } from '../../web/timeline-page.ts';
import { FAMILIES_SHOWN, timelinePicture } from '../../web/timeline-picture.ts';
import { timelineSvg } from '../../web/timeline-svg.ts';
import { command } from '../command.ts';
import { bandLines, legend } from '../draw-bands.ts';
import { ExitCode } from '../exit-code.ts';
import { type Io, styled } from '../io.ts';
import { openSession } from '../open-session.ts';
import { wrapped } from '../print-memo.ts';
import { printJson, surveyOptions, understoodSurvey } from '../survey-options.ts';
import { writeOut } from '../write-out.ts';

export default command({
  usage: 'STATE [options]',
  says: 'Draws the history of the measures on a State as bands, a lane for each provision, in groups where positions differ.',
  positionals: 1,
  options: {
    ...surveyOptions,
    svg: { kind: 'text', value: 'FILE', says: 'write the picture (`-` prints it)' },
    html: { kind: 'text', value: 'FILE', says: 'write a page with the picture and the same as a table' },
    family: {
      kind: 'text',
      value: 'NAMES',
      says: `families of measures to draw, or \`all\`; ${FAMILIES_SHOWN.join(', ')} when left out`,
    },
  },
  async run({ values, positionals: [state] }, io) {
    const session = await openSession(values.record);
    const { survey, program } = await understoodSurvey(session, state, values, ['target']);
    const target = survey.target!;
    const histories = historiesOf(program, { ...survey, target });
    const { record } = program;
    if (values.json === true) {
      printJson(timelineJson(target, histories, record, session.version), io);
      return ExitCode.Ok;
    }
    if (values.svg !== undefined || values.html !== undefined) {
      const picture = timelinePicture(
        program,
        record,
        { ...survey, target },
        survey.asKnown,
        session.version,
        values.family,
      );
      if (values.svg !== undefined) writeOut(values.svg, timelineSvg(picture), io);
      if (values.html !== undefined) writeOut(values.html, timelinePage(picture), io);
      return ExitCode.Ok;
    }
    const lanes = lanesOf(histories);
    const name = stateName(record, target);
    if (lanes.length === 0) {
      io.print(`The record holds no measure against ${name}.`);
      return ExitCode.Ok;
    }
    io.print(styled(io, 'bold', `${name}: the measures on record, in time`));
    for (const text of [...survey.notes, legend]) printLine('words', text, io);
    for (const { kind, text } of bandLines({ lanes, record, columns: io.columns, now: survey.asKnown }))
      printLine(kind, text, io);
    io.print('');
    printLine(
      'words',
      `Up to ${session.version.horizon}. \`snapback explain\` tells more of each. Not legal advice.`,
      io,
    );
    return ExitCode.Ok;
  },
});

function printLine(kind: string, text: string, io: Io): void {
  if (kind === 'heading') {
    io.print('');
    io.print(styled(io, 'cyan', text));
  } else if (kind === 'words') {
    const indent = text.length - text.trimStart().length;
    for (const line of wrapped(text.trimStart(), indent, io.columns)) io.print(styled(io, 'dim', line));
  } else io.print(text);
}
