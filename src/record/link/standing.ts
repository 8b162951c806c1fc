import type { Attested } from '../../law/citation.ts';
import type { Norm } from '../../law/norm.ts';
import type { TimeExpression } from '../../law/time-expression.ts';

/** Where a norm or rule stands, and what it takes from there when it doesn't say so itself. */
export type Standing = {
  readonly instrument: string;
  readonly provision: string;
  readonly says: string;
  readonly attested: Attested;
  /** When the instrument took effect: its `in-force` date, else its adoption. */
  readonly defaultStart: TimeExpression;
  readonly addressee: 'states' | 'persons';
  readonly base: (
    id: string,
    attested: Attested,
  ) => Pick<Norm, 'id' | 'instrument' | 'provision' | 'says' | 'regime' | 'law' | keyof Attested>;
};
