import { nearest } from '../diagnostics/nearest.ts';
import { parseZone, type Zone } from '../time/zone.ts';
import { type Findings, refuse } from './findings.ts';

/** The zone that a text names, or undefined with the reason among the findings. */
export const understandZone = (text: string, findings: Findings): Zone | undefined =>
  parseZone(text) ?? refuse(findings, 'unknown-zone', 'zone', { input: text, nearest: nearestZone(text) });

/** The zone of the host's tables that was probably meant: `Tehran` for `Asia/Tehran`, or a slip of the pen. */
export function nearestZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = name.trim().replace(/\s+/g, '_').toLowerCase();
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(name, zones);
}
