import type { Attested, Evidence, Source } from '../../law/citation.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';

/** The marks that any fact of a file may carry. */
export type Marks = {
  readonly evidence?: Evidence;
  readonly sources?: readonly Source[];
  readonly note?: string;
  readonly disagreement?: string;
};

/** What is said nearer wins: a fact's own mark and sources, else those of what it stands in. Its notes are its own. */
export function attested(own: Marks, outer?: Attested): Attested {
  return {
    evidence: own.evidence ?? outer?.evidence ?? 'unverified',
    sources: own.sources ?? outer?.sources ?? [],
    ...given({ note: own.note, disagreement: own.disagreement }),
  };
}

/** The same for a fact that must say how it is known: by its own mark, or by one around it. */
export function attestedFact(own: Marks & object, outer: (Marks & object) | undefined, ids: Ids): Attested {
  if (own.evidence === undefined && outer?.evidence === undefined) ids.report('missing-evidence', own);
  return sourced(own, outer && attested(outer), ids);
}

/** A fact marked `verified` names its source, or stands in something that does. */
export function sourced(own: Marks & object, outer: Attested | undefined, ids: Ids): Attested {
  const fact = attested(own, outer);
  const isMine = own.evidence !== undefined || own.sources !== undefined;
  if (isMine && fact.evidence === 'verified' && fact.sources.length === 0)
    ids.report('missing-sources', own, 'evidence');
  return fact;
}
