// Ghi nhận hiện trạng: a case found in mid-road becomes one marked entry – the stage it is at, the dated facts that
// are known of the acts before, and who vouches for it. What is not held stays absent and refuses nothing later.
import type { PartialDay } from '../platform/day.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid } from '../platform/errors.ts';
import { type DocumentData, streamOf, type TakenOverAct } from './dossier.ts';
import { type Profile, type ReadInputs, readInputs } from './inputs.ts';
import type { Law } from './law.ts';
import { refuseFuture } from './prepare.ts';

export interface KnownAct {
  step: string;
  on: PartialDay | null;
  /** by input of the step; persons as ids, a document as {number?, on?, by?}, a ballot as {base, yes, …} */
  inputs?: Record<string, unknown>;
  passed?: boolean | null;
}

export interface TakeOverInput {
  clientId: string;
  dossierId: string;
  personId: string;
  unitId: number;
  /** day of the list or of the talk from which the state is taken */
  happenedOn: PartialDay;
  stage: string;
  stageOn: PartialDay | null;
  acts: readonly KnownAct[];
  proposerUnitId?: number | null;
  classUnitId?: number | null;
  voucherId?: string | null;
  paper?: DocumentData | null;
  sourceKey?: string | null;
  batch?: string | null;
  /** entry of an earlier take-over that this one corrects */
  names?: string | null;
}

export interface TakeOverContext {
  law: Law;
  profile: Profile;
  today: string;
  /** where the case stands, when its place is known: local rules hold there */
  path?: string | undefined;
}

/** The ledger entry of a case taken over. Throws Invalid for what cannot be (more votes than voters, a future day). */
export function takeOverEntries(input: TakeOverInput, context: TakeOverContext): NewEntry[] {
  const { law, today } = context;
  if (law.order(input.stage) < 0) throw new Invalid('admission.unknown_stage');
  const procedure = law.order(input.stage) >= law.order('admitted') ? 'recognition' : 'admission';
  return [
    {
      clientId: input.clientId,
      stream: streamOf(input.dossierId),
      kind: 'dossier.taken_over',
      happenedOn: input.happenedOn,
      unitId: input.unitId,
      personId: input.personId,
      names: input.names ?? null,
      batch: input.batch ?? null,
      data: {
        procedure,
        procedureVersion: law.versionOf(procedure, today),
        stage: input.stage,
        stageOn: input.stageOn,
        acts: input.acts.map((act) => knownAct(act, input.stage, context)),
        proposerUnitId: input.proposerUnitId ?? null,
        classUnitId: input.classUnitId ?? null,
        voucherId: input.voucherId ?? null,
        paper: input.paper ?? null,
        sourceKey: input.sourceKey ?? null,
      },
    },
  ];
}

export function knownAct(act: KnownAct, stage: string, context: TakeOverContext): TakenOverAct {
  if (act.on) refuseFuture(act.on, context.today);
  const { inputs } = readKnown(act, context);
  const passed = act.passed ?? passedOf(act, inputs, context) ?? carriedBy(act, stage, context);
  return { step: act.step, on: act.on, inputs, passed };
}

function readKnown(act: KnownAct, { law, profile, today }: TakeOverContext): ReadInputs {
  const known = law.findStep(act.step);
  if (!known) throw new Invalid('admission.unknown_step');
  return readInputs(known.step, act.inputs ?? {}, { profile, today, live: false, catalogue: law.catalogue });
}

/** A vote whose numbers are known is judged by them. */
function passedOf(
  act: KnownAct,
  inputs: TakenOverAct['inputs'],
  { law, path }: TakeOverContext,
): boolean | null {
  if (!act.on) return null;
  const doing = { step: act.step, on: act.on, inputs };
  const facts = law.factsOf({ dossier: { takenOver: null }, acts: [], stage: null, held: {}, act: doing });
  return law.rulesOn(act.on, path).judge(act.step, facts).passed;
}

/** Of a vote that is only dated, the stage that the case has reached says that it carried. */
function carriedBy(act: KnownAct, stage: string, { law }: TakeOverContext): boolean | null {
  const step = law.findStep(act.step)?.step;
  if (!step?.requires.some((requirement) => requirement.record_shortfall)) return null;
  return step.leads_to.some(({ to }) => law.order(to) <= law.order(stage)) ? true : null;
}
