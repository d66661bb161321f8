// The route of what closed reports say of a figure.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { reportedOf, reportedQuery, reportedView } from './reported.ts';

export const reportedRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/statistics/:figure/reported',
    action: 'report.read',
    summary: 'What closed reports of a unit say of a figure, newest day first, beside what is known by now.',
    params: z.object({ figure: z.string().max(40) }),
    query: reportedQuery,
    response: reportedView,
    handler: ({ db, actor, params, query }) => reportedOf(db, actor, params.figure, query),
  }),
];
