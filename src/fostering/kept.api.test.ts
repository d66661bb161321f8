// Who reads names leaves a line in the log; a helper reads the words he wrote, not those of the helper before him; and
// nobody is erased while his candidacy is being opened again.
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { lay } from '../../test/lawbook.ts';
import { doc, nominate, startWard, take, walkRecent, type Ward } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

let ward: Ward;
beforeAll(async () => {
  ward = await startWard();
});

it('lists of helpers and of missing notes are logged (S3-22)', async () => {
  const lines = async () =>
    (
      await ward.world.db
        .selectFrom('access_log')
        .select('id')
        .where('account_id', '=', ward.officer.accountId)
        .where('action', '=', 'list')
        .execute()
    ).length;
  const before = await lines();
  for (const list of ['notes', 'helpers', 'hand-overs'])
    expect((await ward.officer.get(`/api/fostering/${list}`)).status).toBe(200);
  expect((await lines()) - before).toBe(3);
});

it('a new helper does not read the words of the one before (S3-37, S0-27)', async () => {
  const id = await walkRecent(ward, 'Tống Thị Lời', 'assign_helper');
  const [, first, , next] = ward.members as [string, string, string, string];
  const one = await ward.world.as('member', ward.cell, { person: first });
  const note = { month: '2026-10', state: 'steady', did: 'Nói riêng về gia đình', needs: 'Giữ kín' };
  const act = { clientId: newId(), step: 'charge_note', happenedOn: '2026-11-02', inputs: note };
  expect((await one.post(`/api/fostering/${id}/acts`, act)).status).toBe(200);
  expect((await one.get('/api/charges')).text).toContain(note.did);
  const inputs = { helper: next, resolution: doc('21-NQ/CB', '2026-11-05') };
  await take(ward, id, { by: 'secretary', step: 'replace_helper', on: '2026-11-05', inputs });
  const other = await ward.world.as('member', ward.cell, { person: next });
  const seen = await other.get('/api/charges');
  expect(seen.body.items[0].notes).toMatchObject([
    { month: '2026-10', state: 'steady', did: null, needs: null },
  ]);
  expect(seen.text).not.toContain(note.did);
});

it('a resolution that arrives twice at one moment is answered alike both times (S3-06)', async () => {
  const id = await nominate(ward, 'Tống Thị Nhấp', {
    inputs: { proposerKind: 'member', informedOn: '2018-01-02', agreed: true },
    sure: true,
  });
  const body = {
    clientId: newId(),
    unitId: ward.cell,
    resolution: doc('30-NQ/CB', '2026-11-12'),
    lines: [{ id, choice: 'strike', reason: 'lost_contact' }],
  };
  const answers = await Promise.all([1, 2].map(() => ward.secretary.post('/api/fostering/reviews', body)));
  for (const { text, status } of answers) expect([status, text]).toEqual([200, answers[0]?.text]);
  expect(answers[0]?.body.done).toMatchObject([{ id }]);
});

it('erasing and opening again at one moment never leaves an open candidacy of nobody (S0-31)', async () => {
  const draft = { kind: 'fill' as const, parameter: 'candidacy.expiry_months', value: 1 };
  await lay(ward.officer, { ...draft, fromOn: '2026-11-21', unitId: ward.ward });
  for (const name of ['Tống Văn Một', 'Tống Văn Hai', 'Tống Văn Ba']) {
    const id = await nominate(ward, name, {
      happenedOn: '2026-01-10',
      inputs: { proposerKind: 'member', informedOn: '2026-01-05', agreed: true },
    });
    const inputs = { reason: 'lost_contact', resolution: doc('02-NQ/CB', '2026-02-01') };
    await take(ward, id, { by: 'secretary', step: 'strike', on: '2026-02-01', inputs });
    const { body } = await ward.officer.get(`/api/dossiers/${id}`);
    const struck = body.acts.find(({ step }: { step: string }) => step === 'strike');
    const [erased, back] = await Promise.all([
      ward.officer.post('/api/fostering/expiring/erase', { clientId: newId(), ids: [body.person.id] }),
      ward.secretary.post(`/api/dossiers/${id}/acts/${struck.entry}/withdraw`, {
        clientId: newId(),
        version: body.version,
        reason: 'Ghi nhầm người',
      }),
    ]);
    expect([erased.body.done === 1, back.status === 200].filter(Boolean)).toHaveLength(1);
  }
  const lost = await sql`select dossier.id from dossier left join person on person.id = dossier.person_id
    where dossier.closed_as is null and person.id is null`.execute(ward.world.db);
  expect(lost.rows).toEqual([]);
});
