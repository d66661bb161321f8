// Helpers and their notes: the member's own page, whose note is missing, history, and the record of what failed.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../test/app.ts';
import {
  ballot,
  doc,
  nominate,
  startWard,
  take,
  type Taken,
  walkRecent,
  walkTo,
  type Ward,
} from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

let ward: Ward;
let helper: Client;
let stranger: Client;
let helped: string;

beforeAll(async () => {
  ward = await startWard();
  const [, first, second] = ward.members as [string, string, string];
  helper = await ward.world.as('member', ward.cell, { person: first });
  stranger = await ward.world.as('member', ward.cell, { person: second });
  helped = await walkRecent(ward, 'Đỗ Thị Hạnh', 'assign_helper');
});

const act = ([by, id = '']: [Client, string | undefined], step: string, inputs: object, more: object = {}) =>
  by.post(`/api/fostering/${id}/acts`, {
    clientId: newId(),
    step,
    happenedOn: '2026-11-20',
    inputs,
    ...more,
  });
const note = { month: '2026-11', state: 'progress', did: 'Dự sinh hoạt hè', needs: 'Học thêm Điều lệ' };

describe('the helper on a phone (S3-07, S3-37, S4-15)', () => {
  it('sees the people helped, and nobody else', async () => {
    const { body } = await helper.get('/api/charges');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Đỗ Thị Hạnh']);
    expect(body.items[0].missing[0]).toBe('2026-11');
    expect((await stranger.get('/api/charges')).body.items).toEqual([]);
    expect((await helper.get('/api/fostering')).status).toBe(403);
    expect((await helper.get('/api/people')).status).toBe(403);
  });

  it('writes the note of a month once, in his own name, however often it is sent', async () => {
    const clientId = newId();
    const forged = { ...note, helper: ward.members[3] };
    expect((await act([helper, helped], 'charge_note', forged, { clientId })).status).toBe(200);
    expect((await act([helper, helped], 'charge_note', forged, { clientId })).status).toBe(200);
    const { body } = await helper.get('/api/charges');
    expect(body.items[0].notes).toMatchObject([{ month: '2026-11', state: 'progress', did: note.did }]);
    expect(body.items[0].missing).not.toContain('2026-11');
    const rows = await sql<{ helper_id: string }>`select helper_id from charge_note`.execute(ward.world.db);
    expect(rows.rows).toEqual([{ helper_id: ward.members[1] }]);
  });

  it('is not written by a member who does not help, and not of a month to come', async () => {
    expect((await act([stranger, helped], 'charge_note', note)).status).toBe(404);
    expect((await act([helper, helped], 'charge_note', { ...note, month: '2027-01' })).status).toBe(400);
    expect((await act([helper, helped], 'assess', {})).status).toBe(403);
    expect((await act([helper, helped], 'charge_note', { month: '2026-10' })).status).toBe(400);
  });

  it('keeps no words of it in the ledger', async () => {
    const { rows } = await sql<{ all: string }>`select string_agg(data::text, '') as all from ledger`.execute(
      ward.world.db,
    );
    expect(rows[0]?.all).not.toContain(note.did);
  });

  it('gives a task as a test and records its result (S2-26)', async () => {
    const task = { task: 'Vận động thanh niên nhập ngũ', kind: 'movement', until: '2026-11-15' };
    await act([helper, helped], 'give_task', task, { happenedOn: '2026-11-01' });
    const before = (await helper.get('/api/charges')).body.items[0].tasks[0];
    expect(before).toMatchObject({ words: task.task, late: true, result: null });
    await act([helper, helped], 'task_result', { task: before.entry, result: 'well' });
    const after = (await helper.get('/api/charges')).body.items[0].tasks[0];
    expect(after).toMatchObject({ late: false, result: 'well', doneOn: '2026-11-20' });
    const unknown = await act([helper, helped], 'task_result', { task: newId(), result: 'well' });
    expect(unknown.status).toBe(400);
  });

  it('notes a talk with the family as a contact (S2-29, S3-66)', async () => {
    const { status } = await act([helper, helped], 'contact', { kind: 'family', note: 'Gia đình ủng hộ' });
    expect(status).toBe(200);
    const { body } = await ward.secretary.get('/api/fostering');
    expect(body.items[0]).toMatchObject({ lastTouchOn: '2026-11-20', stale: false });
  });
});

describe('missing notes and helpers in turn', () => {
  it('lists whose note is missing before the meeting (S3-07)', async () => {
    const missing = async (month: string, by = ward.secretary) =>
      (await by.get(`/api/fostering/notes?month=${month}`)).body;
    expect(await missing('2026-11')).toMatchObject({ total: 0, expected: 1 });
    expect(await missing('2026-10')).toMatchObject({
      total: 1,
      items: [{ name: 'Đỗ Thị Hạnh', helperName: 'Trần Thị Bình', lastMonth: '2026-11' }],
    });
    const other = await ward.world.as('cell_secretary', ward.other);
    expect(await missing('2026-10', other)).toMatchObject({ total: 0, items: [] });
  });

  it('shows each helper with the people of today, in the order of names', async () => {
    const { body } = await ward.officer.get('/api/fostering/helpers');
    expect(body.items).toMatchObject([{ name: 'Trần Thị Bình', charges: 1, over: false, missing: 0 }]);
  });

  it('keeps who helped before, and asks for the hand-over note (S3-37)', async () => {
    const next = ward.members[3];
    const replaced = await take(ward, helped, {
      by: 'secretary',
      step: 'replace_helper',
      on: '2026-11-21',
      inputs: { helper: next, resolution: doc('20-NQ/CB', '2026-11-21') },
    });
    expect(replaced.status).toBe(200);
    const open = (await ward.secretary.get('/api/fostering/hand-overs')).body;
    expect(open.items).toMatchObject([{ name: 'Đỗ Thị Hạnh', helperName: 'Trần Thị Bình' }]);
    expect((await helper.get('/api/charges')).body.items).toEqual([]);
    const written = await act([ward.secretary, helped], 'hand_over_note', { helper: ward.members[1] });
    expect(written.status).toBe(200);
    expect((await ward.secretary.get('/api/fostering/hand-overs')).body.total).toBe(0);
    const history = (await ward.officer.get(`/api/fostering/helpers/${ward.members[1]}`)).body;
    expect(history.items).toMatchObject([{ name: 'Đỗ Thị Hạnh', state: 'replaced', notes: 1 }]);
  });
});

describe('helpers whose charge was not recognised (S3-54, S3-03)', () => {
  /** Admitted in 2021, and struck off while on probation. */
  async function removeOne(fullName: string): Promise<void> {
    const id = await nominate(ward, fullName);
    await walkTo(ward, id, 'ceremony');
    const removal: Taken[] = [
      { by: 'secretary', step: 'removal_cell_vote', on: '2021-09-03', inputs: { ballot: ballot(6, 6) } },
      { by: 'officer', step: 'removal_base_vote', on: '2021-09-20', inputs: { ballot: ballot(9, 9) } },
      {
        by: 'board',
        step: 'remove_probationer',
        on: '2021-10-01',
        inputs: { decision: doc('7-QĐ', '2021-10-01'), body: 'superior_standing' },
      },
    ];
    for (const taken of removal) {
      const answer = await take(ward, id, taken);
      if (answer.status !== 200) throw new Error(`${taken.step}: ${answer.text}`);
    }
  }

  it('is read by those entitled, and each look is written down', async () => {
    await removeOne('Lý Văn Thôi');
    const { body } = await ward.officer.get('/api/fostering/unrecognised');
    expect(body.items).toMatchObject([
      { helperName: 'Trần Thị Bình', name: 'Lý Văn Thôi', closedOn: '2021-10-01', fromOn: '2019-07-03' },
    ]);
    const history = (await ward.officer.get(`/api/fostering/helpers/${ward.members[1]}`)).body;
    expect(history.items.map(({ state }: { state: string }) => state)).toContain('not_recognised');
    const looks = await sql<{ subject: string; action: string }>`
      select action, subject from access_log where subject = 'helper_record'
        and account_id = ${ward.officer.accountId}::uuid order by id`.execute(ward.world.db);
    expect(looks.rows.map(({ action }) => action)).toContain('list');
    expect(looks.rows.at(-1)).toEqual({ action: 'open', subject: 'helper_record' });
  });

  it('is not there for other cells, mass organisations or the helper himself', async () => {
    const other = await ward.world.as('cell_secretary', ward.other);
    expect((await other.get('/api/fostering/unrecognised')).body.items).toEqual([]);
    expect((await other.get(`/api/fostering/helpers/${ward.members[1]}`)).status).toBe(404);
    for (const kind of ['mass_officer', 'member', 'political_centre'])
      expect((await (await ward.world.as(kind, ward.cell)).get('/api/fostering/unrecognised')).status).toBe(
        403,
      );
  });
});

describe('profile B keeps no words of class 3 (S0-27)', () => {
  it('takes the note without words, refuses it with them, and keeps what a task is', async () => {
    const small = await startWard({ profile: 'B' });
    const member = await small.world.as('member', small.cell, { person: small.members[1] as string });
    const id = await nominate(small, 'Hồ Thị Bê', {
      happenedOn: '2026-09-02',
      inputs: { proposerKind: 'member', informedOn: '2026-09-01', agreed: true },
      person: { fullName: 'Hồ Thị Bê', bornOn: '1995-03-08' },
    });
    const takeOn = (step: string, inputs: Record<string, unknown>) =>
      take(small, id, { by: 'secretary', step, on: '2026-11-01', inputs });
    await takeOn('list', { resolution: doc('1', '2026-11-01') });
    const helperOn = { helper: small.members[1], togetherSince: '2020-01' };
    await takeOn('assign_helper', { ...helperOn, resolution: doc('2', '2026-11-01') });
    expect((await act([member, id], 'charge_note', note)).status).toBe(400);
    expect((await act([member, id], 'charge_note', { month: '2026-11', state: 'steady' })).status).toBe(200);
    expect((await act([member, id], 'give_task', { task: 'Dọn vệ sinh khu phố' })).status).toBe(200);
    const { body } = await member.get('/api/charges');
    expect(body.items[0].notes).toMatchObject([{ state: 'steady', did: null, needs: null }]);
    expect(body.items[0].tasks[0].words).toBe('Dọn vệ sinh khu phố');
  });
});
