import { type CivilDate, formatCivilDate } from '../../time/civil-date.ts';
import type { Cite, VoteFact } from '../facts.ts';
import type { Correct, Finding, Kind, Values } from '../statement.ts';

/** `S/RES/1929 (2010), para 8` */
export const citeText = ({ symbol, para }: Cite): string => (para === undefined ? symbol : `${symbol}, ${para}`);

type Common = {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly stated?: Values;
  readonly because?: readonly string[];
  readonly citations: readonly Cite[];
  readonly evidence: 'verified' | 'unverified' | null;
};

export const supported = (common: Common): Finding => ({ stated: {}, because: [], ...common, verdict: 'supported' });

/** A contradiction always cites what shows otherwise and gives the right value. */
export function contradicted(common: Common, right: Values, text: string, near?: string): Finding {
  const correct: Correct = { ...right, cite: common.citations.map(citeText).join('; '), text };
  return {
    stated: {},
    ...common,
    because: [...(common.because ?? []), text],
    verdict: 'contradicted',
    correct,
    ...(near !== undefined && { near }),
  };
}

export const unverifiable = (common: Omit<Common, 'citations' | 'evidence'>, reason = 'not-on-record'): Finding => ({
  stated: {},
  because: [],
  ...common,
  verdict: 'unverifiable',
  reason,
  citations: [],
  evidence: null,
});

export const day = (date: CivilDate): string => formatCivilDate(date);

export const ofVote = (vote: VoteFact): Pick<Common, 'citations' | 'evidence'> => ({
  citations: [vote.cite],
  evidence: vote.evidence,
});

/** `11-2-2`: for, against, abstaining. */
export const tallyOf = ({
  for: yes,
  against,
  abstaining,
}: {
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
}): string => `${yes}-${against}-${abstaining}`;
