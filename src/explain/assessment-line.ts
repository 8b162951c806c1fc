import type { Program } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import type { Assessment } from '../law/assessment.ts';
import { assessmentJson, questionJson, supposedJson, type Version } from './assessment-json.ts';
import { notesOf } from './notes.ts';

const tails = new WeakMap<Assessment['views'], string>();

/**
 * An assessment as one line: the members of `assessmentJson`, in another order. Answers to the same facts in the same
 * stretch of time share their views, so all but id, question and notes is written once.
 */
export function assessmentLine(
  assessment: Assessment,
  program: Program,
  version: Version,
  before?: Assessment,
): string {
  const tail = remember(tails, assessment.views, () => {
    const {
      id: _id,
      version: _version,
      question: _question,
      notes: _notes,
      ...rest
    } = assessmentJson(assessment, program, version);
    return JSON.stringify(rest).slice(1);
  });
  const { id } = assessment.question;
  const head = {
    ...(id !== undefined && { id }),
    version,
    question: questionJson(assessment.question, program.record),
    notes: notesOf(assessment, program.record),
    ...(before !== undefined && { supposed: supposedJson(before) }),
  };
  return `${JSON.stringify(head).slice(0, -1)},${tail}`;
}
