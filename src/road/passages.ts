// Through which stages a case has come, when, and in whose hands: what figures of the road and forecasts are made of.
// Reckoned from the standing; nothing here is stored by hand.
import type { PartialDay } from '../platform/day.ts';
import { type Dossier, unitOn } from './fold.ts';
import type { Law } from './law.ts';
import type { JudgedAct, Standing } from './standing.ts';

export interface Passage {
  stage: string;
  on: PartialDay;
  unitId: number;
  /** false: the act that leads there was taken while the case stood elsewhere */
  entered: boolean;
  closedAs: string | null;
}

/** In the order in which they were reached; what has no day is not told. */
export function passagesOf(dossier: Dossier, standing: Standing, law: Law): Passage[] {
  const found = beforeTakeOver(dossier, standing, law);
  const seen = (stage: string) => found.some((one) => one.stage === stage);
  for (const judged of standing.acts.filter(({ act }) => !act.takenOver)) {
    const { stageBefore, stageAfter } = judged;
    if (!judged.act.on) continue;
    const moved = stageAfter !== null && stageAfter !== stageBefore;
    if (moved) found.push(passage(judged, stageAfter, true));
    for (const stage of moved ? [] : asideOf(judged, law))
      if (!seen(stage)) found.push(passage(judged, stage, false));
  }
  return withEnd(found, dossier, standing);
}

/** What the acts of a case taken over prove, and the stage it was found at. */
function beforeTakeOver(dossier: Dossier, standing: Standing, law: Law): Passage[] {
  const { takenOver } = dossier;
  if (!takenOver) return [];
  const proven = new Map<string, JudgedAct>();
  for (const judged of standing.acts.filter(({ act }) => act.takenOver)) {
    const lead = provenBy(judged, takenOver.stage, law);
    // Of acts that lead on only together or at last, the last one did.
    if (lead && (lead.last || !proven.has(lead.stage))) proven.set(lead.stage, judged);
  }
  const found = standing.acts.flatMap((judged) =>
    [...proven].filter(([, by]) => by === judged).map(([stage]) => ({ judged, stage })),
  );
  const passages: Passage[] = [];
  for (const { judged, stage } of found) passages.push(passage(judged, stage, isAhead(passages, stage, law)));
  const { stage, stageOn: on } = takenOver;
  if (on && !proven.has(stage))
    passages.push({ stage, on, unitId: unitOn(dossier, on), entered: true, closedAs: null });
  return passages;
}

const passage = ({ act }: JudgedAct, stage: string, entered: boolean): Passage => ({
  stage,
  on: act.on ?? '',
  unitId: act.unitId,
  entered,
  closedAs: null,
});

const isAhead = (found: readonly Passage[], stage: string, law: Law): boolean =>
  found.every((one) => law.order(one.stage) < law.order(stage));

/** The stage to which a step leads, as an act of a case taken over proves it: none beyond the one it was found at. */
function provenBy({ act }: JudgedAct, found: string, law: Law): { stage: string; last: boolean } | null {
  if (!act.on || act.passed === false) return null;
  const leads = law.findStep(act.step)?.step.leads_to ?? [];
  const reached = leads.filter(({ to }) => law.order(to) <= law.order(found));
  const lead = reached.toSorted((a, b) => law.order(b.to) - law.order(a.to))[0];
  return lead ? { stage: lead.to, last: lead.when !== undefined } : null;
}

/** An act that proves a stage behind the one where the case stands: a certificate brought after the helper was named. */
function asideOf({ act, stageAfter }: JudgedAct, law: Law): string[] {
  if (!act.on || act.passed === false) return [];
  const leads = law.findStep(act.step)?.step.leads_to ?? [];
  return leads
    .filter(({ to, when }) => when === undefined && to !== stageAfter && to !== 'closed')
    .map(({ to }) => to);
}

function withEnd(found: Passage[], dossier: Dossier, { stage, closedOn, closedAs }: Standing): Passage[] {
  if (stage !== 'closed') return found;
  const last = found.at(-1);
  if (last?.stage === 'closed') return [...found.slice(0, -1), { ...last, closedAs }];
  if (closedOn === null) return found;
  return [...found, { stage, on: closedOn, unitId: unitOn(dossier, closedOn), entered: true, closedAs }];
}
