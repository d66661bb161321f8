// Reminders over the API and behind it: one notice for each line, lead time and office, however often one looks; what a
// person writes; who may read it; mail that names nobody.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { startWard, type Ward } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import type { Letter } from './mail.store.ts';
import { lookOnce, startWatch } from './watch.store.ts';
import type { NoticeView } from './view.ts';

let ward: Ward;
let inspector: Client;
const letters: Letter[] = [];
const post = {
  send: async (letter: Letter) => void letters.push(letter),
  address: 'https://nguon.kinhbac.vn',
};
/** A Monday morning in Việt Nam. */
const morning = new Date('2025-09-29T02:00:00Z');
const look = (now = morning) => lookOnce(ward.world.db, post, now);
const noticesOf = async (who: Client, query = ''): Promise<NoticeView[]> =>
  (await who.get(`/api/notices${query}`)).body.items;

beforeAll(async () => {
  ward = await startWard({ today: '2025-09-29' });
  inspector = await ward.world.as('inspection', ward.ward);
  await ward.secretary.put('/api/account/email', { email: 'bithu@example.vn' });
});

describe('notices of due days', () => {
  test('come once, however often one looks', async () => {
    await Promise.all([look(), look(), look()]);
    await look();
    const own = await noticesOf(ward.secretary);
    const review = own.filter(({ label }) => label.vi.includes('danh sách cảm tình'));
    expect(review).toHaveLength(1);
    expect(review[0]).toMatchObject({ kind: 'lead', dueOn: '2025-09-30', past: false, readAt: null });
    const keys = await ward.world.db.selectFrom('notice').select('key').execute();
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
  });

  test('go to the office that answers and to nobody else', async () => {
    const secretary = await noticesOf(ward.secretary);
    expect(secretary.every(({ unitName }) => unitName === 'Chi bộ khu phố 1')).toBe(true);
    expect((await inspector.get('/api/notices')).status).toBe(403);
    const foreign = secretary[0] as NoticeView;
    expect((await ward.officer.post(`/api/notices/${foreign.id}/read`)).status).toBe(404);
  });

  test('are read once and counted', async () => {
    const before = (await ward.secretary.get('/api/notices/count')).body.unread;
    const [first] = await noticesOf(ward.secretary, '?unread=true');
    const answer = await ward.secretary.post(`/api/notices/${first?.id}/read`);
    expect(answer.body.unread).toBe(before - 1);
    expect((await ward.secretary.post(`/api/notices/${first?.id}/read`)).body.unread).toBe(before - 1);
  });

  test('an address gets one letter for each, without a name', async () => {
    const waiting = await ward.world.db.selectFrom('mail').selectAll().execute();
    expect(waiting.every(({ state }) => state === 'sent')).toBe(true);
    // Three looks at once may send one twice, but then under the same Message-ID.
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(waiting.length);
    const all = letters.map(({ subject, text }) => subject + text).join('\n');
    expect(all).toContain('Chi bộ khu phố 1');
    expect(all).toContain('thứ Ba, 30/09/2025');
    for (const name of ['Nguyễn Văn An', 'Trần Thị Bình']) expect(all).not.toContain(name);
  });

  test('after the due day the level above is told (S2-12, S2-28)', async () => {
    ward.world.setToday('2025-10-08');
    await look();
    const late = (await noticesOf(ward.secretary)).filter(({ kind }) => kind === 'late');
    expect(late.length).toBeGreaterThan(0);
    const above = (await noticesOf(ward.officer)).filter(({ kind }) => kind === 'escalation');
    expect(above.map(({ unitName }) => unitName).sort()).toEqual(['Chi bộ khu phố 1', 'Chi bộ khu phố 2']);
    ward.world.setToday('2025-09-29');
  });

  test('mail waits through the night and days off', async () => {
    await ward.world.db.updateTable('mail').set({ state: 'waiting' }).execute();
    const before = letters.length;
    await look(new Date('2025-09-29T14:00:00Z'));
    await look(new Date('2025-10-04T02:00:00Z'));
    expect(letters).toHaveLength(before);
    await look();
    expect(letters.length).toBeGreaterThan(before);
  });
});

test('only notices that do not stand yet are offered to the table', async () => {
  const { db } = ward.world;
  await sql`create sequence offered`.execute(db);
  await sql`create function offer() returns trigger language plpgsql as
    $$ begin perform nextval('offered'); return new; end $$`.execute(db);
  // Fires for every row that is offered, also for one that then gives way to its like.
  await sql`create trigger offered before insert on notice for each row execute function offer()`.execute(db);
  const offered = async () =>
    (
      await sql<{
        count: number;
      }>`select case when is_called then last_value else 0 end as count from offered`.execute(db)
    ).rows[0]?.count;
  const standing = async () => (await db.selectFrom('notice').select('key').execute()).length;
  const before = await standing();
  ward.world.setToday('2025-12-29');
  await look();
  const made = (await standing()) - before;
  expect(made).toBeGreaterThan(0);
  expect(await offered()).toBe(made);
  await look();
  expect(await offered()).toBe(made);
  await sql`drop trigger offered on notice`.execute(db);
  ward.world.setToday('2025-09-29');
});

test('nobody is reminded while lines are being made again', async () => {
  const cell = await ward.world.unit({ name: 'Chi bộ khu phố 7', type: 'TDP', parent: ward.ward });
  const secretary = await ward.world.as('cell_secretary', cell);
  const failures: unknown[] = [];
  let ready = false;
  const watch = { post: null, everyMs: 10, report: (failure: unknown) => failures.push(failure) };
  const stop = startWatch(ward.world.db, { ...watch, ready: () => ready });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await noticesOf(secretary)).toEqual([]);
  ready = true;
  await expect.poll(async () => (await noticesOf(secretary)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await stop();
  expect(failures).toEqual([]);
});

describe('a letter that cannot go out', () => {
  const reset = () => ward.world.db.updateTable('mail').set({ state: 'waiting', tries: 0 }).execute();
  const states = async () =>
    (await ward.world.db.selectFrom('mail').select('state').execute()).map(({ state }) => state);
  const refuse = (command: string) => async () => {
    throw Object.assign(new Error('550'), { command });
  };
  const tried = async () =>
    (await ward.world.db.selectFrom('mail').select('notice_id').where('tries', '>', 0).execute()).length;

  test('holds up the others while the server is away, but not when one address is refused', async () => {
    await reset();
    const { length } = await states();
    expect(length).toBeGreaterThan(1);
    await lookOnce(ward.world.db, { ...post, send: refuse('CONN') }, morning);
    expect(await tried()).toBe(1);
    await reset();
    await ward.world.db.updateTable('mail').set({ next_at: '2025-01-01T00:00:00Z' }).execute();
    await lookOnce(ward.world.db, { ...post, send: refuse('RCPT TO') }, morning);
    expect(await tried()).toBe(length);
  });

  test('is dropped when the office it was for has ended', async () => {
    const cell = await ward.world.unit({ name: 'Chi bộ khu phố 9', type: 'TDP', parent: ward.ward });
    const office = await ward.world.office({ kind: 'cell_secretary', unit: cell, toOn: '2025-09-30' });
    const holder = await ward.world.signIn(office);
    await holder.put('/api/account/email', { email: 'khu9@example.vn' });
    await look(new Date('2025-09-29T15:00:00Z'));
    ward.world.setToday('2025-09-30');
    await look();
    ward.world.setToday('2025-09-29');
    const mails = await ward.world.db
      .selectFrom('mail')
      .select('state')
      .where('account_id', '=', holder.accountId)
      .execute();
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.every(({ state }) => state === 'past')).toBe(true);
  });
});

describe('a reminder that a person writes', () => {
  const lineOf = async () => {
    const { body } = await ward.officer.get('/api/worklist?group=others&limit=200');
    return body.items.find(
      (item: { unitId: number; can: string[] }) => item.unitId === ward.cell && item.can.includes('remind'),
    );
  };
  const bodyOf = (item: object, clientId = newId()) => ({
    clientId,
    line: item,
    text: 'Đề nghị chi bộ rà soát danh sách trước ngày 30/9.',
    document: { number: '15-CV/ĐU', on: '2025-09-26', by: 'Đảng ủy phường Kinh Bắc' },
  });

  test('arrives once, cites its document and leaves a receipt (S0-21, S0-30, S3-43)', async () => {
    const item = await lineOf();
    const body = bodyOf(item);
    const first = await ward.officer.post('/api/reminders', body);
    expect(first.status).toBe(200);
    expect((await ward.officer.post('/api/reminders', body)).body.id).toBe(first.body.id);
    const got = (await noticesOf(ward.secretary)).filter(({ kind }) => kind === 'sent');
    expect(got).toHaveLength(1);
    expect(got[0]?.sent).toMatchObject({ text: body.text, document: body.document });
    expect(got[0]?.sent?.receipts).toMatchObject([{ readAt: null }]);
    await ward.secretary.post('/api/notices/read');
    expect((await ward.secretary.get('/api/notices/count')).body.unread).toBe(1);
    await ward.secretary.post(`/api/notices/${got[0]?.id}/read`);
    await ward.secretary.post(`/api/notices/${got[0]?.id}/read`);
    const told = await ward.officer.get(
      `/api/reminders?caseKind=${item.caseKind}&caseId=${item.caseId}&clock=${item.clock}`,
    );
    expect(told.body.items[0].sent.receipts).toMatchObject([
      { readBy: 'Nguyễn Văn An', unitName: 'Chi bộ khu phố 1' },
    ]);
    const receipts = await ward.world.db
      .selectFrom('ledger')
      .select('kind')
      .where('kind', '=', 'reminder.read')
      .execute();
    expect(receipts).toHaveLength(1);
  });

  test('opened by several offices at once, leaves a receipt of each', async () => {
    const others = [];
    for (let nth = 0; nth < 4; nth += 1) others.push(await ward.world.as('cell_secretary', ward.cell));
    expect((await ward.officer.post('/api/reminders', bodyOf(await lineOf()))).status).toBe(200);
    const opened = others.map(async (one) => {
      const sent = (await noticesOf(one)).find(({ kind }) => kind === 'sent');
      return (await one.post(`/api/notices/${sent?.id}/read`)).status;
    });
    expect(await Promise.all(opened)).toEqual([200, 200, 200, 200]);
  });

  test('not about one’s own work, not out of reach, not by everybody', async () => {
    const item = await lineOf();
    expect((await ward.secretary.post('/api/reminders', bodyOf(item))).status).toBe(403);
    const elsewhere = await ward.world.unit({
      name: 'Đảng bộ phường Vũ Ninh',
      kind: 'base_organisation',
      parent: ward.city,
    });
    const foreign = await ward.world.as('base_officer', elsewhere);
    expect((await foreign.post('/api/reminders', bodyOf(item))).status).toBe(404);
    const own = (await ward.officer.get('/api/worklist')).body.items[0];
    expect((await ward.officer.post('/api/reminders', bodyOf(own))).status).toBe(403);
    expect(
      (await ward.officer.post('/api/reminders', bodyOf({ ...item, startsOn: '2020-01-01' }))).status,
    ).toBe(409);
  });

  test('is the same after a rebuild', async () => {
    const before = await ward.world.db.selectFrom('reminder').selectAll().orderBy('id').execute();
    await rebuild(ward.world.db);
    expect(await ward.world.db.selectFrom('reminder').selectAll().orderBy('id').execute()).toEqual(before);
  });
});

describe('settings', () => {
  test('belong to those who keep the installation, and are checked', async () => {
    const { body } = await ward.officer.get('/api/reminders/settings');
    expect(body.settings).toMatchObject({ leads: [30, 7, 1], escalateAfter: 5 });
    const next = { ...body.settings, leads: [3, 14, 3], escalateAfter: null };
    const answer = await ward.officer.put('/api/reminders/settings', next);
    expect(answer.body.settings).toMatchObject({ leads: [14, 3], escalateAfter: null });
    expect((await ward.officer.put('/api/reminders/settings', { ...next, leads: [-1] })).status).toBe(400);
    expect((await ward.secretary.put('/api/reminders/settings', next)).status).toBe(403);
  });

  test('a long lead does not call for a period that has not begun; what is over is called late', async () => {
    const { body } = await ward.officer.get('/api/reminders/settings');
    const keep = { ...body.settings, leads: [90], late: [0], escalateAfter: null };
    expect((await ward.officer.put('/api/reminders/settings', keep)).status).toBe(200);
    const cell = await ward.world.unit({ name: 'Chi bộ khu phố 8', type: 'TDP', parent: ward.ward });
    const secretary = await ward.world.as('cell_secretary', cell);
    const done = {
      clientId: newId(),
      unitId: cell,
      step: 'list_review',
      period: '2025-09',
      happenedOn: '2025-09-29',
    };
    const inputs = { resolution: { number: '02-NQ/CB', on: '2025-09-29', by: null } };
    expect((await secretary.post('/api/routines', { ...done, inputs })).status).toBe(200);
    const reviews = async () =>
      (await noticesOf(secretary)).filter(({ label }) => label.vi.includes('danh sách cảm tình'));
    await look();
    expect(await reviews()).toEqual([]);
    ward.world.setToday('2025-10-01');
    await look();
    expect(await reviews()).toMatchObject([{ kind: 'lead', dueOn: '2025-10-31' }]);
    ward.world.setToday('2025-11-03');
    await look();
    expect((await reviews()).map(({ kind }) => kind)).toEqual(['late', 'lead']);
    ward.world.setToday('2025-09-29');
  });

  test('one’s own address is one’s own, and can be taken back', async () => {
    expect((await ward.secretary.put('/api/account/email', { email: 'không phải thư' })).status).toBe(400);
    expect((await ward.secretary.put('/api/account/email', { email: null })).body.email).toBeNull();
  });
});

test('those that stand are read once, also where the database takes them for none', async () => {
  const { db } = ward.world;
  await sql`truncate notice cascade`.execute(db);
  await sql`analyze notice`.execute(db);
  await sql`create table scans (count bigint)`.execute(db);
  await sql`create function count_scans() returns trigger language plpgsql as $$ begin
    insert into scans select pg_stat_get_xact_numscans('notice'::regclass); return null; end $$`.execute(db);
  for (const [name, moment] of Object.entries({ scans_before: 'before', scans_after: 'after' }))
    await sql`create trigger ${sql.ref(name)} ${sql.raw(moment)} insert on notice for each statement
              execute function count_scans()`.execute(db);
  await look();
  const { rows } = await sql<{ count: number }>`select count from scans order by count`.execute(db);
  const [before, after] = rows.map(({ count }) => Number(count)) as [number, number];
  const made = await db.selectFrom('notice').select('key').execute();
  expect(made.length).toBeGreaterThan(3);
  expect(after - before).toBe(1);
});
