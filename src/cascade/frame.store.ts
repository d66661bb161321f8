// The cascade of one unit and period as its editor shows it: the unit’s own numbers, a row for each unit below, and the
// plan they stand in.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { profile } from '../org/profile.store.ts';
import { childrenOf, type TreeNode } from '../org/tree.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { allOf, type Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { targetFigures } from '../statistics/figure.ts';
import type { Count } from '../plans/amount.ts';
import { doneAt } from '../plans/done.ts';
import type { Period } from '../plans/period.ts';
import { periodOf as periodAsked } from '../plans/place.store.ts';
import { targetsOn, type UnitTarget } from '../plans/target.store.ts';
import type { SaidKind } from '../plans/target.ts';
import type { HeldLine, Plan } from './fold.ts';
import { type Branch, branchOf, type Facts, gather, periodBefore } from './gather.store.ts';
import { type Given, lineKey, type OwnLine, planIdOf } from './plan.ts';
import { findPlan, plansOf } from './plan.store.ts';
import { shownPlan } from './shown.store.ts';
import { strainOf } from './strain.store.ts';
import type { CascadeView, CellView, OwnView, RowView } from './view.ts';

/** Kinds below a unit that are given no numbers of their own. */
const without = new Set(['party_group', 'political_centre']);
export const rowsBelow = ({ tree, node }: Branch): TreeNode[] =>
  node.cell ? [] : childrenOf(tree, node.id).filter(({ kind }) => !without.has(kind));
export const isMass = ({ kind }: { kind: string }): boolean => kind === 'mass_organisation';

export const periodOf = (key: string | undefined): Period => periodAsked(key, today());

export async function getBranch(db: Queryable, unitId: number, period: Period): Promise<Branch> {
  const branch = await branchOf(db, unitId, { period, today: today() });
  if (!branch) throw new Missing('plans.not_in_period');
  return branch;
}

export async function readCascade(
  db: Queryable,
  actor: Actor,
  { unitId, period: key }: { unitId: number; period: string | undefined },
): Promise<CascadeView> {
  const unit = await getUnit(db, actor, 'plan.read', unitId);
  const period = periodOf(key);
  const branch = await getBranch(db, unitId, period);
  const rows = rowsBelow(branch);
  const before = periodBefore(period);
  const [plan, held, facts] = await allOf(db, [
    () => findPlan(db, unitId, period.key),
    () => readTargets(db, { branch, rows, before }),
    () => gather(db, branch),
  ]);
  const names = await namesOf(db, plan);
  const all: Frame = { branch, facts, held, names, own: plan?.own ?? [], ...indexOf(held, plan) };
  const [superior, copyable, shown, rowViews, years, terms, kept] = await allOf(db, [
    () => superiorOf(db, unit),
    async () => (before ? isCopyable(db, unitId, before) : false),
    async () => plan && shownPlan(db, actor, plan, names),
    () => rowsOf(db, all, rows),
    () => yearsOf(db, branch),
    () => termsOf(db, unitId),
    () => profile(db),
  ]);
  return {
    unit: { id: unit.id, name: branch.node.name, kind: branch.node.kind, ...standingOf(branch) },
    superior,
    period,
    previous: before?.key ?? null,
    copyable,
    plan: shown,
    own: ownLines(all),
    rows: rowViews,
    years,
    terms,
    watermark: kept === 'C',
    on: branch.on,
    can: canOf(actor, unit, branch),
  };
}

const standingOf = ({ node }: Branch) => ({ cell: node.cell, top: node.parentId === null });

function canOf(actor: Actor, unit: UnitRow, { node }: Branch): string[] {
  const place = { path: unit.path };
  const propose = may(actor, 'plan.propose', place);
  const assign = may(actor, 'plan.assign', place) && !node.cell;
  return [
    ...(propose || assign ? ['write'] : []),
    ...(assign ? ['assign'] : []),
    ...(propose ? ['propose'] : []),
    // A unit whose superior is not kept here enters its own number itself, with the paper that gave it.
    ...(node.parentId === null && may(actor, 'plan.assign', place) ? ['given_outside'] : []),
  ];
}

async function superiorOf(db: Queryable, { id }: UnitRow): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select above.name from unit join unit above on above.id = unit.parent_id where unit.id = ${id}`.execute(
    db,
  );
  return rows[0]?.name ?? null;
}

async function isCopyable(db: Queryable, unitId: number, { key }: Period): Promise<boolean> {
  const { rows } = await sql`select 1 from plan where id = ${planIdOf(unitId, key)}::uuid`.execute(db);
  return rows.length > 0;
}

/** Keys of congress terms, as their first days order them. */
async function termsOf(db: Queryable, unitId: number): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select period from target where unit_id = ${unitId} and period like '%..%'
    union select period from plan where unit_id = ${unitId} and period like '%..%'
    order by period desc`.execute(db);
  return rows.map(({ period }) => period);
}

// ---- targets

/** By unit, period, kind, figure and part: what stands. */
type Held = ReadonlyMap<string, UnitTarget>;
const keyOf = (one: { unitId: number; figure: string; part: string }, kind: SaidKind, period: string) =>
  `${kind}/${period}/${lineKey(one)}`;

interface Asked {
  branch: Branch;
  rows: readonly TreeNode[];
  before: Period | null;
}

async function readTargets(db: Queryable, { branch, rows, before }: Asked): Promise<Held> {
  const units = [branch.node.id, ...rows.map(({ id }) => id)];
  // What is in force is what stands now: an approval of today must not be looked for yesterday.
  const now = await targetsOn(db, { period: branch.period.key, on: today(), units });
  const then = before ? await targetsOn(db, { period: before.key, on: before.to, units }) : [];
  return new Map([...now, ...then].map((one) => [keyOf(one, one.kind, one.period), one]));
}

export function givenOf(target: UnitTarget | undefined): Given | null {
  if (!target) return null;
  const { minimum, maximum, mark, share } = target;
  return { amount: share !== null && minimum === null ? null : { minimum, maximum, mark }, share };
}

async function yearsOf(db: Queryable, { node, period }: Branch): Promise<CascadeView['years']> {
  if (period.kind === 'year') return [];
  const keys = period.years.map(String);
  const found = await targetsOn(db, { period: keys, on: today(), units: [node.id] });
  return period.years.flatMap((year) =>
    targetFigures.flatMap(({ id }) => {
      const one = found.find(
        (target) =>
          target.kind === 'assigned' &&
          target.period === String(year) &&
          target.figure === id &&
          !target.part,
      );
      return one ? [{ year, figure: id, assigned: givenOf(one) }] : [];
    }),
  );
}

// ---- lines

interface Frame {
  branch: Branch;
  facts: Facts;
  held: Held;
  names: ReadonlyMap<string, string>;
  own: readonly OwnLine[];
  drafts: ReadonlyMap<string, HeldLine>;
  /** figure and part of everything spoken of, by unit */
  spoken: ReadonlyMap<number, readonly Spoken[]>;
}
interface Spoken {
  unitId: number;
  figure: string;
  part: string;
}

function indexOf(held: Held, plan: Plan | null): Pick<Frame, 'drafts' | 'spoken'> {
  const lines = plan?.lines ?? [];
  const all: Spoken[] = [...held.values(), ...lines];
  return {
    drafts: new Map(lines.map((line) => [lineKey(line), line])),
    spoken: Map.groupBy(all, ({ unitId }) => unitId),
  };
}

const partsIn = (spoken: readonly Omit<Spoken, 'unitId'>[], figure: string): string[] => [
  '',
  ...new Set(spoken.flatMap((one) => (one.figure === figure && one.part ? one.part : []))),
];

interface Place {
  node: TreeNode;
  figure: string;
  part: string;
}

const figuresFor = (node: { kind: string }) =>
  targetFigures.filter(({ of }) => (of === 'mass') === isMass(node));

/** Every figure of the unit’s kind as a whole, and the parts that anybody has spoken of. */
const placesOf = ({ spoken }: Frame, node: TreeNode): Place[] =>
  figuresFor(node).flatMap(({ id: figure }) =>
    partsIn(spoken.get(node.id) ?? [], figure).map((part) => ({ node, figure, part })),
  );

function standingHere(frame: Frame, { node, figure, part }: Place) {
  const { held, branch } = frame;
  const of = (kind: SaidKind, period: string) =>
    held.get(keyOf({ unitId: node.id, figure, part }, kind, period));
  const assigned = of('assigned', branch.period.key);
  const before = periodBefore(branch.period);
  return {
    assigned,
    registered: givenOf(of('registered', branch.period.key)),
    aim: givenOf(of('aim', branch.period.key)),
    last: before && {
      target: givenOf(of('assigned', before.key)),
      done: part ? none : countAt(frame, { node, figure, part }, 'last'),
    },
  };
}

const none: Count = { value: 0, mark: 'exact' };
const countAt = ({ facts }: Frame, { node, figure }: Place, when: 'done' | 'last'): Count => {
  const done = facts.figures.get(figure as never)?.[when];
  return done ? doneAt(done, node.index) : none;
};

/** The committee reckons with figures of party units and of mass organisations alike. */
function ownLines(frame: Frame): OwnView[] {
  const { node } = frame.branch;
  const spoken = [...(frame.spoken.get(node.id) ?? []), ...frame.own];
  const places = targetFigures.flatMap(({ id: figure }) =>
    partsIn(spoken, figure).map((part) => ({ node, figure, part })),
  );
  return places.map((place) => {
    const { assigned, ...standing } = standingHere(frame, place);
    const { figure, part } = place;
    const expected = frame.own.find((one) => one.figure === figure && one.part === part);
    return {
      figure,
      part,
      ...standing,
      since: assigned?.since ?? null,
      given: assigned?.given ?? null,
      assigned: givenOf(assigned),
      expected: expected ? { amount: expected.amount, share: expected.share } : null,
    };
  });
}

function cellOf(frame: Frame, place: Place): CellView {
  const { drafts, facts, branch, names } = frame;
  const { node, figure, part } = place;
  const { assigned, ...standing } = standingHere(frame, place);
  const draft = drafts.get(lineKey({ unitId: node.id, figure, part }));
  const begun = branch.on >= branch.period.from;
  const history = facts.figures.get(figure as never)?.history ?? [];
  return {
    figure,
    part,
    ...standing,
    since: assigned?.since ?? null,
    assigned: givenOf(assigned),
    draft: draft
      ? { amount: draft.amount, share: draft.share, by: names.get(draft.by) ?? null, at: draft.at }
      : null,
    done: begun && !part ? countAt(frame, place, 'done') : null,
    history: part ? [] : history.map((sums) => sums[node.index] ?? 0),
  };
}

async function rowsOf(db: Queryable, frame: Frame, rows: readonly TreeNode[]): Promise<RowView[]> {
  const { branch, facts } = frame;
  const ids = rows.map(({ id }) => id);
  const plans = await plansOf(db, branch.period.key, ids);
  const strain = await strainOf(db, branch, rows);
  const at = (sums: Float64Array, node: TreeNode) => sums[node.index] ?? 0;
  return rows.map((node) => {
    const plan = plans.get(node.id);
    const surveyed = at(facts.surveyed, node);
    return {
      unitId: node.id,
      name: node.name,
      kind: node.kind,
      cell: node.cell,
      mass: isMass(node),
      endedOn: node.endedOn,
      members: at(facts.members, node),
      survey: {
        people: surveyed > 0 ? at(facts.people, node) : null,
        surveyed,
        cells: at(facts.cells, node),
      },
      pool: { open: at(facts.open, node), paused: at(facts.paused, node), chosen: at(facts.chosen, node) },
      strain: strain.get(node.id) ?? [],
      plan: plan ? { state: plan.state, lines: plan.lines } : null,
      children: node.cell
        ? 0
        : childrenOf(branch.tree, node.id).filter(({ kind }) => !without.has(kind)).length,
      cells: placesOf(frame, node).map((place) => cellOf(frame, place)),
    };
  });
}

/** Names of the accounts that wrote lines and approvals. */
async function namesOf(db: Queryable, plan: Plan | null): Promise<Map<string, string>> {
  const ids = [...new Set([...(plan?.lines ?? []), ...(plan?.approvals ?? [])].map(({ by }) => by))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from account where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
