// Routes of provisions: what is laid where, laying one, ending one.
import { sql } from 'kysely';
import { z } from 'zod';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import { type Actor, route, type Route } from '../platform/http.ts';
import { changed } from './change.store.ts';
import { lawInForce } from './enforce.store.ts';
import { parameterLabel } from './labels.ts';
import { readProvisions, shownTo, viewOf } from './provision.store.ts';
import { isCommittee, recordEnd, recordProvision } from './provision-write.store.ts';
import { endBody, provisionBody, type ProvisionList, provisionList, provisionView } from './view.ts';

const unitQuery = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647).optional() });

async function listProvisions(db: Db, actor: Actor, below: string | null): Promise<ProvisionList> {
  const { regulations } = lawInForce();
  const rows = shownTo(actor, await readProvisions(db), below);
  const items = rows.map(viewOf(actor, (id) => parameterLabel(regulations, id)));
  return { items, total: items.length, asOf: today(), committees: await committeesOf(db, actor) };
}

/** Committees for which this reader may decide. */
async function committeesOf(db: Db, actor: Actor): Promise<ProvisionList['committees']> {
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name', 'kind'])
    .where('ended_on', 'is', null)
    .where(reachSql(reach(actor, 'regulation.decide'), { path: sql<string>`unit.path` }))
    .orderBy('depth')
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  return units.filter(({ kind }) => isCommittee(kind)).map(({ id, name }) => ({ id, name }));
}

async function viewProvision(db: Db, actor: Actor, id: string) {
  const found = (await listProvisions(db, actor, null)).items.find((one) => one.id === id);
  if (!found) throw new Missing('access.missing');
  return found;
}

export const provisionRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/provisions',
    action: 'regulation.read',
    summary:
      'What committees laid over the shipped rules: within reach, and above it where it holds there; `unit` cuts to what holds at one unit and below it.',
    query: unitQuery,
    response: provisionList,
    handler: async ({ db, actor, query }) => {
      const below = query.unit ? (await getUnit(db, actor, 'unit.read', query.unit)).path : null;
      return listProvisions(db, actor, below);
    },
  }),
  route({
    method: 'POST',
    url: '/api/provisions',
    action: 'regulation.decide',
    summary:
      'Lays a provision: confirms an unverified rule, fills an unknown one or makes one stricter, for a committee and all below it, from a day that has not passed.',
    body: provisionBody,
    response: provisionView,
    handler: async ({ db, actor, body }) => {
      const id = await recordProvision(db, actor, body);
      await changed(db);
      return viewProvision(db, actor, id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/provisions/:id/end',
    action: 'regulation.decide',
    summary:
      'Ends a provision: `fromOn` is the first day without it, today or later. One that ends with its first day never held.',
    params: z.object({ id: z.uuid() }),
    body: endBody,
    response: provisionView,
    handler: async ({ db, actor, params, body }) => {
      await recordEnd(db, actor, params.id, body);
      await changed(db);
      return viewProvision(db, actor, params.id);
    },
  }),
];
