// Entries for tests of the ledger itself, which ask nothing of a room.
import type { NewEntry } from '../src/platform/entry.ts';
import { newId } from '../src/platform/ids.ts';

export const newStream = (): string => `account:${newId()}`;

/** Says nothing of a person. */
export const entryOf = (stream = newStream()): NewEntry => ({
  clientId: newId(),
  stream,
  kind: 'account.password_set',
  happenedOn: '2025-10-01',
  unitId: null,
  data: {},
});
