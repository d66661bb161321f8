// The words in which a hand-over speaks – reasons, how far the file had come (the rows of 06-HD/TW, 3.9) – for server and
// browser alike.
import { type Day, monthsBetween, type PartialDay } from '../platform/day.ts';
import { probationStages } from '../road/road.ts';

/** Why a candidate moves. */
export const moveReasons = [
  'work',
  'back_home',
  'study',
  'residence',
  'military',
  'merger',
  'other',
] as const;
export type MoveReason = (typeof moveReasons)[number];
/** Why the destination does not take the candidate. */
export const declineReasons = [
  'not_here',
  'other_cell',
  'file_incomplete',
  'no_organisation',
  'other',
] as const;
/** Why the origin takes the proposal back. */
export const takeBackReasons = ['stays', 'wrong_place', 'other'] as const;

/** Stages at which somebody from outside may be taken over. */
export const arrivalStages = [
  'listed',
  'class_certified',
  'helped',
  'permitted',
  'papers_ready',
  'verified',
  'cell_voted',
  'base_voted',
  'decided',
] as const;

/** How far the file had come when the candidate moves: the rows of 06-HD/TW, 3.9. */
export type CaseState = 'early' | 'helped' | 'resolved' | 'sent_up' | 'decided' | 'probation';

const early = new Set(['nominated', 'listed', 'class_certified']);
const voted = new Set(['cell_voted', 'base_voted']);
const onProbation = new Set<string>(probationStages);

export function caseStateOf(stage: string, sentUp: boolean | null): CaseState {
  if (early.has(stage)) return 'early';
  if (onProbation.has(stage)) return 'probation';
  if (stage === 'decided') return 'decided';
  if (voted.has(stage)) return sentUp ? 'sent_up' : 'resolved';
  return 'helped';
}

/** From the first day with a helper to the day of the hand-over; null while nobody helps. */
export function monthsOfHelp(helpedOn: PartialDay | null, on: Day): number | null {
  return helpedOn === null ? null : Math.max(0, monthsBetween(helpedOn, on));
}
