import type { LegalRecord } from '../law/record.ts';
import { enumerated, enumeratedShort } from './enumeration.ts';

/** The English name of a State on record; its code where there is none. */
export const stateName = (record: LegalRecord, code: string): string => record.states[code]?.names.en?.[0] ?? code;

/** The name of a position: its file's, else the State's, else its id. */
export const positionName = (record: LegalRecord, id: string): string =>
  record.positions[id]?.name ?? stateName(record, id);

// Names that English puts the article before.
const WITH_ARTICLE =
  /^(?:United |Netherlands|Philippines|Gambia|Bahamas|Maldives|Comoros|Seychelles|Holy See|European Union)|Republic|Union|Islands|Federation/;

/** The name of a State inside a sentence: "the United States", "Russia". */
export const stateInSentence = (record: LegalRecord, code: string): string => withArticle(stateName(record, code));

const withArticle = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

/** A position inside a sentence, as short as it stays clear: "the EU", "the UN Secretariat", "Russia". */
export function positionInSentence(record: LegalRecord, id: string): string {
  if (record.states[id] !== undefined) return stateInSentence(record, id);
  const { aliases = [], kind } = record.positions[id] ?? {};
  const short = aliases[0] ?? positionName(record, id);
  return kind === 'state' ? withArticle(positionName(record, id)) : `the ${short}`;
}

/** Permanent members of the Council first, the others as the record has them. */
export function inOrder(record: LegalRecord, positions: readonly string[]): readonly string[] {
  const permanent = [...new Set((record.groups['UNSC-P5']?.members ?? []).map(({ state }) => state))];
  return [...permanent.filter((id) => positions.includes(id)), ...positions.filter((id) => !permanent.includes(id))];
}

/** How many positions a sentence names before it says "and 6 others". */
const MOST_NAMED = 6;

/** "France, the United States and 6 others". */
export const positionsShort = (record: LegalRecord, positions: readonly string[]): string =>
  enumeratedShort(
    inOrder(record, positions).map((id) => positionInSentence(record, id)),
    MOST_NAMED,
  );

/** Every position by name, in order. */
export const positionsInFull = (record: LegalRecord, positions: readonly string[]): string =>
  enumerated(inOrder(record, positions).map((id) => positionInSentence(record, id)));

// These abbreviations read as adjectives; `CH law` would not.
const READS_AS_ADJECTIVE = new Set(['UN', 'EU', 'US']);

/** "UN law", "Swiss law". */
export const lawInSentence = (record: LegalRecord, id: string): string =>
  `${READS_AS_ADJECTIVE.has(id) ? id : (record.laws[id]?.adjective ?? id)} law`;
