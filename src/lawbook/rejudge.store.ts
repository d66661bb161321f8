// Acts judged again: what the law of each act's day says now, beside what was recorded with it.
import { reach, within } from '../org/access.ts';
import { findUnits } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { Busy } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { labelOf } from './labels.ts';
import { caseSources, type Judgement, type Rejudged } from '../worklist/source.ts';
import { type Placed, type Worded, withWords } from './cases-of.store.ts';
import { lawInForce } from './enforce.store.ts';
import type { RejudgeList } from './view.ts';

const shown = 500;

let asking = false;

/** Every recorded act within reach whose verdict would be another today. One at a time: it looks at every act. */
export async function listRejudged(db: Db, actor: Actor): Promise<RejudgeList> {
  if (asking) throw new Busy('lawbook.busy');
  asking = true;
  try {
    return await rejudgedFor(db, actor);
  } finally {
    asking = false;
  }
}

async function rejudgedFor(db: Db, actor: Actor): Promise<RejudgeList> {
  const { regulations } = lawInForce();
  const differing: Rejudged[] = [];
  const looked = new Map<number, number>();
  for (const source of caseSources())
    await source.rejudge?.(db, regulations, (one) => {
      looked.set(one.unitId, (looked.get(one.unitId) ?? 0) + 1);
      if (one.differs) differing.push(one);
    });
  const units = await findUnits(db, [...looked.keys()]);
  const reached = reach(actor, 'worklist.read');
  const own = (unitId: number) => within(reached, { path: units.get(unitId)?.path ?? '' });
  const worded = await withWords(
    db,
    actor,
    differing.filter(({ unitId }) => own(unitId)),
  );
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
    looked: [...looked].reduce((sum, [unitId, count]) => sum + (own(unitId) ? count : 0), 0),
    asOf: today(),
  };
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
