// Introductions through the API: by five kinds of proposers, answered by the cell, followed by those who brought them;
// one person introduced twice is one record; somebody out of reach shows nothing but whom to ask.
import { describe, expect, test } from 'vitest';
import { doc, startWard } from '../../test/road.ts';
import type { Answer, Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import type { DossierView } from '../road/view.ts';
import type { MineList, NominationList, RateAnswer } from './view.ts';

const ward = await startWard();
const { world, members } = ward;
const union = await world.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const women = await world.unit({
  name: 'Hội Phụ nữ phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const otherSecretary = await world.as('cell_secretary', ward.other);
const youth = await world.as('mass_officer', union);
const ladies = await world.as('mass_officer', women);
const member = await world.as('member', ward.cell, { person: members[1] as string });
const probationer = await world.person({
  name: 'Đỗ Văn Dự Bị',
  unit: ward.cell,
  kind: 'probationary',
  admittedOn: '2026-05-19',
});

const body = (fullName: string, more: object = {}, inputs: object = {}) => ({
  clientId: newId(),
  unitId: ward.cell,
  happenedOn: '2026-11-18',
  person: { fullName, bornOn: '1998' },
  inputs: { proposerKind: 'youth_union', ...inputs },
  ...more,
});
const send = (client: Client, sent: object): Promise<Answer> => client.post('/api/dossiers', sent);
const inbox = async (client: Client, words = ''): Promise<NominationList> =>
  (await client.get(`/api/nominations?${words}`)).body;
const mine = async (client: Client): Promise<MineList> => (await client.get('/api/nominations/mine')).body;
const answerWith = async (id: string, inputs: object): Promise<Answer> => {
  const { version } = (await ward.officer.get(`/api/dossiers/${id}`)).body as DossierView;
  return ward.secretary.post(`/api/dossiers/${id}/acts`, {
    clientId: newId(),
    version,
    step: 'answer_nomination',
    happenedOn: '2026-11-20',
    inputs,
  });
};

describe('what others bring to a cell', () => {
  let fromUnion = '';
  let fromMember = '';

  test('waits in its inbox until the secretary answers (S0-25, S2-27, S3-34)', async () => {
    fromUnion = (await send(youth, body('Phạm Thị Đoàn', {}, { source: 'DVTN' }))).body.id;
    fromMember = (await send(member, body('Lý Văn Hội', {}, { proposerKind: 'veterans' }))).body.id;
    await send(ward.secretary, body('Ngô Thị Riêng', {}, { proposerKind: 'member', proposer: members[2] }));
    const list = await inbox(ward.secretary, 'state=waiting');
    expect(list.items.map(({ fullName }) => fullName).toSorted()).toEqual(['Lý Văn Hội', 'Phạm Thị Đoàn']);
    expect(list.counts).toEqual({ waiting: 2, accepted: 1, returned: 0, quiet: 3 });
    expect(list.items.find(({ dossierId }) => dossierId === fromUnion)).toMatchObject({
      source: 'DVTN',
      can: ['answer'],
      introductions: [{ kind: 'discovery', proposerKind: 'youth_union', unitName: 'Đoàn phường Kinh Bắc' }],
    });
    expect((await inbox(ward.officer, 'state=waiting')).items[0]?.can).toEqual([]);
    expect((await inbox(ward.secretary, 'source=DVTN')).total).toBe(1);
    expect((await inbox(otherSecretary)).total).toBe(0);
  });

  test('a member introduces in his own name, whatever was typed (S0-16)', async () => {
    const [own] = (await inbox(ward.secretary, 'q=hoi')).items;
    expect(own?.introductions).toMatchObject([{ proposerKind: 'member', personName: 'Trần Thị Bình' }]);
  });

  test('is returned only with a reason, and accepted in a word (S3-34, S3-62)', async () => {
    expect((await answerWith(fromMember, { result: 'return' })).status).toBe(400);
    expect((await answerWith(fromMember, { result: 'return', reason: 'not_known' })).status).toBe(200);
    expect((await answerWith(fromUnion, { result: 'accept' })).status).toBe(200);
    const list = await inbox(ward.secretary);
    expect(list.counts).toMatchObject({ waiting: 0, accepted: 2, returned: 1 });
    expect((await inbox(ward.secretary, 'state=returned')).items).toMatchObject([
      { fullName: 'Lý Văn Hội', reason: 'not_known', state: 'returned', can: [] },
    ]);
  });

  test('is followed by those who brought it, who see nothing else (S0-15)', async () => {
    expect((await mine(youth)).items).toMatchObject([
      { fullName: 'Phạm Thị Đoàn', state: 'accepted', stage: 'source', charter: false },
    ]);
    expect((await mine(member)).items).toMatchObject([
      { fullName: 'Lý Văn Hội', state: 'returned', reason: 'not_known' },
    ]);
    expect((await mine(ladies)).items).toEqual([]);
    for (const path of [
      '/api/nominations',
      '/api/nominations/members?year=2026',
      '/api/people',
      '/api/sourcing-tasks',
    ])
      for (const client of [youth, member])
        expect([path, (await client.get(path)).status]).toEqual([path, 403]);
  });

  test('a level above sees how much is returned, and why (S3-62)', async () => {
    const rates: RateAnswer = (await ward.board.get('/api/nominations/rates?year=2026')).body;
    expect(rates.items).toMatchObject([
      { unitId: ward.ward, introduced: 2, accepted: 1, returned: 1, share: 0.5, reasons: { not_known: 1 } },
    ]);
    expect((await otherSecretary.get('/api/nominations/rates?year=2026')).body.items).toEqual([]);
  });

  test('is counted by body, and how much comes from beyond the Youth Union (S2-43, S2-14)', async () => {
    const rates: RateAnswer = (await ward.officer.get('/api/nominations/rates?year=2026')).body;
    expect(rates.bodies.map(({ kind, introduced }) => [kind, introduced])).toEqual([
      ['member', 2],
      ['youth_union', 1],
    ]);
    expect(rates.beyondYouth).toEqual({ part: 2, whole: 3 });
  });
});

describe('one person introduced twice', () => {
  test('becomes one record with two introductions (S3-27)', async () => {
    const first = (await send(ward.secretary, body('Mai Thị Hai', {}, { proposerKind: 'women_union' }))).body;
    const double = await send(ward.secretary, body('Mai Thị Hai', {}, { proposerKind: 'farmers_union' }));
    expect([double.status, double.body.error.code]).toEqual([409, 'admission.alike']);
    expect(double.body.error.details).toMatchObject({
      items: [
        { personId: first.person.id, fullName: 'Mai Thị Hai', evidence: ['part'], dossierId: first.id },
      ],
      askAbove: false,
    });
    const again = body(
      'Mai Thị Hai',
      { personId: first.person.id, person: undefined },
      { proposerKind: 'farmers_union' },
    );
    const sent = await send(ward.secretary, again);
    expect([sent.status, sent.body.id]).toEqual([200, first.id]);
    expect((await send(ward.secretary, again)).body.id).toBe(first.id);
    const [row] = (await inbox(ward.secretary, 'q=hai')).items;
    expect(row?.introductions.map(({ proposerKind }) => proposerKind).toSorted()).toEqual([
      'farmers_union',
      'women_union',
    ]);
  });

  test('the introduction of the Charter is another fact than an opinion (S3-27, S2-14)', async () => {
    const id = (await send(youth, body('Tạ Văn Điều Lệ'))).body.id;
    const introduce = async (inputs: object) => {
      const { version } = (await ward.officer.get(`/api/dossiers/${id}`)).body as DossierView;
      const act = { clientId: newId(), version, step: 'introduce', happenedOn: '2026-11-20', inputs };
      return ward.secretary.post(`/api/dossiers/${id}/acts`, act);
    };
    const women = await introduce({ kind: 'charter', proposerKind: 'women_union' });
    expect(women.status).toBe(409);
    expect(women.body.error.details.reasons).toContainEqual(
      expect.objectContaining({ guard: 'one_of', parameters: ['introduction.charter_bodies'] }),
    );
    expect((await introduce({ kind: 'discovery', proposerKind: 'women_union' })).status).toBe(200);
    expect((await mine(youth)).items.find((one) => one.id === id)?.charter).toBe(false);
    const resolution = doc('05-NQ/ĐTN', '2026-11-19');
    expect((await introduce({ kind: 'charter', proposerKind: 'youth_union', resolution })).status).toBe(200);
    expect((await mine(youth)).items.find((one) => one.id === id)?.charter).toBe(true);
  });

  test('is not told to those out of reach: only whom to ask, and the look is logged (S0-15)', async () => {
    const known = (await send(ward.secretary, body('Vi Thị Ẩn'))).body;
    const there = (more: object = {}) => body('Vi Thị Ẩn', { unitId: ward.other, ...more });
    for (const [client, sent] of [
      [otherSecretary, there()],
      [otherSecretary, there({ person: { fullName: 'Vi Thị Ẩn' } })],
      [ladies, body('Vi Thị Ẩn')],
    ] as const) {
      const answer = await send(client, sent);
      expect([answer.status, answer.body.error.code]).toEqual([409, 'admission.alike']);
      expect(answer.body.error.details).toEqual({
        items: [],
        askAbove: true,
        ask: { office: 'base_officer', unitName: 'Đảng bộ phường Kinh Bắc' },
      });
      expect(answer.text).not.toContain('Ẩn');
      expect(answer.text).not.toContain('khu phố');
    }
    const looks = await world.db
      .selectFrom('access_log')
      .select('account_id')
      .where('subject_id', '=', known.person.id)
      .where('action', '=', 'search_number')
      .execute();
    expect(looks.map((look) => look.account_id)).toEqual([
      otherSecretary.accountId,
      otherSecretary.accountId,
      ladies.accountId,
    ]);
    const another = await send(otherSecretary, there({ person: { fullName: 'Vi Thị Ẩn', bornOn: '1980' } }));
    expect(another.status).toBe(200);
  });

  test('by two cells at once cannot pass unseen', async () => {
    const sent = (client: Client, unitId: number) => send(client, body('Sùng Thị Đồng Thời', { unitId }));
    const answers = await Promise.all([sent(ward.secretary, ward.cell), sent(otherSecretary, ward.other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body.error.details).toMatchObject({ items: [], askAbove: true });
  });

  test('the same write sent twice at once is one', async () => {
    const once = body('Hà Văn Một');
    const answers = await Promise.all([send(youth, once), send(youth, once)]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

test('group, work and membership of a candidate are kept, each group is found by itself (S0-33, S1-18, S2-31, S2-32, S2-33, S4-26)', async () => {
  const told = { informedOn: '2026-11-10', informedBy: members[0], agreed: true };
  const more = { workplace: 'Hợp tác xã Rau sạch Kinh Bắc', youthUnion: 'true', youthUnionOn: '2013-03-26' };
  for (const [source, given] of Object.entries({
    CNDN: 'Xưởng',
    HTX: 'Rau',
    KCT: 'Thôn',
    BDXN: 'Lính',
    SVTN: 'Học',
    DVTN: 'Trẻ',
  })) {
    const details = { ...more, occupation: source === 'KCT' ? 'KCT' : 'ND' };
    const person = { fullName: `Nùng Văn ${given}`, bornOn: '1998-03-08', ...details };
    const sent = await send(ward.secretary, body('', { person }, { ...told, source }));
    expect([source, sent.status]).toEqual([source, 200]);
    const found = await inbox(ward.secretary, `source=${source}&q=nung`);
    expect(found.items).toMatchObject([{ fullName: `Nùng Văn ${given}`, source }]);
    const kept = (await ward.officer.get(`/api/people/${sent.body.person.id}`)).body.fields;
    expect(kept).toMatchObject(details);
  }
});

describe('who cannot be nominated, or cannot introduce', () => {
  test('a member is not nominated, and the rule is named', async () => {
    const answer = await send(
      ward.secretary,
      body(
        'x',
        { personId: members[3], person: undefined },
        { proposerKind: 'member', proposer: members[2] },
      ),
    );
    expect([answer.status, answer.body.error.code]).toEqual([400, 'admission.already_member']);
    expect(answer.body.error.message.vi).toContain('Điều lệ Đảng, Điều 4');
    const alike = await send(ward.secretary, body('Phạm Thị Dung', {}, { proposerKind: 'women_union' }));
    expect(alike.body.error.details.items).toMatchObject([{ personId: members[3], status: 'official' }]);
  });

  test.each([
    ['Mười Một', '2008-11', 200, null],
    ['Mười Hai', '2008-12', 409, 'admission.young'],
    ['Học Sinh', '2010-03-05', 409, 'admission.young'],
    ['Chỉ Năm', '2009', 409, 'admission.young'],
    ['Đủ Tuổi', '1998', 200, null],
  ])('%s, born %s, by the month: %i (S2-25)', async (given, bornOn, status, code) => {
    const told = { informedOn: '2026-11-10', informedBy: members[0], agreed: true };
    const sent = (more: object = {}) =>
      body('', { person: { fullName: `Lò Văn ${given}`, bornOn }, ...more }, told);
    const answer = await send(ward.secretary, sent());
    expect([answer.status, answer.body.error?.code ?? null]).toEqual([status, code]);
    if (status === 200) return;
    expect(answer.body.error.details.reasons).toMatchObject([{ guard: 'age_by_month' }]);
    expect(answer.body.error.details.reasons[0].citations.length).toBeGreaterThan(0);
    const followed = await send(
      ward.secretary,
      sent({ consent: { reason: 'Học sinh giỏi, theo dõi từ sớm' } }),
    );
    expect(followed.status).toBe(200);
  });

  test('an introducer counts by the day of the introduction (S3-53)', async () => {
    const by = (proposer: string | undefined, happenedOn = '2026-11-18') =>
      send(ward.secretary, body('Cù Thị Ngày', { happenedOn }, { proposerKind: 'member', proposer }));
    const refused = await by(probationer);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'admission.introducer']);
    expect(refused.body.error.details.reasons[0].citations.length).toBeGreaterThan(0);
    expect((await by(members[4])).status).toBe(200);
  });

  test('a member nominates to his own cell only', async () => {
    expect((await send(member, body('Bế Văn Xa', { unitId: ward.other }))).status).toBe(404);
    expect((await member.get('/api/dossiers/cells')).body.items).toMatchObject([{ id: ward.cell }]);
  });
});
