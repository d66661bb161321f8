// Whatever people do with hand-overs, in whatever order: nobody is lost, nobody is counted twice.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { nominate } from '../../test/road.ts';
import { type Ends, startEnds } from '../../test/moving.ts';
import type { Client } from '../../test/app.ts';

let ends: Ends;
let keepers: Map<number, Client>;
let cells: number[];
beforeAll(async () => {
  ends = await startEnds({ today: '2026-03-02' });
  cells = [ends.cell, ends.other, ends.workshop];
  keepers = new Map([
    [ends.cell, ends.secretary],
    [ends.other, await ends.world.as('cell_secretary', ends.other)],
    [ends.workshop, ends.receiver],
  ]);
}, 60_000);

const on = '2026-03-02';
type Move = { who: number; kind: 'propose' | 'accept' | 'decline' | 'take_back' | 'leave'; to: number };
const move = fc.record({
  who: fc.nat({ max: 3 }),
  kind: fc.constantFrom('propose', 'propose', 'accept', 'accept', 'decline', 'take_back', 'leave'),
  to: fc.nat({ max: 2 }),
}) as fc.Arbitrary<Move>;

const keeper = (unit: number): Client => keepers.get(unit) as Client;
const dossierRow = (id: string) =>
  ends.world.db
    .selectFrom('dossier')
    .select(['unit_id', 'closed_as', 'person_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const openOf = (id: string) =>
  ends.world.db
    .selectFrom('handover')
    .select(['id', 'from_unit_id', 'to_unit_id'])
    .where('dossier_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();

interface Ready {
  id: string;
  unit: number;
  goal: number;
  open: Awaited<ReturnType<typeof openOf>>;
}
type Sending = (ready: Ready, body: object) => Promise<unknown>;

const answering =
  (path: string, more: object, end: 'to_unit_id' | 'from_unit_id' = 'to_unit_id'): Sending =>
  async ({ open }, body) =>
    open && keeper(open[end] ?? 0).post(`/api/handovers/${open.id}/${path}`, { ...body, ...more });

const proposing =
  (to: (ready: Ready) => object): Sending =>
  (ready, body) =>
    keeper(ready.unit).post('/api/handovers', {
      ...body,
      dossierId: ready.id,
      to: to(ready),
      reason: 'work',
    });

const doings: Record<Move['kind'], Sending> = {
  propose: proposing(({ goal }) => ({ unitId: goal })),
  leave: proposing(() => ({ place: 'Đảng bộ xã Xa' })),
  accept: answering('accept', { receipt: { number: '1/BN', on } }),
  decline: answering('decline', { why: 'other' }),
  take_back: answering('take-back', { why: 'other' }, 'from_unit_id'),
};

async function doMove(id: string, { kind, to }: Move): Promise<void> {
  const { unit_id: unit } = await dossierRow(id);
  const ready = { id, unit, goal: cells[to] ?? 0, open: await openOf(id) };
  await doings[kind](ready, { clientId: newId(), happenedOn: on });
}

/** Each of these cases in the lists of exactly one cell while it is open, and the person with it. */
async function check(ids: readonly string[]): Promise<void> {
  const lists = await Promise.all(
    cells.map(async (cell) => {
      const { items } = (await keeper(cell).get(`/api/dossiers?open=true&limit=200`)).body;
      return items.map((item: { id: string }) => item.id) as string[];
    }),
  );
  for (const id of ids) {
    const { unit_id, closed_as, person_id } = await dossierRow(id);
    const holders = cells.filter((_, index) => lists[index]?.includes(id));
    expect(holders).toEqual(closed_as === null ? [unit_id] : []);
    const person = await ends.world.db
      .selectFrom('person')
      .select(['unit_id', 'status'])
      .where('id', '=', person_id)
      .executeTakeFirstOrThrow();
    expect(person.unit_id).toBe(unit_id);
    expect(person.status).toBe(closed_as === null ? 'nominee' : 'outside');
    // Off the road only by the way that says so: a move on paper.
    const left = await ends.world.db
      .selectFrom('handover')
      .select('id')
      .where('dossier_id', '=', id)
      .where('state', '=', 'left')
      .execute();
    expect(left.length).toBe(closed_as === null ? 0 : 1);
  }
}

let made = 0;
const names = ['Hoa', 'Lan', 'Mai', 'Cúc', 'Đào', 'Sen', 'Huệ', 'Nhài'];

test('nobody is lost and nobody is counted twice (S3-40, S3-67)', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 24 }), async (moves) => {
      const ids: string[] = [];
      for (let index = 0; index < 4; index += 1) {
        made += 1;
        const fullName = `Nguyễn ${names[made % 8]} ${names[(made >> 3) % 8]} ${names[(made >> 6) % 8]}`;
        ids.push(await nominate(ends, fullName, { sure: true }));
      }
      for (const one of moves) await doMove(ids[one.who] ?? '', one);
      await check(ids);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
