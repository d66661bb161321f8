// The A4 letter of a request, made from the record: who asks whom about how many persons, by when, under which law, and
// the short code by which the answer on paper finds its way back. Printing is written down.
import { chainOn, committeeOf } from '../road/held.ts';
import { readPlaces } from '../admission/dossier.store.ts';
import { may } from '../org/access.ts';
import { profile } from '../org/profile.store.ts';
import { idsOnPath } from '../org/tree.ts';
import { logAccess } from '../platform/audit.ts';
import type { Db } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { law } from '../road/law.ts';
import { regulations } from '../worklist/in-force.ts';
import { letterOf } from './list.store.ts';
import { messages } from './messages.ts';
import { findRow, type Row } from './rows.store.ts';
import type { LetterView } from './view.ts';
import { peopleOf } from './view.store.ts';

export async function readLetter(db: Db, actor: Actor, id: string): Promise<LetterView> {
  const row = await findRow(db, id);
  if (!row || !may(actor, 'verification.act', { path: row.path })) throw new Missing('access.missing');
  await logAccess(db, actor, { action: 'print', subject: 'request', subjectId: id });
  await logAccess(db, actor, {
    action: 'print',
    subject: 'person',
    subjectId: row.personId,
    purpose: 'verification',
  });
  const letter = letterOf(row);
  const person = await db
    .selectFrom('person')
    .select(['full_name as fullName', 'born_on as bornOn', 'sex'])
    .where('id', '=', row.personId)
    .executeTakeFirstOrThrow();
  return {
    code: row.code,
    purpose: row.purpose,
    way: row.way,
    ...(await headOf(db, row)),
    number: letter?.number ?? null,
    on: letter?.on ?? row.sentOn,
    place: row.place,
    person,
    persons: row.persons,
    people: await peopleOf(db, row),
    officer: row.officerName,
    abroad: row.abroad,
    ...ruleOf(row),
    watermark: (await profile(db)) === 'C' ? messages['verification.training'] : null,
  };
}

async function headOf(db: Db, row: Row) {
  const cell = idsOnPath(row.path).at(-1) ?? 0;
  const chain = chainOn(await readPlaces(db, [cell]), cell, row.sentOn);
  const committee = committeeOf(chain)?.name ?? row.committee ?? row.unitName;
  const names = chain.map(({ name }) => name);
  return {
    cell: names[0] ?? row.unitName,
    committee,
    superior: names[names.indexOf(committee) + 1] ?? null,
    seat: committee.replace(/^(Đảng bộ|Đảng ủy|Chi bộ)\s+((phường|xã|thị trấn|đặc khu)\s+)?/iu, ''),
  };
}

/** The limit of the day on which it was sent, with its source. */
function ruleOf({ abroad, sentOn, path, way }: Row): Pick<LetterView, 'limit' | 'law'> {
  const parameter = abroad ? 'verification.reply_abroad' : 'verification.reply';
  const { value, citations } = regulations().inForce(sentOn, { path }).value(parameter);
  const limit = way === 'letter' && typeof value === 'number' ? value : null;
  const titled = citations.map((one) => ({ ...one, title: law().documentOf(one.document)?.title ?? null }));
  return { limit, law: titled };
}
