// The regulations as data for browsers and other programs: what the very files say that the server judges by, and what
// is laid over them. Answered whole, known by its hash, so that a browser asks again for little.
import { route, type Route } from '../platform/http.ts';
import { shippedContent } from '../rules/index.ts';
import { type InForce, lawInForce, markOf, shippedData } from './enforce.store.ts';

interface Answer {
  body: string;
  etag: string;
}
/** Made once for the rules in force. */
const answers = new WeakMap<InForce, Answer>();

function answerOf(law: InForce): Answer {
  const known = answers.get(law);
  if (known) return known;
  // As read here: to read the files and to look for faults in them would cost a phone a second.
  const body = JSON.stringify({ shipped: shippedContent(shippedData()), overlays: law.overlays });
  const made = { body, etag: `W/"${markOf(body)}"` };
  answers.set(law, made);
  return made;
}

export const regulationRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/regulations/content',
    action: 'signed_in',
    summary:
      'What the files of regulations/ say, and the local provisions and calendar edits in force; src/rules/content.ts opens it',
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
