// A report before it is sent: live figures of the closing day, who may sign, what was written before it was returned.
import { may } from '../org/access.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { countBody } from './body.store.ts';
import { getForm } from '../forms/forms.store.ts';
import { lateBy, reportIdOf } from './report.ts';
import { viewRound } from './round/round-list.store.ts';
import { checkDays, checkKind } from './round/round-write.store.ts';
import { findAsked, signersOf } from './submit.store.ts';
import type { DraftQuery, DraftView } from './view.ts';

/** Capacities in which a paper of the Party is signed, by kind of unit (399-QĐ/TW, 05-HD/VPTW). */
const capacities = {
  cell: ['T/M CHI BỘ', 'T/M CHI ỦY'],
  committee: ['T/M ĐẢNG ỦY', 'T/M BAN THƯỜNG VỤ'],
  province: ['T/M TỈNH ỦY', 'T/M THÀNH ỦY', 'T/M BAN THƯỜNG VỤ'],
};
const capacitiesOf = ({ kind }: UnitRow): string[] => {
  if (kind === 'cell' || kind === 'base_cell') return capacities.cell;
  return kind === 'province' ? capacities.province : capacities.committee;
};

interface Last {
  id: string;
  state: string;
  words: { section: string; text: string }[];
  returned: { on: string; reason: string } | null;
}

async function findLast(db: Queryable, id: string): Promise<Last | null> {
  const row = await db
    .selectFrom('report')
    .innerJoin('report_submission as last', (join) =>
      join.onRef('last.report_id', '=', 'report.id').onRef('last.number', '=', 'report.times'),
    )
    .select(['report.id', 'report.state', 'last.body', 'last.returned_on', 'last.returned_ground'])
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    state: row.state,
    words: row.body.parts.flatMap((part) =>
      part.kind === 'words' ? [{ section: part.id, text: part.text }] : [],
    ),
    returned: row.returned_on === null ? null : { on: row.returned_on, reason: row.returned_ground ?? '' },
  };
}

export async function draftReport(db: Queryable, actor: Actor, query: DraftQuery): Promise<DraftView> {
  const unit = await getUnit(db, actor, 'report.read', query.unit ?? actor.unitId ?? 0);
  const form = await getForm(db, unit.path, query.form);
  checkDays(form, query);
  checkKind(form, unit);
  const named = { unitId: unit.id, form: form.id, period: query.period, closesOn: query.closesOn };
  const round = await roundFor(db, actor, { ...named, round: query.round });
  const { body, print } = await countBody(db, actor, { ...query, unit, form });
  const { reportId, stands, ...before } = await heldOf(db, reportIdOf(named));
  const sendable = query.closesOn <= today() && !stands;
  return {
    body,
    ...round,
    late: lateBy(round.dueOn, today()) !== null,
    reportId,
    signers: (await signersOf(db, unit.id, { from: query.closesOn, to: today() })).map(
      ({ personId: _person, ...signer }) => signer,
    ),
    capacities: capacitiesOf(unit),
    ...before,
    print,
    asOf: today(),
    can: sendable && may(actor, 'report.write', { path: unit.path }) ? ['submit'] : [],
  };
}

type Held = Pick<DraftView, 'reportId' | 'before' | 'returned'> & { stands: boolean };

/** What was sent already, and of what was given back the words to start from. */
async function heldOf(db: Queryable, id: string): Promise<Held> {
  const last = await findLast(db, id);
  if (last?.state === 'returned')
    return { reportId: last.id, stands: false, before: last.words, returned: last.returned };
  return { reportId: last?.id ?? null, stands: last !== null, before: [], returned: null };
}

interface Named {
  unitId: number;
  form: string;
  period: string;
  closesOn: string;
  round: string | undefined;
}

/** The round that is named, else the first in force that asks for the very same. */
async function roundFor(
  db: Queryable,
  actor: Actor,
  { round, ...named }: Named,
): Promise<Pick<DraftView, 'round' | 'dueOn'>> {
  const asked = await findAsked(db, named);
  const chosen = asked.find(({ id }) => round === undefined || id === round);
  if (!chosen && round !== undefined) await whyNot(db, actor, round);
  if (!chosen) return { round: null, dueOn: null };
  return { round: headOf(await viewRound(db, actor, chosen.id)), dueOn: chosen.dueOn };
}

async function whyNot(db: Queryable, actor: Actor, round: string): Promise<never> {
  const { takenBack } = await viewRound(db, actor, round);
  throw new Invalid(takenBack ? 'report.round_taken_back' : 'report.round_not_this');
}

function headOf(round: Awaited<ReturnType<typeof viewRound>>): NonNullable<DraftView['round']> {
  const { asOf: _asOf, counts: _counts, units: _units, extensions: _extensions, can: _can, ...head } = round;
  return head;
}
