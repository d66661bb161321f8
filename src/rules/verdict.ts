// What a judgement looks like – the same object on screen, in the API, on the command line and in case files –
// and which outcome wins when several reasons meet.
import type { Day } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';

export type Outcome = 'allowed' | 'refused' | 'needs_consent' | 'unverified' | 'undetermined';
export type Confidence = 'S' | 'S2' | 'L' | 'K' | '?';

/** Values a fact may have; days are 'YYYY-MM-DD' or, when only that is known, 'YYYY-MM' or 'YYYY'. */
export type FactValue = string | number | boolean | null | readonly string[];
export type Facts = Readonly<Record<string, FactValue | undefined>>;

export interface Citation {
  document: string;
  clause: string;
  confidence: Confidence;
}

export interface WayOut {
  step: string | null;
  /** office kind that can do it */
  by: string | null;
  earliestOn: Day | null;
  code: string;
}

export interface Reading {
  label: string;
  threshold: unknown;
  outcome: 'allowed' | 'refused';
}

export interface Reason {
  guard: string;
  outcome: Outcome;
  parameters: string[];
  threshold: unknown;
  facts: Record<string, unknown>;
  missing: string[];
  citations: Citation[];
  readings: Reading[];
  wayOut: WayOut | null;
}

export interface Clock {
  id: string;
  label: Message;
  startsOn: Day;
  dueOn: Day | null;
  limit: number | null;
  unit: 'working_days' | 'days' | 'months';
  citations: Citation[];
  confidence: Confidence;
  /** steps that stop the clock when they happen */
  endsWith: string[];
  /** the step that prolongs it, when there is one */
  extendsWith: string | null;
  /** last day if it is prolonged, while that is possible and not recorded */
  extendsTo: Day | null;
  /** so many more when it is prolonged; null when there is no such step or nobody knows */
  extension: number | null;
  extended: boolean;
  /** the step that sends the file back, the one that brings it again, and what the law makes of the time between: null unknown */
  stopsWith: { step: string; until: string; rule: 'stops' | 'runs' | null } | null;
  /** it stands still since this day: nobody can say yet when it is due */
  stoppedOn: Day | null;
  /** a duty can be late; a term only ends */
  nature: 'duty' | 'term';
  /** office kinds that must act */
  answers: string[];
  /** what follows when it is late; null when the texts say nothing */
  consequence: Message | null;
  /** the other reading of a change of law while the clock runs, or of a file sent back, when it gives another day */
  otherwise: { reading: string; dueOn: Day | null; limit: number | null } | null;
}

export interface Verdict {
  outcome: Outcome;
  on: Day;
  ruleSet: string;
  guidance: string[];
  procedure: string;
  version: string;
  step: string;
  /** only reasons of a vote's shortfall may be 'refused' while the verdict is not: see `passed` */
  reasons: Reason[];
  clocks: Clock[];
  leadsTo: string | null;
  /** a step with a vote: did the vote carry; null for every other step. A vote that failed is recorded, not refused. */
  passed: boolean | null;
}

/** Worst first: a missing consent is mended by a paper, a doubt by a person’s reason, so a sure refusal outweighs all. */
export const outcomeOrder = ['refused', 'needs_consent', 'undetermined', 'unverified', 'allowed'] as const;

export const worst = (outcomes: readonly Outcome[]): Outcome =>
  outcomeOrder.find((outcome) => outcomes.includes(outcome)) ?? 'allowed';
