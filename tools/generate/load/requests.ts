// Requests of verification as the room of verification keeps them, beside the steps of the road that they write.
import type { Day } from '../../../src/platform/day.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { derivedId } from '../../../src/platform/ids.ts';
import { codeOf, requestStreamOf } from '../../../src/verification/request.ts';
import type { LetterStep } from './letters.ts';

export interface Asked extends Record<'on', Day> {
  nth: number;
  part: LetterStep['letter']['part'];
  clientId: string;
  inputs: Record<string, unknown>;
}

/** Only what the dossier took: a letter whose step was refused never went. */
export function requestEntries(
  asked: readonly Asked[],
  taken: readonly NewEntry[],
  { caseId, personId }: { caseId: string; personId: string },
): NewEntry[] {
  const units = new Map(taken.map(({ clientId, unitId }) => [clientId, unitId]));
  const sent = asked.filter(({ part }) => part === 'sent');
  return sent.flatMap((one) => {
    const unitId = units.get(derivedId(one.clientId, 'act'));
    if (unitId === undefined) return [];
    const id = derivedId(one.clientId, 'request');
    const about = { stream: requestStreamOf(id), unitId, personId };
    const answer = asked.find(({ part, nth }) => part === 'answered' && nth === one.nth);
    const answered =
      answer && units.has(derivedId(answer.clientId, 'act')) ? [answeredEntry(answer, about)] : [];
    return [sentEntry(one, id, caseId, about), ...answered];
  });
}

type About = Pick<NewEntry, 'stream' | 'unitId'> & { personId: string };

function sentEntry({ on, clientId, inputs }: Asked, id: string, dossierId: string, about: About): NewEntry {
  const { place, persons, way, letter, receivedOn } = inputs;
  const to = { place, placeCode: null, oldCode: null, abroad: false, toUnitId: null };
  const data = { ...to, dossierId, purpose: 'history', persons, way, letter, receivedOn, officerId: null };
  const made = { ...data, code: codeOf(id), act: derivedId(clientId, 'act') };
  return { ...about, clientId, kind: 'request.sent', happenedOn: on, data: made };
}

const answeredEntry = ({ on, clientId }: Asked, about: About): NewEntry => ({
  ...about,
  clientId,
  kind: 'request.answered',
  happenedOn: on,
  data: { result: 'confirmed', reply: null, here: false, act: derivedId(clientId, 'act') },
});
