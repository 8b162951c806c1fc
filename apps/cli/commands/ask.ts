import { createReadStream } from 'node:fs';
import {
  assessmentJson,
  assessmentLine,
  formatDiagnostic,
  memoOf,
  type Question,
  readQuestionRow,
  rejected,
} from '../../../src/index.ts';
import { linesOf } from '../../files/lines.ts';
import type { Session } from '../../session.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openSession, recordOption } from '../open-session.ts';
import { printMemo } from '../print-memo.ts';
import { questionOptions, wordsOf } from '../question-options.ts';
import { writeOut } from '../write-out.ts';

export default command({
  usage: '--from STATE --to STATE --goods GOODS --on WHEN [options] | --questions FILE',
  says: [
    'Says whether a transfer was barred, under which paragraph, why, and according to whom.',
    'Exit code 0: an answer (also one that is conditional or contested); 3: it cannot be said.',
  ].join('\n'),
  options: {
    ...questionOptions,
    questions: { kind: 'text', value: 'FILE', says: 'many questions, a JSON object a line (`-` reads standard input)' },
    json: { kind: 'flag', says: 'the answer as JSON' },
    html: { kind: 'text', value: 'FILE', says: 'write the answer with its derivation as a page' },
    record: recordOption,
  },
  async run({ values }, io) {
    const { questions, json, html, record, ...words } = values;
    if (questions !== undefined) {
      if (Object.keys(words).some((word) => word !== 'color'))
        throw new UsageError(
          '`--questions` takes the questions from its file; leave out the other options of a question.',
        );
      return answerMany(questions, await openSession(record), io);
    }
    return answerOne(wordsOf(words), { json: json === true, html }, await openSession(record), io);
  },
});

type Shown = { readonly json: boolean; readonly html: string | undefined };

async function answerOne(words: unknown, { json, html }: Shown, session: Session, io: Io): Promise<ExitCode> {
  const question = await session.understand(words);
  if (!question.ok) throw new UsageError(question.errors.map((fault) => faultText(formatDiagnostic(fault))).join('\n'));
  const { assessment, program, before } = session.answerAlone(question.value);
  const memo = () => memoOf(assessment, program, session.version, before);
  if (html !== undefined) writeOut(html, (await import('../../web/memo-page.ts')).memoPage(memo()), io);
  else if (json) io.print(JSON.stringify(assessmentJson(assessment, program, session.version, before), null, 2));
  else printMemo(memo(), io);
  return assessment.outcome === 'undetermined' ? ExitCode.Undetermined : ExitCode.Ok;
}

/** The message of a fault alone: a command line has no lines and columns to point at. */
const faultText = (formatted: string): string => formatted.slice(formatted.indexOf('\n') + 1).trim();

/** A row is told to be too long at this many characters. */
const LONGEST_ROW = 65_536;

/** One answer a line; a bad row gets its error in place, and the run goes on. */
async function answerMany(file: string, session: Session, io: Io): Promise<ExitCode> {
  const input = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
  let bad = false;
  try {
    for await (const line of linesOf(input, LONGEST_ROW)) {
      const row = readQuestionRow(line);
      if (row === undefined) continue;
      if (!row.ok) {
        bad = true;
        io.print(JSON.stringify(row.rejected));
        continue;
      }
      const question = await session.understand(row.words);
      if (!question.ok) {
        bad = true;
        io.print(JSON.stringify(rejected(row.id, question.errors)));
        continue;
      }
      io.print(answerLine({ ...question.value, ...(row.id !== null && { id: row.id }) }, session));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new UsageError(`\`${file}\` cannot be read. Name a file with one JSON object a line.`);
    throw error;
  }
  return bad ? ExitCode.BadInput : ExitCode.Ok;
}

function answerLine(question: Question, session: Session): string {
  const { assessment, program, before } = session.answer(question);
  return assessmentLine(assessment, program, session.version, before);
}
