// Routes of difficulties: raised by units, taken up, answered or passed on by the level above.
import { z } from 'zod';
import type { Db } from '../platform/db.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import {
  answerBody,
  difficultiesAnswer,
  difficultiesQuery,
  difficultyAnswer,
  difficultyBody,
  stepBody,
} from './view.ts';
import { listDifficulties, viewDifficulty } from './list.store.ts';
import { type DifficultyAct, raiseDifficulty, type Step, stepDifficulty } from './write.store.ts';

const one = z.object({ id: z.uuid() });

async function stepped(db: Db, actor: Actor, asked: { id: string; act: DifficultyAct }, body: Step) {
  await stepDifficulty(db, actor, asked, body);
  return { item: await viewDifficulty(db, actor, asked.id) };
}

const step = (word: string, act: DifficultyAct, summary: string): Route =>
  route({
    method: 'POST',
    url: `/api/difficulties/:id/${word}`,
    action: 'report.read',
    summary,
    params: one,
    body: act === 'answer' ? answerBody : stepBody,
    response: difficultyAnswer,
    handler: ({ db, actor, params, body }) => stepped(db, actor, { id: params.id, act }, body),
  });

export const difficultyRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/difficulties',
    action: 'report.read',
    summary: 'Difficulties of a unit, those that lie with it, or all within its branch; by state.',
    query: difficultiesQuery,
    response: difficultiesAnswer,
    handler: ({ db, actor, query }) => listDifficulties(db, actor, query),
  }),
  route({
    method: 'POST',
    url: '/api/difficulties',
    action: 'report.write',
    summary: 'Raises a difficulty; it goes to the level above.',
    body: difficultyBody,
    response: difficultyAnswer,
    handler: async ({ db, actor, body }) => ({
      item: await viewDifficulty(db, actor, await raiseDifficulty(db, actor, body)),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/difficulties/:id',
    action: 'report.read',
    summary: 'One difficulty with the way it went and its answer.',
    params: one,
    response: difficultyAnswer,
    handler: async ({ db, actor, params }) => ({ item: await viewDifficulty(db, actor, params.id) }),
  }),
  step('take-up', 'take_up', 'Takes a difficulty up: whoever raised it sees that it is being worked on.'),
  step('answer', 'answer', 'Answers a difficulty.'),
  step('pass-up', 'pass_up', 'Hands a difficulty to the level above, with a word.'),
  step('withdraw', 'withdraw', 'The unit withdraws a difficulty of its own, with a word.'),
];
