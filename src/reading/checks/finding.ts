import { type CivilDate, formatCivilDate } from '../../time/civil-date.ts';
import type { Cite, VoteFact } from '../passages.ts';
import type { Finding, Kind, Values, Verdict, View } from '../statement.ts';

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

export const supported = (common: Common): Finding => finding(common, 'supported');

/** A contradiction always cites what shows otherwise and gives the right value. */
export const contradicted = (common: Common, right: Values, text: string, near?: string): Finding =>
  finding({ ...common, because: [...(common.because ?? []), text] }, 'contradicted', {
    correct: { ...right, cite: common.citations.map(citeText).join('; '), text },
    near: near ?? null,
  });

/** Positions part: who holds what. */
export const contested = (common: Common, contestedBy: readonly View[]): Finding =>
  finding(common, 'contested', { contestedBy });

export const unverifiable = (common: Omit<Common, 'citations' | 'evidence'>, reason = 'not-on-record'): Finding =>
  finding({ ...common, citations: [], evidence: null }, 'unverifiable', { reason });

type Rest = Partial<Pick<Finding, 'correct' | 'near' | 'contestedBy' | 'reason'>>;

const finding = (common: Common, verdict: Verdict, rest: Rest = {}): Finding => ({
  kind: common.kind,
  from: common.from,
  to: common.to,
  verdict,
  stated: common.stated ?? {},
  correct: rest.correct ?? null,
  near: rest.near ?? null,
  contestedBy: rest.contestedBy ?? [],
  reason: rest.reason ?? null,
  because: common.because ?? [],
  citations: common.citations,
  evidence: common.evidence,
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
