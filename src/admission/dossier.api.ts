// Routes of the road: lists, one dossier, its sheets, and what a form starts from.
import { z } from 'zod';
import { proposeBallot } from '../meetings/ballot.ts';
import { meetingBodies } from '../meetings/meeting.ts';
import { committeeOn, listMeetings, rollOn } from '../meetings/meeting.store.ts';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import { logAccess } from '../platform/audit.ts';
import { Missing } from '../platform/errors.ts';
import { type Route, route } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import { getCase } from './case.store.ts';
import { listDossiers } from './list.store.ts';
import { nominationCells } from './act/open.store.ts';
import { meetingUnit } from './act/record.store.ts';
import { sheetOf } from './show/sheet.ts';
import { readPage, readView } from './show/show.store.ts';
import { readSealed } from './show/sealed.store.ts';
import { day, dossierList, dossierView, listQuery, rollView, sealedView, cellsView } from '../road/view.ts';
import { sheetView } from '../road/sheet-view.ts';

export const idParam = z.object({ id: z.uuid() });

export const readingRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/dossiers',
    action: 'dossier.read',
    summary: 'Dossiers within reach, with true counts by stage; late and blocked ones can be asked for.',
    query: listQuery,
    response: dossierList,
    handler: async ({ db, actor, query }) => {
      const logged = logAccess(db, actor, { action: 'list', subject: 'dossier' });
      const list = heldAnswer(db, actor, { name: 'dossiers', query }, () => listDossiers(db, actor, query));
      return (await Promise.all([list, logged]))[0];
    },
  }),
  route({
    method: 'GET',
    url: '/api/dossiers/cells',
    action: 'dossier.nominate',
    summary: 'Cells in which this office may nominate somebody.',
    response: cellsView,
    handler: async ({ db, actor }) => ({ items: await nominationCells(db, actor) }),
  }),
  route({
    method: 'GET',
    url: '/api/dossiers/:id',
    action: 'dossier.read',
    summary:
      'One dossier: state, acts with their verdicts, clocks, and the steps open to this reader. The look is logged.',
    params: idParam,
    response: dossierView,
    handler: async ({ db, actor, params }) => {
      const view = await readView(db, actor, params.id, ['dossier.read']);
      await Promise.all([
        logAccess(db, actor, { action: 'open', subject: 'dossier', subjectId: params.id }),
        logAccess(db, actor, { action: 'open', subject: 'person', subjectId: view.person.id }),
      ]);
      return view;
    },
  }),
  route({
    method: 'GET',
    url: '/api/dossiers/:id/sheets/:sheet',
    action: 'dossier.read',
    summary: 'The data of a printed sheet of one act. The print is logged.',
    params: idParam.extend({ sheet: z.string().max(60) }),
    query: z.object({ entry: z.uuid().optional() }),
    response: sheetView,
    handler: async ({ db, actor, params, query }) => {
      const page = await readPage(db, actor, params.id, ['dossier.read']);
      const sheet = sheetOf(page, params.sheet, query.entry ?? null);
      await logAccess(db, actor, { action: 'print', subject: 'dossier', subjectId: params.id });
      await logAccess(db, actor, { action: 'print', subject: 'person', subjectId: page.person.id });
      return sheet;
    },
  }),
  route({
    method: 'GET',
    url: '/api/dossiers/:id/sealed',
    action: 'dossier.sensitive',
    summary: 'Words of class 4 in a dossier; opening them asks for a purpose, which is logged.',
    params: idParam,
    query: z.object({ purpose: z.string().trim().min(5).max(300) }),
    response: sealedView,
    handler: async ({ db, actor, params, query }) => ({
      items: await readSealed(db, actor, params.id, query.purpose),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/dossiers/:id/roll',
    action: 'dossier.act',
    summary:
      'Who would be counted in a vote on a day, as the roll knows it: what the form of a ballot starts from.',
    params: idParam,
    query: z.object({ on: day.optional(), body: z.enum(meetingBodies).default('cell') }),
    response: rollView,
    handler: async ({ db, actor, params, query }) => {
      const on = query.on ?? today();
      const found = await getCase(db, actor, ['dossier.act'], params.id);
      // How many members a cell has is for those who read its roll.
      if (!may(actor, 'person.read', found.place)) throw new Missing('access.missing');
      const unitId = meetingUnit(found, query.body, on);
      const meetings = await listMeetings(db, { unitId, body: query.body, heldOn: on });
      const held = meetings.map(({ id, number, present, base }) => ({ id, number, present, base }));
      if (query.body !== 'cell') {
        const members = await committeeOn(db, unitId, on);
        return {
          on,
          total: members || null,
          base: members || null,
          excluded: {},
          probationers: null,
          exempt: null,
          meetings: held,
        };
      }
      const roll = await rollOn(db, unitId, on);
      return {
        on,
        ...proposeBallot(roll),
        probationers: roll.probationary,
        exempt: roll.exempt,
        meetings: held,
      };
    },
  }),
];
