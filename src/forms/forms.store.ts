// The forms there are for a unit: those that came with the programme, and those that its committee, or one above it,
// adopted. A faulty one is refused with its faults; the forms in use stay as they are.
import { sql } from 'kysely';
import { z } from 'zod';
import { homeOf, may } from '../org/access.ts';
import { findUnit, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { entryCode, publicLines, idOf } from '../platform/entry.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { FormBody, FormsAnswer, FormView } from './view.ts';
import type { Form } from './form.ts';
import { readForm, readForms, sayFormFault } from './read-form.ts';

declare module '../platform/db.ts' {
  interface Tables {
    report_form: {
      id: string;
      province_id: string;
      unit_id: number;
      text: string;
      adopted_on: string;
      version: number;
    };
  }
}

let shipped: readonly Form[] = [];

/** The forms of regulations/reports; throws with every fault by file and line, and leaves those in use alone. */
export function useForms(files: Readonly<Record<string, string>>): void {
  const { forms, faults } = readForms(files);
  if (faults.length > 0) throw new Error(faults.map(sayFormFault).join('\n'));
  shipped = forms;
}

// ---- adopted forms

/** Stream `report_form:<id of the form>`. */
const formKinds = {
  'report_form.adopted': z.object({ form: entryCode, text: publicLines(60_000) }),
  'report_form.dropped': z.object({}),
};
const streamOf = (id: string): string => `report_form:${id}`;

export const formStream: Stream = {
  prefix: 'report_form',
  kinds: formKinds,
  tables: ['report_form'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(streamOf));
  await sql`delete from report_form where id = any(${ids}::text[])`.execute(tx);
  for (const [stream, own] of entries) {
    const last = own.at(-1);
    if (last?.kind !== 'report_form.adopted' || last.unitId === null) continue;
    const unit = await findUnit(tx, last.unitId);
    const { text } = last.data as { text: string };
    const row = {
      id: idOf(stream),
      province_id: unit?.provinceId ?? '',
      unit_id: last.unitId,
      text,
      adopted_on: last.happenedOn ?? '',
      version: last.version,
    };
    await tx.insertInto('report_form').values(row).execute();
  }
}

export interface KnownForm {
  form: Form;
  adoptedBy: { id: number; name: string; path: string } | null;
}

/** Adopted on the way from the top of the tree down to this unit. */
async function adoptedFor(db: Queryable, path: string): Promise<KnownForm[]> {
  const { rows } = await sql<{ id: string; text: string; unitId: number; name: string; path: string }>`
    select form.id, form.text, unit.id as "unitId", unit.name, unit.path
    from report_form form join unit on unit.id = form.unit_id
    where ${path} like unit.path || '%' order by form.id`.execute(db);
  return rows.flatMap(({ id, text, unitId, name, path: at }) => {
    // A figure may be gone since the form was adopted: then the form is not there.
    const { form } = readForm(id, text);
    return form ? [{ form, adoptedBy: { id: unitId, name, path: at } }] : [];
  });
}

export const formsFor = async (db: Queryable, path: string): Promise<KnownForm[]> => [
  ...shipped.map((form) => ({ form, adoptedBy: null })),
  ...(await adoptedFor(db, path)),
];

export async function getForm(db: Queryable, path: string, id: string): Promise<Form> {
  const found = (await formsFor(db, path)).find(({ form }) => form.id === id);
  if (!found) throw new Missing('forms.unknown');
  return found.form;
}

export async function listForms(db: Queryable, actor: Actor, unit: number | undefined): Promise<FormsAnswer> {
  const id = unit ?? homeOf(actor, 'report.read');
  if (id === null) return { items: shipped.map((form) => viewOf({ form, adoptedBy: null }, actor)), can: [] };
  const { path } = await getUnit(db, actor, 'report.read', id);
  const known = await formsFor(db, path);
  return {
    items: known.map((one) => viewOf(one, actor)),
    can: may(actor, 'report.ask', { path }) ? ['adopt'] : [],
  };
}

const viewOf = ({ form, adoptedBy }: KnownForm, actor: Actor): FormView => ({
  id: form.id,
  title: form.title,
  about: form.about,
  basis: form.basis,
  example: form.example,
  periods: form.periods,
  kinds: form.kinds,
  closings: form.closings,
  sections: form.sections.map((section) => ({
    id: section.id,
    kind: section.kind,
    title: section.title,
    needed: section.kind === 'words' && section.needed,
  })),
  adoptedBy: adoptedBy && { id: adoptedBy.id, name: adoptedBy.name },
  can: adoptedBy && may(actor, 'report.ask', { path: adoptedBy.path }) ? ['drop'] : [],
});

/** Takes a form over for a unit and all below it, or a new text of its own form; gives its id. */
export async function adoptForm(db: Db, actor: Actor, body: FormBody): Promise<string> {
  const { form, faults } = readForm('form.yaml', body.text);
  if (!form) {
    const details = faults.map(({ line, reason }) => ({ line, reason }));
    throw new Invalid('forms.faulty', {}, details);
  }
  const stream = streamOf(form.id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'report.ask', body.unitId);
    const held = await tx.selectFrom('report_form').selectAll().where('id', '=', form.id).executeTakeFirst();
    const taken = shipped.some(({ id }) => id === form.id) || (held && held.unit_id !== unit.id);
    if (taken) throw new Invalid('forms.taken', { name: form.id });
    const data = { form: form.id, text: body.text };
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream,
        kind: 'report_form.adopted',
        happenedOn: today(),
        unitId: unit.id,
        data,
      },
    ]);
  });
  return form.id;
}

/** What was reported with it stays as it is. */
export async function dropForm(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const stream = streamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const held = await tx.selectFrom('report_form').selectAll().where('id', '=', id).executeTakeFirst();
    if (!held) throw new Missing('forms.unknown');
    const unit = await getUnit(tx, actor, 'report.ask', held.unit_id);
    const entry = { kind: 'report_form.dropped', happenedOn: today(), unitId: unit.id, data: {} };
    await append(tx, actor, [{ clientId, stream, ...entry }]);
  });
}
