// Why the outlook of a unit is what it is, and what would raise it most: groups of candidacies with their steps and
// days, and the distribution made again with an act done. Single candidacies never carry a number.
import { type Db } from '../../platform/db.ts';
import { today } from '../../platform/clock.ts';
import type { Day } from '../../platform/day.ts';
import type { Actor } from '../../platform/http.ts';
import { breathing } from '../../platform/behind/breathe.ts';
import { preparing } from '../../forecast/outlook.ts';
import { openClasses } from '../../forecast/calendar.store.ts';
import type { OpenRow } from '../../forecast/open.store.ts';
import { usualFrom } from '../../forecast/usual.ts';
import type { TreeNode } from '../../org/tree.ts';
import { Missing } from '../../platform/errors.ts';
import { law } from '../../road/law.ts';
import { lineOf, type Told } from './line.store.ts';
import { actsFor, raisesOf } from './raise.store.ts';
import { openBelow, type Scene, sceneOf } from './scene.store.ts';
import type { OutlookGroup, OutlookView } from './view.ts';

export async function whyOf(
  db: Db,
  actor: Actor,
  asked: { unit: number; period: string; on: Day | undefined },
): Promise<OutlookView> {
  const scene = await sceneOf(db, actor, { ...asked, figure: 'admission' });
  const { node } = scene.place;
  if (!node) throw new Missing('access.missing');
  const cases = openBelow(scene, node);
  const told = lineOf(scene, node);
  const { period, on } = scene.place;
  return {
    period: { key: period.key, from: period.from, to: period.to },
    on,
    elapsed: scene.gone,
    line: told.line,
    groups: groupsOf(scene, cases),
    comers: told.outlook ? Math.round(told.outlook.comers) : null,
    raise: on >= today() ? await raise(db, scene, node) : [],
    learned: learnedOf(scene, told),
    ready: scene.ready,
    asOf: on,
  };
}

function learnedOf({ model, place }: Scene, { outlook }: Told): OutlookView['learned'] {
  const { windows: periods, admissions } = outlook?.rests ?? { windows: 0, admissions: 0 };
  const learned = { since: model?.since ?? null, until: model?.until ?? place.on, periods };
  return { ...learned, admissions: roundDown(admissions) };
}

/** 34 → 30, 1.267 → 1.000. */
function roundDown(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 1);
  return Math.floor(count / unit) * unit;
}

/** By stage, those nearest to the ceremony first. */
function groupsOf({ model, place }: Scene, cases: readonly OpenRow[]): OutlookGroup[] {
  const byStage = Map.groupBy(cases, ({ stage }) => stage);
  const stages = law().stages.filter(({ id }) => byStage.has(id));
  return stages.toReversed().map(({ id, label }) => {
    const own = byStage.get(id) as OpenRow[];
    const going = own.filter(({ paused }) => !paused);
    return {
      stage: id,
      label,
      cases: own.length,
      able: going.filter(({ earliestOn }) => !earliestOn || earliestOn <= place.period.to).length,
      paused: own.length - going.length,
      next: nextOf(going),
      earliestOn: soonest(going.map(({ bound }) => bound?.earliestOn)),
      usualDays: model ? usualFrom(model, id).days : null,
    };
  });
}

/** The step most of them take next, and the first day one of them may. */
function nextOf(rows: readonly OpenRow[]): OutlookGroup['next'] {
  const steps = Map.groupBy(
    rows.flatMap(({ bound }) => bound?.next ?? []),
    ({ step }) => step,
  );
  const [most] = [...steps.values()].toSorted((a, b) => b.length - a.length);
  if (!most?.[0]) return null;
  const { step, label } = most[0];
  return { step, label, earliestOn: soonest(most.map(({ earliestOn }) => earliestOn)) };
}

const soonest = (days: readonly (Day | null | undefined)[]): Day | null =>
  days.filter((day) => day !== null && day !== undefined).toSorted()[0] ?? null;

async function raise(db: Db, scene: Scene, node: TreeNode) {
  const { model, place } = scene;
  if (!model) return [];
  const classes = await openClasses(db);
  const acts = await actsFor(db, { scene, node, classes });
  // What a class is worth is reckoned from its last day on: that stretch is made ready without holding up others.
  for (const { on } of acts)
    if (on && on > place.on && on < place.period.to) await breathing(preparing(model, on, place.period.to));
  return raisesOf(scene, node, acts);
}
