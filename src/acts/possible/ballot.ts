// A ballot that cannot be, whatever the law says: more votes than people, more people than members. What share is
// enough is asked of the rules; a number that is not known (null) is held against nothing.
import { z } from 'zod';
import type { Params } from '../../platform/messages.ts';
import type { ImpossibleCode } from './messages.ts';

/** How many people or votes there may be. */
export const count = z.int().min(0).max(100_000);

export interface BallotCounts {
  /** official members (or members of the body) on the day */
  total: number | null;
  /** left out of the base, all grounds together */
  excluded: number | null;
  base: number | null;
  excused: number | null;
  present: number | null;
  yes: number | null;
  no: number | null;
  blank: number | null;
}

export interface Impossible {
  code: ImpossibleCode;
  params: Params;
}

export const votesOf = ({ yes, no, blank }: Pick<BallotCounts, 'yes' | 'no' | 'blank'>): number =>
  (yes ?? 0) + (no ?? 0) + (blank ?? 0);

const above = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b;

/** The base that total and exclusions give; null when one of them is not known. */
const expectedBase = ({ total, excluded }: BallotCounts): number | null =>
  total === null || excluded === null ? null : total - excluded;

interface Fault {
  code: ImpossibleCode;
  when: (counts: BallotCounts) => boolean;
  params: (counts: BallotCounts) => Params;
}

const faults: readonly Fault[] = [
  {
    code: 'ballot.excluded_above_total',
    when: ({ excluded, total }) => above(excluded, total),
    params: ({ excluded, total }) => ({ excluded, total }),
  },
  {
    code: 'ballot.base_differs',
    when: (b) => b.base !== null && expectedBase(b) !== null && b.base !== expectedBase(b),
    params: (b) => ({ base: b.base, expected: expectedBase(b) }),
  },
  {
    code: 'ballot.base_above_total',
    when: ({ base, total }) => above(base, total),
    params: ({ base, total }) => ({ base, total }),
  },
  {
    code: 'ballot.votes_above_base',
    when: (b) => above(votesOf(b), b.base),
    params: (b) => ({ votes: votesOf(b), base: b.base }),
  },
  {
    code: 'ballot.present_above_base',
    when: ({ present, base }) => above(present, base),
    params: ({ present, base }) => ({ present, base }),
  },
  {
    code: 'ballot.votes_above_present',
    when: (b) => above(votesOf(b), b.present),
    params: (b) => ({ votes: votesOf(b), present: b.present }),
  },
  {
    code: 'ballot.excused_voted',
    when: (b) => above((b.excused ?? 0) + Math.max(votesOf(b), b.present ?? 0), b.base),
    params: ({ excused, base }) => ({ excused: excused ?? 0, base }),
  },
];

export function findBallotFault(counts: BallotCounts): Impossible | null {
  const fault = faults.find((one) => one.when(counts));
  return fault ? { code: fault.code, params: fault.params(counts) } : null;
}
