// Routes of offices: who holds what, appointing, ending, correcting.
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import { isDay } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { officeItem, officeListAnswer } from './answers.ts';
import { appointInput, correctOfficeInput, endInput, nameCellsInput } from './office.ts';
import { listOffices } from './office.store.ts';
import {
  recordAppointment,
  recordCells,
  recordOfficeCorrection,
  recordOfficeEnd,
  recordOfficeWithdrawal,
} from './office-write.store.ts';
import { withdrawInput } from './unit-acts.ts';
import { idParam } from './unit.api.ts';
import { getUnit } from './unit.store.ts';

const one = async (db: Db, actor: Actor, officeId: number) => {
  const [office] = await listOffices(db, actor, { officeId });
  if (!office) throw new Missing('access.missing');
  return office;
};

export const officeRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/offices',
    action: 'office.read',
    summary: 'Offices of a unit and all below it; those in force on a day, or all with past=1.',
    query: z.object({
      unit: z.coerce.number().int().positive().optional(),
      on: z.string().refine(isDay).optional(),
      past: z.literal('1').optional(),
    }),
    response: officeListAnswer,
    handler: async ({ db, actor, query }) => {
      const unit = query.unit === undefined ? null : await getUnit(db, actor, 'office.read', query.unit);
      const on = query.on ?? today();
      const filter = { below: unit?.path, on: query.past ? undefined : on };
      const items = await listOffices(db, actor, filter);
      return { items, total: items.length, next: null, asOf: on };
    },
  }),
  route({
    method: 'POST',
    url: '/api/offices',
    action: 'office.write',
    summary: 'Appoints somebody to an office from a day on.',
    body: appointInput,
    response: officeItem,
    handler: async ({ db, actor, body }) => one(db, actor, await recordAppointment(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/offices/:id/end',
    action: 'office.write',
    summary: 'Ends an office; toOn is the first day without it.',
    params: idParam,
    body: endInput,
    response: officeItem,
    handler: async ({ db, actor, params, body }) => {
      await recordOfficeEnd(db, actor, params.id, body);
      return one(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/offices/:id/cells',
    action: 'office.write',
    summary: 'Names the cells in charge of a committee member from a day on.',
    params: idParam,
    body: nameCellsInput,
    response: officeItem,
    handler: async ({ db, actor, params, body }) => {
      await recordCells(db, actor, params.id, body);
      return one(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/offices/:id/correct',
    action: 'office.write',
    summary: 'Corrects title, days, decision and cells of an office, with a reason.',
    params: idParam,
    body: correctOfficeInput,
    response: officeItem,
    handler: async ({ db, actor, params, body }) => {
      await recordOfficeCorrection(db, actor, params.id, body);
      return one(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/offices/:id/withdraw',
    action: 'office.write',
    summary: 'Takes back an appointment that was recorded by mistake, with a reason.',
    params: idParam,
    body: withdrawInput,
    response: z.object({ gone: z.literal(true) }),
    handler: async ({ db, actor, params, body }) => {
      await recordOfficeWithdrawal(db, actor, params.id, body);
      return { gone: true };
    },
  }),
];
