// Words of class 4 in a dossier: opened with a purpose, and the look is written down before the answer.
import { logAccess } from '../../platform/audit.ts';
import type { Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { readVersions } from '../../platform/vault.ts';
import { getCase } from '../case.store.ts';

export async function readSealed(db: Db, actor: Actor, id: string, purpose: string) {
  const { dossier } = await getCase(db, actor, ['dossier.sensitive'], id);
  await logAccess(db, actor, { action: 'open_sensitive', subject: 'dossier', subjectId: id, purpose });
  await logAccess(db, actor, {
    action: 'open_sensitive',
    subject: 'person',
    subjectId: dossier.personId,
    purpose,
  });
  const standing = new Set(dossier.acts.map((act) => act.entry));
  const versions = await readVersions(db, dossier.personId, ['ground.%']);
  return versions
    .filter(({ entry, value }) => value !== null && standing.has(entry))
    .map(({ entry, field, value }) => ({ entry, input: field.split('.')[2] ?? '', text: value ?? '' }));
}
