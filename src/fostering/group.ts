// The three groups a cell follows, each a run of stages of the road: newly nominated, on the list, on probation.
import { listedStages, probationStages } from '../road/road.ts';
import type { Group } from './view.ts';

const stages: Record<Group, readonly string[]> = {
  nominated: ['nominated'],
  list: listedStages,
  probation: probationStages,
};

export const stagesOfGroup = (group: Group): string[] => [...stages[group]];
/** Everybody whom a cell follows, of whatever group. */
export const followedStages = [...stages.nominated, ...stages.list, ...stages.probation];
/** Whoever is decided upon is assessed no more (regulations/procedures/fostering.yaml, step assess). */
export const assessedStages = stages.list.filter((stage) => stage !== 'decided');
/** Somebody helps from the assignment until the recognition. */
export const helpedStages = [...stages.list.slice(stages.list.indexOf('helped')), ...stages.probation];
/** From here the cell may put somebody on the list, keep or strike; later stages have their own ways out. */
export const reviewedStages = [
  ...stages.nominated,
  ...stages.list.slice(0, stages.list.indexOf('cell_voted')),
];
