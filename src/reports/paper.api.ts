// Reports as files – Excel, Word, PDF – of what was closed, and of a draft, marked as such. Each is logged as an export;
// small counts of persons are spared where it leaves the unit’s own readers.
import { z } from 'zod';
import { profile } from '../org/profile.store.ts';
import type { UnitRow } from '../org/unit.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { leastShownOn } from '../statistics/catalogue/labels.ts';
import { writeWorkbook } from '../workbook/write-xlsx.ts';
import { draftReport } from './draft.store.ts';
import { getReport } from './list.store.ts';
import type { Paper } from '../press/paper.ts';
import { bookOf } from '../press/book.ts';
import { type Laid, paperOf } from '../press/lay.ts';
import { printed } from '../press/press.store.ts';
import { lateBy } from './report.ts';
import { draftQuery, type DraftQuery, reportQuery } from './view.ts';

type Ending = 'xlsx' | 'docx' | 'pdf';
const types: Record<Ending, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

const written: Record<Ending, (paper: Paper) => Promise<Buffer>> = {
  xlsx: async (paper) => Buffer.from(await writeWorkbook(bookOf(paper))),
  docx: (paper) => printed(paper, 'docx'),
  pdf: (paper) => printed(paper, 'pdf'),
};

async function protectionOf(
  db: Db,
  actor: Actor,
  unitId: number,
): Promise<Pick<Laid, 'own' | 'least' | 'simulated'>> {
  const own = unitId === actor.unitId;
  return { own, least: leastShownOn(today(), actor.unitPath), simulated: (await profile(db)) === 'C' };
}

async function closedPaper(db: Db, actor: Actor, id: string, number: number | undefined): Promise<Paper> {
  const { one, unit } = await getReport(db, actor, id, number);
  const { paperNumber, signedOn, capacity, signerTitle, signerName } = one;
  return paperOf({
    body: one.body,
    signed: { number: paperNumber, on: signedOn, capacity, title: signerTitle, name: signerName },
    draft: false,
    told: toldOf(one),
    ...(await protectionOf(db, actor, unit.id)),
  });
}

type Sent = Awaited<ReturnType<typeof getReport>>['one'];

function toldOf({ number, submittedOn, dueOn, returnedOn, returnedUnit, returnedGround }: Sent): string[] {
  const late = lateBy(dueOn, submittedOn);
  return [
    `Đã gửi và chốt ngày ${formatDay(submittedOn)}${number > 1 ? `, lần gửi thứ ${number}` : ''}${late === null ? '' : `, chậm ${late} ngày so với hạn ${formatDay(dueOn)}`}.`,
    ...(returnedOn === null
      ? []
      : [`${returnedUnit ?? 'Cấp trên'} trả lại ngày ${formatDay(returnedOn)}: ${returnedGround ?? ''}`]),
  ];
}

async function draftPaper(db: Db, actor: Actor, query: DraftQuery): Promise<Paper> {
  const { body } = await draftReport(db, actor, query);
  return paperOf({
    body,
    signed: { number: null, on: null, capacity: '', title: '', name: null },
    draft: true,
    told: [`Bản xem trước lập ngày ${formatDay(today())}, chưa gửi.`],
    ...(await protectionOf(db, actor, body.unit.id)),
  });
}

interface Given {
  paper: Paper;
  unit: Pick<UnitRow, 'id'>;
  detail: Record<string, string | number | null>;
  ending: Ending;
}

async function download(db: Db, actor: Actor, { paper, unit, detail, ending }: Given) {
  await logAccess(db, actor, {
    action: 'export',
    subject: 'report',
    detail: { ...detail, unit: unit.id, as: ending },
  });
  const body = await written[ending](paper);
  return { download: { fileName: `${paper.file}.${ending}`, type: types[ending], body } };
}

const endings = Object.keys(types) as Ending[];

/** The draft stands before the report: its address is a word, not an id. */
export const paperRoutes: Route[] = endings.flatMap((ending) => [
  route({
    method: 'GET',
    url: `/api/reports/draft/paper.${ending}`,
    action: 'report.read',
    summary: `A report that was not sent yet as .${ending}, marked as a draft.`,
    query: draftQuery,
    handler: async ({ db, actor, query }) => {
      const unit = await getUnit(db, actor, 'report.read', query.unit ?? actor.unitId ?? 0);
      const detail = { form: query.form, period: query.period, draft: 1 };
      return download(db, actor, { paper: await draftPaper(db, actor, query), unit, detail, ending });
    },
  }),
  route({
    method: 'GET',
    url: `/api/reports/:id/paper.${ending}`,
    action: 'report.read',
    summary: `A closed report as .${ending}: the same numbers as on the screen.`,
    params: z.object({ id: z.uuid() }),
    query: reportQuery,
    handler: async ({ db, actor, params, query }) => {
      const { unit, one } = await getReport(db, actor, params.id, query.number);
      const detail = { form: one.body.form.id, period: one.body.period, number: one.number };
      return download(db, actor, {
        paper: await closedPaper(db, actor, params.id, query.number),
        unit,
        detail,
        ending,
      });
    },
  }),
]);
