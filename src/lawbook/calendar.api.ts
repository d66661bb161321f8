// Routes of the calendar: a year as it is in force, laying a day over it, taking that back.
import { z } from 'zod';
import { route, type Route } from '../platform/http.ts';
import { recordEdit, readYear, takeBackEdit } from './calendar-write.store.ts';
import { changed } from './change.store.ts';
import { calendarBody, calendarYear, takeBackBody } from './view.ts';

const yearOf = (date: string): number => Number(date.slice(0, 4));

export const calendarRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/calendar',
    action: 'regulation.read',
    summary:
      'Days of a year that depart from Monday to Friday, as they are in force, with what was laid over the shipped calendar.',
    query: z.object({ year: z.coerce.number().int().min(1900).max(2200) }),
    response: calendarYear,
    handler: ({ db, actor, query }) => readYear(db, actor, query.year),
  }),
  route({
    method: 'POST',
    url: '/api/calendar',
    action: 'calendar.write',
    summary:
      'Lays one day over the shipped calendar, with its source: off, work (a make-up day) or plain (the shipped row does not hold). Limits are reckoned again.',
    body: calendarBody,
    response: calendarYear,
    handler: async ({ db, actor, body }) => {
      await recordEdit(db, actor, body);
      await changed(db);
      return readYear(db, actor, yearOf(body.date));
    },
  }),
  route({
    method: 'POST',
    url: '/api/calendar/:entry/withdraw',
    action: 'calendar.write',
    summary: 'Takes an edit of the calendar back, with a reason; the shipped row holds again.',
    params: z.object({ entry: z.uuid() }),
    body: takeBackBody,
    response: calendarYear,
    handler: async ({ db, actor, params, body }) => {
      const date = await takeBackEdit(db, actor, params.entry, body);
      await changed(db);
      return readYear(db, actor, yearOf(date));
    },
  }),
];
