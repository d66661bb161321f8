// One resolution about many: the same day and paper for each, judged one by one. What may not be written is left out
// and said why; what is written stands in one transaction.
import { sql } from 'kysely';
import { type ActWithin, actsWithin, judgeMany as judgeActs } from '../admission/act/within.store.ts';
import { lockDossiers } from '../admission/case.store.ts';
import { wordsOf as wordsOfCode } from '../platform/answer.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { Failure } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { write } from '../platform/write/once.ts';
import type { Message } from '../platform/messages.ts';
import { streamOf } from '../road/dossier.ts';
import { law } from '../road/law.ts';
import type { Verdict } from '../rules/verdict.ts';
import { explain, wordsOf } from '../wording/explain.ts';
import { regulations } from '../worklist/in-force.ts';
import { reached } from './listing.store.ts';
import type { ManyView, OutcomeLine } from './view.ts';

export interface Line {
  id: string;
  step: string;
  inputs: Record<string, unknown>;
}
export interface Resolved {
  number: string;
  on: string;
  by?: string | null | undefined;
}
export interface Many {
  clientId: string;
  lines: readonly Line[];
  resolution: Resolved;
}

/** Who enters a cell's resolution for it names the paper he enters it from. */
const minutesFor = (actor: Actor, step: string, { number, on }: Resolved) =>
  law()
    .findStep(step)
    ?.step.actor.includes(actor.office ?? '')
    ? null
    : { number, on };

const itemsOf = (actor: Actor, { clientId, lines, resolution }: Many): { id: string; body: ActWithin }[] =>
  lines.map(({ id, step, inputs }) => ({
    id,
    body: {
      clientId: derivedId(clientId, id),
      step,
      happenedOn: resolution.on,
      inputs,
      onBehalf: minutesFor(actor, step, resolution),
    },
  }));

/** What would become of each line; nothing is written. */
export async function judgeLines(db: Queryable, actor: Actor, many: Many): Promise<OutcomeLine[]> {
  const tell = await teller(db, actor, many.lines);
  const judged = await judgeActs(db, actor, itemsOf(actor, many));
  const byId = new Map(judged.map((one) => [one.id, one]));
  return many.lines.map((line) => {
    const one = byId.get(line.id);
    return tell(line, one && 'why' in one ? one.why : null);
  });
}

/** Writes each line that may be written, and what else belongs to it, once however often it is sent. */
export async function writeLines(
  db: Db,
  actor: Actor,
  many: Many,
  also: (tx: Tx, result: ManyView) => Promise<void> = async () => undefined,
): Promise<ManyView> {
  const first = derivedId(many.clientId, many.lines[0]?.id ?? '');
  const once = { clientId: first, accountId: actor.accountId, stream: 'dossier:' };
  const done = await write(db, once, async (tx) => {
    // Sent twice at once: the second waits until the first is written, and finds it.
    await lockDossiers(tx, ...many.lines.map(({ id }) => id));
    const before = await findWritten(tx, actor, many);
    if (before) return before;
    const result = await takeLines(tx, actor, many);
    if (result.done.length > 0) await also(tx, result);
    return result;
  });
  return done.repeated ? ((await findWritten(db, actor, many)) ?? { done: [], left: [] }) : done.result;
}

async function takeLines(tx: Tx, actor: Actor, many: Many): Promise<ManyView> {
  const tell = await teller(tx, actor, many.lines);
  const { left } = await actsWithin(tx, actor, itemsOf(actor, many));
  const whys = new Map(left.map(({ id, why }) => [id, why]));
  return parted(many.lines.map((line) => tell(line, whys.get(line.id) ?? null)));
}

const parted = (told: readonly OutcomeLine[]): ManyView => ({
  done: told.filter(({ why }) => why === null),
  left: told.filter(({ why }) => why !== null),
});

/** The lines of a write that was sent before; null when it was not. */
async function findWritten(db: Queryable, actor: Actor, { clientId, lines }: Many): Promise<ManyView | null> {
  const ids = lines.map(({ id }) => derivedId(clientId, id));
  const rows = await db.selectFrom('ledger').select('stream').where('client_id', 'in', ids).execute();
  if (rows.length === 0) return null;
  const written = new Set(rows.map((row) => row.stream));
  const tell = await teller(db, actor, lines);
  return parted(lines.map((line) => tell(line, written.has(streamOf(line.id)) ? null : leftBefore)));
}

const leftBefore = 'fostering.left_before';
type Against = Failure | typeof leftBefore | null;

/** A line in words; the name only of those whom this actor may read. */
async function teller(db: Queryable, actor: Actor, lines: readonly Line[]) {
  const ids = lines.map(({ id }) => id);
  const result = await sql<{ id: string; name: string }>`
    select dossier.id, person.full_name as name from dossier
    join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    where dossier.id = any(${ids}::uuid[]) and ${reached(actor, 'dossier.read')}`.execute(db);
  const names = new Map(result.rows.map((row) => [row.id, row.name]));
  return ({ id, step }: Line, against: Against): OutcomeLine => ({
    id,
    step,
    name: names.get(id) ?? '',
    ...saidAgainst(against),
  });
}

function saidAgainst(against: Against): Pick<OutcomeLine, 'outcome' | 'why'> {
  if (against === null) return { outcome: 'allowed', why: null };
  if (against === leftBefore) return { outcome: 'refused', why: wordsOfCode(against) };
  const verdict = against.kind === 'Refused' ? (against.details as Verdict | undefined) : undefined;
  return verdict
    ? { outcome: verdict.outcome, why: reasonsOf(verdict) }
    : { outcome: 'refused', why: wordsOfCode(against.code, against.params) };
}

function reasonsOf(verdict: Verdict): Message {
  const words = wordsOf(regulations());
  const standing = verdict.reasons.filter(({ outcome }) => outcome !== 'allowed');
  const said = (language: 'vi' | 'en') =>
    [...new Set(standing.map((reason) => explain(reason, language, words)))].join(' ');
  return { vi: said('vi'), en: said('en') };
}
