// Routes of reports: drafts with live figures, what was sent and closed, what is known by now, the units below.
import { z } from 'zod';
import { getUnit } from '../org/unit.store.ts';
import { type Route, route } from '../platform/http.ts';
import { countBody } from './body.store.ts';
import { compareChildren } from './children.store.ts';
import { draftReport } from './draft.store.ts';
import { getForm } from '../forms/forms.store.ts';
import { getReport, listReports, viewReport } from './list.store.ts';
import { readNow, readNowRecords } from './now.store.ts';
import { checkDays, checkKind } from './round/round-write.store.ts';
import { returnReport, submitReport } from './submit.store.ts';
import {
  childrenView,
  draftQuery,
  draftView,
  nowRecordsQuery,
  nowRecordsView,
  nowView,
  reasonBody,
  reportQuery,
  reportsAnswer,
  reportsQuery,
  reportView,
  submitBody,
} from './view.ts';

const one = z.object({ id: z.uuid() });

const drafts: Route[] = [
  route({
    method: 'GET',
    url: '/api/reports/draft',
    action: 'report.read',
    summary: 'A report with live figures of its closing day, before it is sent.',
    query: draftQuery,
    response: draftView,
    handler: ({ db, actor, query }) => draftReport(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/reports/draft/children',
    action: 'report.read',
    summary: 'Its figures beside the sum of the reports of the units below, with the difference in words.',
    query: draftQuery,
    response: childrenView,
    handler: async ({ db, actor, query }) => {
      const unit = await getUnit(db, actor, 'report.read', query.unit ?? actor.unitId ?? 0);
      const form = await getForm(db, unit.path, query.form);
      checkDays(form, query);
      checkKind(form, unit);
      const { body } = await countBody(db, actor, { ...query, unit, form });
      return compareChildren(db, actor, { body, closed: false });
    },
  }),
];

const closed: Route[] = [
  route({
    method: 'GET',
    url: '/api/reports',
    action: 'report.read',
    summary: 'Reports that were sent, of a unit or of all below it, newest first.',
    query: reportsQuery,
    response: reportsAnswer,
    handler: ({ db, actor, query }) => listReports(db, actor, query),
  }),
  route({
    method: 'POST',
    url: '/api/reports',
    action: 'report.write',
    summary: 'Sends a report: its numbers, words and signatory are closed and change no more.',
    body: submitBody,
    response: z.object({ id: z.uuid() }),
    handler: async ({ db, actor, body }) => ({ id: await submitReport(db, actor, body) }),
  }),
  route({
    method: 'GET',
    url: '/api/reports/:id',
    action: 'report.read',
    summary: 'A report as it was closed; `number` names an earlier submission.',
    params: one,
    query: reportQuery,
    response: reportView,
    handler: ({ db, actor, params, query }) => viewReport(db, actor, params.id, query.number),
  }),
  route({
    method: 'POST',
    url: '/api/reports/:id/return',
    action: 'report.ask',
    summary: 'Gives a report back with a reason, so that the unit can send it again; both stay.',
    params: one,
    body: reasonBody,
    response: reportView,
    handler: async ({ db, actor, params, body }) => {
      await returnReport(db, actor, params.id, body);
      return viewReport(db, actor, params.id, undefined);
    },
  }),
  route({
    method: 'GET',
    url: '/api/reports/:id/now',
    action: 'report.read',
    summary: 'Numbers that are others by now than they were reported, each with the reason in words.',
    params: one,
    query: reportQuery,
    response: nowView,
    handler: ({ db, actor, params, query }) => readNow(db, actor, params.id, query.number),
  }),
  route({
    method: 'GET',
    url: '/api/reports/:id/now/records',
    action: 'report.read',
    summary: 'Who is behind the difference of one number.',
    params: one,
    query: nowRecordsQuery,
    response: nowRecordsView,
    handler: ({ db, actor, params, query }) => readNowRecords(db, actor, params.id, query),
  }),
  route({
    method: 'GET',
    url: '/api/reports/:id/children',
    action: 'report.read',
    summary: 'Its numbers beside the sum of the reports of the units below, with the difference in words.',
    params: one,
    query: reportQuery,
    response: childrenView,
    handler: async ({ db, actor, params, query }) => {
      const report = await getReport(db, actor, params.id, query.number);
      return compareChildren(db, actor, { body: report.one.body, closed: true });
    },
  }),
];

export const reportRoutes: Route[] = [...drafts, ...closed];
