// The model of an installation as of a day: fitted from everything that happened until then, held by the process, and
// fitted anew behind the answers when candidacies were written since. Open candidacies and what is done are never held.
import { sql } from 'kysely';
import { treeOn } from '../org/tree.store.ts';
import type { Day } from '../platform/day.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { law } from '../road/law.ts';
import { behind, breath, breathing } from '../platform/behind/breathe.ts';
import { gather, type Model, type Passage, type PastTarget, type Paths } from './history.ts';
import { preparing } from './outlook.ts';

/** Targets of years that had ended by a day; the room of plans keeps them. */
type TargetReader = (db: Db, on: Day) => Promise<PastTarget[]>;
let pastTargets: TargetReader = () => Promise.resolve([]);
export function usePastTargets(reader: TargetReader): void {
  pastTargets = reader;
}

interface Held {
  model: Promise<Model>;
  /** writes seen when its reading began */
  written: number;
  madeAt: number;
  tookMs: number;
  renewing: boolean;
}
interface Kept {
  written: number;
  /** the same, with what moves the way ahead of open cases only */
  aheadWritten: number;
  /** the tree changed: places of units are part of a model */
  models: Map<Day, Held>;
}

const kept = new WeakMap<Db, Kept>();
const keptFor = (db: Db): Kept => {
  const known = kept.get(db) ?? { written: 0, aheadWritten: 0, models: new Map() };
  kept.set(db, known);
  return known;
};

/** A fit this quick is made anew before the answer; a longer one at most so often, behind the answers. */
const quickMs = 250;
const renewEveryMs = 300_000;
const modelsHeld = 4;
const touching = ['unit', 'person', 'dossier', 'batch', 'target', 'plan'];
const aheadOnly = ['class', 'request', 'kin'];

/** To be told after every write. */
export function forecastWritten(db: Db, prefixes: ReadonlySet<string>): void {
  const held = keptFor(db);
  const isTouched = touching.some((prefix) => prefixes.has(prefix));
  if (isTouched) held.written += 1;
  if (isTouched || aheadOnly.some((prefix) => prefixes.has(prefix))) held.aheadWritten += 1;
}
/** Writes so far after which the way ahead of an open case may be another. */
export const aheadWrittenOf = (db: Db): number => keptFor(db).aheadWritten;

/** What the installation teaches about any day until `on`, with the way of every unit of that day. */
export async function modelOn(db: Db, on: Day): Promise<Model> {
  const held = keptFor(db);
  const found = held.models.get(on);
  if (found && !isOld(found, held)) return found.model;
  if (found && found.tookMs > quickMs) {
    renew(db, on, found);
    return found.model;
  }
  return begin(db, on).model;
}

const isOld = ({ written }: Held, { written: now }: Kept): boolean => written !== now;

/** Nobody waits for it: the next question finds the new one. */
function renew(db: Db, on: Day, old: Held): void {
  if (old.renewing || Date.now() - old.madeAt < renewEveryMs) return;
  old.renewing = true;
  const fresh = behind(() => heldOf(db, on));
  fresh.model.then(
    () => keep(db, on, fresh),
    () => (old.renewing = false),
  );
}

function begin(db: Db, on: Day): Held {
  const fresh = heldOf(db, on);
  keep(db, on, fresh);
  // A database that is away for a moment is asked again.
  fresh.model.catch(() => keptFor(db).models.get(on) === fresh && keptFor(db).models.delete(on));
  return fresh;
}

function heldOf(db: Db, on: Day): Held {
  const began = Date.now();
  const held: Held = {
    model: fit(db, on),
    written: keptFor(db).written,
    madeAt: began,
    tookMs: 0,
    renewing: false,
  };
  held.model.then(
    () => (held.tookMs = Date.now() - began),
    () => undefined,
  );
  return held;
}

function keep(db: Db, on: Day, held: Held): void {
  const { models } = keptFor(db);
  models.delete(on);
  models.set(on, held);
  for (const oldest of [...models.keys()].slice(0, Math.max(0, models.size - modelsHeld)))
    models.delete(oldest);
}

/** Stages before the ceremony, in the order of the regulations. */
export function roadStages(): string[] {
  const stages = law().stages.map(({ id }) => id);
  return stages.slice(0, stages.indexOf('admitted'));
}

async function fit(db: Db, on: Day): Promise<Model> {
  const targets = await pastTargets(db, on);
  const gathered = gather({ until: on, paths: await pathsOn(db, on), stages: roadStages(), targets });
  for await (const portion of portions(db, on)) {
    gathered.add(portion);
    await breath();
  }
  return breathing(gathered.laying());
}

/** Prepares the answers for one period, so that each unit can then be asked at once. */
export async function prepared(db: Db, on: Day, until: Day): Promise<Model> {
  const model = await modelOn(db, on);
  await breathing(preparing(model, on, until));
  return model;
}

/** Every unit there ever was by that day, with the line of those above it. */
async function pathsOn(db: Db, on: Day): Promise<Paths> {
  const tree = await treeOn(db, on, { keepEndedSince: '0001-01-01' });
  return new Map(tree.nodes.map(({ id, path }) => [id, path.split('/').filter(Boolean).map(Number)]));
}

const portion = 8_000;
type Numbered = Passage & { nth: number };

/** Passages until that day by case, in portions: whole cases are not kept together, the gathering sorts them out. */
async function* portions(db: Queryable, on: Day): AsyncGenerator<Passage[]> {
  let after = { caseId: '00000000-0000-0000-0000-000000000000', nth: 0 };
  for (;;) {
    const { rows } = await sql<Numbered>`
      select dossier_id as "caseId", nth, unit_id as "unitId", stage, on_day as "on" from stat_passage
      where on_day <= ${on} and (dossier_id, nth) > (${after.caseId}::uuid, ${after.nth})
      order by dossier_id, nth limit ${portion}`.execute(db);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < portion) return;
    after = { caseId: last.caseId, nth: last.nth };
  }
}
