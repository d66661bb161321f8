// Of what is kept to be asked for again, so much and no more: what nobody has asked for the longest goes.

/** Puts it behind all others. */
export function keepNewest<K, V>(kept: Map<K, V>, [key, value]: readonly [K, V], most: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}
