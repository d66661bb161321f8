// A plan as its entries make it, in the order in which they were recorded: what is drafted and not yet approved, how far
// the plan has come, and what it was at each approval.
import type { Entry } from '../platform/entry.ts';
import { effective } from '../platform/effective.ts';
import {
  type DataOf,
  type Described,
  type DraftLine,
  lineKey,
  type OwnLine,
  type PlanKind,
  type PlanState,
} from './plan.ts';

/** A line that is drafted and differs, or may differ, from what is in force; with who wrote it when. */
export interface HeldLine extends DraftLine {
  by: string;
  at: string;
}
export interface Discussion {
  entry: string;
  on: string | null;
  body: string | null;
  outcome: string | null;
}
export interface Approval {
  entry: string;
  on: string | null;
  revision: number;
  decision: DataOf<'plan.approved'>['decision'];
  documentId: string | null;
  units: number;
  lines: number;
  /** why it had been opened again; null for the first approval */
  reason: string | null;
  why: string | null;
  by: string;
  at: string;
}

export interface Plan {
  id: string;
  unitId: number;
  period: string;
  state: PlanState;
  /** approvals so far */
  revision: number;
  prepared: 'own' | 'above';
  copiedFrom: string | null;
  openedAt: string;
  lines: HeldLine[];
  own: OwnLine[];
  described: Described | null;
  discussions: Discussion[];
  approvals: Approval[];
  reopened: DataOf<'plan.reopened'> | null;
  version: number;
}

interface Folding extends Omit<Plan, 'lines' | 'own'> {
  lines: Map<string, HeldLine>;
  own: Map<string, OwnLine>;
}

const dataOf = <K extends PlanKind>(entry: Entry) => entry.data as DataOf<K>;

/** null when it was never opened, or was withdrawn before its first approval. */
export function foldPlan(id: string, entries: readonly Entry[]): Plan | null {
  const inOrder = effective(entries).toSorted((a, b) => a.position - b.position);
  let plan: Folding | null = null;
  for (const entry of inOrder) plan = follow(id, plan, entry);
  if (!plan) return null;
  return {
    ...plan,
    lines: [...plan.lines.values()],
    own: [...plan.own.values()],
    version: entries.at(-1)?.version ?? 0,
  };
}

function follow(id: string, plan: Folding | null, entry: Entry): Folding | null {
  if (entry.kind === 'plan.opened') return plan ?? opened(id, entry);
  if (!plan) return null;
  if (entry.kind === 'plan.withdrawn') return withdrawn(plan);
  follows[entry.kind]?.(plan, entry);
  return plan;
}

function opened(id: string, entry: Entry): Folding {
  const { unitId, period, copiedFrom, prepared } = dataOf<'plan.opened'>(entry);
  return {
    id,
    unitId,
    period,
    copiedFrom,
    prepared,
    state: 'draft',
    revision: 0,
    openedAt: entry.recordedAt,
    lines: new Map(),
    own: new Map(),
    described: null,
    discussions: [],
    approvals: [],
    reopened: null,
    version: 0,
  };
}

/** Before the first approval nothing is left; a revision that is given up leaves what was approved. */
function withdrawn(plan: Folding): Folding | null {
  if (plan.revision === 0) return null;
  clear(plan);
  plan.state = 'approved';
  return plan;
}

function clear(plan: Folding): void {
  plan.lines.clear();
  plan.own.clear();
  plan.reopened = null;
}

const follows: Partial<Record<string, (plan: Folding, entry: Entry) => void>> = {
  'plan.drafted': ({ lines, own }, entry) => {
    const data = dataOf<'plan.drafted'>(entry);
    for (const line of data.lines) {
      if (line.amount === null && line.share === null) lines.delete(lineKey(line));
      else lines.set(lineKey(line), { ...line, by: entry.recordedBy, at: entry.recordedAt });
    }
    for (const line of data.own) {
      const key = `${line.figure}/${line.part}`;
      if (line.amount === null) own.delete(key);
      else own.set(key, line);
    }
  },
  'plan.described': (plan, entry) => {
    plan.described = dataOf<'plan.described'>(entry);
  },
  'plan.discussed': (plan, entry) => {
    const { body, outcome } = dataOf<'plan.discussed'>(entry);
    plan.discussions.push({ entry: entry.clientId, on: entry.happenedOn, body, outcome });
    if (plan.state !== 'approved') plan.state = 'discussed';
  },
  'plan.approved': (plan, entry) => {
    const data = dataOf<'plan.approved'>(entry);
    const { reason = null, why = null } = plan.reopened ?? {};
    plan.approvals.push({
      ...data,
      entry: entry.clientId,
      on: entry.happenedOn,
      by: entry.recordedBy,
      at: entry.recordedAt,
      reason,
      why,
    });
    clear(plan);
    plan.revision = data.revision;
    plan.state = 'approved';
  },
  'plan.reopened': (plan, entry) => {
    plan.reopened = dataOf<'plan.reopened'>(entry);
    plan.state = 'revising';
  },
};

/** The day of the newest approval: a revision cannot lie before it. */
export const approvedOn = (plan: Pick<Plan, 'approvals'>): string | null => plan.approvals.at(-1)?.on ?? null;
