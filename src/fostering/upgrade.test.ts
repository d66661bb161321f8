// A database kept before helpers had a table of their own gets the rows that its acts make, in cases that have ended, too.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { doc, nominate, startWard, take, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';

it('brings the helpers of older candidacies into their table as the fold does (S3-37, S3-54)', async () => {
  const ward = await startWard();
  const { db } = ward.world;
  const ended = await nominate(ward, 'Khổng Thị Cũ');
  await walkTo(ward, ended, 'recognise');
  const open = await nominate(ward, 'Khổng Văn Mới');
  await walkTo(ward, open, 'assign_helper');
  const replace = (helper: string | undefined, on: string) =>
    take(ward, open, {
      by: 'secretary',
      step: 'replace_helper',
      on,
      inputs: { helper, resolution: doc('09-NQ/CB', on) },
    });
  for (const [at, on] of [
    [3, '2020-01-05'],
    [4, '2020-03-05'],
  ] as const)
    expect((await replace(ward.members[at], on)).status).toBe(200);
  const view = await viewOf(ward, open);
  const last = view.acts.findLast(({ step }) => step === 'replace_helper');
  const corrected = await ward.secretary.post(`/api/dossiers/${open}/acts/${last?.entry}/correct`, {
    clientId: newId(),
    version: view.version,
    reason: 'Ghi nhầm ngày',
    happenedOn: '2020-02-05',
    inputs: { helper: ward.members[5], resolution: doc('09-NQ/CB', '2020-02-05') },
  });
  expect(corrected.status, corrected.text).toBe(200);

  const rows = async () => (await sql`select * from charge order by dossier_id, nth`.execute(db)).rows;
  const folded = await rows();
  expect(folded.length).toBe(4);
  await sql`delete from charge`.execute(db);
  const step = path.join(import.meta.dirname, '../../migrations/0015_charges.sql');
  await sql.raw(readFileSync(step, 'utf8')).execute(db);
  expect(await rows()).toEqual(folded);
  await sql.raw(readFileSync(step, 'utf8')).execute(db);
  expect(await rows()).toEqual(folded);
});
