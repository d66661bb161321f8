// How an introduction stands, in the words of those who brought it.
import type { MineRow } from '../../view.ts';

/** Of the long way after the answer no more is told than its four parts. */
export function stateWord({ state, stage }: Pick<MineRow, 'state' | 'stage'>) {
  if (state !== 'accepted') return `own.state_${state}` as const;
  if (stage === 'probation') return 'own.state_probation' as const;
  if (stage === 'done') return 'own.state_done' as const;
  return stage === 'source' ? ('own.state_accepted' as const) : ('own.state_listed' as const);
}
