// “Chia tiếp xuống dưới”: the numbers of a plan shared out further, level by level, as drafts of the committees below.
// They decide; whoever has begun a plan, or has assigned numbers already, is left alone and named.
import { sql } from 'kysely';
import { childrenOf, type TreeNode } from '../org/tree.ts';
import { today } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { takeTurn } from '../platform/write/turns.ts';
import type { Amount } from '../plans/amount.ts';
import { targetsOn } from '../plans/target.store.ts';
import { divide, type Known, weightOf } from './divide.ts';
import { getBranch, isMass, periodOf, rowsBelow } from './frame.store.ts';
import { type Branch, type Facts, gather } from './gather.store.ts';
import { type DraftLine, lineKey, planIdOf, planStreamOf } from './plan.ts';
import { findPlan, plansOf } from './plan.store.ts';
import type { BelowBody, BelowView } from './view.ts';
import { getPlanner } from './write.store.ts';

export async function divideBelow(db: Db, actor: Actor, unitId: number, body: BelowBody): Promise<BelowView> {
  await getPlanner(db, actor, unitId, true);
  const done: BelowView = { made: [], left: [] };
  const stream = planStreamOf(planIdOf(unitId, body.period));
  const once = { clientId: body.clientId, accountId: actor.accountId, stream };
  const { repeated } = await write(db, once, async (tx) => {
    const sharing = await begin(tx, unitId, body);
    for (const child of committeesOf(sharing.branch, sharing.branch.node)) shareBelow(sharing, child);
    Object.assign(done, { made: sharing.made, left: sharing.left });
    // Last of all, so that the write is known again.
    await append(tx, actor, [...sharing.entries, sharing.mark]);
  });
  return repeated ? { made: await madeBefore(db, unitId, body), left: [] } : done;
}

/** What the same write made when it was sent the first time. */
async function madeBefore(db: Db, unitId: number, body: BelowBody): Promise<BelowView['made']> {
  const { tree, ids } = await getBranch(db, unitId, periodOf(body.period));
  const entries = new Map(ids.map((id) => [derivedId(body.clientId, `plan.drafted/${id}`), id]));
  const { rows } = await sql<{ clientId: string; lines: number }>`
    select client_id as "clientId", jsonb_array_length(data -> 'lines') as lines from ledger
    where client_id = any(${[...entries.keys()]}::uuid[]) order by position`.execute(db);
  return rows.map(({ clientId, lines }) => {
    const id = entries.get(clientId) ?? 0;
    return { unitId: id, name: tree.byId.get(id)?.name ?? '', lines };
  });
}

interface Sharing {
  branch: Branch;
  facts: Facts;
  body: BelowBody;
  /** numbers drafted or in force, by line */
  numbers: Map<string, Amount>;
  /** units that have a plan, and figures already assigned below a unit */
  planned: ReadonlySet<number>;
  assigned: ReadonlySet<string>;
  entries: NewEntry[];
  mark: NewEntry;
  made: BelowView['made'];
  left: BelowView['left'];
}

async function begin(tx: Tx, unitId: number, body: BelowBody): Promise<Sharing> {
  const plan = await findPlan(tx, unitId, body.period);
  if (!plan) throw new Invalid('plans.no_plan');
  const branch = await getBranch(tx, unitId, periodOf(body.period));
  await inTurnBelow(tx, branch, body.period);
  const found = await targetsOn(tx, { period: body.period, on: today(), units: branch.ids });
  const held = found.filter(({ kind, part }) => kind === 'assigned' && part === '');
  const own = new Set(rowsBelow(branch).map(({ id }) => id));
  const numbers = new Map<string, Amount>();
  for (const target of held) if (own.has(target.unitId)) numbers.set(lineKey(target), target);
  for (const line of plan.lines) if (line.amount && !line.part) numbers.set(lineKey(line), line.amount);
  return {
    branch,
    body,
    numbers,
    entries: [],
    made: [],
    left: [],
    facts: await gather(tx, branch),
    planned: new Set((await plansOf(tx, body.period, branch.ids)).keys()),
    assigned: new Set(
      held.map(({ unitId: id, figure }) => `${branch.tree.byId.get(id)?.parentId ?? 0}/${figure}`),
    ),
    mark: {
      clientId: body.clientId,
      stream: planStreamOf(plan.id),
      kind: 'plan.drafted',
      happenedOn: null,
      unitId,
      data: { lines: [], own: [] },
    },
  };
}

/** Whoever is drafting below just now is waited for, so that nothing is laid over what he saves. */
async function inTurnBelow(tx: Tx, { tree, node }: Branch, period: string): Promise<void> {
  const streams = tree.nodes
    .slice(node.index + 1, node.end)
    .filter(({ cell, kind }) => !cell && !isMass({ kind }))
    .map(({ id }) => planStreamOf(planIdOf(id, period)));
  await takeTurn(tx, ...streams);
}

const committeesOf = ({ tree }: Branch, node: TreeNode): TreeNode[] =>
  childrenOf(tree, node.id).filter(
    (child) => !child.cell && !isMass(child) && child.endedOn === null && hasRows(tree, child),
  );
const hasRows = (tree: Branch['tree'], node: TreeNode): boolean =>
  childrenOf(tree, node.id).some(({ kind, endedOn }) => endedOn === null && kind !== 'political_centre');

function shareBelow(sharing: Sharing, unit: TreeNode): void {
  const { branch, body } = sharing;
  const outcome = linesBelow(sharing, unit);
  if (typeof outcome === 'string') {
    sharing.left.push({ unitId: unit.id, name: unit.name, why: outcome });
    return;
  }
  const opened = { unitId: unit.id, period: body.period, copiedFrom: null, prepared: 'above' };
  sharing.entries.push(
    entryOf(sharing, unit, 'plan.opened', opened),
    entryOf(sharing, unit, 'plan.drafted', { lines: outcome, own: ownOf(sharing, unit) }),
  );
  sharing.made.push({ unitId: unit.id, name: unit.name, lines: outcome.length });
  for (const line of outcome) if (line.amount) sharing.numbers.set(lineKey(line), line.amount);
  for (const child of committeesOf(branch, unit)) shareBelow(sharing, child);
}

const entryOf = (
  { body }: Sharing,
  unit: TreeNode,
  kind: string,
  data: Record<string, unknown>,
): NewEntry => ({
  clientId: derivedId(body.clientId, `${kind}/${unit.id}`),
  stream: planStreamOf(planIdOf(unit.id, body.period)),
  kind,
  happenedOn: null,
  unitId: unit.id,
  data,
});

const numberOf = ({ numbers }: Sharing, unit: TreeNode, figure: string): Amount | undefined =>
  numbers.get(lineKey({ unitId: unit.id, figure, part: '' }));

const ownOf = (sharing: Sharing, unit: TreeNode) =>
  sharing.body.figures.flatMap((figure) => {
    const amount = numberOf(sharing, unit, figure);
    return amount ? [{ figure, part: '', amount: plain(amount), share: null }] : [];
  });
const plain = ({ minimum, maximum, mark }: Amount): Amount => ({ minimum, maximum, mark });

type Why = BelowView['left'][number]['why'];

/** The lines of a unit’s draft, or why there is none. */
function linesBelow(sharing: Sharing, unit: TreeNode): DraftLine[] | Why {
  const { branch, body, planned, assigned } = sharing;
  if (planned.has(unit.id)) return 'has_plan';
  if (body.figures.some((figure) => assigned.has(`${unit.id}/${figure}`))) return 'has_targets';
  const units = childrenOf(branch.tree, unit.id).filter(
    (child) => child.endedOn === null && !isMass(child) && child.kind !== 'political_centre',
  );
  const lines: DraftLine[] = [];
  for (const figure of body.figures) {
    const total = numberOf(sharing, unit, figure);
    if (!total) continue;
    const portions = units.map((child) => ({
      id: child.id,
      weight: weightOf(knownOf(sharing, child, figure), body.method),
    }));
    const result = divide(total, portions);
    if ('obstacle' in result) return 'impossible';
    for (const [unitId, amount] of result.parts)
      lines.push({ unitId, figure, part: '', amount, share: null });
  }
  return lines.length > 0 ? lines : 'no_number';
}

function knownOf({ facts }: Sharing, { index }: TreeNode, figure: string): Known {
  const history = facts.figures.get(figure as never)?.history ?? [];
  return {
    members: facts.members[index] ?? 0,
    people: facts.people[index] ?? 0,
    open: facts.open[index] ?? 0,
    chosen: facts.chosen[index] ?? 0,
    history: history.map((sums) => sums[index] ?? 0),
  };
}
