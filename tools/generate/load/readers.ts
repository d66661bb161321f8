// Who opened which page in the last twelve months: accounts for those who hold an office, and the log of what they looked at. Nobody
// knows the passwords of these accounts; whoever is to sign in gets a slip.
import { sql } from 'kysely';
import { accountEntry } from '../../../src/org/account.store.ts';
import { addMonths, type Day } from '../../../src/platform/day.ts';
import type { Tx } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { AccessLine, OfficeLine } from '../line.ts';
import { caseIdOf, entryIdOf, type Names, personIdOf } from './ids.ts';

export interface Reading {
  offices: readonly OfficeLine[];
  accesses: readonly AccessLine[];
  /** entries of the appointments, in the order of `offices` */
  appointed: readonly NewEntry[];
}

const accountIdOf = (names: Names, personId: string): string => entryIdOf(names, `account/${personId}`);

/** Opens the accounts and writes the log; gives the entries that say so. */
export async function writeReaders(
  tx: Tx,
  { offices, accesses, appointed }: Reading,
  { names, today, hash }: { names: Names; today: Day; hash: string },
): Promise<NewEntry[]> {
  const since = addMonths(today, -12);
  const ids = new Map(appointed.map(({ clientId, stream }) => [clientId, Number(stream.split(':')[1])]));
  const held = offices.flatMap((line) => {
    const officeId = ids.get(entryIdOf(names, `office/${line.id}/${line.fromOn}`));
    const used = line.toOn === null || line.toOn > since;
    return officeId !== undefined && used ? [{ ...line, officeId }] : [];
  });
  const first = new Map(held.map((line) => [line.personId, line]));
  await openAccounts(tx, [...first.values()], { names, hash });
  const officeOf = new Map(held.map((line) => [line.id, line]));
  await writeLog(
    tx,
    accesses.flatMap((line) => logRow(line, officeOf.get(line.officeId), { names, since, today })),
  );
  return [...first.values()].map(({ personId, officeId }) => {
    const id = accountIdOf(names, personId);
    return accountEntry(id, derivedId(id, 'opened'), 'account.opened', { officeId });
  });
}

type Held = OfficeLine & { officeId: number };

async function openAccounts(
  tx: Tx,
  held: readonly Held[],
  { names, hash }: { names: Names; hash: string },
): Promise<void> {
  const rows = held.map(({ personId }) => ({
    id: accountIdOf(names, personId),
    user_name: `cb.${personId.replace('-', '.')}`,
    person_id: personIdOf(names, personId),
  }));
  await sql`
    insert into account (id, user_name, display_name, person_id, password_hash, must_change)
    select r.id, r.user_name, coalesce(person.full_name, r.user_name), r.person_id, ${hash}, true
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, user_name text, person_id uuid)
    left join person on person.id = r.person_id on conflict do nothing`.execute(tx);
}

function logRow(
  { on, at, subject, subjectId }: AccessLine,
  office: Held | undefined,
  { names, since, today }: { names: Names; since: Day; today: Day },
): object[] {
  if (!office || on < since || on > today) return [];
  const clock = new Date(at * 1000).toISOString().slice(11, 19);
  return [
    {
      at: `${on}T${clock}+07:00`,
      account_id: accountIdOf(names, office.personId),
      office_id: office.officeId,
      subject,
      subject_id: subject === 'person' ? personIdOf(names, subjectId) : caseIdOf(names, subjectId),
    },
  ];
}

const writeLog = (tx: Tx, rows: readonly object[]) =>
  sql`
    insert into access_log (at, account_id, office_id, action, subject, subject_id)
    select at, account_id, office_id, 'open', subject, subject_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
         as r(at timestamptz, account_id uuid, office_id int, subject text, subject_id text)
    order by at`.execute(tx);
