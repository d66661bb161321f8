// What a draft would change: every open case within reach reckoned with it and without, under both readings of what
// becomes of limits that already run. Nothing is written.
import { findUnit } from '../../org/unit.store.ts';
import { may } from '../../org/access.ts';
import { today } from '../../platform/clock.ts';
import { type Chunk, inChunks } from '../../platform/behind/chunks.ts';
import type { Db } from '../../platform/db.ts';
import { Missing } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/http.ts';
import { wordsOf } from '../../platform/answer.ts';
import { caseSources, type CaseSource } from '../../worklist/source.ts';
import { casesWithLines, narrowed, openCases, pathsOf, withWords } from '../cases-of.store.ts';
import {
  changedRows,
  changedSteps,
  inOrder,
  type RowChange,
  type StepChange,
  stepsInOrder,
} from './compare.ts';
import { type LoadedLaw, type Question, questionOf, readings, touchedBy } from './draft.ts';
import { lawInForce, shippedData } from '../enforce.store.ts';
import { clockLabel } from '../labels.ts';
import { type Asking, asQuestion } from '../questions/question.store.ts';
import { type Compared, comparedIn } from './versions.ts';
import type { WhatIfBody, WhatIfView } from '../view.ts';

const shown = 500;
/** With the time for reading them; of dossiers others are answered after each few, of the rest after all. */
const chunk: Chunk = { first: 20, least: 20, most: 100, quickMs: 15, slowMs: 40 };

export const whatIf = (
  db: Db,
  actor: Actor,
  { draft, ask = newId() }: WhatIfBody,
  signal: AbortSignal,
): Promise<WhatIfView> =>
  asQuestion({ accountId: actor.accountId, ask, signal }, (asking) => answer(db, actor, draft, asking));

async function answer(db: Db, actor: Actor, draft: WhatIfBody['draft'], asking: Asking): Promise<WhatIfView> {
  const path = await pathOf(db, actor, draft);
  const law = lawInForce();
  const held = { regulations: law.regulations, files: shippedData(), overlays: law.overlays };
  const place = { path: path ?? '/', today: today() };
  // To read all regulations anew takes a moment, too.
  const question = await asking.turn(async () => questionOf(held, draft, place));
  const found = await look(db, { question, paths: narrowed(pathsOf(actor), path), asking });
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

interface Look {
  question: Question;
  paths: readonly (string | null)[];
  asking: Asking;
}

interface Found {
  rows: { start: RowChange[]; switch: RowChange[] };
  steps: StepChange[];
  looked: number;
}

async function look(db: Db, { question, paths, asking }: Look): Promise<Found> {
  const compared = comparedIn(question.sides);
  const cases = await asking.turn(() => casesOf(db, question, paths));
  const looked = cases.reduce((sum, { ids }) => sum + ids.length, 0);
  asking.found(looked);
  const found: Found = { rows: { start: [], switch: [] }, steps: [], looked };
  for (const { source, ids } of cases)
    await inChunks(ids, chunk, async (some) => {
      const tookMs = await asking.turn(() =>
        compareChunk(db, source, { question, compared, ids: some }, found),
      );
      asking.looked(some.length);
      return tookMs;
    });
  return found;
}

interface Cases {
  source: CaseSource;
  ids: string[];
}

async function casesOf(db: Db, question: Question, paths: Look['paths']): Promise<Cases[]> {
  const cases: Cases[] = [];
  for (const source of caseSources()) cases.push({ source, ids: await idsOf(db, source, question, paths) });
  return cases;
}

async function idsOf(
  db: Db,
  source: CaseSource,
  question: Question,
  paths: Look['paths'],
): Promise<string[]> {
  const touched = touchedBy(question, source.kind);
  if (touched === 'none') return [];
  if (touched === 'all') return openCases(db, source, paths);
  if ('clocks' in touched) return casesWithLines(db, source.kind, paths, touched.clocks);
  return openCases(db, source, paths, touched);
}

interface Some {
  question: Question;
  compared: Compared;
  ids: readonly string[];
}

/** Gives the time taken, in ms. */
async function compareChunk(
  db: Db,
  source: CaseSource,
  { question, compared, ids }: Some,
  found: Found,
): Promise<number> {
  const began = performance.now();
  const reckoned = await source.reckon(db, compared.versions, ids, today());
  const under = (law: LoadedLaw) => reckoned[compared.laws.indexOf(law)] ?? [];
  for (const reading of readings) {
    const sides = question.sides[reading];
    const [before, after] = [under(sides.before), under(sides.after)];
    found.rows[reading].push(...changedRows(source.kind, before, after));
    if (reading === 'start') found.steps.push(...changedSteps(source.kind, before, after));
  }
  return performance.now() - began;
}
