// Statements asked again and again are prepared once a connection: parsing and planning them costs more than answering.
// Only quick ones whose plan does not hang on their values – no pattern and no limit among them –, and none that turns
// out slow time and again with other values than those it was first asked with.
import type { Writable } from 'node:stream';
import type pg from 'pg';

const often = 5;
const quickMs = 4;
const slowMs = 50;
const strikes = 3;
const falls = 3;
const mostNamed = 200;
const mostSeen = 2000;

interface Seen {
  times: number;
  quickestMs: number;
  /** how often in a row */
  slow: number;
  /** how often it was asked unprepared again because it had turned out slow */
  fallen: number;
  /** kept while it is asked unprepared: it is the same statement whenever it is prepared again */
  name: string | null;
  isPrepared: boolean;
}
const seen = new Map<string, Seen>();
let named = 0;

/** To be told of every new connection of a pool. */
export function prepareOften(client: pg.Client): void {
  const plain = client.query.bind(client) as (...words: unknown[]) => unknown;
  const gather = gathering(client);
  const timed = timing();
  const query = (text: unknown, values?: unknown, ...more: unknown[]): unknown => {
    gather();
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || hangsOnValues.test(text))
      return plain(text, values, ...more);
    const known = seenBefore(text);
    const { name, isPrepared } = known;
    return timed(known, () =>
      isPrepared ? plain({ name, text, values }, ...more) : plain(text, values, ...more),
    );
  };
  client.query = query as typeof client.query;
}

/** Statements sent in one breath leave in one piece: each piece wakes the other side once. */
function gathering(client: pg.Client): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let open = false;
  return () => {
    if (open) return;
    open = true;
    stream.cork();
    process.nextTick(() => {
      open = false;
      stream.uncork();
    });
  };
}

const hangsOnValues = / (?:i?like|limit|offset) \$/i;

function seenBefore(text: string): Seen {
  const known = seen.get(text);
  if (known) {
    if (!known.isPrepared && fits(known)) {
      known.name ??= `often_${(named += 1)}`;
      known.isPrepared = true;
    }
    return known;
  }
  if (seen.size >= mostSeen) for (const [one, { name }] of seen) if (name === null) seen.delete(one);
  const fresh: Seen = {
    times: 0,
    quickestMs: Number.POSITIVE_INFINITY,
    slow: 0,
    fallen: 0,
    name: null,
    isPrepared: false,
  };
  seen.set(text, fresh);
  return fresh;
}

const fits = ({ times, quickestMs, slow, fallen, name }: Seen): boolean =>
  times >= often &&
  quickestMs < quickMs &&
  slow < strikes &&
  fallen < falls &&
  (name !== null || named < mostNamed);

/** Of those sent one behind the other each has its own time: from the answer before it. */
function timing(): (known: Seen, run: () => unknown) => unknown {
  let answeredAt = 0;
  return (known, run) => {
    const sentAt = performance.now();
    const answer = run();
    if (!(answer instanceof Promise)) return answer;
    const tookMs = () => {
      const began = Math.max(sentAt, answeredAt);
      answeredAt = performance.now();
      return answeredAt - began;
    };
    return answer.then(
      (result: unknown) => {
        note(known, tookMs());
        return result;
      },
      (failure: unknown) => {
        tookMs();
        throw failure;
      },
    );
  };
}

function note(known: Seen, tookMs: number): void {
  known.times += 1;
  known.quickestMs = Math.min(known.quickestMs, tookMs);
  // A machine that is busy for a moment is no reason; a plan that is slow time and again is.
  known.slow = tookMs > slowMs ? known.slow + 1 : 0;
  if (known.slow >= strikes && known.isPrepared) {
    known.isPrepared = false;
    known.fallen += 1;
  }
}
