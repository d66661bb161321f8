// The access log: opening a person or a dossier, an export, a search by number. Written before the answer; those who
// come at the same time are written together, each waiting until its own line is safe on the disk.
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { Db, Generated, JsonValue, Queryable } from './db.ts';
import type { Actor } from './http.ts';

declare module './db.ts' {
  interface Tables {
    access_log: {
      id: Generated<number>;
      at: Generated<string>;
      account_id: string;
      office_id: number | null;
      action: string;
      subject: string;
      subject_id: string | null;
      purpose: string | null;
      detail: JsonValue | null;
    };
  }
}

export interface Access {
  action: 'open' | 'open_sensitive' | 'list' | 'export' | 'search_number' | 'print';
  subject: string;
  subjectId?: string;
  purpose?: string;
  /** counts and filters; never names */
  detail?: Record<string, JsonValue>;
}

interface Line {
  account_id: string;
  office_id: number | null;
  action: string;
  subject: string;
  subject_id: string | null;
  purpose: string | null;
  detail: Record<string, JsonValue> | null;
}

export async function logAccess(db: Queryable, actor: Actor, access: Access): Promise<void> {
  const line: Line = {
    account_id: actor.accountId,
    office_id: actor.officeId,
    action: access.action,
    subject: access.subject,
    subject_id: access.subjectId ?? null,
    purpose: access.purpose ?? null,
    detail: access.detail ?? null,
  };
  await (db.isTransaction ? insert(db, [line]) : together(db as Db, line));
}

interface Batch {
  lines: Line[];
  written: Promise<void>;
}
/** Per database the lines that wait while others are being written. */
const waiting = new WeakMap<Db, Batch>();
const writing = new WeakMap<Db, Promise<void>>();

async function together(db: Db, line: Line): Promise<void> {
  const open = waiting.get(db);
  if (open) {
    open.lines.push(line);
    const at = open.lines.length - 1;
    return open.written.catch((failure) => alone(db, { open, at, failure }));
  }
  const lines = [line];
  const batch: Batch = { lines, written: (writing.get(db) ?? setImmediate()).then(() => write(db, lines)) };
  waiting.set(db, batch);
  return batch.written.catch((failure) => alone(db, { open: batch, at: 0, failure }));
}

async function write(db: Db, lines: Line[]): Promise<void> {
  waiting.delete(db);
  const inserted = insert(db, lines);
  const settled = inserted.catch(() => undefined);
  writing.set(db, settled);
  await inserted;
  if (writing.get(db) === settled) writing.delete(db);
}

/** A line that the database refuses must not take those of others with it. */
async function alone(
  db: Db,
  { open, at, failure }: { open: Batch; at: number; failure: unknown },
): Promise<void> {
  if (open.lines.length === 1) throw failure;
  await insert(db, [open.lines[at] as Line]);
}

async function insert(db: Queryable, lines: readonly Line[]): Promise<void> {
  await sql`
    insert into access_log (account_id, office_id, action, subject, subject_id, purpose, detail)
    select account_id, office_id, action, subject, subject_id, purpose, detail
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(account_id uuid, office_id int, action text,
         subject text, subject_id text, purpose text, detail jsonb)`.execute(db);
}

export interface AccessLine {
  at: string;
  displayName: string;
  office: number | null;
  action: string;
  purpose: string | null;
}

/** Who read one record, newest first. */
export async function accessesOf(db: Queryable, subject: string, subjectId: string): Promise<AccessLine[]> {
  const rows = await db
    .selectFrom('access_log')
    .innerJoin('account', 'account.id', 'access_log.account_id')
    .select(['at', 'display_name', 'office_id', 'action', 'purpose'])
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('access_log.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    displayName: row.display_name,
    office: row.office_id,
    action: row.action,
    purpose: row.purpose,
  }));
}
