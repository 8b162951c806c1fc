import type { Language } from '../law/vocabulary.ts';
import type { Cite } from './passages.ts';

export const KINDS = [
  'vote',
  'adoption',
  'date-of-event',
  'expiry',
  'reimposition',
  'notification',
  'deadline-or-duration',
  'measure-scope',
  'listed-person-or-entity',
  'participation',
  'position-or-statement',
  'executive-act',
  'name-of-instrument',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

export const VERDICTS = ['supported', 'contradicted', 'contested', 'unverifiable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const MODALITIES = ['fact', 'plan', 'condition'] as const;
export type Modality = (typeof MODALITIES)[number];

/** The values a statement or its correction may hold; the first one answers it. Days are `YYYY-MM-DD`, instants UTC. */
export type Values = {
  readonly date?: string;
  readonly instant?: string;
  readonly from?: string;
  readonly until?: string;
  readonly period?: string;
  readonly count?: number;
  readonly tally?: string;
  readonly instrument?: string;
  readonly party?: string;
  readonly name?: string;
  readonly scope?: string;
  readonly act?: string;
  readonly effect?: string;
  readonly place?: string;
  readonly term?: string;
};

export type Stated = Values & { readonly polarity: 'affirmed' | 'denied'; readonly modality: Modality };
export type Correct = Values & { readonly cite: string; readonly text: string };

/** Whose words a statement reports: the speaker, the cue, and those through whom it came, nearest first. */
export type Attribution = { readonly source: string; readonly cue: string; readonly chain: readonly string[] };

export type View = { readonly positions: readonly string[]; readonly says: string; readonly cite?: Cite };

/** What checking a stretch of text came to. */
export type Finding = {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly verdict: Verdict;
  readonly stated: Values;
  readonly correct: Correct | null;
  /** How near a contradicted statement comes, in words. */
  readonly near: string | null;
  readonly contestedBy: readonly View[];
  /** Why nothing can be said: `not-on-record`, or the kind of undetermined. */
  readonly reason: string | null;
  readonly because: readonly string[];
  readonly citations: readonly Cite[];
  readonly evidence: 'verified' | 'unverified' | null;
};

export type Statement = Omit<Finding, 'from' | 'to' | 'stated'> & {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly aspect: 'content' | 'attribution';
  readonly attribution: Attribution | null;
  readonly stated: Stated;
};

export type Mention = {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
};

export type DocumentFacts = {
  readonly text: string;
  readonly language: Language;
  readonly published: string | null;
  readonly zone: string | null;
  /** Which of these was worked out rather than given. */
  readonly inferred: readonly string[];
};

export type Summary = Readonly<Record<Verdict, number>> & { readonly statements: number; readonly unchecked: number };

/** A document read against the record. */
export type Reading = {
  readonly document: DocumentFacts;
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly summary: Summary;
};
