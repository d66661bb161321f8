// Routes of the overview: one answer for the page of one unit on one day, and the same as a workbook.
import { profile } from '../org/profile.store.ts';
import { logAccess } from '../platform/audit.ts';
import { formatDay } from '../platform/day.ts';
import { type Route, route } from '../platform/http.ts';
import { writeWorkbook } from '../workbook/write-xlsx.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { overviewSheets } from './out.ts';
import { madeOf, readOverview } from './overview.store.ts';
import { overviewQuery, overviewView } from './view.ts';

const action = 'statistics.read';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const overviewRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/overview',
    action,
    summary:
      'One unit on one day: what stands out, members, target, source, years and months, the road, the units below.',
    query: overviewQuery,
    response: overviewView,
    handler: ({ db, actor, query }) =>
      heldAnswer(db, actor, { name: 'overview', query, of: madeOf }, () => readOverview(db, actor, query)),
  }),
  route({
    method: 'GET',
    url: '/api/overview.xlsx',
    action,
    summary:
      'The overview as a workbook; small counts of persons of another unit are spared. Logged as an export.',
    query: overviewQuery,
    handler: async ({ db, actor, query }) => {
      const view = await readOverview(db, actor, query);
      const sheets = overviewSheets(view, (await profile(db)) === 'C');
      await logAccess(db, actor, {
        action: 'export',
        subject: 'statistics',
        detail: { figure: 'overview', unit: view.unit?.id ?? null, rows: sheets.length },
      });
      const body = Buffer.from(await writeWorkbook(sheets));
      const fileName = `Tổng quan ${formatDay(view.on).replaceAll('/', '-')}.xlsx`;
      return { download: { fileName, type: workbookType, body } };
    },
  }),
];
