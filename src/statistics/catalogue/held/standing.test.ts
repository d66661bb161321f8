// Rows of the days asked, kept between questions, are those that going through all rows would find.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Columns, dayNumber } from '../../../columns/columns.ts';
import { unpacking } from '../../../columns/pack.ts';
import { patched } from '../../../columns/patch.ts';
import { breathing } from '../../../platform/behind/breathe.ts';
import { getSource } from '../source.ts';
import { rowsOf, type Span } from './ask.ts';

const day = fc.integer({ min: 1, max: 28 }).map((nth) => `2025-03-${String(nth).padStart(2, '0')}`);
const stay = fc.tuple(day, fc.option(day, { nil: '' }));

const columnsOf = (id: 'member' | 'admission', stays: readonly (readonly [string, string])[]) => {
  const source = getSource(id);
  const list = (of: (one: readonly [string, string]) => string) => stays.map(of).join('|');
  return breathing(
    unpacking(source, {
      rows: stays.length,
      unit: list(() => '7'),
      on: list(([from]) => from),
      to: list(([, to]) => to),
      subject: new Uint8Array(stays.length * 16).map((_, at) => (at % 16 === 15 ? at / 16 : 0)),
      codes: {},
    }),
  );
};

/** As a look at each row tells. */
function allOf({ source, from, to, length }: Columns, span: Span): number[] {
  const [first, last] = [dayNumber(span.from), dayNumber(span.to)];
  const stands = (row: number): boolean => {
    const began = from[row] as number;
    return source.nature === 'stock'
      ? began <= last && (to[row] as number) > last
      : began >= first && began <= last;
  };
  return Array.from({ length }, (_, row) => row).filter(stands);
}

test.each(['member', 'admission'] as const)('of %s, for more days than are kept', async (id) => {
  const spans = fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.array(stay, { maxLength: 30 }), spans, async (stays, asked) => {
      const columns = await columnsOf(id, stays);
      for (const [one, other] of [...asked, ...asked]) {
        const span = { from: one < other ? one : other, to: one < other ? other : one };
        expect([...rowsOf(columns, { span, tests: [] })]).toEqual(allOf(columns, span));
      }
    }),
  );
});

test('a write makes columns of its own: what was kept for the old ones is not given for the new', async () => {
  const span = { from: '2025-03-10', to: '2025-03-10' };
  const old = await columnsOf('member', [['2025-03-01', '']]);
  expect([...rowsOf(old, { span, tests: [] })]).toEqual([0]);
  const moved = await columnsOf('member', [['2025-03-01', '2025-03-05']]);
  const fresh = patched(old, ['00000000-0000-0000-0000-000000000000'], moved);
  expect([...rowsOf(fresh, { span, tests: [] })]).toEqual([]);
  expect([...rowsOf(old, { span, tests: [] })]).toEqual([0]);
});
