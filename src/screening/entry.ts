import type { NameOf } from './name.ts';

/** What kind of thing is listed; the words of the FollowTheMoney model. `LegalEntity`: a person or a body, not said which. */
export type Schema =
  | 'Person'
  | 'Organization'
  | 'Company'
  | 'LegalEntity'
  | 'Vessel'
  | 'Airplane'
  | 'Security'
  | 'CryptoWallet';

/** One name as the list prints it. */
export type ListedName = {
  readonly text: string;
  readonly kind: 'primary' | 'alias' | 'former';
  /** `weak`: the list itself says that it is not enough to identify by (low quality, weak a.k.a.). */
  readonly quality: 'strong' | 'weak';
  /** ISO 15924 or the list's own word for the script, where given. */
  readonly script?: string;
  readonly parts?: { readonly first?: string; readonly middle?: string; readonly last?: string };
};

/** A number that identifies: `kind` in the list's words (`passport`, `imo`), the country as printed. */
export type Document = { readonly kind: string; readonly number: string; readonly country?: string };

/** One person or thing on one official list, as printed on one day; what the list does not give is left out. */
export type Entry = {
  /** The list's own id: reference number, ent_num, unique id. */
  readonly id: string;
  readonly schema: Schema;
  /** The first is the main one. */
  readonly names: readonly ListedName[];
  /** ISO dates as far as known (`1960`, `1960-03`, `1960-03-17`); a range is `1960/1965`. */
  readonly born?: readonly string[];
  readonly bornIn?: readonly string[];
  /** Nationalities, citizenships, countries of address, flags: as printed. */
  readonly countries?: readonly string[];
  readonly addresses?: readonly string[];
  readonly documents?: readonly Document[];
  readonly programmes?: readonly string[];
  readonly acts?: readonly string[];
  /** ISO date of the listing act and of its end, where the list prints them. */
  readonly listedOn?: string;
  readonly until?: string;
  readonly updatedOn?: string;
  readonly gender?: 'male' | 'female';
  readonly positions?: readonly string[];
  readonly remarks?: string;
};

/** How names of this kind of thing are read. */
export function nameOfSchema(schema: string): NameOf {
  if (schema === 'Person') return 'person';
  return schema === 'Vessel' || schema === 'Airplane' ? 'vessel' : 'organisation';
}
