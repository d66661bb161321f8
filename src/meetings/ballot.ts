// A ballot: who was counted, who was left out and on which ground, and how they voted. It must add up exactly;
// what share is enough is asked of the rules. Probationers never count (Điều lệ Đảng, Điều 3).
import { z } from 'zod';
import { Invalid } from '../platform/errors.ts';
import { type BallotCounts, count, findBallotFault } from '../acts/possible/ballot.ts';

/** Grounds that take an official member out of the base of a vote (294-QĐ/TW, 9.3.2). */
export const exclusionGrounds = [
  'temporarily_away',
  'exempt_absent',
  'suspended',
  'charged',
  'detained',
] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

export const exclusions = z.partialRecord(z.enum(exclusionGrounds), count);
export type Exclusions = z.infer<typeof exclusions>;

/** As typed or as taken over: only the base, and how many were in favour, are needed to judge a vote. */
export const ballotData = z.strictObject({
  /** official members (or members of the body) on the day */
  total: count.nullish(),
  excluded: exclusions.default({}),
  /** total less the exclusions */
  base: count.min(1),
  /** of the base, absent with leave; the rules say whether they stay in it */
  excused: count.nullish(),
  present: count.nullish(),
  yes: count,
  no: count.nullish(),
  blank: count.nullish(),
  meetingId: z.uuid().nullish(),
});
export type Ballot = z.output<typeof ballotData>;

export const excludedOf = (excluded: Exclusions): number =>
  exclusionGrounds.reduce((sum, ground) => sum + (excluded[ground] ?? 0), 0);

/** What is counted; where no total was given, the base and those left out are all there were. */
const countsOf = (ballot: Ballot): BallotCounts => {
  const { base, yes, excluded, total, excused, present, no, blank } = ballot;
  const left = excludedOf(excluded);
  return {
    total: total ?? base + left,
    excluded: left,
    base,
    excused: excused ?? null,
    present: present ?? null,
    yes,
    no: no ?? null,
    blank: blank ?? null,
  };
};

/** Throws Invalid when the numbers of a ballot cannot be; gives the ballot back in full otherwise. */
export function checkBallot(raw: unknown): Ballot {
  const parsed = ballotData.safeParse(raw);
  if (!parsed.success) throw new Invalid('ballot.not_counts');
  const ballot = parsed.data;
  const fault = findBallotFault(countsOf(ballot));
  if (fault) throw new Invalid(fault.code, fault.params);
  return ballot;
}

/** A live ballot names everything that the minutes must name. */
export function checkLiveBallot(raw: unknown): Ballot {
  const ballot = checkBallot(raw);
  const missing = (['total', 'present', 'no', 'blank'] as const).filter(
    (field) => typeof ballot[field] !== 'number',
  );
  if (missing.length > 0) throw new Invalid('ballot.incomplete', {}, { fields: missing });
  return ballot;
}

/** Who is counted on a day, as the roll knows it. */
export interface Roll {
  official: number;
  probationary: number;
  /** of the official members: in temporary activity elsewhere, exempt from activity */
  away: number;
  exempt: number;
}

/**
 * What the form starts from. Members in temporary activity elsewhere are proposed as left out; whether an exempt
 * member came is known only at the meeting, so nobody exempt is left out until the minutes say so.
 */
export function proposeBallot(roll: Roll): { total: number; base: number; excluded: Exclusions } {
  const away = Math.min(roll.away, roll.official);
  return {
    total: roll.official,
    base: roll.official - away,
    excluded: away > 0 ? { temporarily_away: away } : {},
  };
}
