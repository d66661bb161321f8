// What the routes for one act on many dossiers answer and accept.
import { z } from 'zod';
import { uuid } from './noted-view.ts';
import { messageView, verdictView } from './verdict-view.ts';
import { consent, judgeBody, reason } from './view.ts';

const clientId = uuid;
export const bulkPreviewBody = judgeBody.extend({
  ids: z.array(uuid).min(1).max(500),
  /** versions the writer has seen; a dossier that has changed since is left out */
  versions: z.record(uuid, z.int()).optional(),
  consent: consent.nullish(),
});
export const bulkBody = bulkPreviewBody.extend({ clientId });
export const bulkUndoBody = z.object({ clientId, reason });
const bulkItem = z.object({
  id: uuid,
  name: z.string(),
  outcome: verdictView.shape.outcome,
  /** what speaks against it; null where nothing does */
  why: messageView.nullable(),
});
export const bulkPreview = z.object({ items: z.array(bulkItem) });
export const bulkDone = z.object({ done: z.array(uuid), left: z.array(bulkItem) });
export const bulkUndone = z.object({ undone: z.array(uuid), left: z.array(bulkItem) });

export type BulkPreviewBody = z.infer<typeof bulkPreviewBody>;
export type BulkBody = z.infer<typeof bulkBody>;
export type BulkItem = z.infer<typeof bulkItem>;
export type BulkPreview = z.infer<typeof bulkPreview>;
export type BulkDone = z.infer<typeof bulkDone>;
export type BulkUndone = z.infer<typeof bulkUndone>;
