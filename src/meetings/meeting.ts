// A meeting that ballots name: which body of which unit met on which day, how many came, who was left out of the
// base. Small on purpose: agenda, minutes and resolutions will grow from this noun.
import { z } from 'zod';
import type { PartialDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, type NewEntry } from '../platform/entry.ts';
import { type Ballot, type Exclusions, exclusions } from './ballot.ts';

export const meetingBodies = ['cell', 'base_committee', 'decider'] as const;
export type MeetingBody = (typeof meetingBodies)[number];

const held = z.object({
  unitId: z.int().positive(),
  body: z.enum(meetingBodies),
  /** number of the minutes, where the office gives one */
  number: entryCode.nullable(),
  present: z.int().min(0).nullable(),
  base: z.int().min(0).nullable(),
  excluded: exclusions,
});

/** What the ledger holds of meetings, by kind of entry. */
export const meetingKinds = { 'meeting.held': held } satisfies Record<string, z.ZodType>;

export interface Meeting {
  id: string;
  unitId: number;
  body: MeetingBody;
  heldOn: PartialDay;
  number: string | null;
  present: number | null;
  base: number | null;
  excluded: Exclusions;
}

type MeetingEntry = Pick<Entry, 'clientId' | 'kind' | 'position' | 'happenedOn' | 'names' | 'data'>;

/** The meeting as its standing entry makes it; null when it was withdrawn. */
export function foldMeeting(id: string, entries: readonly MeetingEntry[]): Meeting | null {
  const standing = effective(entries).find((entry) => entry.kind === 'meeting.held');
  if (!standing?.happenedOn) return null;
  return { id, heldOn: standing.happenedOn, ...(standing.data as z.output<typeof held>) };
}

export interface MeetingAct {
  clientId: string;
  id: string;
  unitId: number;
  body: MeetingBody;
  heldOn: PartialDay;
  number: string | null;
  ballot: Pick<Ballot, 'present' | 'base' | 'excluded'>;
}

/** The entry of a meeting that a ballot names for the first time. */
export function meetingEntry(act: MeetingAct): NewEntry {
  return {
    clientId: act.clientId,
    stream: `meeting:${act.id}`,
    kind: 'meeting.held',
    happenedOn: act.heldOn,
    unitId: act.unitId,
    data: {
      unitId: act.unitId,
      body: act.body,
      number: act.number,
      present: act.ballot.present ?? null,
      base: act.ballot.base,
      excluded: act.ballot.excluded,
    },
  };
}
