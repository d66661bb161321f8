// What a form can fill in by itself: facts the dossier already holds, or – when an act is corrected – that act's own
// answers. A required answer is asked anew; only an optional one is taken over from an earlier act.
import type { Input, Step } from '../../../rules/procedure.ts';
import type { ActView, DossierView, PaperView } from '../../view.ts';
import { emptyBallot } from './ballot.ts';
import type { BallotTyped } from './ballot.ts';
import type { Choice, PaperRow } from './kinds.ts';
import type { DocumentTyped, Typed } from './values.ts';

type StepOf = (id: string) => Step | undefined;

/** Answers by input id for a new act of this step. */
export function knownAnswers(
  dossier: DossierView,
  inputs: readonly Input[],
  stepOf: StepOf,
): Record<string, Typed | undefined> {
  const facts = factsEntered(dossier.acts, stepOf);
  return Object.fromEntries(
    inputs.map((input): [string, Typed | undefined] => {
      if (input.kind === 'papers')
        return [input.id, dossier.papers.map((paper) => paperRow(paper, dossier.takenOver === null))];
      if (input.required || !input.fact) return [input.id, undefined];
      return [input.id, knownFact(dossier, input) ?? typedFrom(input, facts.get(input.fact))];
    }),
  );
}

/** Facts under the names that the steps give them, the latest standing answer of each. */
function factsEntered(acts: readonly ActView[], stepOf: StepOf): Map<string, unknown> {
  const standing = acts.filter((act) => act.state === 'standing');
  const named = standing.flatMap((act) =>
    (stepOf(act.step)?.inputs ?? [])
      .filter((input) => input.fact && act.inputs[input.id] !== undefined)
      .map((input): [string, unknown] => [input.fact as string, act.inputs[input.id]]),
  );
  return new Map(named);
}

function knownFact(dossier: DossierView, input: Input): Typed | undefined {
  if (input.fact === 'helper' && dossier.helper)
    return choiceOf(dossier.helper.personId, dossier.helper.name);
  if (input.kind === 'people' && input.fact === 'introduction.members' && dossier.introducers.length > 0)
    return dossier.introducers.map(({ personId, name }) => choiceOf(personId, name));
  return undefined;
}

const choiceOf = (value: string, label: string | null): Choice => ({ value, label: label ?? '' });

/** Of a case begun here a needed paper nobody spoke of is missing; of one taken over nobody knows. */
const paperRow = ({ id, state, on, keptAt, needed }: PaperView, begunHere: boolean): PaperRow => ({
  id,
  state: state === 'unknown' ? (begunHere && needed === 'always' ? 'missing' : '') : state,
  on: on ?? '',
  keptAt: keptAt ?? '',
});

/** The answers of an act that is being corrected. */
export function answersOf(
  act: ActView,
  inputs: readonly Input[],
  papers: readonly PaperView[],
): Record<string, Typed | undefined> {
  return Object.fromEntries(
    inputs.map((input) => {
      const entered = input.kind === 'note' ? (act.inputs[input.id] ?? act.note) : act.inputs[input.id];
      const typed = typedFrom(input, entered);
      return [
        input.id,
        input.kind === 'papers' ? withEveryPaper(papers, typed as PaperRow[] | undefined) : typed,
      ];
    }),
  );
}

const withEveryPaper = (papers: readonly PaperView[], entered: PaperRow[] = []): PaperRow[] =>
  papers.map(({ id }) => entered.find((row) => row.id === id) ?? { id, state: '', on: '', keptAt: '' });

type Fields = Record<string, unknown>;
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const countOf = (value: unknown) => (typeof value === 'number' ? value : null);

const readers: Partial<Record<Input['kind'], (value: unknown) => Typed | undefined>> = {
  number: (value) => countOf(value),
  flag: (value) => (typeof value === 'boolean' ? value : null),
  document: readDocument,
  person: readPerson,
  people: (value) =>
    Array.isArray(value)
      ? value.map(readPerson).filter((one): one is Choice => one !== undefined)
      : undefined,
  choices: (value) =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined,
  ballot: readBallot,
  papers: (value) => (Array.isArray(value) ? value.filter(isRecord).map(readPaper) : undefined),
};

/** One answer as the act holds it → the same answer as the form types it. */
export function typedFrom(input: Input, value: unknown): Typed | undefined {
  if (value === undefined || value === null) return undefined;
  const reader = readers[input.kind];
  return reader ? reader(value) : textOf(value);
}

function readDocument(value: unknown): DocumentTyped | undefined {
  if (!isRecord(value)) return undefined;
  return { number: textOf(value.number), on: textOf(value.on), by: textOf(value.by) };
}

function readPerson(value: unknown): Choice | undefined {
  if (!isRecord(value)) return undefined;
  return choiceOf(textOf(value.id ?? value.personId), textOf(value.name));
}

function readBallot(value: unknown): BallotTyped | undefined {
  if (!isRecord(value)) return undefined;
  const excluded = isRecord(value.excluded) ? value.excluded : {};
  const { total, base, present, yes, no, blank, excused } = value;
  return {
    ...emptyBallot(),
    total: countOf(total ?? base),
    present: countOf(present),
    yes: countOf(yes),
    no: countOf(no),
    blank: countOf(blank),
    excused: countOf(excused),
    meetingId: textOf(value.meetingId) || null,
    excluded: Object.fromEntries(Object.entries(excluded).map(([ground, count]) => [ground, countOf(count)])),
  };
}

const readPaper = (value: Fields): PaperRow => ({
  id: textOf(value.id),
  state: (['have', 'missing', 'not_needed'] as const).find((state) => state === value.state) ?? '',
  on: textOf(value.on),
  keptAt: textOf(value.keptAt),
});
