// The stages of the road in runs: until the decision, and on probation (regulations/procedures/stages.yaml, in its order).
export const listedStages = [
  'listed',
  'class_certified',
  'helped',
  'permitted',
  'papers_ready',
  'verifying',
  'verified',
  'cell_voted',
  'base_voted',
  'decided',
] as const;
export const stagesBefore = ['nominated', ...listedStages] as const;
export const probationStages = [
  'admitted',
  'probation_reviewed',
  'recognition_cell_voted',
  'recognition_base_voted',
] as const;
