/** A stretch of days on a list, ISO, half-open. `null`: not known from when; not ended as far as is kept. */
export type Spell = { readonly from: string | null; readonly until: string | null };

/** On which of a list's kept days (ascending) an entry stood there, and the listing day each then printed, where it did. */
export type Sighting = { readonly on: string; readonly listedOn?: string };

/**
 * From when to when an entry was on a list, as far as snapshots show: a run of days it was seen on is one spell. It begins on the
 * listing day that the list prints, unless a kept day after that shows the entry gone (then the day is that of an earlier spell);
 * else on the first day it was seen, of which is not known how long before, if it is the first that is kept. It ends on the first
 * day on which it was gone; between two kept days a change may have come on any.
 */
export function spellsOf(days: readonly string[], sightings: readonly Sighting[]): readonly Spell[] {
  const seen = new Map(sightings.map((sighting) => [sighting.on, sighting]));
  const spells: Spell[] = [];
  let run: Sighting[] = [];
  let gone: string | undefined;
  const close = (until: string | null): void => {
    const [first] = run;
    if (first === undefined) return;
    const printed = run
      .map(({ listedOn }) => listedOn)
      .filter((day) => day !== undefined && (gone === undefined || day > gone) && day <= first.on)
      .sort()[0];
    spells.push({ from: printed ?? (gone === undefined ? null : first.on), until });
    run = [];
  };
  for (const day of days) {
    const sighting = seen.get(day);
    if (sighting !== undefined) run.push(sighting);
    else {
      close(day);
      gone = day;
    }
  }
  close(null);
  return spells;
}

/**
 * Spells as they were known by the end of a day: one that began later is left out, an end that came later is open. A listing and
 * its end are taken to be known from the day that they happened. All of them where no day is given.
 */
export function asKnownOn(spells: readonly Spell[], day: string | undefined): readonly Spell[] {
  if (day === undefined) return spells;
  return spells
    .filter(({ from }) => from === null || from <= day)
    .map((spell) => (spell.until !== null && spell.until > day ? { ...spell, until: null } : spell));
}

/** Whether a spell holds on a day; not knowing from when counts as before. */
export const holdsOn = ({ from, until }: Spell, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until);
