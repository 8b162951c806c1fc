import type { Place } from '../diagnostics/diagnostic.ts';

/** A mapping or sequence read from a file; each is an object of its own, so that it can be asked where it stands. */
export type Holder = object;

type Spot = {
  readonly file: string;
  readonly parent?: Holder;
  readonly self: Position;
  readonly keys: ReadonlyMap<string | number, Position>;
  readonly values: ReadonlyMap<string | number, Position>;
};
type Position = { readonly line: number; readonly column: number };

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
    return this.#place(holder, key === undefined ? spot?.self : (spot?.values.get(key) ?? spot?.self));
  }

  /** The place of a key itself, for a key that should not be there. */
  ofKey(holder: Holder, key: string | number): Place {
    const spot = this.#spots.get(holder);
    return this.#place(holder, spot?.keys.get(key) ?? spot?.self);
  }

  #place(holder: Holder, position: Position | undefined): Place {
    const file = this.#spots.get(holder)?.file;
    const within = this.#within(holder);
    return {
      ...(file !== undefined && { file }),
      ...(position !== undefined && position),
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

function labelOf(holder: Record<string, unknown>): string | undefined {
  if (Array.isArray(holder)) return undefined;
  const label = holder.symbol ?? (typeof holder.says === 'string' ? holder.at : undefined) ?? holder.id ?? holder.code;
  return typeof label === 'string' ? label : undefined;
}
