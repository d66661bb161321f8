// Every list as a workbook: the same query as the list itself, so the same reach, filters and order. Written to the
// access log before the answer, with counts and filters and never a name.
import { z } from 'zod';
import { law } from '../road/law.ts';
import { listDossiers } from '../admission/list.store.ts';
import { type DossierRow, listQuery } from '../road/view.ts';
import { rollQuery } from '../members/roll.ts';
import { personRows, type RollItem } from '../members/roll.store.ts';
import { profile } from '../org/profile.store.ts';
import { matching } from '../org/unit-tree.ts';
import { listUnits } from '../org/counts/unit-tree.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay, isDay } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { Forbidden } from '../platform/errors.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { catalogues } from './batch/reading/reader.store.ts';
import { roadSheet, rollSheet, type Take, unitSheet } from './export.ts';
import { workbook } from './template.api.ts';
import { type OutSheet, writeWorkbook } from '../workbook/write-xlsx.ts';

const unitQuery = z.object({
  on: z.string().refine(isDay).optional(),
  q: z.string().max(100).optional(),
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

export const exportRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/units.xlsx',
    action: 'unit.read',
    summary:
      'The tree as a workbook, as it stood on a day; the whole reach, or one unit and what is below it',
    query: unitQuery,
    handler: async ({ db, actor, query }) => {
      const take = await takeFor(db, actor, { unit: query.unit, asOf: query.on ?? today() });
      const all = await listUnits(db, actor, take.asOf);
      const top = query.unit ? all.find((item) => item.id === query.unit) : undefined;
      const branch = top ? all.filter((item) => item.path.startsWith(top.path)) : all;
      const shown = matching(branch, query.q ?? '');
      const detail = { unit: query.unit ?? null, on: take.asOf, rows: shown.length };
      await logAccess(db, actor, { action: 'export', subject: 'unit', detail });
      return file(unitSheet(shown, all, take), take);
    },
  }),
  route({
    method: 'GET',
    url: '/api/people.xlsx',
    action: 'person.export',
    summary: 'The roll as a workbook: search, filters and order of the list',
    query: rollQuery,
    handler: async ({ db, actor, query }) => {
      const past = query.on && query.on < today() ? query.on : today();
      const take = await takeFor(db, actor, { unit: query.unit, asOf: past });
      const people: RollItem[] = [];
      for await (const person of personRows(db, actor, query)) people.push(person);
      return file(rollSheet(people, take), take);
    },
  }),
  route({
    method: 'GET',
    url: '/api/dossiers.xlsx',
    action: 'dossier.read',
    summary: 'The list of dossiers as a workbook; needs the right to export persons as well',
    query: listQuery,
    handler: async ({ db, actor, query }) => {
      if (!actor.can.has('person.export')) throw new Forbidden('access.not_this_office');
      const take = await takeFor(db, actor, { unit: query.unit, asOf: today() });
      const { items } = await listDossiers(db, actor, { ...query, cursor: undefined, limit: everything });
      const { stage, phase, late, blocked, open, unit } = query;
      const filters = { unit: unit ?? null, stage: stage ?? null, phase: phase ?? null, late, blocked, open };
      await logAccess(db, actor, {
        action: 'export',
        subject: 'dossier',
        detail: { ...filters, rows: items.length },
      });
      return file(roadSheet(items, stageOf(), take), take);
    },
  }),
];

/** A list of dossiers is one ward's or one province's at most; it is read in one go. */
const everything = 200_000;

async function takeFor(
  db: Db,
  actor: Actor,
  { unit, asOf }: { unit: number | undefined; asOf: Day },
): Promise<Take> {
  const id = unit ?? actor.unitId;
  const named = id === null ? null : await getUnit(db, actor, 'unit.read', id).catch(ownAtLeast(unit));
  return {
    catalogues: catalogues(),
    asOf,
    unitName: named?.name ?? null,
    simulated: (await profile(db)) === 'C',
  };
}

/** A unit asked for must be within reach; that the office's own unit is not (cells in charge) is no fault. */
const ownAtLeast = (unit: number | undefined) => (cause: unknown) => {
  if (unit !== undefined) throw cause;
  return null;
};

/** The stage in words; of a case that ended otherwise than by recognition, the act that ended it. */
function stageOf(): (row: DossierRow) => Message | null {
  const { stages, findStep } = law();
  const labels = new Map(stages.map((stage) => [stage.id, stage.label]));
  return (row) => (row.closedAs && findStep(row.closedAs)?.step.label) || (labels.get(row.stage) ?? null);
}

const file = async (sheet: OutSheet, { asOf }: Take) =>
  workbook(`${sheet.name} ${formatDay(asOf).replaceAll('/', '-')}`, await writeWorkbook([sheet]));
