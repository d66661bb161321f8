// What the acts of a dossier do to the roll: the entries of the person's own stream that follow from them. They are
// reckoned anew after every act, correction and withdrawal, and only the difference is written.
import {
  admittedEntry,
  annulledEntry,
  nominatedEntry,
  type PersonAct,
  personEntry,
  recognisedEntry,
  releasedEntry,
  removedEntry,
} from '../members/acts.ts';
import { addDays, latest, type PartialDay } from '../platform/day.ts';
import { effective, withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { derivedId } from '../platform/ids.ts';
import type { DocumentData } from './dossier.ts';
import type { Dossier, Handover } from './fold.ts';
import type { MemberEffect } from './law.ts';
import { lastStep, movingStep } from './road.ts';
import type { JudgedAct, Standing } from './standing.ts';

type Part = Pick<NewEntry, 'kind' | 'happenedOn' | 'data' | 'ruleset' | 'unitId'>;
type Role = 'nominee' | 'probationary' | 'official' | 'gone';

const roleAtTakeOver = ({ takenOver }: Dossier): Role => {
  const stage = takenOver?.stage ?? '';
  if (stage === 'recognised') return 'official';
  return probation.has(stage) ? 'probationary' : 'nominee';
};
const probation = new Set([
  'admitted',
  'probation_reviewed',
  'recognition_cell_voted',
  'recognition_base_voted',
]);

/** The entries the roll should hold because of this dossier, oldest first. */
export function wantedEntries(dossier: Dossier, standing: Standing): Part[] {
  let role = roleAtTakeOver(dossier);
  const wanted: Part[] = [];
  const moved = (count: number) => dossier.handovers.filter(({ after }) => after === count);
  for (const [count, judged] of standing.acts.entries()) {
    for (const move of moved(count)) wanted.push(...movedWith(dossier, move, role));
    const made = partsOf(dossier, judged, role);
    wanted.push(...made.parts);
    role = made.role;
  }
  for (const move of moved(standing.acts.length)) wanted.push(...movedWith(dossier, move, role));
  return wanted;
}

/** The person goes with the case: a nominee is placed in the other cell, a member is moved there. */
function movedWith(dossier: Dossier, { on, fromUnitId, toUnitId, roll }: Handover, role: Role): Part[] {
  if (role === 'gone' || roll !== null) return [];
  const place = { clientId: '', personId: dossier.personId, unitId: toUnitId, happenedOn: on };
  const dossierId = dossier.id;
  return [
    role === 'nominee'
      ? part(personEntry('person.placed', place, { dossierId }))
      : part(personEntry('member.moved', place, { fromUnitId, dossierId })),
  ];
}

interface Made {
  parts: Part[];
  role: Role;
}

function partsOf(dossier: Dossier, judged: JudgedAct, role: Role): Made {
  const { act, effect } = judged;
  if (act.takenOver || !act.on) return { parts: [], role };
  if (act.step === lastStep)
    return {
      parts: [
        part(
          personEntry('member.card_issued', about(dossier, judged, act.on), facts(dossier, judged)),
          act.ruleset,
        ),
      ],
      role,
    };
  if (!effect) return { parts: [], role };
  const made = roleChanges[effect.status]({
    dossier,
    judged,
    effect,
    role,
    on: effect.on ?? act.on,
  });
  return { ...made, parts: made.parts.map((entry) => ({ ...entry, ruleset: act.ruleset })) };
}

interface Change {
  dossier: Dossier;
  judged: JudgedAct;
  effect: MemberEffect;
  role: Role;
  on: PartialDay;
}

const roleChanges: Record<MemberEffect['status'], (change: Change) => Made> = {
  probationary: ({ dossier, judged, effect, on }) => ({
    parts: [
      part(
        admittedEntry(about(dossier, judged, on), {
          ...facts(dossier, judged),
          decidedOn: effect.seniorityFrom,
        }),
      ),
    ],
    role: 'probationary',
  }),
  official: ({ dossier, judged, on }) => ({
    parts: [part(recognisedEntry(about(dossier, judged, on), facts(dossier, judged)))],
    role: 'official',
  }),
  former: (change) => (change.role === 'nominee' ? leaveTheRoad(change) : leaveTheRoll(change)),
};

function leaveTheRoad({ dossier, judged, on, role }: Change): Made {
  if (judged.stageAfter !== 'closed') return { parts: [], role };
  return {
    parts: [part(releasedEntry(about(dossier, judged, on), { dossierId: dossier.id }))],
    role: 'gone',
  };
}

function leaveTheRoll({ dossier, judged, effect, on }: Change): Made {
  const left = part(ending(judged, effect)(about(dossier, judged, on), facts(dossier, judged)));
  if (judged.stageAfter === 'closed') return { parts: [left], role: 'gone' };
  // What was wrong was the way, not the person: from the next day the road is taken again as a nominee.
  const again = nominatedEntry(about(dossier, judged, addDays(latest(on), 1)), { dossierId: dossier.id });
  return { parts: [left, part(again)], role: 'nominee' };
}

type Ending = (about: Parameters<typeof annulledEntry>[0], data: ReturnType<typeof facts>) => NewEntry;
function ending({ act }: JudgedAct, effect: MemberEffect): Ending {
  if (effect.annuls) return annulledEntry;
  if (act.step !== movingStep) return (about, data) => removedEntry(about, { ...data, reason: 'DUBI' });
  const place = typeof act.inputs.to === 'string' ? act.inputs.to : null;
  return (about, data) => personEntry('member.moved_out', about, { ...data, place });
}

/** On the roll of the cell that had the case then. */
const about = (dossier: Dossier, { act }: JudgedAct, on: PartialDay) => ({
  clientId: '',
  personId: dossier.personId,
  unitId: act.unitId,
  happenedOn: on,
});

/** The decision an act names goes with it to the roll. */
function facts(dossier: Dossier, { act }: JudgedAct) {
  const document = act.inputs.decision as DocumentData | undefined;
  const number =
    document?.number && /^[\p{L}\p{N}._/ -]{1,60}$/u.test(document.number) ? document.number : null;
  const decision = document ? { number, on: document.on, by: document.by } : null;
  return { decision, dossierId: dossier.id };
}

const part = ({ kind, happenedOn, data, unitId }: NewEntry, ruleset: string | null = null): Part => ({
  kind,
  happenedOn,
  data,
  unitId,
  ruleset,
});

/** Entries that turn what the roll holds because of this dossier into what it should hold. */
export function differenceOf(
  dossier: Pick<Dossier, 'id' | 'personId'>,
  held: readonly PersonAct[],
  wanted: readonly Part[],
  clientId: string,
): NewEntry[] {
  const mine = effective(held).filter((entry) => isMine(entry, dossier.id));
  const kinds = new Set([...mine, ...wanted].map((entry) => entry.kind));
  return [...kinds].flatMap((kind) => {
    const [old, now] = [mine.filter((e) => e.kind === kind), wanted.filter((e) => e.kind === kind)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) =>
      oneDifference(dossier, { old: old[index], now: now[index] }, derivedId(clientId, `${kind}.${index}`)),
    ).filter((entry) => entry !== null);
  });
}

const roadKinds =
  /^(member\.(admitted|recognised|annulled|removed|moved|moved_out|card_issued)|person\.(nominated|placed|released))$/;
const isMine = (entry: PersonAct, dossierId: string): boolean =>
  roadKinds.test(entry.kind) && entry.data.dossierId === dossierId;

function oneDifference(
  { personId }: Pick<Dossier, 'personId'>,
  { old, now }: { old: PersonAct | undefined; now: Part | undefined },
  clientId: string,
): NewEntry | null {
  const place = { clientId, stream: `person:${personId}`, personId };
  if (!now && old)
    return {
      ...place,
      unitId: old.unitId,
      kind: withdrawal,
      happenedOn: old.happenedOn,
      names: old.clientId,
      data: {},
    };
  if (!now) return null;
  const same = old && old.happenedOn === now.happenedOn && old.unitId === now.unitId;
  if (same && sameData(old.data, now.data)) return null;
  return { ...place, ...now, names: old?.clientId ?? null };
}

/** What the reckoning gives and what the schema completed agree where both speak. */
const sameData = (old: Record<string, unknown>, now: Record<string, unknown>): boolean =>
  Object.keys(now).every((key) => JSON.stringify(sorted(old[key])) === JSON.stringify(sorted(now[key])));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : (value ?? null);
