// The sheet while it is typed in: sums, gaps, what a saving sends, and what happens when two people type.
import { describe, expect, it } from 'vitest';
import { amountOf, exactly, sayAmount } from '../../plans/amount.ts';
import type { Given } from '../plan.ts';
import type { CascadeView, CellView, RowView } from '../view.ts';
import {
  changesOf,
  columnOf,
  filled,
  gapOf,
  keyOf,
  savingOf,
  settled,
  settlementOf,
  typed,
  type Typings,
  without,
} from './editor.ts';

const admission = columnOf('admission');
const given = (minimum: number, maximum = minimum): Given => ({
  amount: amountOf(minimum, maximum),
  share: null,
});
const cell = (more: Partial<CellView> = {}): CellView => ({
  figure: 'admission',
  part: '',
  assigned: null,
  since: null,
  draft: null,
  registered: null,
  aim: null,
  last: null,
  done: null,
  history: [],
  ...more,
});
const drafted = (minimum: number) => ({
  draft: { ...given(minimum), by: null, at: '' } as CellView['draft'],
});
const row = (unitId: number, more: Partial<CellView> = {}, about: Partial<RowView> = {}) =>
  ({
    unitId,
    name: `Chi bộ ${unitId}`,
    mass: false,
    endedOn: null,
    cells: [cell(more)],
    ...about,
  }) as RowView;
const view = (rows: RowView[], own: Given | null = given(13)) =>
  ({
    rows,
    own: [{ figure: 'admission', part: '', assigned: own, expected: null }],
  }) as unknown as CascadeView;
const type = (of: CascadeView, list: [number, string][], from: Typings = {}): Typings =>
  list.reduce((typings, [id, text]) => {
    const found = of.rows.find(({ unitId }) => unitId === id) as RowView;
    return typed(typings, keyOf(id, admission), { cell: found.cells[0] as CellView, text });
  }, from);

describe('the gap (S0-07, K17)', () => {
  const of = view([row(1, { assigned: given(5) }), row(2, drafted(4)), row(3)]);
  const gap = (list: [number, string][]) => {
    const { sum, difference } = gapOf(of, type(of, list), admission);
    return [sum && sayAmount(sum), difference.state, difference.over, difference.under];
  };
  it('follows what is typed in both directions', () => {
    expect(gap([])).toEqual(['9', 'under', 0, 4]);
    expect(gap([[3, '4']])).toEqual(['13', 'even', 0, 0]);
    expect(gap([[3, '7']])).toEqual(['16', 'over', 3, 0]);
  });
  it('keeps ranges and marks; a number that is not known leaves it open', () => {
    expect(gap([[3, '3–5']])).toEqual(['12–14', 'both', 1, 1]);
    expect(gap([[3, '≥ 4']])).toEqual(['≥ 13', 'even', 0, 0]);
    expect(gap([[3, '?']])[1]).toBe('open');
  });
  it('leaves what stood where the text cannot be a target', () => {
    expect(gap([[2, 'bốn']])).toEqual(['9', 'under', 0, 4]);
  });
});

describe('a saving', () => {
  it('sends what was changed, with the draft it was changed from', () => {
    const of = view([row(1, { assigned: given(5), ...drafted(6) }), row(2, { assigned: given(4) }), row(3)]);
    const saving = savingOf(
      of,
      type(of, [
        [1, '7'],
        [2, '4'],
        [3, '3-5'],
      ]),
    );
    expect(
      saving.lines.map(({ unitId, amount, before }) => [
        unitId,
        amount && sayAmount(amount),
        before?.amount?.minimum,
      ]),
    ).toEqual([
      [1, '7', 6],
      [3, '3–5', undefined],
    ]);
  });

  it('typing the number in force takes the draft away; emptying a cell that is in force is a question', () => {
    const of = view([
      row(1, { assigned: given(5), ...drafted(6) }),
      row(2, { assigned: given(4) }),
      row(3, drafted(2)),
    ]);
    const saving = savingOf(
      of,
      type(of, [
        [1, '5'],
        [2, ''],
        [3, ''],
      ]),
    );
    expect(saving.lines).toMatchObject([
      { unitId: 1, amount: null, before: { amount: exactly(6) } },
      { unitId: 3, amount: null, before: { amount: exactly(2) } },
    ]);
    expect(saving.problems).toEqual([{ key: '2/admission/', name: 'Chi bộ 2', problem: 'typed.cleared' }]);
  });

  it('leaves what was typed on while it was under way', () => {
    const of = view([row(1), row(2)]);
    const before = type(of, [
      [1, '3'],
      [2, '4'],
    ]);
    const { texts } = savingOf(of, before);
    expect(without(type(of, [[2, '5']], before), texts)).toEqual({
      '2/admission/': { text: '5', before: null },
    });
  });

  it('typed back as it was it is untouched, unless somebody else changed it meanwhile', () => {
    const of = view([row(1, drafted(6))]);
    expect(
      type(of, [
        [1, '7'],
        [1, '6'],
      ]),
    ).toEqual({});
    const stale = type(of, [[1, '7']]);
    const theirs = view([row(1, drafted(9))]);
    expect(type(theirs, [[1, '9']], stale)).toMatchObject({
      '1/admission/': { text: '9', before: given(6) },
    });
  });

  it('after a clash mine stands against theirs, or theirs stands', () => {
    const of = view([row(1), row(2)]);
    const clashes = [1, 2].map((unitId) => ({
      unitId,
      name: '',
      figure: 'admission',
      part: '',
      by: null,
      at: null,
      theirs: given(8),
    }));
    const next = settled(
      type(of, [
        [1, '3'],
        [2, '4'],
      ]),
      clashes,
      new Set(['1/admission/']),
    );
    expect(next).toEqual({ '1/admission/': { text: '3', before: given(8) } });
  });
});

describe('many cells at once', () => {
  const of = view([
    row(1, { registered: given(6), ...drafted(5) }),
    row(2, { registered: given(3), ...drafted(5) }),
    row(3, { last: { target: given(2), done: { value: 1, mark: 'exact' } } }),
    row(4, { registered: given(9) }, { endedOn: '2021-05-01' }),
  ]);
  it('settles what was registered: all of it, or only what is not less (S3-60)', () => {
    const ids = (how: 'registered' | 'registered_at_least' | 'last') =>
      settlementOf(of, {}, { column: admission, how }).map(({ unitId }) => unitId);
    expect(ids('registered')).toEqual([1, 2]);
    expect(ids('registered_at_least')).toEqual([1]);
    expect(ids('last')).toEqual([3]);
  });
  it('fills a column as if it had been typed', () => {
    const next = filled(
      of,
      {},
      {
        column: admission,
        numbers: [
          { unitId: 1, given: given(5) },
          { unitId: 3, given: given(2) },
        ],
      },
    );
    expect(Object.keys(next)).toEqual(['3/admission/']);
  });
  it('lists what an approval would change', () => {
    const list = changesOf(
      view([row(1, { assigned: given(5), ...drafted(5) }), row(2, { assigned: given(4), ...drafted(6) })]),
    );
    expect(list.map(({ unitId, from, to }) => [unitId, from?.amount?.minimum, to.amount?.minimum])).toEqual([
      [2, 4, 6],
    ]);
  });
});
