// Meetings that ballots name, and those that only met: one for each body of a unit and day, as the room of meetings keeps them.
import type { Ballot } from '../../../src/meetings/ballot.ts';
import { type MeetingAct, type MeetingBody, meetingEntry } from '../../../src/meetings/meeting.ts';
import type { Day } from '../../../src/platform/day.ts';
import { entryCode, type NewEntry } from '../../../src/platform/entry.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import type { DocumentData } from '../../../src/road/dossier.ts';
import { chainOn, committeeOf, type PlaceRow } from '../../../src/road/held.ts';
import { ballotsOf, type Prepared } from '../../../src/road/prepare.ts';

export interface Meetings {
  /** body, unit and day → id */
  known: Map<string, string>;
  made: NewEntry[];
}
export const newMeetings = (): Meetings => ({ known: new Map(), made: [] });

export function meet(meetings: Meetings, act: Omit<MeetingAct, 'id'>): string {
  const key = `${act.body}/${act.unitId}/${act.heldOn}`;
  const known = meetings.known.get(key);
  if (known) return known;
  meetings.known.set(key, act.clientId);
  meetings.made.push(meetingEntry({ ...act, id: act.clientId }));
  return act.clientId;
}

/** Names the meeting of each ballot of an act; a meeting nobody has told of is made with the first ballot. */
export function meetingsFor(
  meetings: Meetings,
  act: { prepared: Prepared; cell: number; on: Day; clientId: string; places: readonly PlaceRow[] },
): void {
  const { read, known } = act.prepared;
  for (const { input, ballot } of ballotsOf(known.step, read.inputs)) {
    const body: MeetingBody = input.body ?? 'cell';
    const meetingId = meet(meetings, {
      clientId: derivedId(act.clientId, `meeting.${input.id}`),
      unitId: body === 'cell' ? act.cell : unitOf(act),
      body,
      heldOn: act.on,
      number: numberOf(act.prepared),
      ballot: ballot as Ballot,
    });
    read.inputs[input.id] = { ...(ballot as Ballot), meetingId };
  }
}

const unitOf = ({ places, cell, on }: { places: readonly PlaceRow[]; cell: number; on: Day }): number =>
  committeeOf(chainOn(places, cell, on))?.unitId ?? cell;

function numberOf({ read }: Prepared): string | null {
  const found = (read.inputs.resolution as DocumentData | undefined)?.number ?? null;
  return found !== null && entryCode.safeParse(found).success ? found : null;
}
