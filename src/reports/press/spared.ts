// Which cells of a table of persons are left out of a file for others: small counts, what they could be reckoned from,
// and quotients of them.
import { sparedOf } from '../../statistics/catalogue/spare.ts';
import type { Row } from '../body.ts';

/** Rows of one level that stand together under the same row above: they may be parts of one sum. */
function groupsOf(rows: readonly Row[]): number[][] {
  const open: (number[] | undefined)[] = [];
  const groups: number[][] = [];
  rows.forEach(({ level, whole, cells }, at) => {
    open.length = level + 1;
    // Sums are what the unit is known for; headings hold nothing.
    if (whole || cells.length === 0) return;
    const group = open[level];
    if (group) return void group.push(at);
    const begun = [at];
    open[level] = begun;
    groups.push(begun);
  });
  return groups;
}

/** 'row column', by index. */
export function sparedCells(rows: readonly Row[], least: number): Set<string> {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const spared = new Set<string>();
  for (const group of groupsOf(rows))
    for (let column = 0; column < columns; column += 1) {
      const counts = group.map((at) => {
        const cell = rows[at]?.cells[column];
        return cell?.measure === 'count' ? (cell.value ?? 0) : 0;
      });
      for (const at of sparedOf(counts, least)) spared.add(`${group[at]} ${column}`);
    }
  const within = new Set([...spared].map((place) => Number(place.split(' ')[0])));
  for (const at of within)
    rows[at]?.cells.forEach(({ measure }, column) => {
      if (measure !== 'count' && measure !== 'target') spared.add(`${at} ${column}`);
    });
  return spared;
}
