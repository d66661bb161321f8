// Routes of targets: reading them. They are brought in by workbook; setting and cascading them follows with plans.
import { z } from 'zod';
import { getUnit } from '../org/unit.store.ts';
import { route, type Route } from '../platform/http.ts';
import { listTargets } from './target.store.ts';

const line = z.object({
  unitId: z.number(),
  unitName: z.string(),
  year: z.number(),
  kind: z.string(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  aim: z.number().nullable(),
  done: z.number().nullable(),
});

export const targetRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/targets',
    // What a unit is to reach, and reached, is no matter of those who only keep its tree or its accounts.
    action: 'dossier.read',
    summary: 'Yearly targets of the units within reach; `unit` cuts to one subtree',
    query: z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
    response: z.object({ items: z.array(line) }),
    handler: async ({ db, actor, query }) => {
      const below = query.unit ? (await getUnit(db, actor, 'unit.read', query.unit)).path : null;
      return { items: await listTargets(db, actor, below) };
    },
  }),
];
