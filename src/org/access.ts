// Who may do what, how far down the tree. One table (regulations/organisation.yaml) answers for one record (`may`)
// and for a list (`reach`, turned into SQL in access.store.ts); a property test holds the two together.
import type { Actor } from '../platform/http.ts';
import type { reachKinds } from '../rules/organisation.ts';

/** How far an office's action goes; the words of regulations/organisation.yaml. */
export type ReachKind = (typeof reachKinds)[number];

/** office kind → action → reach kind */
export type AccessTable = Readonly<Record<string, Readonly<Record<string, ReachKind>>>>;

export type Reach =
  | { kind: 'nothing' }
  | { kind: 'everywhere' }
  | { kind: 'paths'; paths: readonly string[] }
  | { kind: 'proposed_by'; unitId: number }
  | { kind: 'classes_of'; unitId: number }
  | { kind: 'person'; personId: string }
  | { kind: 'people_of'; personId: string }
  | { kind: 'addressed'; path: string };

/** What reach is asked of: where a record stands and whom it concerns. */
export interface Place {
  path: string;
  proposerUnitId?: number | null;
  classUnitId?: number | null;
  personId?: string | null;
  /** who helps, and who proposed, the person of a candidacy */
  helperId?: string | null;
  proposerPersonId?: string | null;
  /** where the unit stands that a request or a hand-over is addressed to, while it is open */
  addressedPath?: string | null;
}

let table: AccessTable = {};
let actions = new Map<string | null, ReadonlySet<string>>();
export function setAccessTable(loaded: AccessTable): void {
  table = loaded;
  actions = new Map();
}

export function actionsOf(office: string | null): ReadonlySet<string> {
  const known = actions.get(office);
  if (known) return known;
  const made: ReadonlySet<string> = new Set(office ? Object.keys(table[office] ?? {}) : []);
  actions.set(office, made);
  return made;
}
export const accessTable = (): AccessTable => table;

const nothing: Reach = { kind: 'nothing' };
const makers: Record<ReachKind, (actor: Actor) => Reach> = {
  everywhere: () => ({ kind: 'everywhere' }),
  subtree: (actor) => (actor.unitPath ? { kind: 'paths', paths: [actor.unitPath] } : nothing),
  named_units: (actor) => (actor.named.length > 0 ? { kind: 'paths', paths: actor.named } : nothing),
  own_nominees: (actor) => (actor.unitId ? { kind: 'proposed_by', unitId: actor.unitId } : nothing),
  own_classes: (actor) => (actor.unitId ? { kind: 'classes_of', unitId: actor.unitId } : nothing),
  own_people: (actor) => (actor.personId ? { kind: 'people_of', personId: actor.personId } : nothing),
  addressed_to_me: (actor) => (actor.unitPath ? { kind: 'addressed', path: actor.unitPath } : nothing),
  own_record: (actor) => (actor.personId ? { kind: 'person', personId: actor.personId } : nothing),
};

/** How far this actor may do this action. */
export function reach(actor: Actor, action: string): Reach {
  const kind = actor.office ? table[actor.office]?.[action] : undefined;
  return kind ? makers[kind](actor) : nothing;
}

/** Whether this record lies within reach. */
export function may(actor: Actor, action: string, place: Place): boolean {
  return within(reach(actor, action), place);
}

type Of<K extends Reach['kind']> = Extract<Reach, { kind: K }>;

/** The unit of the office, where this action reaches it: an officer in charge of some cells of it has none. */
export const homeOf = (actor: Actor, action: string): number | null =>
  actor.unitPath !== null && may(actor, action, { path: actor.unitPath }) ? actor.unitId : null;

/** For each kind of reach, whether a record lies within it; access.store.ts says the same in SQL. */
const holds: { [K in Reach['kind']]: (reach: Of<K>, place: Place) => boolean } = {
  nothing: () => false,
  everywhere: () => true,
  paths: ({ paths }, { path }) => paths.some((start) => path.startsWith(start)),
  proposed_by: ({ unitId }, { proposerUnitId }) => proposerUnitId === unitId,
  classes_of: ({ unitId }, { classUnitId }) => classUnitId === unitId,
  person: ({ personId }, place) => place.personId === personId,
  people_of: ({ personId }, place) => [place.helperId, place.proposerPersonId].includes(personId),
  addressed: ({ path }, { addressedPath }) => addressedPath?.startsWith(path) ?? false,
};

export function within<K extends Reach['kind']>(reach: Of<K>, place: Place): boolean {
  return holds[reach.kind as K](reach, place);
}

/** The actions of `among` that this actor may do on this record: the `can` of an answer. */
export const allowedOn = (actor: Actor, place: Place, among: readonly string[]): string[] =>
  among.filter((action) => may(actor, action, place));
