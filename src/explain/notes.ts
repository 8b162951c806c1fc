/** Remarks on how a question was understood, and on laws that were asked for by name and bind nobody here. */
import type { Assessment } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated, sentence } from './enumeration.ts';
import { lawInSentence } from './names.ts';

export const notesOf = (assessment: Assessment, record: LegalRecord): readonly string[] => [
  ...assessment.notes,
  ...strangerSentences(assessment, record),
];

/** A law that binds no party then is told as it stands for those it binds (rule 8). */
export function strangerSentences({ bindNobody }: Assessment, record: LegalRecord): readonly string[] {
  if (bindNobody.length === 0) return [];
  const laws = enumerated(bindNobody.map((law) => lawInSentence(record, law)));
  const [binds, is] = bindNobody.length === 1 ? ['binds', 'is'] : ['bind', 'are'];
  return [sentence(`${laws} ${binds} no party to this question then, and ${is} told as it stands for those bound`)];
}
