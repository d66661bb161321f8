// A ballot while its numbers are typed: who is in the base, how many votes carry, which numbers cannot be. Shares are
// compared as whole numbers; the base is all who are entitled, less those the rules leave out.
import { checkBallot } from '../../../meetings/ballot.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Params } from '../../../platform/messages.ts';
import { votesNeeded } from '../../../rules/index.ts';
import type { Share } from '../../../rules/parameter.ts';

type Count = number | null;
export interface BallotTyped {
  total: Count;
  present: Count;
  yes: Count;
  no: Count;
  blank: Count;
  excused: Count;
  excluded: Record<string, Count>;
  /** the meeting of that day that the vote belongs to; null begins a new one */
  meetingId: string | null;
}
export type BallotNumber = 'total' | 'present' | 'yes' | 'no' | 'blank' | 'excused';

export const emptyBallot = (): BallotTyped => ({
  total: null,
  present: null,
  yes: null,
  no: null,
  blank: null,
  excused: null,
  excluded: {},
  meetingId: null,
});

const sum = (counts: Count[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
export const excludedOf = ({ excluded }: BallotTyped) => sum(Object.values(excluded));
export const castOf = ({ yes, no, blank }: BallotTyped) => sum([yes, no, blank]);

/** All who may vote, less those left out by ground; null until the total is typed. */
export const baseOf = (ballot: BallotTyped): number | null =>
  ballot.total === null ? null : ballot.total - excludedOf(ballot);

/** Enough typed to be judged: the base and the votes for. */
export const isBallotComplete = (ballot: BallotTyped) => ballot.total !== null && ballot.yes !== null;

/** The share a vote must reach, out of the threshold of a judgement (or of a value of the law). */
export function shareOf(threshold: unknown): Share | null {
  const { numerator, denominator, more_than = false } = (threshold ?? {}) as Partial<Share>;
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
  return { numerator, denominator, more_than };
}

/** Why these numbers cannot be, whatever the rules say; null while they may. */
export function ballotFault(ballot: BallotTyped): { code: string; params: Params } | null {
  const sent = sendBallot(ballot);
  if (!sent) return null;
  const [excluded, total] = [excludedOf(ballot), ballot.total ?? 0];
  if (excluded >= total) return { code: 'ballot.excluded_above_total', params: { excluded, total } };
  try {
    checkBallot(sent);
    return null;
  } catch (error) {
    if (error instanceof Invalid) return { code: error.code, params: error.params };
    throw error;
  }
}

export interface Tally {
  base: number;
  /** votes that carry; null while the share is not known */
  needed: number | null;
  yes: Count;
}

/** What may be said of the vote while it is typed; nothing of numbers that cannot be. */
export function tallyOf(ballot: BallotTyped, share: Share | null): Tally | null {
  const base = baseOf(ballot);
  if (base === null || base <= 0 || ballotFault(ballot)) return null;
  return { base, needed: share && votesNeeded(share, base), yes: ballot.yes };
}

/** The ballot as the body holds it; nothing while it cannot be judged. */
export function sendBallot(ballot: BallotTyped): Record<string, unknown> | undefined {
  const base = baseOf(ballot);
  if (!isBallotComplete(ballot) || base === null) return undefined;
  const { total, present, yes, no, blank, excused } = ballot;
  const excluded = Object.fromEntries(
    Object.entries(ballot.excluded).filter(([, count]) => (count ?? 0) > 0),
  );
  return {
    total,
    base,
    present: present ?? castOf(ballot),
    yes: yes ?? 0,
    no: no ?? 0,
    blank: blank ?? 0,
    ...(excused === null ? {} : { excused }),
    ...(ballot.meetingId === null ? {} : { meetingId: ballot.meetingId }),
    excluded,
  };
}
