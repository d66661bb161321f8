// Everything an outlook is made of, read once for a branch: tree, results, targets, open candidacies and the model of
// that day. Where the model is still being made, the question is answered without it and asked again in a moment.
import type { Day } from '../../platform/day.ts';
import { allOf, type Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import type { Least } from '../../forecast/gate.ts';
import { least as leastEver } from '../../forecast/gate.ts';
import type { Model, PastTarget } from '../../forecast/history.ts';
import { prepared } from '../../forecast/model.store.ts';
import type { OpenRow } from '../../forecast/open.store.ts';
import type { FigureId } from '../../statistics/figure.ts';
import type { TreeNode } from '../../org/tree.ts';
import type { Amount } from '../amount.ts';
import { leastOf, wholeTargets } from '../branch.store.ts';
import { type Done, doneAt } from '../done.ts';
import { doneIn } from '../done.store.ts';
import { elapsed, type Elapsed, isOver } from '../period.ts';
import { dayOf, figureOf, narrow, periodOf, type Place, placeOf } from '../place.store.ts';
import { targetsOn } from '../target.store.ts';
import { openIn, type Placed, rowsBelow } from './open.store.ts';

export interface Scene {
  place: Place;
  gone: Elapsed;
  done: Done;
  targets: Map<number, Amount>;
  least: Least;
  /** null: nothing can be foretold of this figure or period, or the model is not there yet */
  model: Model | null;
  reckoning: boolean;
  /** in the order of the tree */
  open: readonly Placed[];
  ready: boolean;
}
export interface SceneAsked {
  unit: number | undefined;
  period: string;
  figure: string;
  on: Day | undefined;
}

export async function sceneOf(db: Db, actor: Actor, asked: SceneAsked): Promise<Scene> {
  const on = dayOf(asked.on);
  const figure = figureOf(asked.figure, actor).id;
  const place = await placeOf(db, actor, { period: periodOf(asked.period, on), on, unit: asked.unit });
  const unitIds = narrow(place);
  const [{ whole }, targets] = await allOf(db, [
    () => doneIn(db, { tree: place.tree, period: place.period, figure, on, unitIds }),
    () => targetsOf(db, place, figure),
  ]);
  const scene: Scene = {
    place,
    gone: elapsed(place.period, on),
    done: whole,
    targets,
    least: { ...leastEver, ...leastOf(place.path) },
    model: null,
    reckoning: false,
    open: [],
    ready: true,
  };
  return foretells(place, figure) ? withModel(db, scene) : scene;
}

/** Only admissions have a way that can be followed; only a period that runs has an end ahead. */
const foretells = ({ period, on }: Place, figure: FigureId): boolean =>
  figure === 'admission' && !isOver(period, on) && on >= period.from;

/** Assigned to each unit as a whole; of a large branch those of the whole tree, which are kept. */
async function targetsOf(db: Db, place: Place, figure: FigureId): Promise<Map<number, Amount>> {
  const found = await wholeTargets(db, place, figure);
  return new Map(
    found
      .filter(({ part, kind }) => part === '' && kind === 'assigned')
      .map(({ unitId, minimum, maximum, mark }) => [unitId, { minimum, maximum, mark }]),
  );
}

const longestWaitMs = 1_500;

async function withModel(db: Db, scene: Scene): Promise<Scene> {
  const { on, period } = scene.place;
  const model = await inTime(prepared(db, on, period.to));
  if (!model) return { ...scene, reckoning: true, ready: false };
  const { open, ready } = await openIn(db, scene.place, model);
  return { ...scene, model, open, ready };
}

async function inTime(model: Promise<Model>): Promise<Model | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestWaitMs);
  });
  return Promise.race([model, late]).finally(() => clearTimeout(timer));
}

/** Candidacies of a unit and of all below it. */
export const openBelow = ({ open }: Scene, node: TreeNode): OpenRow[] => rowsBelow(open, node);

export const doneOf = ({ done }: Scene, { index }: TreeNode): number => doneAt(done, index).value;
/** A result was told that says more than what was counted: its way is not known. */
export const isTold = ({ done }: Scene, { index }: TreeNode): boolean =>
  (done.values[index] ?? 0) !== (done.counted[index] ?? 0);

/** Targets of whole years that had ended by a day, as they stood on the last day: what the model learns from. */
export async function pastTargets(db: Db, on: Day): Promise<PastTarget[]> {
  const last = Number(on.slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, back) => last - back).filter(
    (year) => `${year}-12-31` <= on,
  );
  const found: PastTarget[] = [];
  for (const year of years) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const targets = await targetsOn(db, { period: String(year), on: to, figures: ['admission'] });
    for (const { unitId, kind, part, minimum } of targets)
      if (kind === 'assigned' && part === '' && minimum) found.push({ unitId, from, to, minimum });
  }
  return found;
}
const yearsBack = 16;
