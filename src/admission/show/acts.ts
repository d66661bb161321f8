// The log of a dossier for the page: every act ever recorded, what became of it, by whom it was decided and typed,
// the verdict of its day and, where a later correction changed its ground, the verdict of now.
import { effective, withdrawal } from '../../platform/effective.ts';
import type { PartialDay } from '../../platform/day.ts';
import type { Entry } from '../../platform/entry.ts';
import type { Message } from '../../platform/messages.ts';
import type { Input, Step } from '../../rules/procedure.ts';
import { outcomeOrder, type Verdict } from '../../rules/verdict.ts';
import {
  type ActData,
  consentField,
  type DocumentData,
  type Inputs,
  reasonField,
  textField,
} from '../../road/dossier.ts';
import { chainOn, committeeOf, type PlaceRow } from '../../road/held.ts';
import { nameOf, type PageData } from './page.ts';
import { wayOf } from '../../road/prepare.ts';
import { fullVerdict } from '../../road/slim-verdict.ts';
import type { JudgedAct } from '../../road/standing.ts';
import type { ActView } from '../../road/view.ts';

export function actViews(page: PageData): ActView[] {
  const recorded = page.entries.filter(
    (entry) => entry.kind === 'dossier.act' || entry.kind === 'dossier.opened',
  );
  const views = [...takenOverViews(page), ...inOrder(recorded).map((entry) => recordedView(page, entry))];
  return page.reader.wide ? views : views.map((view) => (isOwn(page, view.entry) ? view : narrowed(view)));
}

/** Whoever sees only how far the case has come still reads what he wrote himself. */
const isOwn = ({ entries, reader }: PageData, id: string): boolean =>
  entries.some(({ clientId, recordedBy }) => clientId === id && recordedBy === reader.accountId);

const inOrder = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => compare(a.happenedOn, b.happenedOn) || a.position - b.position);
const compare = (a: PartialDay | null, b: PartialDay | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

const unknownLabel = (step: string): Message => ({ vi: step, en: step });
const stepOf = (page: PageData, id: string): Step | undefined => page.law.findStep(id)?.step;

/** What a record looks like to somebody who sees only how far the case has come. */
const narrowed = (view: ActView): ActView => ({
  ...view,
  inputs: {},
  note: null,
  consentReason: null,
  verdict: null,
  rejudged: null,
  reason: null,
  contested: null,
  recordedBy: '',
  sheets: [],
  can: [],
});

const unjudged = {
  outcome: 'allowed' as const,
  state: 'standing' as const,
  verdict: null,
  rejudged: null,
  onBehalf: null,
  consentReason: null,
  note: null,
  reason: null,
  correctedBy: null,
  contested: null,
};

function takenOverViews(page: PageData): ActView[] {
  const { takenOver } = page.dossier;
  const entry = takenOver && page.entries.find((item) => item.clientId === takenOver.entry);
  if (!entry) return [];
  return page.standing.acts
    .filter(({ act }) => act.takenOver)
    .map((judged) => ({
      ...common(page, judged.act.step, judged.act),
      ...writer(page, entry),
      entry: judged.act.entry,
      inputs: shownInputs(page, judged.act.step, { inputs: judged.act.inputs, sealed: {}, read: () => null }),
      stageAfter: judged.stageAfter,
      takenOver: true,
      passed: judged.act.passed,
      shortfall: judged.act.passed === false,
      ruleSet: judged.verdict?.ruleSet ?? '',
      guidance: judged.verdict?.guidance ?? [],
      ...unjudged,
      can: correctable(page, judged.act.step) ? ['correct', 'withdraw'] : [],
    }));
}

interface Done {
  on: PartialDay | null;
  inputs: Inputs;
  /** the cell that had the case then */
  unitId: number;
}

function common(page: PageData, stepId: string, { on, inputs, unitId }: Done) {
  const step = stepOf(page, stepId);
  return {
    step: stepId,
    label: step?.label ?? unknownLabel(stepId),
    happenedOn: on,
    decidedBy: step ? decidedBy(page, step, { on, inputs, unitId }) : page.unit.name,
    sheets: step?.papers ?? [],
  };
}

const writer = (page: PageData, entry: Entry) => ({
  recordedAt: entry.recordedAt,
  recordedBy: page.accounts.get(entry.recordedBy) ?? '',
  office: entry.officeId === null ? null : (page.offices.get(entry.officeId) ?? null),
});

/** Who decided, which may be another than who typed. */
function decidedBy(page: PageData, step: Step, { on, inputs, unitId }: Done): string {
  const chain = chainOn(page.around.places, unitId, on ?? page.today);
  const own = chain[0]?.name ?? page.unit.name;
  const committee = step.level === 'cell' ? undefined : committeeOf(chain);
  if (!committee) return own;
  return step.level === 'base' ? committee.name : superiorOf(chain, committee, inputs);
}

const superiorOf = (chain: readonly PlaceRow[], committee: PlaceRow, inputs: Inputs): string =>
  issuerOf(inputs) ??
  (isOfBase(inputs) ? committee : (chain[chain.indexOf(committee) + 1] ?? committee)).name;

const issuerOf = ({ decision }: Inputs): string | null => (decision as DocumentData | undefined)?.by ?? null;
const isOfBase = ({ body }: Inputs): boolean => typeof body === 'string' && body.startsWith('base_');

interface Fate {
  state: ActView['state'];
  reason: string | null;
  correctedBy: string | null;
}

function fateOf(page: PageData, entry: Entry): Fate {
  if (effective(page.entries).some((item) => item.clientId === entry.clientId))
    return { state: 'standing', reason: null, correctedBy: null };
  const naming = page.entries.filter((item) => item.names === entry.clientId);
  const after = naming.at(-1);
  const gone = after === undefined || after.kind === withdrawal;
  return {
    state: gone ? 'withdrawn' : 'corrected',
    reason: after ? (page.texts.get(reasonField(after.clientId)) ?? null) : null,
    correctedBy: after ? (page.accounts.get(after.recordedBy) ?? null) : null,
  };
}

function recordedView(page: PageData, entry: Entry): ActView {
  const data = entry.data as ActData;
  const judged = page.standing.acts.find(({ act }) => act.entry === entry.clientId);
  const fate = fateOf(page, entry);
  const read = (input: Input) => textOf(page, entry.clientId, data, input);
  return {
    ...common(page, data.step, {
      on: entry.happenedOn,
      inputs: data.inputs,
      unitId: judged?.act.unitId ?? entry.unitId ?? page.dossier.unitId,
    }),
    ...writer(page, entry),
    ...fate,
    ...verdictsOf(entry, data, judged),
    entry: entry.clientId,
    inputs: shownInputs(page, data.step, { ...data, read }),
    note: notesOf(page, data, read),
    onBehalf: data.onBehalf,
    stageAfter: judged?.stageAfter ?? data.stageAfter,
    takenOver: false,
    passed: data.verdict.passed,
    shortfall: data.verdict.passed === false,
    consentReason: page.texts.get(consentField(entry.clientId)) ?? null,
    contested: contestOf(page, entry.clientId),
    can: fate.state === 'standing' ? canOf(page, data) : [],
  };
}

const isSame = (now: Verdict | null, kept: ActData['verdict']): now is Verdict =>
  now !== null && now.outcome === kept.outcome && now.ruleSet === kept.ruleSet;

/** As judged then; the full verdict where nothing has changed since. */
function verdictsOf(entry: Entry, data: ActData, judged: JudgedAct | undefined) {
  const now = judged?.verdict ?? null;
  const kept = data.verdict;
  const then: Verdict = fullVerdict(kept, { step: data.step, on: entry.happenedOn ?? '' }, now?.clocks ?? []);
  return {
    ruleSet: kept.ruleSet,
    guidance: kept.guidance,
    outcome: kept.outcome,
    verdict: isSame(now, kept) ? now : then,
    rejudged: now && isWorse(now, kept.outcome) ? now : null,
  };
}

export const isWorse = (now: Verdict, then: Verdict['outcome']): boolean =>
  outcomeOrder.indexOf(now.outcome) < outcomeOrder.indexOf(then);

function contestOf(page: PageData, of: string): ActView['contested'] {
  const entry = page.entries.findLast((item) => item.kind === 'dossier.contested' && item.data.of === of);
  if (!entry) return null;
  const reason = page.texts.get(reasonField(entry.clientId)) ?? null;
  return { reason, at: entry.recordedAt, by: page.accounts.get(entry.recordedBy) ?? '' };
}

function correctable({ law, reader }: PageData, step: string): boolean {
  const known = law.findStep(step)?.step;
  return reader.mayCorrect && known !== undefined && wayOf(known, reader.authority(known.action)) !== null;
}

function canOf(page: PageData, data: ActData): string[] {
  const step = stepOf(page, data.step);
  const own = step !== undefined && wayOf(step, page.reader.authority(step.action)) === 'own';
  return [
    ...(correctable(page, data.step) ? ['correct', 'withdraw'] : []),
    ...(own && data.onBehalf ? ['contest'] : []),
  ];
}

type ReadText = (input: Input) => string | null;

const textOf = (page: PageData, entry: string, { sealed }: ActData, input: Input): string | null =>
  page.texts.get(textField(entry, input.id, sealed[input.id] ?? 3)) ?? null;

const notesOf = (page: PageData, data: ActData, read: ReadText): string | null => {
  const notes = (stepOf(page, data.step)?.inputs ?? []).filter((input) => input.kind === 'note').map(read);
  return notes.filter((note) => note !== null).join('\n') || null;
};

interface Shown {
  inputs: Inputs;
  sealed: ActData['sealed'];
  read: ReadText;
}

/** As entered, persons with their names; words that are sealed for this reader are null. */
function shownInputs(
  page: PageData,
  stepId: string,
  { inputs, sealed, read }: Shown,
): Record<string, unknown> {
  const declared = stepOf(page, stepId)?.inputs ?? [];
  const shown = declared.flatMap((input): [string, unknown][] => {
    if (input.id in sealed) return [[input.id, read(input)]];
    const value = inputs[input.id];
    return value === undefined ? [] : [[input.id, withNames(page, input, value)]];
  });
  return Object.fromEntries(shown);
}

function withNames(page: PageData, input: Input, value: unknown): unknown {
  const person = (id: unknown) => ({ id, name: nameOf(page, id) });
  // An act that was corrected meanwhile is shown as it stands.
  if (input.kind === 'earlier') return page.dossier.acts.find(({ root }) => root === value)?.entry ?? value;
  if (input.kind === 'person') return person(value);
  return input.kind === 'people' && Array.isArray(value) ? value.map(person) : value;
}
