import type { Ids } from '../ids.ts';
import type { Holder } from '../places.ts';

/**
 * The norms that an id names: one (`un/x#8`), all of an instrument (`un/x`), or all whose id starts so (`un/x#8*`).
 * Gates and exemptions within a measure share its life and are not named on their own.
 */
export function normsNamed(id: string, holder: Holder, key: string | number, ids: Ids): readonly string[] {
  if (!id.includes('#') && !id.includes('*')) {
    if (!ids.refer('instrument', id, holder, key)) return [];
    return matching(`${id}#`, id, holder, key, ids);
  }
  if (id.endsWith('*')) return matching(id.slice(0, -1), id, holder, key, ids);
  return ids.refer('norm', id, holder, key) ? [id] : [];
}

function matching(prefix: string, id: string, holder: Holder, key: string | number, ids: Ids): readonly string[] {
  const found = [...ids.all('norm')].filter((norm) => norm.startsWith(prefix) && !isWithin(norm));
  if (found.length === 0 && !ids.isPardoned(id)) ids.report('no-such-norms', holder, key, { cited: id });
  return found;
}

/** `un/x#8/gate-1`: laid down within the measure `un/x#8`. */
export const isWithin = (norm: string): boolean => /\/(gate|exemption)-\d+$/.test(norm);

/** The norms of a list of ids, without those excepted, each once. */
export function normsOfList(
  what: readonly string[],
  except: readonly string[] | undefined,
  ids: Ids,
): readonly string[] {
  const out = new Set((except ?? []).flatMap((id, index) => normsNamed(id, except as Holder, index, ids)));
  return [...new Set(what.flatMap((id, index) => normsNamed(id, what, index, ids)))].filter((norm) => !out.has(norm));
}
