// Marks while they are being made: what the server knows, what waits on this device, and what was just touched.
import type { Absence, Mark } from '../../class.ts';
import type { RollView } from '../../view.ts';

export interface Marked {
  mark: Mark;
  why: Absence | null;
}
export type Marks = Readonly<Record<string, Marked>>;

/** What the server knows. */
export const heldOf = ({ items }: RollView): Marks =>
  Object.fromEntries(
    items.flatMap(({ dossierId, mark, why }) => (mark ? [[dossierId, { mark, why }] as const] : [])),
  );

const same = (a: Marked | undefined, b: Marked | undefined): boolean =>
  a?.mark === b?.mark && (a?.why ?? null) === (b?.why ?? null);

/** Only what differs is sent, so that two who mark at once do not undo each other. */
export const changesOf = (held: Marks, marks: Marks) =>
  Object.entries(marks)
    .filter(([dossierId, mark]) => !same(held[dossierId], mark))
    .map(([dossierId, mark]) => ({ dossierId, ...mark }));

/** Everybody not marked yet was there. */
export const allPresent = ({ items }: RollView, marks: Marks): Marks => ({
  ...Object.fromEntries(items.map(({ dossierId }) => [dossierId, { mark: 'present' as const, why: null }])),
  ...marks,
});

export const markAs = (marks: Marks, dossierId: string, mark: Mark): Marks => ({
  ...marks,
  [dossierId]: { mark, why: mark === 'present' ? null : (marks[dossierId]?.why ?? null) },
});
