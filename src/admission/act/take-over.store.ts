// Correcting one act of a case that was taken over: the whole take-over is recorded again with that act changed or
// left out, so that what was vouched for and what is known now both stay.
import type { Tx } from '../../platform/db.ts';
import type { PartialDay } from '../../platform/day.ts';
import { effective } from '../../platform/effective.ts';
import type { NewEntry } from '../../platform/entry.ts';
import { Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { streamOf, type TakenOverData } from '../../road/dossier.ts';
import type { Case } from '../case.store.ts';
import { takenOverId } from '../../road/fold.ts';
import type { Frame } from '../../road/prepare.ts';
import { putTexts } from './record.store.ts';
import { knownAct } from '../../road/take-over.ts';

export interface TakenOverChange {
  found: Case;
  /** id of the act as the page shows it */
  act: string;
  clientId: string;
  reason: string;
  remove: boolean;
  happenedOn?: PartialDay;
  inputs?: Record<string, unknown>;
}

export async function takenOverCorrection(
  tx: Tx,
  actor: Actor,
  frame: Frame,
  change: TakenOverChange,
): Promise<NewEntry> {
  const { found, clientId, reason } = change;
  const old = effective(found.entries).find((entry) => entry.kind === 'dossier.taken_over');
  if (!old) throw new Missing('access.missing');
  const data = old.data as TakenOverData;
  await putTexts(tx, actor, found.dossier.personId, { clientId, texts: {}, reason });
  const acts = data.acts.flatMap((act, index) => {
    if (takenOverId(old.clientId, index) !== change.act) return [act];
    if (change.remove) return [];
    const known = { step: act.step, on: change.happenedOn ?? act.on, inputs: change.inputs ?? act.inputs };
    return [knownAct(known, data.stage, { ...frame, path: found.place.path })];
  });
  return {
    clientId,
    stream: streamOf(found.dossier.id),
    kind: 'dossier.taken_over',
    happenedOn: old.happenedOn,
    unitId: old.unitId,
    personId: old.personId,
    names: old.clientId,
    data: { ...data, acts },
  };
}
