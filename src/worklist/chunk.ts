// How many cases are looked at in one go: few enough that nobody waits for them, as many as keep the database from being asked
// for every case. Told by the time that the last ones took.
export interface Chunk {
  first: number;
  least: number;
  most: number;
  /** below this twice as many are taken, above that half as many */
  quickMs: number;
  slowMs: number;
}

export function nextSize(size: number, tookMs: number, { least, most, quickMs, slowMs }: Chunk): number {
  if (tookMs < quickMs) return Math.min(most, size * 2);
  return tookMs > slowMs ? Math.max(least, Math.ceil(size / 2)) : size;
}
