// Who may be put in charge of a request: those who hold an office today in the cell, or in what stands above it.
import { sql } from 'kysely';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { officeLabel } from '../worklist/in-force.ts';
import type { OfficerList } from './view.ts';

const kinds = ['base_officer', 'cell_secretary', 'committee_leader', 'committee_member', 'superior_board'];

export async function listOfficers(db: Queryable, { path }: { path: string }): Promise<OfficerList> {
  const result = await sql<{
    id: string;
    name: string;
    title: string | null;
    kind: string;
    unitName: string;
  }>`
    select distinct on (person.id) person.id, person.full_name as name, office.title, office.kind,
           unit.name as "unitName"
    from office join unit on unit.id = office.unit_id join person on person.id = office.person_id
    where unit.id = any(string_to_array(trim(both '/' from ${path}), '/')::int[]) and office.kind = any(${kinds})
      and ${officeInForce('office', today())}
    order by person.id, unit.depth desc, office.id`.execute(db);
  const items = result.rows
    .map(({ title, kind, ...row }) => ({
      ...row,
      title: title ? { vi: title, en: title } : officeLabel(kind),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return { items };
}

export async function refuseOfficer(db: Queryable, place: { path: string }, id: string): Promise<void> {
  const { items } = await listOfficers(db, place);
  if (!items.some((one) => one.id === id))
    throw new Invalid('verification.no_such_officer', {}, { fields: ['officerId'] });
}
