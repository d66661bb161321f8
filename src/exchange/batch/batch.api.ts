// Routes of bringing in workbooks: upload, preview, correct, run, cancel, undo.
import { sql } from 'kysely';
import { z } from 'zod';
import { reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import { wordsOf } from '../../platform/answer.ts';
import type { Db } from '../../platform/db.ts';
import { TooLarge } from '../../platform/errors.ts';
import { type Actor, route, type Route, type Upload } from '../../platform/http.ts';
import { kinds } from '../../intake/kinds.ts';
import type { Issue } from '../../intake/rows.ts';
import { readLimits } from '../../workbook/read.ts';
import {
  type BatchAnswer,
  batchAnswer,
  batchItem,
  type IssueAnswer,
  type PreviewAnswer,
  type RemarkAnswer,
  wishesInput,
} from './answers.ts';
import {
  cancelBatch,
  correctBatch,
  getBatch,
  progressOf,
  receiveFile,
  runBatch,
  undoBatch,
} from './batch.store.ts';
import type { BatchState } from './batch.ts';
import { lineName } from './plan.ts';
import { lineActions, type Preview } from './preview.ts';

const idParam = z.object({ id: z.uuid() });
const pageQuery = z.object({
  issuesFrom: z.coerce.number().int().min(0).default(0),
  linesFrom: z.coerce.number().int().min(0).default(0),
  code: z.string().max(60).optional(),
  kind: z.enum(kinds).optional(),
  action: z.enum(lineActions).optional(),
});
type Asked = z.output<typeof pageQuery>;
const fromTheTop: Asked = { issuesFrom: 0, linesFrom: 0 };
const once = z.object({ clientId: z.uuid() });
const pageSize = 100;

const verbs = { run: runBatch, cancel: cancelBatch, undo: undoBatch };
const summaries = {
  run: 'Writes what the preview shows, in one transaction, in the background',
  cancel: 'Stops what is under way, or puts the workbook aside; nothing half-written stays',
  undo: 'Takes everything the workbook brought back by one reversing entry, while nothing later rests on it',
};

export const batchRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/imports',
    action: 'import.run',
    summary: 'Brings a workbook (.xlsx or .csv, multipart field "file"); reading it starts at once',
    upload: true,
    response: z.object({ id: z.string() }),
    handler: async ({ db, actor, file }) => {
      const upload = await file();
      const kind = z
        .enum(kinds)
        .nullable()
        .catch(null)
        .parse(upload.fields.kind ?? null);
      return {
        id: await receiveFile(db, actor, { fileName: upload.fileName, bytes: await collect(upload), kind }),
      };
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports',
    action: 'import.run',
    summary: 'Workbooks brought in within reach, newest first',
    response: z.object({ items: z.array(batchItem) }),
    handler: async ({ db, actor }) => ({ items: await listBatches(db, actor) }),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id',
    action: 'import.run',
    summary:
      'One workbook: state, progress, preview (100 remarks and 100 lines from the given places, of a code, kind or action)',
    params: idParam,
    query: pageQuery,
    response: batchAnswer,
    handler: async ({ db, actor, params, query }) => viewBatch(db, actor, params.id, query),
  }),
  route({
    method: 'PUT',
    url: '/api/imports/:id/mapping',
    action: 'import.run',
    summary: 'Corrects how columns are read and what becomes of single lines; the file is read anew',
    params: idParam,
    body: wishesInput,
    response: batchAnswer,
    handler: async ({ db, actor, params, body }) => {
      await correctBatch(db, actor, params.id, body);
      return viewBatch(db, actor, params.id, fromTheTop);
    },
  }),
  ...(['run', 'cancel', 'undo'] as const).map((verb) =>
    route({
      method: 'POST',
      url: `/api/imports/:id/${verb}`,
      action: verb === 'undo' ? 'import.undo' : 'import.run',
      summary: summaries[verb],
      params: idParam,
      body: once,
      response: batchAnswer,
      handler: async ({ db, actor, params, body }) => {
        await verbs[verb](db, actor, params.id, body.clientId);
        return viewBatch(db, actor, params.id, fromTheTop);
      },
    }),
  ),
];

/** The upload in memory, up to the limit of the reader; a broken line throws and nothing is kept. */
async function collect(upload: Upload): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of upload.stream) {
    size += (part as Buffer).length;
    if (size > readLimits.fileBytes)
      throw new TooLarge('exchange.file_too_large', { limit: Math.round(readLimits.fileBytes / 1e6) });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

async function listBatches(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('batch')
    .innerJoin('unit', 'unit.id', 'batch.unit_id')
    .leftJoin('account', 'account.id', 'batch.created_by')
    .select([
      'batch.id',
      'file_name',
      'unit.name',
      'state',
      'batch.created_at',
      'display_name',
      'finished_at',
      'counts',
    ])
    .where(reachSql(reach(actor, 'import.run'), { path: sql<string>`unit.path` }))
    .orderBy('batch.created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => itemOf({ ...row, unit_name: row.name }, row.display_name));
}

type ItemRow = Pick<
  Awaited<ReturnType<typeof getBatch>>,
  'id' | 'file_name' | 'unit_name' | 'state' | 'created_at' | 'finished_at' | 'counts'
>;

const itemOf = (row: ItemRow, createdBy: string | null) => ({
  id: row.id,
  fileName: row.file_name,
  unitName: row.unit_name,
  state: row.state,
  createdAt: row.created_at,
  createdBy: createdBy ?? '',
  finishedAt: row.finished_at,
  counts: row.counts,
});

const noWishes = { kind: null, mappings: [], choices: {} };

async function viewBatch(db: Db, actor: Actor, id: string, asked: Asked): Promise<BatchAnswer> {
  const row = await getBatch(db, actor, 'import.run', id);
  const by = await db
    .selectFrom('account')
    .select('display_name')
    .where('id', '=', row.created_by)
    .executeTakeFirst();
  const { failure, preview } = row;
  const wishes = row.mapping ?? noWishes;
  return {
    ...itemOf(row, by ? by.display_name : null),
    progress: progressOf(id),
    failure: failure && { code: failure.code, ...wordsOf(failure.code, failure.params) },
    ...wishes,
    preview: preview && viewPreview(preview, wishes.choices, asked),
    can: canOf(row, actor),
  };
}

const open: Partial<Record<BatchState, string[]>> = {
  previewed: ['run', 'correct', 'cancel'],
  failed: ['correct', 'cancel'],
  reading: ['cancel'],
  running: ['cancel'],
};

function canOf(row: Awaited<ReturnType<typeof getBatch>>, actor: Actor): string[] {
  if (row.state === 'done') return actor.can.has('import.undo') ? ['undo'] : [];
  const own = row.unit_id === actor.unitId && row.file !== null;
  return (open[row.state] ?? []).filter((verb) => verb === 'cancel' || own);
}

function viewPreview(preview: Preview, choices: Record<string, string>, asked: Asked): PreviewAnswer {
  const { issues, tables } = preview;
  const remarks = asked.code ? issues.shown.filter((issue) => issue.code === asked.code) : issues.shown;
  const lines = preview.lines.filter(
    (line) => (!asked.kind || line.kind === asked.kind) && (!asked.action || line.action === asked.action),
  );
  return {
    tables: tables.map(({ mapping, titles, unit, rows }) => ({ mapping, titles, unit, rows })),
    counts: preview.counts,
    writes: preview.writes,
    issueCounts: { notice: issues.notice, warning: issues.warning, error: issues.error },
    issues: remarks.slice(asked.issuesFrom, asked.issuesFrom + pageSize).map(viewIssue),
    issuesTotal: remarks.length,
    remarks: groupIssues(issues.shown),
    lines: lines
      .slice(asked.linesFrom, asked.linesFrom + pageSize)
      .map((line) => ({ ...line, choice: choices[lineName(line)] ?? null })),
    linesTotal: preview.linesTotal,
    linesFound: lines.length,
    newUnits: preview.newUnits,
  };
}

/** A column of five thousand tidied names is one remark with a count. */
function groupIssues(issues: readonly Issue[]): RemarkAnswer[] {
  const groups = Map.groupBy(issues, ({ severity, code }) => `${severity} ${code}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [{ severity: first.severity, code: first.code, count: group.length, first: viewIssue(first) }]
      : [];
  });
}

function viewIssue(issue: Issue): IssueAnswer {
  const place = issue.sheet ? (issue.cell ? `${issue.sheet}!${issue.cell}` : issue.sheet) : null;
  const { severity, code, change } = issue;
  return {
    severity,
    code,
    message: wordsOf(code, issue.params),
    place,
    change: change ? { before: String(change.before), after: String(change.after) } : null,
  };
}
