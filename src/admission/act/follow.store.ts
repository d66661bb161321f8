// The candidacy of somebody whose standing the roll changes: it goes along to the other cell, or ends with the membership,
// in the same write; what belongs on the road itself is refused with the way there.
import { sql } from 'kysely';
import type { Tx } from '../../platform/db.ts';
import { effective, withdrawal } from '../../platform/effective.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Invalid } from '../../platform/errors.ts';
import { derivedId } from '../../platform/ids.ts';
import { append, entriesOf, type Recorder } from '../../platform/ledger.ts';
import { streamOf } from '../../road/dossier.ts';
import { unitOn } from '../../road/fold.ts';
import { law } from '../../road/law.ts';
import { type Case, lockDossiers, readCase } from '../case.store.ts';
import { findPlace } from '../dossier.store.ts';

type Followed = Pick<NewEntry, 'kind' | 'data'>;

export async function followRoll(
  tx: Tx,
  by: Recorder,
  personId: string,
  entries: readonly NewEntry[],
): Promise<void> {
  for (const entry of entries) {
    const made = entry.names ? await mendFollower(tx, personId, entry) : await followNew(tx, personId, entry);
    if (made) await append(tx, by, [made]);
  }
}

async function followNew(tx: Tx, personId: string, entry: NewEntry): Promise<NewEntry | null> {
  if (!(touching.has(entry.kind) || endingOf(entry))) return null;
  const found = await readOpenOf(tx, personId);
  if (!found) return null;
  const followed = followedBy(found, entry);
  return followed && asEntry(found, entry, { ...followed, clientId: derivedId(entry.clientId, 'dossier') });
}

const touching = new Set(['person.placed', 'person.erased', 'member.moved']);
const ending = /^member\.(moved_out|died|removed|expelled|left)$/;
const endingOf = ({ kind }: Followed): string | null => ending.exec(kind)?.[1] ?? null;

/** What becomes of the case; nothing where it stands in that cell already. */
function followedBy({ dossier, standing }: Case, entry: NewEntry): Followed | null {
  const roll = entry.clientId;
  const ended = endingOf(entry);
  if (ended === 'removed' && law().order(standing.stage) < law().order('recognised'))
    throw new Invalid('admission.removal_on_road');
  if (ended) return { kind: 'dossier.ended', data: { as: ended, roll } };
  if (entry.kind === 'person.erased') throw new Invalid('admission.open_not_erased');
  // A candidate goes with his file, and the other cell takes both over.
  if (entry.kind === 'person.placed') throw new Invalid('admission.goes_with_file');
  if (entry.unitId === null || unitOn(dossier, entry.happenedOn ?? '') === entry.unitId) return null;
  const data = { toUnitId: entry.unitId, handoverId: null, reason: null, roll };
  return { kind: 'dossier.handed_over', data };
}

async function readOpenOf(tx: Tx, personId: string): Promise<Case | null> {
  const row = await tx
    .selectFrom('dossier')
    .select('id')
    .where('person_id', '=', personId)
    .where('closed_as', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  await lockDossiers(tx, row.id);
  const place = await findPlace(tx, row.id);
  return place ? readCase(tx, row.id, place) : null;
}

const asEntry = (
  { dossier }: Pick<Case, 'dossier'>,
  roll: NewEntry,
  made: Followed & { clientId: string; names?: string },
): NewEntry => ({
  ...made,
  stream: streamOf(dossier.id),
  happenedOn: roll.happenedOn,
  unitId: roll.unitId ?? dossier.unitId,
  personId: dossier.personId,
});

/** The act of the roll was corrected or taken back: what followed from it is mended with it. */
async function mendFollower(tx: Tx, personId: string, entry: NewEntry): Promise<NewEntry | null> {
  const old = await findFollower(tx, personId, entry.names as string);
  if (!old) return null;
  const about = {
    clientId: derivedId(entry.clientId, 'dossier'),
    names: old.clientId,
    stream: old.stream,
    personId,
    happenedOn: entry.happenedOn,
  };
  if (entry.kind === withdrawal) return { ...about, kind: withdrawal, unitId: old.unitId, data: {} };
  const to = old.kind === 'dossier.handed_over' ? { toUnitId: entry.unitId } : {};
  return {
    ...about,
    kind: old.kind,
    unitId: entry.unitId,
    data: { ...old.data, ...to, roll: entry.clientId },
  };
}

async function findFollower(tx: Tx, personId: string, roll: string): Promise<Entry | undefined> {
  const result = await sql<{ stream: string }>`
    select distinct stream from ledger where person_id = ${personId}::uuid and stream like 'dossier:%'
      and data ->> 'roll' = ${roll}`.execute(tx);
  const entries = await entriesOf(
    tx,
    result.rows.map((row) => row.stream),
  );
  return [...entries.values()]
    .flatMap((list) => effective(list))
    .find((one) => (one.data as { roll?: string }).roll === roll);
}
