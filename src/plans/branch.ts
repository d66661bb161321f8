// The lines of a tree of targets: for each unit its own numbers, what was done, and what the units below it come to.
// Everything is read before; here it is only put together, in the tree of the day.
import { rollUp, type Tree, type TreeNode } from '../org/tree.ts';
import type { Day } from '../platform/day.ts';
import { type Amount, isKnown, sumAmounts, sumCounts } from './amount.ts';
import { attainmentOf, type Least } from './attainment.ts';
import { differenceOf } from './conserve.ts';
import { type Done, doneAt } from './done.ts';
import type { Period } from './period.ts';
import type { SaidKind } from './target.ts';
import type { UnitTarget, UnitTold } from './target.store.ts';
import type { Line } from './view.ts';

export interface Pooled {
  open: number;
  paused: number;
  chosen: number;
}
export interface Surveyed {
  people: number | null;
}
export interface BranchFacts {
  tree: Tree;
  period: Period;
  on: Day;
  least: Least;
  /** whose figure it is: mass organisations have their own targets, and no cell has */
  of: 'party' | 'mass';
  done: Done;
  told: ReadonlyMap<number, UnitTold>;
  /** in force on the day, whole numbers only */
  targets: readonly UnitTarget[];
  /** null where it is not asked: of a day in the past nobody knows them any more */
  pool: ReadonlyMap<number, Pooled> | null;
  surveys: ReadonlyMap<number, Surveyed> | null;
  members: ReadonlyMap<number, number>;
  plans: ReadonlyMap<number, { id: string; state: string }>;
  /** one even year of the longer target of the unit looked at */
  even: number | null;
}

type Said = Record<SaidKind, UnitTarget | undefined>;
const largeBranch = 10;
const beside = new Set(['mass_organisation', 'political_centre', 'party_group']);

export interface Branch {
  lineOf: (node: TreeNode, depth: number) => Omit<Line, 'can'>;
  /** the line of several branches without a unit above them */
  together: (nodes: readonly TreeNode[], name: string) => Omit<Line, 'can'>;
  childrenOf: (node: TreeNode) => TreeNode[];
  shown: (node: TreeNode) => boolean;
}

export function branchOf(facts: BranchFacts): Branch {
  const said = bySaying(facts.targets);
  const sums = sumsOf(facts);
  const shown = shownIn(facts);
  const childrenOf = (node: TreeNode) => below(facts.tree, node).filter(shown);
  const nearest = (nodes: readonly TreeNode[], kind: SaidKind): Numbered[] =>
    nodes.flatMap((node) => {
      const own = said.get(node.id)?.[kind];
      return own ? [{ name: node.name, amount: amountIn(own) }] : nearest(childrenOf(node), kind);
    });
  const belowOf = (children: readonly TreeNode[], own: Said | undefined) =>
    belowFrom(children, (nodes, kind) => nearest(nodes, kind), own);
  // A tree that is kept is asked for the same units again and again; of small branches nothing need be remembered.
  const known = new Map<number, { children: number; below: Line['below'] }>();
  const standing = (node: TreeNode, own: Said | undefined) => {
    const found = known.get(node.id);
    if (found) return found;
    const children = childrenOf(node);
    const made = { children: children.length, below: belowOf(children, own) };
    if (node.end - node.index > largeBranch) known.set(node.id, made);
    return made;
  };
  return {
    childrenOf,
    shown,
    lineOf: (node, depth) => {
      const own = said.get(node.id);
      return {
        ...identity(node, depth),
        ...numbers(facts, own, { done: doneAt(facts.done, node.index), told: facts.told.get(node.id) }),
        counted: facts.done.counted[node.index] ?? 0,
        ...sums(node),
        plan: facts.plans.get(node.id) ?? null,
        ...standing(node, own),
      };
    },
    together: (nodes, name) => ({
      ...identity({ id: 0, parentId: null, name, kind: '', cell: false, endedOn: null }, 0),
      ...numbers(facts, undefined, { done: sumAt(facts.done, nodes), told: undefined }),
      counted: nodes.reduce((sum, node) => sum + (facts.done.counted[node.index] ?? 0), 0),
      ...addSums(nodes.map(sums)),
      plan: null,
      below: belowOf(nodes, undefined),
      children: nodes.length,
    }),
  };
}

interface Numbered {
  name: string;
  amount: Amount;
}

function bySaying(targets: readonly UnitTarget[]): Map<number, Said> {
  const found = new Map<number, Said>();
  for (const target of targets) {
    const own = found.get(target.unitId) ?? { assigned: undefined, registered: undefined, aim: undefined };
    own[target.kind] = target;
    found.set(target.unitId, own);
  }
  return found;
}

const amountIn = ({ minimum, maximum, mark }: Amount): Amount => ({ minimum, maximum, mark });
const amountOr = (said: UnitTarget | undefined): Amount | null => (said ? amountIn(said) : null);

/** Units directly below a node: each branch in turn. */
function below(tree: Tree, node: TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  for (let at = node.index + 1; at < node.end; ) {
    const next = tree.nodes[at] as TreeNode;
    found.push(next);
    at = next.end;
  }
  return found;
}

/** A figure of mass organisations shows them and what they stand under; one of the Party shows its organisations. */
function shownIn({ tree, of }: BranchFacts): (node: TreeNode) => boolean {
  if (of === 'party') return ({ kind }) => !beside.has(kind);
  const own = new Map(tree.nodes.filter(({ kind }) => kind === 'mass_organisation').map(({ id }) => [id, 1]));
  const held = rollUp(tree, own);
  return ({ index }) => (held[index] ?? 0) > 0;
}

const identity = (
  { id, parentId, name, kind, cell, endedOn }: Omit<TreeNode, 'type' | 'depth' | 'index' | 'end' | 'path'>,
  depth: number,
) => ({ unitId: id, parentId, name, kind, cell, depth, endedOn });

type Result = { done: Line['done']; told: UnitTold | undefined };

function numbers(facts: BranchFacts, own: Said | undefined, { done, told }: Result) {
  const said = sayings(own);
  const { period, on, least } = facts;
  const target = said.assigned;
  return {
    ...said,
    done,
    told: told ? spoken(told) : null,
    attainment: attainmentOf({ period, on, done, target, aim: said.aim, least, told: told ?? null }),
    shareOfEven: shareOfEven(facts, target),
  };
}

const sayings = (own: Said | undefined) => ({
  assigned: amountOr(own?.assigned),
  since: own?.assigned?.since ?? null,
  given: own?.assigned?.given ?? null,
  registered: amountOr(own?.registered),
  aim: amountOr(own?.aim),
});

const spoken = ({ value, mark, asOf, verdict }: UnitTold) => ({ value, mark, asOf, verdict });

const shareOfEven = ({ even }: BranchFacts, assigned: Amount | null): number | null =>
  even && assigned && isKnown(assigned) ? assigned.minimum / even : null;

const kinds = ['assigned', 'registered', 'aim'] as const;

function belowFrom(
  children: readonly TreeNode[],
  nearest: (nodes: readonly TreeNode[], kind: SaidKind) => Numbered[],
  own: Said | undefined,
): Line['below'] {
  const found = Object.fromEntries(kinds.map((kind) => [kind, nearest(children, kind)])) as Record<
    SaidKind,
    Numbered[]
  >;
  const amounts = (kind: SaidKind) => found[kind].map(({ amount }) => amount);
  const sum = (kind: SaidKind) => (found[kind].length > 0 ? sumAmounts(amounts(kind)) : null);
  const target = amountOr(own?.assigned);
  const against = (kind: SaidKind) => differenceOf(target, amounts(kind));
  return {
    units: children.length,
    withTarget: children.filter((node) => nearest([node], 'assigned').length > 0).length,
    assigned: sum('assigned'),
    registered: sum('registered'),
    aim: sum('aim'),
    difference: { assigned: against('assigned'), registered: against('registered'), aim: against('aim') },
    unknown: found.assigned.filter(({ amount }) => !isKnown(amount)).map(({ name }) => name),
  };
}

type Sums = Pick<Line, 'survey' | 'pool' | 'members'>;

/** Members, source and survey of each branch: what stands there on the day, cells that have ended left out. */
function sumsOf({ tree, pool, surveys, members }: BranchFacts): (node: TreeNode) => Sums {
  const up = <T>(from: ReadonlyMap<number, T>, of: (value: T) => number): ((index: number) => number) => {
    const sums = rollUp(tree, new Map([...from].map(([id, value]) => [id, of(value)])));
    return (index) => sums[index] ?? 0;
  };
  const memberSum = up(members, (count) => count);
  const poolSum = pool && poolUp(pool, up);
  const surveySum = surveys && surveyUp(tree, surveys, up);
  return ({ index }) => ({
    members: memberSum(index),
    pool: poolSum && poolSum(index),
    survey: surveySum && surveySum(index),
  });
}

type Up = <T>(from: ReadonlyMap<number, T>, of: (value: T) => number) => (index: number) => number;

function poolUp(pool: ReadonlyMap<number, Pooled>, up: Up): (index: number) => Pooled {
  const [open, paused, chosen] = [
    up(pool, (one) => one.open),
    up(pool, (one) => one.paused),
    up(pool, (one) => one.chosen),
  ];
  return (index) => ({ open: open(index), paused: paused(index), chosen: chosen(index) });
}

function surveyUp(tree: Tree, surveys: ReadonlyMap<number, Surveyed>, up: Up) {
  const standing = tree.nodes.filter(({ cell, endedOn }) => cell && endedOn === null);
  const cells = up(new Map(standing.map(({ id }) => [id, 1])), (one) => one);
  const surveyed = up(surveys, () => 1);
  const people = up(surveys, (one) => one.people ?? 0);
  const told = up(surveys, (one) => (one.people === null ? 0 : 1));
  return (index: number) => ({
    people: told(index) > 0 ? people(index) : null,
    surveyed: surveyed(index),
    cells: cells(index),
  });
}

/** Of several branches; what is not asked of one is asked of none. */
function addSums(list: readonly Sums[]): Sums {
  const add = <T>(of: readonly T[], value: (one: T) => number) =>
    of.reduce((sum, one) => sum + value(one), 0);
  const pools = list.flatMap(({ pool }) => pool ?? []);
  const surveys = list.flatMap(({ survey }) => survey ?? []);
  const counted = surveys.flatMap(({ people }) => people ?? []);
  return {
    members: add(list, ({ members }) => members),
    pool:
      pools.length === 0
        ? null
        : {
            open: add(pools, ({ open }) => open),
            paused: add(pools, ({ paused }) => paused),
            chosen: add(pools, ({ chosen }) => chosen),
          },
    survey:
      surveys.length === 0
        ? null
        : {
            people: counted.length > 0 ? add(counted, (one) => one) : null,
            surveyed: add(surveys, ({ surveyed }) => surveyed),
            cells: add(surveys, ({ cells }) => cells),
          },
  };
}

const sumAt = (done: Done, nodes: readonly TreeNode[]): Line['done'] =>
  sumCounts(nodes.map((node) => doneAt(done, node.index)));
