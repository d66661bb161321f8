// Resolutions on the list that a cell has already passed: known by number and day in the acts that name them. Their
// sheet can be printed again, and a resolution entered by mistake is taken back whole.
import { sql } from 'kysely';
import { recordWithdrawal } from '../admission/act/correct.store.ts';
import { findUnits, getUnit, type UnitRow } from '../org/unit.store.ts';
import { profile } from '../org/profile.store.ts';
import { wordsOf } from '../platform/answer.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Failure, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { entriesOf } from '../platform/ledger.ts';
import { type DocumentData, streamOf } from '../road/dossier.ts';
import { type Act, actsUpTo, foldDossier, type TakeOver } from '../road/fold.ts';
import { law } from '../road/law.ts';
import { takeBackRoutine } from '../worklist/routine.store.ts';
import { reviewedStages } from './group.ts';
import { reviewRoutine } from './review.ts';
import type { ReviewPage, ReviewSheet, UndoBody, UndoneView } from './view.ts';

interface Named {
  number: string;
  on: string;
}

const reviewSteps = new Set(['list', 'strike']);
const resolutionOf = (act: Act): Named | null => {
  const { number, on } = (act.inputs.resolution ?? {}) as Partial<DocumentData>;
  return number && on ? { number, on } : null;
};
const isOf = (act: Act, { number, on }: Named): boolean => {
  const named = resolutionOf(act);
  return reviewSteps.has(act.step) && named?.number === number && named.on === on;
};

interface CellDossier {
  id: string;
  version: number;
  name: string | null;
  bornOn: string | null;
  acts: Act[];
  takenOver: TakeOver | null;
}

/** Every candidacy this cell ever had, with the acts that stand. */
async function dossiersOf(db: Queryable, unitId: number): Promise<CellDossier[]> {
  const result = await sql<Omit<CellDossier, 'acts' | 'takenOver'>>`
    select dossier.id, dossier.version, person.full_name as name, person.born_on as "bornOn"
    from dossier left join person on person.id = dossier.person_id
    where dossier.unit_id = ${unitId} order by person.sort_key, dossier.id`.execute(db);
  const entries = await entriesOf(
    db,
    result.rows.map(({ id }) => streamOf(id)),
  );
  return result.rows.map((row) => {
    const folded = foldDossier(row.id, entries.get(streamOf(row.id)) ?? []);
    return { ...row, acts: folded?.acts ?? [], takenOver: folded?.takenOver ?? null };
  });
}

const most = 24;

/** The newest resolutions first, with how many came and went. */
export async function heldReviews(db: Queryable, unitId: number): Promise<ReviewPage['held']> {
  const held = new Map<string, ReviewPage['held'][number]>();
  const lineOf = (named: Named) => {
    const key = `${named.on} ${named.number}`;
    const line = held.get(key) ?? { ...named, added: 0, removed: 0, routine: null };
    held.set(key, line);
    return line;
  };
  for (const { acts } of await dossiersOf(db, unitId))
    for (const act of acts.filter(({ step }) => reviewSteps.has(step))) {
      const named = resolutionOf(act);
      if (named) lineOf(named)[act.step === 'list' ? 'added' : 'removed'] += 1;
    }
  for (const { entry, number, on } of await routinesOf(db, unitId)) lineOf({ number, on }).routine = entry;
  return [...held.values()].toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, most);
}

async function routinesOf(db: Queryable, unitId: number): Promise<(Named & { entry: string })[]> {
  const result = await sql<Named & { entry: string }>`
    select routine.entry, ledger.data #>> '{inputs,resolution,number}' as number,
           ledger.data #>> '{inputs,resolution,on}' as "on"
    from routine join ledger on ledger.client_id = routine.entry
    where routine.unit_id = ${unitId} and routine.step = ${reviewRoutine}
      and ledger.data #>> '{inputs,resolution,number}' is not null`.execute(db);
  return result.rows;
}

/** The sheet of one resolution: who came on, who went off and why, who stayed on the list that day. */
export async function readResolution(
  db: Queryable,
  actor: Actor,
  { unit: unitId, ...named }: Named & { unit: number },
): Promise<ReviewSheet> {
  const unit = await getUnit(db, actor, 'fostering.read', unitId);
  const dossiers = await dossiersOf(db, unitId);
  const routines = await routinesOf(db, unitId);
  const known =
    routines.some(({ number, on }) => number === named.number && on === named.on) ||
    dossiers.some(({ acts }) => acts.some((act) => isOf(act, named)));
  if (!known) throw new Missing('access.missing');
  const byStep = (step: string) =>
    dossiers.flatMap((dossier) => {
      const act = dossier.acts.find((one) => one.step === step && isOf(one, named));
      return act ? [personOf(dossier, reasonOf(act))] : [];
    });
  return {
    ...(await headOf(db, unit)),
    ...named,
    added: byStep('list'),
    removed: byStep('strike'),
    kept: dossiers.filter((dossier) => wasKept(dossier, named)).map((dossier) => personOf(dossier, null)),
    watermark: (await profile(db)) === 'C' ? wordsOf('worklist.training') : null,
  };
}

const personOf = ({ name, bornOn }: CellDossier, reason: string | null) => ({
  name: name ?? wordsOf('fostering.erased_name').vi,
  bornOn,
  reason,
});

function reasonOf(act: Act): string | null {
  const input = law()
    .findStep(act.step)
    ?.step.inputs.find(({ id }) => id === 'reason');
  const code = act.inputs.reason;
  return input && typeof code === 'string' ? (law().labelOf(input, code)?.vi ?? null) : null;
}

/** On the list before that day and still on it after: neither put on nor taken off by this resolution. */
function wasKept(dossier: CellDossier, named: Named): boolean {
  if (dossier.acts.some((act) => isOf(act, named))) return false;
  const stage = stageOn(dossier, named.on);
  return stage !== null && stage !== 'nominated' && reviewedStages.includes(stage);
}

/** As judged when it was written; of a case taken over in mid-road as far as is known of that day. */
function stageOn({ acts, takenOver }: CellDossier, day: string): string | null {
  const upTo = actsUpTo(acts, day);
  const recorded = upTo.findLast(({ data }) => data !== null)?.data;
  if (recorded) return recorded.stageAfter;
  if (takenOver && takenOver.on <= day) return takenOver.stage;
  const known = upTo.filter(({ on }) => on !== null && on <= day).map(({ step }) => leadsTo(step));
  return known.findLast((stage) => stage !== null) ?? null;
}

const leadsTo = (step: string): string | null => law().findStep(step)?.step.leads_to[0]?.to ?? null;

async function headOf(
  db: Queryable,
  unit: UnitRow,
): Promise<Pick<ReviewSheet, 'unit' | 'superior' | 'place'>> {
  const above = (unit.path.match(/\d+/g) ?? []).map(Number).slice(0, -1).toReversed();
  const units = await findUnits(db, above);
  const leading = above.map((id) => units.get(id)).find((one) => one && one.kind !== 'sub_committee');
  const place = (leading ?? unit).name.replace(
    /^(Đảng bộ|Đảng ủy|Chi bộ)\s+((phường|xã|thị trấn|đặc khu)\s+)?/iu,
    '',
  );
  return { unit: unit.name, superior: leading?.name ?? null, place };
}

/** Takes a resolution back: each act that nothing was built upon, and the period it covered. */
export async function undoReview(db: Db, actor: Actor, body: UndoBody): Promise<UndoneView> {
  await getUnit(db, actor, 'fostering.read', body.unitId);
  const result: UndoneView = { done: 0, left: [] };
  for (const dossier of await dossiersOf(db, body.unitId)) {
    const act = dossier.acts.find((one) => isOf(one, body));
    if (!act) continue;
    const why = await undoOne(db, actor, { dossier, act, body });
    if (why) result.left.push({ id: dossier.id, name: dossier.name ?? '', why });
    else result.done += 1;
  }
  if (result.left.length === 0) await undoPeriod(db, actor, body);
  return result;
}

interface Undoing {
  dossier: CellDossier;
  act: Act;
  body: UndoBody;
}

async function undoOne(db: Db, actor: Actor, { dossier, act, body }: Undoing) {
  // What came later on the road was judged on this act.
  const later = dossier.acts.slice(dossier.acts.indexOf(act) + 1).filter(({ step }) => !isAside(step));
  if (later.length > 0) return wordsOf('fostering.built_upon', { count: later.length });
  const clientId = derivedId(body.clientId, dossier.id);
  try {
    const at = { id: dossier.id, entry: act.entry };
    await recordWithdrawal(db, actor, at, { clientId, version: dossier.version, reason: body.reason });
    return null;
  } catch (error) {
    if (error instanceof Failure) return wordsOf(error.code, error.params);
    throw error;
  }
}

const isAside = (step: string): boolean => law().findStep(step)?.aside !== null;

async function undoPeriod(db: Db, actor: Actor, body: UndoBody): Promise<void> {
  const routines = await routinesOf(db, body.unitId);
  const covered = routines.find(({ number, on }) => number === body.number && on === body.on);
  if (!covered) return;
  const clientId = derivedId(body.clientId, reviewRoutine);
  // What is said of the unit stands open in the ledger: the words about people stay with the people.
  const reason = wordsOf('fostering.resolution_undone', { number: body.number }).vi;
  await takeBackRoutine(db, actor, covered.entry, { clientId, reason });
}
