// The units below and the cells of the branch: targets and results as plans have them, and which cells stand out.
import type { TreeNode } from '../org/tree.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Branch } from '../plans/branch.ts';
import { treeFor } from '../plans/branch.store.ts';
import type { BranchFacts } from '../plans/branch.ts';
import { type Place, rightsOf } from '../plans/place.store.ts';
import type { Line } from '../plans/view.ts';
import { conditionTest, rowsOf } from '../statistics/catalogue/held/ask.ts';
import { columnsFor } from '../statistics/catalogue/held/columns.store.ts';
import { getFigure } from '../statistics/figure.ts';
import { regulations } from '../worklist/in-force.ts';
import type { Facts, NamedUnit } from './standout.ts';
import type { Below } from './view.ts';

export interface Units {
  /** of the whole */
  line: Omit<Line, 'can'>;
  below: Below[];
  cells: number;
  facts: Pick<Facts, 'idle' | 'thin' | 'least' | 'withoutSource' | 'behind' | 'withTarget' | 'untyped'>;
}

export async function readUnits(db: Queryable, actor: Actor, place: Place): Promise<Units> {
  const { branch, facts } = await treeFor(db, place, getFigure('admission'));
  const idle = await idleIn(db, place);
  const cells = cellsOf(place);
  const below = await belowOf(db, actor, { place, branch, idle, cells });
  const line = place.node ? branch.lineOf(place.node, 0) : branch.together(place.tops, '');
  return {
    line,
    below,
    cells: cells.length,
    facts: { ...cellFacts(place, cells, { idle, facts }), ...paceOf(below) },
  };
}

/** Cells that stand on the day. */
const cellsOf = ({ tree, tops }: Place): TreeNode[] =>
  tops.flatMap(({ index, end }) =>
    tree.nodes.slice(index, end).filter(({ cell, endedOn }) => cell && endedOn === null),
  );

/** Without an admission for two years, as the figure of the catalogue has it. */
async function idleIn(db: Queryable, { on, tree }: Place): Promise<ReadonlySet<number>> {
  const columns = await columnsFor(db, 'idle');
  const span = { from: on, to: on };
  const light = { span, typeOf: (unit: number) => tree.byId.get(unit)?.type ?? null };
  const tests = [conditionTest(columns, { by: 'months', value: '24' }, light)];
  return new Set(Array.from(rowsOf(columns, { span, tests }), (row) => columns.unit[row] as number));
}

interface Seen {
  place: Place;
  branch: Branch;
  idle: ReadonlySet<number>;
  cells: readonly TreeNode[];
}

/** What stands directly below; of a cell nothing does. */
async function belowOf(db: Queryable, actor: Actor, { place, branch, idle, cells }: Seen): Promise<Below[]> {
  const { node, tops } = place;
  const shown = node?.cell
    ? []
    : (node ? branch.childrenOf(node) : tops).filter(({ endedOn }) => endedOn === null);
  const rights = await rightsOf(db, actor, shown);
  return shown
    .filter(({ id }) => rights.get(id)?.read)
    .map((one) => {
      const inside = cells.filter(({ index }) => index >= one.index && index < one.end);
      const count = { cells: inside.length, idle: inside.filter(({ id }) => idle.has(id)).length };
      return { ...lineOf(branch.lineOf(one, 1)), ...count };
    });
}

const lineOf = (line: Omit<Line, 'can'>): Omit<Below, 'cells' | 'idle'> => {
  const { unitId, name, cell, members, done, assigned, attainment } = line;
  return {
    id: unitId,
    name,
    cell,
    members,
    done: done.value,
    target: assigned?.minimum ?? null,
    progress: attainment.progress,
    status: attainment.status,
    perHundred: members > 0 ? (100 * done.value) / members : null,
  };
};

const named = ({ id, name }: NamedUnit): NamedUnit => ({ id, name });
const late: readonly string[] = ['behind', 'missed'];
const unsaid: readonly string[] = ['none', 'unknown'];

const paceOf = (below: readonly Below[]): Pick<Facts, 'behind' | 'withTarget'> => ({
  behind: below.filter(({ status }) => late.includes(status)).map(named),
  withTarget: below.filter(({ status }) => !unsaid.includes(status)).length,
});

type CellFacts = Pick<Facts, 'idle' | 'thin' | 'least' | 'withoutSource' | 'untyped'>;

function cellFacts(
  { path }: Place,
  cells: readonly TreeNode[],
  { idle, facts: { members, pool } }: { idle: ReadonlySet<number>; facts: BranchFacts },
): CellFacts {
  const least = leastOf(path);
  const resting = cells.filter(({ id }) => idle.has(id));
  return {
    idle: resting.map(named),
    thin: resting.filter(({ id }) => least !== null && (members.get(id) ?? 0) < least).map(named),
    least,
    withoutSource:
      pool &&
      cells.filter(({ id }) => (pool.get(id)?.open ?? 0) + (pool.get(id)?.paused ?? 0) === 0).map(named),
    untyped: cells.filter(({ type }) => type === null).map(named),
  };
}

/** Below how many members a cell counts as small, as the committee of the place has chosen. */
function leastOf(path: string | undefined): number | null {
  const law = regulations().inForce(today(), path === undefined ? null : { path });
  const { value } = law.value('overview.thin_cell');
  return typeof value === 'number' ? value : null;
}
