import type { Moment } from '../law/event.ts';
import { markOf } from './moment.ts';

/** Things to do in time order; what bears the same mark comes out together. */
export type Agenda<T> = {
  readonly add: (at: Moment, item: T) => void;
  readonly next: () => { readonly at: Moment; readonly items: readonly T[] } | undefined;
  /** What has been added since at the mark of what came out last. */
  readonly more: () => readonly T[];
};

/** Something on an agenda, with its place in the order. */
export type Entry<T> = { readonly mark: number; readonly order: number; readonly at: Moment; readonly item: T };

/** Entries in order, to start many agendas from: an array in order is a heap already. */
export const inOrder = <T>(things: readonly { readonly at: Moment; readonly item: T }[]): readonly Entry<T>[] =>
  things
    .map(({ at, item }, order) => ({ mark: markOf(at), order, at, item }))
    .sort((a, b) => a.mark - b.mark || a.order - b.order);

/** A binary heap by mark; equal marks keep the order in which they were added. */
export function agenda<T>(start: readonly Entry<T>[]): Agenda<T> {
  const heap: Entry<T>[] = [...start];
  let added = start.length;
  let mark: number | undefined;
  const before = (a: number, b: number): boolean => {
    const x = heap[a]!;
    const y = heap[b]!;
    return x.mark < y.mark || (x.mark === y.mark && x.order < y.order);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const sink = (start: number): void => {
    for (let at = start; ; ) {
      const left = 2 * at + 1;
      let least = at;
      if (left < heap.length && before(left, least)) least = left;
      if (left + 1 < heap.length && before(left + 1, least)) least = left + 1;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  const take = () => {
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      sink(0);
    }
    return top;
  };
  return {
    add(at, item) {
      heap.push({ mark: markOf(at), order: added++, at, item });
      for (let child = heap.length - 1; child > 0; ) {
        const up = (child - 1) >> 1;
        if (!before(child, up)) break;
        swap(child, up);
        child = up;
      }
    },
    next() {
      if (heap.length === 0) return undefined;
      const first = take();
      mark = first.mark;
      return { at: first.at, items: [first.item, ...this.more()] };
    },
    more() {
      const items: T[] = [];
      while (heap[0]?.mark === mark) items.push(take().item);
      return items;
    },
  };
}
