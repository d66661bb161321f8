// What happens next: a heap of days. What is put in first comes first on the same day, so that a world repeats itself.
import type { DayNumber } from './days.ts';

interface Entry {
  day: DayNumber;
  turn: number;
  act: () => void;
}

export class Queue {
  readonly #heap: Entry[] = [];
  #turn = 0;
  today: DayNumber;

  constructor(today: DayNumber) {
    this.today = today;
  }

  /** Nothing is put before today. */
  at(day: DayNumber, act: () => void): void {
    const entry = { day: Math.max(day, this.today), turn: (this.#turn += 1), act };
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (isBefore(heap[above] as Entry, entry)) break;
      heap[at] = heap[above] as Entry;
      at = above;
    }
    heap[at] = entry;
  }

  /** Lives through everything up to and with a day; the rest stays. */
  runTo(last: DayNumber): void {
    for (let next = this.#heap[0]; next && next.day <= last; next = this.#heap[0]) {
      this.#drop();
      this.today = next.day;
      next.act();
    }
  }

  #drop(): void {
    const heap = this.#heap;
    const moved = heap.pop() as Entry;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Entry, heap[left] as Entry) ? right : left;
      if (isBefore(moved, heap[child] as Entry)) break;
      heap[at] = heap[child] as Entry;
      at = child;
    }
    heap[at] = moved;
  }
}

const isBefore = (a: Entry, b: Entry): boolean => a.day < b.day || (a.day === b.day && a.turn < b.turn);
