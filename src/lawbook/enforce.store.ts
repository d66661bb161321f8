// The law in force for this process: the shipped files with what the ledger lays over them. Read at start, before the
// server answers, and again after every write; a fault leaves the running rules as they are and is reported.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { takeTurn } from '../platform/write/turns.ts';
import {
  load,
  nothingLaid,
  type Overlays,
  type Provision,
  RegulationError,
  type RegulationFiles,
  type Regulations,
} from '../rules/index.ts';
import type { CalendarEdit } from '../calendar/workdays.ts';
import { type EditRow, readEdits } from './calendar.store.ts';
import { parsedFiles, type Texts } from './parsed.store.ts';
import { untilOf } from './provision.ts';
import { type ProvisionRow, readProvisions, standing } from './provision.store.ts';

export interface Shipped {
  /** path → text, as the folder regulations holds them */
  files: Texts;
  /** folder for what was read of them, so that the next start need not; without one nothing is kept */
  keptIn?: string | undefined;
  /** the worked cases, by path; read when somebody asks for them */
  cases: () => Texts;
  program: string;
  /** puts regulations into force in every room */
  apply: (regulations: Regulations) => void;
}

export interface InForce {
  regulations: Regulations;
  overlays: Overlays;
  /** names the rules: equal rules of one program, equal stored days */
  fingerprint: string;
}

interface Book extends Shipped {
  /** read once: a change of one value does not read a hundred files again */
  judged: Texts;
  parsed: RegulationFiles;
}

let book: Book | null = null;
let current: InForce | null = null;
let fault: string | null = null;

/** Puts the shipped rules into force; what is laid over them follows with `enforce`, when there is a database. */
export function useShipped(shipped: Shipped): void {
  // Places serve the importer alone: half a megabyte that no step is judged by.
  const judged = Object.fromEntries(
    Object.entries(shipped.files).filter(([path]) => !path.startsWith('places/')),
  );
  book = { ...shipped, judged, parsed: parsedFiles(judged, shipped.keptIn) };
  current = null;
  fault = null;
  putIntoForce({ overlays: nothingLaid, tree: '' });
}

function opened(): Book {
  if (!book) throw new Error('no regulations have been handed to the lawbook');
  return book;
}

export function lawInForce(): InForce {
  if (!current) throw new Error('no regulations are in force yet');
  return current;
}

/** The files that steps are judged by, as text for readers and as data for drafts. */
export const shippedFiles = (): Texts => opened().judged;
export const shippedCases = (): Texts => opened().cases();
export const shippedData = (): RegulationFiles => opened().parsed;

/** The shipped rules with other things laid over them than those in force: to ask, not to apply. */
export const loadWith = (overlays: Overlays): Regulations => load(opened().parsed, overlays);

interface Laid {
  overlays: Overlays;
  /** where the units stand, when that decides which local rule reaches whom */
  tree: string;
}

/** All rooms or none: a room that cannot take the new rules gets the old ones back with the rest. */
function putIntoForce({ overlays, tree }: Laid): void {
  const { judged, program, apply } = opened();
  const fingerprint = markOf([program, judged, overlays, tree]);
  const before = current;
  if (before?.fingerprint === fingerprint) return;
  const regulations = loadWith(overlays);
  try {
    apply(regulations);
  } catch (cause) {
    if (before) apply(before.regulations);
    throw cause;
  }
  current = { regulations, overlays, fingerprint };
}

export const markOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27);

/** What the ledger lays over the shipped rules, as it stands for this reader. */
export async function readOverlays(db: Queryable): Promise<Overlays> {
  const rows = standing(await readProvisions(db));
  const edits = await readEdits(db);
  return { provisions: rows.map(provisionOf), calendar: edits.map(editOf) };
}

const provisionOf = (row: ProvisionRow): Provision => ({
  id: row.id,
  kind: row.kind,
  parameter: row.parameter,
  path: row.path,
  fromOn: row.fromOn,
  untilOn: untilOf(row.toOn),
  value: row.value,
  document: row.document,
  clause: row.clause,
  decidedBy: row.decidedBy,
});
const editOf = ({ date, effect, kind, note, source, status }: EditRow): CalendarEdit => ({
  date,
  effect,
  kind,
  note,
  source,
  status,
});

async function readLaid(db: Db): Promise<Laid> {
  const overlays = await readOverlays(db);
  if (overlays.provisions.length === 0) return { overlays, tree: '' };
  const result = await sql<{ mark: string }>`
    select md5(string_agg(path, ' ' order by id)) as mark from unit`.execute(db);
  return { overlays, tree: result.rows[0]?.mark ?? '' };
}

/** One writer of the law at a time: whoever comes second is judged on what the first has laid. */
export const lockLaw = (tx: Tx): Promise<void> => takeTurn(tx, 'nguon.lawbook');

let last: Promise<unknown> = Promise.resolve();

/** One after the other: who wrote last is put into force last. */
export function enforce(db: Db): Promise<void> {
  const turn = last.then(() => enforceNow(db));
  last = turn.catch(() => undefined);
  return turn;
}

async function enforceNow(db: Db): Promise<void> {
  const laid = await readLaid(db);
  try {
    putIntoForce(laid);
    fault = null;
  } catch (cause) {
    report(cause);
    if (cause instanceof RegulationError) withoutFaulty(laid, cause);
  }
}

/** At a start with other files: one local rule that no longer fits them does not take the others out of force. */
function withoutFaulty({ overlays, tree }: Laid, { faults }: RegulationError): void {
  const faulty = new Set(faults.map(({ file }) => file));
  const provisions = overlays.provisions.filter(({ id }) => !faulty.has(`provision ${id}`));
  if (provisions.length < overlays.provisions.length)
    putIntoForce({ overlays: { ...overlays, provisions }, tree });
}

function report(cause: unknown): void {
  fault = cause instanceof Error ? cause.message : String(cause);
  console.error(JSON.stringify({ time: Date.now(), what: 'regulations', outcome: fault }));
}

/** Why the newest entries are not in force; null when they are. */
export const faultOfLaw = (): string | null => fault;
