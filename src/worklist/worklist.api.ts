// Routes of the work list: reading it, its counts and its sheet; settling a line and putting it back; the private calendar.
import { z } from 'zod';
import { logAccess } from '../platform/audit.ts';
import { type Route, route } from '../platform/http.ts';
import {
  badgeAnswer,
  daysAnswer,
  feedAnswer,
  lineAnswer,
  sheetAnswer,
  waitingAnswer,
  worklistAnswer,
} from './answers.ts';
import { endFeed, findFeed, openFeed, readFeed } from './lines/feed.store.ts';
import { heldAnswer } from './held-answer.store.ts';
import { tellLine } from './item.store.ts';
import { daysQuery, listQuery, sheetQuery } from './list.ts';
import { countDays, countUrgent, findLine, listSettled, listWork, ownWork } from './list.store.ts';
import { routineRoutes } from './routine.api.ts';
import { settleInput, takeBackInput } from './settlement.ts';
import { lineOfEntry, recordSettlement, takeBackSettlement } from './settlement.store.ts';
import { readSheet } from './lines/sheet.store.ts';
import { listWaiting } from './waiting.ts';

const waitedFor = [
  ...ownWork,
  'request',
  'handover',
  'class',
  'survey',
  'review',
  'sourcing_task',
  'document',
  'difficulty',
];

const reading: Route[] = [
  route({
    method: 'GET',
    url: '/api/worklist',
    action: 'worklist.read',
    summary:
      'What is due within reach, in order of due day, with true counts by group and kind of work. Without a group: one’s own.',
    query: listQuery,
    response: worklistAnswer,
    handler: async ({ db, actor, query }) => {
      await logAccess(db, actor, { action: 'list', subject: 'worklist' });
      if (query.group === 'settled') return listSettled(db, actor, query);
      return heldAnswer(db, actor, { name: 'worklist', query, of: ownWork }, () =>
        listWork(db, actor, query),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/worklist/counts',
    action: 'worklist.read',
    summary: 'How many lines of one’s own are overdue, and how many fall due this week.',
    response: badgeAnswer,
    handler: async ({ db, actor }) =>
      heldAnswer(db, actor, { name: 'worklist counts', query: {}, of: ownWork }, () =>
        countUrgent(db, actor),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/worklist/days',
    action: 'worklist.read',
    summary: 'How many lines of one’s own fall due on each day of a range.',
    query: daysQuery,
    response: daysAnswer,
    handler: async ({ db, actor, query }) => countDays(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/worklist/sheet',
    action: 'worklist.read',
    summary: 'Everything open of one unit, for a printed list. The print is logged.',
    query: sheetQuery,
    response: sheetAnswer,
    handler: async ({ db, actor, query }) => {
      const sheet = await readSheet(db, actor, query);
      if (!query.cursor)
        await logAccess(db, actor, { action: 'print', subject: 'worklist', subjectId: String(query.unit) });
      return sheet;
    },
  }),
];

const waiting = route({
  method: 'GET',
  url: '/api/waiting',
  action: 'signed_in',
  summary: 'What waits for an answer of this office without a due day of its own, counted within its reach.',
  response: waitingAnswer,
  handler: async ({ db, actor }) =>
    heldAnswer(db, actor, { name: 'waiting', query: {}, of: waitedFor }, () => listWaiting(db, actor)),
});

const writing: Route[] = [
  route({
    method: 'POST',
    url: '/api/worklist/settlements',
    action: 'worklist.settle',
    summary: 'Takes a line off the list as not applicable or done outside, with reason and day.',
    body: settleInput,
    response: lineAnswer,
    handler: async ({ db, actor, body }) => {
      await recordSettlement(db, actor, body);
      const line = await findLine(db, actor, body);
      return { item: line ? ((await tellLine(db, actor, line)) ?? null) : null };
    },
  }),
  route({
    method: 'POST',
    url: '/api/worklist/settlements/:entry/withdraw',
    action: 'worklist.settle',
    summary: 'Puts a line back that was taken off.',
    params: z.object({ entry: z.uuid() }),
    body: takeBackInput,
    response: lineAnswer,
    handler: async ({ db, actor, params, body }) => {
      await takeBackSettlement(db, actor, params.entry, body);
      const name = await lineOfEntry(db, params.entry);
      const line = name && (await findLine(db, actor, name));
      return { item: line ? ((await tellLine(db, actor, line)) ?? null) : null };
    },
  }),
];

const feed: Route[] = [
  route({
    method: 'GET',
    url: '/api/worklist/feed',
    action: 'worklist.read',
    summary: 'Whether this office has a private calendar address; the address itself is never shown again.',
    response: feedAnswer,
    handler: async ({ db, actor }) => findFeed(db, actor),
  }),
  route({
    method: 'POST',
    url: '/api/worklist/feed',
    action: 'worklist.read',
    summary: 'Makes a private calendar address, shown once; the one before it ends. The making is logged.',
    body: z.object({ clientId: z.uuid().optional() }),
    response: feedAnswer,
    handler: async ({ db, actor }) => {
      const feed = await openFeed(db, actor);
      await logAccess(db, actor, { action: 'export', subject: 'worklist_feed' });
      return feed;
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/worklist/feed',
    action: 'worklist.read',
    summary: 'Ends the private calendar address.',
    response: feedAnswer,
    handler: async ({ db, actor }) => endFeed(db, actor),
  }),
  route({
    method: 'GET',
    url: '/api/feeds/:token',
    action: 'public',
    summary:
      'The calendar of a private address (text/calendar): kind of work, unit and day; no person’s name.',
    params: z.object({ token: z.string().min(20).max(100) }),
    handler: async ({ db, params }) => ({
      download: {
        fileName: 'viec-hom-nay.ics',
        type: 'text/calendar; charset=utf-8',
        body: Buffer.from(await readFeed(db, params.token)),
        inline: true,
      },
    }),
  }),
];

export const worklistRoutes: Route[] = [...reading, waiting, ...writing, ...routineRoutes, ...feed];
