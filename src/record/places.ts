import type { Place } from '../diagnostics/diagnostic.ts';

/** A mapping or sequence read from a file; each is an object of its own, so that it can be asked where it stands. */
export type Holder = object;

/** A file with its text, and the offset at which each line starts once somebody has asked. */
export type Sheet = { readonly file: string; readonly text: string; lines?: readonly number[] };

/** Where a holder stands: offsets into its sheet, those of its keys and values by key or index. */
export type Spot = {
  readonly sheet: Sheet;
  readonly parent?: Holder;
  readonly start: number;
  readonly keys: ReadonlyMap<string | number, number>;
  readonly values: ReadonlyMap<string | number, number>;
};

/** Where everything stands that was read: asked with a mapping or sequence, and with the key or index in it. */
export class Places {
  readonly #spots = new WeakMap<Holder, Spot>();

  /** Notes where a mapping or sequence stands, and where its keys and values do. */
  note(holder: Holder, spot: Spot): void {
    this.#spots.set(holder, spot);
  }

  /** The place of a value in a holder, or of the holder itself when no key is given or the key is missing. */
  of(holder: Holder, key?: string | number): Place {
    const spot = this.#spots.get(holder);
    return this.#place(holder, key === undefined ? spot?.start : (spot?.values.get(key) ?? spot?.start));
  }

  /** The place of a key itself, for a key that should not be there. */
  ofKey(holder: Holder, key: string | number): Place {
    const spot = this.#spots.get(holder);
    return this.#place(holder, spot?.keys.get(key) ?? spot?.start);
  }

  #place(holder: Holder, offset: number | undefined): Place {
    const sheet = this.#spots.get(holder)?.sheet;
    const within = this.#within(holder);
    return {
      ...(sheet !== undefined && offset !== undefined && placeIn(sheet, offset)),
      ...(within !== '' && { within }),
    };
  }

  /** The instrument and provision (or the event, point, designation …) that a holder stands in. */
  #within(holder: Holder): string {
    const labels: string[] = [];
    for (let one: Holder | undefined = holder; one !== undefined; one = this.#spots.get(one)?.parent) {
      const label = labelOf(one as Record<string, unknown>);
      if (label !== undefined) labels.unshift(label);
    }
    return labels.join(', ');
  }
}

/** File, line and column (from 1) of an offset into a text. */
export function placeIn(
  sheet: Sheet,
  offset: number,
): { readonly file: string; readonly line: number; readonly column: number } {
  sheet.lines ??= lineStarts(sheet.text);
  let low = 0;
  let high = sheet.lines.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (sheet.lines[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { file: sheet.file, line: low + 1, column: offset - sheet.lines[low]! + 1 };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function labelOf(holder: Record<string, unknown>): string | undefined {
  if (Array.isArray(holder)) return undefined;
  const label = holder.symbol ?? (typeof holder.says === 'string' ? holder.at : undefined) ?? holder.id ?? holder.code;
  return typeof label === 'string' ? label : undefined;
}
