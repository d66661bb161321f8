// One stage that one case entered: what forecasts learn from. The name of nobody is in it.
import type { Day, PartialDay } from '../platform/day.ts';

export interface Passage {
  caseId: string;
  /** the cell that had the case that day */
  unitId: number;
  /** a stage of regulations/procedures/stages.yaml; 'admitted' = the ceremony, 'closed' = the end */
  stage: string;
  on: PartialDay;
  /** of 'closed': how the case ended; 'recognised' = the end of the road */
  closedAs: string | null;
}

export interface PassageQuery {
  /** inclusive */
  until: Day;
  since?: Day | undefined;
  unitIds?: readonly number[] | undefined;
}
