// Who introduced the person of a candidacy: one row an introduction, folded with the dossier. A discovery or opinion may
// come from any body; the introduction of the Charter is another fact, written by a step of its own.
import { sql } from 'kysely';
import { among } from '../platform/db.ts';
import type { RowsOf } from '../platform/write/rows.ts';
import type { Act, Dossier } from '../road/fold.ts';
import { firstStep } from '../road/road.ts';

declare module '../platform/db.ts' {
  interface Tables {
    introduction: {
      dossier_id: string;
      entry: string;
      happened_on: string | null;
      kind: 'discovery' | 'charter';
      proposer_kind: string | null;
      person_id: string | null;
      unit_id: number | null;
      office_id: number | null;
    };
  }
}

const introducing = new Set([firstStep, 'introduce']);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The introductions that stand, oldest first. */
export const introductionsIn = (dossier: Dossier) =>
  dossier.acts
    .filter((act) => introducing.has(act.step))
    .map((act) => ({
      dossier_id: dossier.id,
      entry: act.entry,
      happened_on: act.on,
      kind: act.inputs.kind === 'charter' ? ('charter' as const) : ('discovery' as const),
      proposer_kind: text(act.inputs.proposerKind),
      person_id: text(act.inputs.proposer),
      unit_id: unitOf(dossier, act),
    }));

function unitOf(dossier: Dossier, { step, inputs }: Act): number | null {
  if (step === firstStep) return dossier.proposerUnitId;
  return typeof inputs.proposerUnit === 'number' ? inputs.proposerUnit : null;
}

/** The office is the one that wrote first, whoever corrected it. */
export const introductionRowsOf: RowsOf = {
  table: 'introduction',
  key: ['dossier_id', 'entry'],
  where: (ids) => among('dossier_id', ids, 'uuid'),
  insert: (json) => sql`
    insert into introduction
    select r.dossier_id, r.entry, r.happened_on, r.kind, r.proposer_kind, r.person_id, r.unit_id,
           coalesce(first.office_id, said.office_id)
    from jsonb_populate_recordset(null::introduction, ${json}::jsonb) as r
    left join ledger said on said.client_id = r.entry
    left join ledger first on first.client_id = said.names`,
};
