// Classes of the political centres: planned, attended and certified by people of many communes, so that they are written when all
// have been seen. Who came to which session is kept for the last twelve months.
import { classStreamOf, type Plan } from '../../../src/classes/class.ts';
import { addDays, addMonths, type Day } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { ClassLine } from '../line.ts';
import { entryIdOf, type Names, unitIdOf } from './ids.ts';

export interface Attending {
  classId: string;
  dossierId: string;
  personId: string;
  number: string;
  certifiedOn: Day;
}
export interface ClassBook {
  see: (line: ClassLine) => void;
  find: (id: string) => ClassLine | undefined;
  attended: (one: Attending) => void;
  entries: () => Iterable<NewEntry[]>;
}

export class Classes implements ClassBook {
  readonly #lines = new Map<string, ClassLine>();
  readonly #people = new Map<string, Attending[]>();
  readonly #names: Names;
  readonly #today: Day;

  constructor(names: Names, today: Day) {
    this.#names = names;
    this.#today = today;
  }

  see(line: ClassLine): void {
    this.#lines.set(line.id, line);
  }
  find(id: string): ClassLine | undefined {
    return this.#lines.get(id);
  }
  attended(one: Attending): void {
    const held = this.#people.get(one.classId);
    if (held) held.push(one);
    else this.#people.set(one.classId, [one]);
  }

  *entries(): Generator<NewEntry[]> {
    for (const [id, line] of this.#lines)
      if ((line.sessions[0] ?? '') <= this.#today)
        yield classEntries(line, this.#people.get(id) ?? [], this.#names, this.#today);
  }
}

/** Days before the first session on which the plan is made; who comes is sent and enrolled when the class begins. */
const planned = 21;
export const classIdOf = (names: Names, id: string): string =>
  derivedId(entryIdOf(names, `class/${id}`), 'class');

export function planOf({ id, sessions, seats, unitId }: ClassLine, names: Names): Plan {
  return {
    sort: 'awareness',
    label: `Lớp bồi dưỡng nhận thức về Đảng, khai giảng ${sessions[0]?.split('-').toReversed().join('/')} (${id})`,
    centreId: unitIdOf(names, unitId),
    seats,
    sessions: sessions.map((on, at) => ({ id: at + 1, on, from: null, to: null, room: null, topic: null })),
    topics: [],
    cost: null,
    completion: { least: null, excused: true, paper: false },
  };
}

function classEntries(line: ClassLine, people: readonly Attending[], names: Names, today: Day): NewEntry[] {
  const [first = today] = line.sessions;
  const root = entryIdOf(names, `class/${line.id}`);
  const id = classIdOf(names, line.id);
  const plan = planOf(line, names);
  const entry = (role: string, on: Day, kind: string, data: object): NewEntry => ({
    clientId: role === '' ? root : derivedId(root, role),
    stream: classStreamOf(id),
    happenedOn: on,
    unitId: plan.centreId,
    kind,
    data: { ...data },
  });
  const of = (part: 'sent' | 'enrolled', data: object) =>
    people.map(({ dossierId, personId }) => ({
      ...entry(`${part}/${dossierId}`, first, `class.${part}`, { dossierId, ...data }),
      personId,
    }));
  return [
    entry('', addDays(first, -planned), 'class.planned', plan),
    ...of('sent', { letter: { number: `${line.id}-CV/ĐU`.slice(0, 60), on: first } }),
    ...of('enrolled', { seat: 'enrolled' }),
    ...attendance(line, people, today).map(({ session, on, marks }) =>
      entry(`attended/${session}`, on, 'class.attended', { session, marks }),
    ),
    ...people.map(({ dossierId, personId, number, certifiedOn: on }) => ({
      ...entry(`certified/${dossierId}`, on, 'class.certified', { dossierId, number, on, until: null }),
      personId,
    })),
  ];
}

function attendance({ sessions }: ClassLine, people: readonly Attending[], today: Day) {
  const since = addMonths(today, -12);
  if (people.length === 0) return [];
  const marks = people.map(({ dossierId }) => ({ dossierId, mark: 'present' as const, why: null }));
  return sessions
    .map((on, at) => ({ session: at + 1, on, marks }))
    .filter(({ on }) => on >= since && on <= today);
}

/** The dossier says from then on to which centre the person was sent. */
export const sentOn = ({ sessions }: ClassLine): Day => sessions[0] ?? '';
