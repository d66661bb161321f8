// A plan as a reader sees it: its words, papers, who answers for it, and how it came to be what it is.
import { sql } from 'kysely';
import { findDocuments } from '../documents/document.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Plan } from './fold.ts';
import type { ThePlan } from './view.ts';

export async function shownPlan(
  db: Queryable,
  actor: Actor,
  plan: Plan,
  names: ReadonlyMap<string, string>,
): Promise<ThePlan> {
  const { described, approvals } = plan;
  const papers = await findDocuments(db, actor, [
    ...(described?.documents ?? []),
    ...approvals.map(({ documentId }) => documentId),
  ]);
  const paper = (id: string | null) => {
    const found = id === null ? undefined : papers.get(id);
    return found ? { id: found.id, label: found.label } : null;
  };
  return {
    id: plan.id,
    state: plan.state,
    revision: plan.revision,
    prepared: plan.prepared,
    version: plan.version,
    copied: plan.copiedFrom !== null,
    said: described && {
      purpose: described.purpose,
      requirements: described.requirements,
      goals: described.goals,
      structure: described.structure,
      groups: described.groups,
    },
    responsible: await personOf(db, described?.responsibleId ?? null),
    documents: (described?.documents ?? []).flatMap((id) => paper(id) ?? []),
    discussions: plan.discussions.map(({ entry, ...one }) => ({ id: entry, ...one })),
    approvals: approvals.map(({ entry, documentId, by, at: _at, ...one }) => ({
      ...one,
      id: entry,
      document: paper(documentId),
      by: names.get(by) ?? null,
    })),
    reopened: plan.reopened,
  };
}

/** Who answers for the plan, by name: an office of the committee, told with it. */
async function personOf(db: Queryable, id: string | null): Promise<ThePlan['responsible']> {
  if (id === null) return null;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from person where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}
