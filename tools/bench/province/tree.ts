// A province as numbers have it: 103 communes directly below it, in each a few base organisations and base cells, and 3,850
// cells in all. Every name says that nobody lives there.
import type { PlannedUnit, UnitRef } from '../../../src/exchange/batch/plan.ts';

export const communes = 103;
const cellCount = 3850;
const baseCells = 350;
const baseOrganisations = 350;
const cellsOfBase = 6;
export const foundedOn = '2010-01-01';

export interface PlannedCell {
  ref: { key: string };
  commune: number;
}
export interface Tree {
  units: PlannedUnit[];
  /** by number of the commune */
  heads: { key: string }[];
  /** the province’s political centre */
  centre: { key: string };
  cells: PlannedCell[];
}

/** As equal parts as whole numbers allow. */
export const shareOf = (total: number, parts: number, at: number): number =>
  Math.floor(total / parts) + (at < total % parts ? 1 : 0);

const types = ['THON', 'THON', 'THON', 'TDP', 'THON', 'TRUONG', 'THON', 'CQ', 'THON', 'YTE', 'TRUONG', 'CA'];

function unit(key: string, parent: UnitRef, kind: string, name: string): PlannedUnit {
  const cell = kind === 'cell' || kind === 'base_cell';
  const type = cell ? (types[Number(key.split('/')[2]) % types.length] ?? null) : null;
  const more = { code: null, placeCode: null, endedOn: null, decision: null };
  return { key, parent, name, kind, type, foundedOn, ...more };
}

export function planTree(province: UnitRef): Tree {
  const units: PlannedUnit[] = [];
  const heads: Tree['heads'] = [];
  const cells: PlannedCell[] = [];
  for (let commune = 0; commune < communes; commune += 1) {
    const head = { key: `c/${commune}` };
    heads.push(head);
    units.push(unit(head.key, province, 'upper_base', `Đảng bộ xã mô phỏng ${commune + 1}`));
    const own = cellsBelow(head, commune);
    units.push(...own.units);
    cells.push(...own.cells);
  }
  const centre = { key: 'centre' };
  units.push(unit(centre.key, province, 'political_centre', 'Trường Chính trị mô phỏng'));
  return { units, heads, centre, cells };
}

function cellsBelow(head: { key: string }, commune: number): Pick<Tree, 'units' | 'cells'> {
  const bases = shareOf(baseOrganisations, communes, commune);
  const single = shareOf(baseCells, communes, commune);
  const units = Array.from({ length: bases }, (_, at) =>
    unit(
      `b/${commune}/${at}`,
      head,
      'base_organisation',
      `Đảng bộ cơ sở ${at + 1}, xã mô phỏng ${commune + 1}`,
    ),
  );
  const cells: PlannedCell[] = [];
  for (let at = 0; at < shareOf(cellCount, communes, commune); at += 1) {
    const ref = { key: `t/${commune}/${at}` };
    const base = Math.floor((at - single) / cellsOfBase);
    const parent = at >= single && base < bases ? { key: `b/${commune}/${base}` } : head;
    const kind = at < single ? 'base_cell' : 'cell';
    units.push(unit(ref.key, parent, kind, `Chi bộ thôn ${at + 1}, xã mô phỏng ${commune + 1}`));
    cells.push({ ref, commune });
  }
  return { units, cells };
}
