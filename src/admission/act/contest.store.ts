// The cell contests what was entered on its behalf.
import { today } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { NewEntry } from '../../platform/entry.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { write } from '../../platform/write/once.ts';
import { authorityOver } from '../../road/authority.ts';
import { standingEntry } from './correct.store.ts';
import { type ActData, streamOf } from '../../road/dossier.ts';
import { type Case, getCase } from '../case.store.ts';
import { law } from '../../road/law.ts';
import { getStep, wayOf } from '../../road/prepare.ts';
import { commit } from './commit.store.ts';
import { onceFor, putTexts } from './record.store.ts';

/** The cell does not agree with what was entered on its behalf: said, kept, answered by a correction. */
export async function recordContest(
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  body: { clientId: string; reason: string },
): Promise<void> {
  await write(db, onceFor(actor, at.id, body), async (tx) => {
    const found = await getCase(tx, actor, ['dossier.act'], at.id);
    const entry = standingEntry(found, at.entry);
    const { step, onBehalf } = entry.data as ActData;
    const authority = authorityOver(actor, found.place, 'dossier.act');
    if (!onBehalf || wayOf(getStep(law(), step).step, authority) !== 'own')
      throw new Invalid('admission.not_on_behalf');
    await putTexts(tx, actor, found.dossier.personId, {
      clientId: body.clientId,
      texts: {},
      reason: body.reason,
    });
    await commit(tx, actor, found, [contestEntry(found, body.clientId, entry.clientId)]);
  });
}

const contestEntry = ({ dossier }: Case, clientId: string, of: string): NewEntry => ({
  clientId,
  stream: streamOf(dossier.id),
  kind: 'dossier.contested',
  happenedOn: today(),
  unitId: dossier.unitId,
  personId: dossier.personId,
  data: { of },
});
