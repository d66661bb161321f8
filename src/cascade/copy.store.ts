// The plan of the period before, taken over as a draft: its words, who answers for it, and the numbers then in force for
// units that are still there. Results are not copied (S0-22).
import { Invalid } from '../platform/errors.ts';
import { findFigure } from '../statistics/figure.ts';
import type { NewEntry } from '../platform/entry.ts';
import { targetsOn } from '../plans/target.store.ts';
import { getBranch, givenOf, isMass, periodOf, rowsBelow } from './frame.store.ts';
import { periodBefore } from './gather.store.ts';
import type { Plan } from './fold.ts';
import type { DraftLine } from './plan.ts';
import { findPlan } from './plan.store.ts';
import { holdsOffice, openedFirst, planEntry, type Writing } from './write.store.ts';

/**
 * What this plan says already is not written over. The papers of the old period are not those of the new one, and whoever
 * left office answers for nothing any more.
 */
async function wordsOf(writing: Writing, { described: said }: Plan): Promise<NewEntry[]> {
  const { tx, unit, plan } = writing;
  if (!said || plan?.described) return [];
  const { responsibleId } = said;
  const holds = responsibleId !== null && (await holdsOffice(tx, responsibleId, unit.path));
  const words = { ...said, responsibleId: holds ? responsibleId : null, documents: [] };
  return [planEntry(writing, 'plan.described', words, { role: 'said' })];
}

export async function copied(writing: Writing): Promise<NewEntry[]> {
  const { tx, unit, plan, ask } = writing;
  const period = periodOf(ask.period);
  const before = periodBefore(period);
  const source = before && (await findPlan(tx, unit.id, before.key));
  if (!before || !source) throw new Invalid('plans.nothing_to_copy');
  if (plan?.state === 'approved') throw new Invalid('plans.approved_already');
  if (plan && plan.lines.length > 0) throw new Invalid('plans.copy_over');
  const rows = rowsBelow(await getBranch(tx, unit.id, period)).filter(({ endedOn }) => endedOn === null);
  const massOf = new Map(rows.map((row) => [row.id, isMass(row)]));
  const then = await targetsOn(tx, { period: before.key, on: before.to, units: [...massOf.keys()] });
  const lines = then.flatMap((target): DraftLine[] => {
    const given = target.kind === 'assigned' ? givenOf(target) : null;
    const fits = (findFigure(target.figure)?.of === 'mass') === massOf.get(target.unitId);
    return given && fits
      ? [{ unitId: target.unitId, figure: target.figure, part: target.part, ...given }]
      : [];
  });
  return [
    ...openedFirst(writing, source.id),
    ...(await wordsOf(writing, source)),
    planEntry(writing, 'plan.drafted', { lines, own: [] }),
  ];
}
