// What is open about a member: clocks that the acts of the roll start and end, as the procedures about members declare
// them. A step of those is called as the act that is recorded.
import { type Day, latest, type PartialDay } from '../platform/day.ts';
import { type Regulations } from '../rules/index.ts';
import { buildFacts } from '../acts/facts.ts';
import type { Clock } from '../rules/verdict.ts';
import { type DueRow, dueRowOf } from '../worklist/due.ts';
import type { PersonAct } from './acts.ts';
import { kindOfAct } from './input.ts';
import { actsInOrder, foldUntil, isMember } from './person.ts';

/** Acts of the roll by the names of the steps; those that a dossier brings bear the names of its steps. */
const stepOfKind: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(kindOfAct).map(([act, kind]) => [kind, act])),
  'member.annulled': 'annul',
};

export interface MemberLaw {
  regulations: Regulations;
  /** where local provisions reach */
  path: string;
  /** since when records are kept here: what was done before is history, and nobody waits for it */
  keptOn: Day | null;
}

/**
 * Who moves out has been given a letter of introduction: that step has no act of its own, and its day is that of the
 * letter. What was done before records began here is history, and nobody waits for its slip.
 */
const implied: Readonly<
  Record<string, { step: string; inputs: (act: PersonAct) => Record<string, unknown> }>
> = {
  'member.moved_out': {
    step: 'introduce_transfer',
    inputs: ({ happenedOn, data }) => ({
      introducedOn: (data.decision as { on: string | null } | null)?.on ?? happenedOn,
    }),
  },
};

interface Running {
  clock: Clock;
  step: string;
}

interface Done {
  step: string;
  on: PartialDay;
  inputs: Record<string, unknown>;
}

/** An act as the steps it is: its own, and the one it implies. */
function stepsOf(act: PersonAct, keptOn: Day | null): Done[] {
  const step = stepOfKind[act.kind];
  if (!step || !act.happenedOn) return [];
  // The ground of an act is kept under the name of the reason it is in the ledger.
  const own = { step, on: act.happenedOn, inputs: { ...act.data, ground: act.data.reason } };
  const also = keptOn !== null && act.happenedOn >= keptOn ? implied[act.kind] : undefined;
  return also ? [own, { step: also.step, on: act.happenedOn, inputs: also.inputs(act) }] : [own];
}

const starts = new WeakMap<Regulations, ReadonlySet<string>>();

/** Kinds of entry that may start a clock. */
export function startingKinds(law: Regulations): ReadonlySet<string> {
  const known = starts.get(law) ?? new Set(startingIn(law));
  starts.set(law, known);
  return known;
}

function startingIn({ procedures }: Regulations): string[] {
  const starting = new Set(
    procedures
      .filter(({ about }) => about === 'member')
      .flatMap(({ versions }) => versions.flatMap(({ steps }) => steps))
      .filter(({ due }) => due.length > 0)
      .map(({ id }) => id),
  );
  return Object.keys(stepOfKind).filter(
    (kind) => starting.has(stepOfKind[kind] ?? '') || starting.has(implied[kind]?.step ?? ''),
  );
}

/** The open lines of one person. */
export function dueOfMember(
  person: { id: string; unitId: number },
  entries: readonly PersonAct[],
  law: MemberLaw,
): DueRow[] {
  const running = new Map<string, Running>();
  const done = actsInOrder(entries).flatMap((act) => stepsOf(act, law.keptOn));
  for (const one of done) {
    for (const [id, { clock }] of running) if (clock.endsWith.includes(one.step)) running.delete(id);
    for (const clock of clocksOf(one, entries, law)) running.set(clock.id, { clock, step: one.step });
  }
  const about = { caseKind: 'person' as const, caseId: person.id, part: '', unitId: person.unitId };
  return [...running.values()].flatMap(({ clock, step }) =>
    dueRowOf(clock, { ...about, step, personId: person.id }),
  );
}

function clocksOf(done: Done, entries: readonly PersonAct[], { regulations, path }: MemberLaw): Clock[] {
  const procedure = memberProcedure(regulations, done.step);
  if (procedure === null || !regulations.findStep(done.step)) return [];
  const standing = foldUntil(entries, done.on);
  const held = { 'person.status': standing && isMember(standing) ? standing.status : undefined };
  const facts = buildFacts({ regulations, held, acts: [], act: done });
  return regulations.inForce(latest(done.on), { path }).clocks(procedure, done.step, facts);
}

function memberProcedure({ procedures, procedureOf }: Regulations, step: string): string | null {
  const id = procedureOf(step);
  return procedures.some((one) => one.id === id && one.about === 'member') ? id : null;
}
