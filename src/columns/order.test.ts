// The order of lists depends on what rows say, not on when they were read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../../test/columns.ts';
import { breathing } from '../platform/behind/breathe.ts';
import { unpacking } from './pack.ts';

const row = fc.record({
  unit: fc.constantFrom('7', '8'),
  on: fc.constantFrom('2025-03', '2025-03-01', '2025-03-02'),
  to: fc.constantFrom('', '2025-03-02', '2025-04-01'),
  other: fc.constantFrom('', '9'),
  kind: fc.constantFrom('', 'came', 'left'),
  subject: fc.nat(2),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

/** A uuid but for its last byte. */
const noWords = new Uint8Array(15);
const columnsOf = (rows: readonly Row[]) => {
  const list = (of: 'unit' | 'on' | 'to' | 'other' | 'kind') => rows.map((one) => one[of]).join('|');
  const shape = { nature: 'stock', record: 'person' } as const;
  return breathing(
    unpacking(shape, {
      rows: rows.length,
      unit: list('unit'),
      on: list('on'),
      to: list('to'),
      other: list('other'),
      subject: Uint8Array.from(rows.flatMap(({ subject }) => [...noWords, subject])),
      codes: { kind: list('kind') },
    }),
  );
};

test('rows that came in another order are listed in the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const [one, other] = [await columnsOf(rows), await columnsOf(rows.toReversed())];
      expect(told(other)).toEqual(told(one));
    }),
  );
});
