// What an office would do with what the lines tell of one person, in order: enter the person, record what happened on the roll,
// open candidacies and take their steps. Loading makes entries of it; the comparing test does it act by act.
import type { ActInputBody } from '../../../src/members/input.ts';
import type { Day, PartialDay } from '../../../src/platform/day.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { MoveLine } from '../line.ts';
import { sentOn } from './classes.ts';
import { cardNumberOf, changesOf, fieldsOf } from './fields.ts';
import { laterOf } from './days.ts';
import { caseIdOf, entryIdOf, type Names, personIdOf, unitIdOf } from './ids.ts';
import { letterSteps, type LetterStep } from './letters.ts';
import { type Knowing, openingOf, stepsOf } from './steps.ts';
import type { CaseStory, PersonStory } from './story.ts';

interface About {
  on: Day;
  clientId: string;
}
export type Deed = About &
  (
    | { do: 'add'; as: 'taken_over' | 'moved_in'; unitId: number; act: ActInputBody }
    | { do: 'roll'; act: ActInputBody }
    | { do: 'details'; fields: Record<string, string> }
    | { do: 'open'; caseId: string; unitId: number; inputs: Record<string, unknown> }
    | {
        do: 'step';
        caseId: string;
        unitId: number;
        step: string;
        inputs: Record<string, unknown>;
        letter: LetterStep['letter'] | null;
      }
    | { do: 'hand_over'; caseId: string; toUnitId: number }
    | { do: 'name_class'; caseId: string; centreId: number }
  );

export interface Person {
  id: string;
  fields: Record<string, string>;
  deeds: Deed[];
}

export function personOf(story: PersonStory, names: Names, knowing: Knowing): Person {
  const id = personIdOf(names, story.person.id);
  const roll = rollDeeds(story, names);
  const cases = story.cases.flatMap((one) => caseDeeds(one, story, names, knowing));
  const deeds = [...roll, ...detailDeeds(story, names), ...cases].filter(({ on }) => on <= knowing.today);
  return {
    id,
    fields: fieldsOf(story),
    deeds: deeds.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b))),
  };
}

const ranks: Record<Deed['do'], number> = {
  add: 0,
  open: 1,
  name_class: 2,
  step: 3,
  hand_over: 4,
  roll: 5,
  details: 6,
};
const rank = (deed: Deed): number => ranks[deed.do];

// ---- the roll

type Body = ActInputBody extends infer A
  ? A extends { clientId: string }
    ? Omit<A, 'clientId'>
    : never
  : never;

function rollDeeds(story: PersonStory, names: Names): Deed[] {
  const entered = enteredAs(story, names);
  const bodies = [...moveBodies(story, names), ...asideBodies(story, names)].filter(
    (body) => !(body.act === 'move_in' && entered?.on === body.happenedOn && entered.as === 'moved_in'),
  );
  const acts = bodies.map((body, nth): Deed => {
    const clientId = entryIdOf(names, `roll/${story.person.id}/${nth}/${body.act}`);
    return { do: 'roll', on: body.happenedOn, clientId, act: { ...body, clientId } as ActInputBody };
  });
  return entered ? [entered, ...acts] : acts;
}

/** Somebody found on the roll, or come from outside; a candidate is entered with the nomination. */
function enteredAs({ person, member, moves, cases }: PersonStory, names: Names) {
  const clientId = entryIdOf(names, `enter/${person.id}`);
  const about = { do: 'add' as const, clientId };
  if (member) {
    const unitId = unitIdOf(names, member.unitId);
    const { on, admittedOn, officialOn } = member;
    const kind = officialOn ? ('official' as const) : ('probationary' as const);
    const act = { act: 'take_over' as const, unitId, kind, admittedOn, officialOn, happenedOn: on };
    return { ...about, as: 'taken_over' as const, on, unitId, act: withId(act, clientId, 'taken_over') };
  }
  const [came] = moves;
  if (came?.move !== 'in' || cases.some(({ passages }) => (passages[0]?.on ?? '9999') < came.on)) return null;
  const unitId = unitIdOf(names, came.unitId);
  return {
    ...about,
    as: 'moved_in' as const,
    on: came.on,
    unitId,
    act: withId(comingOf(came, unitId), clientId, 'moved_in'),
  };
}
const withId = (body: Body, clientId: string, role: string): ActInputBody =>
  ({ ...body, clientId: derivedId(clientId, role) }) as ActInputBody;

const comingOf = ({ on, place, admittedOn, officialOn }: MoveLine, unitId: number): Body => ({
  act: 'move_in',
  unitId,
  kind: officialOn ? 'official' : 'probationary',
  place: place ?? 'Nơi khác',
  admittedOn: admittedOn as PartialDay | null,
  officialOn,
  happenedOn: on,
});

const decisionOf = ({ decision, on }: MoveLine) => decision ?? { number: 'Không số', on };

type Leaving = (line: MoveLine, unitId: number) => Body;
const bodies: Partial<Record<MoveLine['move'], Leaving>> = {
  in: comingOf,
  cell_in: ({ on }, toUnitId) => ({ act: 'move', toUnitId, happenedOn: on }),
  out: ({ on, place }) => ({ act: 'move_out', place: place ?? 'Nơi khác', happenedOn: on }),
  died: ({ on }) => ({ act: 'die', happenedOn: on }),
  struck: (line) => ({
    act: 'remove',
    ground: line.reason as never,
    decision: decisionOf(line),
    happenedOn: line.on,
  }),
  expelled: (line) => ({ act: 'expel', decision: decisionOf(line), happenedOn: line.on }),
  left: (line) => ({ act: 'leave', decision: decisionOf(line), happenedOn: line.on }),
  restored: (line, unitId) => ({
    act: 'restore',
    unitId,
    kind: line.officialOn ? 'official' : 'probationary',
    continuous: true,
    decision: decisionOf(line),
    happenedOn: line.on,
  }),
};

/** A probationer who is struck off is so by the steps of the case. */
function moveBodies({ moves, cases }: PersonStory, names: Names): Body[] {
  const byCase = new Set(
    cases.flatMap(({ passages }) =>
      passages.filter(({ closedAs }) => closedAs === 'removed_probationer').map(({ on }) => on),
    ),
  );
  return moves.flatMap((line) => {
    if (line.move === 'struck' && byCase.has(line.on)) return [];
    return bodies[line.move]?.(line, unitIdOf(names, line.unitId)) ?? [];
  });
}

function asideBodies({ absences, exempts, member }: PersonStory, names: Names): Body[] {
  const found = member?.exempt
    ? [{ act: 'exempt' as const, ground: 'age' as const, happenedOn: member.on }]
    : [];
  const away = absences.flatMap(({ fromOn, toOn, toUnitId, place }): Body[] => {
    const to = toUnitId === null ? { place } : { toUnitId: unitIdOf(names, toUnitId) };
    const began = { act: 'begin_temporary' as const, ...to, happenedOn: fromOn };
    return toOn ? [began, { act: 'end_temporary' as const, happenedOn: toOn }] : [began];
  });
  const exempt = exempts.map(({ on, reason }) => ({
    act: 'exempt' as const,
    ground: reason,
    happenedOn: on,
  }));
  return [...found, ...away, ...exempt];
}

const detailDeeds = ({ person, profiles }: PersonStory, names: Names): Deed[] =>
  profiles.map((line, nth) => ({
    do: 'details',
    on: line.on,
    clientId: entryIdOf(names, `profile/${person.id}/${nth}`),
    fields: changesOf(line),
  }));

// ---- candidacies

function caseDeeds(story: CaseStory, of: PersonStory, names: Names, knowing: Knowing): Deed[] {
  const [first, ...passages] = story.passages;
  if (!first) return [];
  const caseId = caseIdOf(names, story.begins.caseId);
  const role = (text: string) => entryIdOf(names, `case/${story.begins.caseId}/${text}`);
  const unitId = unitIdOf(names, first.unitId);
  const opening: Deed = {
    do: 'open',
    on: first.on,
    clientId: role('open'),
    caseId,
    unitId,
    inputs: openingOf(story, first.on, knowing.person),
  };
  const rest = { ...story, passages };
  const steps = stepsOf(rest, { ...knowing, cardNumber: (id, on) => cardNumberOn(id, on, of) })
    .filter(({ step, on }) => step !== 'issue_card' || on < goneOn(of, first.on))
    .map((one): Deed => {
      const { role: name, ...step } = one;
      return { do: 'step', clientId: role(name), caseId, unitId, letter: null, ...step };
    });
  const named = classNamed(story, { caseId, role, begun: first.on }, knowing);
  return [
    opening,
    ...named,
    ...withLetters(steps, letterDeeds(rest, { caseId, unitId, role }, knowing)),
    ...handed(story, { caseId, role }, names),
  ];
}

/** Nobody is sent to a class before the first word was said of him. */
function classNamed(
  { certified }: CaseStory,
  { caseId, role, begun }: { caseId: string; role: (text: string) => string; begun: Day },
  { classOf }: Knowing,
): Deed[] {
  const found = certified && classOf(certified.classId);
  if (!found) return [];
  const on = laterOf(sentOn(found.line), begun);
  return [{ do: 'name_class', on, clientId: role('class'), caseId, centreId: found.centreId }];
}

/** Nobody gets a card who has left before the day. */
const goneOn = ({ moves }: PersonStory, since: Day): Day =>
  moves.find(({ move, on }) => leaves.has(move) && on >= since)?.on ?? '9999-12-31';
const leaves = new Set(['out', 'died', 'struck', 'expelled', 'left', 'annulled']);

/** Since 2 September 2025 cards bear the personal identification number. */
const cardNumberOn = (caseId: string, on: Day, { person }: PersonStory): string =>
  on >= '2025-09-02' ? person.identityNumber : cardNumberOf(caseId);

function letterDeeds(
  story: CaseStory,
  { caseId, unitId, role }: { caseId: string; unitId: number; role: (text: string) => string },
  { today }: Knowing,
): Deed[] {
  return letterSteps(story, today).map(({ step, on, inputs, letter }) => ({
    do: 'step',
    on,
    clientId: role(`letter/${letter.nth}/${letter.part}`),
    caseId,
    unitId,
    step,
    inputs,
    letter,
  }));
}

/** Letters of a day follow the papers and come before the conclusion. */
function withLetters(steps: readonly Deed[], letters: readonly Deed[]): Deed[] {
  const after = (deed: Deed) => deed.do === 'step' && concluding.has(deed.step);
  const left = [...letters].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const all: Deed[] = [];
  for (const deed of steps) {
    while (left[0] && (left[0].on < deed.on || (left[0].on === deed.on && after(deed))))
      all.push(left.shift() as Deed);
    all.push(deed);
  }
  return [...all, ...left];
}
const concluding = new Set(['verify_conclude', 'cell_vote', 'strike', 'withdraw', 'move', 'not_agreed']);

/** A member takes the case along by the move on the roll; a candidate goes with the file. */
function handed(
  { moves, admission }: CaseStory,
  { caseId, role }: { caseId: string; role: (text: string) => string },
  names: Names,
): Deed[] {
  return moves
    .filter(({ on }) => !admission || on < admission.on)
    .map(({ on, toUnitId }, nth) => ({
      do: 'hand_over',
      on,
      clientId: role(`hand_over/${nth}`),
      caseId,
      toUnitId: unitIdOf(names, toUnitId),
    }));
}
