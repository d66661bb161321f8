// Counts by unit that are held and brought up to date after a write, beside the same counted anew: whatever is written – also
// what moves between units, is taken back, or makes somebody disappear – they say the same.
import { expect, test } from 'vitest';
import { doc, nominate, take, walkTo } from '../../test/road.ts';
import { addressee, answerBody, ready, send, ward, world } from '../../test/verification.ts';
import { dossierTally } from '../admission/tally.store.ts';
import { peopleTally } from '../members/tally.store.ts';
import { byUnit, type Counted, countsOf, type Tally } from '../org/counts/tally.store.ts';
import { treeTally } from '../org/counts/unit-tree.store.ts';
import { today } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { answeredTally } from './list.store.ts';

const { db } = world;
let counted = 0;

/** A tally that says how many units it was asked for. */
const watched = <C extends Counted>(tally: Tally<C>): Tally<C> => ({
  ...tally,
  count: (queryable, units) => {
    counted += units === null ? 1_000_000 : units.length;
    return tally.count(queryable, units);
  },
});
const tallies: Record<string, Tally<Counted>> = {
  today: watched(peopleTally(null)),
  before: watched(peopleTally('2024-06-01')),
  tree: watched(treeTally(today())),
  dossiers: watched(dossierTally),
  answered: watched(answeredTally),
};

const inOrder = (counts: ReadonlyMap<number, readonly Counted[]>) =>
  [...counts]
    .filter(([, rows]) => rows.length > 0)
    .map(([unit, rows]) => [unit, rows.map((row) => JSON.stringify(row)).toSorted()] as const)
    .toSorted(([a], [b]) => a - b);

async function holds(what: string): Promise<void> {
  for (const [name, tally] of Object.entries(tallies)) {
    const [kept, anew] = [await countsOf(db, tally), byUnit(await tally.count(db, null))];
    expect([what, name, inOrder(kept)]).toEqual([what, name, inOrder(anew)]);
  }
}

const decision = doc('45-QĐ/ĐU', '2025-08-20', 'Đảng ủy phường Kinh Bắc');
/** Gives the move that stands in the history. */
const act = async (id: string, body: Record<string, unknown>): Promise<string> => {
  const {
    status,
    text,
    body: answer,
  } = await ward.officer.post(`/api/people/${id}/acts`, {
    clientId: newId(),
    happenedOn: '2025-06-01',
    decision,
    ...body,
  });
  expect(status, text).toBe(200);
  const written: { kind: string; entry: string }[] = answer.history;
  return written.find(({ kind }) => kind === 'member.moved')?.entry ?? '';
};

test('people who come, move, move back, are excused and leave', async () => {
  await holds('the beginning');
  const id = await world.person({ name: 'Lò Thị Tính', unit: ward.cell, kind: 'official' });
  await holds('somebody more');
  const move = await act(id, { act: 'move', toUnitId: ward.other, happenedOn: '2024-05-01' });
  await holds('a move');
  await act(id, { act: 'exempt', ground: 'age' });
  await holds('excused');
  const back = await ward.officer.post(`/api/people/${id}/acts/${move}/withdraw`, {
    clientId: newId(),
    reason: 'Ghi nhầm người',
  });
  expect(back.status, back.text).toBe(200);
  await holds('the move taken back');
  await act(id, { act: 'move_out', place: 'Tỉnh khác', happenedOn: '2025-09-01' });
  await holds('gone');
});

test('candidacies that are opened, go on, end, and whose person is admitted', async () => {
  const id = await nominate(ward, 'Vì Thị Đếm');
  await holds('nominated');
  await walkTo(ward, id, 'ceremony');
  await holds('admitted');
  const other = await nominate(ward, 'Vì Văn Đếm');
  const inputs = { reason: 'lost_contact', resolution: doc('02-NQ/CB', '2020-10-01'), note: 'Mất liên lạc' };
  const struck = await take(ward, other, { by: 'secretary', step: 'strike', on: '2020-10-01', inputs });
  expect(struck.status, struck.text).toBe(200);
  await holds('struck off');
});

test('requests that are answered', async () => {
  const request = await send(await ready('Hà Thị Hỏi'));
  await holds('sent');
  const { status, text } = await addressee.post(`/api/verifications/${request.id}/answer`, answerBody());
  expect(status, text).toBe(200);
  await holds('answered');
});

test('and only the units that were written of are counted again', async () => {
  await holds('before');
  counted = 0;
  await world.person({ name: 'Lò Văn Riêng', unit: ward.other, kind: 'official' });
  for (const tally of Object.values(tallies)) await countsOf(db, tally);
  // Of each of the five one.
  expect(counted).toBe(5);
});
