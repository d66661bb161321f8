// Kinds of unit and of office in force (regulations/organisation.yaml): what may stand below what, which office is
// held where; putting them into force also sets the table of access.
import {
  accessTableOf,
  type OfficeKind,
  type Organisation,
  organisationFile,
  type UnitKind,
} from '../rules/organisation.ts';
import { setAccessTable } from './access.ts';

let current: Organisation = { unit_kinds: [], office_kinds: [] };

/** Checks the parsed file and puts it into force. */
export function useOrganisation(parsed: unknown): Organisation {
  current = organisationFile.parse(parsed);
  setAccessTable(accessTableOf(current));
  return current;
}

export const organisation = (): Organisation => current;
export const findUnitKind = (id: string): UnitKind | undefined =>
  current.unit_kinds.find((kind) => kind.id === id);
export const findOfficeKind = (id: string): OfficeKind | undefined =>
  current.office_kinds.find((kind) => kind.id === id);

/** Kinds that may stand directly below a unit of this kind. */
export const childKinds = (parentKind: string): readonly string[] => findUnitKind(parentKind)?.children ?? [];

/** Kinds directly below which a unit of this kind may stand, highest first. */
export const parentKinds = (kind: string): string[] =>
  current.unit_kinds.filter((above) => above.children.includes(kind)).map((above) => above.id);
