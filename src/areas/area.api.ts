// Routes of places and programmes.
import { z } from 'zod';
import type { Db } from '../platform/db.ts';
import { type Actor, route, type Route } from '../platform/http.ts';
import * as places from './area.store.ts';
import { viewAreas } from './overview.store.ts';
import * as programmes from './programme.store.ts';
import {
  amendBody,
  areasView,
  areaView,
  backBody,
  beginBody,
  dayQuery,
  endBody,
  endVillageBody,
  idParam,
  leaveBody,
  made,
  markBody,
  meetsBody,
  partsBody,
  plainBody,
  programmesView,
  programmeView,
  unitDayQuery,
  unitParam,
  unmarkBody,
  villageBody,
} from './view.ts';

const [read, write] = ['unit.read', 'unit.write'];

const readRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/areas',
    action: read,
    summary:
      'Marks and villages below a unit on a day, and how many villages had a cell of their own by year.',
    query: unitDayQuery,
    response: areasView,
    handler: ({ db, actor, query }) => viewAreas(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/areas/:unit',
    action: read,
    summary: 'The place of one unit: its marks, those of the units above, its villages and where each meets.',
    params: unitParam,
    query: dayQuery,
    response: areaView,
    handler: ({ db, actor, params, query }) =>
      places.viewArea(db, actor, { unitId: params.unit, on: query.on }),
  }),
  route({
    method: 'GET',
    url: '/api/programmes',
    action: read,
    summary: 'Programmes that concern the unit, with how many units stand where.',
    query: unitDayQuery.pick({ unit: true }),
    response: programmesView,
    handler: ({ db, actor, query }) => programmes.listProgrammes(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/programmes/:id',
    action: read,
    summary: 'One programme with the units that take part.',
    params: idParam,
    response: programmeView,
    handler: ({ db, actor, params }) => programmes.viewProgramme(db, actor, params.id),
  }),
];

interface Write<B extends z.ZodType, About> {
  summary: string;
  body: B;
  act: (db: Db, actor: Actor, said: z.output<B> & About) => Promise<void>;
}

/** A write on the place of a unit answers with the place as it is then. */
function placeRoute<B extends z.ZodType>(
  part: string,
  { summary, body, act }: Write<B, { unitId: number }>,
): Route {
  return route({
    method: 'POST',
    url: `/api/areas/:unit/${part}`,
    action: write,
    summary,
    params: unitParam,
    body,
    response: areaView,
    handler: async ({ db, actor, params, body: said }) => {
      await act(db, actor, Object.assign(said as z.output<B> & object, { unitId: params.unit }));
      return places.viewArea(db, actor, { unitId: params.unit });
    },
  });
}

const placeRoutes: Route[] = [
  placeRoute('marks', {
    summary: 'The unit carries a mark from a day on.',
    body: markBody,
    act: places.markUnit,
  }),
  placeRoute('unmark', { summary: 'It no longer carries it.', body: unmarkBody, act: places.unmarkUnit }),
  placeRoute('villages', {
    summary: 'Puts a village on the list, or gives one on it another name.',
    body: villageBody,
    act: places.listVillage,
  }),
  placeRoute('meets', {
    summary: 'In which cell the members of a village meet from a day on, and how many live there.',
    body: meetsBody,
    act: places.tellMeets,
  }),
  placeRoute('villages/end', {
    summary: 'The village is no longer there.',
    body: endVillageBody,
    act: places.endVillage,
  }),
  placeRoute('withdraw', {
    summary: 'Takes back something said by mistake.',
    body: backBody,
    act: places.takeBack,
  }),
];

function programmeRoute<B extends z.ZodType>(
  part: string,
  { summary, body, act }: Write<B, { id: string }>,
): Route {
  return route({
    method: 'POST',
    url: `/api/programmes/:id/${part}`,
    action: write,
    summary,
    params: idParam,
    body,
    response: programmeView,
    handler: async ({ db, actor, params, body: said }) => {
      await act(db, actor, Object.assign(said as z.output<B> & object, { id: params.id }));
      return programmes.viewProgramme(db, actor, params.id);
    },
  });
}

const programmeRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/programmes',
    action: write,
    summary: 'A committee begins a programme.',
    body: beginBody,
    response: made,
    handler: ({ db, actor, body }) => programmes.beginProgramme(db, actor, body),
  }),
  programmeRoute('amend', {
    summary: 'The same programme with other facts.',
    body: amendBody,
    act: programmes.amendProgramme,
  }),
  programmeRoute('units', {
    summary: 'Units take part, or have come further.',
    body: partsBody,
    act: programmes.tellParts,
  }),
  programmeRoute('leave', {
    summary: 'A unit was put in by mistake.',
    body: leaveBody,
    act: programmes.leaveProgramme,
  }),
  programmeRoute('end', { summary: 'It is over.', body: endBody, act: programmes.endProgramme }),
  route({
    method: 'POST',
    url: '/api/programmes/:id/withdraw',
    action: write,
    summary: 'Begun by mistake, while no unit takes part.',
    params: idParam,
    body: plainBody,
    response: z.object({ gone: z.literal(true) }),
    handler: async ({ db, actor, params, body }) => {
      await programmes.withdrawProgramme(db, actor, { ...body, id: params.id });
      return { gone: true as const };
    },
  }),
];

export const areaRoutes: Route[] = [...readRoutes, ...placeRoutes, ...programmeRoutes];
