// Requests for verification over the API: sent with their letter, answered by the office asked or from paper, overdue by
// the dossier's own clock; who may see what, what is impossible, and what two writers at once find.
import { beforeAll, describe, expect, test } from 'vitest';
import { doc, take, viewOf } from '../../test/road.ts';
import {
  addressee,
  answerBody,
  asked,
  body,
  list,
  ready,
  send,
  stranger,
  ward,
  world,
} from '../../test/verification.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import type { RequestRow, RequestView } from './view.ts';

describe('a request to a place under its old name', () => {
  let dossier: string;
  let request: RequestView;
  beforeAll(async () => {
    dossier = await ready('Đỗ Thị Mai');
    request = await send(dossier);
  });

  test('goes to today’s unit, keeps the old name and finds the committee there (S3-38, K18)', () => {
    expect(request).toMatchObject({
      place:
        'phường Tây Nha Trang, Khánh Hòa (trước 01/7/2025: xã Vĩnh Hiệp, thành phố Nha Trang, Khánh Hòa)',
      persons: 2,
      status: 'sent',
      addressee: { id: asked, name: 'Đảng bộ phường Tây Nha Trang' },
      letter: { number: '31-CV/ĐU', on: '2026-10-01' },
    });
    expect(request.code).toMatch(/^TT-/);
  });

  test('is a step of the dossier, judged there, and due by the clock of the dossier (S3-38)', async () => {
    const view = await viewOf(ward, dossier);
    expect(view.stage).toBe('verifying');
    const [check] = view.verifications;
    expect(check).toMatchObject({
      place: request.place,
      persons: 2,
      sentOn: '2026-10-01',
      dueOn: request.dueOn,
    });
    expect(request.dueOn).toBe('2026-11-16');
    expect(request.workingDaysLeft).toBe(-4);
  });

  test('stands in the lists and is found by both names and by its code (S3-38, S3-48, K18)', async () => {
    for (const word of ['vinh hiep', 'Tây Nha Trang', 'Đỗ Thị Mai', '31-CV', request.code.toLowerCase()]) {
      const found = await list(ward.officer, 'sent', word);
      expect([word, found.items.map((row: RequestRow) => row.id)]).toEqual([word, [request.id]]);
    }
    const late = await list(ward.officer, 'overdue');
    expect(late.counts).toMatchObject({ sent: 1, overdue: 1, answered: 0 });
    expect(JSON.stringify(late)).not.toContain('Đỗ Văn Sáu');
  });

  test('keeps the names in the vault, not in the ledger, and logs who opens them', async () => {
    const entries = await world.db.selectFrom('ledger').select('data').execute();
    expect(JSON.stringify(entries)).not.toMatch(/Đỗ Văn Sáu|Lê Thị Bảy/);
    const rows = await world.db.selectFrom('request').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/Đỗ Văn Sáu/);
    const { body: open } = await ward.officer.get(`/api/verifications/${request.id}`);
    expect(open.people).toEqual([
      { relation: 'parents', fullName: 'Đỗ Văn Sáu', bornOn: '1961' },
      { relation: 'spouse', fullName: 'Lê Thị Bảy', bornOn: '1996' },
    ]);
    const log = await world.db
      .selectFrom('access_log')
      .select(['account_id', 'action'])
      .where('subject_id', '=', request.id)
      .execute();
    expect(log).toContainEqual({ account_id: ward.officer.accountId, action: 'open_sensitive' });
  });

  test('is seen by the office asked alone with the fields of the request (S3-22)', async () => {
    const waiting = await list(addressee, 'asked');
    expect(waiting.items.map((row: RequestRow) => row.id)).toEqual([request.id]);
    expect(waiting.items[0]).toMatchObject({
      dossierId: null,
      officerName: null,
      unitName: 'Đảng bộ phường Kinh Bắc',
    });
    const { body: seen } = await addressee.get(`/api/verifications/${request.id}`);
    expect(seen).toMatchObject({
      as: 'asked',
      dossierId: null,
      officer: null,
      person: 'Đỗ Thị Mai',
      can: ['answer'],
    });
    expect(JSON.stringify(seen)).not.toContain('Chi bộ khu phố 1');
    for (const url of [
      `/api/dossiers/${dossier}`,
      `/api/verifications/dossiers/${dossier}`,
      `/api/verifications/${request.id}/letter`,
    ])
      expect([url, (await addressee.get(url)).status]).toEqual([url, 404]);
    expect((await list(addressee, 'sent')).items).toEqual([]);
    const { body: view } = await addressee.get('/api/dossiers');
    expect(view.items).toEqual([]);
  });

  test('does not exist for another committee', async () => {
    expect((await stranger.get(`/api/verifications/${request.id}`)).status).toBe(404);
    expect((await stranger.post(`/api/verifications/${request.id}/answer`, answerBody())).status).toBe(404);
    expect((await list(stranger, 'sent')).items).toEqual([]);
    expect((await list(stranger, 'asked')).items).toEqual([]);
  });

  test('a reply before the request is impossible, whoever gives it', async () => {
    for (const client of [ward.officer, addressee]) {
      const early = await client.post(
        `/api/verifications/${request.id}/answer`,
        answerBody({ on: '2026-09-30' }),
      );
      expect([early.status, early.body.error.code]).toEqual([400, 'verification.reply_before_request']);
    }
    expect((await viewOf(ward, dossier)).verifications[0]?.repliedOn).toBeNull();
  });

  test('two answers at once: one is written, the other is told so (S3-22)', async () => {
    const answers = await Promise.all([
      addressee.post(`/api/verifications/${request.id}/answer`, answerBody()),
      ward.officer.post(`/api/verifications/${request.id}/answer`, answerBody({ on: '2026-11-12' })),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body.error.code).toBe('verification.closed_meanwhile');
    const view = await viewOf(ward, dossier);
    expect(view.acts.filter(({ step }) => step === 'verify_reply')).toHaveLength(1);
    expect(view.verifications[0]).toMatchObject({ result: 'confirmed', awaited: false });
  });

  test('after the answer it is gone for the office asked, and answered for the one that asks', async () => {
    expect((await addressee.get(`/api/verifications/${request.id}`)).status).toBe(404);
    expect((await list(addressee, 'asked')).counts.asked).toBe(0);
    const answered = await list(ward.officer, 'answered');
    expect(answered.items[0]).toMatchObject({ id: request.id, status: 'confirmed' });
    expect(answered.counts).toMatchObject({ sent: 0, overdue: 0, answered: 1 });
  });

  test('taking the answer back opens it again, in the dossier too', async () => {
    const taken = await ward.officer.post(`/api/verifications/${request.id}/withdraw`, {
      clientId: newId(),
      reason: 'Ghi nhầm sang hồ sơ khác.',
    });
    expect([taken.status, taken.body.request.status]).toEqual([200, 'sent']);
    expect((await viewOf(ward, dossier)).verifications[0]?.awaited).toBe(true);
    expect((await addressee.get(`/api/verifications/${request.id}`)).status).toBe(200);
  });

  test('an answer is not taken back where another request to the place is open', async () => {
    const other = await ready('Đỗ Thị Lý');
    const first = await send(other);
    await ward.officer.post(`/api/verifications/${first.id}/answer`, answerBody());
    const letter = doc('40-CV/ĐU', '2026-11-12', 'Đảng ủy phường Kinh Bắc');
    await send(other, { happenedOn: '2026-11-12', receivedOn: null, letter });
    const taken = await ward.officer.post(`/api/verifications/${first.id}/withdraw`, {
      clientId: newId(),
      reason: 'Ghi nhầm sang hồ sơ khác.',
    });
    expect([taken.status, taken.body.error?.code]).toEqual([400, 'verification.already_sent']);
  });

  test('rebuilding from the ledger gives identical rows', async () => {
    const read = () => world.db.selectFrom('request').selectAll().orderBy('id').execute();
    const before = await read();
    await rebuild(world.db);
    expect(await read()).toEqual(before);
  });
});

describe('writing', () => {
  test('the same write twice is one request and one step', async () => {
    const dossier = await ready('Lê Thị Lan');
    const twice = body(dossier);
    const first = await ward.officer.post('/api/verifications', twice);
    const again = await ward.officer.post('/api/verifications', twice);
    expect([first.status, again.status, again.body.id]).toEqual([200, 200, first.body.id]);
    expect((await viewOf(ward, dossier)).acts.filter(({ step }) => step === 'verify_send')).toHaveLength(1);
    const answer = answerBody();
    const ids = [0, 1].map(() => ward.officer.post(`/api/verifications/${first.body.id}/answer`, answer));
    expect((await Promise.all(ids)).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('only offices that may act on the dossier send; what is out of reach does not exist', async () => {
    const dossier = await ready('Trần Thị Hoa');
    expect((await stranger.post('/api/verifications', body(dossier))).status).toBe(404);
    expect((await addressee.post('/api/verifications', body(dossier))).status).toBe(404);
    const massOfficer = await world.as('mass_officer', ward.ward);
    expect((await massOfficer.post('/api/verifications', body(dossier))).status).toBe(403);
    const member = await world.as('committee_leader', ward.ward);
    const sent = await send(dossier, {}, ward.secretary);
    expect((await member.post(`/api/verifications/${sent.id}/answer`, answerBody())).status).toBe(403);
    const { body: seen } = await member.get(`/api/verifications/${sent.id}`);
    expect(seen).toMatchObject({ people: null, can: [] });
  });

  test('a letter has a number; one place is asked once at a time; nothing is received before it went', async () => {
    const dossier = await ready('Vũ Văn Nam');
    const refuse = async (more: object) =>
      (await ward.officer.post('/api/verifications', body(dossier, more))).body.error.code;
    expect(await refuse({ letter: null })).toBe('verification.letter_needed');
    expect(await refuse({ receivedOn: '2026-09-01' })).toBe('verification.received_before_sent');
    expect(await refuse({ place: { oldCode: '99999' } })).toBe('verification.no_such_place');
    expect(await refuse({ officerId: newId() })).toBe('verification.no_such_officer');
    await send(dossier);
    expect(await refuse({ letter: doc('32-CV/ĐU', '2026-10-02') })).toBe('verification.already_sent');
    expect((await viewOf(ward, dossier)).verifications).toHaveLength(1);
  });

  test('the office asked notes the receipt: the clock of the dossier starts (S3-22, S3-38)', async () => {
    const dossier = await ready('Đặng Văn Toàn');
    const sent = await send(dossier, { receivedOn: null });
    expect([sent.dueOn, sent.can.includes('receive')]).toEqual([null, true]);
    const received = await addressee.post(`/api/verifications/${sent.id}/receive`, {
      clientId: newId(),
      on: '2026-10-05',
    });
    expect([received.status, received.body.request.dueOn]).toEqual([200, '2026-11-16']);
    expect((await viewOf(ward, dossier)).verifications[0]).toMatchObject({
      receivedOn: '2026-10-05',
      dueOn: '2026-11-16',
    });
  });

  test('more is asked for: sent again, and the place stays open until it is confirmed (S3-38)', async () => {
    const dossier = await ready('Bùi Thị Nga');
    const sent = await send(dossier);
    const more = await ward.officer.post(
      `/api/verifications/${sent.id}/answer`,
      answerBody({ on: '2026-10-20', result: 'needs_more', reply: null }),
    );
    expect([more.body.request.status, more.body.request.can.includes('resend')]).toEqual([
      'needs_more',
      true,
    ]);
    expect((await addressee.get(`/api/verifications/${sent.id}`)).status).toBe(404);
    const again = await ward.officer.post(`/api/verifications/${sent.id}/resend`, {
      clientId: newId(),
      on: '2026-10-20',
      letter: doc('40-CV/ĐU', '2026-10-20'),
      receivedOn: '2026-10-22',
    });
    expect(again.body.request).toMatchObject({
      status: 'sent',
      sentOn: '2026-10-20',
      letter: { number: '40-CV/ĐU' },
    });
    expect((await addressee.get(`/api/verifications/${sent.id}`)).status).toBe(200);
  });

  test('an answer on paper is entered by the short code (S3-38)', async () => {
    const dossier = await ready('Hồ Văn Quý');
    const sent = await send(dossier, { place: { code: '02752' } });
    expect(sent.addressee).toBeNull();
    const found = await ward.officer.get(`/api/verifications/codes/${sent.code.toLowerCase()}`);
    expect(found.body).toEqual({ id: sent.id });
    expect((await stranger.get(`/api/verifications/codes/${sent.code}`)).status).toBe(404);
    const answered = await ward.officer.post(
      `/api/verifications/${sent.id}/answer`,
      answerBody({ note: 'Bố từng đi học tập ở nước ngoài.' }),
    );
    expect(answered.body.request).toMatchObject({
      status: 'confirmed',
      answeredHere: false,
      inDossier: true,
    });
    const ledger = await world.db.selectFrom('ledger').select('data').execute();
    expect(JSON.stringify(ledger)).not.toContain('học tập ở nước ngoài');
  });

  test('a closed dossier waits for no answer, and the office asked learns no more than that (S3-22)', async () => {
    const dossier = await ready('Ngô Văn Tú');
    const sent = await send(dossier);
    const struck = await take(ward, dossier, {
      by: 'secretary',
      step: 'withdraw',
      on: '2026-10-15',
      inputs: { request: doc('01-ĐX', '2026-10-15') },
    });
    const closed = struck.status === 200;
    const late = await addressee.post(`/api/verifications/${sent.id}/answer`, answerBody());
    expect([closed, late.status, late.body.error?.code]).toEqual([
      true,
      409,
      'verification.closed_meanwhile',
    ]);
    expect((await addressee.get(`/api/verifications/${sent.id}`)).status).toBe(404);
    expect((await ward.officer.get(`/api/verifications/${sent.id}`)).body.status).toBe('ended');
  });

  test('a reply written in the dossier itself settles the request here', async () => {
    const dossier = await ready('Mai Văn Lộc');
    const sent = await send(dossier);
    const taken = await take(ward, dossier, {
      by: 'officer',
      step: 'verify_reply',
      on: '2026-11-01',
      inputs: { place: sent.place, result: 'confirmed' },
    });
    expect(taken.status).toBe(200);
    expect((await ward.officer.get(`/api/verifications/${sent.id}`)).body).toMatchObject({
      status: 'recorded',
      can: ['letter'],
    });
    expect((await addressee.get(`/api/verifications/${sent.id}`)).status).toBe(404);
  });

  test('the police are asked only where the conclusion is unclear (S3-18, S3-39)', async () => {
    const dossier = await ready('Lý Văn Phúc');
    const police = { purpose: 'police', place: { code: '09187' }, people: [], persons: 1, receivedOn: null };
    const early = await ward.officer.post('/api/verifications', body(dossier, police));
    expect(early.body.error.code).toBe('verification.police_only_unclear');
    const sent = await send(dossier);
    await ward.officer.post(`/api/verifications/${sent.id}/answer`, answerBody({ on: '2026-10-20' }));
    const concluded = await take(ward, dossier, {
      by: 'officer',
      step: 'verify_conclude',
      on: '2026-10-21',
      inputs: { result: 'unclear' },
      consent: { reason: 'Chờ cấp trên xác minh thêm.' },
    });
    expect(concluded.status).toBe(200);
    const asking = { ...police, happenedOn: '2026-10-22', letter: doc('41-CV/ĐU', '2026-10-22') };
    const request = await send(dossier, asking);
    expect(request).toMatchObject({
      purpose: 'police',
      place: 'Công an phường Kinh Bắc, Bắc Ninh',
      addressee: null,
    });
    const answered = await ward.officer.post(`/api/verifications/${request.id}/answer`, answerBody());
    expect(answered.body.request.status).toBe('confirmed');
  });
});
