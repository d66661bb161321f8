// Routes of the acts: nominate, take a step, have one judged, correct, withdraw, contest.
import { z } from 'zod';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import { judgeBody as judgeTyped, recordAct } from './act/act.store.ts';
import { recordContest } from './act/contest.store.ts';
import { recordCorrection, recordWithdrawal } from './act/correct.store.ts';
import { bulkRoutes } from './bulk.api.ts';
import { findPlace } from './dossier.store.ts';
import { idParam, readingRoutes } from './dossier.api.ts';
import { recordOpening } from './act/open.store.ts';
import type { Written } from './act/commit.store.ts';
import { readView } from './show/show.store.ts';
import { verdictView } from '../road/verdict-view.ts';
import {
  actBody,
  changedView,
  contestBody,
  correctBody,
  dossierView,
  judgeBody,
  nominateBody,
  withdrawBody,
} from '../road/view.ts';

const entryParam = idParam.extend({ entry: z.uuid() });

/** After its opening was taken back there is no dossier to show. */
async function changed(db: Db, actor: Actor, id: string, { rejudged }: Written) {
  const stands = await findPlace(db, id);
  return { dossier: stands ? await readView(db, actor, id) : null, rejudged };
}

const writingRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/dossiers',
    action: 'dossier.nominate',
    summary: 'Nominates somebody; alike persons are shown first unless `sure` is set.',
    body: nominateBody,
    response: dossierView,
    handler: async ({ db, actor, body }) => readView(db, actor, await recordOpening(db, actor, body)),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/:id/acts',
    action: 'dossier.act',
    summary: 'Takes a step. Refused with the verdict when the law of the day does not allow it.',
    params: idParam,
    body: actBody,
    response: dossierView,
    handler: async ({ db, actor, params, body }) => {
      await recordAct(db, actor, params.id, body);
      return readView(db, actor, params.id);
    },
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/:id/judge',
    action: 'dossier.act',
    summary: 'The verdict on a step as typed so far; nothing is written.',
    params: idParam,
    body: judgeBody,
    response: verdictView,
    handler: async ({ db, actor, params, body }) => judgeTyped(db, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/:id/acts/:entry/correct',
    action: 'dossier.correct',
    summary:
      'Puts another act of the same step in the place of one that stands; later acts are judged again.',
    params: entryParam,
    body: correctBody,
    response: changedView,
    handler: async ({ db, actor, params, body }) =>
      changed(db, actor, params.id, await recordCorrection(db, actor, params, body)),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/:id/acts/:entry/withdraw',
    action: 'dossier.correct',
    summary: 'Withdraws an act with a reason; it stays in the log, later acts are judged again.',
    params: entryParam,
    body: withdrawBody,
    response: changedView,
    handler: async ({ db, actor, params, body }) =>
      changed(db, actor, params.id, await recordWithdrawal(db, actor, params, body)),
  }),
  route({
    method: 'POST',
    url: '/api/dossiers/:id/acts/:entry/contest',
    action: 'dossier.act',
    summary: 'The cell contests an act that was entered on its behalf.',
    params: entryParam,
    body: contestBody,
    response: dossierView,
    handler: async ({ db, actor, params, body }) => {
      await recordContest(db, actor, params, body);
      return readView(db, actor, params.id);
    },
  }),
];

// The paths of the many come before those that take a dossier's id.
export const dossierRoutes: Route[] = [...bulkRoutes, ...readingRoutes, ...writingRoutes];
