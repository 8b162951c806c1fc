/** Things of the record as plain JSON: instants and days become text, whatever the thing. */
import { formatCivilDate } from '../time/civil-date.ts';
import { formatInstant, type Instant } from '../time/instant.ts';

// Numbers under these names are instants; no other number of the record has such a name.
const INSTANTS = new Set(['from', 'until', 'since', 'at', 'knownFrom', 'asKnown']);

export function recordJson(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => recordJson(one, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, recordJson(inner, key)]));
  if (typeof value !== 'number') return value;
  if (name === 'date') return formatCivilDate(value as Parameters<typeof formatCivilDate>[0]);
  if (!INSTANTS.has(name)) return value;
  return Number.isFinite(value) ? formatInstant(value as Instant) : null;
}
