// What the API of difficulties (khó khăn, vướng mắc) accepts and answers.
import { z } from 'zod';
import { normalise, normaliseLines } from '../platform/text.ts';

const clientId = z.uuid();
const unitId = z.int().positive().max(2_147_483_647);
const id = z.coerce.number().int().positive().max(2_147_483_647);
const message = z.object({ vi: z.string(), en: z.string() });
const line = z.string().max(2000).transform(normalise).pipe(z.string().max(300));
const paragraphs = (least: number) =>
  z.string().max(20_000).transform(normaliseLines).pipe(z.string().min(least).max(3000));

// ---- difficulties: written below, answered above

export const difficultyStates = ['waiting', 'taken_up', 'answered', 'withdrawn'] as const;
export type DifficultyState = (typeof difficultyStates)[number];
export const difficultyTopics = [
  'sourcing',
  'procedure',
  'members',
  'organisation',
  'means',
  'other',
] as const;
export const difficultyBody = z.object({
  clientId,
  unitId,
  topic: z.enum(difficultyTopics),
  words: paragraphs(10),
  /** the report in which it stands */
  reportId: z.uuid().nullable().default(null),
});
export type DifficultyBody = z.output<typeof difficultyBody>;
export const answerBody = z.object({
  clientId,
  version: z.int(),
  words: paragraphs(3),
});
export const stepBody = z.object({ clientId, version: z.int(), words: line.default('') });
export type StepBody = z.output<typeof stepBody>;
export const difficultiesQuery = z.object({
  unit: id.optional(),
  /** own: written by the unit · here: lies with the unit · below: written within its branch */
  box: z.enum(['own', 'here', 'below']).default('below'),
  state: z.enum(['open', ...difficultyStates]).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DifficultiesQuery = z.output<typeof difficultiesQuery>;
export const difficultyView = z.object({
  id: z.string(),
  version: z.int(),
  unitId: z.number(),
  unitName: z.string(),
  topic: z.enum(difficultyTopics),
  topicLabel: message,
  words: z.string(),
  reportId: z.string().nullable(),
  raisedOn: z.string(),
  state: z.enum(difficultyStates),
  stateLabel: message,
  /** where it lies; null: there is no level above in Nguồn */
  at: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** handed on to a level above that does not use Nguồn */
  outside: z.boolean(),
  answer: z.object({ words: z.string(), on: z.string(), unitName: z.string(), by: z.string() }).nullable(),
  /** the way it went, oldest first */
  steps: z.array(
    z.object({
      step: z.enum(['raised', 'taken_up', 'passed_up', 'answered', 'withdrawn']),
      label: message,
      on: z.string(),
      unitName: z.string(),
      /** passed up: to whom; null: outside Nguồn */
      to: z.string().nullable(),
      by: z.string(),
      words: z.string(),
    }),
  ),
  can: z.array(z.enum(['take_up', 'answer', 'pass_up', 'withdraw'])),
});
export type DifficultyView = z.output<typeof difficultyView>;
export const difficultiesAnswer = z.object({
  items: z.array(difficultyView),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
  counts: z.object({ own: z.int(), here: z.int(), below: z.int() }),
  topics: z.array(z.object({ id: z.enum(difficultyTopics), label: message })),
  can: z.array(z.enum(['raise'])),
});
export type DifficultiesAnswer = z.output<typeof difficultiesAnswer>;
export const difficultyAnswer = z.object({ item: difficultyView });
