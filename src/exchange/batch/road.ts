// What a row of candidates says of the road: its dated facts as acts of the procedures, as far as the row knows them.
import { law } from '../../road/law.ts';
import { sendingStep } from '../../road/road.ts';
import type { KnownAct } from '../../road/take-over.ts';
import { proposerKind } from './bodies.ts';
import type { PartialDay } from '../../platform/day.ts';
import type { HaveValue, KindValues } from '../../intake/kinds.ts';

type Row = KindValues['candidates'];

/** Persons named in the row, found on the roll or in the file; null where nobody could be found for sure. */
export interface NamedPeople {
  helper: string | null;
  toldBy: string | null;
}

const document = (number: string | undefined, on: PartialDay | undefined, by?: string | undefined) =>
  number || on || by ? { number: number ?? null, on: on ?? null, by: by ?? null } : undefined;

interface Told {
  on: PartialDay | undefined;
  inputs?: Record<string, unknown>;
}
type Maker = (row: Row, people: NamedPeople) => Told | Told[] | null;

/** A list knows the base and the votes in favour; what it does not say of the others stays unsaid. */
const ballot = (yes: number | undefined, base: number | undefined) =>
  base === undefined || yes === undefined ? undefined : { base, yes };

function vote(on: PartialDay | undefined, yes: number | undefined, base: number | undefined) {
  return on === undefined && yes === undefined ? null : { on, inputs: { ballot: ballot(yes, base) } };
}

/** More places than anybody asks about one candidate: a number that belongs to another column. */
const mostPlaces = 20;

/** One letter a place, as far as the row counts them; where it went nobody says, nor which persons stood in which letter. */
function letters({ verificationSentOn: on, verificationPlaces, verificationPersons }: Row): Told[] {
  const places = verificationPlaces ?? 1;
  const count = places >= 1 && places <= mostPlaces ? places : 1;
  const inputs = count === 1 ? { persons: personsIn(verificationPersons) } : {};
  return on ? Array.from({ length: count }, () => ({ on, inputs })) : [];
}

/** As many as a letter may name; any other number is as good as none. */
function personsIn(count: number | undefined): number | undefined {
  const asked = law()
    .findStep(sendingStep)
    ?.step.inputs.find(({ id }) => id === 'persons');
  const { min = 1, max = mostPlaces } = asked ?? {};
  return count !== undefined && count >= min && count <= max ? count : undefined;
}

/** Each step with what the row knows of it; null where it knows nothing. */
const makers: Record<string, Maker> = {
  nominate: (row, people) => ({
    on: row.nominatedOn,
    inputs: {
      proposerKind: proposerKind(row.nominatedBy),
      source: row.source,
      informedOn: row.toldOn,
      informedBy: row.toldOn ? people.toldBy : undefined,
      agreed: row.toldOn ? true : undefined,
    },
  }),
  list: (row) => (row.listedOn ? { on: row.listedOn } : null),
  class_certificate: (row) => {
    const certificate = document(row.certificateNumber, row.certificateOn, row.classPlace);
    return row.certificateOn || row.certificateNumber
      ? { on: row.certificateOn, inputs: { certificate, attendedTo: row.classOn } }
      : null;
  },
  assign_helper: (row, people) =>
    row.helper || row.helperOn
      ? { on: row.helperOn, inputs: { helper: people.helper, togetherSince: row.helperSince } }
      : null,
  permit: (row) => (row.permittedOn ? { on: row.permittedOn } : null),
  papers: (row) => {
    const papers = papersOf(row);
    return papers.length > 0 ? { on: row.dossierOn, inputs: { papers } } : null;
  },
  verify_send: letters,
  verify_conclude: (row) =>
    row.verificationRepliedOn ? { on: row.verificationRepliedOn, inputs: { result: 'clear' } } : null,
  cell_vote: (row) => vote(row.cellVoteOn, row.cellVoteYes, row.cellVoteBase),
  base_vote: (row) => vote(row.baseVoteOn, row.baseVoteYes, row.baseVoteBase),
  decide: (row) => {
    const decision = document(row.decisionNumber, row.decisionOn, row.decisionBy);
    return decision
      ? { on: row.decisionOn, inputs: { result: 'yes', decision, receivedOn: row.decisionReceivedOn } }
      : null;
  },
  ceremony: (row) => (row.admittedOn ? { on: row.admittedOn } : null),
  new_member_class: (row) => {
    const certificate = document(row.newClassNumber, row.newClassOn);
    return certificate ? { on: row.newClassOn, inputs: { certificate } } : null;
  },
  self_review: (row) =>
    row.selfReviewOn ? { on: row.selfReviewOn, inputs: { signedOn: row.selfReviewOn } } : null,
  helper_note: (row) =>
    row.helperNoteOn ? { on: row.helperNoteOn, inputs: { signedOn: row.helperNoteOn } } : null,
  recognition_cell_vote: (row) =>
    vote(row.recognitionCellVoteOn, row.recognitionCellVoteYes, row.recognitionCellVoteBase),
  recognition_base_vote: (row) =>
    vote(row.recognitionBaseVoteOn, row.recognitionBaseVoteYes, row.recognitionBaseVoteBase),
  recognise: (row) => {
    const decision = document(row.recognitionNumber, row.recognitionDecisionOn);
    return decision ? { on: row.recognitionDecisionOn, inputs: { result: 'yes', decision } } : null;
  },
  issue_card: (row) => (row.cardNumber ? { on: undefined } : null),
};

const paperColumns = {
  application: 'application',
  historyPaper: 'personal_history',
  introduction: 'introduction',
  unionResolution: 'union_resolution',
  opinions: 'opinions',
} as const;

function papersOf(row: Row) {
  return Object.entries(paperColumns).flatMap(([column, id]) => {
    const value = row[column as keyof typeof paperColumns] as HaveValue | undefined;
    return value
      ? [{ id, state: value.have ? ('have' as const) : ('missing' as const), on: value.on, keptAt: null }]
      : [];
  });
}

const known = (inputs: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined && value !== null));

/** Why a candidacy ended → the step of the procedures that ends one so. */
const exits: Record<string, { step: string; inputs?: Record<string, unknown> }> = {
  not_agreed: { step: 'not_agreed' },
  moved: { step: 'move' },
  withdrew: { step: 'withdraw' },
  expired: { step: 'strike', inputs: { reason: 'other' } },
  died: { step: 'strike', inputs: { reason: 'other' } },
};

function exitOf(row: Row): KnownAct[] {
  if (!row.closedOn && !row.closedWhy) return [];
  const exit = exits[row.closedWhy ?? ''] ?? { step: 'strike' };
  return [{ step: exit.step, on: row.closedOn ?? null, inputs: exit.inputs ?? {} }];
}

/** The acts that the row knows of, in the order of the road. */
export function knownActs(row: Row, people: NamedPeople): KnownAct[] {
  const acts = Object.entries(makers).flatMap(([step, make]) =>
    [make(row, people) ?? []].flat().map(({ on, inputs }) => ({
      step,
      on: on ?? null,
      inputs: known(inputs ?? {}),
    })),
  );
  return [...acts, ...exitOf(row)];
}

/** The latest day that the row knows of acts up to now. */
export const latestDay = (acts: readonly KnownAct[]): PartialDay | null =>
  acts.reduce<PartialDay | null>(
    (latest, act) => (act.on && (!latest || act.on > latest) ? act.on : latest),
    null,
  );
