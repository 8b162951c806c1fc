import { remember } from '../../compile/remember.ts';
import { addDays, type CivilDate, formatCivilDate } from '../../time/civil-date.ts';
import type { Instant } from '../../time/instant.ts';
import { parseZone, type Zone } from '../../time/zone.ts';
import { localToInstant } from '../../time/zoned.ts';
import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import type { ClockMark } from '../mentions/clock.ts';
import type { DateMark } from '../mentions/date.ts';
import type { Scan } from '../scan.ts';

/** What a clause says of the time: a date, and with a clock the instants it can mean. */
export type When = {
  readonly date?: DateMark;
  readonly clock?: ClockMark;
  /** The instants it may be, by zone; one when the zone is told or known. */
  readonly instants: readonly { readonly at: Instant; readonly zone: string }[];
  readonly from: number;
  readonly to: number;
};

/** Zones a report may silently go by, besides its outlet's: the Council's, Greenwich, the country's. */
const SILENT_ZONES = ['America/New_York', 'UTC', 'Asia/Tehran'];

const zones = new Map<string, Zone | undefined>();
const zoneOf = (name: string): Zone | undefined => remember(zones, name, () => parseZone(name));

/** The time a clause gives to what happens in it; the entry of a timeline where it gives none. */
export function whenOf({ dates, clocks }: Scan, { from, to }: Clause, context: Context, near = from): When | undefined {
  const within = ({ fromToken, toToken }: { fromToken: number; toToken: number }): boolean =>
    fromToken >= from && toToken <= to;
  // What stands after the act is more often its day than what stands before it, a date line for one.
  const distance = ({ fromToken }: DateMark): number =>
    fromToken < near ? (near - fromToken) * 1.5 : fromToken - near;
  const closest = (marks: readonly DateMark[]): DateMark | undefined =>
    [...marks].sort((a, b) => distance(a) - distance(b))[0];
  const own = dates.filter(within);
  const date = closest(own.filter(({ precision }) => precision === 'day')) ?? own[0] ?? context.entry;
  const clock = clocks.find(within);
  if (date === undefined) return undefined;
  const spots = [...(date === context.entry ? [] : [date]), ...(clock ? [clock] : [])];
  const span = {
    from: Math.min(to, ...spots.map(({ fromToken }) => fromToken)),
    to: Math.max(from, ...spots.map(({ toToken }) => toToken)),
  };
  if (clock === undefined || date.precision !== 'day') return { date, instants: [], ...span };
  const told = clock.zone !== undefined ? [clock.zone] : context.zone !== undefined ? [context.zone] : SILENT_ZONES;
  const instants = told.flatMap((name) => {
    const at = instantIn(name, date.from, clock.minutes);
    return at === undefined ? [] : [{ at, zone: name }];
  });
  return { date, clock, instants, ...span };
}

const known = new Map<string, { readonly at: Instant | undefined }>();

/** A report tells the same few hours again and again; a hostile one any number. */
const KEPT_HOURS = 500;

function instantIn(name: string, date: CivilDate, minutes: number): Instant | undefined {
  if (known.size > KEPT_HOURS) known.clear();
  return remember(known, `${date} ${minutes} ${name}`, () => {
    const zone = zoneOf(name);
    return { at: zone && instantOf(date, minutes, zone) };
  }).at;
}

/** Midnight "of" a day is taken as the one that starts it; 24:00 ends it. A local time that came twice is read as the first. */
function instantOf(date: CivilDate, minutes: number, zone: Zone): Instant | undefined {
  const day = minutes >= 1440 ? addDays(date, 1) : date;
  const clock = [Math.floor((minutes % 1440) / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const found = localToInstant(`${formatCivilDate(day)}T${clock}:00`, zone);
  if (typeof found === 'number') return found;
  return found.kind === 'invalid' ? undefined : found.earlier;
}

const OFFSETS = [0, -4 * 3600, -5 * 3600];

/** Whether an instant lies in the days a date may mean, reckoned in UTC or in New York, where the Council sits. */
export function meets(date: DateMark, at: Instant): boolean {
  for (const offset of OFFSETS) {
    const local = Math.floor((at + offset) / 86_400);
    if (date.from <= local && local < date.until) return true;
  }
  return false;
}
