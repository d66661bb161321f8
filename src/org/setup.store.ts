// The first hour of an installation: the committee at the top of the tree, its superior by name, the administrator
// with office and account, the profile. It happens once; whoever comes second finds it done.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Db, JsonValue, Tx } from '../platform/db.ts';
import { Forbidden, Invalid } from '../platform/errors.ts';
import { derivedId, newId } from '../platform/ids.ts';
import { append, type Recorder } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import { checkPassword, hashPassword, userNameOf } from '../platform/session.ts';
import { accessTable } from './access.ts';
import { accountEntry } from './account.store.ts';
import type { Profile } from './answers.ts';
import { appointedEntry, decideOffice } from './office.ts';
import { takeOfficeIds } from './office.store.ts';
import { enterHolder } from './office-write.store.ts';
import { findOfficeKind, findUnitKind, parentKinds } from './organisation.ts';
import { writeSetting } from './profile.store.ts';
import { decideDay } from './unit-acts.ts';
import { prepareUnits, type UnitDraft } from './unit.store.ts';

export interface SetUp {
  clientId?: string | undefined;
  committee: {
    name: string;
    kind: string;
    provinceId: string;
    foundedOn?: string | null | undefined;
    superiorName?: string | null | undefined;
    superiorKind?: string | null | undefined;
  };
  profile: Profile;
  /** values that no text gives and that the committee has decided */
  rules?: readonly FirstRule[] | undefined;
  administrator: { userName: string; password: string; displayName: string };
}
export interface SetUpResult {
  unitId: number;
  accountId: string;
  officeId: number;
}

export interface FirstRule {
  parameter: string;
  value: number;
  document: { number: string; on: string };
}
/** Lays them over the regulations; handed in at start by the room that keeps them. */
export interface FirstRules {
  lay(
    tx: Tx,
    by: Recorder,
    first: { clientId: string; unitId: number; rules: readonly FirstRule[] },
  ): Promise<void>;
  /** after the set-up stands: they are in force from the next question on */
  hold(db: Db): Promise<void>;
}
let firstRules: FirstRules | null = null;
export function useFirstRules(keeper: FirstRules): void {
  firstRules = keeper;
}

export async function setUp(db: Db, input: SetUp): Promise<SetUpResult> {
  const userName = userNameOf(input.administrator.userName);
  if (userName.length < 3) throw new Invalid('setup.user_name');
  checkPassword(input.administrator.password, userName, null);
  decideCommittee(input.committee);
  const { rules = [] } = input;
  const hash = await hashPassword(input.administrator.password);
  const result = await transact(db, async (tx) => {
    await claim(tx);
    const accountId = newId();
    const by: Recorder = { accountId, officeId: null, provinceId: input.committee.provinceId };
    const clientId = input.clientId ?? newId();
    const unitId = await foundCommittee(tx, by, input.committee, clientId);
    const personId = newId();
    const { displayName } = input.administrator;
    await enterHolder(tx, by, {
      clientId: derivedId(clientId, 'holder'),
      personId,
      fullName: displayName,
      unitId,
    });
    const officeId = await appointAdministrator(tx, by, { clientId, unitId, personId });
    const account = { id: accountId, user_name: userName, display_name: displayName, person_id: personId };
    await tx
      .insertInto('account')
      .values({ ...account, password_hash: hash, must_change: false })
      .execute();
    await append(tx, by, [
      accountEntry(accountId, derivedId(clientId, 'account'), 'account.opened', { officeId }),
    ]);
    await writeSetting(tx, 'profile', input.profile);
    await writeSetting(tx, 'committee', { unitId, provinceId: input.committee.provinceId, setUpOn: today() });
    if (rules.length > 0) await keeperOfRules().lay(tx, by, { clientId, unitId, rules });
    return { unitId, accountId, officeId };
  });
  if (rules.length > 0) await keeperOfRules().hold(db);
  return result;
}

function keeperOfRules(): FirstRules {
  if (!firstRules) throw new Error('no keeper of the first rules');
  return firstRules;
}

/**
 * The row itself is the lock: a second set-up waits for the first and then finds it taken. The day is known at once:
 * the units founded next ask since when records are kept.
 */
async function claim(tx: Tx): Promise<void> {
  const result = await tx
    .insertInto('setting')
    .values({ key: 'committee', value: sql<JsonValue>`${JSON.stringify({ setUpOn: today() })}::jsonb` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute();
  if (result.length === 0) throw new Forbidden('setup.done');
}

function decideCommittee(committee: SetUp['committee']): void {
  const kind = findUnitKind(committee.kind);
  if (!kind || !administratorKind(committee.kind)) throw new Invalid('org.no_such_kind');
  if (committee.superiorKind && !findUnitKind(committee.superiorKind)?.children.includes(committee.kind))
    throw new Invalid('org.child_kind', {
      kind: kind.label.vi,
      kindEn: kind.label.en,
      parent: committee.superiorName,
    });
  if (committee.foundedOn) decideDay(committee.foundedOn, today());
}

/** The office that keeps accounts in a unit of this kind. */
const administratorKind = (unitKind: string): string | undefined =>
  Object.entries(accessTable()).find(
    ([id, may]) => may['account.write'] && findOfficeKind(id)?.held_at.includes(unitKind),
  )?.[0];

async function foundCommittee(
  tx: Tx,
  by: Recorder,
  committee: SetUp['committee'],
  clientId: string,
): Promise<number> {
  const common = {
    type: null,
    code: null,
    placeCode: null,
    sourceKey: null,
    decision: null,
    happenedOn: today(),
  };
  const drafts: UnitDraft[] = [];
  const { superiorName } = committee;
  if (superiorName) {
    const unitKind = committee.superiorKind ?? parentKinds(committee.kind).at(-1);
    if (!unitKind) throw new Invalid('org.no_parent');
    const id = derivedId(clientId, 'superior');
    drafts.push({
      ...common,
      clientId: id,
      key: 'superior',
      parent: null,
      name: superiorName,
      unitKind,
      foundedOn: null,
      external: true,
    });
  }
  drafts.push({
    ...common,
    clientId: derivedId(clientId, 'committee'),
    key: 'committee',
    parent: superiorName ? { key: 'superior' } : null,
    name: committee.name,
    unitKind: committee.kind,
    foundedOn: committee.foundedOn ?? null,
    external: false,
  });
  const { entries, ids } = await prepareUnits(tx, committee.provinceId, drafts);
  await append(tx, by, entries);
  return ids.get('committee') as number;
}

async function appointAdministrator(
  tx: Tx,
  by: Recorder,
  to: { clientId: string; unitId: number; personId: string },
): Promise<number> {
  const unit = await tx
    .selectFrom('unit')
    .select(['kind', 'name'])
    .where('id', '=', to.unitId)
    .executeTakeFirstOrThrow();
  const kind = administratorKind(unit.kind) as string;
  const office = { kind, fromOn: today(), toOn: null, namedUnits: [] };
  decideOffice(office, { ...unit, endedOn: null, foundedOn: null }, today());
  const [id] = (await takeOfficeIds(tx, 1)) as [number];
  const { unitId, personId } = to;
  const data = {
    kind,
    unitId,
    personId,
    title: null,
    toOn: null,
    decision: null,
    namedUnits: [],
    sourceKey: null,
  };
  await append(tx, by, [appointedEntry(id, data, { clientId: to.clientId, happenedOn: today() })]);
  return id;
}
