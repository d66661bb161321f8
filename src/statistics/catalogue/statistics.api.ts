// Routes of the catalogue of figures: what can be asked, the table of a figure, its records, and the bridge between days.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { profile } from '../../org/profile.store.ts';
import { logAccess } from '../../platform/audit.ts';
import { today } from '../../platform/clock.ts';
import { formatDay } from '../../platform/day.ts';
import type { Db } from '../../platform/db.ts';
import { type Actor, route, type Route } from '../../platform/http.ts';
import { csvPieces, workbookPieces } from '../../workbook/stream-rows.ts';
import { writeWorkbook } from '../../workbook/write-xlsx.ts';
import { readBridge, readMovement } from './bridge.store.ts';
import { exportRecords } from './export.store.ts';
import { catalogueAnswer } from './figures.ts';
import { leastShownOn } from './labels.ts';
import { isPersonal, movementSheet, tableSheet } from './out.ts';
import { conditionsOf, getEntry, saidWhere } from './question.store.ts';
import { readRecords } from './records.store.ts';
import { readTable } from './table.store.ts';
import {
  bridgeQuery,
  bridgeView,
  catalogueView,
  figureParam,
  movementView,
  recordsQuery,
  recordsView,
  type TableQuery,
  tableQuery,
  type TableView,
  tableView,
} from './view.ts';

const action = 'statistics.read';
/** Whoever stops reading stops the list. */
const sent = (pieces: AsyncIterable<Uint8Array>): Readable => Readable.from(pieces, { objectMode: false });
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is seen, as a file: the same table, with small counts of persons spared where it leaves the unit. */
async function sheetOf(db: Db, actor: Actor, { figure, ...query }: TableQuery & { figure: string }) {
  const simulated = (await profile(db)) === 'C';
  if (figure === 'movement') {
    const table = await readMovement(db, actor, query);
    return { table, sheet: movementSheet({ table, simulated }) };
  }
  const table = await readTable(db, actor, figure, query);
  const own = table.unit !== null && table.unit.id === actor.unitId;
  const wider = own ? [] : await widerTables(db, actor, { figure, ...query });
  const least = leastShownOn(today(), actor.unitPath);
  return { table, sheet: tableSheet({ table, own, least, wider, simulated }) };
}

/** What the numbers of chosen persons could be taken from: the same table, each of the conditions on persons left away in turn. */
async function widerTables(db: Db, actor: Actor, { figure, ...query }: TableQuery & { figure: string }) {
  const conditions = conditionsOf(getEntry(figure), query.where);
  const personal = conditions.filter(({ by }) => isPersonal(by));
  const wider: TableView[] = [];
  for (const one of personal) {
    const where = saidWhere(conditions.filter((other) => other !== one));
    wider.push(await readTable(db, actor, figure, { ...query, where }));
  }
  return wider;
}

export const statisticsRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/statistics',
    action,
    summary:
      'The catalogue of figures: what each counts, by which text and form, and by what it can be broken down',
    response: catalogueView,
    handler: async () => catalogueAnswer(),
  }),
  route({
    method: 'GET',
    url: '/api/statistics.xlsx',
    action,
    summary: 'A table of statistics as a workbook: the same figure, days and rows as on the screen',
    query: tableQuery.extend({ figure: z.string().max(40) }),
    handler: async ({ db, actor, query }) => {
      const { table, sheet } = await sheetOf(db, actor, query);
      const detail = { figure: query.figure, unit: table.unit?.id ?? null, rows: table.rows.length };
      await logAccess(db, actor, { action: 'export', subject: 'statistics', detail });
      const body = Buffer.from(await writeWorkbook([sheet]));
      const fileName = `${table.figure.label.vi} ${formatDay(table.span.to).replaceAll('/', '-')}.xlsx`;
      return { download: { fileName, type: workbookType, body } };
    },
  }),
  route({
    method: 'GET',
    url: '/api/statistics/movement',
    action,
    summary: 'Movement of members: start, what came, what went, end, for a unit and each below it',
    query: tableQuery,
    response: movementView,
    handler: ({ db, actor, query }) => readMovement(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/statistics/:figure',
    action,
    summary: 'One figure of a unit on any day or in any period: by units below, by month, by value',
    params: figureParam,
    query: tableQuery,
    response: tableView,
    handler: ({ db, actor, params, query }) => readTable(db, actor, params.figure, query),
  }),
  route({
    method: 'GET',
    url: '/api/statistics/:figure/records',
    action,
    summary: 'The records behind a number, page by page; together they are the number',
    params: figureParam,
    query: recordsQuery,
    response: recordsView,
    handler: ({ db, actor, params, query }) => readRecords(db, actor, params.figure, query),
  }),
  route({
    method: 'GET',
    url: '/api/statistics/:figure/records.xlsx',
    action,
    summary: 'All records behind a number as a workbook, however many: written while it is being read',
    params: figureParam,
    query: recordsQuery,
    handler: async ({ db, actor, params, query }) => {
      const { fileName, list } = await exportRecords(db, actor, params.figure, query);
      return {
        download: { fileName: `${fileName}.xlsx`, type: workbookType, body: sent(workbookPieces(list)) },
      };
    },
  }),
  route({
    method: 'GET',
    url: '/api/statistics/:figure/records.csv',
    action,
    summary: 'The same as text with commas',
    params: figureParam,
    query: recordsQuery,
    handler: async ({ db, actor, params, query }) => {
      const { fileName, list } = await exportRecords(db, actor, params.figure, query);
      const type = 'text/csv; charset=utf-8';
      return { download: { fileName: `${fileName}.csv`, type, body: sent(csvPieces(list)) } };
    },
  }),
  route({
    method: 'GET',
    url: '/api/statistics/:figure/bridge',
    action,
    summary: 'Why the number of members differs between the ends of two days, term by term and in words',
    params: figureParam,
    query: bridgeQuery,
    response: bridgeView,
    handler: ({ db, actor, params, query }) => readBridge(db, actor, params.figure, query),
  }),
];
