import type { AskedParty } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { findParty, type Named } from '../screening/party.ts';

/** Who on the lists of the record bears a name, and who only comes close. */
export type FindParty = (name: string) => AskedParty;

const REMEMBERED = 1024;

/** A look-up among all designations of a record. It compares sounds in several scripts, so a door loads it when a party is named. */
export function partyFinder(record: LegalRecord): FindParty {
  const everyone: readonly Named[] = Object.values(record.lists).flatMap(({ designations }) => designations);
  const found = new Map<string, AskedParty>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    if (found.size >= REMEMBERED) found.clear();
    const { exact, candidates } = findParty(everyone, name);
    const party: AskedParty = {
      input: name,
      designations: exact,
      candidates: candidates.map(({ id, name: of, list }) => ({ id, name: of, list })),
    };
    found.set(name, party);
    return party;
  };
}
