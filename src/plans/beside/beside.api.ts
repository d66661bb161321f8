// Routes of what stands beside the counts.
import { z } from 'zod';
import { profile } from '../../org/profile.store.ts';
import { logAccess } from '../../platform/audit.ts';
import { formatDay } from '../../platform/day.ts';
import { route, type Route } from '../../platform/http.ts';
import { writeWorkbook } from '../../workbook/write-xlsx.ts';
import { readPlan } from '../branch.store.ts';
import { planQuery } from '../view.ts';
import { courseBeside, qualityBeside } from './beside.store.ts';
import { planSheet } from './out.ts';
import { besideQuery, besideView, courseQuery, courseView } from './view.ts';

const unitParam = z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const besideRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/plans/quality',
    action: 'plan.read',
    summary: 'Quality of those admitted in a period: the unit and those below it, in the tree of that day',
    query: besideQuery,
    response: besideView,
    handler: ({ db, actor, query }) => qualityBeside(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/plans/:unit/course',
    action: 'plan.read',
    summary: 'A figure of one unit through a period: by month of a year, by year of anything longer',
    params: unitParam,
    query: courseQuery,
    response: courseView,
    handler: ({ db, actor, params, query }) => courseBeside(db, actor, { ...query, unit: params.unit }),
  }),
  route({
    method: 'GET',
    url: '/api/plans.xlsx',
    action: 'plan.read',
    summary: 'The table of targets as a workbook: the same period, figure, unit and day as on the screen',
    query: planQuery.extend({ view: z.enum(['children', 'all']).default('all') }),
    handler: async ({ db, actor, query }) => {
      const plan = await readPlan(db, actor, query);
      const beside = await qualityBeside(db, actor, { ...query, period: plan.period.key });
      const simulated = (await profile(db)) === 'C';
      const detail = { unit: plan.unit.unitId, period: plan.period.key, rows: plan.items.length };
      await logAccess(db, actor, { action: 'export', subject: 'unit', detail });
      const bytes = await writeWorkbook([planSheet({ plan, beside, simulated })]);
      const fileName = `Chỉ tiêu ${plan.unit.name} ${formatDay(plan.on).replaceAll('/', '-')}.xlsx`;
      return { download: { fileName, type: workbookType, body: Buffer.from(bytes) } };
    },
  }),
];
