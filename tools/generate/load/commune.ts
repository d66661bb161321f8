// One portion of a set – a commune with everybody who ever lived in it – as entries and values, ready to be written as one.
import type { Day } from '../../../src/platform/day.ts';
import type { Queryable } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { prepareOffices } from '../../../src/org/office.store.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { VaultWrite } from '../../../src/platform/vault.ts';
import type { MembershipRow } from '../../../src/road/held.ts';
import type { Frame } from '../../../src/road/prepare.ts';
import type { AccessLine, Line, MeetingLine, OfficeLine } from '../line.ts';
import { membershipsOf, type pathsIn, type Tree } from './around.ts';
import type { ClassBook } from './classes.ts';
import { type Person, personOf } from './deeds.ts';
import { cardNumberOf } from './fields.ts';
import { caseIdOf, entryIdOf, type Names, personIdOf, unitIdOf } from './ids.ts';
import { makePerson, type Making } from './make.ts';
import { meet, type Meetings, newMeetings } from './meetings.ts';
import { surveyEntry, targetEntries, toldEntries } from './plans.ts';
import { routineEntries } from './routines.ts';
import { certificateNumber, type Knowing } from './steps.ts';
import { ofKind, type PersonStory, storiesOf, type Stories } from './story.ts';

export interface Ground {
  names: Names;
  frame: Frame;
  provinceId: string;
  officeId: number | null;
  tree: Tree;
  pathsOf: ReturnType<typeof pathsIn>;
  placeOn: Knowing['placeOn'];
  classes: ClassBook;
  unitName: (id: number) => string;
  /** number of the unit at the top, whose numbers come from outside */
  top: number;
}

export interface Portion {
  entries: NewEntry[];
  values: VaultWrite[];
  offices: OfficeLine[];
  accesses: AccessLine[];
  people: number;
  dossiers: number;
  left: string[];
}

export function knowingOf({ names, frame, placeOn, classes, unitName }: Ground): Knowing {
  return {
    today: frame.today,
    person: (id) => personIdOf(names, id),
    classOf: (id) => {
      const line = classes.find(id);
      return line && { line, centre: unitName(line.unitId), centreId: unitIdOf(names, line.unitId) };
    },
    cardNumber: (id) => cardNumberOf(id),
    placeOn,
  };
}

/** Everybody of the portion, with what an office would do of them. */
export function peopleOf(stories: Stories, ground: Ground): { story: PersonStory; person: Person }[] {
  const knowing = knowingOf(ground);
  return [...stories.people.values()].map((story) => ({
    story,
    person: personOf(story, ground.names, knowing),
  }));
}

export function communeEntries(lines: readonly Line[], ground: Ground): Portion {
  for (const line of ofKind(lines, 'class')) ground.classes.see(line);
  const stories = storiesOf(lines);
  const people = peopleOf(stories, ground);
  const meetings = newMeetings();
  for (const line of ofKind(lines, 'meeting')) meetLine(meetings, line, ground);
  const making = makingOf(stories, meetings, ground);
  const made = people.map(({ person }) => makePerson(person, making));
  attend(stories, ground);
  const { names, top, frame } = ground;
  const entries = [
    ...made.flatMap(({ person }) => person),
    ...meetings.made,
    ...made.flatMap(({ dossiers }) => dossiers),
    ...made.flatMap(({ requests }) => requests),
    ...ofKind(lines, 'target').flatMap((line) => targetEntries(line, top, names)),
    ...toldEntries(ofKind(lines, 'told'), names),
    ...ofKind(lines, 'survey').map((line) => surveyEntry(line, names)),
    ...routineEntries(ofKind(lines, 'meeting'), names, frame.today),
  ];
  return {
    entries: entries.filter(({ happenedOn }) => (happenedOn ?? '') <= frame.today),
    values: made.flatMap(({ values }) => values),
    offices: ofKind(lines, 'office').filter(({ fromOn }) => fromOn <= frame.today),
    accesses: ofKind(lines, 'access'),
    people: made.length,
    dossiers: stories.cases.size,
    left: made.flatMap(({ left }) => left),
  };
}

function makingOf(stories: Stories, meetings: Meetings, ground: Ground): Making {
  const { names } = ground;
  const ids = new Map([...stories.people].map(([id, story]) => [personIdOf(names, id), story]));
  const kept = new Map<string, MembershipRow[]>();
  const memberships = (id: string): MembershipRow[] => {
    const story = ids.get(id);
    const rows = kept.get(id) ?? (story ? membershipsOf(story, id) : []);
    kept.set(id, rows);
    return rows;
  };
  return { ...ground, meetings, memberships };
}

function meetLine(
  meetings: Meetings,
  { id, unitId, body, on, expected, present }: MeetingLine,
  { names, frame }: Ground,
) {
  if (on > frame.today) return;
  meet(meetings, {
    clientId: entryIdOf(names, `meeting/${id}`),
    unitId: unitIdOf(names, unitId),
    body,
    heldOn: on,
    number: null,
    ballot: { base: expected, present, excluded: {} },
  });
}

/** Who got a certificate of a class stands on its list. */
function attend(stories: Stories, { classes, names }: Ground): void {
  for (const { certified, begins } of stories.cases.values())
    if (certified)
      classes.attended({
        classId: certified.classId,
        dossierId: caseIdOf(names, begins.caseId),
        personId: personIdOf(names, begins.personId),
        number: certificateNumber(certified.caseId),
        certifiedOn: certified.certifiedOn,
      });
}

/** Terms of office that have begun, and their ends. */
export async function officeEntries(
  db: Queryable,
  lines: readonly OfficeLine[],
  names: Names,
  today: Day,
): Promise<NewEntry[]> {
  const begun = lines.filter(({ fromOn }) => fromOn <= today);
  if (begun.length === 0) return [];
  const drafts = begun.map((line) => {
    const { clientId, kind, unitId, personId, title, fromOn, namedUnits, decision } = officeOf(line, names);
    return {
      clientId,
      kind,
      unitId,
      personId,
      title,
      fromOn,
      namedUnits,
      decision,
      toOn: null,
      sourceKey: null,
    };
  });
  const entries = await prepareOffices(db, drafts);
  const ended = begun.flatMap(({ toOn }, at) =>
    toOn && toOn <= today ? [endOf(entries[at] as NewEntry, toOn)] : [],
  );
  return [...entries, ...ended];
}

/** As an officer would type it. */
export const officeOf = (line: OfficeLine, names: Names) => ({
  clientId: entryIdOf(names, `office/${line.id}/${line.fromOn}`),
  kind: line.kind,
  unitId: unitIdOf(names, line.unitId),
  personId: personIdOf(names, line.personId),
  holderName: null,
  title: line.title,
  fromOn: line.fromOn,
  toOn: null,
  namedUnits: line.namedUnits.map((unit) => unitIdOf(names, unit)),
  decision: { ...line.decision, by: null },
});

const endOf = ({ clientId, stream, unitId, personId }: NewEntry, toOn: Day): NewEntry => ({
  clientId: derivedId(clientId, 'ended'),
  stream,
  kind: 'office.ended',
  happenedOn: toOn,
  unitId,
  personId: personId ?? null,
  data: { toOn, decision: null },
});
