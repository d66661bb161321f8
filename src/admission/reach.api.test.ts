// What must not appear: each office sees and does its own, out of reach is not found, a double is told without a name,
// and a forged id, a double click or a stale page changes nothing.
import { describe, expect, test } from 'vitest';
import { planBody } from '../../test/classes.ts';
import { doc, nominate, startWard, take, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { DossierList, DossierView } from '../road/view.ts';

const ward = await startWard();
const { world } = ward;
const union = await world.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const centre = await world.unit({
  name: 'Trung tâm chính trị Bắc Ninh',
  kind: 'political_centre',
  parent: ward.city,
});
const offices = {
  otherSecretary: await world.as('cell_secretary', ward.other),
  inCharge: await world.as('committee_member', ward.ward, { namedUnits: [ward.cell] }),
  elsewhere: await world.as('committee_member', ward.ward, { namedUnits: [ward.other] }),
  youth: await world.as('mass_officer', union),
  centre: await world.as('political_centre', centre),
  inspection: await world.as('inspection', ward.city),
  administrator: await world.as('administrator', ward.ward),
};
const helped = await nominate(ward, 'Nguyễn Thị Hạnh');
await walkTo(ward, helped, 'assign_helper');

const told = { informedOn: '2019-01-05', agreed: true };
const proposal = (fullName: string, more: object = {}) => ({
  clientId: newId(),
  unitId: ward.cell,
  happenedOn: '2019-02-10',
  person: { fullName },
  inputs: { proposerKind: 'youth_union' },
  ...more,
});
const idsIn = (body: DossierList) => body.items.map((item) => item.id);

describe('a dossier of the cell (S0-14)', () => {
  const readers = {
    secretary: ward.secretary,
    officer: ward.officer,
    board: ward.board,
    inCharge: offices.inCharge,
    inspection: offices.inspection,
  };

  test.each(Object.entries(readers))('is seen by %s, in the list and by itself', async (_, client) => {
    expect((await client.get(`/api/dossiers/${helped}`)).status).toBe(200);
    const list = await client.get('/api/dossiers?q=hanh');
    expect(idsIn(list.body)).toEqual([helped]);
    expect(list.body).toMatchObject({ total: 1, counts: { helped: 1 } });
  });

  const strangers = {
    otherSecretary: offices.otherSecretary,
    elsewhere: offices.elsewhere,
    youth: offices.youth,
  };
  test.each(Object.entries(strangers))('is not found by %s, nor counted', async (_, client) => {
    const answer = await client.get(`/api/dossiers/${helped}`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'access.missing']);
    const list = await client.get('/api/dossiers');
    expect(list.body).toMatchObject({ items: [], total: 0, counts: {} });
    expect(list.text).not.toContain('Hạnh');
    const sheet = await client.get(`/api/dossiers/${helped}/sheets/nomination`);
    expect(sheet.status).toBe(404);
  });

  test('is no matter of the administrator, and of nobody who is not signed in', async () => {
    expect((await offices.administrator.get(`/api/dossiers/${helped}`)).status).toBe(403);
    expect((await world.outsider().get(`/api/dossiers/${helped}`)).status).toBe(401);
  });

  test('is read, but not written, by inspection and by the member in charge (S0-08, S3-15)', async () => {
    const { version } = await viewOf(ward, helped);
    const act = { clientId: newId(), version, step: 'permit', happenedOn: '2020-08-10', inputs: {} };
    for (const client of [offices.inspection, offices.inCharge])
      expect((await client.post(`/api/dossiers/${helped}/acts`, act)).status).toBe(403);
    const view: DossierView = (await offices.inspection.get(`/api/dossiers/${helped}`)).body;
    expect(view.next.every((next) => !next.mine && !next.onBehalf)).toBe(true);
    expect(view.acts.flatMap((act) => act.can)).toEqual([]);
  });

  test('its opening is written down before the answer', async () => {
    const { person } = await viewOf(ward, helped);
    const lines = await world.db
      .selectFrom('access_log')
      .select(['action', 'account_id'])
      .where('subject_id', 'in', [helped, person.id])
      .execute();
    expect(
      lines.some((line) => line.action === 'open' && line.account_id === offices.inspection.accountId),
    ).toBe(true);
  });
});

describe('a mass organisation', () => {
  test('nominates to the cells beside it and follows only its own nominees, without what is not its matter (S0-15, S0-27)', async () => {
    const cells = await offices.youth.get('/api/dossiers/cells');
    expect(cells.body.items.map((cell: { id: number }) => cell.id)).toEqual([ward.cell, ward.other]);
    const opened = await offices.youth.post(
      '/api/dossiers',
      proposal('Trần Văn Đoàn', { inputs: { proposerKind: 'youth_union', ...told } }),
    );
    expect(opened.status).toBe(200);
    const id = opened.body.id;
    expect(idsIn((await offices.youth.get('/api/dossiers')).body)).toEqual([id]);
    await take(ward, id, {
      by: 'secretary',
      step: 'list',
      on: '2019-03-03',
      inputs: { resolution: doc('4-NQ/CB', '2019-03-03'), note: 'Gia đình có người ở nước ngoài.' },
    });
    const seen = await offices.youth.get(`/api/dossiers/${id}`);
    expect(seen.body).toMatchObject({
      stage: 'listed',
      papers: [],
      verifications: [],
      helpers: [],
      held: {},
    });
    expect(seen.text).not.toContain('nước ngoài');
    expect(seen.text).not.toContain('4-NQ/CB');
    expect((await viewOf(ward, id)).acts.at(-1)?.note).toBe('Gia đình có người ở nước ngoài.');
    const other = await offices.otherSecretary.get(`/api/dossiers/${id}`);
    expect(other.status).toBe(404);
  });

  test('cannot take a step of the cell', async () => {
    const list = await offices.youth.get('/api/dossiers');
    const [row] = (list.body as DossierList).items;
    const act = {
      clientId: newId(),
      version: row?.version,
      step: 'assign_helper',
      happenedOn: '2019-05-01',
      inputs: { helper: ward.members[1], resolution: doc('1', '2019-05-01') },
    };
    const answer = await offices.youth.post(`/api/dossiers/${row?.id}/acts`, act);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'admission.not_this_office']);
  });
});

describe('a political centre', () => {
  test('has no list of dossiers, and acts only for whom it was sent (S3-12)', async () => {
    expect((await offices.centre.get('/api/dossiers')).status).toBe(403);
    const before = await viewOf(ward, helped);
    const early = {
      clientId: newId(),
      version: before.version,
      step: 'class_certificate',
      happenedOn: '2019-08-01',
      inputs: {},
    };
    expect((await offices.centre.post(`/api/dossiers/${helped}/acts`, early)).status).toBe(404);
    const planned = await offices.centre.post('/api/classes', planBody());
    const sent = { clientId: newId(), dossiers: [helped] };
    expect((await ward.officer.post(`/api/classes/${planned.body.id}/send`, sent)).body.done).toBe(1);
    const { version } = await viewOf(ward, helped);
    const certificate = {
      clientId: newId(),
      version,
      step: 'class_certificate',
      happenedOn: '2019-08-01',
      inputs: { certificate: doc('200/GCN', '2019-08-01') },
    };
    const answer = await offices.centre.post(`/api/dossiers/${helped}/acts`, certificate);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('07-NQ/CB');
    const permit = await offices.centre.post(`/api/dossiers/${helped}/acts`, {
      ...certificate,
      clientId: newId(),
      version: version + 1,
      step: 'permit',
      happenedOn: '2020-08-10',
    });
    expect(permit.status).toBe(403);
  });
});

describe('somebody alike', () => {
  test('is shown with the evidence within reach, before anything is saved', async () => {
    const answer = await ward.secretary.post(
      '/api/dossiers',
      proposal('Nguyen Thi Hanh', { person: { fullName: 'Nguyễn Thị Hạnh', bornOn: '1995' } }),
    );
    expect([answer.status, answer.body.error.code]).toEqual([409, 'admission.alike']);
    expect(answer.body.error.details.items).toMatchObject([
      { fullName: 'Nguyễn Thị Hạnh', unitName: 'Chi bộ khu phố 1', evidence: ['part'] },
    ]);
    expect((await ward.secretary.get('/api/dossiers?q=hanh')).body.total).toBe(1);
    const sure = await ward.secretary.post(
      '/api/dossiers',
      proposal('x', { person: { fullName: 'Nguyễn Thị Hạnh', bornOn: '1995' }, sure: true }),
    );
    expect(sure.status).toBe(200);
  });

  test('beyond reach shows no name, unit or state', async () => {
    await nominate(ward, 'Lâm Thị Kín', {
      inputs: { proposerKind: 'member', ...told, informedBy: ward.members[0] },
    });
    const answer = await offices.otherSecretary.post(
      '/api/dossiers',
      proposal('x', {
        unitId: ward.other,
        inputs: { proposerKind: 'member', ...told },
        person: { fullName: 'Lâm Thị Kín', bornOn: '1995-03-08' },
      }),
    );
    expect(answer.body.error).toMatchObject({
      code: 'admission.alike',
      details: { items: [], askAbove: true },
    });
    expect(answer.text).not.toContain('Kín');
    expect(answer.text).not.toContain('khu phố 1');
  });

  test('has one open dossier only: it takes another introduction (S3-27)', async () => {
    const { person } = await viewOf(ward, helped);
    const again = proposal('x', { person: undefined, personId: person.id, happenedOn: '2026-11-20' });
    const answer = await ward.secretary.post('/api/dossiers', again);
    expect([answer.status, answer.body.id]).toEqual([200, helped]);
    expect(answer.body.acts.filter(({ step }: { step: string }) => step === 'introduce')).toHaveLength(1);
  });
});

describe('before somebody was told and agreed', () => {
  test('no more than name, year of birth, cell and proposer is kept (S0-17)', async () => {
    const more = await ward.secretary.post(
      '/api/dossiers',
      proposal('x', {
        person: { fullName: 'Chu Văn Thầm', bornOn: '1990-05-01', sex: 'M', ethnicity: '01' },
      }),
    );
    expect([more.status, more.body.error.code]).toEqual([400, 'admission.name_only']);
    expect(more.body.error.details.fields).toEqual(['bornOn', 'sex', 'ethnicity']);
    const little = await ward.secretary.post(
      '/api/dossiers',
      proposal('x', { person: { fullName: 'Chu Văn Thầm', bornOn: '1990' } }),
    );
    expect([little.status, little.body.informed]).toEqual([200, null]);
  });
});

describe('what cannot be is refused and changes nothing', () => {
  const act = async (client: typeof ward.officer, more: object) => {
    const { version } = await viewOf(ward, helped);
    return client.post(`/api/dossiers/${helped}/acts`, {
      clientId: newId(),
      version,
      happenedOn: '2020-08-10',
      ...more,
    });
  };
  const helper = { helper: ward.members[1], resolution: doc('9-NQ/CB', '2020-08-10') };
  const cases: [string, object, string][] = [
    ['an unknown step', { step: 'fly', inputs: {} }, 'admission.unknown_step'],
    [
      'a day that has not come',
      { step: 'replace_helper', happenedOn: '2027-01-01', inputs: helper },
      'ledger.future_day',
    ],
    [
      'a paper of a day that has not come',
      { step: 'replace_helper', inputs: { ...helper, resolution: doc('1', '2027-01-01') } },
      'ledger.future_day',
    ],
    [
      'something nobody asked',
      { step: 'replace_helper', inputs: { ...helper, religion: 'x' } },
      'admission.unknown_input',
    ],
    [
      'something missing',
      { step: 'replace_helper', inputs: { helper: ward.members[1] } },
      'admission.input_needed',
    ],
    [
      'a code that is none',
      { step: 'replace_helper', inputs: { ...helper, reason: 'bored' } },
      'admission.bad_input',
    ],
    [
      'a person nobody knows',
      { step: 'replace_helper', inputs: { ...helper, helper: newId() } },
      'admission.person_unknown',
    ],
    [
      'text where a person stands',
      { step: 'replace_helper', inputs: { ...helper, helper: 'Nguyễn Văn An' } },
      'admission.bad_input',
    ],
    [
      'a reply before the request',
      { step: 'verify_reply', inputs: { place: 'Xã Lạ', result: 'confirmed' } },
      'admission.reply_before_request',
    ],
    [
      'more votes than people',
      { step: 'cell_vote', inputs: { ballot: { total: 6, base: 6, present: 6, yes: 7, no: 0, blank: 0 } } },
      'ballot.votes_above_base',
    ],
    [
      'a base that does not add up',
      {
        step: 'cell_vote',
        inputs: {
          ballot: { total: 6, base: 6, present: 5, yes: 5, no: 0, blank: 0, excluded: { suspended: 1 } },
        },
      },
      'ballot.base_differs',
    ],
    [
      'a meeting of somebody else',
      {
        step: 'cell_vote',
        inputs: { ballot: { total: 6, base: 6, present: 6, yes: 6, no: 0, blank: 0, meetingId: newId() } },
      },
      'admission.refused',
    ],
  ];
  test.each(cases)('%s', async (_, more, code) => {
    const before = await viewOf(ward, helped);
    const answer = await act(ward.secretary, { onBehalf: null, ...more });
    expect(answer.body.error?.code).toBe(code);
    expect(await viewOf(ward, helped)).toEqual(before);
  });

  test('a person of another ward cannot be named', async () => {
    const far = await world.unit({ name: 'Đảng bộ phường Xa', kind: 'base_organisation', parent: ward.city });
    const farCell = await world.unit({ name: 'Chi bộ xa', parent: far });
    const stranger = await world.person({ name: 'Người Phường Khác', unit: farCell, kind: 'official' });
    const answer = await act(ward.secretary, {
      step: 'replace_helper',
      inputs: { ...helper, helper: stranger },
    });
    expect(answer.body.error.code).toBe('admission.person_unknown');
  });

  test('a double click is one act, and a stale page is told so', async () => {
    const { version } = await viewOf(ward, helped);
    const body = {
      clientId: newId(),
      version,
      step: 'replace_helper',
      happenedOn: '2020-08-11',
      inputs: { helper: ward.members[2], resolution: doc('9-NQ/CB', '2020-08-11') },
    };
    const [first, second] = await Promise.all([
      ward.secretary.post(`/api/dossiers/${helped}/acts`, body),
      ward.secretary.post(`/api/dossiers/${helped}/acts`, body),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.version).toBe(version + 1);
    const stale = await ward.secretary.post(`/api/dossiers/${helped}/acts`, { ...body, clientId: newId() });
    expect([stale.status, stale.body.error.kind]).toEqual([409, 'Stale']);
    expect((await viewOf(ward, helped)).acts.filter((one) => one.step === 'replace_helper').length).toBe(1);
  });

  test('the client id of another account is not taken over', async () => {
    const { version, acts } = await viewOf(ward, helped);
    const body = {
      clientId: acts.at(-1)?.entry,
      version,
      step: 'replace_helper',
      happenedOn: '2020-08-12',
      inputs: helper,
      onBehalf: { number: '1', on: '2020-08-12' },
    };
    const answer = await ward.officer.post(`/api/dossiers/${helped}/acts`, body);
    expect(answer.body.error.code).toBe('ledger.client_id_taken');
  });
});
