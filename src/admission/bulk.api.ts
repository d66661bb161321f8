// Routes for one act on many dossiers: look first, write, take back.
import { z } from 'zod';
import { type Route, route } from '../platform/http.ts';
import { previewBulk, recordBulk, undoBulk } from './act/bulk.store.ts';
import {
  bulkBody,
  bulkDone,
  bulkPreview,
  bulkPreviewBody,
  bulkUndoBody,
  bulkUndone,
} from '../road/bulk-view.ts';

export const bulkRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/dossiers/bulk/preview',
    action: 'dossier.act',
    summary: 'What would become of one act on each of these dossiers; nothing is written.',
    body: bulkPreviewBody,
    response: bulkPreview,
    handler: async ({ db, actor, body }) => previewBulk(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/bulk',
    action: 'dossier.act',
    summary:
      'Takes one step on each of these dossiers that may take it; the others are named with the reason.',
    body: bulkBody,
    response: bulkDone,
    handler: async ({ db, actor, body }) => recordBulk(db, actor, body),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/bulk/:clientId/undo',
    action: 'dossier.correct',
    summary: 'Takes back what was written together, where nothing was built upon it meanwhile.',
    params: z.object({ clientId: z.uuid() }),
    body: bulkUndoBody,
    response: bulkUndone,
    handler: async ({ db, actor, params, body }) => undoBulk(db, actor, params.clientId, body),
  }),
];
