/** A stretch of days on a list, ISO, half-open. `null`: not known from when; not ended as far as is kept. */
export type Spell = { readonly from: string | null; readonly until: string | null };

/** On which of a list's kept days (ascending) an entry stood there, and the listing day each then printed, where it did. */
export type Sighting = { readonly on: string; readonly listedOn?: string };

/**
 * From when to when an entry was on a list, as far as snapshots show: a run of days it was seen on is one spell, from the listing
 * day that the list prints (else from the first of those days, else, before the first kept day, not known) until the first day on
 * which it was gone. Between two kept days a change may have come on any day; the later one is taken.
 */
export function spellsOf(days: readonly string[], sightings: readonly Sighting[]): readonly Spell[] {
  const seen = new Map(sightings.map((sighting) => [sighting.on, sighting]));
  const spells: Spell[] = [];
  let run: Sighting[] = [];
  const close = (until: string | null): void => {
    const [first] = run;
    if (first === undefined) return;
    const printed = run
      .map(({ listedOn }) => listedOn)
      .filter((day) => day !== undefined)
      .sort()[0];
    const before = spells.at(-1)?.until ?? null;
    const unseenBefore = first.on === days[0] ? null : first.on;
    // An old listing day is that of an earlier spell, if the entry was gone since.
    const from =
      printed !== undefined && (before === null || printed >= before) && printed <= first.on ? printed : unseenBefore;
    spells.push({ from, until });
    run = [];
  };
  for (const day of days) {
    const sighting = seen.get(day);
    if (sighting === undefined) close(day);
    else run.push(sighting);
  }
  close(null);
  return spells;
}

/** Whether a spell holds on a day; not knowing from when counts as before. */
export const holdsOn = ({ from, until }: Spell, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until);
