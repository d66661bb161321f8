// What a draft would change: every open case within reach reckoned with it and without, under both readings of what
// becomes of limits that already run. Nothing is written.
import { findUnit } from '../org/unit.store.ts';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { Busy, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { wordsOf } from '../platform/answer.ts';
import { caseSources, type CaseSource } from '../worklist/source.ts';
import { casesWithLines, narrowed, openCases, pathsOf, withWords } from './cases-of.store.ts';
import {
  changedRows,
  changedSteps,
  inOrder,
  type RowChange,
  type StepChange,
  stepsInOrder,
} from './compare.ts';
import { type LoadedLaw, type Question, questionOf, readings, touchedBy } from './draft.ts';
import { lawInForce, shippedContent } from './enforce.store.ts';
import { clockLabel } from './labels.ts';
import { type Compared, comparedIn } from './versions.ts';
import type { WhatIfBody, WhatIfView } from './view.ts';

const shown = 500;
const chunkSize = 25;
let asking = false;

/** One question at a time: it looks at every case. */
export async function whatIf(db: Db, actor: Actor, draft: WhatIfBody['draft']): Promise<WhatIfView> {
  if (asking) throw new Busy('lawbook.busy');
  asking = true;
  try {
    return await answer(db, actor, draft);
  } finally {
    asking = false;
  }
}

async function answer(db: Db, actor: Actor, draft: WhatIfBody['draft']): Promise<WhatIfView> {
  const path = await pathOf(db, actor, draft);
  const law = lawInForce();
  const question = questionOf(
    { regulations: law.regulations, files: shippedContent(), overlays: law.overlays },
    draft,
    { path: path ?? '/', today: today() },
  );
  const found = await look(db, question, narrowed(pathsOf(actor), path));
  const { regulations } = question.sides.start.after;
  const rows = { start: inOrder(found.rows.start), switch: inOrder(found.rows.switch) };
  const steps = stepsInOrder(found.steps);
  const worded = async (list: readonly RowChange[]) =>
    (await withWords(db, actor, list.slice(0, shown))).map(({ step, ...one }) => ({
      ...one,
      label: clockLabel(regulations, step, one.clock),
    }));
  return {
    as: question.as,
    remarks: question.remarks.map(({ code, params }) => wordsOf(code, params)),
    readings: { start: await worded(rows.start), switch: await worded(rows.switch) },
    next: await withWords(db, actor, steps.slice(0, shown)),
    totals: { start: rows.start.length, switch: rows.switch.length, next: steps.length },
    limit: shown,
    looked: found.looked,
    asOf: today(),
  };
}

/** The subtree that a value is asked for; null = the whole installation. */
async function pathOf(db: Db, actor: Actor, draft: WhatIfBody['draft']): Promise<string | null> {
  if ('calendar' in draft || draft.unitId === null) return null;
  const unit = await findUnit(db, draft.unitId);
  if (!unit || !may(actor, 'unit.read', unit)) throw new Missing('access.missing');
  return unit.path;
}

interface Asked {
  question: Question;
  compared: Compared;
}

interface Found {
  rows: { start: RowChange[]; switch: RowChange[] };
  steps: StepChange[];
  looked: number;
}

async function look(db: Db, question: Question, paths: readonly (string | null)[]): Promise<Found> {
  const found: Found = { rows: { start: [], switch: [] }, steps: [], looked: 0 };
  const compared = comparedIn(question.sides);
  for (const source of caseSources()) {
    const ids = await idsOf(db, source, question, paths);
    found.looked += ids.length;
    for (let at = 0; at < ids.length; at += chunkSize)
      await compareChunk(db, source, { question, compared, ids: ids.slice(at, at + chunkSize) }, found);
  }
  return found;
}

/** Whether a dossier has a line may itself hang on the rule; of other cases only those with a line it speaks of. */
async function idsOf(
  db: Db,
  source: CaseSource,
  question: Question,
  paths: readonly (string | null)[],
): Promise<string[]> {
  const touched = touchedBy(question, source.kind);
  if (touched === 'none') return [];
  return touched === 'all'
    ? openCases(db, source, paths)
    : casesWithLines(db, source.kind, paths, touched.clocks);
}

async function compareChunk(
  db: Db,
  source: CaseSource,
  { question, compared, ids }: Asked & { ids: readonly string[] },
  found: Found,
): Promise<void> {
  const reckoned = await source.reckon(db, compared.versions, ids, today());
  const under = (law: LoadedLaw) => reckoned[compared.laws.indexOf(law)] ?? [];
  for (const reading of readings) {
    const sides = question.sides[reading];
    const [before, after] = [under(sides.before), under(sides.after)];
    found.rows[reading].push(...changedRows(source.kind, before, after));
    if (reading === 'start') found.steps.push(...changedSteps(source.kind, before, after));
  }
}
