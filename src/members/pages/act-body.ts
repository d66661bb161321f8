// What the form of an act holds, which fields each act asks for, and the body that is sent.
import type { Choice } from '../../ui/field/LookupField.tsx';
import type { PersonAnswer, PersonEvent } from '../answers.ts';
import type { ActName } from '../input.ts';

export type ActField =
  | 'cell'
  | 'unit'
  | 'awayCell'
  | 'placeOut'
  | 'placeIn'
  | 'placeAway'
  | 'kind'
  | 'road'
  | 'since'
  | 'paper'
  | 'removalReason'
  | 'exemptReason'
  | 'until'
  | 'cardNumber'
  | 'continuous';

export const fieldsOf: Record<ActName, readonly ActField[]> = {
  move: ['cell'],
  move_out: ['placeOut'],
  move_in: ['cell', 'kind', 'placeIn', 'road'],
  take_over: ['cell', 'kind', 'road', 'since', 'paper'],
  die: [],
  remove: ['removalReason'],
  expel: [],
  leave: [],
  restore: ['cell', 'kind', 'continuous'],
  issue_card: ['cardNumber'],
  exempt: ['exemptReason', 'until'],
  unexempt: [],
  begin_temporary: ['awayCell', 'placeAway', 'until'],
  end_temporary: [],
  transfer_received: [],
  place: ['unit'],
};

export const decisionOf: Record<ActName, 'needed' | 'asked' | 'none'> = {
  move: 'asked',
  move_out: 'asked',
  move_in: 'asked',
  take_over: 'none',
  die: 'none',
  remove: 'needed',
  expel: 'needed',
  leave: 'needed',
  restore: 'needed',
  issue_card: 'asked',
  exempt: 'asked',
  unexempt: 'asked',
  begin_temporary: 'asked',
  end_temporary: 'none',
  transfer_received: 'asked',
  place: 'none',
};

/** Acts that a cell decides itself: an officer may enter them from its minutes. */
export const decidedByCell = new Set<ActName>([
  'exempt',
  'unexempt',
  'begin_temporary',
  'end_temporary',
  'leave',
]);

export const emptyAct = {
  happenedOn: '',
  unit: null as Choice | null,
  place: '',
  kind: '',
  admittedOn: '',
  decidedOn: '',
  officialOn: '',
  since: '',
  paper: '',
  reason: '',
  until: '',
  cardNumber: '',
  continuous: false,
  number: '',
  paperOn: '',
  by: '',
  behalf: false,
  minutesNumber: '',
  minutesOn: '',
  note: '',
  why: '',
};
export type ActValues = typeof emptyAct;

const actsByKind: Record<string, ActName> = {
  'member.moved': 'move',
  'member.moved_out': 'move_out',
  'member.moved_in': 'move_in',
  'member.taken_over': 'take_over',
  'member.died': 'die',
  'member.removed': 'remove',
  'member.expelled': 'expel',
  'member.left': 'leave',
  'member.restored': 'restore',
  'member.card_issued': 'issue_card',
  'member.exempted': 'exempt',
  'member.unexempted': 'unexempt',
  'member.temporary_began': 'begin_temporary',
  'member.temporary_ended': 'end_temporary',
  'member.transfer_received': 'transfer_received',
  'person.placed': 'place',
};
export const actOf = (event: Pick<PersonEvent, 'kind'>): ActName | null => actsByKind[event.kind] ?? null;

/** A new act begins empty, a correction with what was recorded. */
export function startOf(person: PersonAnswer, event?: PersonEvent): ActValues {
  if (!event) return emptyAct;
  const away = event.kind === 'member.temporary_began';
  const [id, name] = away ? [event.toUnitId, event.toUnitName] : [event.unitId, event.unitName];
  const text = (value: string | null) => value ?? '';
  return {
    ...emptyAct,
    happenedOn: text(event.happenedOn),
    unit: id === null ? null : { value: String(id), label: text(name) },
    place: text(event.place),
    kind: text(event.memberKind),
    admittedOn: text(event.admittedOn),
    decidedOn: text(event.decidedOn),
    officialOn: text(event.officialOn),
    reason: text(event.reason),
    until: text(event.until),
    cardNumber: event.kind === 'member.card_issued' ? (person.fields.cardNumber ?? '') : '',
    ...paperOf(event),
  };
}

function paperOf({ decision, onBehalf }: PersonEvent): Partial<ActValues> {
  const paper = decision ?? { number: null, on: null, by: null };
  return {
    number: paper.number ?? '',
    paperOn: paper.on ?? '',
    by: paper.by ?? '',
    ...(onBehalf ? { behalf: true, minutesNumber: onBehalf.number, minutesOn: onBehalf.on } : {}),
  };
}

const orNull = (text: string) => text.trim() || null;
const idOf = (choice: Choice | null) => (choice ? Number(choice.value) : null);

export const roadOf = (values: Pick<ActValues, 'admittedOn' | 'decidedOn' | 'officialOn'>) => ({
  admittedOn: orNull(values.admittedOn),
  decidedOn: orNull(values.decidedOn),
  officialOn: orNull(values.officialOn),
});

const bodies: Record<ActName, (values: ActValues) => object> = {
  move: (v) => ({ toUnitId: idOf(v.unit) }),
  move_out: (v) => ({ place: v.place.trim() }),
  move_in: (v) => ({ unitId: idOf(v.unit), kind: v.kind, place: orNull(v.place), ...roadOf(v) }),
  take_over: (v) => ({
    unitId: idOf(v.unit),
    kind: v.kind,
    ...roadOf(v),
    since: orNull(v.since),
    paper: orNull(v.paper),
  }),
  die: () => ({}),
  remove: (v) => ({ ground: orNull(v.reason) }),
  expel: () => ({}),
  leave: () => ({}),
  restore: (v) => ({ unitId: idOf(v.unit), kind: v.kind, continuous: v.continuous }),
  issue_card: (v) => ({ cardNumber: v.cardNumber }),
  exempt: (v) => ({ ground: orNull(v.reason), until: orNull(v.until) }),
  unexempt: () => ({}),
  begin_temporary: (v) => ({ toUnitId: idOf(v.unit), place: orNull(v.place), until: orNull(v.until) }),
  end_temporary: () => ({}),
  transfer_received: () => ({}),
  place: (v) => ({ unitId: idOf(v.unit) }),
};

export function paperBody(values: Pick<ActValues, 'number' | 'paperOn' | 'by'>) {
  const { number, paperOn, by } = values;
  return number.trim() || paperOn || by.trim()
    ? { number: orNull(number), on: orNull(paperOn), by: orNull(by) }
    : null;
}

/** `unitId`: the cell for which the officer types. In a correction `why` says why, beside what it says of the act. */
export function actBody(act: ActName, values: ActValues, unitId: number) {
  return {
    act,
    ...bodies[act](values),
    happenedOn: values.happenedOn,
    decision: paperBody(values),
    onBehalf: values.behalf ? { unitId, number: values.minutesNumber.trim(), on: values.minutesOn } : null,
    note: orNull(values.note),
  };
}
