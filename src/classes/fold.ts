// A class as its standing entries make it: the plan that holds, everybody on it, who came, who was given what.
import type { PartialDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { type ClassKind, type DataOf, type Mark, numberKey, type Plan } from './class.ts';

export type PersonState = 'proposed' | 'sent' | 'waiting' | 'enrolled' | 'left';

export interface ClassPerson {
  dossierId: string;
  personId: string;
  place: number;
  state: PersonState;
  proposedOn: PartialDay | null;
  sentOn: PartialDay | null;
  letter: { number: string; on: string } | null;
  enrolledOn: PartialDay | null;
  leftOn: PartialDay | null;
  why: string | null;
  result: 'passed' | 'failed' | null;
  certificate: { number: string; key: string; on: string; until: string | null } | null;
}

export interface MarkRow {
  session: number;
  dossierId: string;
  mark: Mark;
  why: string | null;
}

export interface Class {
  id: string;
  plan: Plan;
  planEntry: string;
  calledOffOn: PartialDay | null;
  people: ClassPerson[];
  marks: MarkRow[];
  version: number;
}

interface Folding {
  people: Map<string, ClassPerson>;
  marks: Map<string, MarkRow>;
}

type Follow = (all: Folding, entry: Entry) => void;
const dataOf = <K extends ClassKind>(entry: Entry) => entry.data as DataOf<K>;

/** null when there is no plan. */
export function foldClass(id: string, entries: readonly Entry[]): Class | null {
  // In the order of recording: a class is worked on as it goes, and whoever writes later knows more.
  const standing = effective(entries).toSorted((a, b) => a.position - b.position);
  const planned = standing.findLast(({ kind }) => kind === 'class.planned' || kind === 'class.changed');
  if (!planned) return null;
  const all: Folding = { people: new Map(), marks: new Map() };
  for (const entry of standing) follows[entry.kind]?.(all, entry);
  return {
    id,
    plan: dataOf<'class.planned'>(planned),
    planEntry: planned.clientId,
    calledOffOn: standing.find(({ kind }) => kind === 'class.called_off')?.happenedOn ?? null,
    people: [...all.people.values()],
    marks: [...all.marks.values()],
    version: entries.at(-1)?.version ?? 0,
  };
}

const nobody = {
  proposedOn: null,
  sentOn: null,
  letter: null,
  enrolledOn: null,
  leftOn: null,
  why: null,
  result: null,
  certificate: null,
};

/** Whoever comes back after leaving starts again. */
function personIn({ people }: Folding, entry: Entry, dossierId: string): ClassPerson {
  const held = people.get(dossierId);
  if (held && held.state !== 'left') return held;
  const fresh: ClassPerson = {
    ...nobody,
    dossierId,
    personId: entry.personId ?? '',
    place: entry.position,
    state: 'proposed',
  };
  people.set(dossierId, fresh);
  return fresh;
}

const follows: Partial<Record<string, Follow>> = {
  'class.proposed': (all, entry) => {
    const person = personIn(all, entry, dataOf<'class.proposed'>(entry).dossierId);
    person.proposedOn = entry.happenedOn;
  },
  'class.sent': (all, entry) => {
    const { dossierId, letter } = dataOf<'class.sent'>(entry);
    const person = personIn(all, entry, dossierId);
    Object.assign(person, { state: 'sent', sentOn: entry.happenedOn, letter, place: entry.position });
  },
  'class.enrolled': (all, entry) => {
    const { dossierId, seat } = dataOf<'class.enrolled'>(entry);
    const person = personIn(all, entry, dossierId);
    Object.assign(person, { state: seat, enrolledOn: seat === 'enrolled' ? entry.happenedOn : null });
    if (person.state === 'waiting') person.place = entry.position;
  },
  'class.left': (all, entry) => {
    const { dossierId, why } = dataOf<'class.left'>(entry);
    const person = all.people.get(dossierId);
    if (person) Object.assign(person, { state: 'left', leftOn: entry.happenedOn, why });
  },
  'class.attended': (all, entry) => {
    const { session, marks } = dataOf<'class.attended'>(entry);
    for (const { dossierId, mark, why } of marks)
      all.marks.set(`${session} ${dossierId}`, { session, dossierId, mark, why });
  },
  'class.assessed': (all, entry) => {
    for (const { dossierId, result } of dataOf<'class.assessed'>(entry).results) {
      const person = all.people.get(dossierId);
      if (person) person.result = result;
    }
  },
  'class.certified': (all, entry) => {
    const { dossierId, number, on, until } = dataOf<'class.certified'>(entry);
    const person = all.people.get(dossierId);
    if (person) person.certificate = { number, key: numberKey(number), on, until };
  },
};
