// Which acts stand: an entry that names another withdraws it or takes its place; both stay in the ledger.
// Acts are read in the order of the days on which they happened, not of the days on which they were typed.

export interface Naming {
  clientId: string;
  kind: string;
  position: number;
  happenedOn: string | null;
  names: string | null;
}

export const withdrawal = 'act.withdrawn';

/** The entries in force, each at its original place among acts of one day, ordered by day of the act. */
export function effective<E extends Naming>(entries: readonly E[]): E[] {
  const root = new Map<string, string>();
  const standing = new Map<string, { entry: E; position: number }>();
  for (const entry of entries) {
    if (entry.names === null) {
      standing.set(entry.clientId, { entry, position: entry.position });
      continue;
    }
    const first = root.get(entry.names) ?? entry.names;
    root.set(entry.clientId, first);
    const original = standing.get(first);
    if (!original) continue;
    if (entry.kind === withdrawal) standing.delete(first);
    else standing.set(first, { entry, position: original.position });
  }
  return [...standing.values()]
    .sort(
      (a, b) => compareText(a.entry.happenedOn ?? '', b.entry.happenedOn ?? '') || a.position - b.position,
    )
    .map((item) => item.entry);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
