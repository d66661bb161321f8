// Everything the page of one unit shows, as far as its reader may see it.
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf } from '../platform/ledger.ts';
import { bothLanguages } from '../platform/messages.ts';
import { allowedOn, may } from './access.ts';
import type { UnitView } from './answers.ts';
import { messages } from './messages.ts';
import { listOffices } from './office.store.ts';
import { idsOnPath } from './tree.ts';
import { type Decision, foldUnit, unitHistory } from './unit.ts';
import { sameNamed } from './unit-acts.ts';
import { countUnit, listUnits } from './counts/unit-tree.store.ts';
import { findUnits, getUnit, type UnitRow } from './unit.store.ts';
import { childrenOf } from './unit-write.store.ts';

const actions = [
  'unit.write',
  'office.read',
  'office.write',
  'person.read',
  'person.write',
  'dossier.read',
  'dossier.nominate',
];

export async function viewUnit(db: Queryable, actor: Actor, id: number): Promise<UnitView> {
  const unit = await getUnit(db, actor, 'unit.read', id);
  const stream = `unit:${id}`;
  const entries = (await entriesOf(db, [stream])).get(stream) ?? [];
  const history = unitHistory(entries);
  const places = foldUnit(id, entries)?.places ?? [];
  const line = idsOnPath(unit.path).slice(0, -1);
  const pointed = [...history.map((item) => otherOf(item.data)), ...places.map((place) => place.parentId)];
  const near = await findUnits(db, [...new Set([...line, ...pointed.filter((n) => n !== null)])]);
  const writers = await namesOf(db, [...new Set(history.map((item) => item.recordedBy))]);
  const below = await listUnits(db, actor, today(), unit.path);
  return {
    ...unit,
    above: line.flatMap((number) => {
      const row = near.get(number);
      return row
        ? [{ id: row.id, name: row.name, kind: row.kind, open: may(actor, 'unit.read', { path: row.path }) }]
        : [];
    }),
    places: places.map((place) => ({ ...place, parentName: near.get(place.parentId ?? 0)?.name ?? null })),
    counts: await countUnit(db, actor, unit, today()),
    children: below.filter((item) => item.parentId === id),
    offices: may(actor, 'office.read', { path: unit.path })
      ? await listOffices(db, actor, { unitId: id })
      : null,
    history: history.map((item) => {
      const other = near.get(otherOf(item.data) ?? 0);
      return {
        ...item,
        recordedBy: writers.get(item.recordedBy) ?? '',
        decision: (item.data.decision as Decision | null | undefined) ?? null,
        other: other ? { id: other.id, name: other.name } : null,
      };
    }),
    warnings: await warningsOf(db, actor, unit),
    can: allowedOn(actor, { path: unit.path }, actions),
  };
}

const otherOf = (data: Record<string, unknown>): number | null =>
  (data.parentId as number | null | undefined) ?? (data.intoId as number | null | undefined) ?? null;

async function namesOf(db: Queryable, accounts: string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('id', 'in', accounts)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** Of a sibling out of reach nothing is said, not even that its name reads the same. */
async function warningsOf(db: Queryable, actor: Actor, unit: UnitRow): Promise<UnitView['warnings']> {
  if (unit.parentId === null || unit.endedOn) return [];
  const beside = unit.path.replace(/\d+\/$/, '');
  const siblings = (await childrenOf(db, unit.parentId)).filter(
    ({ id }) => id !== unit.id && may(actor, 'unit.read', { path: `${beside}${id}/` }),
  );
  const code = 'org.same_name';
  return sameNamed(unit.name, siblings).map(() => ({
    code,
    message: bothLanguages(messages[code], { name: unit.name }),
  }));
}
