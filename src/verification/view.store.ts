// One request as its two sides see it: the office that asks with everything, the office asked with the request alone,
// and only while it is open. Whoever opens the names of relatives is written down.
import { sql } from 'kysely';
import { profile } from '../org/profile.store.ts';
import { may } from '../org/access.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { readFields } from '../platform/vault.ts';
import { authorityOver } from '../road/authority.ts';
import { law } from '../road/law.ts';
import { wayOf } from '../road/prepare.ts';
import { replyStep, sendingStep } from '../road/road.ts';
import { z } from 'zod';
import { personsField } from './kin.ts';
import { summaryOf } from './list.store.ts';
import { findRow, readRows, type Row, sortKeys } from './rows.store.ts';
import { personLine, type RequestView } from './view.ts';

export type Side = 'asking' | 'asked';

/** From which side this reader sees it; null = it does not exist for this reader. */
export function sideOf(actor: Actor, row: Row): Side | null {
  if (may(actor, 'verification.read', { path: row.path })) return 'asking';
  return isAddressee(actor, row) && row.status === 'sent' ? 'asked' : null;
}
export const isAddressee = (actor: Actor, { toPath }: Row): boolean =>
  may(actor, 'verification.answer', { path: '', addressedPath: toPath });

export async function getRow(db: Queryable, actor: Actor, id: string): Promise<{ row: Row; side: Side }> {
  const row = await findRow(db, id);
  const side = row && sideOf(actor, row);
  if (!row || !side) throw new Missing('access.missing');
  return { row, side };
}

/** May this office take the step of the road on the dossier? */
export const mayStep = (actor: Actor, path: string, step: string): boolean => {
  const known = law().findStep(step)?.step;
  return known !== undefined && wayOf(known, authorityOver(actor, { path }, known.action)) === 'own';
};

const mayHandle = (actor: Actor, { path }: Row): boolean => may(actor, 'verification.act', { path });

const actsOn: Record<Row['status'], string[]> = {
  sent: ['receive', 'assign', 'answer', 'withdraw', 'letter'],
  needs_more: ['assign', 'resend', 'withdraw', 'letter'],
  confirmed: ['withdraw', 'letter'],
  recorded: ['letter'],
  ended: ['letter'],
};
const stepOf: Record<string, string> = { receive: sendingStep, resend: sendingStep, answer: replyStep };

function canOf(actor: Actor, row: Row, side: Side): string[] {
  const possible = actsOn[row.status].filter(
    (act) => act !== 'receive' || (row.receivedOn === null && row.way === 'letter'),
  );
  if (side === 'asked') return possible.filter((act) => act === 'receive' || act === 'answer');
  if (!mayHandle(actor, row)) return [];
  return possible.filter((act) => {
    const step = stepOf[act];
    if (act === 'withdraw') return may(actor, 'dossier.correct', { path: row.path });
    return step === undefined || mayStep(actor, row.path, step);
  });
}

export async function readRequest(db: Db, actor: Actor, id: string): Promise<RequestView> {
  const { row, side } = await getRow(db, actor, id);
  const people = side === 'asked' || mayHandle(actor, row) ? await peopleOf(db, row) : null;
  const subjects = [
    { subject: 'request', subjectId: id },
    ...(people ? [{ subject: 'person', subjectId: row.personId }] : []),
  ];
  for (const one of subjects)
    await logAccess(db, actor, {
      action: people ? 'open_sensitive' : 'open',
      ...one,
      purpose: 'verification',
    });
  return viewOf(actor, { row, side, people, noted: (await profile(db)) !== 'B' });
}

/** All requests of one dossier, without the names. */
export async function requestsOf(db: Db, actor: Actor, dossier: string): Promise<RequestView[]> {
  const rows = await readRows(db, [sql<boolean>`r.dossier_id = ${dossier}::uuid`], {
    key: sortKeys.open,
    down: false,
    limit: 200,
  });
  const noted = (await profile(db)) !== 'B';
  return rows.map((row) => viewOf(actor, { row, side: 'asking', people: null, noted }));
}

/** Names and relations as they were sent; null where none are kept. */
export async function peopleOf(db: Queryable, row: Row): Promise<RequestView['people']> {
  const field = personsField(row.entry);
  const kept = (await readFields(db, row.personId, [field])).get(field);
  return kept ? z.array(personLine).parse(JSON.parse(kept)) : null;
}

interface Seen {
  row: Row;
  side: Side;
  people: RequestView['people'];
  noted: boolean;
}

function viewOf(actor: Actor, { row, side, people, noted }: Seen): RequestView {
  const asking = side === 'asking';
  return {
    ...summaryOf(row, !asking),
    version: row.version,
    dossierId: asking ? row.dossierId : null,
    bornOn: row.bornOn,
    abroad: row.abroad,
    as: side,
    people,
    officer: asking && row.officerId ? { id: row.officerId, name: row.officerName } : null,
    addressee: row.toUnitId && row.toUnitName ? { id: row.toUnitId, name: row.toUnitName } : null,
    ...(asking ? answerOf(row) : { result: null, reply: null, answeredHere: null, inDossier: null }),
    can: canOf(actor, row, side),
    noted,
    today: today(),
  };
}

function answerOf(row: Row): Pick<RequestView, 'result' | 'reply' | 'answeredHere' | 'inDossier'> {
  const { replyNumber: number, replyOn: on, replyBy: by, state } = row;
  return {
    result: state === 'sent' ? null : state,
    reply: number || on || by ? { number, on, by } : null,
    answeredHere: row.answeredHere,
    inDossier: state === 'sent' ? null : row.replyAct !== null,
  };
}
