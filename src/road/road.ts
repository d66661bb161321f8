// The few steps and stages that the page and the roll must know by name; everything else about them is read from
// regulations/procedures.

/** The card ends the road. */
export const lastStep = 'issue_card';
export const firstStep = 'nominate';
/** Somebody on the road was told of it and agreed. */
export const tellingStep = 'inform';
export const movingStep = 'move';
export const sendingStep = 'verify_send';
export const replyStep = 'verify_reply';
/** From here on the verification is over, whoever did not reply. */
export const verifiedStage = 'verified';

/** What people note of somebody they follow, beside the road. */
export const introducingStep = 'introduce';
/** The organisation that introduces, as its number: known from the office, never typed. */
export const proposerUnitInput = 'proposerUnit';
export const contactStep = 'contact';
export const taskStep = 'give_task';
export const taskResultStep = 'task_result';
export const assessingStep = 'assess';
export const chargeNoteStep = 'charge_note';
export const choosingStep = 'choose_for_year';
export const pausingStep = 'pause';
export const resumingStep = 'resume';
export const returningStep = 'return_dossier';
export const resubmittingStep = 'resubmit';
/** Somebody met the person, or the helper wrote down how the month went. */
export const touchingSteps = ['inform', contactStep, taskStep, taskResultStep, chargeNoteStep];

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
