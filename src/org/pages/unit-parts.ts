// What rooms above show on the page of a unit: given from outside, so that this page knows none of them.
import { type ComponentType, createContext } from 'react';

export interface UnitPartProps {
  unitId: number;
  /** the kind of the unit, as in regulations/organisation.yaml */
  kind: string;
}

export const UnitParts = createContext<readonly ComponentType<UnitPartProps>[]>([]);
