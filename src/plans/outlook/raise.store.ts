// Acts that stand open now, each tried out: enrol those without a certificate in the next class, get the answers of a
// place, take the step that is due. The distribution is made again as if it were done; the difference is told for
// groups only.
import type { Day } from '../../platform/day.ts';
import type { Db } from '../../platform/db.ts';
import type { Message } from '../../platform/messages.ts';
import { mayBeSent } from '../../forecast/bound.store.ts';
import { type OpenClass, owedReplies } from '../../forecast/calendar.store.ts';
import { least } from '../../forecast/gate.ts';
import type { OpenRow } from '../../forecast/open.store.ts';
import { usualFrom } from '../../forecast/usual.ts';
import type { TreeNode } from '../../org/tree.ts';
import { law } from '../../road/law.ts';
import { foretell, lineOf, targetOf } from './line.store.ts';
import { openBelow, type Scene } from './scene.store.ts';
import type { OutlookRaise } from './view.ts';

export interface Act {
  kind: OutlookRaise['kind'];
  step: string;
  label: Message;
  name: string | null;
  /** the day on which it is done; null = now */
  on: Day | null;
  ids: ReadonlySet<string>;
  /** where they stand then; 'admitted' = done */
  stage: string;
  href: string;
}

const certified = 'class_certified';

export async function actsFor(
  db: Db,
  { scene, node, classes }: { scene: Scene; node: TreeNode; classes: readonly OpenClass[] },
): Promise<Act[]> {
  const rows = openBelow(scene, node).filter(({ id, paused }) => id !== null && !paused);
  const replies = repliesOf(rows, await owedReplies(db));
  const inClass = classesOf(rows, classes, scene.place.period.to);
  return [...inClass, ...replies, ...stepsOf(scene, node, rows, replies)];
}

const idsOf = (rows: readonly OpenRow[]): Set<string> => new Set(rows.map(({ id }) => id as string));
const stepLabel = (step: string): Message => law().findStep(step)?.step.label ?? { vi: step, en: step };

/** Those without a certificate, in the next class that serves them and ends in time; as many as it has seats. */
function classesOf(rows: readonly OpenRow[], classes: readonly OpenClass[], until: Day): Act[] {
  const needing = rows.filter(({ stage }) => mayBeSent(stage));
  const byClass = Map.groupBy(needing, ({ home }) =>
    classes.find(({ serves, free, lastOn }) => free > 0 && lastOn < until && home.startsWith(serves)),
  );
  return [...byClass].flatMap(([found, own]) => {
    if (!found) return [];
    const seated = own.slice(0, found.free);
    const step = 'class_certificate';
    const act: Act = {
      kind: 'class',
      step,
      label: stepLabel(step),
      name: found.label,
      on: found.lastOn,
      ids: idsOf(seated),
      stage: certified,
      href: `/classes/${found.id}`,
    };
    return [act];
  });
}

/** Those who wait for one place alone: its answer lets them go on. */
function repliesOf(rows: readonly OpenRow[], owed: Awaited<ReturnType<typeof owedReplies>>): Act[] {
  const places = Map.groupBy(owed, ({ dossierId }) => dossierId);
  const waiting = rows.filter(
    ({ id, stage }) => stage === 'verifying' && places.get(id as string)?.length === 1,
  );
  const byPlace = Map.groupBy(waiting, ({ id }) => places.get(id as string)![0]!.place);
  return [...byPlace].map(([place, own]) => ({
    kind: 'reply' as const,
    step: 'verify_reply',
    label: stepLabel('verify_reply'),
    name: place,
    on: null,
    ids: idsOf(own),
    stage: 'verified',
    href: '/verifications',
  }));
}

/** Steps that may be taken today, and were not. */
function stepsOf(
  { model, place }: Scene,
  { id }: TreeNode,
  rows: readonly OpenRow[],
  replies: readonly Act[],
): Act[] {
  const waiting = new Set(replies.flatMap(({ ids }) => [...ids]));
  const due = rows.filter(({ id: own, bound }) => {
    const next = bound?.next;
    return (
      next && next.earliestOn <= place.on && next.step !== 'class_certificate' && !waiting.has(own as string)
    );
  });
  const groups = Map.groupBy(due, ({ stage, bound }) => `${stage} ${bound!.next!.step}`);
  return [...groups.values()].flatMap((own) => {
    const [{ stage, bound }] = own as [OpenRow];
    const next = model && usualFrom(model, stage).next;
    if (!next || !bound?.next) return [];
    const { step, label } = bound.next;
    const href = `/dossiers?unit=${id}&stage=${stage}`;
    const act: Act = { kind: 'step', step, label, name: null, on: null, ids: idsOf(own), stage: next, href };
    return [act];
  });
}

const mostShown = 5;

export function raisesOf(scene: Scene, node: TreeNode, acts: readonly Act[]): OutlookRaise[] {
  const { line } = lineOf(scene, node);
  const rows = openBelow(scene, node);
  const target = targetOf(scene, node);
  const before = foretell(scene, node, rows);
  if (!before || line.why === 'met' || line.why === 'zero') return [];
  const told = line.percent !== null && target !== null;
  return acts
    .map((act) => {
      const after = afterDone(scene, node, rows, act);
      const gain = after ? after.mean - before.mean : 0;
      const points =
        after && told ? Math.round((after.chanceOf(target) - before.chanceOf(target)) * 100) : null;
      return { act, gain, points: act.ids.size >= least.cases ? points : null };
    })
    .filter(({ gain, points }) => gain > 0 && (points === null || points >= 1))
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, mostShown)
    .map(({ act: { ids, kind, step, label, name, on, href }, points }) => ({
      kind,
      step,
      label,
      name,
      on,
      href,
      points,
      cases: ids.size,
    }));
}

/** The same pool with the act done for all of the group. */
function afterDone(scene: Scene, node: TreeNode, rows: readonly OpenRow[], { ids, stage, on }: Act) {
  const done = (row: OpenRow): boolean => row.id !== null && ids.has(row.id);
  if (stage === 'admitted')
    return foretell(
      scene,
      node,
      rows.filter((row) => !done(row)),
      rows.filter(done).length,
    );
  const day = on ?? scene.place.on;
  return foretell(
    scene,
    node,
    rows.map((row) => (done(row) ? { ...row, stage, since: day, from: day } : row)),
  );
}
