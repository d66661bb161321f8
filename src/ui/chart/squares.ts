// How the drawing library divides a place among areas (squarified, the largest first), reckoned beforehand: only whoever
// knows how wide an area becomes can tell which words find room in it.

export interface Area {
  width: number;
  height: number;
}
interface Part {
  at: number;
  size: number;
}

/** Of the library: how much longer than wide an area may be, and the line around everything less half a gap. */
const ratio = 0.5 * (1 + Math.sqrt(5));
const rim = 0.5;
export const gap = 1;

/** In the order in which the values are given. */
export function areasOf(values: readonly number[], place: Area): Area[] {
  const rest = { width: place.width - 2 * rim, height: place.height - 2 * rim };
  const sum = values.reduce((all, value) => all + value, 0);
  const parts = values
    .map((value, at): Part => ({ at, size: (value / sum) * rest.width * rest.height }))
    .toSorted((a, b) => b.size - a.size || b.at - a.at);
  const areas: Area[] = values.map(() => ({ width: 0, height: 0 }));
  for (let from = 0; from < parts.length; ) {
    const along = Math.min(rest.width, rest.height);
    const row = parts.slice(from, from + rowLength(parts.slice(from), along));
    from += row.length;
    lay(row, { rest, last: from === parts.length, areas });
  }
  return areas;
}

/** As many as make the row no worse. */
function rowLength(parts: readonly Part[], along: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let length = 1; length <= parts.length; length += 1) {
    const score = worstOf(parts.slice(0, length), along);
    if (score > best) return length - 1;
    best = score;
  }
  return parts.length;
}

const sizeOf = (row: readonly Part[]): number => row.reduce((sum, { size }) => sum + size, 0);

function worstOf(row: readonly Part[], along: number): number {
  const sizes = row.map(({ size }) => size);
  const square = sizeOf(row) ** 2;
  const full = along ** 2 * ratio;
  return Math.max((full * Math.max(...sizes)) / square, square / (full * Math.min(...sizes)));
}

interface Laying {
  /** what is left of the place; the row is taken off */
  rest: Area;
  last: boolean;
  areas: Area[];
}

/** A row lies along the shorter side. */
function lay(row: readonly Part[], { rest, last, areas }: Laying): void {
  const upright = rest.height < rest.width;
  const across = last ? Math.max(rest.width, rest.height) : sizeOf(row) / Math.min(rest.width, rest.height);
  for (const { at, size } of row) {
    const side = size / across - gap;
    areas[at] = upright ? { width: across - gap, height: side } : { width: side, height: across - gap };
  }
  if (upright) rest.width -= across;
  else rest.height -= across;
}
