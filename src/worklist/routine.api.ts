// Routes of routine work: recording a period, taking it back, what was recorded before.
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { routinesAnswer } from './answers.ts';
import { listRoutines } from './history.store.ts';
import { routineInput } from './routine.ts';
import { recordRoutine, takeBackRoutine } from './routine.store.ts';
import { takeBackInput } from './settlement.ts';

async function historyOf(db: Db, actor: Actor, unitId: number) {
  const items = await listRoutines(db, actor, unitId);
  return { items, total: items.length, next: null, asOf: today() };
}

export const routineRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/routines',
    action: 'worklist.read',
    summary: 'Routine work that a unit recorded, newest first, with what was taken back.',
    query: z.object({ unit: z.coerce.number().int().positive() }),
    response: routinesAnswer,
    handler: async ({ db, actor, query }) => historyOf(db, actor, query.unit),
  }),
  route({
    method: 'POST',
    url: '/api/routines',
    action: 'worklist.settle',
    summary: 'Records one calendar period of a routine; answers with what the unit has recorded.',
    body: routineInput,
    response: routinesAnswer,
    handler: async ({ db, actor, body }) => {
      await recordRoutine(db, actor, body);
      return historyOf(db, actor, body.unitId);
    },
  }),
  route({
    method: 'POST',
    url: '/api/routines/:entry/withdraw',
    action: 'worklist.settle',
    summary: 'Takes a record back with a reason; its period is open again.',
    params: z.object({ entry: z.uuid() }),
    body: takeBackInput,
    response: routinesAnswer,
    handler: async ({ db, actor, params, body }) =>
      historyOf(db, actor, await takeBackRoutine(db, actor, params.entry, body)),
  }),
];
