// The access log: opening a person or a dossier, an export, a search by number. Written before the answer.
import { sql } from 'kysely';
import type { Generated, JsonValue, Queryable } from './db.ts';
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

export async function logAccess(db: Queryable, actor: Actor, access: Access): Promise<void> {
  await db
    .insertInto('access_log')
    .values({
      account_id: actor.accountId,
      office_id: actor.officeId,
      action: access.action,
      subject: access.subject,
      subject_id: access.subjectId ?? null,
      purpose: access.purpose ?? null,
      detail: access.detail ? sql<JsonValue>`${JSON.stringify(access.detail)}::jsonb` : null,
    })
    .execute();
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
