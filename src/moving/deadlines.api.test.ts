// The rows of the rule on candidates who move (06-HD/TW, 3.9; regulations.md 4.7), each with its deadline, between two
// organisations whose decisions are made by different committees – and once by the same one.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { doc, onDay, take, walkRecent, wholeRoad } from '../../test/road.ts';
import { accept, type Ends, helperOf, linesOf, propose, startEnds } from '../../test/moving.ts';

let ends: Ends;
beforeAll(async () => {
  // In the days of 294-QĐ/TW and 06-HD/TW every row of the rule is certain.
  ends = await startEnds({ today: '2026-05-15' });
}, 60_000);

const line = async (id: string, clock: string) =>
  (await linesOf(ends, id)).find((one) => one.clock === clock);
const decided = async (name: string, on: string): Promise<string> => {
  const id = await walkRecent(ends, name, 'base_vote');
  await decide(id, on);
  return id;
};
async function decide(id: string, on: string) {
  const step = wholeRoad(ends).find((one) => one.step === 'decide');
  if (!step) throw new Error('no decision on the road');
  const answer = await take(ends, id, onDay(step, on));
  expect(answer.status, answer.text).toBe(200);
}

test('being helped: the origin certifies it, no helper of the destination waits twelve months (S3-40)', async () => {
  const id = await walkRecent(ends, 'Nguyễn Thị Hoa', 'assign_helper');
  const { body } = await propose(ends, id, { orderOn: '2026-02-09' });
  expect(await line(id, 'forward_file')).toBeUndefined();
  const recently = helperOf(ends, { togetherSince: '2026-02-01' });
  const accepted = await accept(ends, body.id, { helper: recently });
  expect(accepted.status, accepted.text).toBe(200);
  const view = (await ends.receiver.get(`/api/dossiers/${id}`)).body;
  const assigned = view.acts.findLast((act: { step: string }) => act.step === 'assign_helper');
  const guards = assigned.verdict.reasons.map(
    ({ parameters, outcome }: { parameters: string[]; outcome: string }) => [parameters[0], outcome],
  );
  expect(guards).toContainEqual(['move.helper_months', 'allowed']);
  expect(guards.map(([parameter]: string[]) => parameter)).not.toContain('introducer.months');
  // Somebody who did not move waits.
  const stays = await walkRecent(ends, 'Trần Thị Hồng', 'class_certificate');
  const refused = await take(ends, stays, {
    by: 'secretary',
    step: 'assign_helper',
    on: '2026-02-20',
    inputs: {
      helper: ends.members[1],
      resolution: doc('09-NQ/CB', '2026-02-20'),
      togetherSince: '2026-02-01',
    },
  });
  expect(refused.status).toBe(409);
});

test('resolutions done, file not sent up: letter and file go, no term of days runs', async () => {
  const id = await walkRecent(ends, 'Lê Văn Hưng', 'base_vote');
  const { body } = await propose(ends, id, { orderOn: '2026-02-09', sentUp: false, sameCommittee: false });
  expect(body.case).toBe('resolved');
  expect(await line(id, 'forward_file')).toBeUndefined();
  await accept(ends, body.id, { fileReceivedOn: '2026-02-20' });
  expect(await line(id, 'decide_moved')).toBeUndefined();
});

test('file sent up: forwarded within 15 working days of the order, decided within 30 of its receipt', async () => {
  const id = await walkRecent(ends, 'Phạm Thị Hương', 'base_vote');
  const { body } = await propose(ends, id, { orderOn: '2026-02-10', sentUp: true, sameCommittee: false });
  expect(body.case).toBe('sent_up');
  // Three weeks over Tết Bính Ngọ: Tuesday 10/3 (worked example forward-over-tet).
  expect(await line(id, 'forward_file')).toMatchObject({
    startsOn: '2026-02-10',
    dueOn: '2026-03-10',
    unitId: ends.cell,
  });
  expect(body.deadlines).toMatchObject([{ dueOn: '2026-03-10' }]);
  const accepted = await accept(ends, body.id, {
    happenedOn: '2026-03-06',
    receipt: { number: '15/BN', on: '2026-03-06' },
    fileReceivedOn: '2026-02-10',
  });
  expect(accepted.status, accepted.text).toBe(200);
  expect(await line(id, 'forward_file')).toBeUndefined();
  // Worked example destination-30-days-tet: 31/3/2026; the duty is the destination's now.
  expect(await line(id, 'decide_moved')).toMatchObject({
    startsOn: '2026-02-10',
    dueOn: '2026-03-31',
    unitId: ends.workshop,
  });
});

test('decided within 30 working days of the order: the ceremony is held at the destination', async () => {
  const id = await decided('Hoàng Văn Khoa', '2026-03-31');
  const { body, status, text } = await propose(ends, id, {
    happenedOn: '2026-04-02',
    orderOn: '2026-02-10',
    sameCommittee: false,
  });
  expect(status, text).toBe(200);
  expect(body.case).toBe('decided');
  const ceremony = { helper: ends.members[1], minutes: doc('01-BB/CB', '2026-04-03') };
  const here = await take(ends, id, {
    by: 'secretary',
    step: 'ceremony',
    on: '2026-04-03',
    inputs: ceremony,
  });
  expect(here.status).toBe(409);
  const reasons = here.body.error.details.reasons as { parameters: string[]; outcome: string }[];
  expect(reasons.find(({ parameters }) => parameters[0] === 'move.ceremony_there')?.outcome).toBe('refused');
  const accepted = await accept(ends, body.id, {
    happenedOn: '2026-04-06',
    receipt: { number: '20/BN', on: '2026-04-06' },
  });
  expect(accepted.status, accepted.text).toBe(200);
  const there = (await ends.receiver.get(`/api/dossiers/${id}`)).body;
  const held = await ends.receiver.post(`/api/dossiers/${id}/acts`, {
    clientId: newId(),
    version: there.version,
    step: 'ceremony',
    happenedOn: '2026-04-10',
    inputs: { helper: ends.workers[1], minutes: doc('01-BB/CB', '2026-04-10') },
  });
  expect(held.status, held.text).toBe(200);
  expect(held.body).toMatchObject({ stage: 'admitted', unit: { id: ends.workshop } });
});

test('decided later: the origin cancels first, then hands the file over; the destination decides anew', async () => {
  const id = await decided('Vũ Thị Lan', '2026-04-01');
  const more = { happenedOn: '2026-04-02', orderOn: '2026-02-10', sameCommittee: false };
  const refused = await propose(ends, id, more);
  expect(refused.status).toBe(409);
  const held = refused.body.error.details.reasons.find(
    (one: { outcome: string }) => one.outcome === 'refused',
  );
  expect(held).toMatchObject({
    parameters: ['move.decision_days'],
    wayOut: { code: 'cancel_and_forward', step: 'annul' },
  });
  const annulled = await take(ends, id, {
    by: 'board',
    step: 'annul',
    on: '2026-04-03',
    inputs: { ground: 'moved', decision: doc('50-QĐ/TU', '2026-04-03') },
  });
  expect([annulled.status, annulled.body.stage], annulled.text).toEqual([200, 'base_voted']);
  const { body, status, text } = await propose(ends, id, { ...more, happenedOn: '2026-04-06', sentUp: true });
  expect(status, text).toBe(200);
  const accepted = await accept(ends, body.id, {
    happenedOn: '2026-04-08',
    receipt: { number: '21/BN', on: '2026-04-08' },
    fileReceivedOn: '2026-04-08',
  });
  expect(accepted.status, accepted.text).toBe(200);
  expect(await line(id, 'decide_moved')).toMatchObject({ startsOn: '2026-04-08', unitId: ends.workshop });
});

test('a decision that comes too late while the hand-over waits stops the acceptance, too', async () => {
  const id = await walkRecent(ends, 'Đặng Văn Minh', 'base_vote');
  const { body } = await propose(ends, id, { orderOn: '2026-02-10', sentUp: true, sameCommittee: false });
  await decide(id, '2026-04-01');
  const refused = await accept(ends, body.id, {
    happenedOn: '2026-04-02',
    receipt: { number: '22/BN', on: '2026-04-02' },
  });
  expect([refused.status, refused.body.error.code]).toEqual([409, 'admission.refused']);
  expect((await ends.secretary.get(`/api/dossiers/${id}`)).body.unit.id).toBe(ends.cell);
});

test('the destination finds a fault: the origin reviews within 60 working days of the request', async () => {
  const id = await decided('Bùi Văn Nghĩa', '2026-02-12');
  const { body } = await propose(ends, id, {
    happenedOn: '2026-02-13',
    orderOn: '2026-02-10',
    sameCommittee: false,
  });
  expect((await accept(ends, body.id)).status).toBe(200);
  const { version } = (await ends.enterpriseOfficer.get(`/api/dossiers/${id}`)).body;
  const asked = await ends.enterpriseOfficer.post(`/api/dossiers/${id}/acts`, {
    clientId: newId(),
    version,
    step: 'ask_review',
    happenedOn: '2026-02-24',
    inputs: { request: doc('12-CV/ĐU', '2026-02-24'), receivedOn: '2026-02-24' },
  });
  expect(asked.status, asked.text).toBe(200);
  const review = await line(id, 'review');
  expect(review).toMatchObject({ startsOn: '2026-02-24' });
  // Twelve weeks of five days; Giỗ Tổ and 30/4–01/5 lie between.
  expect(review?.dueOn && review.dueOn > '2026-05-19' && review.dueOn <= '2026-05-25').toBe(true);
});

test('the same committee decides for both places: it only redirects, no day is counted', async () => {
  const id = await decided('Mai Thị Phượng', '2026-04-01');
  const { body, status, text } = await propose(ends, id, {
    happenedOn: '2026-04-02',
    orderOn: '2026-02-10',
    to: { unitId: ends.other },
  });
  expect(status, text).toBe(200);
  // Two cells of one ward: nobody had to say that one committee decides for both.
  expect(body.sameCommittee).toBe(true);
  expect(await line(id, 'forward_file')).toBeUndefined();
  const neighbour = await ends.world.as('cell_secretary', ends.other);
  const accepted = await accept(
    ends,
    body.id,
    { happenedOn: '2026-04-06', receipt: { number: '03/BN', on: '2026-04-06' } },
    neighbour,
  );
  expect(accepted.status, accepted.text).toBe(200);
  expect(accepted.body.state).toBe('accepted');
});

test('a probationer goes over as a member, once, with the helper of the destination', async () => {
  const id = await decided('Tạ Văn Quang', '2026-02-02');
  const held = await take(ends, id, {
    by: 'secretary',
    step: 'ceremony',
    on: '2026-02-06',
    inputs: { helper: ends.members[1], minutes: doc('02-BB/CB', '2026-02-06') },
  });
  expect(held.status, held.text).toBe(200);
  const count = async (client = ends.officer, unit = ends.cell) => {
    const { items } = (await client.get(`/api/units`)).body;
    return items.find((one: { id: number }) => one.id === unit)?.probationers;
  };
  const before = await count();
  const there = await count(ends.enterpriseOfficer, ends.workshop);
  const { body, status, text } = await propose(ends, id, { happenedOn: '2026-02-16' });
  expect(status, text).toBe(200);
  expect(body.case).toBe('probation');
  const accepted = await accept(ends, body.id, { helper: helperOf(ends) });
  expect(accepted.status, accepted.text).toBe(200);
  expect(await count()).toBe(before - 1);
  expect(await count(ends.enterpriseOfficer, ends.workshop)).toBe(there + 1);
  const view = (await ends.receiver.get(`/api/dossiers/${id}`)).body;
  expect(view).toMatchObject({
    stage: 'admitted',
    unit: { id: ends.workshop },
    helper: { name: 'Bùi Thị Khánh' },
  });
  const person = (await ends.receiver.get(`/api/people/${view.person.id}`)).body;
  expect(person).toMatchObject({ status: 'probationary', unit: { id: ends.workshop } });
});
