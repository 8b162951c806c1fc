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

/** What is there from the start is taken in turn; what is added waits in a binary heap. Equal marks keep their order. */
export function agenda<T>(start: readonly Entry<T>[]): Agenda<T> {
  let taken = 0;
  const heap: Entry<T>[] = [];
  let added = start.length;
  let mark: number | undefined;
  const before = (x: Entry<T>, y: Entry<T>): boolean => x.mark < y.mark || (x.mark === y.mark && x.order < y.order);
  const lift = (child: number): void => {
    for (let at = child; at > 0; ) {
      const up = (at - 1) >> 1;
      if (!before(heap[at]!, heap[up]!)) return;
      [heap[at], heap[up]] = [heap[up]!, heap[at]!];
      at = up;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let least = at;
      if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
      if (left + 1 < heap.length && before(heap[left + 1]!, heap[least]!)) least = left + 1;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  };
  const isHeapFirst = (): boolean => {
    const [first] = heap;
    return first !== undefined && (taken === start.length || before(first, start[taken]!));
  };
  const take = (): Entry<T> | undefined => {
    if (!isHeapFirst()) return start[taken++];
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return first;
  };
  const nextMark = (): number | undefined => (isHeapFirst() ? heap[0] : start[taken])?.mark;
  return {
    add(at, item) {
      heap.push({ mark: markOf(at), order: added++, at, item });
      lift(heap.length - 1);
    },
    next() {
      if (taken === start.length && heap.length === 0) return undefined;
      const first = take()!;
      mark = first.mark;
      return { at: first.at, items: [first.item, ...this.more()] };
    },
    more() {
      const items: T[] = [];
      while (nextMark() === mark) items.push(take()!.item);
      return items;
    },
  };
}
