// Work on many rows some at a time: so few that nobody waits for them, so many that the database is not asked for each.

export interface Chunk {
  first: number;
  least: number;
  most: number;
  /** when the last ones took less, twice as many are taken; more: half as many */
  quickMs: number;
  slowMs: number;
}

/** @param work gives the time that others had to wait for it, in ms */
export async function inChunks<T>(
  all: readonly T[],
  chunk: Chunk,
  work: (some: readonly T[]) => Promise<number>,
): Promise<void> {
  for (let at = 0, size = chunk.first; at < all.length; ) {
    const some = all.slice(at, at + size);
    at += some.length;
    size = nextSize(size, await work(some), chunk);
  }
}

function nextSize(size: number, tookMs: number, { least, most, quickMs, slowMs }: Chunk): number {
  if (tookMs < quickMs) return Math.min(most, size * 2);
  return tookMs > slowMs ? Math.max(least, Math.ceil(size / 2)) : size;
}
