// Acts taken back many at once: each only where nothing was built on it since, so that no later act loses its ground
// unseen.
import type { Tx } from '../../platform/db.ts';
import { withdrawal } from '../../platform/effective.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { put } from '../../platform/vault.ts';
import { authorityOver } from '../../road/authority.ts';
import { reasonField } from '../../road/dossier.ts';
import { law } from '../../road/law.ts';
import { wayOf } from '../../road/prepare.ts';
import { type Case, lockDossiers, readWithin } from '../case.store.ts';
import { type Change, decideChanges, type Decided, worsened, writeChanges } from './commit.store.ts';

export interface Back {
  id: string;
  /** client id of the entry to be taken back */
  entry: string;
  clientId: string;
}

interface Withdrawing extends Change {
  act: Case['dossier']['acts'][number];
}

/** Gives the dossiers whose act was taken back and those that keep it; what is out of reach keeps it too. */
export async function withdrawWithin(
  tx: Tx,
  actor: Actor,
  backs: readonly Back[],
  reason: string,
): Promise<{ undone: string[]; kept: string[] }> {
  const ids = backs.map(({ id }) => id);
  await lockDossiers(tx, ...ids);
  const found = await readWithin(tx, actor, ['dossier.correct'], ids);
  const changes = backs.flatMap((back) => changeOf(actor, found.get(back.id), back) ?? []);
  const decided = await decideChanges(tx, changes);
  const done = decided.filter((one, index) => isFree(one, changes[index] as Withdrawing)) as Decided[];
  await put(
    tx,
    actor,
    done.map(({ found: { dossier }, entries: [entry] }) => {
      const clientId = entry?.clientId ?? '';
      const fields = [{ field: reasonField(clientId), value: reason }];
      return { personId: dossier.personId, fields, entry: clientId };
    }),
  );
  await writeChanges(tx, actor, done);
  const undone = new Set(done.map(({ found: { dossier } }) => dossier.id));
  return { undone: [...undone], kept: ids.filter((id) => !undone.has(id)) };
}

function changeOf(actor: Actor, found: Case | undefined, back: Back): Withdrawing | null {
  const act = found?.dossier.acts.find(({ entry }) => entry === back.entry);
  const entry = found?.entries.find(({ clientId }) => clientId === back.entry);
  const step = act && law().findStep(act.step)?.step;
  if (!found || !act || !entry || !step) return null;
  if (wayOf(step, authorityOver(actor, found.place, 'dossier.correct')) === null) return null;
  return { found, around: found.around, act, entries: [withdrawalOf(back.clientId, entry)] };
}

export const withdrawalOf = (clientId: string, old: Entry): NewEntry => ({
  clientId,
  stream: old.stream,
  kind: withdrawal,
  happenedOn: old.happenedOn,
  unitId: old.unitId,
  personId: old.personId,
  names: old.clientId,
  data: {},
});

/** Nothing later leads on from it, answers to it, or would be judged worse without it. */
function isFree(decided: Decided | Invalid, { act, found }: Withdrawing): decided is Decided {
  if (decided instanceof Invalid) return false;
  const version = (id: string) => found.entries.find(({ clientId }) => clientId === id)?.version ?? 0;
  const later = found.standing.acts.filter((one) => version(one.act.entry) > version(act.entry));
  const led = later.some(({ stageBefore, stageAfter }) => stageBefore !== stageAfter);
  const answered = later.some((one) => Object.values(one.act.inputs).includes(act.root));
  return !led && !answered && worsened(decided).length === 0;
}
