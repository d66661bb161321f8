// The tables of this room as queries see them.
import type { CaseKind } from '../worklist/due.ts';
import type { Generated } from '../platform/db.ts';

export type NoticeKind = 'lead' | 'late' | 'escalation' | 'sent';
export type MailState = 'waiting' | 'sent' | 'past' | 'given_up';

interface OfLine {
  case_kind: CaseKind;
  case_id: string;
  clock: string;
  part: string;
  step: string;
  unit_id: number;
  starts_on: string;
  due_on: string | null;
}

declare module '../platform/db.ts' {
  interface Tables {
    notice: OfLine & {
      id: string;
      key: string;
      kind: NoticeKind;
      office_id: number;
      lead: number | null;
      reminder_id: string | null;
      made_on: string;
      made_at: Generated<string>;
      read_at: string | null;
      read_by: string | null;
    };
    mail: {
      notice_id: string;
      account_id: string;
      state: Generated<MailState>;
      tries: Generated<number>;
      next_at: Generated<string>;
      sent_at: string | null;
      failure: string | null;
    };
    reminder: OfLine & {
      id: string;
      entry: string;
      province_id: string;
      office_id: number | null;
      person_id: string | null;
      ground: string | null;
      document_number: string | null;
      document_on: string | null;
      document_by: string | null;
      sent_on: string;
      recorded_by: string;
      recorded_at: string;
    };
  }
}

/** Notices are written beside the ledger: those that fall due, and that somebody opened one. */
export const noticeSource = 'notice';
