// What the dossier routes answer and accept: one contract for server, browser and the description of the API.
import { z } from 'zod';
import { fieldNames } from '../members/fields.ts';
import type { FactValue } from '../rules/verdict.ts';
import {
  assessmentView,
  chargeNoteView,
  contactView,
  day,
  docView,
  introductionView,
  partial,
  taskView,
  uuid,
} from './noted-view.ts';
import { citationView, messageView, reasonView, verdictView } from './verdict-view.ts';

export const named = z.object({ personId: uuid, name: z.string().nullable() });
export const paperView = z.object({
  id: z.string(),
  form: z.string().nullable(),
  label: messageView,
  needed: z.enum(['always', 'if_any']),
  state: z.enum(['have', 'missing', 'not_needed', 'unknown']),
  on: partial,
  keptAt: z.string().nullable(),
});

export const verificationView = z.object({
  place: z.string().nullable(),
  persons: z.number().nullable(),
  sentOn: partial,
  receivedOn: partial,
  repliedOn: partial,
  result: z.string().nullable(),
  letter: docView.nullable(),
  /** a reply is still waited for */
  awaited: z.boolean(),
  dueOn: z.string().nullable(),
});

export const clockView = z.object({
  id: z.string(),
  label: messageView,
  /** the place it runs for, of a clock about places */
  place: z.string().nullable(),
  startsOn: z.string(),
  dueOn: z.string().nullable(),
  limit: z.number().nullable(),
  unit: z.enum(['working_days', 'days', 'months']),
  /** the step that prolongs it, and the last day if that is taken; null when it cannot or was */
  extendsWith: z.string().nullable(),
  extendsTo: z.string().nullable(),
  extended: z.boolean(),
  /** it stands still since this day, while the file lies elsewhere */
  stoppedOn: z.string().nullable(),
  /** office kinds that must act */
  answers: z.array(z.string()),
  consequence: messageView.nullable(),
  /** the other reading of a change of law while it runs */
  otherwise: z.object({ reading: z.string(), dueOn: z.string().nullable() }).nullable(),
  /** somebody's duty, which can be late; a term only ends */
  duty: z.boolean(),
  /** days by which a duty is behind today */
  lateDays: z.number().nullable(),
  confidence: z.enum(['S', 'S2', 'L', 'K', '?']),
  citations: z.array(citationView),
  endedOn: z.string().nullable(),
});

export const sheetLink = z.object({ id: z.string(), form: z.string().nullable(), label: messageView });

export const actView = z.object({
  entry: uuid,
  step: z.string(),
  label: messageView,
  happenedOn: partial,
  recordedAt: z.string(),
  recordedBy: z.string(),
  office: z.string().nullable(),
  decidedBy: z.string(),
  onBehalf: z.object({ number: z.string(), on: z.string() }).nullable(),
  ruleSet: z.string(),
  guidance: z.array(z.string()),
  outcome: verdictView.shape.outcome,
  verdict: verdictView.nullable(),
  passed: z.boolean().nullable(),
  /** where the dossier stood after the act; null while it stands nowhere */
  stageAfter: z.string().nullable(),
  /** of a case taken over in mid-road: known, but not recorded here when it happened */
  takenOver: z.boolean(),
  consentReason: z.string().nullable(),
  /** as entered; a person is {id, name}, people a list of them; free text that is sealed shows as null */
  inputs: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  state: z.enum(['standing', 'withdrawn', 'corrected']),
  reason: z.string().nullable(),
  correctedBy: z.string().nullable(),
  shortfall: z.boolean(),
  contested: z.object({ reason: z.string().nullable(), at: z.string(), by: z.string() }).nullable(),
  sheets: z.array(sheetLink),
  /** what may be done with this act by this reader: 'correct', 'withdraw', 'contest' */
  can: z.array(z.string()),
  rejudged: verdictView.nullable(),
});

export const nextView = z.object({
  step: z.string(),
  label: messageView,
  actor: z.array(z.string()),
  mine: z.boolean(),
  onBehalf: z.boolean(),
  verdict: verdictView,
  earliestOn: z.string().nullable(),
  /** name of the menu it stands in, beside the road; null = on the road */
  aside: messageView.nullable(),
});

export const aheadView = z.object({
  /** stage the way leads to */
  goal: z.string(),
  steps: z.array(
    z.object({
      step: z.string(),
      label: messageView,
      actor: z.array(z.string()),
      earliestOn: z.string(),
      /** last day by the duty that the step fulfils */
      latestOn: z.string().nullable(),
      /** what makes the case wait until that day */
      waitsFor: reasonView.nullable(),
    }),
  ),
  /** null when something stands in the way that no day mends */
  reachedOn: z.string().nullable(),
  /** without a reason: no step leads on from there */
  stoppedBy: z.object({ step: z.string(), label: messageView, reason: reasonView.nullable() }).nullable(),
});

export const phases = ['source', 'dossier', 'approval', 'probation', 'done'] as const;

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const dossierView = z.object({
  id: uuid,
  version: z.number(),
  person: z.object({
    id: uuid,
    fullName: z.string(),
    sex: z.string().nullable(),
    bornOn: partial,
    education: z.string().nullable(),
    status: z.string(),
  }),
  unit: z.object({
    id: z.number(),
    name: z.string(),
    path: z.string(),
    trail: z.array(z.string()),
    /** where the case stood in the tree, and since when: local rules hold by place and day */
    places: z.array(z.object({ fromOn: z.string(), path: z.string() })),
  }),
  procedure: z.enum(['admission', 'recognition']),
  stage: z.string(),
  stageOn: partial,
  phase: z.enum(phases),
  openedOn: partial,
  takenOver: z.object({ on: z.string(), stage: z.string(), voucher: z.string() }).nullable(),
  closedAs: z.string().nullable(),
  closedOn: partial,
  informed: z.object({ on: z.string(), by: z.string().nullable(), agreed: z.boolean() }).nullable(),
  proposer: z
    .object({ kind: z.string().nullable(), name: z.string().nullable(), unitId: z.number().nullable() })
    .nullable(),
  helper: named.nullable(),
  helpers: z.array(named.extend({ fromOn: partial, toOn: partial })),
  introducers: z.array(named),
  introductions: z.array(introductionView),
  tasks: z.array(taskView),
  contacts: z.array(contactView),
  assessments: z.array(assessmentView),
  chargeNotes: z.array(chargeNoteView),
  /** nobody follows the case since that day */
  paused: z.object({ on: partial, reason: z.string().nullable(), expectedReturn: partial }).nullable(),
  /** the file lies with those who must complete it */
  returned: z
    .object({
      on: partial,
      level: z.string().nullable(),
      what: z.array(z.string()),
      words: z.string().nullable(),
    })
    .nullable(),
  chosenForYear: z.number().nullable(),
  lastTouchOn: partial,
  /** cells that had the case before */
  handovers: z.array(z.object({ on: partial, from: z.string(), to: z.string() })),
  papers: z.array(paperView),
  verifications: z.array(verificationView),
  facts: z.object({
    ceremonyOn: partial,
    decidedOn: partial,
    certificateOn: partial,
    certificateUntil: partial,
    probationEndsOn: partial,
    recognisedOn: partial,
  }),
  /** what is known beside the acts, for today; the browser judges with it while typing */
  held: z.record(z.string(), factValue),
  acts: z.array(actView),
  clocks: z.array(clockView),
  /** the way onward if everything goes well; null when the case is over or the reader sees only how far it has come */
  ahead: aheadView.nullable(),
  next: z.array(nextView),
  asides: z.array(nextView),
  can: z.array(z.string()),
  profile: z.enum(['A', 'B', 'C']),
  today: z.string(),
});

export const dossierRow = z.object({
  id: uuid,
  version: z.number(),
  personId: uuid,
  fullName: z.string(),
  bornOn: partial,
  unitId: z.number(),
  unitName: z.string(),
  stage: z.string(),
  stageOn: partial,
  helperName: z.string().nullable(),
  nextStep: messageView.nullable(),
  /** earliest duty still open, else the first day on which something ends that is no duty: a certificate, a term */
  nextDueOn: z.string().nullable(),
  dutyOn: z.string().nullable(),
  lateDays: z.number().nullable(),
  blocked: messageView.nullable(),
  closedAs: z.string().nullable(),
});

export const dossierList = z.object({
  items: z.array(dossierRow),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
  counts: z.record(z.string(), z.number()),
});

const flag = z
  .enum(['true', 'false', '1', '0'])
  .optional()
  .transform((value) => value === 'true' || value === '1');
export const listQuery = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  stage: z.string().max(40).optional(),
  phase: z.enum(phases).optional(),
  q: z.string().max(100).optional(),
  /** a duty is behind its day */
  late: flag,
  /** something stands in the way of the next step today */
  blocked: flag,
  /** without the closed ones */
  open: flag,
  /** 'name' or 'due', '-' before it turns the order round */
  sort: z.enum(['name', '-name', 'due', '-due']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const clientId = uuid;
const inputs = z.record(z.string().max(60), z.unknown());
const onBehalf = z.object({ number: z.string().trim().min(1).max(60), on: day });
export const consent = z.object({ reason: z.string().trim().min(5).max(2000) });
export const reason = z.string().trim().min(5).max(2000);

/** Fields of the person as members/fields.ts declares them; a name is needed. */
export const nomineeBody = z
  .partialRecord(z.enum(fieldNames), z.string().max(20_000).nullable())
  .refine((fields) => Boolean(fields.fullName?.trim()), 'a name is needed');

export const nominateBody = z.object({
  clientId,
  personId: uuid.optional(),
  person: nomineeBody.optional(),
  unitId: z.int(),
  happenedOn: day,
  inputs,
  onBehalf: onBehalf.nullish(),
  consent: consent.nullish(),
  /** the writer has looked at the alike persons and goes on */
  sure: z.boolean().optional(),
});
export const judgeBody = z.object({
  step: z.string().max(60),
  happenedOn: day,
  inputs,
  onBehalf: onBehalf.nullish(),
});
export const actBody = judgeBody.extend({ clientId, version: z.int(), consent: consent.nullish() });
export const withdrawBody = z.object({ clientId, version: z.int(), reason });
export const correctBody = withdrawBody.extend({ happenedOn: day, inputs, consent: consent.nullish() });
export const contestBody = z.object({ clientId, reason });
/** no dossier where its opening itself was taken back */
export const changedView = z.object({ dossier: dossierView.nullable(), rejudged: z.array(uuid) });

/** Somebody alike within reach is shown; somebody beyond reach only makes `askAbove` true. */
export const alikeView = z.object({
  items: z.array(
    z.object({
      personId: uuid,
      fullName: z.string(),
      bornOn: partial,
      unitName: z.string(),
      status: z.string(),
      evidence: z.array(z.string()),
      /** the open candidacy: another introduction goes there */
      dossierId: uuid.nullable(),
    }),
  ),
  askAbove: z.boolean(),
  /** whom to ask: an office of the nearest organisation above both */
  ask: z.object({ office: z.string(), unitName: z.string() }).nullable(),
});

export const sealedView = z.object({
  items: z.array(z.object({ entry: uuid, input: z.string(), text: z.string() })),
});
export const cellsView = z.object({
  items: z.array(z.object({ id: z.number(), name: z.string(), kind: z.string() })),
});
/** What the form of a ballot starts from; null where the roll does not know. */
export const rollView = z.object({
  on: z.string(),
  total: z.number().nullable(),
  base: z.number().nullable(),
  excluded: z.record(z.string(), z.number()),
  probationers: z.number().nullable(),
  exempt: z.number().nullable(),
  meetings: z.array(
    z.object({
      id: uuid,
      number: z.string().nullable(),
      present: z.number().nullable(),
      base: z.number().nullable(),
    }),
  ),
});

export { day, docView, partialDay } from './noted-view.ts';
export type {
  AssessmentView,
  ChargeNoteView,
  ContactView,
  Doc,
  IntroductionView,
  TaskView,
} from './noted-view.ts';
export type { SheetView } from './sheet-view.ts';
export type RollView = z.infer<typeof rollView>;
export type Named = z.infer<typeof named>;
export type PaperView = z.infer<typeof paperView>;
export type VerificationView = z.infer<typeof verificationView>;
export type ClockView = z.infer<typeof clockView>;
export type AheadView = z.infer<typeof aheadView>;
export type ActView = z.infer<typeof actView>;
export type NextView = z.infer<typeof nextView>;
export type Phase = (typeof phases)[number];
export type DossierView = Omit<z.infer<typeof dossierView>, 'held'> & { held: Record<string, FactValue> };
export type ListQuery = z.output<typeof listQuery>;
export type DossierRow = z.infer<typeof dossierRow>;
export type DossierList = z.infer<typeof dossierList>;
export type NomineeBody = z.infer<typeof nomineeBody>;
export type NominateBody = z.infer<typeof nominateBody>;
export type JudgeBody = z.infer<typeof judgeBody>;
export type ActBody = z.infer<typeof actBody>;
export type CorrectBody = z.infer<typeof correctBody>;
export type ChangedView = z.infer<typeof changedView>;
export type AlikeView = z.infer<typeof alikeView>;
