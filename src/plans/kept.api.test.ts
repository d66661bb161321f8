// What is held of a large branch follows the ledger: after each of some dozen acts taken by chance, what a reader is told is
// what a transaction, in which nothing is held, reads anew. Trees made again behind the answers are no exception.
import { expect, test } from 'vitest';
import { chanceOf } from '../../tools/training-ward/random.ts';
import { nominate, startWard, walkTo } from '../../test/road.ts';
import { readCascade } from '../cascade/frame.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { exactly } from './amount.ts';
import { readPlan } from './branch.store.ts';
import { readSheet } from './sheet.store.ts';

const largeBranch = 420;
const ward = await startWard();
const { world, board, officer } = ward;
const { db } = world;
const cells = [ward.cell, ward.other];
while (cells.length < largeBranch)
  cells.push(
    await world.unit({ name: `Chi bộ khu phố ${cells.length + 1}`, type: 'TDP', parent: ward.ward }),
  );

const actor: Actor = {
  accountId: newId(),
  officeId: 1,
  office: 'superior_board',
  unitId: ward.city,
  unitPath: `/${ward.province}/${ward.city}/`,
  named: [],
  language: 'vi',
} as unknown as Actor;

async function seen(on: Queryable): Promise<unknown> {
  const years = ['2026', '2019'];
  const told: unknown[] = [];
  for (const period of years)
    for (const figure of ['admission', 'sourcing'])
      told.push(await readPlan(on, actor, { period, figure, unit: ward.ward, view: 'children' } as never));
  for (const period of years) told.push(await readSheet(on, actor, ward.ward, { period } as never));
  told.push(await readCascade(on, actor, { unitId: ward.ward, period: '2026' }));
  return told;
}
const afresh = () => db.transaction().execute((tx) => seen(tx));

const chance = chanceOf(20, 'held');
const line = (figure: string) => ({ figure, part: '', ...exactly(chance.int(1, 40)) });
const ok = ({ status, text }: { status: number; text: string }) => expect(status, text).toBe(200);
const said = () => {
  const period = chance.int(0, 1) === 0 ? '2026' : '2019';
  return {
    clientId: newId(),
    period,
    happenedOn: `${period}-01-15`,
    lines: [line('admission'), line('sourcing')],
  };
};

const families = ['Khổng', 'Vũ', 'Đàm', 'Ngô', 'Quách', 'Lưu', 'Tạ'];
const given = ['Mai', 'Hùng', 'Thảo', 'Quyết', 'Loan'];
let people = 0;
const someone = (): string => {
  const [at, index] = [people % families.length, Math.floor(people / families.length)];
  people += 1;
  return `${families[at]} ${given[(index + at) % given.length]} ${given[(index * 2 + at + 1) % given.length]}`;
};
const steps = ['list', 'class_certificate', 'decide', 'ceremony'] as const;
const acts: (() => Promise<unknown>)[] = [
  async () => walkTo(ward, await nominate(ward, someone()), steps[chance.int(0, 3)] as string),
  async () => {
    ok(await board.post(`/api/targets/${ward.ward}/assigned`, said()));
  },
  async () => {
    ok(await officer.post(`/api/targets/${cells[chance.int(0, 30)]}/assigned`, said()));
  },
  async () => nominate(ward, someone()),
  async () => world.person({ name: someone(), unit: cells[chance.int(0, 40)] as number, kind: 'official' }),
];

test('after each act taken by chance the same is told as is read anew', async () => {
  await seen(db);
  for (let turn = 0; turn < 30; turn += 1) {
    // The first of them all, and then by chance; a second reader asks while the act is being written.
    const act = acts[turn < acts.length ? turn : chance.int(0, acts.length - 1)] as () => Promise<unknown>;
    await Promise.all([act(), turn % 3 === 0 ? seen(db) : null]);
    if (turn % 4 === 1) await new Promise((resolve) => setTimeout(resolve, 160));
    expect(await seen(db), `turn ${turn}`).toEqual(await afresh());
  }
}, 240_000);
