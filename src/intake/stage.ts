// The stage a candidate stands at by the dated facts that a file gives: the furthest one any fact speaks for.
import type { AnyValues, HaveValue } from './kinds.ts';

// In the order of the road; the facts that prove a stage.
export const stageFacts: [string, string[]][] = [
  ['nominated', ['nominatedOn']],
  ['listed', ['listedOn']],
  ['class_certified', ['certificateOn', 'certificateNumber']],
  ['helped', ['helper', 'helperOn']],
  ['permitted', ['permittedOn', 'dossierOn']],
  ['papers_ready', []],
  ['verifying', ['verificationSentOn']],
  ['verified', ['verificationRepliedOn']],
  ['cell_voted', ['cellVoteOn']],
  ['base_voted', ['baseVoteOn']],
  ['decided', ['decisionOn', 'decisionNumber']],
  ['admitted', ['admittedOn']],
  ['probation_reviewed', ['selfReviewOn']],
  ['recognition_cell_voted', ['recognitionCellVoteOn']],
  ['recognition_base_voted', ['recognitionBaseVoteOn']],
  ['recognised', ['recognitionDecisionOn', 'recognitionNumber', 'officialOn']],
];

export const stageRank = (stage: string): number => stageFacts.findIndex(([id]) => id === stage);

/** Ballots that did not carry two thirds prove a vote, not that the stage behind it was reached. */
const carried = (values: AnyValues, vote: string): boolean => {
  const [yes, base] = [values[`${vote}Yes`], values[`${vote}Base`]];
  return typeof yes !== 'number' || typeof base !== 'number' || yes * 3 >= base * 2;
};
const votes: Record<string, string> = {
  cell_voted: 'cellVote',
  base_voted: 'baseVote',
  recognition_cell_voted: 'recognitionCellVote',
  recognition_base_voted: 'recognitionBaseVote',
};

const have = (value: unknown): boolean => (value as HaveValue | undefined)?.have === true;

export function stageOf(values: AnyValues): string {
  if (values['closedOn'] || values['closedWhy']) return 'closed';
  const reached = stageFacts.filter(
    ([stage, facts]) =>
      facts.some((fact) => values[fact] !== undefined) && (!votes[stage] || carried(values, votes[stage])),
  );
  const stage = reached.at(-1)?.[0] ?? 'nominated';
  const papers = ['application', 'historyPaper', 'introduction', 'opinions'].every((key) =>
    have(values[key]),
  );
  return stage === 'permitted' && papers && !values['papersMissing'] ? 'papers_ready' : stage;
}
