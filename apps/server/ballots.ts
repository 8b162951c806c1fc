import { type Ballot, ballotOf, type LegalRecord, understandSubject } from '../../src/index.ts';
import type { Session } from '../session.ts';

const kept = new WeakMap<LegalRecord, readonly Ballot[]>();

/** Every vote on record, newest first. */
export function ballotsOf(record: LegalRecord): readonly Ballot[] {
  const known = kept.get(record);
  if (known !== undefined) return known;
  const ballots = Object.values(record.events).flatMap((event) => ballotOf(event, record) ?? []);
  ballots.sort((a, b) => b.at.from - a.at.from);
  kept.set(record, ballots);
  return ballots;
}

/** The vote that an id or a symbol names: of an event, or of an instrument's adoption. */
export function ballotNamed(text: string, { record, vocabulary }: Session): Ballot | undefined {
  const named = (id: string): Ballot | undefined =>
    Object.hasOwn(record.events, id) ? ballotOf(record.events[id]!, record) : undefined;
  const exact = named(text);
  if (exact !== undefined) return exact;
  const bySymbol = ballotsOf(record).find(({ symbol }) => symbol === text);
  if (bySymbol !== undefined) return bySymbol;
  const subject = understandSubject(text, vocabulary);
  return subject.ok && subject.value.kind === 'instrument' ? named(`adopted:${subject.value.id}`) : undefined;
}
