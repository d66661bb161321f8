// The kinds of case the work list gathers. A room registers one source for each kind it keeps; the list itself knows
// neither dossiers nor persons by name.
import type { RawBuilder } from 'kysely';
import type { Day, PartialDay } from '../platform/day.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import type { Regulations } from '../rules/index.ts';
import type { Outcome } from '../rules/verdict.ts';
import type { CaseKind, DueRow } from './due.ts';
import type { WorkItem } from './view.ts';

export interface CaseWords {
  /** whose line it is: a name, or a unit */
  title: string;
  /** what tells two of one name apart */
  second: string | null;
  href: string;
  /** steps that may be taken now; null = whatever ends the line */
  open: readonly string[] | null;
}

/** Regulations beside others, and the names in which they differ from the first of these; null = not known. */
export interface Version {
  regulations: Regulations;
  differsIn: ReadonlySet<string> | null;
}
export const onlyVersion = (regulations: Regulations): Version[] => [{ regulations, differsIn: new Set() }];

export interface Reckoned {
  caseId: string;
  unitId: number;
  rows: DueRow[];
  /** the step that leads on, and whether it may be taken today */
  next: { step: string; label: Message; outcome: Outcome } | null;
}

export interface Judgement {
  outcome: Outcome;
  ruleSet: string;
  leadsTo: string | null;
  passed: boolean | null;
}

/** One recorded act, and what the law of its day says of it now. */
export interface Rejudged {
  caseKind: CaseKind;
  caseId: string;
  unitId: number;
  entry: string;
  step: string;
  on: PartialDay | null;
  recorded: Judgement;
  judged: Judgement;
  differs: boolean;
}

/** A line whose end no step of the regulations knows. */
export interface OwnLine extends Pick<DueRow, 'caseId' | 'unitId' | 'clock' | 'officeId' | 'answers'> {
  path: string;
  /** one office has it to itself */
  held: boolean;
}

/** Cases in which one of these steps was taken, or which stand where one of them may come next; null = wherever they stand. */
export interface Touched {
  taken: readonly string[];
  stages: readonly string[] | null;
}

export interface CaseSource {
  kind: CaseKind;
  /** clocks whose lines are no work before the day they start */
  waits?: readonly string[];
  /** words for what the reader may see of these cases; a case out of reach is absent */
  describe(db: Queryable, actor: Actor, ids: readonly string[]): Promise<Map<string, CaseWords>>;
  /** address of the page with the form of this step opened */
  form(row: Pick<DueRow, 'caseId' | 'unitId' | 'part'>, step: string): string;
  /** the act that ends a line, where no step of the regulations does; only asked of a case whose words are seen */
  act?(line: OwnLine, actor: Actor): WorkItem['act'];
  /** condition on `due` under which a folded word of a search is found; lines of another kind may be found too */
  found?(word: string): RawBuilder<boolean>;
  /** every case that has something to come, below this path (null = all); a source that knows no steps gives all of them */
  ids(db: Queryable, path: string | null, touched?: Touched): Promise<string[]>;
  /**
   * What these cases owe under each version of the regulations, in their order; from the ledger alone, no day of today in
   * `rows`.
   */
  reckon(
    db: Queryable,
    versions: readonly Version[],
    ids: readonly string[],
    today?: Day,
  ): Promise<Reckoned[][]>;
  /** makes the stored rows of these cases again by the law in force; called while nobody else writes */
  renew(tx: Tx, ids: readonly string[]): Promise<void>;
  rejudging?: Rejudging;
}

/** Acts recorded with a verdict, judged again under the law of their day. */
export interface Rejudging {
  /** cases with such acts below this path (null = all), those that have ended with them */
  ids(db: Queryable, path: string | null): Promise<string[]>;
  judge(db: Queryable, regulations: Regulations, ids: readonly string[]): Promise<Rejudged[]>;
}

let sources: readonly CaseSource[] = [];

/** Called once by rooms.ts. */
export function useCaseSources(list: readonly CaseSource[]): void {
  sources = list;
}
export const caseSources = (): readonly CaseSource[] => sources;

export function sourceOf(kind: CaseKind): CaseSource {
  const found = sources.find((source) => source.kind === kind);
  if (!found) throw new Error(`no source of cases for ${kind}`);
  return found;
}
