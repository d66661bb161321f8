// Routes of the tree: list, one unit, founding, acts, corrections.
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import { isDay } from '../platform/day.ts';
import { type Route, route } from '../platform/http.ts';
import { unitAnswer, unitListAnswer } from './answers.ts';
import { actInput, correctInput, foundInput, withdrawInput } from './unit-acts.ts';
import { viewUnit } from './unit-page.store.ts';
import { matching } from './unit-tree.ts';
import { readUnits, unitsOf } from './counts/unit-tree.store.ts';
import { recordUnit, recordUnitAct, recordUnitCorrection, recordUnitWithdrawal } from './unit-write.store.ts';

export const idParam = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const entryParam = idParam.extend({ entry: z.uuid() });

export const unitRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/units',
    action: 'unit.read',
    summary: 'The tree as it stood on a day (today when left out), with members and candidates counted up.',
    query: z.object({
      on: z.string().refine(isDay).optional(),
      q: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).optional(),
    }),
    response: unitListAnswer,
    handler: async ({ db, actor, query }) => {
      const on = query.on ?? today();
      if (query.q === undefined && query.limit === undefined) return unitsOf(db, actor, on);
      const all = await readUnits(db, actor, on);
      const found = matching(all.items, query.q ?? '');
      return { ...all, items: found.slice(0, query.limit), total: found.length };
    },
  }),
  route({
    method: 'GET',
    url: '/api/units/:id',
    action: 'unit.read',
    summary: 'One unit: what it is, what is below it, its offices, its history.',
    params: idParam,
    response: unitAnswer,
    handler: async ({ db, actor, params }) => viewUnit(db, actor, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/units',
    action: 'unit.write',
    summary: 'Founds a unit (with a decision) or takes over one that exists (without).',
    body: foundInput,
    response: unitAnswer,
    handler: async ({ db, actor, body }) => viewUnit(db, actor, await recordUnit(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/units/:id/acts',
    action: 'unit.write',
    summary: 'Renames, moves, changes the kind of, ends or restores a unit, from a day on.',
    params: idParam,
    body: actInput,
    response: unitAnswer,
    handler: async ({ db, actor, params, body }) => {
      await recordUnitAct(db, actor, params.id, body);
      return viewUnit(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/units/:id/acts/:entry/correct',
    action: 'unit.write',
    summary: 'Corrects an act by another of the same kind; both stay in the history.',
    params: entryParam,
    body: correctInput,
    response: unitAnswer,
    handler: async ({ db, actor, params, body }) => {
      await recordUnitCorrection(db, actor, params, body);
      return viewUnit(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/units/:id/acts/:entry/withdraw',
    action: 'unit.write',
    summary:
      'Withdraws an act with a reason. A unit whose founding is withdrawn is gone: then the answer is {gone: true}.',
    params: entryParam,
    body: withdrawInput,
    response: z.union([unitAnswer, z.object({ gone: z.literal(true) })]),
    handler: async ({ db, actor, params, body }) => {
      const { gone } = await recordUnitWithdrawal(db, actor, params, body);
      return gone ? { gone } : viewUnit(db, actor, params.id);
    },
  }),
];
