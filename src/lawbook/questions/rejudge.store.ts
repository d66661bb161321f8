// Acts judged again: what the law of each act's day says now, beside what was recorded with it.
import { type Chunk, inChunks } from '../../platform/behind/chunks.ts';
import { today } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { newId } from '../../platform/ids.ts';
import type { Regulations } from '../../rules/index.ts';
import { caseSources, type Judgement, type Rejudged } from '../../worklist/source.ts';
import { casesBelow, pathsOf, type Placed, type Worded, withWords } from '../cases-of.store.ts';
import { lawInForce } from '../enforce.store.ts';
import { labelOf } from '../labels.ts';
import type { RejudgeList } from '../view.ts';
import { asQuestion, type Asking } from './question.store.ts';

const shown = 500;
/** With the time for reading them: others are answered after each few. */
const chunk: Chunk = { first: 10, least: 5, most: 50, quickMs: 15, slowMs: 40 };

/** Every recorded act within reach whose verdict would be another today; it looks at every act. */
export const listRejudged = (db: Db, actor: Actor, signal: AbortSignal): Promise<RejudgeList> =>
  asQuestion({ accountId: actor.accountId, ask: newId(), signal }, (asking) => answer(db, actor, asking));

async function answer(db: Db, actor: Actor, asking: Asking): Promise<RejudgeList> {
  const { regulations } = lawInForce();
  const found: Found = { looked: 0, differing: [] };
  await look(db, { regulations, paths: pathsOf(actor), asking }, found);
  const worded = await withWords(db, actor, found.differing);
  return {
    items: worded.slice(0, shown).map((one) => ({
      ...wordsOf(one),
      entry: one.entry,
      step: one.step,
      label: labelOf(regulations, one.step),
      on: one.on ?? '',
      recorded: gist(one.recorded),
      now: gist(one.judged),
    })),
    total: worded.length,
    looked: found.looked,
    asOf: today(),
  };
}

interface Look {
  regulations: Regulations;
  paths: readonly (string | null)[];
  asking: Asking;
}

/** Only what differs is kept. */
interface Found {
  /** acts */
  looked: number;
  differing: Rejudged[];
}

async function look(db: Db, { regulations, paths, asking }: Look, found: Found): Promise<void> {
  const sources = caseSources().flatMap(({ rejudging }) => rejudging ?? []);
  const work = await asking.turn(() =>
    Promise.all(
      sources.map(async (source) => ({
        source,
        ids: await casesBelow(paths, (path) => source.ids(db, path)),
      })),
    ),
  );
  asking.found(work.reduce((sum, { ids }) => sum + ids.length, 0));
  for (const { source, ids } of work)
    await inChunks(ids, chunk, async (some) => {
      const tookMs = await asking.turn(async () => {
        const began = performance.now();
        const acts = await source.judge(db, regulations, some);
        found.looked += acts.length;
        found.differing.push(...acts.filter(({ differs }) => differs));
        return performance.now() - began;
      });
      asking.looked(some.length);
      return tookMs;
    });
}

const wordsOf = ({ caseKind, caseId, title, second, href, unitId, unitName }: Worded<Placed>) => ({
  caseKind,
  caseId,
  title,
  second,
  href,
  unitId,
  unitName,
});
const gist = ({ outcome, ruleSet, passed, leadsTo }: Judgement) => ({ outcome, ruleSet, passed, leadsTo });
