// How a candidacy ended, as steps: what the person did, what the cell or the committee did not agree to, and how somebody on
// probation is struck off. What ends on the roll (death, moving away as a member) is told there and ends the case with it.
import { addDays } from '../../../src/platform/day.ts';
import type { PassageLine } from '../line.ts';
import { ballotOf, bodyOf, document, type Knowing, type Made } from './steps.ts';
import type { CaseStory } from './story.ts';

const struck = (reason: string): Made[] => [{ step: 'strike', inputs: { reason } }];

const leaving: Record<string, (passage: PassageLine) => Made[]> = {
  moved_away: () => [{ step: 'move', inputs: { to: 'Nơi cư trú, công tác mới' } }],
  withdrew: () => [{ step: 'withdraw', inputs: {} }],
  over_age_or_other: () => struck('no_longer_fit'),
};

const lost = (passage: PassageLine) => {
  const base = Math.max(passage.ballot?.base ?? 9, 3);
  const yes = Math.min(passage.ballot?.yes ?? Math.floor(base / 2), Math.ceil((base * 2) / 3) - 1);
  return { total: base, base, present: base, yes, no: base - yes, blank: 0, excluded: {} };
};

/** Before the verification is done nobody has voted: the cell strikes the name from its list. */
function notApproved(passage: PassageLine, before: string | undefined): Made[] {
  const refused = { verified: ['cell_vote', 'cell'], cell_voted: ['base_vote', 'base_committee'] } as const;
  const found = refused[before as keyof typeof refused];
  if (!found) return struck('no_longer_fit');
  const [step, by] = found;
  const report = document(passage.number, passage.on);
  return [
    { step, inputs: { ballot: lost(passage) } },
    { step: 'not_agreed', inputs: { by, report } },
  ];
}

function removed(passage: PassageLine, knowing: Knowing): Made[] {
  const votedOn = addDays(passage.on, -7);
  const { kind, above } = knowing.placeOn(passage.unitId, votedOn);
  const vote = (step: string) => ({ step, on: votedOn, inputs: { ballot: ballotOf(passage) } });
  const base = kind === 'cell' && above === 'base_organisation' ? [vote('removal_base_vote')] : [];
  const decision = document(passage.number, passage.on);
  const inputs = { decision, reason: 'DUBI', body: bodyOf(passage, knowing), powers: 'none' };
  return [vote('removal_cell_vote'), ...base, { step: 'remove_probationer', inputs }];
}

export function closingSteps(passage: PassageLine, story: CaseStory, knowing: Knowing): Made[] {
  const { closedAs } = passage;
  if (closedAs === 'removed_probationer') return removed(passage, knowing);
  if (story.admission) return [];
  if (closedAs === 'not_approved')
    return notApproved(passage, story.passages.findLast(({ stage }) => stage !== 'closed')?.stage);
  return leaving[closedAs ?? '']?.(passage) ?? struck('other');
}
