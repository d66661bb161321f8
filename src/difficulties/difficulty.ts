// A difficulty (khó khăn, vướng mắc) that a unit writes about its work: it goes to the level above, which takes it up,
// answers it, or hands it further up with a word. Whoever wrote it sees where it lies.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { type Entry, publicLines, publicText } from '../platform/entry.ts';
import { type DifficultyState, difficultyTopics } from './view.ts';

const unitId = z.int().positive();

/** Stream `difficulty:<uuid>`; the unit that acts stands in the entry’s own column. */
export const difficultyKinds = {
  'difficulty.raised': z.object({
    topic: z.enum(difficultyTopics),
    words: publicLines(3000),
    reportId: z.uuid().nullable(),
    /** the level above; null: there is none in Nguồn */
    to: unitId.nullable(),
  }),
  'difficulty.taken_up': z.object({ words: publicText() }),
  /** to nobody = to a level that does not use Nguồn */
  'difficulty.passed_up': z.object({ to: unitId.nullable(), words: publicText() }),
  'difficulty.answered': z.object({ words: publicLines(3000) }),
  'difficulty.withdrawn': z.object({ words: publicText() }),
} satisfies Record<string, z.ZodType>;
type RaisedData = z.output<(typeof difficultyKinds)['difficulty.raised']>;

export const difficultyStreamOf = (id: string): string => `difficulty:${id}`;

export interface DifficultyStep {
  step: 'raised' | 'taken_up' | 'passed_up' | 'answered' | 'withdrawn';
  on: Day;
  unitId: number;
  to: number | null;
  by: string;
  words: string;
}
export interface Difficulty {
  id: string;
  unitId: number;
  topic: (typeof difficultyTopics)[number];
  words: string;
  reportId: string | null;
  raisedOn: Day;
  state: DifficultyState;
  /** where it lies */
  at: number | null;
  outside: boolean;
  answer: { words: string; on: Day; by: string; unitId: number } | null;
  steps: DifficultyStep[];
  version: number;
}

export function foldDifficulty(id: string, entries: readonly Entry[]): Difficulty | null {
  const [raised] = entries;
  if (raised?.kind !== 'difficulty.raised' || raised.unitId === null) return null;
  const { topic, words, reportId, to } = raised.data as RaisedData;
  const made: Difficulty = {
    id,
    unitId: raised.unitId,
    topic,
    words,
    reportId,
    raisedOn: raised.happenedOn ?? '',
    state: 'waiting',
    at: to,
    outside: to === null,
    answer: null,
    steps: entries.map(stepOf),
    version: entries.at(-1)?.version ?? 0,
  };
  for (const step of made.steps.slice(1)) go(made, step);
  return made;
}

function stepOf({ kind, happenedOn, unitId: unit, recordedBy, data }: Entry): DifficultyStep {
  const { to = null, words = '' } = data as { to?: number | null; words?: string };
  const step = kind.slice('difficulty.'.length) as DifficultyStep['step'];
  return {
    step,
    on: happenedOn ?? '',
    unitId: unit ?? 0,
    to,
    by: recordedBy,
    words: step === 'raised' ? '' : words,
  };
}

function go(made: Difficulty, { step, on, unitId: unit, to, by, words }: DifficultyStep): void {
  if (step === 'taken_up') made.state = 'taken_up';
  if (step === 'withdrawn') made.state = 'withdrawn';
  if (step === 'passed_up') {
    made.state = to === null ? 'taken_up' : 'waiting';
    made.outside = to === null;
    // What left Nguồn is answered by whoever sent it there.
    made.at = to ?? unit;
  }
  if (step === 'answered') {
    made.state = 'answered';
    made.answer = { words, on, by, unitId: unit };
  }
}

export const isOpen = ({ state }: Pick<Difficulty, 'state'>): boolean =>
  state === 'waiting' || state === 'taken_up';
