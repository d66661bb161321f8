// The first-run page writes once through this route; afterwards it refuses.
import { z } from 'zod';
import { isPartialDay } from '../platform/day.ts';
import { entryCode, entryDay } from '../platform/entry.ts';
import { type Route, route } from '../platform/http.ts';
import { normalise } from '../platform/text.ts';
import { profileCode, sessionAnswer } from './answers.ts';
import { begin } from './session/session.api.ts';
import { setUp } from './setup.store.ts';

const text = (least: number, most: number) =>
  z.string().transform(normalise).pipe(z.string().min(least).max(most));

const setupInput = z.object({
  clientId: z.uuid().optional(),
  committee: z.object({
    name: text(2, 200),
    kind: z.string(),
    provinceId: z.string().regex(/^\w{1,10}$/),
    foundedOn: z.string().refine(isPartialDay).nullable().optional(),
    superiorName: text(0, 200).nullable().optional(),
    superiorKind: z.string().nullable().optional(),
  }),
  profile: profileCode,
  rules: z
    .array(
      z.object({
        parameter: z.string().regex(/^[a-z0-9_.]{1,80}$/),
        value: z.number().min(1),
        document: z.object({ number: entryCode, on: entryDay }),
      }),
    )
    .max(20)
    .optional(),
  administrator: z.object({
    userName: text(3, 60),
    password: z.string().min(1).max(200),
    displayName: text(2, 120),
  }),
});

export const setupRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/setup',
    action: 'public',
    summary:
      'First run: committee, profile and first administrator, who is signed in. Refused once it is done.',
    body: setupInput,
    response: sessionAnswer,
    handler: async ({ db, body, request, reply }) => {
      const { accountId } = await setUp(db, body);
      return begin(db, accountId, { request, reply });
    },
  }),
];
