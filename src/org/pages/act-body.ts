// What the form of an act holds, which fields each act asks for, and the body that is sent.
import { formatDay } from '../../platform/day.ts';
import type { Choice } from '../../ui/field/LookupField.tsx';
import type { UnitEvent, UnitView } from '../answers.ts';

export type UnitAct = 'rename' | 'move' | 'change_kind' | 'details' | 'end' | 'restore' | 'found';
export type ActField =
  | 'name'
  | 'parent'
  | 'kind'
  | 'type'
  | 'foundedOn'
  | 'code'
  | 'placeCode'
  | 'as'
  | 'into';

export const fieldsOf: Record<UnitAct, readonly ActField[]> = {
  found: ['kind', 'type', 'name', 'foundedOn', 'code'],
  rename: ['name'],
  move: ['parent'],
  change_kind: ['kind', 'type'],
  details: ['code', 'placeCode'],
  end: ['as', 'into'],
  restore: [],
};
export const needsDecision = (act: UnitAct): boolean =>
  ['rename', 'move', 'change_kind', 'end'].includes(act);

export const emptyAct = {
  happenedOn: '',
  number: '',
  decidedOn: '',
  by: '',
  reason: '',
  name: '',
  parent: null as Choice | null,
  kind: '',
  type: '',
  foundedOn: '',
  code: '',
  placeCode: '',
  as: 'dissolved',
  into: null as Choice | null,
};
export type ActValues = typeof emptyAct;

const actOfKind: Record<string, UnitAct> = {
  'unit.founded': 'found',
  'unit.taken_over': 'found',
  'unit.renamed': 'rename',
  'unit.moved': 'move',
  'unit.kind_changed': 'change_kind',
  'unit.details': 'details',
  'unit.ended': 'end',
  'unit.restored': 'restore',
};
export const actOf = (event: Pick<UnitEvent, 'kind'>): UnitAct | null => actOfKind[event.kind] ?? null;

/** The form of a new act begins with the unit as it is, that of a correction with what was recorded. */
export function startOf(act: UnitAct, unit: UnitView, event?: UnitEvent): ActValues {
  if (event) return { ...emptyAct, ...recorded(event) };
  if (act === 'found') return emptyAct;
  const { name, kind, type, code, placeCode } = unit;
  return { ...emptyAct, ...textsOf({ name, kind, type, code, placeCode }) };
}

/** Only what is text: everything else stays as the empty form has it. */
const textsOf = (values: Record<string, unknown>): Partial<ActValues> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));

function recorded({ data, happenedOn, decision, other }: UnitEvent): Partial<ActValues> {
  const { name, type, code, placeCode, foundedOn, as, unitKind } = data;
  const choice = other && { value: String(other.id), label: other.name };
  return {
    ...textsOf({ name, type, code, placeCode, foundedOn, as, kind: unitKind, happenedOn }),
    ...textsOf({ number: decision?.number, decidedOn: decision?.on, by: decision?.by }),
    parent: data.parentId ? choice : null,
    into: data.intoId ? choice : null,
  };
}

const orNull = (text: string) => text.trim() || null;

export function decisionOf(values: { number: string; decidedOn: string; by: string }) {
  return values.number.trim()
    ? { number: values.number.trim(), on: values.decidedOn, by: orNull(values.by) }
    : null;
}

const bodies: Record<UnitAct, (values: ActValues) => object> = {
  found: ({ parent, kind, type, name, code, placeCode, foundedOn }) => ({
    ...(parent ? { parentId: Number(parent.value) } : {}),
    kind,
    type: orNull(type),
    name,
    code: orNull(code),
    placeCode: orNull(placeCode),
    foundedOn: orNull(foundedOn),
  }),
  rename: ({ name }) => ({ name }),
  move: ({ parent }) => ({ parentId: Number(parent?.value) }),
  change_kind: ({ kind, type }) => ({ kind, type: orNull(type) }),
  details: ({ code, placeCode }) => ({ code: orNull(code), placeCode: orNull(placeCode) }),
  end: ({ as, into }) => ({ as, intoId: as === 'merged' && into ? Number(into.value) : null }),
  restore: () => ({}),
};

export function actBody(act: UnitAct, values: ActValues) {
  return { ...bodies[act](values), happenedOn: values.happenedOn, decision: decisionOf(values) };
}

/** 'Quyết định số 12-QĐ/ĐU ngày 02/05/2026 của …' in the pieces the page puts together. */
export const decisionParts = (decision: {
  number: string | null;
  on: string | null;
  by?: string | null;
}) => ({
  number: decision.number ?? '',
  on: formatDay(decision.on),
  by: decision.by ?? '',
});
