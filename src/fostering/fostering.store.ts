// Fostering in the database: rows folded from the stream of each dossier, in the transaction that folds the dossier.
import { type RawBuilder, sql } from 'kysely';
import { dossierStream } from '../admission/dossier.store.ts';
import { together, type Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { streamOf } from '../road/dossier.ts';
import { type Dossier, foldDossier } from '../road/fold.ts';
import { law } from '../road/law.ts';
import { assessmentsOf, chargesOf, chosenOf, notesOf, tasksOf } from './fostering.ts';

/** The dossier's own stream, with the rows of this room beside its own: one fold, one rebuild. */
export const fosteredDossierStream: Stream = {
  ...dossierStream,
  tables: [...dossierStream.tables, 'charge', 'charge_note', 'assessment', 'candidate_task', 'chosen'],
  project: async (tx, ids) => {
    await dossierStream.project(tx, ids);
    await projectFostering(tx, ids);
  },
};

async function projectFostering(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(streamOf));
  const dossiers = [...entries].flatMap(([stream, list]) => foldDossier(idOf(stream), list) ?? []);
  await together(tx, ...folds.flatMap(([table, rowsOf]) => replacing(table, ids, dossiers.flatMap(rowsOf))));
}

/** The input of a step that says who helps from now on. */
const helperInput = (step: string): string | null =>
  law()
    .findStep(step)
    ?.step.inputs.find(({ kind, fact }) => kind === 'person' && fact === 'helper')?.id ?? null;

const helpersOf = (dossier: Dossier) => chargesOf(dossier, helperInput);

const rowsBy =
  <T extends object>(of: (dossier: Dossier) => T[]) =>
  (dossier: Dossier) =>
    of(dossier).map((row) => ({ dossier_id: dossier.id, ...snake(row) }));

const snake = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`),
      value,
    ]),
  );

const folds = [
  ['charge', rowsBy(helpersOf)],
  ['charge_note', rowsBy((dossier) => notesOf(dossier, helpersOf(dossier)))],
  ['assessment', rowsBy(assessmentsOf)],
  ['candidate_task', rowsBy(tasksOf)],
  ['chosen', rowsBy(chosenOf)],
] as const;

function replacing(table: string, ids: string[], rows: object[]): RawBuilder<unknown>[] {
  const into = sql.table(table);
  const none = sql`delete from ${into} where dossier_id = any(${ids}::uuid[])`;
  const insert = sql`
    insert into ${into}
    select r.* from jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows)}::jsonb) as r`;
  return rows.length === 0 ? [none] : [none, insert];
}
