// The ids of a loaded set: what the lines call by number or by `<commune>-<number>` gets an id that another load of the same set
// gives again. Units and offices take theirs from the sequences of the installation.
import { derivedId } from '../../../src/platform/ids.ts';

export interface Names {
  /** all derived ids hang on this one */
  set: string;
  /** number of a line → id in the installation */
  units: Map<number, number>;
}

/** RFC 4122 v5 wants a UUID to hang on: one of its own for generated sets. */
const root = '8c4c5d0e-6a1b-5d3f-9c38-6f5f0f6d2a11';
export const newNames = (label: string): Names => ({ set: derivedId(root, label), units: new Map() });

export const personIdOf = ({ set }: Names, id: string): string => derivedId(set, `person/${id}`);
export const caseIdOf = ({ set }: Names, id: string): string => derivedId(set, `case/${id}`);
export const entryIdOf = ({ set }: Names, role: string): string => derivedId(set, role);

export function unitIdOf({ units }: Names, id: number): number {
  const found = units.get(id);
  if (found === undefined) throw new Error(`no unit ${id} in the set`);
  return found;
}
