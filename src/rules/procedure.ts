// What a procedure file may say: steps, who takes them, what they ask, which guards and clocks they carry.
import { z } from 'zod';
import { bilingual, cited, dayText } from './words.ts';

export const inputKinds = [
  'day',
  'month_day',
  'number',
  'choice',
  'flag',
  'text',
  'document',
  'person',
  'people',
  'ballot',
  'papers',
  'places',
  'note',
  'earlier',
  'choices',
] as const;
export const factKinds = ['day', 'number', 'choice', 'flag', 'text', 'list'] as const;

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const name = z.string().regex(/^[a-z][A-Za-z0-9_]*$/);
export const factName = z.string().regex(/^[a-z][A-Za-z0-9_]*(\.[a-z][A-Za-z0-9_]*)*$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** True when the fact is equal to `is`, one of `in`, other than `not`, a list that `has` the code, or held (`present`). */
export const condition = z.strictObject({
  fact: factName,
  is: scalar.optional(),
  has: scalar.optional(),
  not: scalar.optional(),
  in: z.array(scalar).optional(),
  present: z.boolean().optional(),
});
const conditions = z.array(condition).min(1);

export const input = z.strictObject({
  id: name,
  kind: z.enum(inputKinds),
  label: bilingual,
  required: z.boolean().default(false),
  /** the fact it becomes, when not "<step>.<input>" */
  fact: factName.optional(),
  /** class of personal data 1–4; a note is class 3 unless said otherwise */
  class: z.int().min(1).max(4).optional(),
  catalogue: code.optional(),
  choices: z.array(z.strictObject({ code, label: bilingual })).optional(),
  who: z.enum(['official_member', 'any_member']).optional(),
  body: z.enum(['cell', 'base_committee', 'decider']).optional(),
  /** of an earlier act: the step whose act is named */
  of: code.optional(),
  /** a day that may lie ahead: a return that is expected, a task to be done by */
  future: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  when: conditions.optional(),
});

export const requirement = z.strictObject({
  guard: code,
  args: z.record(z.string(), z.unknown()),
  when: conditions.optional(),
  way_out: z.strictObject({ step: code.nullable(), by: code.nullable(), code }),
  record_shortfall: z.boolean().default(false),
  /** asked only where a committee has set the figure: no text does */
  where_set: z.boolean().default(false),
});

/** Something that falls due: from which day, how long, until which act, who must act and what follows when it is late. */
export const due = z
  .strictObject({
    id: code,
    clock: code,
    label: bilingual,
    args: z.record(z.string(), z.unknown()),
    /** the step that prolongs it once, and by how much */
    extended_by: z.strictObject({ step: code, parameter: z.string() }).optional(),
    /** the file was sent back: where the law says that stops the clock, the working days until it came again are added */
    stopped_by: z.strictObject({ step: code, until: code, parameter: z.string() }).optional(),
    when: conditions.optional(),
    /** no clock while no committee has set the figure: no text does */
    where_set: z.boolean().default(false),
    ends_with: z.array(code),
    /** a duty can be late; a term (of a certificate, of the probation) only ends */
    nature: z.enum(['duty', 'term']).default('duty'),
    /** office kinds that must act */
    answers: z.array(code).default([]),
    /** null: the texts say nothing about what follows */
    consequence: bilingual.nullable().default(null),
  })
  .refine(({ nature, answers }) => nature === 'term' || answers.length > 0, {
    message: 'fault.duty_answers',
    path: ['answers'],
  });

const leads = z.strictObject({
  to: code,
  from: z.array(code).optional(),
  when: conditions.optional(),
});

/** What a step does to the person: the membership that begins (or ends) and the day it counts from. */
export const effect = z.strictObject({
  status: z.enum(['probationary', 'official', 'former']),
  day: z.strictObject({ fact: factName, months: z.string().optional() }),
  /** `unless`: while that fact is held the day is told by nobody here */
  seniority: z.strictObject({ fact: factName, unless: factName.optional() }).optional(),
  annuls: z.boolean().default(false),
  when: conditions.optional(),
});

export const sheet = z.strictObject({ id: code, form: z.string().nullable(), label: bilingual });

export const step = z.strictObject({
  id: code,
  label: bilingual,
  actor: z.array(code).min(1),
  on_behalf: z.array(code).default([]),
  level: z.enum(['cell', 'base', 'superior']),
  action: z.string(),
  repeatable: z.boolean().default(false),
  from: z.union([z.literal('any_open'), z.array(code)]),
  /** open only in this state of the case, as a return that is open, whatever the stage */
  when: conditions.optional(),
  leads_to: z.array(leads).default([]),
  effect: effect.optional(),
  tally: code.optional(),
  inputs: z.array(input).default([]),
  requires: z.array(requirement).default([]),
  due: z.array(due).default([]),
  papers: z.array(sheet).default([]),
  basis: z.array(cited).min(1),
});

/** An act that brings a paper of the dossier: its answer (of a choice only this one) says so. */
const broughtBy = z.strictObject({
  step: code,
  input: name,
  is: scalar.optional(),
  state: z.enum(['have', 'not_needed']).default('have'),
});

export const procedure = z.strictObject({
  id: code,
  label: bilingual,
  /** whose acts: of a candidate's dossier, of a member on the roll, routine work of a unit; judged only: of the structure */
  about: z.enum(['candidacy', 'member', 'unit', 'organisation']).default('candidacy'),
  /** steps beside the road – ways off it, cases of their own – stand in a menu named after the procedure */
  aside: z.boolean().default(false),
  dossier: z
    .array(
      z.strictObject({
        id: code,
        form: z.string().nullable(),
        label: bilingual,
        needed: z.enum(['always', 'if_any']),
        /** of a special case: only its dossier holds this paper */
        when: conditions.optional(),
        from: z.array(broughtBy).optional(),
      }),
    )
    .default([]),
  versions: z
    .array(
      z.strictObject({
        version: z.string(),
        in_force_from: dayText,
        running_cases: z.enum(['finish', 'switch']),
        basis: z.array(cited).min(1),
        steps: z.array(step).min(1),
      }),
    )
    .min(1),
});

export const stagesFile = z.strictObject({
  stages: z.array(z.strictObject({ id: code, label: bilingual })).min(2),
});

/**
 * How a fact follows from the acts: places asked and not settled, days on which votes of a tally failed, a first day,
 * how often a step was taken since another was last taken, whether it was taken and not yet undone by another, how many
 * acts no other answers, the latest day or half-year told, all codes told.
 */
export const derivation = z.union([
  z.strictObject({
    open_places: z.strictObject({
      sent: code,
      answered: code,
      input: name,
      settled: z.strictObject({ input: name, is: scalar }),
    }),
  }),
  z.strictObject({ failed_days: code }),
  z.strictObject({ first_day_of: code }),
  z.strictObject({ times_since: z.strictObject({ step: code, since: code }) }),
  z.strictObject({ open_since: z.strictObject({ step: code, until: code }) }),
  z.strictObject({ unanswered: z.strictObject({ step: code, by: code, input: name }) }),
  z.strictObject({ latest_of: z.strictObject({ step: code, input: name }) }),
  z.strictObject({ latest_half: z.strictObject({ step: code, year: name, half: name }) }),
  z.strictObject({ all_codes: z.strictObject({ step: code, input: name }) }),
]);

export const factsFile = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: factName,
      kind: z.enum(factKinds),
      label: bilingual,
      catalogue: code.optional(),
      derive: derivation.optional(),
      /** what holds when nobody recorded it, once another fact is known */
      default: z.strictObject({ is: scalar, once: factName }).optional(),
    }),
  ),
});

export type InputKind = (typeof inputKinds)[number];
export type Condition = z.infer<typeof condition>;
export type Input = z.infer<typeof input>;
export type Requirement = z.infer<typeof requirement>;
export type Due = z.infer<typeof due>;
export type Effect = z.infer<typeof effect>;
export type Sheet = z.infer<typeof sheet>;
export type Step = z.infer<typeof step>;
export type Procedure = z.infer<typeof procedure>;
export type ProcedureVersion = Procedure['versions'][number];
export type Stage = z.infer<typeof stagesFile>['stages'][number];
export type DeclaredFact = z.infer<typeof factsFile>['facts'][number];
export type Derivation = z.infer<typeof derivation>;
export type BroughtBy = z.infer<typeof broughtBy>;
export type DossierPaper = Procedure['dossier'][number];

export const ballotParts = ['total', 'base', 'present', 'yes', 'no', 'blank', 'excused'] as const;

/** The facts an input of this kind gives, beside the fact itself. */
export const partsOf = (kind: InputKind): readonly string[] => {
  if (kind === 'document') return ['number', 'on', 'by'];
  if (kind === 'ballot') return [...ballotParts, 'excluded'];
  if (kind === 'people') return ['count', 'status'];
  if (kind === 'choices') return ['count'];
  return kind === 'person' ? ['status'] : [];
};
