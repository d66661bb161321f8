// What the lines of one candidacy become: the steps of the road as an office would type them, in the order of their days. A stage
// is reached by the step that leads there; what a set does not tell of (papers, self-reviews, cards) is what every file holds.
import { addDays, addMonths, type Day } from '../../../src/platform/day.ts';
import type { ClassLine, PassageLine } from '../line.ts';
import { cardDayAfter, laterOf } from './days.ts';
import { closingSteps } from './endings.ts';
import { asideSteps } from './aside.ts';
import type { CaseStory } from './story.ts';

/** One step as typed; persons by the ids of the lines. */
export interface TypedStep {
  /** names the entry: the same in every load */
  role: string;
  step: string;
  on: Day;
  inputs: Record<string, unknown>;
}

export interface Knowing {
  /** last day that is recorded */
  today: Day;
  person: (id: string) => string;
  classOf: (id: string) => { line: ClassLine; centre: string; centreId: number } | undefined;
  cardNumber: (caseId: string, on: Day) => string;
  /** kinds of the cell and of what stands above it on that day */
  placeOn: (unitId: number, on: Day) => { kind: string; above: string | null };
}

export type Made = Omit<TypedStep, 'role' | 'on'> & { on?: Day };
type Maker = (passage: PassageLine, story: CaseStory, knowing: Knowing) => Made[];

export const document = (number: string | null, on: Day, by: string | null = null) => ({
  number: number ?? 'Không số',
  on,
  by,
});
export const ballotOf = ({ ballot }: PassageLine) => {
  const { base, present, yes } = ballot ?? { base: 3, present: 3, yes: 3 };
  return { total: base, base, present, yes, no: present - yes, blank: 0, excluded: {} };
};
const since = (on: Day) => addMonths(on, -30).slice(0, 7);

const paperIds = ['application', 'personal_history', 'introduction', 'opinions', 'union_resolution'];
const heldSince = (ids: readonly string[], on: Day) =>
  ids.map((id) => ({ id, state: 'have', on, keptAt: null }));
const papersHeld = (on: Day) => [
  ...heldSince(['certificate', ...paperIds], on),
  { id: 'verification', state: 'not_needed', on: null, keptAt: null },
];

/** What is written anew when a file has grown old. */
export const renewedPapers = (on: Day) => heldSince(['introduction', 'opinions', 'union_resolution'], on);

/** Who decides on somebody from this cell, as the texts divide it; no text gives committees of these sets powers of their own. */
export function bodyOf({ unitId, on }: Pick<PassageLine, 'unitId' | 'on'>, { placeOn }: Knowing): string {
  const { kind, above } = placeOn(unitId, on);
  return kind === 'base_cell' && above === 'province' ? 'province_group' : 'superior_standing';
}
/**
 * A cell that stood below a committee of its day needs the vote of that committee, though in the tree of today nobody would
 * vote there: the set tells of today's stages, the law asks for those of its time.
 */
function votedBefore(
  { unitId, on }: PassageLine,
  { passages }: CaseStory,
  { voted, base }: { voted: string; base: string },
  { placeOn }: Knowing,
): (Pick<Made, 'inputs'> & { on: Day })[] {
  const { kind, above } = placeOn(unitId, on);
  if (kind !== 'cell' || above !== 'base_organisation') return [];
  if (passages.some(({ stage }) => stage === base)) return [];
  const cell = passages.find(({ stage }) => stage === voted)?.on ?? on;
  const day = laterOf(cell, addDays(on, -3));
  return [
    {
      on: day,
      inputs: { ballot: { total: 15, base: 15, present: 14, yes: 14, no: 0, blank: 0, excluded: {} } },
    },
  ];
}

export const helperOn = (story: CaseStory, on: Day): string | null =>
  story.helpers.findLast(({ fromOn }) => fromOn <= on)?.personId ?? null;

const makers: Record<string, Maker> = {
  listed: ({ on, number }) => [{ step: 'list', inputs: { resolution: document(number, on) } }],
  helped: ({ on, number }, story, { person }) => {
    const helper = helperOn(story, on);
    const together = { togetherSince: since(on), togetherBy: 'work', sameUnit: true };
    const inputs = { helper: helper && person(helper), resolution: document(number, on), ...together };
    return [{ step: 'assign_helper', inputs }];
  },
  permitted: ({ on, number }, story, { person }) => {
    const helper = helperOn(story, on);
    const by = story.begins.introducedBy === 'union' ? 'trade_union' : 'youth_union';
    const together = { togetherSince: since(on), togetherBy: 'work', sameUnit: true };
    const introduced = helper ? { introducedBy: by, introducers: [person(helper)], ...together } : {};
    const alone = by === 'trade_union' ? { youthUnionHere: false, ofYouthAge: false } : {};
    return [{ step: 'permit', inputs: { resolution: document(number, on), ...introduced, ...alone } }];
  },
  papers_ready: ({ on }) => [{ step: 'papers', inputs: { papers: papersHeld(on) } }],
  // Letters are lines of their own.
  verifying: () => [],
  verified: () => [{ step: 'verify_conclude', inputs: { result: 'clear', certified: true } }],
  cell_voted: (passage) => [
    {
      step: 'cell_vote',
      inputs: { ballot: ballotOf(passage), resolution: document(passage.number, passage.on), mode: 'secret' },
    },
  ],
  base_voted: (passage) => [
    {
      step: 'base_vote',
      inputs: { ballot: ballotOf(passage), resolution: document(passage.number, passage.on) },
    },
  ],
  decided: (passage, story, knowing) => {
    const decision = document(passage.number, passage.on);
    const body = bodyOf(passage, knowing);
    const inputs = { result: 'yes', decision, body, powers: 'none', receivedOn: passage.on };
    const before = votedBefore(passage, story, { voted: 'cell_voted', base: 'base_voted' }, knowing);
    return [...before.map((vote) => ({ step: 'base_vote', ...vote })), { step: 'decide', inputs }];
  },
  admitted: ({ on }, { admission }, { today }) => {
    const received = admission ? { receivedOn: laterOf(admission.decidedOn, addDays(on, -20)) } : {};
    const written = addDays(on, 12);
    const history = { step: 'member_history', on: written, inputs: { signedOn: written } };
    return [{ step: 'ceremony', inputs: received }, ...(written <= today ? [history] : [])];
  },
  probation_reviewed: ({ on, number }, story, { person }) => {
    const helper = helperOn(story, on);
    const learnt = laterOf(addDays(story.admission?.on ?? on, 20), addMonths(on, -3));
    const certificate = document(number, learnt <= on ? learnt : on);
    return [
      { step: 'new_member_class', on: certificate.on, inputs: { certificate } },
      { step: 'self_review', inputs: { signedOn: on } },
      { step: 'helper_note', inputs: { signedOn: on, ...(helper ? { helper: person(helper) } : {}) } },
    ];
  },
  recognition_cell_voted: (passage) => [
    {
      step: 'recognition_cell_vote',
      inputs: {
        ballot: ballotOf(passage),
        resolution: document(passage.number, passage.on),
        opinions: true,
      },
    },
  ],
  recognition_base_voted: (passage) => [
    {
      step: 'recognition_base_vote',
      inputs: { ballot: ballotOf(passage), resolution: document(passage.number, passage.on) },
    },
  ],
  recognised: (passage, story, knowing) => {
    const decision = document(passage.number, passage.on);
    const inputs = { result: 'yes', decision, body: bodyOf(passage, knowing), powers: 'none' };
    const card = cardDayAfter(passage.on);
    const issue = {
      step: 'issue_card',
      on: card,
      inputs: {
        cardNumber: knowing.cardNumber(story.begins.caseId, card),
        decision: document(`${card.slice(0, 4)}-QĐ/TV`, card),
      },
    };
    const stages = { voted: 'recognition_cell_voted', base: 'recognition_base_voted' };
    const before = votedBefore(passage, story, stages, knowing);
    return [
      ...before.map((vote) => ({ step: 'recognition_base_vote', ...vote })),
      { step: 'recognise', inputs },
      ...(card <= knowing.today ? [issue] : []),
    ];
  },
};

/** One number once a centre and year: the number of the case, with that of its commune. */
export const certificateNumber = (caseId: string): string => `${caseId.replace('-', '.')}/GCN`;

/** A certificate may come while the case stands further on: then the set tells of it by the class alone. */
function certificateOf(story: CaseStory, { classOf }: Knowing): Made[] {
  const { certified } = story;
  if (!certified) return [];
  const held = classOf(certified.classId);
  const days = held ? { attendedFrom: held.line.sessions[0], attendedTo: held.line.sessions.at(-1) } : {};
  const certificate = document(
    certificateNumber(certified.caseId),
    certified.certifiedOn,
    held?.centre ?? null,
  );
  const inputs = { certificate, issuedBy: 'political_centre', ...days };
  return [{ step: 'class_certificate', on: certified.certifiedOn, inputs }];
}

/** Everything after the opening, in the order in which it is done; of one day in the order of the road. */
export function stepsOf(story: CaseStory, knowing: Knowing): TypedStep[] {
  const made = story.passages.flatMap((passage) => {
    const own = passage.stage === 'closed' ? closingSteps : makers[passage.stage];
    return (own?.(passage, story, knowing) ?? []).map((one) => ({ on: passage.on, ...one }));
  });
  const all = [...certificateOf(story, knowing), ...asideSteps(story, knowing)].map((one) => ({
    ...one,
    on: one.on as Day,
  }));
  return numbered([...all, ...made].filter(({ on }) => on <= knowing.today));
}

function numbered(steps: (Made & { on: Day })[]): TypedStep[] {
  const counts = new Map<string, number>();
  const sorted = steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)));
  return sorted.map((one) => {
    const count = counts.get(one.step) ?? 0;
    counts.set(one.step, count + 1);
    return { ...one, role: `${one.step}/${count}` };
  });
}

/** Of one day: what is needed first comes first. */
const order = [
  'class_certificate',
  'list',
  'assign_helper',
  // Whoever took over that day is asked for it.
  'replace_helper',
  'permit',
  'return_dossier',
  'resubmit',
  'papers',
  'verify_send',
  'verify_reply',
  'verify_conclude',
  'cell_vote',
  'base_vote',
  'decide',
  'ceremony',
  'recognition_cell_vote',
  'recognition_base_vote',
  'recognise',
];
const rank = ({ step }: Pick<Made, 'step'>): number => {
  const at = order.indexOf(step);
  // What is written beside the road comes where the day has it: after what it rests on.
  return at < 0 ? order.indexOf('ceremony') + 0.5 : at;
};

export function openingOf({ begins }: CaseStory, on: Day, person: Knowing['person']) {
  const member = begins.introducedBy === 'member';
  const kind = begins.introducedBy === 'union' ? 'trade_union' : begins.introducedBy;
  const proposer = member && begins.introducerId ? { proposer: person(begins.introducerId) } : {};
  return { proposerKind: kind, ...proposer, source: begins.source, informedOn: on, agreed: true };
}
