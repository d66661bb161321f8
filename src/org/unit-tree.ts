// The rows of the tree: order from the top down, siblings as an office lists them, and the rows of its workbook.
import { formatDay } from '../platform/day.ts';
import { fold } from '../platform/text.ts';
import type { UnitItem } from './answers.ts';
import { findUnitKind } from './organisation.ts';

const names = new Intl.Collator('vi', { numeric: true });

/** Each unit before those below it; siblings by name, numbers in them by value (khu phố 2 before khu phố 10). */
export function inTreeOrder<U extends { id: number; parentId: number | null; name: string }>(
  items: readonly U[],
): U[] {
  const below = Map.groupBy(items, (item) => item.parentId);
  const ordered: U[] = [];
  const visit = (parent: number | null) => {
    for (const item of (below.get(parent) ?? []).toSorted((a, b) => names.compare(a.name, b.name))) {
      ordered.push(item);
      visit(item.id);
    }
  };
  visit(null);
  return ordered;
}

/** Units whose name or code holds the words, without regard to marks. */
export function matching<U extends { name: string; code: string | null }>(
  items: readonly U[],
  words: string,
): U[] {
  const key = fold(words);
  return key === ''
    ? [...items]
    : items.filter((item) => fold(`${item.name} ${item.code ?? ''}`).includes(key));
}

export const unitColumns = [
  'Tên đơn vị',
  'Loại tổ chức',
  'Loại hình',
  'Trực thuộc',
  'Mã',
  'Ngày thành lập',
  'Đảng viên chính thức',
  'Đảng viên dự bị',
  'Đang trong nguồn',
] as const;

/** The tree as rows of a workbook. */
export function unitRows(items: readonly UnitItem[]): (string | number | null)[][] {
  const nameOf = new Map(items.map((item) => [item.id, item.name]));
  return items.map((item) => [
    item.name,
    findUnitKind(item.kind)?.label.vi ?? null,
    item.type,
    item.parentId === null ? null : (nameOf.get(item.parentId) ?? null),
    item.code,
    formatDay(item.foundedOn) || null,
    item.members,
    item.probationers,
    item.candidates,
  ]);
}
