// Routes of schedules: what a committee asks again every period. The next period itself is asked as any round is.
import { z } from 'zod';
import { type Route, route } from '../../platform/http.ts';
import { restoreBody, schedulesAnswer, schedulesQuery, scheduleView, skipBody } from '../round-view.ts';
import { reasonBody } from '../shape.ts';
import { listSchedules, viewSchedule } from './schedule-list.store.ts';
import { restorePeriod, skipPeriod, withdrawSchedule } from './schedule-write.store.ts';

const one = z.object({ id: z.uuid() });

export const scheduleRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/reports/schedules',
    action: 'report.read',
    summary: 'Reports that a committee asks again every period, with what stands prepared for the next.',
    query: schedulesQuery,
    response: schedulesAnswer,
    handler: ({ db, actor, query }) => listSchedules(db, actor, query.unit),
  }),
  route({
    method: 'GET',
    url: '/api/reports/schedules/:id',
    action: 'report.read',
    summary: 'One schedule: the next period as it stands prepared, and the periods before.',
    params: one,
    response: scheduleView,
    handler: ({ db, actor, params }) => viewSchedule(db, actor, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/reports/schedules/:id/skip',
    action: 'report.ask',
    summary: 'Passes a period over, with the reason; the one after it stands prepared.',
    params: one,
    body: skipBody,
    response: scheduleView,
    handler: async ({ db, actor, params, body }) => {
      await skipPeriod(db, actor, params.id, body);
      return viewSchedule(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/reports/schedules/:id/restore',
    action: 'report.ask',
    summary: 'Asks after all for the period passed over last: it stands prepared again.',
    params: one,
    body: restoreBody,
    response: scheduleView,
    handler: async ({ db, actor, params, body }) => {
      await restorePeriod(db, actor, params.id, body);
      return viewSchedule(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/reports/schedules/:id/withdraw',
    action: 'report.ask',
    summary: 'Withdraws a schedule: no further round is prepared, those asked stand.',
    params: one,
    body: reasonBody,
    response: scheduleView,
    handler: async ({ db, actor, params, body }) => {
      await withdrawSchedule(db, actor, params.id, body);
      return viewSchedule(db, actor, params.id);
    },
  }),
];
