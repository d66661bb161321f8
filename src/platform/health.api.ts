// Whether this server answers and its database with it.
import { sql } from 'kysely';
import { z } from 'zod';
import { route, type Route } from './http.ts';

export const healthRoutes = (version: string): Route[] => [
  route({
    method: 'GET',
    url: '/api/health',
    action: 'public',
    summary: 'Is the server well? Asks the database, too',
    response: z.object({ status: z.literal('ok'), version: z.string() }),
    handler: async ({ db }) => {
      await sql`select 1`.execute(db);
      return { status: 'ok' as const, version };
    },
  }),
];
