// The people a helper follows, for the phone: since when, which monthly notes are missing, which tasks are open, with
// the words that the helper wrote or was given.
import { sql } from 'kysely';
import { profile } from '../org/profile.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { readFields } from '../platform/vault.ts';
import { textField } from '../road/dossier.ts';
import { missingMonths } from './charge.ts';
import { helpedStages } from './group.ts';
import { all, reached } from './listing.store.ts';
import type { MyCharge, MyCharges, TaskView } from './view.ts';

interface Row {
  id: string;
  personId: string;
  name: string;
  unitName: string;
  stage: string;
  since: string | null;
  lastTouchOn: string | null;
  pausedOn: string | null;
}

/** Months shown and asked for on a phone. */
const mostMonths = 12;

export async function readCharges(db: Db, actor: Actor): Promise<MyCharges> {
  const me = actor.personId;
  const rows = me ? await rowsOf(db, actor, me) : [];
  const ids = rows.map(({ id }) => id);
  const [notes, tasks] = [await notesOf(db, ids), await tasksOf(db, ids)];
  const items: MyCharge[] = [];
  for (const row of rows) {
    const own = { notes: notes.get(row.id) ?? [], tasks: tasks.get(row.id) ?? [] };
    items.push(itemOf(row, own, await readFields(db, row.personId, wordsNamed(own, me))));
  }
  return {
    me: me ? { id: me, name: actor.displayName } : null,
    items,
    profile: await profile(db),
    today: today(),
  };
}

async function rowsOf(db: Queryable, actor: Actor, me: string): Promise<Row[]> {
  const list = [
    reached(actor, 'dossier.read'),
    sql<boolean>`dossier.helper_id = ${me}::uuid`,
    sql<boolean>`dossier.closed_as is null`,
    sql<boolean>`dossier.stage = any(${helpedStages})`,
  ];
  const result = await sql<Row>`
    select dossier.id, dossier.person_id as "personId", person.full_name as name, unit.name as "unitName",
           dossier.stage, dossier.last_touch_on as "lastTouchOn", dossier.paused_on as "pausedOn",
           (select from_on from charge where charge.dossier_id = dossier.id order by nth desc limit 1) as since
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where ${all(list)} order by person.sort_key, dossier.id`.execute(db);
  return result.rows;
}

interface NoteRow {
  id: string;
  entry: string;
  month: string;
  helperId: string | null;
  state: string | null;
  notedOn: string | null;
}
type TaskRow = Omit<TaskView, 'words' | 'late'> & { id: string };

async function notesOf(db: Queryable, ids: string[]): Promise<Map<string, NoteRow[]>> {
  const result = await sql<NoteRow>`
    select dossier_id as id, entry, month, helper_id as "helperId", state, noted_on as "notedOn" from charge_note
    where dossier_id = any(${ids}::uuid[]) order by month desc, noted_on desc`.execute(db);
  return Map.groupBy(result.rows, ({ id }) => id);
}

async function tasksOf(db: Queryable, ids: string[]): Promise<Map<string, TaskRow[]>> {
  const result = await sql<TaskRow>`
    select dossier_id as id, entry, given_on as "givenOn", until_on as "untilOn", kind, result, done_on as "doneOn"
    from candidate_task where dossier_id = any(${ids}::uuid[])
    order by result is not null, given_on desc`.execute(db);
  return Map.groupBy(result.rows, ({ id }) => id);
}

interface Own {
  notes: NoteRow[];
  tasks: TaskRow[];
}

/** A task's words are class 2, a note's class 3 (regulations/procedures/fostering.yaml). */
const noteWords = (entry: string, input: string) => textField(entry, input, 3);
const taskWords = (entry: string) => textField(entry, 'task', 2);
const shownNotes = 6;

/** Words of one's own notes: what another helper wrote in confidence stays with the cell. */
function wordsNamed({ notes, tasks }: Own, me: string | null): string[] {
  const named = notes
    .slice(0, shownNotes)
    .filter(({ helperId }) => helperId === me)
    .flatMap(({ entry }) => [noteWords(entry, 'did'), noteWords(entry, 'needs')]);
  return [...named, ...tasks.map(({ entry }) => taskWords(entry))];
}

function itemOf(row: Row, { notes, tasks }: Own, words: ReadonlyMap<string, string>): MyCharge {
  const { personId: _personId, ...shown } = row;
  const months = notes.map(({ month }) => month);
  return {
    ...shown,
    missing: missingMonths({ since: row.since, pausedOn: row.pausedOn, months }, today(), mostMonths),
    notes: notes.slice(0, shownNotes).map(({ entry, month, state, notedOn }) => ({
      month,
      state,
      notedOn,
      did: words.get(noteWords(entry, 'did')) ?? null,
      needs: words.get(noteWords(entry, 'needs')) ?? null,
    })),
    tasks: tasks.map(({ id: _id, ...task }) => ({
      ...task,
      words: words.get(taskWords(task.entry)) ?? null,
      late: task.result === null && task.untilOn !== null && task.untilOn < today(),
    })),
    mayNote: row.pausedOn === null,
  };
}
