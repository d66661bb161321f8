// One candidacy as entries: opened, walked step by step as the rules of each day judge it, handed over, ended – by the same pure
// functions that a single act goes through, but each act judged once. What it does to the roll comes out at the end.
import { differenceOf, wantedEntries } from '../../../src/road/effects.ts';
import { streamOf } from '../../../src/road/dossier.ts';
import type { Act, Dossier } from '../../../src/road/fold.ts';
import { unitOn } from '../../../src/road/fold.ts';
import { type Around, heldAround } from '../../../src/road/held.ts';
import { readInputs } from '../../../src/road/inputs.ts';
import type { Law, MemberEffect } from '../../../src/road/law.ts';
import {
  actDataOf,
  type Body,
  decideWrite,
  type Frame,
  getStep,
  type Prepared,
} from '../../../src/road/prepare.ts';
import {
  factsFor,
  type HeldOn,
  type JudgedAct,
  type Located,
  pathOn,
  type Standing,
} from '../../../src/road/standing.ts';
import type { Day } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { Failure, Refused } from '../../../src/platform/errors.ts';
import type { VaultWrite } from '../../../src/platform/vault.ts';
import type { Verdict } from '../../../src/rules/verdict.ts';
import { meetingsFor, type Meetings } from './meetings.ts';
import { cardOf, textsOf } from './texts.ts';

/** One thing that happens to a case, in turn. */
export type CaseEvent =
  | { do: 'act'; clientId: string; step: string; on: Day; inputs: Record<string, unknown> }
  /** the case goes to another cell; `roll` names the entry of the roll that took it along */
  | { do: 'hand_over'; clientId: string; on: Day; toUnitId: number; roll: string | null }
  /** the person is sent to a class of this centre */
  | { do: 'name_class'; clientId: string; on: Day; centreId: number }
  | { do: 'end'; clientId: string; on: Day; as: string; unitId: number; roll: string };

export interface CaseToMake {
  id: string;
  personId: string;
  unitId: number;
  around: Around;
  path: string;
  pathOf: NonNullable<Located['pathOf']>;
  /** the opening comes first */
  events: readonly CaseEvent[];
}

export interface MadeCase {
  entries: NewEntry[];
  /** what the roll must be told */
  roll: NewEntry[];
  texts: VaultWrite[];
  /** steps that the law of their day, or the state of the case, did not allow */
  left: { step: string; on: Day; code: string }[];
}

export const consentReason = 'Cấp ủy đã xem xét, dữ liệu mô phỏng';

interface Walk {
  toMake: CaseToMake;
  frame: Frame;
  meetings: Meetings;
  dossier: Located;
  factsOf: Law['factsOf'];
  acts: JudgedAct[];
  made: MadeCase;
}

const fresh = (): Omit<Dossier, 'id' | 'personId' | 'unitId'> => ({
  handovers: [],
  ended: null,
  procedure: '',
  procedureVersion: '',
  proposerUnitId: null,
  classUnitId: null,
  sourceKey: null,
  takenOver: null,
  acts: [],
  version: 0,
});

export function makeCase(toMake: CaseToMake, frame: Frame, meetings: Meetings): MadeCase {
  const { id, personId, unitId, path, pathOf } = toMake;
  const walk: Walk = {
    toMake,
    frame,
    meetings,
    dossier: { ...fresh(), id, personId, unitId, path, pathOf },
    factsOf: frame.law.along(),
    acts: [],
    made: { entries: [], roll: [], texts: [], left: [] },
  };
  for (const event of toMake.events) follow(walk, event);
  if (walk.made.entries.length > 0) walk.made.roll = rollOf(walk);
  return walk.made;
}

function follow(walk: Walk, event: CaseEvent): void {
  if (event.do === 'hand_over') return handOver(walk, event);
  if (event.do === 'end') return end(walk, event);
  if (event.do === 'name_class') return nameClass(walk, event);
  try {
    act(walk, event);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    // Of a case only the first fault is told: the others follow from it.
    const { left } = walk.made;
    if (left.length === 0) left.push({ step: event.step, on: event.on, code: faultOf(cause) });
  }
}

function faultOf(cause: Failure): string {
  if (!(cause instanceof Refused)) return cause.code;
  const { reasons = [] } = (cause.details ?? {}) as Partial<Verdict>;
  const bad = reasons.filter(({ outcome }) => outcome === 'refused');
  return [cause.code, ...bad.map(({ guard, parameters }) => `${guard}(${parameters.join()})`)].join(' ');
}

function act(walk: Walk, event: Extract<CaseEvent, { do: 'act' }>): void {
  const opening = walk.made.entries.length === 0;
  const body: Body = { step: event.step, happenedOn: event.on, inputs: event.inputs };
  const prepared = judge(walk, body);
  if (prepared.verdict.outcome === 'unverified') body.consent = { reason: consentReason };
  decideWrite(prepared.verdict, body.consent);
  const { toMake, dossier, meetings } = walk;
  const cell = unitOn(dossier, event.on);
  meetingsFor(meetings, {
    prepared,
    cell,
    on: event.on,
    clientId: event.clientId,
    places: toMake.around.places,
  });
  const entry = entryOf(walk, event, { prepared, body, opening });
  const texts = textsOf(prepared, event.clientId, body.consent?.reason ?? null);
  const { personId } = toMake;
  if (texts.length > 0) walk.made.texts.push({ personId, entry: event.clientId, fields: texts });
  walk.made.texts.push(...cardOf(prepared, event.clientId, personId));
  walk.made.entries.push(entry);
  remember(walk, entry, { prepared, cell });
}

function entryOf(
  { toMake, dossier }: Walk,
  { clientId, on }: { clientId: string; on: Day },
  { prepared, body, opening }: { prepared: Prepared; body: Body; opening: boolean },
): NewEntry {
  const { verdict } = prepared;
  const data = actDataOf(prepared, body, { corrected: false });
  const more = { procedure: verdict.procedure, procedureVersion: verdict.version };
  return {
    clientId,
    stream: streamOf(toMake.id),
    kind: opening ? 'dossier.opened' : 'dossier.act',
    happenedOn: on,
    unitId: unitOn(dossier, on),
    personId: toMake.personId,
    ruleset: verdict.ruleSet,
    data: opening ? { ...data, ...more, proposerUnitId: null, sourceKey: null } : { ...data },
  };
}

/** What the next step finds: the acts with the stages they led to. Clocks and effects are reckoned once, at the end. */
function remember(walk: Walk, entry: NewEntry, { prepared, cell }: { prepared: Judged; cell: number }): void {
  const { before, verdict, effect } = prepared;
  const own: Act = {
    entry: entry.clientId,
    root: entry.clientId,
    unitId: cell,
    step: verdict.step,
    on: entry.happenedOn,
    inputs: prepared.read.inputs,
    passed: verdict.passed,
    takenOver: false,
    data: entry.data as unknown as Act['data'],
    ruleset: verdict.ruleSet,
  };
  const stageAfter = verdict.leadsTo ?? before.stage;
  walk.acts.push({ act: own, stageBefore: before.stage, stageAfter, verdict, clocks: [], effect });
  walk.dossier.acts.push(own);
}

const heldIn =
  ({ toMake, dossier }: Pick<Walk, 'toMake' | 'dossier'>): HeldOn =>
  (on, said, unitId) =>
    heldAround(toMake.around, unitId ?? unitOn(dossier, on), on, said);

interface Judged extends Prepared {
  effect: MemberEffect | null;
}

/** As `prepareAct` judges a single act; days are in order here, and lists of papers complete. */
function judge(walk: Walk, { step, happenedOn: on, inputs }: Body): Judged {
  const { frame, dossier } = walk;
  const { law } = frame;
  const known = getStep(law, step);
  const read = readInputs(known.step, inputs, { ...frame, live: true, catalogue: law.catalogue });
  const path = pathOn(dossier, unitOn(dossier, on), on);
  const stage = walk.acts.at(-1)?.stageAfter ?? null;
  const at = { takenOver: null, ...(path === undefined ? {} : { path }) };
  const before = { dossier: at, acts: dossier.acts, stage };
  const facts = factsFor(walk.factsOf, before, { step, on, inputs: read.judged }, heldIn(walk));
  const rules = law.rulesOn(on, path);
  const effect = known.step.effect ? rules.effectOf(step, facts) : null;
  return { known, read, before, verdict: rules.judge(step, facts), effect };
}

/** What is over follows nobody any more. */
const isOpen = ({ made, acts, dossier }: Walk): boolean =>
  made.entries.length > 0 && acts.at(-1)?.stageAfter !== 'closed' && dossier.ended === null;

function handOver(walk: Walk, event: Extract<CaseEvent, { do: 'hand_over' }>): void {
  const { clientId, on, toUnitId, roll } = event;
  const { dossier, made, toMake } = walk;
  if (!isOpen(walk) || unitOn(dossier, on) === toUnitId) return;
  const data = { toUnitId, handoverId: null, reason: null, ...(roll ? { roll } : {}) };
  made.entries.push(
    entryAbout(toMake, { clientId, on, unitId: toUnitId, kind: 'dossier.handed_over', data }),
  );
  const after = dossier.acts.length;
  dossier.handovers.push({
    entry: clientId,
    on,
    fromUnitId: dossier.unitId,
    toUnitId,
    handoverId: null,
    roll,
    after,
  });
  dossier.unitId = toUnitId;
}

function end(walk: Walk, { clientId, on, as, unitId, roll }: Extract<CaseEvent, { do: 'end' }>): void {
  if (!isOpen(walk)) return;
  const data = { as, roll };
  walk.made.entries.push(entryAbout(walk.toMake, { clientId, on, unitId, kind: 'dossier.ended', data }));
  walk.dossier.ended = { as, on };
}

function nameClass({ made, toMake, dossier }: Walk, event: Extract<CaseEvent, { do: 'name_class' }>): void {
  if (made.entries.length === 0) return;
  const { clientId, on, centreId: classUnitId } = event;
  const unitId = unitOn(dossier, on);
  made.entries.push(
    entryAbout(toMake, { clientId, on, unitId, kind: 'dossier.class_named', data: { classUnitId } }),
  );
}

const entryAbout = (
  { id, personId }: CaseToMake,
  { clientId, on, ...more }: Pick<NewEntry, 'clientId' | 'unitId' | 'kind' | 'data'> & { on: Day },
): NewEntry => ({ clientId, stream: streamOf(id), happenedOn: on, personId, ...more });

/** The entries of the person's own stream, as the case stands with everything in it. */
function rollOf({ dossier, acts, made }: Walk): NewEntry[] {
  const stage = acts.at(-1)?.stageAfter ?? 'nominated';
  const standing: Standing = {
    stage,
    stageOn: null,
    closedAs: null,
    closedOn: null,
    acts,
    clocks: [],
    facts: {},
  };
  return differenceOf(dossier, [], wantedEntries(dossier, standing), made.entries[0]?.clientId ?? '');
}
