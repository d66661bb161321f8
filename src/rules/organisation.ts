// Kinds of organisation and offices as regulations/organisation.yaml states them, and the access table inside it.
import { z } from 'zod';
import { bilingual, cited, dayText } from './words.ts';

export const reachKinds = [
  'subtree',
  'named_units',
  'own_nominees',
  'own_classes',
  'own_record',
  'own_people',
  'addressed_to_me',
  'everywhere',
] as const;

export const actions = [
  'unit.read',
  'unit.write',
  'office.read',
  'office.write',
  'person.read',
  'person.write',
  'person.export',
  'dossier.read',
  'dossier.nominate',
  'dossier.act',
  'dossier.on_behalf',
  'dossier.correct',
  'dossier.sensitive',
  'access_log.read',
  'import.run',
  'import.undo',
  'account.read',
  'account.write',
  'backup.read',
  'backup.run',
  'regulation.read',
  'regulation.decide',
  'calendar.write',
  'worklist.read',
  'worklist.settle',
  'reminder.send',
  'reminder.configure',
  'training.read',
  'training.act',
  'training.propose',
  'training.send',
  'survey.read',
  'survey.write',
  'fostering.read',
  'verification.read',
  'verification.act',
  'verification.answer',
  'handover.read',
  'handover.act',
  'handover.answer',
  'pool.read',
  'plan.read',
  'plan.propose',
  'plan.assign',
  'plan.urge',
  'statistics.read',
  'report.read',
  'report.write',
  'report.ask',
  'document.read',
  'document.write',
] as const;

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);

export const organisationFile = z.strictObject({
  unit_kinds: z.array(
    z.strictObject({
      id: code,
      label: bilingual,
      short: bilingual,
      /** last day on which this kind existed */
      until: dayText.optional(),
      /** members belong to it directly: it meets and votes */
      cell: z.boolean().default(false),
      children: z.array(code),
      basis: z.array(cited).min(1),
    }),
  ),
  office_kinds: z.array(
    z.strictObject({
      id: code,
      label: bilingual,
      held_at: z.array(code).min(1),
      may: z.partialRecord(z.enum(actions), z.enum(reachKinds)),
    }),
  ),
});

export type Organisation = z.infer<typeof organisationFile>;
export type UnitKind = Organisation['unit_kinds'][number];
export type OfficeKind = Organisation['office_kinds'][number];
export type OfficeAction = (typeof actions)[number];

/** office kind → action → reach kind: what src/org/access.ts asks for. */
export const accessTableOf = (organisation: Organisation) =>
  Object.fromEntries(organisation.office_kinds.map((office) => [office.id, office.may]));
