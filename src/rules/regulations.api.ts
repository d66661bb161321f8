// The regulations as data for browsers and other programs: the very files that the server judges by.
import { createHash } from 'node:crypto';
import { route, type Route } from '../platform/http.ts';
import type { RegulationFiles } from './load.ts';

/** `GET /api/regulations`; the answer is made once and known by its hash. */
export function regulationRoutes(files: RegulationFiles): Route[] {
  // Places serve the importer alone: half a megabyte that no step is judged by.
  const judged = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('places/')));
  const body = JSON.stringify({ files: judged });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return [
    route({
      method: 'GET',
      url: '/api/regulations',
      action: 'signed_in',
      summary: 'All files of regulations/ by path, as text; load them with src/rules/load.ts',
      handler: async ({ request, reply }) => {
        reply.headers({ etag, 'cache-control': 'private, no-cache' });
        if (request.headers['if-none-match'] === etag) return reply.status(304).send();
        return reply
          .type('application/json')
          .serializer((payload: unknown) => payload as string)
          .send(body);
      },
    }),
  ];
}
