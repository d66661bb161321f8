// One person of a set as entries and values: what the deeds come to when all of them are known at once. Every act is made by the
// room it belongs to; what the room would refuse is left out, and said.
import { actEntry } from '../../../src/members/input.ts';
import {
  type About,
  decideAct,
  type FieldName,
  nominatedEntry,
  personEntry,
  registeredEntry,
} from '../../../src/members/person.ts';
import { type Day, latest } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { VaultWrite } from '../../../src/platform/vault.ts';
import type { Around, MembershipRow } from '../../../src/road/held.ts';
import type { Frame } from '../../../src/road/prepare.ts';
import { pathsIn, type Tree } from './around.ts';
import { type CaseEvent, makeCase } from './case.ts';
import type { Deed, Person } from './deeds.ts';
import type { Meetings } from './meetings.ts';
import { type Asked, requestEntries } from './requests.ts';

export interface Making {
  frame: Frame;
  provinceId: string;
  officeId: number | null;
  tree: Tree;
  pathsOf: ReturnType<typeof pathsIn>;
  meetings: Meetings;
  /** of everybody a case names */
  memberships: (personId: string) => readonly MembershipRow[];
}

export interface Made {
  person: NewEntry[];
  dossiers: NewEntry[];
  requests: NewEntry[];
  values: VaultWrite[];
  left: string[];
}

type Doing<D extends Deed['do']> = Extract<Deed, { do: D }>;

export function makePerson(person: Person, making: Making): Made {
  const made: Made = { person: [], dossiers: [], requests: [], values: [], left: [] };
  const roll = person.deeds.filter((deed) => deed.do === 'add' || deed.do === 'roll');
  const cases = Map.groupBy(
    person.deeds.filter((deed) => 'caseId' in deed),
    ({ caseId }) => caseId,
  );
  const first = person.deeds.find(enters);
  if (!first) return { ...made, left: ['person without a place'] };
  made.person.push(...beginning(person, first, making));
  const follow = rollEntries(roll, person, making);
  const entry = made.person[0]?.clientId ?? '';
  made.values.push({ personId: person.id, entry, fields: fieldList(person.fields) });
  for (const [caseId, deeds] of cases) addCase(made, { person, caseId, deeds, follow }, making);
  made.person.push(...follow);
  keepPossible(made, person);
  addDetails(made, person);
  return made;
}

/** What is otherwise later; it has no day of its own in the book. */
function addDetails(made: Made, { id, deeds }: Person): void {
  const unitId = made.person.at(-1)?.unitId ?? 0;
  for (const deed of deeds.filter((one) => one.do === 'details')) {
    const fields = fieldList(deed.fields);
    const about = { clientId: deed.clientId, personId: id, unitId, happenedOn: null };
    const names = fields.map(({ field }) => field as FieldName);
    made.person.push(personEntry('person.corrected', about, { fields: names }));
    made.values.push({ personId: id, entry: deed.clientId, fields });
  }
}

const fieldList = (fields: Record<string, string>) =>
  Object.entries(fields).map(([field, value]) => ({ field, value }));

/** How somebody enters the book: by the roll, or with the first nomination. What they were before is no beginning. */
const enters = (deed: Deed): deed is Doing<'add' | 'open'> => deed.do === 'add' || deed.do === 'open';

function beginning({ id, fields }: Person, first: Doing<'add' | 'open'>, { provinceId }: Making): NewEntry[] {
  const names = Object.keys(fields) as FieldName[];
  if (first.do === 'open') {
    const about = { clientId: derivedId(first.clientId, 'person'), personId: id, unitId: first.unitId };
    return [
      registeredEntry({ ...about, happenedOn: first.on }, { provinceId, as: 'nominee', fields: names }),
    ];
  }
  const about = { clientId: first.clientId, personId: id, unitId: first.unitId, happenedOn: null };
  return [registeredEntry(about, { provinceId, as: 'outside', sourceKey: null, fields: names })];
}

function rollEntries(roll: readonly Deed[], { id, deeds }: Person, { officeId }: Making): NewEntry[] {
  const opened = deeds.find((deed) => deed.do === 'open');
  const handed = deeds.filter((deed) => deed.do === 'hand_over');
  let unitId = opened ? opened.unitId : 0;
  let since = '';
  return (roll as (Doing<'add'> | Doing<'roll'>)[]).map(({ act }) => {
    const { happenedOn } = act;
    // What a file did before the last act of the roll is over.
    unitId = handed.findLast(({ on }) => on > since && on <= happenedOn)?.toUnitId ?? unitId;
    since = happenedOn;
    const entry = actEntry(act, { personId: id, before: { unitId }, officeId });
    unitId = entry.unitId ?? unitId;
    return entry;
  });
}

interface CaseOf {
  person: Person;
  caseId: string;
  deeds: readonly Deed[];
  follow: readonly NewEntry[];
}

function addCase(made: Made, { person, caseId, deeds, follow }: CaseOf, making: Making): void {
  const [first] = deeds as [Doing<'open'>];
  const again = made.person.length > 0 && made.person[0]?.clientId !== derivedId(first.clientId, 'person');
  if (again) made.person.push(...nominatedAgain(first, person, made.person));
  const units = [
    ...new Set([first.unitId, ...deeds.flatMap(handedTo), ...follow.map(({ unitId }) => unitId ?? 0)]),
  ];
  const { places, pathOf } = making.pathsOf(units.filter((id) => id > 0));
  const asked: Asked[] = [];
  const done = makeCase(
    {
      id: caseId,
      personId: person.id,
      unitId: first.unitId,
      around: { ...aroundOf(person, deeds, making), places },
      path: pathOf(deeds.flatMap(handedTo).at(-1) ?? first.unitId, making.frame.today) ?? '/',
      pathOf,
      events: eventsOf(deeds, follow, asked),
    },
    making.frame,
    making.meetings,
  );
  made.dossiers.push(...done.entries);
  made.requests.push(...requestEntries(asked, done.entries, { caseId, personId: person.id }));
  made.values.push(...done.texts);
  made.person.push(...done.roll);
  made.left.push(...done.left.map(({ step, on, code }) => `${step} ${on.slice(0, 4)}: ${code}`));
}
const handedTo = (deed: Deed): number[] => (deed.do === 'hand_over' ? [deed.toUnitId] : []);

function nominatedAgain(
  { clientId, caseId, unitId, on }: Doing<'open'>,
  { id }: Person,
  held: readonly NewEntry[],
) {
  const about: About = {
    clientId: derivedId(clientId, 'person.nominated.0'),
    personId: id,
    unitId,
    happenedOn: on,
  };
  const placed = { ...about, clientId: derivedId(clientId, 'person.placed') };
  const there = held.findLast((entry) => (entry.happenedOn ?? '') <= on)?.unitId === unitId;
  const nominated = nominatedEntry(about, { dossierId: caseId });
  return there ? [nominated] : [nominated, personEntry('person.placed', placed, {})];
}

/** Who is named, with since when they are members. */
function aroundOf({ id, fields }: Person, deeds: readonly Deed[], making: Making): Omit<Around, 'places'> {
  const named = new Set([id, ...deeds.flatMap((deed) => ('inputs' in deed ? personsIn(deed.inputs) : []))]);
  return {
    person: {
      bornOn: fields.bornOn ?? null,
      education: fields.education ?? null,
      youthUnion: fields.youthUnion === undefined ? null : fields.youthUnion === 'true',
    },
    memberships: [...named].flatMap((one) => making.memberships(one)),
  };
}
const personsIn = ({ helper, proposer, by, introducers }: Record<string, unknown>): string[] =>
  [helper, proposer, by, ...((introducers as unknown[] | undefined) ?? [])].filter(
    (value): value is string => typeof value === 'string' && value.length === 36,
  );

const touching = /^member\.(moved|moved_out|died|removed|expelled|left)$/;

/** The steps of the case, and what the roll does to it meanwhile. */
function eventsOf(deeds: readonly Deed[], follow: readonly NewEntry[], asked: Asked[]): CaseEvent[] {
  const own = deeds.map((deed): CaseEvent => eventOf(deed, asked));
  const since = deeds[0]?.on ?? '';
  const from = follow
    .filter(({ kind, happenedOn }) => touching.test(kind) && (happenedOn ?? '') >= since)
    .map(followed);
  const all = [...own.map((event) => ({ event, rank: 0 })), ...from.map((event) => ({ event, rank: 1 }))];
  return all
    .toSorted((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.rank - b.rank))
    .map(({ event }) => event);
}

function eventOf(deed: Deed, asked: Asked[]): CaseEvent {
  const { on, clientId } = deed;
  if (deed.do === 'hand_over') return { do: 'hand_over', on, clientId, toUnitId: deed.toUnitId, roll: null };
  if (deed.do === 'name_class') return { do: 'name_class', on, clientId, centreId: deed.centreId };
  if (deed.do === 'open') return { do: 'act', on, clientId, step: 'nominate', inputs: deed.inputs };
  if (deed.do !== 'step') throw new Error(`no event of a case: ${deed.do}`);
  if (!deed.letter) return { do: 'act', on, clientId, step: deed.step, inputs: deed.inputs };
  // The request is written under the id of the deed, its step under one that follows from it.
  asked.push({ ...deed.letter, on, clientId, inputs: deed.inputs });
  return { do: 'act', on, clientId: derivedId(clientId, 'act'), step: deed.step, inputs: deed.inputs };
}

function followed({ kind, clientId, happenedOn, unitId }: NewEntry): CaseEvent {
  const about = { clientId: derivedId(clientId, 'dossier'), on: (happenedOn ?? '') as Day, roll: clientId };
  if (kind === 'member.moved') return { do: 'hand_over', ...about, toUnitId: unitId ?? 0 };
  return { do: 'end', ...about, as: kind.slice('member.'.length), unitId: unitId ?? 0 };
}

/** In the order of their days; acts that could not have happened are left out, as the roll would refuse them. */
function keepPossible(made: Made, { fields }: Person): void {
  const [first, ...rest] = made.person;
  if (!first) return;
  const sorted = [first, ...rest.toSorted((a, b) => compare(a.happenedOn ?? '', b.happenedOn ?? ''))];
  made.person = sorted;
  const acts = sorted.map((entry) => ({ ...entry, names: entry.names ?? null }));
  const { refusal } = decideAct([], acts, fields.bornOn ?? null);
  if (!refusal) return;
  made.left.push(`${refusal.kind} ${latest(refusal.happenedOn ?? '').slice(0, 4)}: ${refusal.code}`);
  const without = { ...made, person: sorted.filter(({ clientId }) => clientId !== refusal.clientId) };
  if (without.person.length < sorted.length)
    keepPossible(Object.assign(made, { person: without.person }), { fields } as Person);
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
