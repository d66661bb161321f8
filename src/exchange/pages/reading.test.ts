// Correcting columns: one field has one column, marks stay together, and corrections add up.
import { expect, test } from 'vitest';
import { asKind, isRefused, type Mapping, merged, missingColumns, readAs } from './reading.ts';

const use = (column: number, key: string | null, more = {}) => ({
  column,
  heading: `Cột ${column}`,
  key,
  confidence: 0.7,
  ...more,
});
const mapping: Mapping = {
  sheet: 'Danh sách',
  headingRows: [3, 4],
  fingerprint: 'f',
  kind: 'members',
  confidence: 1,
  uses: [use(0, 'name'), use(1, 'sex', { mark: 'M' }), use(2, 'sex', { mark: 'F' }), use(3, null)],
};
const keys = (changed: Mapping) => changed.uses.map(({ key }) => key);

test('the column chosen last has the field', () => {
  expect(keys(readAs(mapping, 3, 'name'))).toEqual([null, 'sex', 'sex', 'name']);
});

test('columns that mark a value by an x share their field', () => {
  const changed = readAs(mapping, 3, 'sex');
  expect(keys(changed)).toEqual(['name', 'sex', 'sex', 'sex']);
  expect(changed.uses[1]?.mark).toBe('M');
});

test('a column read as something else loses the meaning of its x, and is sure', () => {
  expect(readAs(mapping, 1, 'unit').uses[1]).toEqual({
    column: 1,
    heading: 'Cột 1',
    key: 'unit',
    confidence: 1,
  });
});

test('another kind has its columns recognised anew; a table left out keeps what it said', () => {
  expect(asKind(mapping, 'candidates')).toMatchObject({ kind: 'candidates', uses: [] });
  expect(keys(asKind(mapping, null))).toEqual(keys(mapping));
});

test('says which needed column nobody gives', () => {
  expect(missingColumns(mapping)).toEqual([]);
  expect(missingColumns(readAs(mapping, 0, null)).map((column) => column.label.vi)).toEqual(['Họ và tên']);
  expect(missingColumns(asKind(mapping, 'acts'))).toEqual([]);
});

test('a later correction of a table stands in place of the earlier, others stay', () => {
  const other = { ...mapping, sheet: 'Nguồn' };
  const later = readAs(mapping, 3, 'unit');
  expect(merged([mapping, other], [later])).toEqual([other, later]);
});

test('class 3 columns are refused on a connected machine only', () => {
  const religion = use(4, 'religion');
  expect(isRefused('members', religion, 'B')).toBe(true);
  expect(isRefused('members', religion, 'A')).toBe(false);
  expect(isRefused('members', use(0, 'name'), 'B')).toBe(false);
});
