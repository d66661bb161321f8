// The regulations as data for browsers and other programs: the very files that the server judges by, and what is laid
// over them. Answered whole, known by its hash, so that a browser asks again for little.
import { route, type Route } from '../platform/http.ts';
import { type InForce, lawInForce, markOf, shippedContent } from './enforce.store.ts';

interface Answer {
  body: string;
  etag: string;
}
/** Made once for the rules in force. */
const answers = new WeakMap<InForce, Answer>();

function answerOf(law: InForce): Answer {
  const known = answers.get(law);
  if (known) return known;
  // As data: reading YAML costs a phone seconds.
  const body = JSON.stringify({ files: shippedContent(), overlays: law.overlays });
  const made = { body, etag: `"${markOf(body)}"` };
  answers.set(law, made);
  return made;
}

export const regulationRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations',
    action: 'signed_in',
    summary:
      'All files of regulations/ by path – YAML as data, tables as text – and the local provisions and calendar edits in force; load them with src/rules/load.ts',
    handler: async ({ request, reply }) => {
      const { body, etag } = answerOf(lawInForce());
      reply.headers({ etag, 'cache-control': 'private, no-cache' });
      if (request.headers['if-none-match'] === etag) return reply.status(304).send();
      return reply
        .type('application/json')
        .serializer((payload: unknown) => payload as string)
        .send(body);
    },
  }),
];
