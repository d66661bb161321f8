// Difficulties as an office meets them: one is raised, and so many lie here and wait for an answer.
import { expect } from 'vitest';
import { newId } from '../src/platform/ids.ts';
import type { Client } from './app.ts';

export async function raise(client: Client, unitId: number, words: string): Promise<string> {
  const asked = { clientId: newId(), unitId, topic: 'organisation', words };
  const answer = await client.post('/api/difficulties', asked);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.item.id;
}

/** As the menu counts them. */
export const waiting = async (client: Client): Promise<number> =>
  ((await client.get('/api/waiting')).body.items as { id: string; count: number }[]).find(
    ({ id }) => id === 'difficulties',
  )?.count ?? 0;

/** As the list of what lies here counts them. */
export const here = async (client: Client): Promise<number> =>
  (await client.get('/api/difficulties?box=here&state=open')).body.total;
