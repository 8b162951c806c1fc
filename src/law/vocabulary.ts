import type { Instant } from '../time/instant.ts';

export type Language = 'en' | 'fa' | 'ru' | 'ar' | 'fr' | 'de' | 'es';
export type Names = Readonly<Partial<Record<Language, readonly string[]>>>;

/** A State, past or present, under one code; spans are half-open, open ends left out. */
export type State = {
  readonly code: string;
  readonly names: Names;
  readonly aliases: readonly string[];
  readonly exists: { readonly from?: Instant; readonly until?: Instant };
  readonly zone?: string;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly unMember: readonly { readonly from: Instant; readonly until?: Instant }[];
  readonly note?: string;
};

/** A region that regimes name, or an ISO 3166-2 subdivision; `contains` are codes of regions. */
export type Region = {
  readonly code: string;
  readonly state: string;
  readonly names: Names;
  readonly aliases: readonly string[];
  readonly contains: readonly string[];
  readonly note?: string;
};

/** A group of States with dated membership. */
export type Group = {
  readonly id: string;
  readonly name: string;
  readonly names: Names;
  readonly aliases: readonly string[];
  readonly members: readonly { readonly state: string; readonly from?: Instant; readonly until?: Instant }[];
};

/** A legal order, and whom it binds. */
export type Law = {
  readonly id: string;
  readonly name: string;
  readonly adjective: string;
  readonly binds: {
    readonly everyone?: boolean;
    readonly unMembers?: boolean;
    readonly group?: string;
    readonly states?: readonly string[];
  };
  readonly addressee: 'states' | 'persons';
  readonly political: boolean;
  /** Whether the record holds any measure of it; a law it does not hold is never answered for. */
  readonly held: boolean;
  readonly covers: string;
};

/** A class of goods, a family, a tariff heading or a named system. */
export type Goods = {
  readonly code: string;
  readonly name: string;
  readonly names: Names;
  readonly aliases: readonly string[];
  /** The classes it belongs to, by definition. */
  readonly in: readonly string[];
  /** Disjoint parts that make it up exactly. */
  readonly parts: readonly string[];
  /** Classes that a thing under this code may belong to. */
  readonly mayBe: readonly string[];
  readonly decides?: string;
  readonly figures: Readonly<Record<string, string | number | boolean>>;
  readonly since?: Instant;
  readonly until?: Instant;
  readonly why?: string;
};
