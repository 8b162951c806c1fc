import type { Attested } from './citation.ts';
import type { Condition } from './condition.ts';
import type { TimeExpression } from './time-expression.ts';

export type Force = 'decides' | 'calls-upon' | 'requests' | 'political';
export type Recipient = 'government' | 'non-governmental' | 'listed';
export type GateKind = 'prior-approval' | 'no-objection' | 'advance-notice' | 'documents-or-routing' | 'later-report';
/** Moving goods, or one of the other things a measure can reach; the full list is in record/schema.ts. */
export type Activity = string;
export type Family = string;

/** An end that the text itself lays down. */
export type End = {
  readonly at: TimeExpression;
  readonly kind: 'final' | 'renewable';
  readonly if?: Condition;
  readonly note?: string;
};

/** What measures and openings share: where they stand, when they start and how they end. */
type NormBase = Attested & {
  /** `un/s-res-1929-2010#8` */
  readonly id: string;
  readonly instrument: string;
  /** The locator of the provision: "para 8". */
  readonly provision: string;
  readonly says: string;
  readonly regime: string;
  readonly law: string;
  readonly start: TimeExpression;
  readonly if?: Condition;
  readonly ends: readonly End[];
};

/** For whom and what an opening opens. What is left out is no condition; a `purpose` can't be stated in a question. */
export type OpeningScope = {
  readonly recipients?: readonly Recipient[];
  readonly goods?: readonly string[];
  readonly exceptGoods?: readonly string[];
  readonly activities?: readonly Activity[];
  readonly contractBefore?: TimeExpression;
  readonly performedBefore?: TimeExpression;
  readonly purpose?: string;
};

export type Gate = {
  readonly gate: GateKind;
  readonly days?: number;
  readonly workingDays?: boolean;
  readonly by?: string;
  readonly filer?: string;
  readonly presumption?: 'denial' | 'approval';
  readonly residual: boolean;
};

/** A norm that bars (or, without binding force, discourages) something. Its content never changes. */
export type Measure = NormBase & {
  readonly kind: 'measure';
  readonly title: string;
  readonly force: Force;
  readonly call?: 'stop' | 'vigilance';
  readonly addressee: 'states' | 'persons';
  readonly family: Family;
  readonly activities: readonly Activity[];
  readonly direction?: 'to' | 'from';
  readonly duties: readonly ('supplier' | 'buyer')[];
  readonly target: {
    readonly states: readonly string[];
    readonly regions: readonly string[];
    readonly list?: string;
    readonly exceptStates: readonly string[];
  };
  /** Empty: everybody. */
  readonly recipients: readonly Recipient[];
  readonly forces?: string;
  /** Empty: the measure is not about goods. */
  readonly goods: readonly string[];
  readonly exceptGoods: readonly string[];
  readonly goodsReference?: string;
  readonly presumption?: 'denial' | 'approval';
  readonly consequence: 'bar' | 'designation-risk';
  readonly nexus?: string;
  readonly ownNationalsApart: boolean;
  readonly obligations: readonly string[];
  readonly continues: readonly string[];
};

/** A gate or an exemption: it opens measures, those named or all that fit a description. */
export type Opening = NormBase & {
  readonly kind: 'opening';
  readonly opens: 'gate' | 'exemption';
  readonly on:
    | { readonly measures: readonly string[] }
    | {
        readonly law?: string;
        readonly regimes?: readonly string[];
        readonly exceptRegimes?: readonly string[];
        readonly families?: readonly Family[];
        readonly activities?: readonly Activity[];
      };
  readonly for: OpeningScope;
  /** Present when `opens` is `gate`. */
  readonly gate?: Gate;
  /** Laid down in the same provision as its measure, whose life it then shares: the measure's id. */
  readonly within?: string;
};

export type Norm = Measure | Opening;
