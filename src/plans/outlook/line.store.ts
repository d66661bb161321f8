// The outlook of one unit in words that may be told: the chance of its target, the interval – or why not.
import { gateOf } from '../../forecast/gate.ts';
import { type Outlook, outlook } from '../../forecast/outlook.ts';
import type { OpenCase } from '../../forecast/history.ts';
import type { TreeNode } from '../../org/tree.ts';
import { isKnown } from '../amount.ts';
import { isOver } from '../period.ts';
import { doneOf, isTold, openBelow, type Scene } from './scene.store.ts';
import type { OutlookLine } from './view.ts';

type WhyNot = NonNullable<OutlookLine['why']>;

export interface Told {
  line: OutlookLine;
  outlook: Outlook | null;
}

export function lineOf(scene: Scene, node: TreeNode): Told {
  const done = doneOf(scene, node);
  const said = scene.model ? foretell(scene, node, openBelow(scene, node)) : null;
  const gate = said && gateOf({ done, elapsed: scene.gone.share, rests: said.rests }, scene.least);
  const why = whyOfPeriod(scene, node) ?? whyOfTarget(scene, node, done) ?? gate;
  const target = targetOf(scene, node);
  const outlook = gate === null && why !== 'told' ? said : null;
  const percent = why === null && outlook && target !== null ? percentOf(outlook.chanceOf(target)) : null;
  return {
    outlook,
    line: {
      unitId: node.id,
      done,
      target,
      percent,
      why,
      ...intervalOf(outlook),
      linear: paceOf(scene, done),
    },
  };
}

const paceOf = ({ gone }: Scene, done: number): number | null => (gone.days === 0 ? null : done / gone.share);

const intervalOf = (outlook: Outlook | null): Pick<OutlookLine, 'low' | 'high' | 'median'> =>
  outlook
    ? { low: outlook.low, high: outlook.high, median: outlook.median }
    : { low: null, high: null, median: null };

/** Never 0 and never 100: dates and steps are not certain. */
export const percentOf = (chance: number): number => Math.min(99, Math.max(1, Math.round(chance * 100)));

export const targetOf = ({ targets }: Scene, { id }: TreeNode): number | null => {
  const amount = targets.get(id);
  return amount && isKnown(amount) ? amount.minimum : null;
};

/** `admitted`: what if so many more were admitted today. */
export function foretell(
  scene: Scene,
  node: TreeNode,
  cases: readonly OpenCase[],
  admitted = 0,
): Outlook | null {
  if (!scene.model) return null;
  const { on, period } = scene.place;
  const done = doneOf(scene, node) + admitted;
  const target = targetOf(scene, node);
  return outlook(scene.model, cases, { unitId: node.id, on, until: period.to, done, target });
}

function whyOfPeriod(scene: Scene, node: TreeNode): WhyNot | null {
  const { period, on } = scene.place;
  if (on < period.from) return 'future';
  if (isOver(period, on)) return 'over';
  if (!scene.model) return scene.reckoning ? 'reckoning' : 'other_figure';
  return isTold(scene, node) ? 'told' : null;
}

function whyOfTarget({ targets }: Scene, { id }: TreeNode, done: number): WhyNot | null {
  const amount = targets.get(id);
  if (!amount) return 'no_target';
  if (!isKnown(amount)) return 'unknown_target';
  if (amount.maximum === 0 && done === 0) return 'zero';
  return done >= amount.minimum ? 'met' : null;
}
