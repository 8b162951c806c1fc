/** On what a thing of the record rests, as a section of a memo. */
import type { Attested } from '../law/citation.ts';
import type { MemoLine } from './memo.ts';

export type Section = { readonly title: string; readonly lines: readonly MemoLine[] };

/** Evidence, doubts and disagreements: of the thing, else of what it stands in. */
export function restsOn(own: Attested, around?: Attested): Section {
  const sources = own.sources.length > 0 ? own.sources : (around?.sources ?? []);
  const notes = [own.note, around?.note].filter((note) => note !== undefined);
  const disagreements = [own.disagreement, around?.disagreement].filter((one) => one !== undefined);
  const isBare = own.evidence === 'unverified' && sources.length === 0;
  return {
    title: own.evidence === 'verified' ? 'Read in' : 'Unverified: known, and not yet checked against a text',
    lines: lines([
      ...(isBare ? ['no text is named for it'] : []),
      ...sources.map(({ title, url, covers }) =>
        [title, url, covers === undefined ? undefined : `(${covers})`].filter((part) => part !== undefined).join(' '),
      ),
      ...notes.map((note) => `note: ${note}`),
      ...disagreements.map((one) => `others say otherwise: ${one}`),
    ]),
  };
}

export const lines = (texts: readonly string[]): readonly MemoLine[] => texts.map((text) => ({ depth: 1, text }));
