// The regulations in the browser, for every room: what the server has read of the files, with what committees and
// administrators laid over them. Carried, so that a form opens again without a network.
import { openContent, type Overlays, type Regulations, type Shipped } from '../../rules/index.ts';
import { useRead } from '../../ui/query.tsx';

interface LawAnswer {
  shipped: Shipped;
  overlays: Overlays;
}
/** After five minutes a page that is opened or looked at again asks whether the rules are still the same. */
const freshMs = 300_000;

/** Many parts of a page ask; it is opened once per answer of the server. */
const opened = new WeakMap<LawAnswer, Regulations>();

function openLaw(answer: LawAnswer): Regulations {
  const law = opened.get(answer) ?? openContent(answer.shipped, answer.overlays);
  opened.set(answer, law);
  return law;
}

/** No law while it is on its way. */
export function useLaw() {
  const query = useRead<LawAnswer>('/regulations/content', { staleTime: freshMs, carry: true });
  return { query, law: query.data && openLaw(query.data) };
}
