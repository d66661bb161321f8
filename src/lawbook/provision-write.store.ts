// Laying a provision and ending it: within reach of a committee that may decide, judged on the law as it stands when
// the entry is written, never backwards in time.
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { decideDay } from '../org/unit-acts.ts';
import { may } from '../org/access.ts';
import { organisation } from '../org/organisation.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Refused } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { Provision } from '../rules/index.ts';
import type { ProvisionFault } from '../rules/provisions/decide-provision.ts';
import { refusalOf } from './decide.ts';
import { lawInForce, loadWith, lockLaw, readOverlays } from './enforce.store.ts';
import { stateOn, streamOf } from './provision.ts';
import { type ProvisionRow, readProvisions } from './provision.store.ts';
import type { EndBody, ProvisionBody } from './view.ts';

/** Gives the id of the provision; the same write again gives the same. */
export async function recordProvision(db: Db, actor: Actor, body: ProvisionBody): Promise<string> {
  const id = derivedId(body.clientId, 'provision');
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: streamOf(id) };
  await write(db, once, async (tx) => {
    await lockLaw(tx);
    const unit = await getUnit(tx, actor, 'regulation.decide', body.unitId);
    decideCommittee(unit);
    decideDay(body.document.on, today());
    const laid = { ...body, value: valueOf(body) };
    await decideLaw(tx, provisionOf(id, unit.path, laid));
    await append(tx, actor, [laidEntry(id, laid)]);
  });
  return id;
}

/** A confirmation keeps the value that the text gave: it says nothing of another that the files may give later. */
function valueOf({ kind, parameter, fromOn, value }: ProvisionBody): ProvisionBody['value'] {
  if (kind !== 'confirm') return value;
  const { parameters, shipped } = lawInForce().regulations;
  const known = parameters.some(({ id }) => id === parameter);
  return known ? (shipped(parameter, fromOn).value as ProvisionBody['value']) : null;
}

/** A committee decides on rules where an office that may do so is held. */
export function isCommittee(kind: string): boolean {
  const deciding = organisation().office_kinds.filter(({ may: actions }) => actions['regulation.decide']);
  return deciding.some(({ held_at }) => held_at.includes(kind));
}

export function decideCommittee(unit: Pick<UnitRow, 'kind' | 'name' | 'endedOn'>): void {
  if (!isCommittee(unit.kind)) throw new Invalid('lawbook.not_a_committee', { unit: unit.name });
  if (unit.endedOn !== null) throw new Invalid('lawbook.unit_ended', { unit: unit.name });
}

export const provisionOf = (id: string, path: string, body: ProvisionBody): Provision => ({
  id,
  kind: body.kind,
  parameter: body.parameter,
  path,
  fromOn: body.fromOn,
  untilOn: null,
  value: body.value,
  document: body.document,
  clause: body.clause,
  decidedBy: body.decidedBy,
});

/** What is wrong with the form itself, rather than against the law. */
const malformed: readonly ProvisionFault[] = [
  'unknown_parameter',
  'wrong_kind',
  'unknown_code',
  'no_document',
  'no_clause',
  'no_decider',
];

/** Judged on what is laid by now, not on what this process has in force: another may have come first. */
export async function decideLaw(tx: Tx, provision: Provision): Promise<void> {
  const overlays = await readOverlays(tx);
  const refusal = refusalOf(loadWith(overlays), provision, today());
  if (refusal) {
    const broken = malformed.some((fault) => refusal.code === `lawbook.${fault}`);
    throw broken ? new Invalid(refusal.code, refusal.params) : new Refused(refusal.code, refusal.params);
  }
  // A fault that only loading finds must not stand in the ledger.
  loadWith({ ...overlays, provisions: [...overlays.provisions, provision] });
}

export function laidEntry(id: string, body: ProvisionBody): NewEntry {
  const { clientId, fromOn, unitId, kind, parameter, value, document, clause, decidedBy } = body;
  return {
    clientId,
    stream: streamOf(id),
    kind: 'provision.laid',
    happenedOn: fromOn,
    unitId,
    data: { kind, parameter, value, document, clause, decidedBy },
  };
}

/** `fromOn` is the first day without it; with or before its first day it never holds. */
export async function recordEnd(db: Db, actor: Actor, id: string, body: EndBody): Promise<void> {
  const { clientId, fromOn, document } = body;
  const stream = streamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    await lockLaw(tx);
    const row = (await readProvisions(tx)).find((one) => one.id === id);
    if (!row || !may(actor, 'regulation.decide', row)) throw new Missing('access.missing');
    decideEnd(row, body);
    await append(tx, actor, [
      {
        clientId,
        stream,
        kind: 'provision.ended',
        happenedOn: fromOn,
        unitId: row.unitId,
        data: { document },
      },
    ]);
  });
}

function decideEnd(row: ProvisionRow, { fromOn, document }: EndBody): void {
  decideDay(document.on, today());
  const days = { fromOn: formatDay(fromOn), today: formatDay(today()), documentOn: formatDay(document.on) };
  const state = stateOn(row, today());
  if (state === 'ended' || state === 'void')
    throw new Refused('lawbook.has_ended', { fromOn: formatDay(row.toOn) });
  if (fromOn < today()) throw new Refused('lawbook.end_past', days);
  if (fromOn < document.on) throw new Refused('lawbook.end_before_document', days);
}
