// What a holder changes of the own account: the password, and whether one-time codes are asked. One change goes after the
// other; whoever decided on an account that somebody else has changed meanwhile is told so.
import type { Db, Tx } from '../../platform/db.ts';
import { Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { write } from '../../platform/write/once.ts';
import { closeSessionsOf, hashPassword, passwordMatches } from '../../platform/session.ts';
import { type accountKindsOfEntry, accountEntry, getAccount } from '../account.store.ts';
import { findCommittee } from '../profile.store.ts';

export type Account = Awaited<ReturnType<typeof getAccount>>;

interface Change {
  kind: keyof typeof accountKindsOfEntry;
  data?: Record<string, unknown>;
  /** Of the account as it stands in turn: false where this very change stands already. */
  open: (stands: Account) => boolean | Promise<boolean>;
  make: (tx: Tx) => Promise<void>;
}

/** Accounts without an office keep their log under the committee's province. */
async function change(db: Db, actor: Actor, { kind, data = {}, open, make }: Change): Promise<void> {
  const provinceId = actor.provinceId || ((await findCommittee(db))?.provinceId ?? '');
  const { accountId } = actor;
  const entry = accountEntry(accountId, newId(), kind, data);
  await write(db, { clientId: entry.clientId, accountId, stream: entry.stream }, async (tx) => {
    if (!(await open(await getAccount(tx, accountId)))) return;
    await make(tx);
    await append(tx, { ...actor, provinceId }, [entry]);
  });
}

const changedMeanwhile = (): never => {
  throw new Stale('session.changed_meanwhile');
};

/** The old password was proved against `account`; sessions other than this one end. */
export async function setPassword(
  db: Db,
  actor: Actor,
  account: Account,
  { password, token }: { password: string; token: string },
): Promise<void> {
  const password_hash = await hashPassword(password);
  await change(db, actor, {
    kind: 'account.password_set',
    open: async (stands) => {
      if (stands.password_hash === account.password_hash) return true;
      return (await passwordMatches(stands.password_hash, password)) ? false : changedMeanwhile();
    },
    make: async (tx) => {
      await tx
        .updateTable('account')
        .set({ password_hash, must_change: false })
        .where('id', '=', account.id)
        .execute();
      await closeSessionsOf(tx, account.id, token);
    },
  });
}

/** null: no codes are asked any more. */
export async function setSecret(
  db: Db,
  actor: Actor,
  account: Account,
  totp_secret: string | null,
): Promise<void> {
  await change(db, actor, {
    kind: 'account.code_set',
    data: { on: totp_secret !== null },
    open: (stands) => {
      if (stands.totp_secret === account.totp_secret) return true;
      return stands.totp_secret === totp_secret ? false : changedMeanwhile();
    },
    make: async (tx) => {
      await tx.updateTable('account').set({ totp_secret }).where('id', '=', account.id).execute();
    },
  });
}
