// Routes of forms of reports: which there are for a unit, adopting one of one's own, dropping it.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { adoptForm, dropForm, listForms } from './forms.store.ts';
import { formBody, formsAnswer, formsQuery } from './view.ts';

const oneForm = z.object({ id: z.string().max(60) });
const plainBody = z.object({ clientId: z.uuid() });
const ok = z.object({ ok: z.literal(true) });
const done = { ok: true as const };

export const formRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/reports/forms',
    action: 'report.read',
    summary: 'Forms of reports: those of the programme, and those adopted by the unit or above it.',
    query: formsQuery,
    response: formsAnswer,
    handler: ({ db, actor, query }) => listForms(db, actor, query.unit),
  }),
  route({
    method: 'POST',
    url: '/api/reports/forms',
    action: 'report.ask',
    summary: 'Takes over a form written as YAML; a faulty one is refused with line and reason.',
    body: formBody,
    response: z.object({ id: z.string() }),
    handler: async ({ db, actor, body }) => ({ id: await adoptForm(db, actor, body) }),
  }),
  route({
    method: 'POST',
    url: '/api/reports/forms/:id/drop',
    action: 'report.ask',
    summary: 'Takes an adopted form out of use; what was reported with it stays.',
    params: oneForm,
    body: plainBody,
    response: ok,
    handler: async ({ db, actor, params, body }) => {
      await dropForm(db, actor, params.id, body.clientId);
      return done;
    },
  }),
];
