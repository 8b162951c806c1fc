import type { Attested } from './citation.ts';
import type { Moment } from './event.ts';

/** A person or thing on a list, and from when to when by which listing act. */
export type Designation = Attested & {
  readonly id: string;
  readonly list: string;
  readonly kind: 'individual' | 'entity' | 'vessel' | 'aircraft';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly native: readonly string[];
  readonly nationalities: readonly string[];
  readonly born: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
  readonly spells: readonly (Attested & {
    readonly listed: Moment;
    readonly by?: string;
    readonly delisted?: Moment;
    readonly delistedBy?: string;
  })[];
};

export type DesignationList = Attested & {
  readonly id: string;
  readonly law: string;
  readonly regime: string;
  readonly name: string;
  readonly designations: readonly Designation[];
};
