// Words of an act for the vault: what was typed as text, why somebody went on, and the fields of the person that an act brings.
import { type FieldName, fieldNames } from '../../../src/members/person.ts';
import { cleanValue } from '../../../src/members/fields.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { FieldValue, VaultWrite } from '../../../src/platform/vault.ts';
import { consentField, textField } from '../../../src/road/dossier.ts';
import type { Prepared } from '../../../src/road/prepare.ts';

export function textsOf({ read }: Prepared, clientId: string, consent: string | null): FieldValue[] {
  const fields = Object.entries(read.texts).map(([id, { class: ofClass, text }]) => ({
    field: textField(clientId, id, ofClass),
    value: text,
  }));
  return consent ? [...fields, { field: consentField(clientId), value: consent }] : fields;
}

/** The number of the card is kept with the person, too, under the entry of the roll that follows from the act. */
export function cardOf({ read, known }: Prepared, clientId: string, personId: string): VaultWrite[] {
  const own = Object.entries(read.texts).filter(([id]) => (fieldNames as readonly string[]).includes(id));
  const fields = own.map(([id, { text }]) => ({ field: id, value: cleanValue(id as FieldName, text) }));
  const entry = known.step.id === 'issue_card' ? derivedId(clientId, 'member.card_issued.0') : clientId;
  return fields.length > 0 ? [{ personId, fields, entry }] : [];
}
