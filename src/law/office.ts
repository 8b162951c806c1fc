import type { Instant } from '../time/instant.ts';
import type { Attested } from './citation.ts';

/** One person's time in an office. `names` are all the ways in which the name is written, the first as the field writes it. */
export type Tenure = Attested & {
  readonly names: readonly string[];
  readonly from?: Instant;
  readonly until?: Instant;
};

/** An office of a State or a body, and who held it when: what "the Russian foreign minister" means on a day. */
export type Office = {
  /** `foreign-minister/RU` */
  readonly id: string;
  /** The kind of office, as the readers of documents know it: `foreign-minister`, `permanent-representative`. */
  readonly kind: string;
  /** A State's code, or a body's short name: `UN`, `IAEA`, `EU`. */
  readonly of: string;
  readonly title: string;
  readonly holders: readonly Tenure[];
};
